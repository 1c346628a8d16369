"""The words of a card for programs that break lines themselves."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from toc.scene.measure import ELLIPSIS
from toc.scene.scene import Card, Line


class Block(NamedTuple):
    """Words of a card that run on: its label, whole, or a line that stands alone.

    `first` and `last` are the lines as the scene has them. `broken` says that a word of the label is broken to fit.
    """

    text: str
    first: Line
    last: Line
    is_label: bool = False
    broken: bool = False


def blocks(card: Card) -> Iterator[Block]:
    """Yield the words of `card` from top to bottom: its label in one, to be edited, other lines as they are."""
    found = False
    for _look, group in groupby(card.lines, key=lambda line: (line.size, line.role, line.bold, line.tracking)):
        lines = tuple(group)
        label = None if found or _is_beside_a_mark(card, lines) else _label(card.title, lines)
        if label is None:
            yield from (Block(line.text, line, line) for line in lines)
            continue
        found = True
        shown = " ".join(line.text for line in lines).removesuffix(ELLIPSIS)
        broken = label.split()[: len(shown.split()) - 1] != shown.split()[:-1]
        yield Block(label, lines[0], lines[-1], True, broken)


def _is_beside_a_mark(card: Card, lines: Sequence[Line]) -> bool:
    # Its lines are as long as the mark leaves room for.
    top, bottom = lines[0].at.y - lines[0].size, lines[-1].at.y
    return any(mark.box.y < bottom and mark.box.bottom > top for mark in card.marks)


def _label(title: str, lines: Sequence[Line]) -> str | None:
    """The label on one line, if `lines` show it: whole, or as far as they have room for it."""
    shown = "".join("".join(line.text for line in lines).split())
    if shown == "".join(title.split()):
        return title
    cut = shown.removesuffix(ELLIPSIS)
    if cut == shown or not "".join(title.split()).startswith(cut):
        return None
    left = len(cut)
    for at, character in enumerate(title):
        if left == 0:
            return title[:at].rstrip() + ELLIPSIS
        left -= not character.isspace()
    return None
