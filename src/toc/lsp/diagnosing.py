"""When what is wrong is told: syntax and names at once after an edit, the rules after a pause.

The rules run in a thread on a state of the files that no further edit can change, and are told only where that state
is still the present one. Until then, what they said before is told at the places where it now stands.
A client that can ask for diagnostics is never sent any: it would show them twice.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from toc.diagnosis import diagnosed
from toc.diagnostics import Diagnostic
from toc.lsp.carried import carried
from toc.lsp.feature import FOUND
from toc.lsp.projects import Project, Snapshot, through
from toc.lsp.told import told

if TYPE_CHECKING:
    from toc.lsp.server import Server

AT_ONCE = 0.005
PAUSE = 0.2
# Rules on meaning; what comes before is found by reading.
MEANING = "TOC2"
Report = types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport


class Diagnosing:
    """The diagnostics of one server, on their way to its client."""

    def __init__(self, server: "Server") -> None:
        self.server = server
        self.shown: dict[Path, set[str]] = {}
        self.last: dict[Path, Snapshot] = {}
        self.timers: dict[tuple[Path, str], asyncio.TimerHandle] = {}
        self.tasks: set[asyncio.Task[None]] = set()

    def later(self, project: Project) -> None:
        """Tell what is known at once, and the rest after a pause; a further edit begins both anew."""
        loop = asyncio.get_running_loop()
        for name, delay, act in (("at once", AT_ONCE, self._at_once), ("paused", PAUSE, self._check)):
            timer = self.timers.pop((project.root, name), None)
            if timer is not None:
                timer.cancel()
            self.timers[project.root, name] = loop.call_later(delay, act, project)

    async def pulled(self, params: types.DocumentDiagnosticParams) -> Report:
        """Return what is wrong in one file, for a client that asks."""
        found = self.server.project_of(params.text_document.uri)
        if found is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        project, path = found
        if not self.server.refreshes:
            # It will not be told that there is more: it waits for all of it.
            await self._checked(project)
        await self._read(project)
        items = self._items(project, path)
        mark = f"{hash(repr(items)):x}"
        if params.previous_result_id == mark:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=mark)
        return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=mark)

    def _at_once(self, project: Project) -> None:
        if not self.server.pulls:
            self._begin(self._read_and_tell(project))

    def _check(self, project: Project) -> None:
        self._begin(self._check_and_tell(project, project.snapshot))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _read_and_tell(self, project: Project) -> None:
        snapshot = project.snapshot
        await self._read(project)
        if project.snapshot is snapshot:
            self._publish(project)

    async def _read(self, project: Project) -> None:
        """Read the files, in a thread where that takes its time: what is asked meanwhile is answered."""
        snapshot = project.snapshot
        if not (snapshot.is_checked or project.keeps_up()):
            await self._aside(project, lambda: snapshot.read)

    async def _check_and_tell(self, project: Project, snapshot: Snapshot) -> None:
        if project.seems_changed():
            project.refresh()
            snapshot = project.snapshot
        # What is told first is not held up by what takes longer.
        await self._read(project)
        await self._checked(project)
        if project.snapshot is not snapshot:
            return
        self.last[project.root] = snapshot
        if self.server.refreshes_hints:
            # Nobody waits for the answer.
            self.server.workspace_inlay_hint_refresh(None)
        if not self.server.pulls:
            self._publish(project)
        elif self.server.refreshes:
            await self.server.workspace_diagnostic_refresh_async(None)

    async def _checked(self, project: Project) -> None:
        snapshot = project.snapshot
        if not snapshot.is_checked:
            await self._aside(project, lambda: snapshot.checked)

    async def _aside(self, project: Project, work: Callable[[], object]) -> None:
        """Do in a thread what is about the present state; nothing, where that is another when a thread is free."""
        snapshot = project.snapshot
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self.server.thread_pool, lambda: work() if project.snapshot is snapshot else None)

    def _publish(self, project: Project) -> None:
        analyses = project.knows(FOUND)
        open_here = self.server.projects.by_root.get(project.root) is project
        paths = {path for analysis in analyses for path in analysis.documents} if open_here else set[str]()
        configuration = project.snapshot.workspace.configuration
        if open_here and configuration is not None:
            paths.add(configuration.path)
        now = {path: items for path in sorted(paths) if (items := self._items(project, path))}
        now |= {path: [] for path in project.buffers if path not in now} if open_here else {}
        gone = self.shown.get(project.root, set()) - now.keys()
        self.shown[project.root] = {path for path, items in now.items() if items}
        for path, items in (*now.items(), *((path, list[types.Diagnostic]()) for path in sorted(gone))):
            uri = project.uri_of(path)
            version = self.server.version_of(uri) if path in project.buffers else None
            self.server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri=uri, diagnostics=items, version=version)
            )

    def _items(self, project: Project, path: str) -> list[types.Diagnostic]:
        analyses = project.knows(FOUND)
        through_file = path if through(analyses, path) else next((analysis.file for analysis in analyses), path)
        desk = self.server.desk(project, through_file, FOUND)
        if desk is None:
            return []
        found = {
            _mark(diagnostic): diagnostic for diagnostic in self._known(project, path) if diagnostic.origin.file == path
        }
        return told(found.values(), desk, lambda rule: self.server.pages.address(rule, desk.language))

    def _known(self, project: Project, path: str) -> Iterator[Diagnostic]:
        yield from diagnosed(project.snapshot.workspace.findings)
        analyses = project.knows(FOUND)
        for analysis in analyses:
            yield from analysis.diagnostics
        before = self.last.get(project.root)
        if project.snapshot.is_checked or before is None:
            return
        rules = [one for analysis in before.checked for one in analysis.diagnostics if one.rule.code >= MEANING]
        old, new = through(before.checked, path), through(analyses, path)
        if old is not None and new is not None:
            yield from carried(rules, path, old.documents[path].source.text, new.documents[path].source.text)


def _mark(diagnostic: Diagnostic) -> tuple[object, ...]:
    origin = diagnostic.origin
    return (origin.start, diagnostic.rule.code, origin.end, str(diagnostic.message))
