"""What was written: the frozen tree of one file.

Every `start` and `end` counts code points from the start of the statement the node belongs to,
so that a statement parsed once can be used wherever the same text stands again.
A few general classes serve all keywords; `keyword` and `kind` are concepts of `grammar/keywords.toml`.
"""

from collections.abc import Iterator

from attrs import field, frozen

from toc.diagnostics import Finding
from toc.source import Source


@frozen
class Comment:
    """A comment from `#` to the end of its line; `alone` where nothing else stands on that line."""

    text: str
    alone: bool
    start: int
    end: int


@frozen
class Name:
    """An identifier or a word of a value, NFC-normalised; `q.x` names `x` behind the module alias `q`."""

    text: str
    start: int
    end: int


@frozen
class Text:
    """A text in quotes, without them: escapes undone, `\"\"\"` dedented; `language` is that of its tag, if any."""

    value: str
    language: str | None
    start: int
    end: int


@frozen
class Quantity:
    """A number with its unit: None for a plain number, `%`, or the word behind it; `text` is the number as written."""

    value: float
    text: str
    unit: str | None
    start: int
    end: int


@frozen
class Date:
    """A date written with two or three parts (`2030-06`, `2030-06-15`); a bare year is a Quantity until it is used."""

    year: int
    month: int
    day: int | None
    start: int
    end: int


@frozen
class Range:
    """`low..high`; the unit of `high` holds for `low` where that has none."""

    low: "Quantity | Date"
    high: "Quantity | Date"
    start: int
    end: int


@frozen
class Selection:
    """What a view shows: `how` is name, links_of, upstream_of, downstream_of, within, by or tagged."""

    how: str
    name: Name
    distance: int | None
    start: int
    end: int


Value = Name | Text | Quantity | Date | Range | Selection


@frozen
class Property:
    """A property or one of its clauses: `keyword` is the concept, `word` what was written for it.

    `exige a, b parce que "…"` is Property("requires", values=(a, b), clauses=(Property("because", …),)).
    A bare text in a term's block is Property("definition", word="").
    """

    keyword: str
    word: str
    values: tuple[Value, ...]
    clauses: tuple["Property", ...]
    start: int
    end: int

    def clause(self, keyword: str) -> "Property | None":
        """Return the clause with that keyword, if there is one."""
        return next((clause for clause in self.clauses if clause.keyword == keyword), None)


@frozen
class Block:
    """What stands between `{` and `}`; `start` is at the `{`, `end` behind the `}`."""

    items: tuple["Item", ...]
    start: int
    end: int


@frozen
class Declaration:
    """`kind variety? name? "label"… { … }`; `word` is the kind as written, `variety` the kind word of factor & co."""

    kind: str
    word: str
    variety: Name | None
    name: Name | None
    label: tuple[Text, ...]
    block: Block | None
    start: int
    end: int


@frozen
class Arrow:
    """`verb` is contributes, requires or hinders; `text` the arrow as written."""

    verb: str
    text: str
    start: int
    end: int


@frozen
class Side:
    """The names on one side of an arrow; `joined` where they stand with `&` and so act only together."""

    names: tuple[Name, ...]
    joined: bool
    start: int
    end: int


@frozen
class Link:
    """`a, b -> c => d strength mark… { … }`: one more side than arrows."""

    sides: tuple[Side, ...]
    arrows: tuple[Arrow, ...]
    marks: tuple[Value, ...]
    block: Block | None
    start: int
    end: int


@frozen
class Use:
    """`use "path" as alias`."""

    word: str
    path: Text
    alias: Name | None
    start: int
    end: int


@frozen
class Broken:
    """What could not be read; `names` are the words in it, so that nobody is told that they are unknown."""

    names: tuple[str, ...]
    start: int
    end: int


Item = Property | Declaration | Link | Use | Broken


@frozen
class Statement:
    """One statement as it stands in its file: positions in `node` and `comments` count from `offset`.

    `end` is the absolute end. `node` is None where only comments stand (at the end of a file or pathway).
    A pathway's node is a Declaration without block; its body is `children`, cut into statements of their own
    (its properties too), and `closing` is the absolute offset of its `}` (None where that is missing).
    """

    node: Item | None
    comments: tuple[Comment, ...]
    offset: int
    end: int
    children: tuple["Statement", ...] | None = None
    closing: int | None = None


@frozen
class Document:
    """A file as it was written. A pathway is a statement whose `children` are the statements of its body."""

    source: Source = field(repr=False)
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the file could be read without a syntax error."""
        return not any(finding.rule and finding.rule.code < "TOC1" for finding in self.findings)

    def walk(self) -> Iterator[Statement]:
        """Yield every statement, a pathway before what stands in it."""
        pending = list(reversed(self.statements))
        while pending:
            statement = pending.pop()
            yield statement
            pending.extend(reversed(statement.children or ()))
