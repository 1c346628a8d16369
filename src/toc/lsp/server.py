"""The language server: hands what is open to the features."""

import asyncio
import gc
import logging
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from toc import __version__
from toc.catalog import find_all
from toc.lsp.desk import Desk
from toc.lsp.diagnosing import Diagnosing, Report
from toc.lsp.feature import KEPT, LATEST, READ, Feature
from toc.lsp.pages import Pages
from toc.lsp.positions import UTF16
from toc.lsp.projects import Project, Projects, through
from toc.lsp.protocol import Protocol
from toc.source import Source

# Threads: one waits for the client, one reads, one runs the rules, one draws.
WORKERS = 4


def serve() -> None:
    """Speak the protocol on standard input and output until the client says goodbye."""
    logging.disable(logging.CRITICAL)
    gc.enable()
    # Trees hardly ever go in circles: looking through all of them is a long stop for someone who types.
    gc.set_threshold(50_000, 20, 100)
    server = make()
    gc.freeze()
    try:
        server.start_io()
    finally:
        server.pages.close()


def make(today: Callable[[], date] = date.today) -> "Server":
    """Return a server with all features; `today` gives the day with which dates are compared."""
    server = Server(today)
    for feature in find_all("toc.lsp.features", Feature):
        _register(server, feature)
    _register_greeting(server)
    _register_files(server)
    return server


class Server(LanguageServer):
    """A server and the projects open in it."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__("toc", __version__, protocol_cls=Protocol, max_workers=WORKERS)
        self.projects = Projects(today())
        self.pages = Pages()
        self.switches: dict[str, Any] = {}
        self.diagnosing = Diagnosing(self)

    @property
    def pulls(self) -> bool:
        """Whether the client asks for diagnostics."""
        document = self.client_capabilities.text_document
        return document is not None and document.diagnostic is not None

    @property
    def refreshes(self) -> bool:
        """Whether the client asks again when it is told that there is more to say."""
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.diagnostics and workspace.diagnostics.refresh_support)

    @property
    def refreshes_hints(self) -> bool:
        """Whether the client asks for inlay hints again when it is told that there are others."""
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support)

    @property
    def spoken(self) -> str | None:
        """The language of messages that the client asks for, by its settings or its own language."""
        asked = self.switches.get("language")
        return str(asked or "")[:2].casefold() or None

    def project_of(self, uri: str) -> tuple[Project, str] | None:
        """Return the project and path of a file; None where it is not one on the disk."""
        place = uris.to_fs_path(uri)
        if place is None or not uri.startswith("file:"):
            return None
        try:
            return self.projects.of(Path(place))
        except (OSError, ValueError):
            return None

    def version_of(self, uri: str) -> int | None:
        """Return the version of an open file, as the client counts."""
        return self.workspace.get_text_document(uri).version

    def desk(self, project: Project, path: str, knowing: str = READ) -> Desk | None:
        """Return the desk of a file in the present state of its project; None where nothing reads it."""
        analyses = project.knows(knowing)
        analysis = through(analyses, path)
        if analysis is None and knowing == KEPT:
            # It was opened just now.
            return self.desk(project, path, LATEST)
        if analysis is None:
            return None
        text = project.buffers.get(path)
        last = self.diagnosing.last.get(project.root)
        return Desk(
            project.root,
            path,
            analysis,
            analyses,
            project.snapshot.settings,
            str(self.workspace.position_encoding or UTF16),
            self.spoken,
            self.switches,
            dict(project.uris),
            project.snapshot.workspace.configuration,
            self.client_capabilities,
            Source(path, text) if text is not None and analysis.documents[path].source.text != text else None,
            self._versions(project),
            through(last.checked, path) if last is not None else None,
        )

    def _versions(self, project: Project) -> dict[str, int]:
        found = {path: self.version_of(uri) for path, uri in project.uris.items()}
        return {path: version for path, version in found.items() if version is not None}


def _register(server: Server, feature: Feature) -> None:
    def answer(params: Any) -> Any:
        if feature.of_workspace:
            return [item for desk in _desks(server) for item in feature.answer(desk, params) or ()]
        found = server.project_of(_uri_of(params))
        if found is None:
            return None
        project, path = found
        desk = server.desk(project, path, feature.knowing)
        return feature.answer(desk, params) if desk else None

    async def answer_aside(params: Any) -> Any:
        found = server.project_of(_uri_of(params))
        desk = server.desk(*found, feature.knowing) if found else None
        return await asyncio.to_thread(feature.answer, desk, params) if desk else None

    server.feature(feature.name, feature.options)(answer_aside if feature.aside else answer)


def _uri_of(params: Any) -> str:
    # What hangs on something that was sent before (a hierarchy's item, an action) carries its address itself; requests
    # that are not the protocol's come as they were sent.
    item, data = getattr(params, "item", None), getattr(params, "data", None)
    if isinstance(data, dict) and "uri" in data:
        return str(data["uri"])
    named = item or getattr(params, "text_document", None) or params.textDocument
    return str(named.uri)


def _desks(server: Server) -> Iterator[Desk]:
    for project in server.projects.by_root.values():
        for analysis in project.knows(READ):
            desk = server.desk(project, analysis.file)
            if desk is not None:
                yield desk


def _register_greeting(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        options = params.initialization_options
        server.switches = dict(options) if isinstance(options, dict) else {}
        server.switches.setdefault("language", params.locale)

    @server.feature(types.INITIALIZED)
    def initialized(_params: types.InitializedParams) -> None:
        _watch(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        found = params.settings.get("toc") if isinstance(params.settings, dict) else None
        if isinstance(found, dict):
            server.switches.update(found)
            _all_again(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(_params: types.DidChangeWatchedFilesParams) -> None:
        _all_again(server)


def _register_files(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        found = server.project_of(params.text_document.uri)
        if found is not None:
            server.diagnosing.later(found[0])

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        _changed(server, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        _changed(server, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        found = server.project_of(params.text_document.uri)
        if found is not None:
            project, path = found
            project.drop(path)
            server.projects.forget_closed()
            server.diagnosing.later(project)

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False, identifier="toc"),
    )
    async def pull(params: types.DocumentDiagnosticParams) -> Report:
        return await server.diagnosing.pulled(params)


def _all_again(server: Server) -> None:
    for project in server.projects.by_root.values():
        project.refresh()
        server.diagnosing.later(project)


def _watch(server: Server) -> None:
    """Ask the client to tell of changes on the disk, where it can."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is not None and watching.dynamic_registration:
        patterns = ("**/*.toc", "**/toc.toml", "**/pyproject.toml")
        watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in patterns]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        asked = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(types.RegistrationParams([asked]))


def _changed(server: Server, uri: str) -> None:
    found = server.project_of(uri)
    if found is not None:
        project, path = found
        project.put(path, uri, server.workspace.get_text_document(uri).source)
        server.diagnosing.later(project)
