"""Between a memory and a draft: which numbers its names have, and what is to be remembered of a layout."""

from types import MappingProxyType

from attrs import evolve

from toc.model.theory import Theory
from toc.scene.draft import Draft, Group
from toc.scene.layout import Layout
from toc.scene.memory import Memory, Reach, Spot, Standing, card_name, group_name, picture_name
from toc.scene.recall import Known
from toc.scene.view import Shown


def name_of_picture(found: Shown, file: str) -> str:
    """Return the name by which the picture of `found`, of the model in `file`, is remembered."""
    return picture_name(file, found.view.id if found.view else None, found.direction)


def known_in(made: Draft, standing: Standing, file: str) -> Known:
    """Return what `standing` tells of the nodes and lanes of `made`, whose model is in `file`."""
    names = [card_name(element.key, file) for element in made.elements]
    lanes = [lane_name(group, file) for group in made.groups]
    return Known(
        {node: standing.cards[name] for node, name in enumerate(names) if name in standing.cards},
        {lane: standing.lanes[name] for lane, name in enumerate(lanes) if name in standing.lanes},
    )


def memory_of(made: Draft, layout: Layout, file: str) -> Memory:
    """Return where the cards and lanes of `layout` stand, to be remembered."""
    pad = layout.chart.padding
    cards = {
        card_name(element.key, file): Spot(span.u0, span.v0)
        for element, span in zip(made.elements, layout.cards, strict=True)
    }
    lanes = {
        lane_name(group, file): Reach(span.u0 + pad, span.u1 - pad)
        for group, span in zip(made.groups, layout.lanes, strict=True)
    }
    standing = Standing(MappingProxyType(cards), MappingProxyType(lanes))
    return Memory(MappingProxyType({name_of_picture(made.shown, file): standing}))


def lane_name(group: Group, file: str) -> str:
    """Return the name by which a lane is remembered."""
    return group_name(group.group, file)


def stale(memory: Memory, theory: Theory) -> frozenset[str]:
    """Return the names of cards that `memory` places in pictures of `theory`, which has them no longer."""
    known = {card_name(key, theory.file) for key in theory.elements}
    placed = (standing.cards for name, standing in memory.pictures.items() if _is_of(name, theory))
    return frozenset(name for cards in placed for name in cards if name not in known)


def without_stale(memory: Memory, theory: Theory) -> Memory:
    """Return `memory` without the cards that `theory` no longer has."""
    gone = stale(memory, theory)
    pictures = dict(memory.pictures)
    for name, standing in memory.pictures.items():
        if _is_of(name, theory):
            cards = {card: spot for card, spot in standing.cards.items() if card not in gone}
            pictures[name] = evolve(standing, cards=MappingProxyType(cards))
    return Memory(MappingProxyType(pictures))


def _is_of(picture: str, theory: Theory) -> bool:
    return picture.startswith(f"{theory.file.rpartition('/')[2]} ")
