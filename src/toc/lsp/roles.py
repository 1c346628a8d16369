"""What may stand at a place of a statement, said by what was written before it: a name, a word of a slot, a date.

The grammar says more exactly what is right; this says what helps, also where a statement is broken or unfinished.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from attrs import evolve, frozen

from toc.lsp.under_cursor import UnderCursor
from toc.model.vocabulary import ANYTHING, DATES, KINDS, NAMES, OBSERVED_FOR, SELECTIONS, SLOTS, TARGETS
from toc.syntax.tokens import Token

# What a role is about.
START, ARROW, TARGET, MARK = "start", "arrow", "target", "mark"
NAME, WORD, CLAUSE, DATE = "name", "word", "clause", "date"
UNIT, PERIOD, RULE, SELECTION, LANE, TAG, LANGUAGE = "unit", "period", "rule", "selection", "lane", "tag", "language"
PATH, UNIT_TEXT, NUMBER, PAPER, NEW, LABEL = "path", "unit-text", "number", "paper", "new", "label"

# What may be written several times with others beside it, each once.
LISTED = frozenset({NAME, TARGET, WORD, MARK, TAG, LANGUAGE, SELECTION, LANE, RULE})
JOINTS = ("COMMA", "AMPERSAND")
SOURCES = tuple(TARGETS)
MEASURES = ("baseline", "target", "milestone")
CLAUSES = {
    "requires": ("because",),
    "validated_by": ("in",),
    "checked_by": ("in",),
    "collected_by": ("every",),
    **dict.fromkeys(MEASURES, ("in",)),
    "observed": ("for", "in"),
    "review": ("every", "from"),
    "lasting": ("because",),
    "proxy": ("because",),
    "accept": ("because",),
}
"""The clauses that may follow in a property."""
WITHOUT_VALUES = frozenset({"review", "lasting", "proxy"})
"""The properties that begin with a clause at once."""


@frozen
class Role:
    """One thing that may stand at a place.

    `kinds` are those of the elements that it may name, `slot` that of the words that it may be, `words` the concepts of
    clauses. `keyword` is the property or clause in which it stands, `given` the texts that stand there already.
    `sources` are the names that would point to it.
    """

    what: str
    kinds: tuple[str, ...] = ()
    slot: str = ""
    words: tuple[str, ...] = ()
    keyword: str = ""
    given: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def roles_at(under: UnderCursor) -> tuple[Role, ...]:
    """Return what may stand at a place, the likeliest first; none where anything may (a text) or nothing.

    What stands behind the place already is not to be written again.
    """
    return tuple(role for role in map(partial(_without, behind=under.behind), _roles_at(under)) if role is not None)


def _without(role: Role, behind: Sequence[Token]) -> Role | None:
    """Return a role without what stands behind its place, None where that leaves nothing."""
    kinds = [token.type for token in behind]
    if role.what == CLAUSE:
        words = tuple(name for name in role.words if name.upper() not in kinds)
        return evolve(role, words=words) if words else None
    closed = {ARROW: "ARROW", NEW: "NAME", LABEL: "TEXT"}.get(role.what)
    if closed in kinds or (role.what == MARK and "ARROW" in kinds):
        return None
    return evolve(role, given=(*role.given, *(token.text for token in behind))) if role.what in LISTED else role


def _roles_at(under: UnderCursor) -> tuple[Role, ...]:
    before = under.before
    first = before[0] if before else None
    keyword = first.type.lower() if first else ""
    if under.inside == "comment":
        return ()
    if under.inside == "tag":
        return (Role(LANGUAGE),)
    if under.inside == "text":
        return _in_text(before, keyword)
    if first is None:
        return (Role(START),)
    if first.type == "CLOSE":
        return ()
    if any(token.type == "ARROW" for token in before) or (len(before) > 1 and before[1].type in JOINTS):
        return _in_link(before)
    if keyword in KINDS:
        return _in_head(before, keyword)
    if keyword == "use":
        return (Role(CLAUSE, words=("as",)),) if before[-1].type == "TEXT" else ()
    if first.type == "NAME":
        return (Role(ARROW),) if under.at_top and len(before) == 1 else ()
    return _in_selection(before) if keyword in SELECTIONS else _in_property(under, keyword)


def _in_head(before: Sequence[Token], kind: str) -> tuple[Role, ...]:
    """Return what may stand in the head of a declaration: its kind word, its name, its label."""
    parts = before[1:]
    if KINDS[kind].varied:
        if not parts:
            return (Role(WORD, slot=kind),)
        parts = parts[1:]
    if not parts:
        return (Role(NEW, (kind,)),)
    return (Role(LABEL, given=(parts[0].text,)),) if [token.type for token in parts] == ["NAME"] else ()


def _in_text(before: Sequence[Token], keyword: str) -> tuple[Role, ...]:
    if keyword == "use" and len(before) == 1:
        return (Role(PATH),)
    return (Role(UNIT_TEXT),) if keyword == "unit" and len(before) == 1 else ()


def _in_link(before: Sequence[Token]) -> tuple[Role, ...]:
    arrows = [at for at, token in enumerate(before) if token.type == "ARROW"]
    named = tuple(token.text for token in before if token.type == "NAME")
    last = before[-1]
    if not arrows:
        return (Role(NAME, SOURCES, given=named),) if last.type in JOINTS else (Role(ARROW),)
    if last.type == "ARROW" or last.type in JOINTS:
        # Who may be pointed to depends on who points: the names of the side before the last arrow.
        return (Role(TARGET, given=named, sources=_last_side(before[: arrows[-1]])),)
    marks = tuple(token.text for token in before[arrows[-1] + 1 :] if token.type != "COMMA")
    more = (Role(ARROW),) if last.type == "NAME" and len(marks) == 1 else ()
    return (Role(MARK, given=marks[1:]), *more)


def _last_side(before: Sequence[Token]) -> tuple[str, ...]:
    start = max((at + 1 for at, token in enumerate(before) if token.type == "ARROW"), default=0)
    return tuple(token.text for token in before[start:] if token.type == "NAME")


def _in_selection(before: Sequence[Token]) -> tuple[Role, ...]:
    start = max((at for at, token in enumerate(before) if token.type == "COMMA"), default=0)
    chosen = before[start + 1 :]
    if not chosen:
        given = tuple(token.text for token in before[1:] if token.type != "COMMA")
        return (Role(SELECTION, ANYTHING, given=given),)
    match chosen[-1].type:
        case "BY":
            return (Role(NAME, NAMES["by"]),)
        case "TAGGED" | "TAGS":
            return (Role(TAG),)
        case "LINKS_OF" | "UPSTREAM_OF" | "DOWNSTREAM_OF" | "STEPS_OF" | "OF":
            return (Role(NAME, ANYTHING),)
        case "NUMBER":
            return (Role(CLAUSE, words=("steps_of",)),)
    return ()


def _in_property(under: UnderCursor, keyword: str) -> tuple[Role, ...]:
    before = under.before
    left = list(CLAUSES.get(keyword, ()))
    part, values = keyword, list[Token]()
    for token in before[1:]:
        concept = token.type.lower()
        if concept in left and (values or part in WITHOUT_VALUES or keyword in WITHOUT_VALUES):
            left.remove(concept)
            part, values = concept, []
        else:
            values.append(token)
    clauses = (Role(CLAUSE, words=tuple(left), keyword=keyword),) if left else ()
    if part in WITHOUT_VALUES and not values:
        return clauses
    last = values[-1].type if values else "COMMA"
    if last not in ("COMMA", "RANGE"):
        return (*_behind(values[-1], part), *clauses)
    given = tuple(value.text for value in values if value.type != "COMMA")
    return _values(under, keyword, part, given)


def _own_names(under: UnderCursor) -> Iterator[str]:
    """Yield the id of the declaration in whose block this is: nothing names itself."""
    head = under.heads[-1] if under.heads and under.place in KINDS else ()
    return (token.text for token in head[1:] if token.type == "NAME")


def _behind(last: Token, part: str) -> tuple[Role, ...]:
    """Return what may follow a value."""
    if last.type == "NUMBER" and part in ("every", "delay"):
        return (Role(PERIOD, keyword=part, given=(last.text,)),)
    if last.type == "NUMBER" and part in (*MEASURES, "observed", "effort", "amount"):
        return (Role(UNIT, keyword=part),)
    return ()


def _values(under: UnderCursor, keyword: str, part: str, given: tuple[str, ...]) -> tuple[Role, ...]:
    if part == "for" and keyword == "observed":
        return (Role(NAME, OBSERVED_FOR, keyword=part, given=given),)
    if part in DATES or (part == "from" and keyword == "review"):
        return (Role(DATE, keyword=keyword),)
    if part in NAMES:
        return (Role(NAME, NAMES[part], keyword=part, given=(*given, *_own_names(under))),)
    if part == "observed" and under.place != "marker":
        return (Role(WORD, slot="quantity", keyword=part),)
    if part in SLOTS:
        return (Role(WORD, slot=SLOTS[part], keyword=part, given=given),)
    plain = {
        "accept": RULE,
        "every": PERIOD,
        "delay": PERIOD,
        "tags": TAG,
        "languages": LANGUAGE,
        "order": LANE,
        "feasibility": NUMBER,
        "paper": PAPER,
    }
    return (Role(plain[part], keyword=part, given=given),) if part in plain else ()
