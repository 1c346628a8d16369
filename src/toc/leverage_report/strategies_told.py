"""What is said of the strategies: the table, why the weak ones are weak, and what would help."""

from collections.abc import Iterator

from attrs import evolve

from toc.leverage.explain import advice, good_for, reasons
from toc.leverage.figures import Strategy
from toc.leverage.verdict_names import UNDECIDED, WEAK
from toc.leverage.verdict_words import VERDICT_MEANINGS, VERDICT_WORDS, WITHHELD
from toc.leverage_report.labels import with_labels
from toc.leverage_report.numbers import amount, decimal, listed, share
from toc.leverage_report.report import LeverageReport
from toc.leverage_report.sections import LEFT, Column, Entry, Section, Table
from toc.leverage_report.verdicts import ASKED_ABOUT, ranked, tone
from toc.messages import Message, _, show


def strategies_told(report: LeverageReport) -> Section:
    """Return the table of strategies, the greatest ratio first, and how it is read."""
    language, leverage = report.language, report.leverage
    unit = leverage.efforts.unit
    effort = show(_("effort ({unit})", unit=unit), language) if unit else show(_("effort"), language)
    heads = (
        Column(show(_("strategy"), language), LEFT, wide=True),
        Column(effort),
        Column(show(_("alone"), language)),
        Column(show(_("effort share"), language)),
        Column(show(_("impact share"), language)),
        Column(show(_("share lost"), language)),
        Column(show(_("ratio"), language)),
        Column(show(_("verdict"), language), LEFT),
    )
    found = ranked(leverage.strategies)
    return Section(
        "strategies",
        show(_("Strategies"), language),
        table=Table(heads, tuple(_row(one, report) for one in found), tuple(tone(one.verdict) for one in found)),
        remarks=tuple(show(line, language) for line in _how_to_read(report)),
    )


def weak_ones_told(report: LeverageReport) -> Section | None:
    """Return why strategies are weak, harmful, redundant or undecided, and what would help; None where none is."""
    asked = [one for one in report.leverage.strategies if one.verdict in ASKED_ABOUT]
    asked.sort(key=lambda one: -(one.effort_share or 0.0))
    if not asked:
        return None
    title = show(_("Why, and what would help"), report.language)
    return Section("why", title, entries=tuple(_entry(one, report) for one in asked))


def reasons_told(report: LeverageReport, strategy: Strategy) -> tuple[str, ...]:
    """Return what is said of one strategy, sentence by sentence: why, what it is good for, what would help."""
    return tuple(with_labels(message, report) for message in _said(report, strategy))


def _said(report: LeverageReport, strategy: Strategy) -> Iterator[Message]:
    if strategy.withheld is not None:
        yield WITHHELD[strategy.withheld]
    if strategy.verdict in ASKED_ABOUT:
        yield from reasons(report.leverage, strategy.key)
        yield from good_for(report.leverage, strategy.key)
        yield from advice(report.leverage, strategy.key)


def _row(one: Strategy, report: LeverageReport) -> tuple[str, ...]:
    language, efforts = report.language, report.leverage.efforts
    unit = efforts.items[report.leverage.keys.index(one.key)].unit if efforts.mixed else None
    return (
        report.name(one.key),
        amount(one.effort, language, unit) + ("" if one.effort_stated else "*"),
        decimal(one.alone, language, 3),
        share(one.effort_share, language),
        share(one.share, language),
        share(_lost(one, report), language),
        decimal(one.ratio, language),
        show(VERDICT_WORDS[one.verdict], language),
    )


def _lost(one: Strategy, report: LeverageReport) -> float | None:
    return None if one.share is None else one.leave_one_out / report.leverage.impact


def _entry(one: Strategy, report: LeverageReport) -> Entry:
    language, leverage = report.language, report.leverage
    assert one.verdict is not None
    name = _("{strategy}: {verdict}", strategy=report.name(one.key), verdict=VERDICT_WORDS[one.verdict])
    told = [with_labels(_found(one, report), report)]
    groups = (
        (_("Why: {text}"), reasons(leverage, one.key), ""),
        (_("Not useless: {text}"), good_for(leverage, one.key), ""),
        (_("What would help: {text}"), advice(leverage, one.key), "({}) "),
    )
    for frame, messages, number in groups:
        if messages:
            texts = [number.format(at) + with_labels(message, report) for at, message in enumerate(messages, 1)]
            told.append(show(evolve(frame, fields={"text": listed(texts, language)}), language))
    return Entry(show(name, language), tone(one.verdict), tuple(told))


def _found(one: Strategy, report: LeverageReport) -> Message:
    language = report.language
    fields = {
        "effort": share(one.effort_share, language),
        "impact": share(one.share, language),
        "ratio": decimal(one.ratio, language),
        "draws": share(one.probability_weak, language),
        "meaning": VERDICT_MEANINGS[one.verdict or ""],
    }
    if one.ratio is None or one.verdict not in {WEAK, UNDECIDED}:
        return _("{meaning}", **fields)
    if one.probability_weak is None:
        return _("{effort} of the effort, {impact} of the impact (ratio {ratio})", **fields)
    return _("{effort} of the effort, {impact} of the impact (ratio {ratio}; weak in {draws} of the draws)", **fields)


def _how_to_read(report: LeverageReport) -> Iterator[Message]:
    yield _(
        "alone: what the strategy achieves by itself; impact share: its fair part of what all achieve together"
        " (Shapley value); share lost: what part of it all would be lost without the strategy;"
        " ratio: impact share divided by effort share"
    )
    strategies = report.leverage.strategies
    for verdict in dict.fromkeys(one.verdict for one in ranked(strategies)):
        if verdict is not None:
            yield _("{verdict}: {meaning}", verdict=VERDICT_WORDS[verdict], meaning=VERDICT_MEANINGS[verdict])
    for withheld in dict.fromkeys(one.withheld for one in strategies):
        if withheld is not None:
            yield _("No verdict compares the strategies: {reason}", reason=WITHHELD[withheld])
    if not all(one.effort_stated for one in strategies):
        yield _("*: no effort is stated; the median of the others is assumed, or 1 where none is stated")
