"""What can be followed from a file."""

import pytest
from lsp.desks import seat
from lsprotocol import types

from toc.lsp.features.document_links import document_links

FILES = {
    "a/main.toc": 'use "../b.toc" as b\nuse "gone.toc"\nutilise "c.toc"\n',
    "b.toc": 'actor x "X"\n',
    "a/c.toc": 'actor y "Y"\n',
}


def test_files_that_are_used() -> None:
    """The path of a file that is there leads to it, one of a file that is not leads nowhere."""
    sitting = seat(FILES)
    found = document_links.answer(sitting.desk, types.DocumentLinkParams(sitting.document))
    assert [(each.range.start.character, each.range.end.character, each.target) for each in found] == [
        (5, 13, sitting.desk.uri_of("b.toc")),
        (9, 14, sitting.desk.uri_of("a/c.toc")),
    ]


ADDRESSES = {
    'vision v "V" { source "INSPQ, https://example.org/a?b=1." }': ["https://example.org/a?b=1"],
    'vision v "V" { source "(https://example.org/a)" }': ["https://example.org/a"],
    'vision v "V" { note "https://example.org/Change_(theory), https://example.com/." }': [
        "https://example.org/Change_(theory)",
        "https://example.com/",
    ],
    "# see http://example.org": ["http://example.org"],
    'vision v "https://example.org': ["https://example.org"],
    'vision v "http://"': [],
    "": [],
}


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses(text: str) -> None:
    """Addresses in texts and comments can be followed, without the signs of the sentence around them."""
    sitting = seat(text)
    found = document_links.answer(sitting.desk, types.DocumentLinkParams(sitting.document))
    assert [each.target for each in found] == ADDRESSES[text]
