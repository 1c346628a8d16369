"""Mending: safe fixes, applied together where they do not touch, looked at again, until nothing is left."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from toc.cli.shell.differences import difference
from toc.cli.shell.findings import Checked
from toc.cli.shell.looking import Look, Looked
from toc.cli.shell.printing import emit, tell
from toc.cli.shell.reading import Target, shown
from toc.cli.shell.writing import write_whole
from toc.diagnostics import Diagnostic, Severity, TextEdit, TextFix
from toc.messages import Message, _, plural
from toc.reporters.reporter import Report
from toc.syntax.edits import apply_edits
from toc.workspace import BufferReader

ROUNDS = 10


@frozen
class MendedFile:
    """A file before and after; `rules` names the rule of each finding that was mended, as often as it was."""

    name: str
    path: Path
    before: str = field(repr=False)
    after: str = field(repr=False)
    rules: tuple[str, ...]


@frozen
class Mending:
    """What was found before, what is left, and the files that lie between; nothing has been written yet."""

    before: Looked
    left: Looked
    files: tuple[MendedFile, ...]


def mended(wanted: Sequence[Target], look: Look) -> Mending:
    """Mend what `look` finds in `wanted`, in memory; a round that would bring a new error is not gone through with."""
    first = last = look(wanted)
    texts: dict[str, str] = {}
    rules: dict[str, list[str]] = {}
    for _round in range(ROUNDS):
        places = _places(last.checked)
        chosen = _chosen(last.report, places)
        if not chosen:
            break
        renewed = {name: apply_edits(last.report.sources[name].text, _edits(chosen, name)) for name in _names(chosen)}
        buffers = _buffers({**texts, **renewed}, places)
        following = look([_with(target, buffers) for target in wanted])
        if _errors(following.report) > _errors(last.report):
            break
        texts.update(renewed)
        for found, fix in chosen:
            rules.setdefault(fix.edits[0].file, []).append(found.rule.name)
        last = following
    return Mending(first, last, tuple(_files(first, texts, rules)))


def deliver(mending: Mending, language: str, *, diff: bool) -> None:
    """Write the files, or show what would change, and say what was mended; raises Failure."""
    for file in mending.files:
        if diff:
            emit(difference(file.name, file.before, file.after))
        else:
            write_whole(file.path, file.after)
        tell(_told(file, diff=diff), language)
    if not mending.files:
        tell(_("there is nothing that can be mended without changing what the model means"), language)


def _told(file: MendedFile, *, diff: bool) -> Message:
    names = [f"`{name}` ({count})" if count > 1 else f"`{name}`" for name, count in sorted(Counter(file.rules).items())]
    if diff:
        return plural(
            "{path}: {n} finding would be mended: {rules}",
            "{path}: {n} findings would be mended: {rules}",
            n=len(file.rules),
            path=file.name,
            rules=names,
        )
    return plural(
        "{path}: {n} finding mended: {rules}",
        "{path}: {n} findings mended: {rules}",
        n=len(file.rules),
        path=file.name,
        rules=names,
    )


# Where a file that is shown under a name stands: in which workspaces, under which path.
Places = Mapping[str, Sequence[tuple[Path, str]]]
Chosen = Sequence[tuple[Diagnostic, TextFix]]


def _places(checked: Sequence[Checked]) -> Places:
    places: dict[str, list[tuple[Path, str]]] = {}
    for one in checked:
        for source in one.sources:
            places.setdefault(shown(one.workspace, source.path), []).append((one.workspace.root, source.path))
    return places


def _chosen(report: Report, places: Places) -> Chosen:
    taken: dict[str, list[TextEdit]] = {}
    chosen = []
    for found in report.diagnostics:
        fix = next((fix for fix in found.fixes if fix.safe and fix.edits), None)
        if fix is None or not all(
            edit.file in places and _is_free(edit, taken.get(edit.file, ())) for edit in fix.edits
        ):
            continue
        chosen.append((found, fix))
        for edit in fix.edits:
            taken.setdefault(edit.file, []).append(edit)
    return chosen


def _is_free(edit: TextEdit, taken: Sequence[TextEdit]) -> bool:
    # Edits that touch could mean something else together: the second waits for the next round.
    return all(edit.end < other.start or other.end < edit.start for other in taken)


def _names(chosen: Chosen) -> set[str]:
    return {edit.file for _found, fix in chosen for edit in fix.edits}


def _edits(chosen: Chosen, name: str) -> list[TextEdit]:
    return [edit for _found, fix in chosen for edit in fix.edits if edit.file == name]


def _buffers(texts: Mapping[str, str], places: Places) -> Mapping[Path, Mapping[str, str]]:
    buffers: dict[Path, dict[str, str]] = {}
    for name, text in texts.items():
        for root, path in places[name]:
            buffers.setdefault(root, {})[path] = text
    return buffers


def _with(target: Target, buffers: Mapping[Path, Mapping[str, str]]) -> Target:
    workspace = target.workspace
    own = buffers.get(workspace.root)
    if own is None:
        return target
    return evolve(target, workspace=evolve(workspace, reader=BufferReader(workspace.reader, own)))


def _errors(report: Report) -> int:
    # Of the compiler alone: where these go, rules on meaning run that could not before.
    return sum(found.severity is Severity.ERROR and found.rule.code < "TOC2" for found in report.diagnostics)


def _files(first: Looked, texts: Mapping[str, str], rules: Mapping[str, Sequence[str]]) -> Iterator[MendedFile]:
    places = _places(first.checked)
    for name in sorted(texts):
        root, path = places[name][0]
        before = first.report.sources[name].text
        if before != texts[name]:
            yield MendedFile(name, root / path, before, texts[name], tuple(rules.get(name, ())))
