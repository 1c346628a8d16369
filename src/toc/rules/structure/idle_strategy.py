"""The rule `idle-strategy`."""

from collections.abc import Iterator

from toc.diagnostics import ERROR, Finding, rule
from toc.messages import _
from toc.model.theory import Theory


@rule(
    "TOC203",
    ERROR,
    sources=[
        "KOICA, guideline for the project design matrix (2022), p. 20-21, rule C08: no orphan activity",
        "Conservation Standards, Miradi practice: a strategy stands at the start of a results chain",
    ],
)
def idle_strategy(theory: Theory) -> Iterator[Finding]:
    """
    A strategy, or an output with a name, that leads to nothing.

    ## Why it matters
    A strategy costs time and money.
    If no arrow leaves it, the model does not say which change it is for, and nobody can decide whether it is worth it.
    The same holds for an output that was given a name: something should come of it.
    An output without a name is a mere item of the list of what is delivered, and a strategy that was dropped
    need not lead anywhere any more.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { requires reading because "One reads to learn" }
    precondition reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    strategy cafe "A parents' café at school"
    library -> reading { because "A book at hand is a book that gets read" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { requires reading because "One reads to learn" }
    precondition reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    strategy cafe "A parents' café at school"
    library -> reading { because "A book at hand is a book that gets read" }
    cafe -> reading weak { because "Parents who talk about books read aloud at home" }
    ```
    """
    for element in theory.of_kind("strategy", "output"):
        given_up = "dropped" in element.properties.words("status")
        if theory.outgoing.get(element.key) or not element.named or given_up:
            continue
        name = element.id
        if element.kind == "strategy":
            message = _("the strategy `{name}` leads to nothing", name=name)
        else:
            message = _("the output `{name}` leads to nothing", name=name)
        yield Finding(
            element.origin,
            message,
            _("name the first change it brings about: `{name} -> …`", name=name),
        )
