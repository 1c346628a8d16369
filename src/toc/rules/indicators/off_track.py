"""The rule `off-track`."""

from collections.abc import Iterator
from math import floor, log10

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.messages import _
from toc.model.elements import Element
from toc.model.figures import Figure, unit_of, value_shown
from toc.model.theory import Theory
from toc.model.way import Way, latest_on, way_of
from toc.rules.places import called


@rule(
    "TOC507",
    WARNING,
    sources=[
        "Cabaj and Weaver, Collective Impact 3.0 (Tamarack, 2016): strategic learning",
        "Niska and Accolades, wiki page « Impact collectif »: the results are evaluated, to learn from them",
    ],
    tolerance=0.01,
)
def off_track(theory: Theory, tolerance: float) -> Iterator[Finding]:
    """
    An indicator whose latest observation is behind the way from its baseline to its target.

    ## Why it matters
    It is no shame to be behind; it is a pity to notice at the end.
    Being behind is a question to the theory: does the strategy not reach those it should, does a link not hold, or
    did the target ask too much too soon?

    The way is a straight line from the baseline through the milestones to the target, upwards or downwards.
    Dates and ranges are read at their most lenient: the observation at its first day, the points of the line at their
    last, of a range the end that is easier to reach; a hundredth of the way does not count.
    Where the first or last point has no date, where a figure is `unknown` or in another unit, nothing is compared;
    of several observations of the same date the best counts.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" {
      indicator "Parents at meetings" { baseline 30 % in 2024; target 70 % in 2028; observed 33 % in 2026-12 }
    }
    trust -> diploma { because "One stays where one feels welcome" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" {
      indicator "Parents at meetings" {
        baseline 30 % in 2024
        milestone 32 % in 2026
        target 70 % in 2028
        observed 33 % in 2026-12
      }
    }
    trust -> diploma { because "One stays where one feels welcome" }
    ```
    """
    for indicator in theory.of_kind("indicator"):
        way = way_of(indicator)
        seen = latest_on(indicator, way) if way else None
        if not way or not seen or not seen.first:
            continue
        expected = way.expected(seen.first)
        if expected is not None and way.is_behind(seen, expected, tolerance):
            yield _finding(indicator, way, seen, expected)


def _finding(indicator: Element, way: Way, seen: Figure, expected: float) -> Finding:
    return Finding(
        seen.stated.origin,
        _(
            "`{name}` is behind: {seen} ({date}), where the way from {start} to {end} asks for {expected}",
            name=called(indicator),
            seen=seen.shown(),
            date=seen.date_shown(),
            start=way.start.shown(),
            end=way.end.shown(),
            expected=value_shown(_rounded(expected, way), unit_of(way.end)),
        ),
        _("ask together why, and what to do otherwise; if the change comes late by nature, say so with a milestone"),
        (
            Related(way.start.stated.origin, _("the baseline")),
            Related(way.end.stated.origin, _("the target")),
        ),
    )


def _rounded(expected: float, way: Way) -> float:
    """Return what is expected to a hundredth of the way, so that it reads like the figures around it."""
    return round(expected, 2 - floor(log10(way.length))) if way.length else expected
