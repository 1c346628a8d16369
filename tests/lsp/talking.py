"""A client that talks to a real `toc lsp` over its pipes, with the capabilities of some editor."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from attrs import define, field
from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

LONGEST = 60
# Editors that are sent diagnostics.
PROFILES = ("neovim@v0.7.0", "visual_studio_code@v1.65.2", "emacs@v29.1")


@define(eq=False)
class Talk:
    """A conversation: the client, and the diagnostics it was sent, by address."""

    client: LanguageClient
    capabilities: types.ServerCapabilities
    versions: dict[str, int] = field(factory=dict)

    def open(self, file: Path, text: str | None = None) -> str:
        """Open a file, with another text than on the disk where one is given; return its address."""
        uri = file.as_uri()
        self.versions[uri] = 1
        content = file.read_text("utf-8") if text is None else text
        item = types.TextDocumentItem(uri, "toc", 1, content)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def edit(self, uri: str, text: str, where: types.Range | None = None) -> None:
        """Put `text` in the place of a range, or of everything."""
        self.versions[uri] += 1
        whole = types.TextDocumentContentChangeWholeDocument(text)
        change = whole if where is None else types.TextDocumentContentChangePartial(where, text)
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def close(self, uri: str) -> None:
        """Close a file."""
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def rules(self, uri: str) -> list[str]:
        """Return the rules of the diagnostics that were sent for an address."""
        return sorted(str(found.code) for found in self.client.diagnostics.get(uri, ()))

    async def until(self, uri: str, rules: list[str]) -> list[str]:
        """Wait until these are the rules that speak in a file; return those that do in the end."""
        for _turn in range(LONGEST * 20):
            if self.rules(uri) == rules and uri in self.client.diagnostics:
                break
            await asyncio.sleep(0.05)
        return self.rules(uri)

    async def pull(self, uri: str) -> list[str]:
        """Ask for the diagnostics of a file; return their rules."""
        asked = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        report = await self.client.text_document_diagnostic_async(asked)
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return sorted(str(found.code) for found in report.items)


@asynccontextmanager
async def talking(profile: str | types.ClientCapabilities, root: Path, *, locale: str = "en") -> AsyncIterator[Talk]:
    """Start a server and greet it as the editor `profile` does; say goodbye at the end."""
    capabilities = client_capabilities(profile) if isinstance(profile, str) else profile
    client = make_test_lsp_client()
    await client.start_io(sys.executable, "-m", "toc", "lsp")
    greeting = types.InitializeParams(capabilities=capabilities, root_uri=root.as_uri(), locale=locale)
    try:
        answer = await asyncio.wait_for(client.initialize_session(greeting), LONGEST)
        yield Talk(client, answer.capabilities)
    finally:
        await asyncio.wait_for(client.shutdown_session(), LONGEST)
        await client.stop()  # type: ignore[no-untyped-call] # pygls says no types here
