"""From the rules of the grammar to the nodes of the tree: one function a rule."""

from collections.abc import Callable
from typing import Any

from toc.diagnostics import Finding, Origin
from toc.messages import _
from toc.syntax import problems
from toc.syntax.heads import VARIETIES, head_findings
from toc.syntax.keywords import concept, nfc
from toc.syntax.nodes import (
    Arrow,
    Block,
    Broken,
    Date,
    Declaration,
    Link,
    Name,
    Property,
    Quantity,
    Range,
    Selection,
    Side,
    Text,
    Use,
    Value,
)
from toc.syntax.texts import read_text
from toc.syntax.tokens import Token
from toc.syntax.values import check_date, check_mark, check_values

Children = list[Any]
Findings = list[Finding]

# Rules that only choose between others.
PASS = frozenset(("start", "statement", "item", "property", "clause", "kind"))
VERBS = {"->": "contributes", "→": "contributes", "=>": "requires", "⇒": "requires", "-|": "hinders"}
# Far beyond any use, and far from what a computer takes for infinite.
LARGEST = 1e300


def build(rule: str, children: Children, findings: Findings) -> Any:
    """Return the node for `rule`; a rule whose name begins with `_` gives the list of its children."""
    for child in children:
        if type(child) is list:
            children = [item for part in children for item in (part if type(part) is list else (part,))]
            break
    if rule[0] == "_":
        return children
    return BUILDERS.get(rule, _property)(children, findings)


def _declaration(children: Children, findings: Findings) -> Declaration:
    kind_token: Token = children[0]
    kind = kind_token.type.lower()
    names = [child for child in children if type(child) is Name]
    label = next((child for child in children if type(child) is tuple), ())
    block = next((child for child in children if type(child) is Block), None)
    variety = None
    if kind in VARIETIES and names and concept(names[0].text, kind) is not None:
        variety, *names = names
    start, end = kind_token.start, children[-1][-1].end if type(children[-1]) is tuple else children[-1].end
    node = Declaration(kind, kind_token.text, variety, names[0] if names else None, label, block, start, end)
    findings += head_findings(node, kind_token, names)
    return node


def _block(children: Children, _findings: Findings) -> Block:
    items = tuple(child for child in children if type(child) is not Token)
    return Block(items, children[0].start, children[-1].end)


def _link(children: Children, findings: Findings) -> Link:
    sides = tuple(child for child in children if type(child) is Side)
    arrows = tuple(Arrow(VERBS[at.text], at.text, at.start, at.end) for at in children if type(at) is Token)
    block = next((child for child in children if type(child) is Block), None)
    marks = [child for child in children if isinstance(child, Name | Quantity | Range)]
    kept = []
    told = -2
    for at, mark in enumerate(marks):
        finding = check_mark(mark)
        if finding is None:
            kept.append(mark)
        else:
            # Words in a row that say nothing here are one fault: whoever writes so writes a sentence.
            if told != at - 1:
                findings.append(finding)
            told = at
    return Link(sides, arrows, tuple(kept), block, sides[0].start, children[-1].end)


def _mark(children: Children, findings: Findings) -> Any:
    first = children[0]
    if type(first) is Token and first.type == "MALFORMED":
        findings.append(problems.malformed(Origin("", first.start, first.end), first.text))
        return Broken((), first.start, first.end)
    if len(children) == 3:
        return _range(children, findings)
    return first


def _side(children: Children, findings: Findings) -> Side:
    names = tuple(child for child in children if type(child) is Name)
    signs = [child for child in children if type(child) is Token]
    joined = any(sign.type == "AMPERSAND" for sign in signs)
    if joined and any(sign.type == "COMMA" for sign in signs):
        mixed = next(sign for sign in signs if sign.type != signs[0].type)
        findings.append(
            problems.syntax_error(
                Origin("", mixed.start, mixed.end),
                _("`,` and `&` are mixed on one side of a link"),
                _("`a, b -> c` are two links, `a & b -> c` is one in which both act together: write two statements"),
            )
        )
    return Side(names, joined, names[0].start, names[-1].end)


def _use(children: Children, findings: Findings) -> Use:
    word, path = children[0], _text(children[1], findings)
    alias = children[3] if len(children) > 3 else None
    return Use(word.text, path, alias, word.start, children[-1].end)


def _unknown(children: Children, findings: Findings) -> Property:
    first = children[0]
    values = [_text(child, findings) if type(child) is Token else child for child in children[1:]]
    clauses = tuple(child for child in values if type(child) is Property)
    kept = tuple(child for child in values if type(child) is not Property and type(child) is not Broken)
    end = children[-1].end
    return Property("", first.text, kept, clauses, first.start, end)


def _property(children: Children, findings: Findings) -> Property | Broken:
    """Build a property or a clause: its word, its values or texts, its clauses."""
    first: Token = children[0]
    word = "tags" if first.type == "TAGGED" else first.type.lower()
    values: list[Value] = []
    clauses: list[Property] = []
    broken = False
    for child in children[1:]:
        match child:
            case tuple():
                values += child
            case Property():
                clauses.append(child)
            case Broken():
                broken = True
            case Token():
                pass
            case _:
                values.append(child)
    last = children[-1]
    end = last[-1].end if type(last) is tuple else last.end
    node = Property(word, first.text, tuple(values), tuple(clauses), first.start, end)
    faults = [] if broken else check_values(node)
    findings += faults
    return Broken((), first.start, end) if broken or faults else node


def _beginning(children: Children, findings: Findings) -> Property | Broken:
    # `from` before a date; before a name it is the property of a resource.
    word, value = children
    if type(value) is Broken:
        return value
    node = Property("from", word.text, (value,), (), word.start, value.end)
    finding = check_date(node, value)
    if finding is None:
        return node
    findings.append(finding)
    return Broken((), node.start, node.end)


def _definition(children: Children, _findings: Findings) -> Property:
    texts = children[0]
    return Property("definition", "", texts, (), texts[0].start, texts[-1].end)


SELECTIONS = {"BY": "by", "TAGS": "tagged", "TAGGED": "tagged"}


def _selection(children: Children, findings: Findings) -> Selection | Broken:
    first, name = children[0], children[-1]
    if type(first) is Name:
        return Selection("name", name, None, first.start, name.end)
    distance = None
    if first.type == "WITHIN":
        steps: Token = children[1]
        if not steps.text.isdigit() or len(steps.text) > 4:
            findings.append(
                problems.malformed_value(
                    Origin("", steps.start, steps.end), _("a number of steps is expected: 1, 2, 3…")
                )
            )
            return Broken((), first.start, name.end)
        distance = int(steps.text)
    how = SELECTIONS.get(first.type, first.type.lower())
    return Selection(how, name, distance, first.start, name.end)


def _name(children: Children, _findings: Findings) -> Name:
    token = children[0]
    text = token.text if token.type != "PHRASE" else " ".join(token.text.split())
    return Name(nfc(text), token.start, token.end)


def _texts(children: Children, findings: Findings) -> tuple[Text, ...]:
    return tuple(_text(child, findings) for child in children)


def _text(token: Token, findings: Findings) -> Text:
    value, language, faults = read_text(token.text)
    findings += (problems.lone_backslash(Origin("", token.start + at, token.start + at + 1)) for at in faults)
    return Text(value, language, token.start, token.end)


def _value(children: Children, findings: Findings) -> Value | Broken:
    child = children[0]
    if type(child) is not Token:
        return child  # type: ignore[no-any-return]
    return _text(child, findings)


def _malformed(children: Children, findings: Findings) -> Broken:
    start, end = children[0].start, children[-1].end
    written = " ".join(child.text for child in children)
    findings.append(problems.malformed(Origin("", start, end), written))
    return Broken((), start, end)


def _scalar(children: Children, findings: Findings) -> Quantity | Date | Broken:
    token = children[0]
    if token.type == "DATE":
        return _date(token, findings)
    number = token.text.rstrip("%").rstrip()
    unit = "%" if token.type == "PERCENT" else None
    if len(children) > 1:
        unit = nfc(children[1].text)
    if abs(float(number)) >= LARGEST:
        origin = Origin("", token.start, children[-1].end)
        findings.append(problems.malformed_value(origin, _("this number is too large to be computed with")))
        return Broken((), origin.start, origin.end)
    return Quantity(float(number), number, unit, token.start, children[-1].end)


def _date(token: Token, findings: Findings) -> Date | Broken:
    parts = [int(part) for part in token.text.split("-")]
    date = Date(parts[0], parts[1], parts[2] if len(parts) > 2 else None, token.start, token.end)
    finding = problems.impossible_date(Origin("", token.start, token.end), date.year, date.month, date.day)
    if finding is None:
        return date
    findings.append(finding)
    return Broken((), token.start, token.end)


def _range(children: Children, _findings: Findings) -> Range | Broken:
    low, high = children[0], children[-1]
    if type(low) is Broken or type(high) is Broken:
        return Broken((), low.start, high.end)
    return Range(low, high, low.start, high.end)


BUILDERS: dict[str, Callable[[Children, Findings], Any]] = {
    "declaration": _declaration,
    "block": _block,
    "unknown": _unknown,
    "link": _link,
    "side": _side,
    "malformed": _malformed,
    "mark": _mark,
    "number": _scalar,
    "use": _use,
    "beginning": _beginning,
    "definition": _definition,
    "selection": _selection,
    "name": _name,
    "word": _name,
    "texts": _texts,
    "value": _value,
    "scalar": _scalar,
    "range": _range,
}
