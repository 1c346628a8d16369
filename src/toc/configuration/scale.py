"""The table `scale`: what words and units are worth."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from toc.configuration.setting import Setting, Worth, entries, is_number, known, table, words_of
from toc.messages import _
from toc.syntax import keywords


def read_scale(setting: Setting) -> dict[str, Any]:
    """Return what words are worth, by slot (strength, effort, likelihood) and concept; units by their name."""
    readers = {slot: _scale_of(slot) for slot in ("strength", "effort", "likelihood")}
    return table(setting, readers)


def _scale_of(slot: str) -> Callable[[Setting], Any]:
    def read(setting: Setting) -> Mapping[str, Worth]:
        found: dict[str, Worth] = {}
        for key, item in entries(setting):
            concept = keywords.concept(key, slot)
            if concept is None and slot != "effort":
                item.wrong(_("there is no {slot} `{name}`", slot=slot, name=key), known(key, words_of(slot)))
            elif (worth := _worth(item, slot)) is not None:
                found[concept or key] = worth
        return MappingProxyType(found)

    return read


def _worth(setting: Setting, slot: str) -> Worth | None:
    value = setting.value
    if slot == "effort" and isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)? +\w+", value):
        return value
    numbers = value if isinstance(value, list) else [value]
    ceiling = float("inf") if slot == "effort" else 1
    fits = all(is_number(number) and 0 <= number <= ceiling for number in numbers)
    if fits and len(numbers) in {1, 3} and numbers == sorted(numbers):
        return tuple(float(number) for number in numbers) if isinstance(value, list) else float(value)
    setting.wrong(
        _("`{name}` is worth something that cannot be read", name=setting.keys[-1]),
        _('write an amount such as "60000 EUR", a number, or three from low to high')
        if slot == "effort"
        else _("write a number from 0 to 1, or three from low to high: [0.1, 0.2, 0.3]"),
    )
    return None
