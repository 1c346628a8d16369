"""The names that a file can use, as it would write them, and what each means."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from weakref import ref

from toc.analysis import Analysis
from toc.model.elements import Element, Key
from toc.model.modules import Use, uses
from toc.workspace import joined


def names_in(analysis: Analysis, file: str) -> Mapping[str, Element]:
    """Return what each name means in `file`, written as there: its own, those it uses, those behind an alias.

    Where several files it uses have the name, the first is meant. O(statements of the file + elements); what was asked
    last is kept, for it is asked again with each letter that is typed and for each remark that can be mended.
    """
    known = _last[0] if _last else None
    if known is not None and known[0]() is analysis and known[1] == file:
        return known[2]
    found = _names_in(analysis, file)
    _last[:] = [(ref(analysis), file, found)]
    return found


_last: list[tuple["ref[Analysis]", str, Mapping[str, Element]]] = []


def _names_in(analysis: Analysis, file: str) -> Mapping[str, Element]:
    opened, aliased = scope_of(analysis, file)
    named: dict[str, list[Element]] = {path: [] for path in (*opened, *aliased.values())}
    for element in analysis.theory.elements.values():
        if element.named and element.key.file in named:
            named[element.key.file].append(element)
    found: dict[str, Element] = {}
    for path in opened:
        for element in named[path]:
            found.setdefault(element.id, element)
    for alias, path in aliased.items():
        found.update({f"{alias}.{element.id}": element for element in named[path]})
    return MappingProxyType(found)


def scope_of(analysis: Analysis, file: str) -> tuple[Sequence[str], Mapping[str, str]]:
    """Return the files whose names `file` uses as they are (itself first), and those behind an alias."""
    opened: dict[str, None] = {file: None}
    aliased: dict[str, str] = {}
    for use, path in _used(analysis, file):
        if use.alias is None:
            opened.setdefault(path)
        else:
            aliased.setdefault(use.alias, path)
    return tuple(opened), aliased


def written(analysis: Analysis, file: str, key: Key) -> str | None:
    """Return how `file` names what `key` means; None where it cannot."""
    opened, aliased = scope_of(analysis, file)
    if key.file in opened:
        return key.id
    return next((f"{alias}.{key.id}" for alias, path in aliased.items() if path == key.file), None)


def free_name(analysis: Analysis, file: str, base: str) -> str:
    """Return `base`, or it with a number, so that nothing in `file` is called or names anything so."""
    taken, text = names_in(analysis, file), analysis.documents[file].source.text
    name, number = base, 1
    while name in taken or name in text:
        number += 1
        name = f"{base}{number}"
    return name


def _used(analysis: Analysis, file: str) -> Iterator[tuple[Use, str]]:
    for use in uses(analysis.documents[file]):
        path = joined(file, use.path)
        if path is not None and path in analysis.documents:
            yield use, path
