"""What to tell a writer whose line cannot be read: what stands there, what was expected, and what to write instead."""

from collections.abc import Sequence

from toc.diagnostics import Edit, Finding, Fix, Origin
from toc.did_you_mean import closest
from toc.messages import LANGUAGES, Message, _
from toc.syntax import problems
from toc.syntax.heads import suggested_id
from toc.syntax.keywords import keyword, table, word
from toc.syntax.synonyms import Synonym, synonyms
from toc.syntax.tables import tables
from toc.syntax.tokens import END, Token
from toc.syntax.values import OF_A_LINK

# `use` declares nothing.
KINDS = frozenset(name.upper() for name in table()["kinds"]) - {"USE"}
PROPERTIES = frozenset(name.split(".")[0].upper() for name in table()["properties"])
# No verb that is written as an arrow has more words, and no label is shown whole that is longer.
VERB, LABEL = 4, 60
ARROWS = {"contributes": "->", "requires": "=>", "hinders": "-|", "needs": "=>"}


def explain(found: Sequence[Token], index: int) -> Finding | None:
    """Return the finding for the token at which reading stopped."""
    token = found[index]
    line = _line(found, index)
    first = line[0] if line else token
    previous = found[index - 1] if index else None
    if token.type == "MALFORMED":
        return problems.malformed(Origin("", token.start, token.end), token.text)
    origin = _origin(token, previous)
    if line and first.type == "NAME" and not any(other.type == "ARROW" for other in line):
        return _spoken_link(line) or _unknown_start(first, line)
    if (inline := _inline_property(line)) is not None:
        return problems.in_the_block_of_a_link(Origin("", inline.start, inline.end), inline.text, inline.type.lower())
    if previous is not None and (meant := synonyms(f"{previous.text} {token.text}", first.type.lower())):
        near = meant[0].words(first.type.lower())
        at = Origin("", previous.start, token.end)
        return problems.syntax_error(at, _what(token), _("did you mean `{near}`?", near=near))
    texts = any(other.type == "TEXT" for other in line)
    if first.type in KINDS and not texts and _goes_on_as_label(token, line):
        start = line[1 if _all_is_label(line) else 2].start
        return problems.syntax_error(
            Origin("", start, max(line[-1].end, token.end)),
            _("the label of this {kind} is not between quotes", kind=keyword(first.type.lower())),
            _("write `{example}`", example=_quoted(line)),
        )
    if (said := _property_at(found, index)) is not None:
        if first.type in KINDS and texts:
            return problems.syntax_error(
                Origin("", said.start, said.end),
                _("`{word}` belongs in a block", word=said.text),
                _("put it between `{{` and `}}` behind the label: `{{ {word} … }}`", word=said.text),
            )
        if first.type in PROPERTIES and said is not first:
            return problems.syntax_error(
                origin,
                _("a second property stands on this line: `{word}`", word=said.text),
                _("write each on a line of its own, or put `;` between them"),
            )
    return problems.syntax_error(origin, _what(token), _expected(found, index, previous))


def _property_at(found: Sequence[Token], index: int) -> Token | None:
    """Return the word of a property at which reading stopped, a comma before it left out."""
    token = found[index + 1] if found[index].type == "COMMA" and index + 1 < len(found) else found[index]
    return token if token.type in PROPERTIES else None


def _inline_property(line: Sequence[Token]) -> Token | None:
    arrows = [at for at, token in enumerate(line) if token.type == "ARROW"]
    if not arrows:
        return None
    # The first word behind the last arrow is the target of the link.
    return next((token for token in line[arrows[-1] + 2 :] if token.type.lower() in OF_A_LINK), None)


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


def _quoted(line: Sequence[Token]) -> str:
    """Return a declaration with its label in quotes, and an id where it has none."""
    kind, *words = [token.text for token in line]
    name = suggested_id(" ".join(words)) if _all_is_label(line) else words.pop(0)
    label = " ".join(words)
    return f'{kind} {name} "{label if len(label) <= LABEL else f"{label[:LABEL]}…"}"'


def _goes_on_as_label(token: Token, line: Sequence[Token]) -> bool:
    """Return whether a line, at whose `token` reading stopped, reads as the words of a label without quotes."""
    if len(line) < 3 or (line[2].type in PROPERTIES and not _all_is_label(line)):
        return False
    # Further on, words of the language are words like any others.
    return token.type in ("NAME", *KINDS) or (token.start > line[2].start and token.text[:1].isalpha())


def _all_is_label(line: Sequence[Token]) -> bool:
    """Return whether the words behind the first are a sentence, and none of them an id: they begin with a capital."""
    return line[1].text[0].isupper()


def _what(token: Token) -> Message:
    if token.type in (END, "SEP", "CLOSE"):
        return _("this statement is not finished")
    if token.type == "TEXT":
        return _("a text cannot stand here")
    return _("`{text}` cannot stand here", text=token.text)


def _spoken_link(line: Sequence[Token]) -> Finding | None:
    """Return the finding for a link with a verb for its arrow, such as `a leads to b`, None for any other line."""
    for end in range(2, min(len(line), VERB + 2)):
        source, *verb = line[:end]
        target = line[end]
        meant = synonyms(" ".join(token.text for token in verb), "arrows") if target.type == "NAME" else ()
        if meant:
            break
    else:
        return None
    arrow = ARROWS[meant[0].concept]
    ends = (target.text, source.text) if meant[0].concept == "needs" else (source.text, target.text)
    link = f"{ends[0]} {arrow} {ends[1]}"
    said = " ".join(token.text for token in verb)
    return problems.syntax_error(
        Origin("", verb[0].start, verb[-1].end),
        _("`{verb}` is written as an arrow", verb=said),
        _("write `{instead}`", instead=link),
        (_instead(Origin("", source.start, target.end), link),),
    )


def _instead(origin: Origin, text: str) -> Fix:
    return Fix(_("write `{instead}`", instead=text), (Edit("replace", origin, text),), safe=False)


def _unknown_start(first: Token, line: Sequence[Token]) -> Finding:
    origin = Origin("", first.start, first.end)
    message = _("`{word}` begins no statement", word=first.text)
    called, meant = _called_otherwise(line)
    near = None if meant else _nearest_start(first.text)
    fixes: tuple[Fix, ...] = ()
    if meant:
        origin = Origin("", first.start, called.end)
        words = [Message("`{word}`", {"word": each.words()}) for each in meant]
        hint = _("here this is called {words}", words=alternatives(words))
        if len(meant) == 1 and meant[0].language is not None:
            fixes = (_instead(origin, word(meant[0].concept, meant[0].language)),)
    elif near:
        hint = _("did you mean `{near}`?", near=near)
        fixes = (_instead(origin, near),)
    elif len(line) > 1 and line[-1].type == "NAME":
        hint = _("a link has an arrow between its names: `{a} -> {b}`", a=first.text, b=line[-1].text)
    else:
        hint = _("a statement begins with a word such as `{kind}`, or is a link: `a -> b`", kind=keyword("outcome"))
    return problems.syntax_error(origin, message, hint, fixes)


def _called_otherwise(line: Sequence[Token]) -> tuple[Token, tuple[Synonym, ...]]:
    """Return what the first words of a line stand for, if they are words of the field, and the last of these words."""
    for count in (2, 1):
        words = " ".join(token.text for token in line[:count])
        meant = synonyms(words, "kinds") or synonyms(words, "properties")
        if meant and len(line) >= count:
            return line[count - 1], meant
    return line[0], ()


def _nearest_start(written: str) -> str | None:
    """Return the word that begins a statement and that `written` was probably meant to be, if any is near."""
    entries = (entry for section in ("kinds", "properties") for entry in table()[section].values())
    return closest(written, (accepted for entry in entries for language in LANGUAGES for accepted in entry[language]))


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
