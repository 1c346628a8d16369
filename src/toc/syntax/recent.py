"""What was worked out about pieces of text, kept as long as the pieces are met again."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Found = TypeVar("Found")


class Recent(Generic[Found]):
    """Values by key, of which those that are not asked for any more are forgotten.

    Two ages are kept; when the younger is full, the older goes, and what was asked for meanwhile is in the younger.
    An age has room for the pieces of all documents twice, and for `spare` more: someone who types leaves a piece behind
    with each letter.
    """

    def __init__(self, spare: int = 500) -> None:
        self.spare = spare
        self._sizes: dict[str, int] = {}
        self._young: dict[Hashable, Found] = {}
        self._old: dict[Hashable, Found] = {}

    def get(self, key: Hashable) -> Found | None:
        """Return what was kept for `key`, if it still is."""
        found = self._young.get(key)
        if found is None and self._old:
            found = self._old.get(key)
            if found is not None:
                self._young[key] = found
        return found

    def keep(self, key: Hashable, value: Found) -> Found:
        """Keep a value and return it."""
        self._young[key] = value
        return value

    def document(self, path: str, pieces: int) -> None:
        """Note that a document of so many pieces has been gone through."""
        self._sizes[path] = pieces
        if len(self._young) > 2 * sum(self._sizes.values()) + self.spare:
            self._old, self._young = self._young, {}
