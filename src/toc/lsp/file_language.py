"""The language of a file's own words: the one that it uses most, so that what is added reads like the rest."""

from toc.lsp.desk import Desk
from toc.syntax.written_in import written_in

# So many words tell; a file is not read to its end for this.
ENOUGH = 200


def file_language(desk: Desk) -> str:
    """Return the language (en or fr) of the file's first words; where it has none, that of its texts, then of messages.

    O(1) of the file's length.
    """
    return written_in(desk.document, ENOUGH) or desk.theory.language or desk.language
