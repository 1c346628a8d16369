"""The keys of elements without an id, independent of the order in which they were written."""

import re
from collections.abc import Iterable, Iterator

from toc.model.elements import Key
from toc.model.resolve.declared import Declared
from toc.syntax import nodes
from toc.syntax.keywords import fold

UNLABELLED = "unlabelled"
LONGEST = 60
_GAPS = re.compile(r"[\W_]+")


def anonymous_keys(file: str, declared: Iterable[Declared]) -> Iterator[tuple[Declared, Key]]:
    """Yield each declaration without an id and its key: the kind and the label, numbered where these are equal.

    Equal ones are numbered by what stands in them, so that the order of statements never counts.
    The steps of a view keep their order: their keys count them.
    """
    groups: dict[str, list[Declared]] = {}
    for one in declared:
        if one.node.name is None:
            groups.setdefault(_stem(one), []).append(one)
    for stem, members in groups.items():
        if len(members) > 1:
            members.sort(key=_content)
        for number, member in enumerate(members, 1):
            yield member, Key(file, stem if number == 1 else f"{stem}:{number}")


def _stem(declared: Declared) -> str:
    if declared.step and declared.parent is not None and declared.parent.node.name is not None:
        return f"step:{declared.parent.node.name.text}:{declared.step:03d}"
    label = declared.node.label[0].value if declared.node.label else ""
    slug = _GAPS.sub("-", fold(label[: 2 * LONGEST]))[:LONGEST].strip("-")
    return f"{declared.kind}:{slug or UNLABELLED}"


def _content(declared: Declared) -> list[str]:
    words: list[str] = []
    outer = declared.parent
    while outer is not None:
        words.append(outer.node.name.text if outer.node.name else " ".join(_written(outer.node)))
        outer = outer.parent
    words.extend(_written(declared.node))
    return words


def _written(node: object) -> Iterator[str]:
    """Yield what a node says, without where it says it."""
    match node:
        case nodes.Name():
            yield node.text
        case nodes.Text():
            yield f"{node.value}@{node.language}"
        case nodes.Quantity() | nodes.Date():
            yield f"{node}".partition(", start=")[0]
        case nodes.Property():
            yield node.keyword
            for value in (*node.values, *node.clauses):
                yield from _written(value)
        case nodes.Declaration():
            yield node.kind
            for part in (node.variety, *node.label, *(node.block.items if node.block else ())):
                yield from _written(part)
        case nodes.Range():
            yield from _written(node.low)
            yield from _written(node.high)
