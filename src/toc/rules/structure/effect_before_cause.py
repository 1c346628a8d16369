"""The rule `effect-before-cause`."""

from collections.abc import Iterator

from toc.diagnostics import ERROR, Finding, Related, rule
from toc.messages import Words, _
from toc.model.dates import effect_precedes_cause
from toc.model.elements import Key
from toc.model.links import Link
from toc.model.theory import Theory


@rule(
    "TOC210",
    ERROR,
    sources=[
        "ActKnowledge, Center for Theory of Change (theoryofchange.org): preconditions in chronological order",
        "Gilissen et al., BMC Geriatrics 2018;18:47, Table 1: preconditions in chronological order",
    ],
)
def effect_before_cause(theory: Theory) -> Iterator[Finding]:
    """
    A cause that is dated after its effect.

    ## Why it matters
    What comes later cannot bring about what comes earlier.
    Such dates come from a plan that was moved in one place only, or from an arrow drawn the wrong way round.

    Dates are read at their most lenient: the first day that the cause's date can mean, plus the link's `delay`,
    against the last day that the effect's date can mean.
    Links marked `feedback` are left out: there the effect does come first.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { in 2032 }
    outcome reading "Children read with pleasure at eight" { in 2031 }
    outcome presence "Teenagers come to school every day" { in 2029 }
    strategy library "A library bus in the four villages"
    library -> reading -> presence -> diploma { because "Whoever reads well likes to come" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { in 2032 }
    outcome reading "Children read with pleasure at eight" { in 2028 }
    outcome presence "Teenagers come to school every day" { in 2029 }
    strategy library "A library bus in the four villages"
    library -> reading -> presence -> diploma { because "Whoever reads well likes to come" }
    ```
    """
    dated = {key for key, element in theory.elements.items() if "in" in element.properties}
    for link in theory.links:
        if link.feedback or link.target not in dated:
            continue
        for source in link.sources:
            if source in dated and effect_precedes_cause(theory, link, theory.elements[source]):
                yield _finding(theory, link, source)


def _finding(theory: Theory, link: Link, source: Key) -> Finding:
    dated = [theory.elements[source], theory.elements[link.target]]
    cause, effect = (element.id for element in dated)
    start, end = (stated.spoken() if (stated := element.properties.date("in")) else "" for element in dated)
    if "delay" in link.properties:
        message = _(
            "`{cause}` ({start}) leads to `{effect}` ({end}) sooner than the delay of the link allows",
            cause=cause,
            effect=effect,
            start=start,
            end=end,
        )
    else:
        message = _(
            "`{cause}` ({start}) leads to `{effect}`, which comes earlier ({end})",
            cause=cause,
            effect=effect,
            start=start,
            end=end,
        )
    return Finding(
        link.origin,
        message,
        _(
            "move one of the dates, turn the link round, or mark it `{feedback}` if the effect comes first",
            feedback=Words("feedback", "rétroaction"),
        ),
        tuple(
            Related(stated.origin, _("the date of `{name}`", name=element.id))
            for element in dated
            for stated in element.properties.all("in")
        ),
    )
