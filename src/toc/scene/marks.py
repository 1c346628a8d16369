"""What cards and links mean beside their words: whose they are, how far they have come, what they rest on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from attrs import frozen

from toc.messages import Message, Words, _, plural, show, show_field
from toc.model.elements import Element, Key
from toc.model.figures import Figure, figure, figures
from toc.model.links import Link
from toc.model.theory import Theory
from toc.model.value_words import VALUE_WORDS
from toc.model.way import latest_on, way_of
from toc.scene.leverage import Figures
from toc.scene.values import label_in

OWNERS, LEVEL, DRAFT, PROGRESS = "owners", "level", "draft", "progress"
EVIDENCE, ASSUMPTION, LEVERAGE, CONTRIBUTION = "evidence", "assumption", "leverage", "contribution"
# What marks are called where somebody asks for them.
NAMES: Mapping[str, Words] = {
    OWNERS: Words("owners", "porteurs"),
    LEVEL: Words("level", "niveau"),
    DRAFT: Words("draft", "ébauche"),
    PROGRESS: Words("progress", "progrès"),
    EVIDENCE: Words("evidence", "preuve"),
    ASSUMPTION: Words("assumption", "hypothèse"),
    LEVERAGE: Words("leverage", "levier"),
    CONTRIBUTION: Words("contribution", "contribution"),
}
# What is drawn where nobody asks for anything: all that needs no computing.
USUAL = frozenset((OWNERS, LEVEL, DRAFT, PROGRESS, EVIDENCE, ASSUMPTION))
# The mark that hiding a kind takes away.
OF_KIND: Mapping[str, str] = {"indicator": PROGRESS, "assumption": ASSUMPTION, "actor": OWNERS}
# How full the sign of a sort of evidence is. What people have lived through counts as what practice has shown.
FULLNESS: Mapping[str, float] = {"study": 1.0, "practice": 0.5, "experience": 0.5, "hunch": 0.0}
ON, OFF, OPEN = "on", "off", ""
MOST_ROWS = 3

STATES: Mapping[str, Message] = {ON: _("on track"), OFF: _("behind")}
# What is worth saying of a status: that it is active goes without.
TOLD_STATUS = frozenset(("idea", "draft", "done", "dropped"))


class Progress(NamedTuple):
    """How far an indicator has come: `part` of the way (None where that cannot be told), and on, off or open."""

    name: str
    text: str
    says: str
    part: float | None
    state: str


@frozen
class Meaning:
    """What a card says by marks, in the picture's language; what is empty is not drawn. `owners` are labels."""

    owners: tuple[str, ...] = ()
    level: str = ""
    status: str = ""
    assumptions: tuple[str, ...] = ()
    evidence: str = ""
    progress: tuple[Progress, ...] = ()
    leverage: float | None = None


NOTHING = Meaning()


def meaning(
    element: Element, theory: Theory, wanted: frozenset[str], language: str, today: date | None, numbers: Figures
) -> Meaning:
    """Return what the card of `element` says by the marks `wanted`."""
    if not wanted:
        return NOTHING
    held = element.properties
    status = held.word("status") if DRAFT in wanted else None
    level = held.word("level") if LEVEL in wanted else None
    found: list[Progress | None] = []
    if PROGRESS in wanted:
        indicators = (element,) if element.kind == "indicator" else theory.indicators(element)
        found = [progress(indicator, theory, language, today) for indicator in indicators]
    return Meaning(
        owners_of(element, theory, language) if OWNERS in wanted else (),
        _word("level", level, language),
        status_word(status, language) if status in TOLD_STATUS else "",
        tuple(label_in(key, theory, language) for key in held.refs("assuming")) if ASSUMPTION in wanted else (),
        held.word("evidence") or "" if EVIDENCE in wanted else "",
        tuple(one for one in found if one is not None),
        numbers.ratio(element.key) if LEVERAGE in wanted else None,
    )


def is_draft(element: Element) -> bool:
    """Whether an element is but an idea or a draft."""
    return element.properties.word("status") in {"idea", "draft"}


def owners_of(element: Element, theory: Theory, language: str) -> tuple[str, ...]:
    """Return the labels of whoever leads and does it, and of those whose change it is."""
    return tuple(label_in(key, theory, language) for key in owner_keys(element))


def owner_keys(element: Element) -> tuple[Key, ...]:
    """Return who leads it, who does it, and whose change it is."""
    held = element.properties
    return tuple(dict.fromkeys((*held.refs("lead"), *held.refs("by"), *held.refs("of"))))


def progress(indicator: Element, theory: Theory, language: str, today: date | None) -> Progress | None:
    """Return how far `indicator` has come, from its baseline over its latest observation to its target.

    It is behind where its latest observation lies below the way that the rule `off-track` compares with, or where the
    day of its target has passed without it. None where it states no number at all.
    """
    start, end = figure(indicator, "baseline"), figure(indicator, "target")
    way = way_of(indicator)
    seen = latest_on(indicator, way) if way else _latest(indicator)
    stated = [point for point in (start, seen, end) if point]
    if not stated or (seen is None and (start is None or end is None)):
        return None
    part, state = _part(start, seen, end), OPEN
    if way and seen and seen.first:
        expected = way.expected(seen.first)
        state = OFF if expected is not None and way.is_behind(seen, expected) else ON
        late = today is not None and way.end.last is not None and way.end.last < today
        if late and way.is_behind(seen, way.points[-1][1]):
            state = OFF
    text = " → ".join(show(point.shown(), language) if point else "…" for point in (start, seen, end))
    name = label_in(indicator.key, theory, language)
    return Progress(name, text, show(_says(name, text, state), language), part, state)


def _says(name: str, text: str, state: str) -> Message:
    if state:
        return _("{name}: {values} ({state})", name=name, values=text, state=STATES[state])
    return _("{name}: {values}", name=name, values=text)


def _latest(indicator: Element) -> Figure | None:
    seen = [point for point in figures(indicator, "observed") if point.last]
    return max(seen, key=lambda point: point.last or date.min, default=None)


def _part(start: Figure | None, seen: Figure | None, end: Figure | None) -> float | None:
    if not (start and end) or start.unit != end.unit or start.low + start.high == end.low + end.high:
        return None
    if seen is None:
        return 0.0
    if seen.unit != end.unit:
        return None
    first, last, now = (point.low + point.high for point in (start, end, seen))
    return min(max((now - first) / (last - first), 0.0), 1.0)


def status_word(status: str | None, language: str) -> str:
    """Return what a status is called."""
    return _word("status", status, language)


def _word(slot: str, concept: str | None, language: str) -> str:
    return show_field(VALUE_WORDS[slot].get(concept, concept), language) if concept else ""


def evidence_of(link: Link) -> str:
    """Return the best sort of evidence that a link states; empty where it states none."""
    found = link.properties.words("evidence")
    return max(found, key=lambda word: FULLNESS.get(word, 0.0), default="")


def evidence_says(words: Sequence[str], language: str) -> str:
    """Return what the sign of evidence says aloud."""
    names = [show_field(VALUE_WORDS["evidence"].get(word, word), language) for word in words]
    return show(_("evidence: {kinds}", kinds=names), language)


def assumptions_say(labels: Sequence[str], language: str) -> str:
    """Return what the sign of assumptions says aloud."""
    said_so = plural("{n} assumption", "{n} assumptions", n=len(labels))
    return show(_("{assumptions}: {names}", assumptions=said_so, names="; ".join(labels)), language)
