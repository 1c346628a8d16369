"""The rule `nobody-responsible`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory


@rule(
    "TOC601",
    WARNING,
    sources=["Niska and Accolades, wiki page « Impact collectif »: a common plan of action, « où tous ont leur rôle »"],
)
def nobody_responsible(theory: Theory) -> Iterator[Finding]:
    """
    A strategy that does not say who carries it.

    ## Why it matters
    What is everybody's business is soon nobody's.
    A common plan of action says for each strategy who does it, and everyone can see their own part and that of the
    others.
    A strategy that was dropped needs nobody.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages" { by town }
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    actor town "The town"
    ```
    """
    for strategy in theory.of_kind("strategy"):
        stated = strategy.properties
        if "by" in stated or "lead" in stated or "dropped" in stated.words("status"):
            continue
        name = strategy.id
        yield Finding(
            strategy.origin,
            _("nobody is said to carry the strategy `{name}`", name=name),
            _("name those who do it: `{by} …`", by=Words("by", "par")),
        )
