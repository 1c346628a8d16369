"""The rule `stale-observation`."""

from collections.abc import Iterator
from datetime import date

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Message, Words, _
from toc.model.dates import earliest, last_spoken, later, latest
from toc.model.elements import Element, Property, Quantity, Range, When, Word
from toc.model.theory import Theory
from toc.rules.places import called

SEEN = ("baseline", "observed")


@rule(
    "TOC508",
    WARNING,
    sources=[
        "Cabaj and Weaver, Collective Impact 3.0 (Tamarack, 2016): strategic learning",
        "Niska and Accolades, wiki page « Impact collectif »: the results are evaluated, to learn from them",
    ],
    periods=2,
)
def stale_observation(theory: Theory, today: date, periods: float) -> Iterator[Finding]:
    """
    An indicator that nobody has looked at for twice the time agreed on.

    ## Why it matters
    Whoever agreed to collect a figure every six months and has not for a year may have left, may lack the time, or
    has seen that the figure helps nobody.
    All three are worth talking about.

    Counted is the time since the latest observation, or since the baseline where there is none, with dates read at
    the last day that they can mean.
    An indicator without a collection period is left alone, and so is one that was observed when its target was due.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" {
      indicator "Parents at meetings" {
        baseline 30 % in 2019
        target 70 % in 2029
        observed 38 % in 2020-06
        source "Register of the school"
        collected by school every 6 months
      }
    }
    trust -> diploma { because "One stays where one feels welcome" }
    actor school "School"
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" {
      indicator "Parents at meetings" {
        baseline 30 % in 2019
        target 70 % in 2029
        observed 38 % in 2020-06
        observed 46 % in 2026-06
        source "Register of the school"
        collected by school every 6 months
      }
    }
    trust -> diploma { because "One stays where one feels welcome" }
    actor school "School"
    ```
    """
    for indicator in theory.of_kind("indicator"):
        collected = indicator.properties.get("collected_by")
        period = _period(collected)
        seen = max(_dates(indicator), key=lambda found: found[0], default=None)
        if not collected or not period or not seen or _is_over(indicator, seen[0]):
            continue
        if later(seen[0], Quantity(period.value * periods, period.unit)) < today:
            yield Finding(collected.origin, _message(indicator, seen[1]), _hint())


def _message(indicator: Element, when: Message) -> Message:
    name = called(indicator)
    if "observed" in indicator.properties:
        return _(
            "nothing was observed for `{name}` since {date}, though it is to be collected more often",
            name=name,
            date=when,
        )
    return _("nothing was ever observed for `{name}` since its baseline ({date})", name=name, date=when)


def _hint() -> Message:
    return _(
        "write down what was seen: `{observed} … {when} 2026-06`; or agree on another rhythm, or on another indicator",
        observed=Words("observed", "observé"),
        when=Words("in", "en"),
    )


def _period(collected: Property | None) -> Quantity | None:
    clause = collected.clause("every") if collected else None
    stated = clause.value if clause else None
    if isinstance(stated, Word):
        # `every year`
        return Quantity(1, stated.concept)
    return stated if isinstance(stated, Quantity) and stated.value > 0 else None


def _dates(indicator: Element) -> Iterator[tuple[date, Message]]:
    for stated in indicator.properties:
        when = _when(stated) if stated.name in SEEN else None
        last = latest(when) if when else None
        if when and last:
            yield last, last_spoken(when)


def _is_over(indicator: Element, seen: date) -> bool:
    target = indicator.properties.get("target")
    when = _when(target) if target else None
    due = earliest(when) if when else None
    return due is not None and due <= seen


def _when(stated: Property) -> When | Range | None:
    clause = stated.clause("in")
    return clause.value if clause and isinstance(clause.value, When | Range) else None
