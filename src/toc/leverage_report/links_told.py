"""What is said of the net of links: what to strengthen, what everything hangs on, how it is built, where it loops."""

from collections.abc import Iterator

from toc.leverage.figures import Gain
from toc.leverage.loops import Loop, shortest_loops
from toc.leverage.verdict_words import STRENGTH_WORDS
from toc.leverage_report.numbers import decimal, share, signed
from toc.leverage_report.report import LeverageReport
from toc.leverage_report.sections import LEFT, Column, Section, Table
from toc.messages import Message, _, show

MOST = 10
# Less is won or lost by what lies below this, than anyone should be shown.
LEAST, LEAST_PART = 0.0005, 0.005


def gains_told(report: LeverageReport) -> Section | None:
    """Return the links worth strengthening; None where none is."""
    language = report.language
    found = worth_strengthening(report)
    if not found:
        return None
    heads = (
        Column(show(_("link"), language), LEFT, wide=True),
        Column(show(_("now"), language), LEFT),
        Column(show(_("then"), language), LEFT),
        Column(show(_("impact"), language)),
    )
    rows = tuple(
        (
            link_named(report, gain),
            decimal(gain.strength.mode, language),
            strength_named(gain, language),
            signed(gain.gain, language),
        )
        for gain in found
    )
    line = _("What the vision would gain, were a link one word stronger; one that hinders, one word weaker.")
    return Section("gains", show(_("Links worth working on"), language), (show(line, language),), Table(heads, rows))


def worth_strengthening(report: LeverageReport) -> tuple[Gain, ...]:
    """Return the links by which most would be won, at most ten."""
    return tuple(gain for gain in report.leverage.gains if gain.gain >= LEAST)[:MOST]


def link_named(report: LeverageReport, gain: Gain) -> str:
    """Return a link by the names of its ends."""
    sources = " & ".join(report.name(key) for key in gain.link.sources)
    return f"{sources} → {report.name(gain.link.target)}"


def strength_named(gain: Gain, language: str) -> str:
    """Return the strength that a link would have: its word and its number."""
    word, number = STRENGTH_WORDS.get(gain.next_word), decimal(gain.next_strength, language)
    return number if word is None else show(_("{word}, {number}", word=word, number=number), language)


def critical_told(report: LeverageReport) -> Section | None:
    """Return what would be lost with each element; None where nothing would."""
    language = report.language
    strategies = frozenset(report.leverage.keys)
    found = [one for one in report.leverage.critical if one.knock_out >= LEAST_PART and one.key not in strategies]
    if not found:
        return None
    heads = (
        Column(show(_("element"), language), LEFT, wide=True),
        Column(show(_("impact lost"), language)),
    )
    rows = tuple((report.name(one.key), share(one.knock_out, language)) for one in found[:MOST])
    line = _("What would be lost if one thing did not happen at all.")
    title = show(_("What everything hangs on"), language)
    return Section("critical", title, (show(line, language),), Table(heads, rows))


def assumptions_told(report: LeverageReport) -> Section | None:
    """Return what hangs on each assumption; None where there is none in use."""
    language = report.language
    found = [one for one in report.leverage.assumptions if abs(one.criticality) >= LEAST][:MOST]
    if not found:
        return None
    heads = (
        Column(show(_("assumption"), language), LEFT, wide=True),
        Column(show(_("likelihood"), language)),
        Column(show(_("impact that hangs on it"), language)),
        Column(show(_("of all impact"), language)),
    )
    rows = tuple(
        (
            report.name(one.key),
            decimal(one.likelihood, language),
            decimal(one.criticality, language, 3),
            share(one.share, language),
        )
        for one in found
    )
    return Section("assumptions", show(_("Assumptions"), language), (), Table(heads, rows))


def structure_told(report: LeverageReport) -> Section | None:
    """Return how each element stands in the net of links, for those who cannot see the chart."""
    language = report.language
    found = report.leverage.structure
    if not found:
        return None
    heads = (
        Column(show(_("element"), language), LEFT, wide=True),
        Column(show(_("influence"), language)),
        Column(show(_("dependence"), language)),
    )
    rows = tuple(
        (report.name(one.key), decimal(one.influence, language), decimal(one.dependence, language)) for one in found
    )
    title = show(_("Influence and dependence"), language)
    line = _("Structure only: from how the links run, whatever their strength. It decides no verdict.")
    return Section("structure", title, (show(line, language),), Table(heads, rows), details=True)


def loops_told(report: LeverageReport) -> Section | None:
    """Return the loops of the model and whether they settle; None where there is none."""
    told = tuple(show(message, report.language) for loop in report.leverage.loops for message in _loop(loop, report))
    return Section("loops", show(_("Loops"), report.language), told) if told else None


def _loop(loop: Loop, report: LeverageReport) -> Iterator[Message]:
    graph = report.leverage.graph
    shortest = next(iter(shortest_loops(graph, loop.nodes, 1)), loop.nodes)
    keys = [key for number in shortest if (key := graph.nodes[number].key) is not None]
    names = " → ".join(report.name(key) for key in [*keys, *keys[:1]])
    match loop.state, loop.polarity:
        case "tipping", _polarity:
            yield _(
                "{names}: a tipping point; a small push may change much, and the values are those reached from nothing",
                names=names,
            )
        case "oscillating", _polarity:
            yield _("{names}: no value is reached, so no verdict rests on it", names=names)
        case _state, "reinforcing":
            yield _("{names}: each makes more of the other, up to a value that is reached", names=names)
        case _:
            yield _("{names}: the loop holds itself back, at a value that is reached", names=names)
    if loop.deadlocked:
        yield _("{names}: each waits for the other, so nothing starts", names=names)
