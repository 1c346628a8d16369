"""One property, link or head of a declaration as canonical text; blocks and comments are the formatter's."""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from toc.syntax.keywords import concept
from toc.syntax.nodes import (
    Date,
    Declaration,
    Item,
    Link,
    Name,
    Property,
    Quantity,
    Range,
    Selection,
    Text,
    Use,
    Value,
)
from toc.syntax.spelling import every_as, keyword_as, kinds_as, period_as, slot_of, value_as

INDENT = "  "
WIDTH = 120
ARROWS = {"contributes": "->", "requires": "=>", "hinders": "-|"}


@frozen
class Writer:
    """Writes the nodes of one statement again.

    `source` is the text the nodes were read from and `offset` where their statement begins in it.
    `language` is that of the keywords, None to leave each in its own. `lanes` is the slot of the words that `order`
    takes, None where it takes ids.
    """

    source: str
    offset: int
    language: str | None
    lanes: str | None = None

    def item(self, node: Item, indent: str) -> str:
        """Return a property or link, or the head of a declaration, without its block and without `indent` before it.

        Only texts of several lines give a line break; their lines are indented one step deeper than `indent`.
        """
        match node:
            case Declaration():
                return self._head(node, indent)
            case Link():
                return self._link(node)
            case Use():
                return self._use(node)
            case Property():
                return self._property(node, indent)
        raise ValueError("what could not be read cannot be written")

    def _head(self, node: Declaration, indent: str) -> str:
        parts = [keyword_as(node.word, node.kind, self.language)]
        if node.variety:
            parts.append(value_as(node.variety.text, node.kind, self.language))
        if node.name:
            parts.append(node.name.text)
        parts += [self._text(label, indent) for label in node.label]
        return " ".join(parts)

    def _link(self, node: Link) -> str:
        parts = []
        for index, side in enumerate(node.sides):
            if index:
                parts.append(ARROWS[node.arrows[index - 1].verb])
            parts.append((" & " if side.joined else ", ").join(name.text for name in side.names))
        return " ".join([*parts, *(self._mark(mark) for mark in node.marks)])

    def _mark(self, mark: Value) -> str:
        if isinstance(mark, Name):
            slot = "strength" if concept(mark.text, "strength") else "mark"
            return value_as(mark.text, slot, self.language)
        return self._value(mark, None, "")

    def _use(self, node: Use) -> str:
        parts = [keyword_as(node.word, "use", self.language), text(node.path.value, node.path.language, "")]
        if node.alias:
            joint = _without_comments(self._between(node.path.end, node.alias.start))
            parts += [keyword_as(joint, "as", self.language), node.alias.text]
        return " ".join(parts)

    def _property(self, node: Property, indent: str) -> str:
        parts: list[tuple[int, str]] = [(clause.start, self._clause(clause, indent)) for clause in node.clauses]
        slot = self.lanes if node.keyword == "order" else slot_of(node.keyword)
        values = [self._value(value, slot, indent) for value in node.values]
        for group in _groups(node.values, self._commas(node.values)):
            parts.append((node.values[group[0]].start, ", ".join(values[index] for index in group)))
        written = [part for _, part in sorted(parts, key=lambda part: part[0])]
        return " ".join([*self._words(node, node.keyword), *written])

    def _words(self, node: Property, name: str) -> list[str]:
        if not node.word:
            return []
        if name == "every" and node.values:
            return [every_as(node.word, _unit(node.values[0]), self.language)]
        return [keyword_as(node.word, name, self.language)]

    def _clause(self, clause: Property, indent: str) -> str:
        name = "from.date" if clause.keyword == "from" else clause.keyword
        slot = slot_of(clause.keyword)
        values = [self._value(value, slot, indent) for value in clause.values]
        return " ".join([*self._words(clause, name), *values])

    def _commas(self, values: Sequence[Value]) -> list[bool]:
        gaps = pairwise(values)
        return ["," in _without_comments(self._between(one.end, other.start)) for one, other in gaps]

    def _between(self, start: int, end: int) -> str:
        return self.source[self.offset + start : self.offset + end]

    def _value(self, value: Value, slot: str | None, indent: str) -> str:
        match value:
            case Name():
                if slot == "period":
                    return period_as(value.text, None, self.language)
                return value_as(value.text, slot, self.language) if slot else value.text
            case Text():
                return self._text(value, indent)
            case Quantity():
                return self._quantity(value, slot)
            case Date():
                day = f"-{value.day:02d}" if value.day else ""
                return f"{value.year:04d}-{value.month:02d}{day}"
            case Range():
                return f"{self._value(value.low, slot, indent)}..{self._value(value.high, slot, indent)}"
            case Selection():
                return self._selection(value)

    def _text(self, node: Text, indent: str) -> str:
        block = self.source.startswith('"""', self.offset + node.start)
        return text(node.value, node.language, indent, block=block)

    def _quantity(self, value: Quantity, slot: str | None) -> str:
        if value.unit is None:
            return value.text
        unit = period_as(value.unit, value.value, self.language) if slot == "period" else value.unit
        return f"{value.text} {unit}"

    def _selection(self, value: Selection) -> str:
        if value.how == "name":
            return kinds_as(value.name.text, self.language)
        written = _without_comments(self._between(value.start, value.name.start))
        if value.how == "within":
            word, number, steps = re.fullmatch(r"(\D+)(\d+)(\D+)", written).groups()  # type: ignore[union-attr]
            near = keyword_as(word.strip(), "within", self.language)
            return f"{near} {number} {keyword_as(steps.strip(), 'steps_of', self.language)} {value.name.text}"
        return f"{keyword_as(written, value.how, self.language)} {value.name.text}"


def text(value: str, language: str | None = None, indent: str = "", *, block: bool = False) -> str:
    """Return a text in quotes with its language tag; of several lines, or by choice, as a `\"\"\"` block."""
    tag = f"@{language}" if language else ""
    escaped = value.replace("\\", "\\\\")
    lines = re.split(r"\r\n?|\n", escaped)
    if len(lines) == 1 and not (block and value.strip()):
        quoted = escaped.replace('"', '\\"')
        return f'"{quoted}"{tag}'
    margin = f"\n{indent}{INDENT}"
    written = "".join(f"{margin}{line}" if line.strip() else "\n" for line in lines)
    written = re.sub('"{3,}', lambda quotes: '\\"' * len(quotes.group()), written)
    return f'"""{written}{margin}"""{tag}'


def _unit(value: Value) -> str:
    return value.text if isinstance(value, Name) else (value.unit or "") if isinstance(value, Quantity) else ""


def _groups(values: Sequence[Value], commas: list[bool]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index in range(len(values)):
        if index and commas[index - 1]:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _without_comments(gap: str) -> str:
    return " ".join(re.sub(r"#[^\r\n]*", " ", gap).split())
