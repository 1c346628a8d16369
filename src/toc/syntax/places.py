"""Where the items of a document stand: nested lists of items by absolute offsets, whatever they are.

A pathway's body is statements and any other block is items of one statement; here both are a list with a brace at
each end, which is all that layout and edits care for.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from toc.syntax.nodes import Block, Declaration, Document, Item, Link, Statement


@frozen
class Place:
    """An item from `start` to `end`, its block included.

    Positions in `node` count from `offset`. Where the item has a block, `items` are those in it, `opening` is the
    offset of its `{` and `closing` that of its `}`; else both are -1.
    """

    node: Item
    offset: int
    start: int
    end: int
    items: tuple["Place", ...] = ()
    opening: int = -1
    closing: int = -1

    @property
    def has_block(self) -> bool:
        """Whether there is a block, be it empty."""
        return self.opening >= 0


@frozen
class PlacedComment:
    """A comment by absolute offsets, without the spaces at its end."""

    text: str
    start: int
    end: int


def places(document: Document) -> tuple[Place, ...]:
    """Return the statements of `document`, with what stands in their blocks."""
    ends = {comment.start: comment.end for comment in placed_comments(document)}
    return _of_statements(document.statements, document.source.text, ends)


def all_places(document: Document) -> Iterator[Place]:
    """Yield every item, an outer one before those in its block."""
    pending = list(reversed(places(document)))
    while pending:
        place = pending.pop()
        yield place
        pending.extend(reversed(place.items))


def placed_comments(document: Document) -> tuple[PlacedComment, ...]:
    """Return every comment, sorted by place."""
    found = {}
    for statement in document.walk():
        for comment in statement.comments:
            start, end = statement.offset + comment.start, statement.offset + comment.end
            found[start] = PlacedComment(comment.text.rstrip(), start, end)
    return tuple(found[start] for start in sorted(found))


def _of_statements(statements: Sequence[Statement], source: str, ends: Mapping[int, int]) -> tuple[Place, ...]:
    found = []
    for statement in statements:
        node = statement.node
        if node is None:
            continue
        if statement.children is None:
            found.append(_of_item(node, statement.offset))
            continue
        start = statement.offset + node.start
        closing = statement.end if statement.closing is None else statement.closing
        opening = _opening(source, statement.offset + _head_end(node), ends)
        items = _of_statements(statement.children, source, ends)
        found.append(Place(node, statement.offset, start, closing + 1, items, opening, closing))
    return tuple(found)


def _of_item(node: Item, offset: int) -> Place:
    start, end = offset + node.start, offset + node.end
    block: Block | None = node.block if isinstance(node, Declaration | Link) else None
    if block is None:
        return Place(node, offset, start, end)
    items = tuple(_of_item(item, offset) for item in block.items)
    return Place(node, offset, start, end, items, offset + block.start, offset + block.end - 1)


def _head_end(node: Item) -> int:
    # Behind the last part of a pathway's head; one that could not be read goes up to its brace.
    if not isinstance(node, Declaration):
        return node.end
    parts = [part for part in (node.name, *node.label) if part]
    return parts[-1].end if parts else node.start + len(node.word)


def _opening(source: str, at: int, ends: Mapping[int, int]) -> int:
    # The first `{` from `at` that is not in a comment.
    while source[at] != "{":
        at = ends.get(at, at + 1)
    return at
