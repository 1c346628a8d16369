"""What a name means in a file: its own declarations, those of the files it uses, and `q.x` behind an alias."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from toc.diagnostics import Origin
from toc.did_you_mean import closest
from toc.messages import Message, _
from toc.model.elements import Reference
from toc.model.problems import duplicate_name, unknown_name, wrong_kind
from toc.model.resolve.declared import Declared, FileDeclarations, Report
from toc.syntax import nodes

# Comparing every name with every other is slow; beyond these many comparisons nobody reads on anyway.
MOST_COMPARISONS = 40_000

Files = Mapping[str, FileDeclarations]


class Names:
    """The names that one file can use. `open` are the files used without alias, `aliases` those behind one.

    `incomplete` says that a file used without alias is missing, so that a name may well be declared there.
    `excused` counts the names that are not known and yet not reported.
    """

    def __init__(
        self,
        file: FileDeclarations,
        files: Files,
        open: Sequence[str],
        aliases: Mapping[str, str | None],
        incomplete: bool,
        report: Report,
    ) -> None:
        self.file = file
        self.files = files
        self.open = [file, *(files[path] for path in dict.fromkeys(open) if path != file.path)]
        self.aliases = aliases
        self.incomplete = incomplete
        self.report = report
        self.excused = 0
        self._found: dict[str, Declared | None] = {}
        self._compared = 0
        self._guesses: dict[tuple[str, Sequence[str]], str | None] = {}

    def reference(self, name: nodes.Name, offset: int, kinds: Sequence[str]) -> Reference | None:
        """Return what `name` refers to; report it and return None where that is nothing, or not one of `kinds`."""
        declared = self.declared(name, offset, kinds)
        if declared is None:
            return None
        origin = self.origin(name, offset)
        if declared.kind not in kinds:
            hint = _instead(declared.kind, kinds)
            self.report(wrong_kind(origin, name.text, declared.kind, kinds, hint, declared.origin))
            return None
        return Reference(declared.key, origin)

    def declared(self, name: nodes.Name, offset: int, kinds: Sequence[str]) -> Declared | None:
        """Return the declaration `name` means, reporting an unknown one; `kinds` are those that could be meant."""
        text = name.text
        found = self._found.get(text)
        if found is not None:
            return found
        if text not in self._found:
            found = self._found[text] = self._lookup(name, offset)
        if found is None and self._is_excused(text):
            self.excused += 1
        elif found is None:
            self._report_unknown(name, offset, kinds)
        return found

    def knows(self, text: str) -> bool:
        """Return whether `text` is the name of something here."""
        return bool(self._meanings(text))

    def _lookup(self, name: nodes.Name, offset: int) -> Declared | None:
        text = name.text
        meant = self._meanings(text)
        if len(meant) > 1:
            hint = _('say which: `use "{path}" as q`, then `q.{name}`', path=self._path_to(meant[-1].file), name=text)
            others = [declared.name_origin for declared in meant]
            self.report(duplicate_name(self.origin(name, offset), text, others, hint))
        return meant[0] if meant else None

    def origin(self, name: nodes.Name, offset: int) -> Origin:
        """Return where `name` stands."""
        return Origin(self.file.path, offset + name.start, offset + name.end)

    def _meanings(self, text: str) -> list[Declared]:
        if "." not in text:
            return [file.named[text] for file in self.open if text in file.named]
        alias, _dot, behind = text.partition(".")
        path = self.aliases.get(alias)
        found = self.files[path].named.get(behind) if path is not None else None
        return [found] if found is not None else []

    def _is_excused(self, text: str) -> bool:
        # What the name means may stand in a statement or a file that could not be read: that is reported already.
        if "." in text:
            alias, _dot, behind = text.partition(".")
            path = self.aliases.get(alias, "")
            return path is None or (path != "" and behind in self.files[path].broken)
        return self.incomplete or any(text in file.broken for file in self.open)

    def _report_unknown(self, name: nodes.Name, offset: int, kinds: Sequence[str]) -> None:
        text = name.text
        hint = self._elsewhere(text)
        meant = None if hint else self._guess(text, kinds)
        self.report(unknown_name(self.origin(name, offset), text, meant, hint))

    def _guess(self, text: str, kinds: Sequence[str]) -> str | None:
        key = (text, kinds)
        if key not in self._guesses:
            candidates = list(self._candidates(kinds)) if self._compared < MOST_COMPARISONS else []
            self._compared += len(candidates)
            self._guesses[key] = closest(text, candidates)
        return self._guesses[key]

    def _candidates(self, kinds: Sequence[str]) -> Iterator[str]:
        for file in self.open:
            yield from (name for name, declared in file.named.items() if declared.kind in kinds)
        for alias, path in self.aliases.items():
            if path is not None:
                named = self.files[path].named
                yield from (f"{alias}.{name}" for name, declared in named.items() if declared.kind in kinds)

    def _elsewhere(self, text: str) -> Message | None:
        alias, dot, behind = text.partition(".")
        if dot and alias not in self.aliases:
            return _("no file is used `as {alias}`", alias=alias)
        wanted = behind or text
        for known, path in self.aliases.items():
            if path is not None and not dot and wanted in self.files[path].named:
                return _("it is declared behind an alias: write `{name}`", name=f"{known}.{wanted}")
        for path in sorted(self.files):
            if wanted in self.files[path].named and path != self.aliases.get(alias):
                reached = self._path_to(path)
                return _('it is declared in a file that this one does not use: add `use "{path}"`', path=reached)
        return None

    def _path_to(self, file: str) -> str:
        return posixpath.relpath(file, posixpath.dirname(self.file.path) or ".")


def _instead(kind: str, expected: Sequence[str]) -> Message | None:
    """Return what to do where something of `kind` stands in the place of one of the `expected` kinds."""
    return _PAIRS.get((kind, expected[0])) or _EXPECTED.get(expected[0])


_PAIRS = {
    ("outcome", "assumption"): _(
        "what must be brought about is linked, as in `a => b`; an assumption is in place already"
    ),
    ("strategy", "outcome"): _("a strategy leads to a change by a link, as in `strategy -> change`"),
    ("pathway", "outcome"): _("name the changes in the pathway, not the pathway itself"),
    ("assumption", "outcome"): _("an assumption is named with `assuming`, on a link or in a change"),
    ("factor", "strategy"): _("a response is something that is done: declare it as a strategy"),
}
_PAIRS["precondition", "assumption"] = _PAIRS["outcome", "assumption"]
_EXPECTED = {
    "actor": _("people, groups and organisations are declared as actors"),
    "assumption": _("what is believed to be in place already is declared as an assumption"),
    "strategy": _("what is done about it is declared as a strategy"),
    "outcome": _("name the change, the output or the vision that is meant"),
    "indicator": _("give the indicator that was observed an id, and name that"),
    "question": _("declare what was asked as a question"),
    "pathway": _("name the pathways in the order in which they are to be drawn"),
    "resource": _("declare what the work is paid with as a resource"),
}
