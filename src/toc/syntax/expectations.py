"""What to tell a writer whose line cannot be read: what stands there, what was expected, and what to write instead."""

from collections.abc import Sequence

from toc.diagnostics import Finding, Origin
from toc.messages import LANGUAGES, Message, _
from toc.syntax import problems
from toc.syntax.keywords import keyword, table
from toc.syntax.nearest import nearest
from toc.syntax.tables import tables
from toc.syntax.tokens import END, Token

KINDS = frozenset(name.upper() for name in (
    "theory vision outcome precondition output strategy activity assumption factor risk actor indicator marker pathway"
    " urgency resource question learning term view step"
).split())  # fmt: skip
LINK_PROPERTIES = ("BECAUSE", "EVIDENCE", "ASSUMING", "DELAY", "ACCEPT", "NOTE", "SOURCE")


def explain(found: Sequence[Token], index: int) -> Finding | None:
    """Return the finding for the token at which reading stopped."""
    token = found[index]
    line = _line(found, index)
    first = line[0] if line else token
    previous = found[index - 1] if index else None
    if token.type == "MALFORMED":
        return problems.malformed(Origin("", token.start, token.end), token.text)
    origin = _origin(token, previous)
    if first.type == "NAME" and not any(other.type == "ARROW" for other in line):
        return _unknown_start(first, line)
    if (inline := _inline_property(line)) is not None:
        return problems.syntax_error(
            Origin("", inline.start, inline.end),
            _("`{word}` belongs in the block of the link", word=inline.text),
            _('write `{{ {word} "…" }}` behind the link', word=inline.text),
        )
    if first.type in KINDS and token.type in ("NAME", *KINDS) and not any(other.type == "TEXT" for other in line):
        return problems.syntax_error(
            origin,
            _("the label of this {kind} is not between quotes", kind=keyword(first.type.lower())),
            _('write `{kind} {name} "…"`', kind=first.text, name=_id_of(line)),
        )
    return problems.syntax_error(origin, _what(token), _expected(found, index, previous))


def _inline_property(line: Sequence[Token]) -> Token | None:
    arrows = [at for at, token in enumerate(line) if token.type == "ARROW"]
    if not arrows:
        return None
    # The first word behind the last arrow is the target of the link.
    return next((token for token in line[arrows[-1] + 2 :] if token.type in LINK_PROPERTIES), None)


def _line(found: Sequence[Token], index: int) -> list[Token]:
    start = index
    while start and found[start - 1].type not in ("SEP", "OPEN"):
        start -= 1
    end = start
    while end < len(found) and found[end].type not in ("SEP", "OPEN", "CLOSE", END):
        end += 1
    return list(found[start:end])


def _origin(token: Token, previous: Token | None) -> Origin:
    # What is missing is shown behind what stands before it.
    if token.start == token.end or token.type == "SEP":
        at = previous.end if previous else token.start
        return Origin("", max(0, at - 1), at)
    return Origin("", token.start, token.end)


def _id_of(line: Sequence[Token]) -> str:
    return line[1].text if len(line) > 1 else "id"


def _what(token: Token) -> Message:
    if token.type in (END, "SEP", "CLOSE"):
        return _("this statement is not finished")
    if token.type == "TEXT":
        return _("a text cannot stand here")
    return _("`{text}` cannot stand here", text=token.text)


def _unknown_start(first: Token, line: Sequence[Token]) -> Finding:
    origin = Origin("", first.start, first.end)
    near = nearest_start(first.text)
    if near:
        hint = _("did you mean `{near}`?", near=near)
    elif len(line) > 1 and line[1].type in ("NAME", "NUMBER"):
        hint = _("a link has an arrow between its names: `{a} -> {b}`", a=first.text, b=line[1].text)
    else:
        hint = _("a statement begins with a word such as `{kind}`, or is a link: `a -> b`", kind=keyword("outcome"))
    return problems.syntax_error(origin, _("`{word}` begins no statement", word=first.text), hint)


def nearest_start(word: str) -> str | None:
    """Return the word that begins a statement and is nearest to `word`, if any is near."""
    entries = (entry for section in ("kinds", "properties") for entry in table()[section].values())
    words = (accepted for entry in entries for language in LANGUAGES for accepted in entry[language])
    return nearest(word, words, 0.7)


def _expected(found: Sequence[Token], index: int, previous: Token | None) -> Message | None:
    names = _accepted(found[:index])
    parts: list[Message] = []
    if "TEXT" in names:
        parts.append(_("a text between quotes"))
    if "NAME" in names:
        parts.append(_("a name"))
    if "NUMBER" in names:
        parts.append(_("a number"))
    if "DATE" in names:
        parts.append(_("a date"))
    if "ARROW" in names:
        parts.append(_("an arrow"))
    parts += [Message("`{word}`", {"word": keyword(name.lower())}) for name in sorted(names & CLAUSES)]
    if "OPEN" in names:
        parts.append(_("a block in `{{ }}`"))
    if not parts and names & {"SEP", END, "CLOSE"}:
        parts.append(_("the end of the line"))
    if not parts:
        return None
    if previous is None:
        return _("here stands {expected}", expected=alternatives(parts))
    return _("after `{word}` comes {expected}", word=_short(previous.text), expected=alternatives(parts))


CLAUSES = frozenset(("BECAUSE", "IN", "EVERY", "FROM", "FOR", "AS"))


def alternatives(parts: Sequence[Message]) -> Message:
    """Return `a, b or c` as a message."""
    if len(parts) == 1:
        return parts[0]
    joined = Message(
        ", ".join(f"{{p{at}}}" for at in range(len(parts) - 1)), {f"p{i}": p for i, p in enumerate(parts[:-1])}
    )
    return _("{first} or {last}", first=joined, last=parts[-1])


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:20]}…"


def _accepted(before: Sequence[Token]) -> set[str]:
    """Return the terminals that can follow `before`, found by trying each."""
    table_ = tables()
    states = [table_.start]
    for token in before:
        if not _advance(states, token.type) and not _advance(states, "NAME"):
            return set()
    candidates = {name for row in table_.actions for name in row if name.isupper() or name == END}
    return {name for name in candidates if _advance(list(states), name)}


def _advance(states: list[int], terminal: str) -> bool:
    table_ = tables()
    tried = list(states)
    while True:
        action = table_.actions[tried[-1]].get(terminal)
        if action is None:
            return False
        if action >= 0:
            states[:] = [*tried, action]
            return True
        name, length = table_.rules[-1 - action]
        if length:
            del tried[-length:]
        tried.append(table_.actions[tried[-1]][name])
        if terminal == END and tried[-1] == table_.end:
            return True
