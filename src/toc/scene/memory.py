"""Layout memory: where cards stood in the pictures of a folder's models, as a text that git merges line by line.

    toc layout 1

    picture model.toc overview up
      lane kitchens 0 480
      c1 320 408

A line tells of one card: its id, its left edge along the row and its near edge across it, in px; the line of a lane
tells where its inside begins and ends. Pictures are told apart by model, view and direction; in each, lines are sorted.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from attrs import evolve, field, frozen

from toc.messages import Message, _
from toc.model.elements import Key

VERSION = 1
FIRST = f"toc layout {VERSION}"
ABOUT = (
    "# Where the cards stand in pictures, so that they stay there when the model changes.",
    "# `toc render` reads this file wherever it is; `toc render --layout-memory` writes it.",
    "# What is deleted here, a line or all, is placed anew.",
)
NO_LANE = "-"
FURTHEST = 10**7
_NUMBER = re.compile(r"-?[0-9]{1,8}")
# Git writes these around what it could not merge; both sides are read, the first counts.
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class Spot(NamedTuple):
    """Where a card stood: its left edge along the row, and its near edge across it, in px."""

    u: int
    v: int


class Reach(NamedTuple):
    """Where the inside of a lane began and ended, along the row, in px."""

    left: int
    right: int


@frozen
class Standing:
    """One picture as it was: cards by name, lanes by name (`-` for what stands in no group)."""

    cards: Mapping[str, Spot]
    lanes: Mapping[str, Reach]


@frozen
class Memory:
    """The pictures of a folder's models as they were, by `picture_name`."""

    pictures: Mapping[str, Standing] = field(factory=lambda: MappingProxyType({}))

    def with_pictures(self, other: "Memory") -> "Memory":
        """Return this memory with the pictures of `other` in place of those of the same name."""
        return evolve(self, pictures=MappingProxyType({**self.pictures, **other.pictures}))


def picture_name(file: str, view: str | None, direction: str) -> str:
    """Return the name of a picture: the name of its model's file, its view and its direction."""
    return f"{file.rpartition('/')[2]} {view or 'overview'} {direction}"


def card_name(key: Key, file: str) -> str:
    """Return the name by which the card of `key` is remembered: the id alone where the model's own file declares it."""
    return key.id if key.file == file else f"{key.file}:{key.id}"


def group_name(group: Key | str | None, file: str) -> str:
    """Return the name by which the lane of `group` is remembered: that of an element, a word, or none."""
    return card_name(group, file) if isinstance(group, Key) else group or NO_LANE


def write_memory(memory: Memory) -> str:
    """Return `memory` as the text of its file."""
    lines = [FIRST, *ABOUT]
    for name in sorted(memory.pictures):
        standing = memory.pictures[name]
        lines += ["", f"picture {name}"]
        lines += [f"  lane {lane} {reach.left} {reach.right}" for lane, reach in sorted(standing.lanes.items())]
        lines += [f"  {card} {spot.u} {spot.v}" for card, spot in sorted(standing.cards.items())]
    return "\n".join(lines) + "\n"


def read_memory(text: str) -> tuple[Memory, tuple[Message, ...]]:
    """Return the memory that `text` holds, and what is wrong with lines of it, which are left out.

    A text of another version is left out whole.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    meant = [(number, line) for number, line in lines if line and not line.startswith("#")]
    # The mark of a conflict may come before the first line.
    told = [(number, line) for number, line in meant if not line.startswith(_CONFLICT)]
    wrong: list[Message] = []
    if len(told) < len(meant):
        wrong.append(_("two changes met in it that git could not merge: of each card, the first place counts"))
    if not told or told[0][1] != FIRST:
        known = _("its first line is not `{line}`, so nothing in it is used", line=FIRST)
        return Memory(), (known,) if told else ()
    pictures: dict[str, tuple[dict[str, Spot], dict[str, Reach]]] = {}
    bad = list(_read(told[1:], pictures))
    if bad:
        wrong.append(_("lines that say no place and are left out: {numbers}", numbers=[str(number) for number in bad]))
    standings = {
        name: Standing(MappingProxyType(held[0]), MappingProxyType(held[1])) for name, held in pictures.items()
    }
    return Memory(MappingProxyType(standings)), tuple(wrong)


def _read(lines: list[tuple[int, str]], pictures: dict[str, tuple[dict[str, Spot], dict[str, Reach]]]) -> Iterator[int]:
    """Fill `pictures`, and yield the numbers of lines that say nothing."""
    held: tuple[dict[str, Spot], dict[str, Reach]] | None = None
    for number, line in lines:
        if line == FIRST:
            continue
        if line.startswith("picture ") and len(line.split()) >= 4:
            held = pictures.setdefault(" ".join(line.split()[1:]), ({}, {}))
            continue
        words = line.rsplit(None, 2)
        numbers = [int(word) for word in words[1:] if _NUMBER.fullmatch(word)]
        if held is None or len(numbers) < 2 or max(map(abs, numbers)) > FURTHEST:
            yield number
        elif words[0].startswith("lane "):
            if numbers[0] < numbers[1]:
                held[1].setdefault(words[0].removeprefix("lane ").strip(), Reach(*numbers))
            else:
                yield number
        else:
            held[0].setdefault(words[0], Spot(*numbers))
