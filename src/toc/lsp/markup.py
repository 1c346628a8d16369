"""Markdown for editors: people's texts stay what they are, and clients that show plain text get that."""

import re

from lsprotocol.types import MarkupContent, MarkupKind

from toc.lsp.desk import Desk

SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
WRITTEN = re.compile(r"\\([\\`*_{}\[\]<>#|~])|\*\*|(?<![\w\\])\*(?=\S)|(?<=\S)(?<!\\)\*(?!\w)|`")


def plain(text: str) -> str:
    """Return a person's text as Markdown that shows it as it is."""
    return SIGNS.sub(r"\\\1", text)


def code(name: str) -> str:
    """Return a name as Markdown that shows it as it is written in a file."""
    return f"`{name}`"


def content(desk: Desk, text: str, *, for_hover: bool = True) -> MarkupContent:
    """Return Markdown in the kind that the client shows, for a hover or else for the help of a completion."""
    document = desk.client.text_document
    if for_hover:
        kinds = document.hover.content_format if document and document.hover else None
    else:
        item = document.completion.completion_item if document and document.completion else None
        kinds = item.documentation_format if item else None
    if kinds and MarkupKind.Markdown not in kinds:
        return MarkupContent(MarkupKind.PlainText, WRITTEN.sub(lambda found: found[1] or "", text))
    return MarkupContent(MarkupKind.Markdown, text)
