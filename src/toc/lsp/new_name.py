"""Whether something can be called so: the reasons why not teach what a name is and what it would clash with."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from toc.analysis import Analysis
from toc.lsp.desk import Desk
from toc.lsp.mentions import Mention, names_written
from toc.lsp.names import scope_of
from toc.messages import Message, _
from toc.model.elements import Element, Key
from toc.model.vocabulary import KINDS
from toc.source import Source
from toc.syntax.keywords import plural_kind
from toc.syntax.parser import parse
from toc.syntax.tokens import NAME

WORD = re.compile(NAME)


def check_name(desk: Desk, key: Key, new: str, places: Sequence[Mention]) -> Message | None:
    """Return why the element `key`, named at `places`, cannot be called `new`; None where it can."""
    return (
        _no_word(new)
        or _kind(new)
        or next((found for analysis in _analyses(desk) if (found := _taken(analysis, key, new))), None)
        or next((found for analysis in _analyses(desk) if (found := _clash(analysis, key, new))), None)
        or _read_as_another(desk, new, places)
    )


def check_alias(known: Iterable[str], new: str) -> Message | None:
    """Return why a file cannot have the alias `new` where the aliases `known` stand; None where it can."""
    if (reason := _no_word(new)) is not None:
        return reason
    return _("`{name}` is an alias already", name=new) if new in known else None


def _analyses(desk: Desk) -> tuple[Analysis, ...]:
    return (desk.analysis, *(analysis for analysis in desk.analyses if analysis is not desk.analysis))


def _no_word(new: str) -> Message | None:
    if WORD.fullmatch(new):
        return None
    if "." in new:
        return _("a name holds no point: what stands before it is the alias, which is given with `use … as`")
    nearest = "_".join(WORD.findall(re.sub(r"(?<!\w)\w['’]", "", new)))
    told = _("a name begins with a letter and holds letters, digits, `_` and, inside, `-`")
    return _("{rule}: write `{name}`", rule=told, name=nearest) if nearest else told


def _kind(new: str) -> Message | None:
    if plural_kind(new) is None:
        return None
    return _("in views `{name}` means all elements of a kind; give it a name of its own", name=new)


def _taken(analysis: Analysis, key: Key, new: str) -> Message | None:
    element = analysis.theory.elements.get(Key(key.file, new))
    if element is None:
        return None
    kind, place = KINDS[element.kind].one, _where(analysis, element)
    return _("`{name}` is taken already: it is {kind} ({place})", name=new, kind=kind, place=place)


def _clash(analysis: Analysis, key: Key, new: str) -> Message | None:
    """Return which file would see two things under the new name."""
    for file in analysis.documents:
        opened, _aliased = scope_of(analysis, file)
        if key.file in opened:
            for other in opened:
                element = analysis.theory.elements.get(Key(other, new))
                if element is not None and other != key.file:
                    return _(
                        "{file} would see two things called `{name}`: it uses {one} and {place}; "
                        "choose another name, or give one of the files an alias with `use … as`",
                        file=file,
                        name=new,
                        one=key.file,
                        place=_where(analysis, element),
                    )
    return None


def _read_as_another(desk: Desk, new: str, places: Sequence[Mention]) -> Message | None:
    """Return where the new name would be read as a word of the language."""
    by_file: dict[str, list[Mention]] = {}
    for place in places:
        by_file.setdefault(place.origin.file, []).append(place)
    for file, found in by_file.items():
        source = next(one.documents[file].source for one in _analyses(desk) if file in one.documents)
        for line in _misread(source, new, found):
            return _(
                "`{name}` is a word of the language and would be read as one in {file}, line {line}; write `{other}`",
                name=new,
                file=file,
                line=line,
                other=f"{new}_1",
            )
    return None


def _misread(source: Source, new: str, places: Sequence[Mention]) -> Iterator[int]:
    """Yield the lines in which the name is no name any more, once it is written there."""
    text, expected, shift = source.text, Counter[int](), 0
    pieces, end = [], 0
    for place in sorted(places, key=lambda one: one.origin.start):
        start, stop = place.origin.start, place.origin.end
        pieces += [text[end:start], new]
        if place.read:
            expected[start + shift + len(new)] += 1
        shift += len(new) - (stop - start)
        end = stop
    after = Source(source.path, "".join((*pieces, text[end:])))
    found = Counter(
        offset + name.end for offset, name in names_written(parse(after), new) if name.text.split(".")[-1] == new
    )
    for offset in sorted(expected - found):
        yield after.position(offset).line


def _where(analysis: Analysis, element: Element) -> Message:
    source = analysis.documents[element.key.file].source
    line = source.position(element.origin.start).line
    return _("{file}, line {line}", file=element.key.file, line=line)
