"""Between a memory and a draft: which numbers its names have, and what is to be remembered of a layout."""

from types import MappingProxyType

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
