"""A difference in sentences: what is said of it as a whole, of each change, and of each detail."""

from collections.abc import Callable, Mapping

from attrs import evolve

from toc.diff.difference import (
    ADDED,
    CHANGED,
    KIND,
    MARK,
    MOVED,
    PATHWAY,
    PLACED,
    PROPERTY,
    REMOVED,
    RENAMED,
    RETIMED,
    REWORDED,
    SOURCES,
    STRENGTH,
    STRENGTHENED,
    VERB,
    WEAKENED,
    Detail,
    Difference,
    ElementChange,
    LinkChange,
)
from toc.diff.report import DiffReport
from toc.diff.spoken import ends, kind_of, named, property_name, strength_of
from toc.messages import Message, Words, _, plural, show, show_field
from toc.model.elements import Element
from toc.model.theory import Theory

SIGNS: Mapping[str, str] = {ADDED: "+", REMOVED: "−", CHANGED: "~"}
CHANGES: Mapping[str, Message] = {ADDED: _("added"), REMOVED: _("removed"), CHANGED: _("changed")}
NOTHING = _("nothing has changed in meaning")
BREAKING, OTHERS = _("What breaks"), _("What else follows")
ELEMENTS, LINKS = _("Elements"), _("Links")
ALLOWED = _("allowed by the configuration")
Escape = Callable[[str], str]
# A text longer than this is shown in part.
LONGEST = 140
CONTEXT = 24
ELLIPSIS = "…"

_FROM_TO: Mapping[str, Message] = {
    RENAMED: _("renamed: `{old}` → `{new}`"),
    MOVED: _("moved to another file: {old} → {new}"),
    PLACED: _("stands elsewhere: in {old} → in {new}"),
    PATHWAY: _("moved to another pathway: {old} → {new}"),
    KIND: _("kind: {old} → {new}"),
    REWORDED: _("reworded: {old} → {new}"),
    VERB: _("verb: {old} → {new}"),
    SOURCES: _("acting together: {old} → {new}"),
    RETIMED: _("re-timed, `{name}`: {old} → {new}"),
    PROPERTY: _("`{name}`: {old} → {new}"),
    STRENGTHENED: _("strengthened: {old} → {new}"),
    WEAKENED: _("weakened: {old} → {new}"),
    STRENGTH: _("strength: {old} → {new}"),
}
_COME: Mapping[str, Message] = {
    RENAMED: _("named: `{new}`"),
    PLACED: _("stands elsewhere: now in {new}"),
    PATHWAY: _("moved into the pathway {new}"),
    REWORDED: _("label added: {new}"),
    PROPERTY: _("`{name}` added: {new}"),
    MARK: _("now marked: {new}"),
}
_GONE: Mapping[str, Message] = {
    RENAMED: _("no longer named: `{old}`"),
    PLACED: _("stands elsewhere: no longer in {old}"),
    PATHWAY: _("taken out of the pathway {old}"),
    REWORDED: _("label removed: {old}"),
    PROPERTY: _("`{name}` removed: {old}"),
    MARK: _("no longer marked: {old}"),
}
# A label in a language that is stated: whether it was there, whether it is.
_TRANSLATED: Mapping[tuple[bool, bool], Message] = {
    (True, True): _("reworded ({name}): {old} → {new}"),
    (False, True): _("label added ({name}): {new}"),
    (True, False): _("label removed ({name}): {old}"),
}
_SENTENCES: Mapping[str, Message] = {
    "contributes": _("{source} contributes to {target}"),
    "requires": _("{source} is required for {target}"),
    "hinders": _("{source} hinders {target}"),
}
_TOGETHER: Mapping[str, Message] = {
    "contributes": _("only together, {source} contribute to {target}"),
    "requires": _("only together, {source} are required for {target}"),
    "hinders": _("only together, {source} hinder {target}"),
}


def summary(report: DiffReport) -> Message:
    """Return the sentence that says how much breaks and how much is another."""
    if not report.difference:
        return NOTHING
    counts = {change: report.difference.count(change) for change in (ADDED, REMOVED, CHANGED)}
    parts = [
        plural("{n} added", "{n} added", n=counts[ADDED]),
        plural("{n} removed", "{n} removed", n=counts[REMOVED]),
        plural("{n} changed", "{n} changed", n=counts[CHANGED]),
    ]
    told = [part for part in parts if part.fields["n"]]
    broken = plural("{n} breaking consequence", "{n} breaking consequences", n=len(report.breaking))
    if report.breaking:
        return _("{consequences}; {changes}", consequences=broken, changes=told)
    return _("nothing breaks; {changes}", changes=told)


def change_line(change: ElementChange | LinkChange, difference: Difference) -> Message:
    """Return what a change is about: an element by its kind, label and id, a link by its ends, verb and strength."""
    if isinstance(change, LinkChange):
        return _joined(change, difference)
    return described(change.element, difference.new if change.new else difference.old)


def described(element: Element, theory: Theory) -> Message:
    """Return the kind, the label and the id of an element."""
    kind, label = kind_of(element), named(element.key, theory)
    if element.named and str(element.label).strip():
        said = _("{kind} {label} (`{id}`)", kind=kind, label=label, id=element.id)
    else:
        said = _("{kind} {label}", kind=kind, label=label)
    parent = theory.elements.get(element.parent) if element.parent else None
    if parent is None or parent.kind == "pathway":
        return said
    return _("{element}, in {parent}", element=said, parent=named(parent.key, theory))


def _joined(change: LinkChange, difference: Difference) -> Message:
    link, theory = (change.new, difference.new) if change.new else (change.old, difference.old)
    assert link is not None
    sentences = _SENTENCES if len(link.sources) == 1 else _TOGETHER
    said = evolve(
        sentences[link.verb], fields={"source": ends(link.sources, theory), "target": named(link.target, theory)}
    )
    strength = strength_of(link, theory)
    return _("{sentence}, {strength}", sentence=said, strength=strength) if strength else said


def detail_text(detail: Detail, language: str, escape: Escape = str) -> str:
    """Return what is said of a detail, what a writer typed passed through `escape`."""
    old = show_field(detail.old, language) if detail.old is not None else ""
    new = show_field(detail.new, language) if detail.new is not None else ""
    if len(old) > LONGEST or len(new) > LONGEST:
        old, new = _shortened(old, new), _shortened(new, old)
    template = _template(detail, said=bool(old or new))
    name = property_name(detail.name) if detail.aspect in {PROPERTY, RETIMED} else detail.name
    return show(evolve(template, fields={"name": name, "old": escape(old), "new": escape(new)}), language)


def escaped(message: Message, escape: Escape) -> Message:
    """Return `message` with everything in it that a writer typed passed through `escape`."""
    return evolve(message, fields={name: _escaped(value, escape) for name, value in message.fields.items()})


def _escaped(value: object, escape: Escape) -> object:
    match value:
        case Message():
            return escaped(value, escape)
        case Words():
            return Words(escape(value.en), escape(value.fr))
        case str():
            return escape(value)
        case list():
            return [_escaped(item, escape) for item in value]
    return value


def _template(detail: Detail, *, said: bool) -> Message:
    found = _COME if detail.old is None else _GONE if detail.new is None else _FROM_TO
    if detail.aspect == REWORDED and detail.name:
        return _TRANSLATED[detail.old is not None, detail.new is not None]
    if detail.aspect == PROPERTY and not said:
        return _("`{name}` added") if detail.new is not None else _("`{name}` removed")
    return found[detail.aspect]


def _shortened(text: str, other: str) -> str:
    """Return the part of a long text in which it differs from another."""
    shared = next((at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), 0)
    start = max(0, shared - CONTEXT) if len(text) > LONGEST else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    part = text[start : start + LONGEST]
    return (ELLIPSIS if start else "") + part + (ELLIPSIS if start + LONGEST < len(text) else "")
