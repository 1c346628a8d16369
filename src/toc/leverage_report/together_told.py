"""What is said of the strategies as a whole: synergy, the best sets, and what a budget would buy."""

from toc.leverage.figures import Portfolio
from toc.leverage_report.front import milestones
from toc.leverage_report.numbers import amount, decimal, share, signed
from toc.leverage_report.report import LeverageReport
from toc.leverage_report.sections import LEFT, Column, Section, Table
from toc.leverage_report.verdicts import BAD, GOOD
from toc.messages import Message, _, plural, show


def synergy_told(report: LeverageReport) -> Section | None:
    """Return what the strategies achieve beyond what each achieves alone, and the pairs that matter most.

    None where there is one strategy only.
    """
    language, leverage = report.language, report.leverage
    if len(leverage.keys) < 2:
        return None
    lines = [show(_overall(report), language)]
    pairs = leverage.pairs
    heads = (Column(show(_("pair"), language), LEFT, wide=True), Column(show(_("interaction"), language)))
    rows = tuple(
        (f"{report.name(pair.a)} + {report.name(pair.b)}", signed(pair.interaction, language)) for pair in pairs
    )
    tones = tuple(GOOD if pair.interaction > 0 else BAD for pair in pairs)
    if pairs:
        lines.append(
            show(_("Above 0, two strategies make more of each other; below 0, they do the same work."), language)
        )
    return Section("synergy", show(_("Synergy"), language), tuple(lines), Table(heads, rows, tones) if pairs else None)


def front_told(report: LeverageReport) -> Section | None:
    """Return the sets of strategies that give most for their effort; None without a choice, or for mixed efforts."""
    language = report.language
    told = milestones(report.leverage.front)
    if len(told) < 2:
        return None
    unit = report.leverage.efforts.unit
    heads = (
        Column(show(_("effort ({unit})", unit=unit), language) if unit else show(_("effort"), language)),
        Column(show(_("impact"), language)),
        Column(show(_("of all impact"), language)),
        Column(show(_("strategies chosen"), language), LEFT, wide=True),
    )
    rows = tuple(
        (
            amount(one.effort, language),
            decimal(one.impact, language, 3),
            share(_part(one.impact, report.leverage.impact), language),
            chosen(report, one),
        )
        for one in told
    )
    line = _("For each effort, the set of strategies with the greatest impact.")
    left = sum(bool(one.keys) for one in report.leverage.front) - len(told)
    left_out = plural("{n} step between these is not shown.", "{n} steps between these are not shown.", n=left)
    more = (show(left_out, language),) if left > 0 else ()
    title = show(_("Most impact for the effort"), language)
    return Section("front", title, (show(line, language),), Table(heads, rows), remarks=more)


def budget_told(report: LeverageReport) -> Section | None:
    """Return the best set within the budget, its impact and what is left out; None where no budget is given."""
    best, language = report.best, report.language
    if best is None or report.budget is None:
        return None
    unit = report.leverage.efforts.unit
    fields = {
        "budget": amount(report.budget, language, unit),
        "effort": amount(best.effort, language, unit),
        "impact": decimal(best.impact, language, 3),
        "part": share(_part(best.impact, report.leverage.impact), language),
    }
    lines = [
        _("The best set costs {effort}: impact {impact}, {part} of that of all strategies.", **fields)
        if best.keys
        else _("No strategy can be had for it.")
    ]
    if best.keys:
        lines.append(_("Chosen: {names}", names=report.names(best.keys)))
    if best.left_out:
        lines.append(_("Left out: {names}", names=report.names(best.left_out)))
    title = show(_("With an effort of {budget}", **fields), language)
    return Section("budget", title, tuple(show(line, language) for line in lines))


def chosen(report: LeverageReport, portfolio: Portfolio) -> str:
    """Return the strategies of a set: by name, or all but some where it holds most of them."""
    left_out = tuple(key for key in report.leverage.keys if key not in portfolio.keys)
    if not left_out:
        return show(_("all"), report.language)
    if len(left_out) < len(portfolio.keys) / 2:
        return show(_("all but: {names}", names=report.names(left_out)), report.language)
    return report.names(portfolio.keys) or show(_("none"), report.language)


def _overall(report: LeverageReport) -> Message:
    leverage, language = report.leverage, report.language
    fields = {
        "impact": decimal(leverage.impact, language, 3),
        "sum": decimal(leverage.impact - leverage.synergy, language, 3),
        "synergy": signed(leverage.synergy, language),
    }
    if leverage.synergy > 0.005:
        return _(
            "Together the strategies achieve {impact}, each alone, added up, {sum}: synergy {synergy};"
            " they achieve more together than apart.",
            **fields,
        )
    if leverage.synergy < -0.005:
        return _(
            "Together the strategies achieve {impact}, each alone, added up, {sum}: synergy {synergy};"
            " in part they do the same work.",
            **fields,
        )
    return _(
        "Together the strategies achieve {impact}, each alone, added up, {sum}: they simply add up.",
        **fields,
    )


def _part(impact: float, whole: float) -> float | None:
    return impact / whole if whole > 0 else None
