"""Looking at a model again and again, for a preview."""

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve, field, frozen

from toc.cli.shell.failure import Failure
from toc.cli.shell.findings import Checked, check_target, is_trouble, report_of
from toc.cli.shell.models import refuse_several
from toc.cli.shell.own_look import own_look
from toc.cli.shell.printing import tell_text
from toc.cli.shell.reading import STANDARD, Target, Wish, shown, targets
from toc.cli.shell.session import Session
from toc.messages import _
from toc.model.modules import uses
from toc.preview.seen import Seen, Watched
from toc.scene.memory import Memory, read_memory
from toc.scene.theme import Theme
from toc.workspace import CONFIGURATION, PROJECT, Unreadable, joined, read_text

MEMORY = "toc.layout"
OWN_FILES = ("logo", "font", "font_bold")


@frozen
class Follower:
    """Looks at the one model that `path` stands for; the paths in what it finds are those of the user."""

    path: str
    wish: Wish = field(repr=False)
    session: Session = field(repr=False)

    def first(self) -> Seen | None:
        """Return what there is; None where it cannot even be read, which was told. Raises Failure."""
        if self.path == STANDARD:
            raise Failure(_("standard input cannot be followed"), _("give a file or a folder"))
        checked = self._checked()
        report = report_of(checked, self.session)
        if any(is_trouble(found) for found in report.diagnostics):
            from toc.reporters.text import text  # only where there is something to tell

            tell_text(text.write(evolve(report, colour=False)))
            return None
        return self._seen(checked)

    def look(self) -> Seen:
        """Return what there is now; what stands in the way of looking is part of it."""
        checked: tuple[Checked, ...] = ()
        try:
            checked = self._checked()
            return self._seen(checked)
        except Failure as failure:
            said = (failure.message, *((failure.hint,) if failure.hint else ()))
            return Seen(_watched(self.path, checked), self.session.speaks(), trouble=said)

    def _checked(self) -> tuple[Checked, ...]:
        return tuple(check_target(target) for target in self._targets())

    def _targets(self) -> Iterator[Target]:
        yield from targets([self.path], self.wish)

    def _seen(self, checked: tuple[Checked, ...]) -> Seen:
        refuse_several(checked)
        report = report_of(checked, self.session)
        one = next((each for each in checked if each.analyses), None)
        seen = Seen(
            _watched(self.path, checked), report.language, diagnostics=report.diagnostics, sources=report.sources
        )
        if one is None:
            return seen
        analysis = one.analyses[0]
        places = {shown(one.workspace, path): path for path in analysis.documents}
        return evolve(seen, analysis=analysis, places=places, own=_own(one), memory=_memory(one))


def _own(one: Checked) -> Theme | None:
    settings = one.workspace.settings.theme
    return own_look(settings, one.workspace.root) if settings else None


def _memory(one: Checked) -> Memory | None:
    """Where the cards are to stand, as far as that can be read: who draws into files is told what is wrong with it."""
    try:
        return read_memory(read_text(_layout_of(one)))[0]
    except Unreadable:
        return None


def _layout_of(one: Checked) -> Path:
    return (one.workspace.root / one.analyses[0].file).with_name(MEMORY)


def _watched(path: str, checked: tuple[Checked, ...]) -> Watched:
    """What to follow: all files read, those that are named but missing, and the configuration."""
    place = Path(path).resolve()
    files = {file for one in checked for file in _files(one)}
    if not place.is_dir():
        files.add(place)
    files |= {folder / name for folder in _up_to_root(place, checked) for name in (CONFIGURATION, PROJECT)}
    whole = {place} if place.is_dir() else set()
    for one in checked:
        if place.is_dir():
            whole |= {one.workspace.root, *((one.workspace.root / file).parent for file in one.workspace.reader.list())}
    return Watched(frozenset(files), frozenset(whole))


def _files(one: Checked) -> Iterator[Path]:
    root = one.workspace.root
    for analysis in one.analyses:
        for path, document in analysis.documents.items():
            yield root / path
            for use in uses(document):
                if named := joined(path, use.path):
                    yield root / named
    if one.analyses:
        yield _layout_of(one)
    theme = one.workspace.settings.theme
    yield from (root / theme[name] for name in OWN_FILES if isinstance(theme.get(name), str))


def _up_to_root(place: Path, checked: tuple[Checked, ...]) -> Iterator[Path]:
    folder = place if place.is_dir() else place.parent
    roots = {one.workspace.root for one in checked}
    for each in (folder, *folder.parents):
        yield each
        if each in roots or not roots:
            return
