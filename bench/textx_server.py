"""A language server of the smallest kind: pygls tells what textX finds in a model, after each edit.

Run as `python textx_server.py GRAMMAR`: what an editor for such a model costs with the tools at hand.
"""

import sys

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from textx import metamodel_from_file
from textx.exceptions import TextXError

server = LanguageServer("textx", "1")
metamodel = metamodel_from_file(sys.argv[1])


def _tell(uri: str) -> None:
    document = server.workspace.get_text_document(uri)
    found = []
    try:
        metamodel.model_from_str(document.source)
    except TextXError as error:
        place = types.Position((error.line or 1) - 1, (error.col or 1) - 1)
        found.append(types.Diagnostic(types.Range(place, place), str(error)))
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, document.version))


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def _opened(params: types.DidOpenTextDocumentParams) -> None:
    _tell(params.text_document.uri)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def _changed(params: types.DidChangeTextDocumentParams) -> None:
    _tell(params.text_document.uri)


server.start_io()
