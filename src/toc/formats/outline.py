"""An outline: the picture in plain text, for screen readers, for e-mail and for whoever would rather read.

The visions stand first, and beneath each element what it rests on; each is told once, and named where it comes again.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from toc.formats.format import picture
from toc.messages import _, show
from toc.scene.drawing import UNREADABLE
from toc.scene.scene import Card, Link, Scene

INDENT = "  "
# Deeper than this nobody can follow the indentation: what comes there is told at the margin, further on.
DEEPEST = 12
# What marks say that the details of the same card or link say in full.
IN_DETAILS = frozenset({"progress", "owners", "level", "evidence", "assumption"})
_READABLE = dict.fromkeys((*UNREADABLE, *range(0x7F, 0xA0)), "\ufffd") | dict.fromkeys((9, 10, 13, 0x2028, 0x2029), " ")


@frozen
class Telling:
    """What is told, and what has been: cards by id, and the links that come to each."""

    scene: Scene
    cards: Mapping[str, Card]
    into: Mapping[str, Sequence[Link]]
    details: Mapping[str, Sequence[tuple[str, str]]]
    told: set[str]
    waiting: list[Card]


@picture("outline", ".txt", details=True)
def outline(scene: Scene) -> str:
    """Return the picture as an outline in plain text."""
    telling = _telling(scene)
    parts = [[_plain(scene.title), "=" * max(3, min(72, len(_plain(scene.title))))], [_plain(scene.description)]]
    for card in scene.cards:
        # First what rests on nothing shown above it: the visions, and what leads nowhere.
        if card.shape == "banner" and card.id not in telling.told:
            parts.append(list(_card(telling, card, 0)))
    for card in scene.cards:
        while telling.waiting:
            parts.append(list(_card(telling, telling.waiting.pop(0), 0)))
        if card.shape != "gate" and card.id not in telling.told:
            parts.append(list(_card(telling, card, 0)))
    parts.append([_plain(note.text) for note in scene.notes])
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _telling(scene: Scene) -> Telling:
    into: dict[str, list[Link]] = {}
    for link in scene.links:
        into.setdefault(link.target, []).append(link)
    cards = {card.id: card for card in scene.cards}
    return Telling(scene, cards, into, {detail.id: detail.rows for detail in scene.details}, set(), [])


def _plain(text: str) -> str:
    return " ".join(text.translate(_READABLE).split())


def _say(telling: Telling, one: Card | Link, depth: int) -> str:
    """A line: what a card or a link says, and behind it what its marks tell and no detail does."""
    sign, text = ("", one.says) if isinstance(one, Card) else ("- ", one.title)
    known = IN_DETAILS if one.id in telling.details else frozenset()
    said = "; ".join((text, *(mark.says for mark in one.marks if mark.says and mark.name not in known)))
    return f"{INDENT * depth}{sign}{_plain(said)}"


def _card(telling: Telling, card: Card, depth: int) -> Iterator[str]:
    """Yield a card, what is known of it, and each link that comes to it with what it comes from."""
    telling.told.add(card.id)
    yield _say(telling, card, depth)
    yield from _rows(telling, card.id, depth + 1)
    for link in telling.into.get(card.id, ()):
        yield from _link(telling, link, depth + 1)


def _rows(telling: Telling, name: str, depth: int) -> Iterator[str]:
    for heading, text in telling.details.get(name, ()):
        first, *more = text.splitlines() or [""]
        said = _("{heading}: {text}", heading=heading, text="" if more else first)
        yield f"{INDENT * depth}{_plain(show(said, telling.scene.language))}"
        yield from (f"{INDENT * (depth + 1)}{_plain(line)}" for line in (first, *more) if more)


def _link(telling: Telling, link: Link, depth: int) -> Iterator[str]:
    yield _say(telling, link, depth)
    if link.id in telling.details:
        yield from _rows(telling, link.id, depth + 1)
    elif link.why:
        why = show(_("because {reason}", reason=link.why), telling.scene.language)
        yield f"{INDENT * (depth + 1)}{_plain(why)}"
    for card in _sources(telling, link):
        if card.id in telling.told:
            continue
        if depth >= DEEPEST:
            telling.told.add(card.id)
            telling.waiting.append(card)
        else:
            yield from _card(telling, card, depth + 1)


def _sources(telling: Telling, link: Link) -> Iterator[Card]:
    """The cards that a link comes from, through the circle in which several of them meet."""
    source = telling.cards[link.source]
    if source.shape != "gate":
        yield source
        return
    for each in telling.into.get(source.id, ()):
        yield telling.cards[each.source]
