"""The rule `implausible-value`."""

from collections.abc import Iterator

from toc.diagnostics import ERROR, Finding, Related, rule
from toc.messages import Message, Words, _
from toc.model.elements import Element
from toc.model.figures import MEASURES, Figure, figure, figures
from toc.model.theory import Theory
from toc.rules.places import called


@rule(
    "TOC512",
    ERROR,
    sources=[
        "– No published source: such values come from a slip of the pen, and everything reckoned with them is wrong."
    ],
)
def implausible_value(theory: Theory) -> Iterator[Finding]:
    """
    An indicator with a share outside 0–100 %, or with its dates out of order.

    ## Why it matters
    No more than everybody can come, and no target lies before the day one starts from.
    Such values are slips of the pen, but every chart and every comparison made with them is wrong.

    Growth can exceed 100 %: write it as a plain number and name it in the `unit`, such as `unit "% of 2025"`.
    Dates are read at their most lenient: `baseline … in 2026` and `target … in 2026` are in order.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" {
      indicator "Parents at meetings" { baseline 31 % in 2029; target 700 % in 2025 }
    }
    trust -> diploma { because "One stays where one feels welcome" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" {
      indicator "Parents at meetings" { baseline 31 % in 2025; target 70 % in 2029 }
    }
    trust -> diploma { because "One stays where one feels welcome" }
    ```
    """
    for indicator in theory.of_kind("indicator"):
        name = called(indicator)
        for stated in figures(indicator, *MEASURES):
            if stated.unit == "%" and not (stated.low >= 0 and stated.high <= 100):
                yield _not_a_share(name, stated)
        yield from _out_of_order(name, indicator)


def _not_a_share(name: str, stated: Figure) -> Finding:
    return Finding(
        stated.stated.origin,
        _("{value} in `{name}`: a share lies between 0 % and 100 %", value=stated.shown(), name=name),
        _(
            'correct the figure; for growth, write a plain number and say what it counts: `{unit} "…"`',
            unit=Words("unit", "unité"),
        ),
    )


def _out_of_order(name: str, indicator: Element) -> Iterator[Finding]:
    baseline, target = figure(indicator, "baseline"), figure(indicator, "target")
    if baseline and target and _precedes(target, baseline):
        yield _too_early(_("the target of `{name}` lies before its baseline", name=name), target, baseline)
        return
    for milestone in figures(indicator, "milestone"):
        if baseline and _precedes(milestone, baseline):
            yield _too_early(_("a milestone of `{name}` lies before its baseline", name=name), milestone, baseline)
        elif target and _precedes(target, milestone):
            yield _too_early(_("a milestone of `{name}` lies after its target", name=name), milestone, target)


def _precedes(one: Figure, other: Figure) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _too_early(message: Message, wrong: Figure, other: Figure) -> Finding:
    return Finding(
        wrong.stated.origin,
        message,
        _("correct one of the dates: {date} here, {other} there", date=wrong.date_shown(), other=other.date_shown()),
        (Related(other.stated.origin, _("the other date")),),
    )
