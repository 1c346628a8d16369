"""One value of the configuration, and how values of each shape are read."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from toc.did_you_mean import did_you_mean
from toc.messages import LANGUAGES, Message, _
from toc.syntax import keywords

# What a word or unit is worth: a number, three from low to high, or an amount.
Worth = float | tuple[float, ...] | str


@frozen
class Setting:
    """A value of the configuration, the keys that lead to it, and how to say that it is wrong."""

    keys: tuple[str, ...]
    value: Any
    report: Callable[[tuple[str, ...], Message, Message | None], None]
    report_rule: Callable[[tuple[str, ...], str], None]

    def below(self, key: str) -> "Setting":
        """Return the setting `key` of a table."""
        return evolve(self, keys=(*self.keys, key), value=self.value[key])

    def wrong(self, message: Message, hint: Message | None = None) -> None:
        """Say what is wrong with the value; it then counts as not written."""
        self.report(self.keys, message, hint)


def table(setting: Setting, readers: Mapping[str, Callable[[Setting], Any]]) -> dict[str, Any]:
    """Return the settings of a table that can be read, each by its reader; other names are reported."""
    found: dict[str, Any] = {}
    for key, item in entries(setting):
        if key not in readers:
            item.wrong(_("there is no setting `{name}` here", name=key), known(key, tuple(readers)))
        elif (value := readers[key](item)) is not None:
            found[key] = value
    return found


def entries(setting: Setting) -> Iterator[tuple[str, Setting]]:
    """Yield what stands in a table by its name; what is no table is reported."""
    if not isinstance(setting.value, dict):
        setting.wrong(_("`{name}` is a table: its settings stand below `[{name}]`", name=".".join(setting.keys)))
        return
    for key in setting.value:
        yield key, setting.below(key)


def known(key: str, names: tuple[str, ...]) -> Message:
    """Return what may have been meant by `key`, or what can stand in its place."""
    return did_you_mean(key, names) or _("what can stand here: {names}", names=[f"`{name}`" for name in names])


def text(setting: Setting) -> str | None:
    """Return a text, None where the value is none."""
    if isinstance(setting.value, str) and setting.value.strip():
        return setting.value
    setting.wrong(
        _("`{name}` is a text", name=setting.keys[-1]),
        _("write it in quotes: {example}", example=f'{setting.keys[-1]} = "…"'),
    )
    return None


def texts(setting: Setting) -> tuple[str, ...] | None:
    """Return a list of texts, None where the value is none."""
    if isinstance(setting.value, list) and all(isinstance(item, str) for item in setting.value):
        return tuple(setting.value)
    setting.wrong(
        _("`{name}` is a list of texts", name=setting.keys[-1]),
        _("write it in square brackets: {example}", example=f'{setting.keys[-1]} = ["…", "…"]'),
    )
    return None


def number(setting: Setting) -> float | None:
    """Return a number, 0 or more, None where the value is none."""
    if is_number(setting.value) and setting.value >= 0:
        found: float = setting.value
        return found
    setting.wrong(_("`{name}` is a number, 0 or more", name=setting.keys[-1]))
    return None


def is_number(value: object) -> bool:
    """Whether a value is a number; TOML's truth values are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def words_of(slot: str) -> tuple[str, ...]:
    """Return the words of a slot in all languages."""
    entries = keywords.table()["values"][slot].values()
    return tuple(word for entry in entries for language in LANGUAGES for word in entry[language])
