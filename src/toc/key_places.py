"""Where the keys of a TOML file stand in its text, which `tomllib` does not say."""

import re
from collections.abc import Iterator, Mapping

Keys = tuple[str, ...]


def key_places(text: str) -> Mapping[Keys, tuple[int, int]]:
    """Return the start and end of each key that stands first on its line, by the keys that lead to it.

    A key inside an inline table has no place of its own. Keys are found by their look, table headers included.
    """
    return dict(_key_places(text))


def place_of(keys: Keys, places: Mapping[Keys, tuple[int, int]]) -> tuple[int, int]:
    """Return the place of `keys`, or of the nearest table or key around it; the start of the file where none is."""
    while keys and keys not in places:
        keys = keys[:-1]
    return places.get(keys, (0, 0))


def _key_places(text: str) -> Iterator[tuple[Keys, tuple[int, int]]]:
    table: Keys = ()
    offset = 0
    for line in text.splitlines(keepends=True):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line)
        key = re.match(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""", line)
        if header:
            table = _split(header[1])
            yield table, (offset + header.start(1), offset + header.end(1))
        elif key:
            yield table + _split(key[1]), (offset + key.start(1), offset + key.end(1))
        offset += len(line)


def _split(key: str) -> Keys:
    return tuple(part.strip("\"'") for part in re.findall(r"""[\w-]+|"[^"]*"|'[^']*'""", key))
