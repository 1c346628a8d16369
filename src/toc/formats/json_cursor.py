"""A place in a JSON document: asks for what should stand there, and says where and how it does not."""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NoReturn

from attrs import frozen

from toc.did_you_mean import did_you_mean
from toc.messages import Message, _

NAME = re.compile(r"[^\W\d_][\w\u0300-\u036f]*(?:-[\w\u0300-\u036f]+)*")
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@frozen
class Cursor:
    """The value at `path`, the keys and positions that lead to it from the top."""

    value: Any
    path: tuple[str | int, ...] = ()

    @property
    def pointer(self) -> str:
        """The place as a JSON Pointer (RFC 6901); the top is `/`."""
        return "/" + "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in self.path)

    def wrong(self, message: Message) -> NoReturn:
        """Raise the ValueError that says where `message` holds."""
        raise ValueError(_("at `{pointer}`: {message}", pointer=self.pointer, message=message))

    def expected(self, what: Message) -> NoReturn:
        """Raise the ValueError that says that `what` should stand here."""
        self.wrong(_("{what} is expected, not {found}", what=what, found=_found(self.value)))

    def fields(self, known: Iterable[str], needed: Iterable[str] = ()) -> dict[str, "Cursor"]:
        """Return what an object holds by key, in its order; other keys than those `known` are told."""
        if not isinstance(self.value, dict):
            self.expected(_("an object"))
        known = tuple(known)
        for key in self.value:
            if key not in known:
                self.unknown(key, known)
        for key in needed:
            if key not in self.value:
                self.wrong(_("`{key}` is missing", key=key))
        return {key: Cursor(value, (*self.path, key)) for key, value in self.value.items()}

    def unknown(self, key: str, known: Iterable[str]) -> NoReturn:
        """Raise the ValueError for a key that cannot stand here."""
        near = did_you_mean(key, known)
        if near is None:
            self.wrong(_("`{key}` cannot stand here", key=key))
        self.wrong(_("`{key}` cannot stand here; {near}", key=key, near=near))

    def items(self) -> Iterator["Cursor"]:
        """Yield the items of a list."""
        if not isinstance(self.value, list):
            self.expected(_("a list"))
        return (Cursor(value, (*self.path, index)) for index, value in enumerate(self.value))

    def text(self) -> str:
        """Return a text."""
        if not isinstance(self.value, str):
            self.expected(_("a text"))
        if LONE_SURROGATE.search(self.value):
            self.wrong(_("this text holds half a character (a lone surrogate)"))
        return self.value

    def name(self) -> str:
        """Return an id or another name, NFC-normalised: a letter, then letters, digits, `_` and inner `-`."""
        name = unicodedata.normalize("NFC", self.text())
        if not NAME.fullmatch(name):
            self.wrong(_("`{name}` is no name: a letter, then letters, digits, `_` or inner `-`", name=name))
        return name

    def word(self, words: Sequence[str]) -> str:
        """Return one of `words`."""
        word = self.text()
        if word not in words:
            near = did_you_mean(word, words)
            if near is None:
                self.wrong(_("`{word}` is none of {words}", word=word, words=[f"`{known}`" for known in words]))
            self.wrong(_("`{word}` is not known here; {near}", word=word, near=near))
        return word

    def number(self, low: float = -math.inf, high: float = math.inf) -> float:
        """Return a number from `low` to `high`."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.expected(_("a number"))
        if not abs(value) < 1e300:
            self.wrong(_("this number is too large"))
        if not low <= value <= high:
            self.wrong(_("a number from {low} to {high} is expected, not {found}", low=low, high=high, found=value))
        return float(value)

    def flag(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            self.expected(_("true or false"))
        return self.value


def _found(value: Any) -> Message:
    match value:
        case None:
            return _("nothing")
        case bool():
            return _("true or false")
        case str():
            return _("a text")
        case int() | float():
            return _("a number")
        case list():
            return _("a list")
        case _:
            return _("an object")
