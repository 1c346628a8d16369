"""The messages of the source and of the catalogue, for the tests that compare them."""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "toc"
FRENCH = SOURCE / "locale" / "fr" / "LC_MESSAGES" / "toc.po"
HEADER = "# French messages of toc. `pytest --accept tests/test_locale.py` brings in new ones and takes old ones out."
KEYWORDS = {"_": None, "plural": (1, 2)}


def extracted() -> Catalog:
    """Return the messages in the source: whatever stands in `_(…)` and `plural(…)`."""
    catalog = Catalog(locale="fr")
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS)
    for filename, _line, message, _comments, _context in sorted(found, key=lambda each: (each[0], each[1])):
        if message and all(message):
            catalog.add(message, locations=[(f"src/toc/{filename}", 0)])
    return catalog


def kept(path: Path = FRENCH) -> Catalog:
    """Return the catalogue as it is kept."""
    if not path.is_file():
        return Catalog(locale="fr")
    with path.open("rb") as stream:
        return read_po(stream, locale="fr")


def merged() -> str:
    """Return the text of the catalogue with the messages of the source and the translations that are kept."""
    old, new = kept(), Catalog(locale="fr", header_comment=HEADER, project="toc", fuzzy=False)
    for message in extracted():
        if message.id:
            known = old.get(message.id)
            new.add(message.id, known.string if known else "", locations=message.locations, flags=message.flags)
    stream = io.BytesIO()
    write_po(stream, new, width=120, sort_by_file=True, include_lineno=False, omit_header=True)
    return _head() + stream.getvalue().decode("utf-8")


def _head() -> str:
    lines = [
        "Content-Type: text/plain; charset=utf-8\\n",
        "Content-Transfer-Encoding: 8bit\\n",
        "Language: fr\\n",
        "Plural-Forms: nplurals=2; plural=(n > 1);\\n",
    ]
    return "\n".join([HEADER, 'msgid ""', 'msgstr ""', *(f'"{line}"' for line in lines)]) + "\n\n"


def entries(catalog: Catalog) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the forms of each message of `catalog` and of its translation."""
    for message in catalog:
        if message.id:
            ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
            strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
            yield tuple(ids), tuple(string or "" for string in strings)
