"""All parts of a leverage report, in the order in which a group reads them."""

from collections.abc import Iterator

from toc.leverage_report.links_told import assumptions_told, critical_told, gains_told, loops_told, structure_told
from toc.leverage_report.method_told import caveats_told, method_told, scale_check_told
from toc.leverage_report.numbers import decimal
from toc.leverage_report.report import LeverageReport
from toc.leverage_report.sections import Section
from toc.leverage_report.strategies_told import strategies_told, weak_ones_told
from toc.leverage_report.together_told import budget_told, front_told, synergy_told
from toc.messages import Message, _, plural, show

MOST_VISIONS = 5


def heading(report: LeverageReport) -> str:
    """Return the title of a report."""
    return show(_("Leverage: {title}", title=report.title), report.language)


def lede(report: LeverageReport) -> tuple[str, ...]:
    """Return what a report says in short, and what makes it doubtful."""
    return (*(show(message, report.language) for message in _lede(report)), *caveats_told(report))


def sections(report: LeverageReport) -> tuple[Section, ...]:
    """Return the parts that have something to say."""
    if not report.leverage.keys:
        return ()
    found = (
        strategies_told(report),
        weak_ones_told(report),
        budget_told(report),
        front_told(report),
        synergy_told(report),
        gains_told(report),
        critical_told(report),
        assumptions_told(report),
        loops_told(report),
        scale_check_told(report),
        structure_told(report),
        method_told(report),
    )
    return tuple(section for section in found if section is not None)


def _lede(report: LeverageReport) -> Iterator[Message]:
    leverage, language = report.leverage, report.language
    if not leverage.keys:
        yield _("There is no strategy here that could be chosen.")
        return
    for vision in leverage.theory.visions[:MOST_VISIONS]:
        number = leverage.graph.number_of.get(vision.key)
        if number is not None:
            yield plural(
                "With the one strategy, “{vision}” reaches {reached}; without it {nothing}.",
                "With the {n} strategies, “{vision}” reaches {reached}; without them {nothing}.",
                n=len(leverage.keys),
                vision=report.name(vision.key),
                reached=decimal(leverage.state.values[number], language),
                nothing=decimal(leverage.nothing.values[number], language),
            )
    yield _("These are degrees, from 0 (not at all) to 1 (wholly), made to compare strategies; they foretell nothing.")
