"""What is wrong around a model rather than in it: in its waivers and in the configuration."""

from toc.diagnostics import WARNING, Edit, Finding, Fix, Origin, problem
from toc.messages import Message, _


@problem("TOC110")
def unknown_rule(origin: Origin, name: str, hint: Message | None) -> Finding:
    """
    No rule has this name.

    ## Why it matters
    A waiver or a setting for a rule that does not exist does nothing, while its writer believes that it does.

    ## Bad
    ```toc
    vision health "Everyone lives in good health" {
      accept dead-ends because "Agreed in the workshop"
    }
    ```

    ## Good
    ```toc
    vision health "Everyone lives in good health" {
      for everyone
    }
    actor everyone "Everyone who lives here"
    ```
    """
    return Finding(origin, _("no rule is called `{name}`", name=name), hint or _("`toc rules` lists them"))


@problem("TOC111", WARNING)
def unused_accept(origin: Origin, name: str) -> Finding:
    """
    A waiver for something that is not found any more.

    ## Why it matters
    A waiver is a promise to look again.
    Once nothing is left to waive, it hides what may come up later in the same place.

    Flags that are decided by draws may come and go, so their waivers stay (`weak-leverage`, `negligible-impact`,
    `undecided-leverage`, `dominated-strategy`); so do those of a theory that another one uses, for it is checked alone
    too.

    ## Bad
    ```toc
    vision health "Everyone lives in good health" {
      for everyone
      accept no-beneficiary because "To be agreed with the neighbourhood"
    }
    actor everyone "Everyone who lives here"
    ```

    ## Good
    ```toc
    vision health "Everyone lives in good health" {
      for everyone
    }
    actor everyone "Everyone who lives here"
    ```
    """
    return Finding(
        origin,
        _("nothing here breaks `{name}` any more", name=name),
        _("remove this line"),
        fixes=(Fix(_("remove the waiver"), (Edit("remove", origin),)),),
    )


@problem("TOC113")
def invalid_configuration(origin: Origin, message: Message, hint: Message | None) -> Finding:
    """
    The configuration holds something that cannot be read.

    ## Why it matters
    A setting with a misspelt name does nothing, and a check that does less than was asked for looks clean.

    ## Bad
    ```toml
    profile = ["aoc"]
    ```

    ## Good
    ```toml
    profiles = ["aoc"]
    ```
    """
    return Finding(origin, message, hint)
