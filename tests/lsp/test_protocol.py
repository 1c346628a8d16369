"""What the server keeps of what it is told."""

import asyncio
from pathlib import Path

from lsprotocol import types

from toc.lsp.server import make


def test_nothing_is_kept_of_a_notification_that_is_done(tmp_path: Path) -> None:
    """However many letters are typed, no outcome of a notification stays behind."""
    server = make()
    uri = (tmp_path / "m.toc").as_uri()

    async def story() -> int:
        item = types.TextDocumentItem(uri, "toc", 1, "")
        server.protocol._handle_notification(types.TEXT_DOCUMENT_DID_OPEN, types.DidOpenTextDocumentParams(item))
        for version in range(2, 60):
            document = types.VersionedTextDocumentIdentifier(version, uri)
            change = types.TextDocumentContentChangeWholeDocument("#" * version)
            params = types.DidChangeTextDocumentParams(document, [change])
            server.protocol._handle_notification(types.TEXT_DOCUMENT_DID_CHANGE, params)
        return len(server.protocol._request_futures)

    assert asyncio.run(story()) == 0
