"""The charts of a leverage report."""

from collections.abc import Iterator
from functools import partial

from toc.charts.bars import Bars, Row, bars
from toc.charts.chart import Chart
from toc.charts.pen import DIAMOND, DISC, DOWN, RING, SQUARE, Mark
from toc.charts.scatter import Fields, Point, Ray, Scatter, scatter
from toc.charts.steps import Step, Steps, steps
from toc.leverage.verdict_names import DOMINATED, ENABLER, FAIR, HARMFUL, NEGLIGIBLE, PULLS, REDUNDANT, UNDECIDED, WEAK
from toc.leverage.verdict_words import VERDICT_WORDS
from toc.leverage_report.links_told import link_named, strength_named, worth_strengthening
from toc.leverage_report.numbers import amount, decimal, share, signed
from toc.leverage_report.report import LeverageReport
from toc.leverage_report.together_told import chosen
from toc.leverage_report.verdicts import ranked
from toc.messages import Message, _, show
from toc.scene.theme import Theme

# The ratio below which a strategy may be called weak.
THRESHOLD = 0.5
MARKS: dict[str | None, Mark] = {
    HARMFUL: Mark(DOWN, "hinders.line"),
    WEAK: Mark(DOWN, "hinders.line"),
    NEGLIGIBLE: Mark(DOWN, "hinders.line"),
    REDUNDANT: Mark(DIAMOND, "orange"),
    UNDECIDED: Mark(RING, "orange"),
    DOMINATED: Mark(SQUARE, "neutral"),
    ENABLER: Mark(DISC, "green"),
    FAIR: Mark(SQUARE, "neutral"),
    PULLS: Mark(DISC, "green"),
    None: Mark(RING, "neutral"),
}
BLUE, GREEN, RED = Mark(DISC, "blue"), Mark(DISC, "green"), Mark(DOWN, "hinders.line")
KINDS = {"strategy": Mark(SQUARE, "orange"), "vision": Mark(DIAMOND, "title")}


def pictures(report: LeverageReport, look: Theme) -> tuple[Chart, ...]:
    """Return the charts that have something to show, each called after the section whose numbers it draws."""
    return tuple(_pictures(report, look)) if report.leverage.keys else ()


def _pictures(report: LeverageReport, look: Theme) -> Iterator[Chart]:
    leverage = report.leverage
    if any(one.share is not None and one.effort_share is not None for one in leverage.strategies):
        yield scatter(_quadrant(report), look)
    if len(leverage.front) > 1:
        yield steps(_front(report), look)
    if leverage.pairs:
        yield bars(_pairs(report), look)
    if worth_strengthening(report):
        yield bars(_tornado(report), look)
    if len(leverage.structure) > 1:
        yield scatter(_influence(report), look)


def _quadrant(report: LeverageReport) -> Scatter:
    language = report.language
    found = [
        one for one in ranked(report.leverage.strategies) if one.share is not None and one.effort_share is not None
    ]
    points = []
    for one in found:
        says = _(
            "{name}: {effort} of the effort, {impact} of the impact, {verdict}",
            name=report.name(one.key),
            effort=share(one.effort_share, language),
            impact=share(one.share, language),
            verdict=VERDICT_WORDS[one.verdict],
        )
        x, y = one.effort_share or 0.0, one.share or 0.0
        points.append(Point(report.name(one.key), show(says, language), x, y, MARKS[one.verdict]))
    marks: dict[Mark, list[str]] = {}
    for verdict in dict.fromkeys(one.verdict for one in found):
        marks.setdefault(MARKS[verdict], []).append(show(VERDICT_WORDS[verdict], language))
    return Scatter(
        "strategies",
        show(_("Effort and impact"), language),
        show(
            _(
                "Above the full line a strategy brings more than its share of the effort; below the broken line less"
                " than half of it. One without which much would be lost pulls its weight wherever it stands."
            ),
            language,
        ),
        show(_("Each strategy by its share of the effort and its share of the impact"), language),
        tuple(points),
        show(_("share of effort"), language),
        show(_("share of impact"), language),
        partial(_per_cent, language=language),
        tuple((mark, ", ".join(words)) for mark, words in marks.items()),
        (Ray(1.0, _ratio(1, language)), Ray(THRESHOLD, _ratio(THRESHOLD, language), dashed=True)),
    )


def _front(report: LeverageReport) -> Steps:
    language, leverage = report.language, report.leverage
    unit = leverage.efforts.unit
    found = []
    for one in leverage.front:
        told = _(
            "effort {effort}, impact {impact}: {names}",
            effort=amount(one.effort, language, unit),
            impact=decimal(one.impact, language),
            names=chosen(report, one),
        )
        text = show(told, language)
        found.append(Step(one.effort, one.impact, text, text))
    budget = report.budget
    limit = _("budget {budget}", budget=amount(budget, language, unit))
    return Steps(
        "front",
        show(_("Most impact for the effort"), language),
        show(_("For each effort, the set of strategies with the greatest impact."), language),
        show(_("How the greatest impact rises with the effort"), language),
        tuple(step for step in found if step.x > 0 or step.y > 0),
        show(_("effort ({unit})", unit=unit), language) if unit else show(_("effort"), language),
        show(_("impact"), language),
        partial(_effort, language=language),
        partial(_tick, language=language),
        None if budget is None else (budget, show(limit, language)),
    )


def _pairs(report: LeverageReport) -> Bars:
    language = report.language
    rows = []
    for pair in report.leverage.pairs:
        name = f"{report.name(pair.a)} + {report.name(pair.b)}"
        value = signed(pair.interaction, language)
        mark = GREEN if pair.interaction > 0 else RED
        rows.append(Row(name, f"{name} {value}", pair.interaction, value, mark))
    return Bars(
        "synergy",
        show(_("Synergy of pairs"), language),
        show(_("Above 0, two strategies make more of each other; below 0, they do the same work."), language),
        show(_("The interaction of pairs of strategies"), language),
        tuple(rows),
    )


def _tornado(report: LeverageReport) -> Bars:
    language = report.language
    rows = []
    for gain in worth_strengthening(report):
        value = signed(gain.gain, language)
        then = strength_named(gain, language)
        now = decimal(gain.strength.mode, language)
        name, remark = link_named(report, gain), f"{now} → {then}"
        rows.append(Row(name, f"{name} {value} ({remark})", gain.gain, value, BLUE, remark))
    return Bars(
        "gains",
        show(_("Links worth working on"), language),
        show(
            _("What the vision would gain, were a link one word stronger; one that hinders, one word weaker."), language
        ),
        show(_("The gain by each link"), language),
        tuple(rows),
    )


def _influence(report: LeverageReport) -> Scatter:
    language, leverage = report.language, report.leverage
    found = sorted(leverage.structure, key=lambda one: (-max(one.influence, one.dependence), one.key))
    points = []
    for one in found:
        says = _(
            "{name}: influence {influence}, dependence {dependence}",
            name=report.name(one.key),
            influence=decimal(one.influence, language),
            dependence=decimal(one.dependence, language),
        )
        kind = leverage.theory.elements[one.key].kind
        mark = KINDS.get(kind, BLUE)
        points.append(Point(report.name(one.key), show(says, language), one.dependence, one.influence, mark))
    x = sum(one.dependence for one in found) / len(found)
    y = sum(one.influence for one in found) / len(found)
    names: tuple[Message, ...] = (_("driving"), _("relaying"), _("apart"), _("depending"))
    top_left, top_right, low_left, low_right = (show(name, language) for name in names)
    return Scatter(
        "structure",
        show(_("Influence and dependence: structure only"), language),
        show(
            _(
                "How much an element moves others, and how much others move it, by how the links run alone,"
                " whatever their strength. It decides no verdict."
            ),
            language,
        ),
        show(_("Each element by its dependence and its influence"), language),
        tuple(points),
        show(_("dependence"), language),
        show(_("influence"), language),
        partial(_tick, language=language),
        (
            (KINDS["strategy"], show(_("strategy"), language)),
            (BLUE, show(_("change or factor"), language)),
            (KINDS["vision"], show(_("vision"), language)),
        ),
        fields=Fields(x, y, (top_left, top_right, low_left, low_right)),
        bounds=(0.0, 1.0, 0.0, 1.0),
    )


def _ratio(value: float, language: str) -> str:
    return show(_("ratio {ratio}", ratio=value), language)


def _per_cent(value: float, digits: int, language: str) -> str:
    space = "\u00a0" if language == "fr" else ""
    return f"{decimal(100 * value, language, max(0, digits - 2))}{space}%"


def _tick(value: float, digits: int, language: str) -> str:
    return decimal(value, language, digits)


def _effort(value: float, _digits: int, language: str) -> str:
    return amount(value, language)
