"""The rule `assumption-is-precondition`."""

from collections.abc import Iterator

from toc.diagnostics import ERROR, Finding, Related, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.places import joined


@rule(
    "TOC404",
    ERROR,
    sources=["ActKnowledge, Center for Theory of Change (theoryofchange.org), glossary: assumption, precondition"],
)
def assumption_is_precondition(theory: Theory) -> Iterator[Finding]:
    """
    A link that ends at an assumption.

    ## Why it matters
    An assumption is something believed to be in place already, whatever is done.
    As soon as something brings it about, it is no assumption any more but a precondition: somebody has to see to it,
    and it needs its own causes and its own indicator.

    ## Bad
    ```toc
    theory "First job"
    vision job "Women hold a job that feeds a family" { requires training because "Firms ask for a certificate" }
    precondition training "Women complete the training"
    assumption childcare "Children are looked after during classes"
    strategy classes "Evening classes in four trades"
    strategy nursery "A nursery at the training centre"
    classes -> training { because "The classes lead to the certificate"; assuming childcare }
    nursery -> childcare { because "A nursery at hand gets used" }
    ```

    ## Good
    ```toc
    theory "First job"
    vision job "Women hold a job that feeds a family" { requires training because "Firms ask for a certificate" }
    precondition training "Women complete the training" { requires childcare because "Nobody leaves a baby alone" }
    precondition childcare "Children are looked after during classes"
    strategy classes "Evening classes in four trades"
    strategy nursery "A nursery at the training centre"
    classes -> training { because "The classes lead to the certificate" }
    nursery -> childcare { because "A nursery at hand gets used" }
    ```
    """
    for link in theory.links:
        target = theory.elements[link.target]
        if target.kind != "assumption":
            continue
        source, name = joined(link.sources), link.target.id
        yield Finding(
            link.origin,
            _("`{source}` brings about `{name}`, so `{name}` is no assumption", source=source, name=name),
            _(
                "declare `{name}` as a `{precondition}`; if it holds anyway, drop this link and write "
                "`{assuming} {name}` where it matters",
                name=name,
                precondition=Words("precondition", "précondition"),
                assuming=Words("assuming", "si"),
            ),
            (Related(target.origin, _("`{name}` is declared as an assumption here", name=name)),),
        )
