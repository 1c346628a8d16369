"""What can be followed: the files that a file uses, and web addresses in texts and comments."""

import re
from collections.abc import Iterator

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.uses import used_by

# A sentence may end behind an address, and a bracket may stand around it.
ADDRESS = re.compile(r"https?://[^\s\"«»“”<>{}|\\^`]*[^\s\"«»“”<>{}|\\^`.,;:!?'’)\]]")


@feature(types.TEXT_DOCUMENT_DOCUMENT_LINK, knowing=LATEST)
def document_links(desk: Desk, _params: types.DocumentLinkParams) -> list[types.DocumentLink]:
    """Return the paths of `use` that lead to a file, and the addresses, in the order written."""
    found = sorted((*_files(desk), *_addresses(desk.source.text)))
    return [types.DocumentLink(desk.range(start, end), target) for start, end, target in found]


def _files(desk: Desk) -> Iterator[tuple[int, int, str]]:
    for use in used_by(desk, desk.file):
        if use.target is not None:
            # Inside the quotes.
            yield use.path.start + 1, use.path.end - 1, desk.uri_of(use.target)


def _addresses(text: str) -> Iterator[tuple[int, int, str]]:
    for found in ADDRESS.finditer(text):
        end = found.end()
        # A bracket that was opened in it belongs to it, as in `…/wiki/Change_(theory)`.
        if found.group().count("(") > found.group().count(")") and text.startswith(")", end):
            end += 1
        yield found.start(), end, text[found.start() : end]
