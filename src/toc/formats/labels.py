"""The label of a card for programs that break its lines themselves."""

from toc.scene.measure import ELLIPSIS
from toc.scene.scene import Card


def whole_label(card: Card) -> str:
    """Return the label of `card` on one line: whole, or as far as the card has room for it."""
    shown = "".join(line.text for line in card.lines[1:])
    if not shown.endswith(ELLIPSIS) or card.title.endswith(ELLIPSIS):
        return card.title
    left = sum(not character.isspace() for character in shown) - 1
    for at, character in enumerate(card.title):
        if left == 0:
            return card.title[:at].rstrip() + ELLIPSIS
        left -= not character.isspace()
    return card.title
