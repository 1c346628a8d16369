"""The rule `effort-not-stated`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.elements import Property, Quantity, Range, Word
from toc.model.theory import Theory
from toc.rules.leverage.chosen import strategies_that_count


@rule(
    "TOC711",
    INFO,
    sources=[
        "Niska and Accolades, wiki page « Impact collectif »: « un maximum d'impact avec un minimum d'effort »",
        "Miradi Share help, “Strategy Effectiveness Rating”: what a strategy can do, and whether it can be done",
    ],
)
def effort_not_stated(theory: Theory) -> Iterator[Finding]:
    """
    A strategy does not say how much effort it takes.

    ## Why it matters
    Leverage is impact for effort, so what a strategy takes is half of the answer.
    Where it is not stated, the median of the other strategies counts, and where none states any, each counts the same.
    A rough word that the group agrees on is better than a number that nobody believes.

    With a single strategy there is nothing to compare; those that are done, dropped, an idea or a draft are not asked.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    strategy evenings "Story evenings in four languages" { effort low }
    library, evenings -> reading strong { because "A book at hand is a book that gets read" }
    reading -> diploma strong { because "Whoever reads with ease keeps up in all subjects" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages" { effort high }
    strategy evenings "Story evenings in four languages" { effort low }
    library, evenings -> reading strong { because "A book at hand is a book that gets read" }
    reading -> diploma strong { because "Whoever reads with ease keeps up in all subjects" }
    ```
    """
    counting = strategies_that_count(theory)
    if len(counting) < 2 or not theory.visions:
        return
    stated = [effort for strategy in counting if (effort := strategy.properties.get("effort"))]
    for strategy in counting:
        if "effort" in strategy.properties:
            continue
        name = strategy.id
        yield Finding(
            strategy.origin,
            _("the effort of `{name}` is not stated: it counts as the median of the others", name=name)
            if stated
            else _(
                "the effort of `{name}` is not stated: as long as none is, every strategy counts the same", name=name
            ),
            _("say roughly how much it takes, in the unit of the others: `{example}`", example=_like(stated[0]))
            if stated
            else _("say roughly how much it takes: `{example}`; with money or days, a range will do", example=WORD),
        )


def _like(stated: Property) -> Words:
    """Return an effort to write, in the unit of another: efforts in several units could not be compared."""
    value = stated.value.high if isinstance(stated.value, Range) else stated.value
    unit = f" {value.unit}" if isinstance(value, Quantity) and value.unit else ""
    return WORD if isinstance(value, Word) else Words(f"effort …{unit}", f"effort …{unit}")


WORD = Words("effort low", "effort faible")
