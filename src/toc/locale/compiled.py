"""Compiles the catalogues of messages, with the standard library alone: for builds and checkouts."""

import ast
import re
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path

LOCALE = Path(__file__).parent
MAGIC = 0x950412DE
HEADER_WORDS = 7


def renew() -> None:
    """Compile each `toc.po` whose `toc.mo` is missing or older."""
    for source in LOCALE.glob("*/LC_MESSAGES/toc.po"):
        target = source.with_suffix(".mo")
        if not target.is_file() or target.stat().st_mtime < source.stat().st_mtime:
            target.write_bytes(compiled(source.read_text("utf-8")))


def compiled(text: str) -> bytes:
    """Return the binary catalogue that `gettext` reads, made of the text of a `.po` file without its fuzzy entries."""
    messages = {key.encode(): translation.encode() for key, translation in translations(text).items()}
    keys = sorted(messages)
    ids = b"".join(key + b"\0" for key in keys)
    strings = b"".join(messages[key] + b"\0" for key in keys)
    ids_start = 4 * (HEADER_WORDS + 4 * len(keys))
    places = _places(keys, ids_start), _places([messages[key] for key in keys], ids_start + len(ids))
    tables = (4 * HEADER_WORDS, 4 * (HEADER_WORDS + 2 * len(keys)))
    header = array("I", [MAGIC, 0, len(keys), *tables, 0, ids_start])
    return header.tobytes() + b"".join(array("I", table).tobytes() for table in places) + ids + strings


def translations(text: str) -> Mapping[str, str]:
    """Return the translated messages of a `.po` file as `gettext` keys them: the forms of a plural joined by NUL."""
    found = {}
    for block in re.split(r"\n\s*\n", text):
        entry = dict(_fields(block))
        forms = [entry[name] for name in sorted(entry) if name.startswith("msgstr")]
        if "msgid" in entry and all(forms) and not re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE):
            key = "\0".join(entry[name] for name in ("msgid", "msgid_plural") if name in entry)
            found[key] = "\0".join(forms)
    return found


def _fields(block: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r'^(msg\w+(?:\[\d\])?)((?:\s*"(?:[^"\\\n]|\\.)*")+)', block, re.MULTILINE):
        quoted = re.findall(r'"(?:[^"\\\n]|\\.)*"', match[2])
        yield match[1], "".join(ast.literal_eval(part) for part in quoted)


def _places(texts: list[bytes], start: int) -> list[int]:
    # Length and offset of each text, one after the other.
    table = []
    for text in texts:
        table += [len(text), start]
        start += len(text) + 1
    return table
