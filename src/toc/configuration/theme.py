"""The table `theme`: an organisation's own look."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from toc.colours import TEXT, contrast, readable
from toc.configuration.setting import Setting, known, table, text, texts, words_of
from toc.messages import _
from toc.syntax import keywords

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_AS_COLOUR = _("write it as in {example}", example='"#2E7D32"')


def read_theme(setting: Setting) -> Mapping[str, Any]:
    """Return an organisation's own look: the theme it starts from, colours, fonts and logo."""
    readers: dict[str, Callable[[Setting], Any]] = {
        "name": _theme_name,
        "colours": _colours,
        "pathways": _lane_colours,
        **dict.fromkeys(("font", "font_bold", "logo"), text),
    }
    return MappingProxyType(table(setting, readers))


def _theme_name(setting: Setting) -> str | None:
    name = text(setting)
    if name is None:
        return None
    found = keywords.concept(name, "theme")
    if found is None:
        setting.wrong(_("there is no theme `{name}`", name=name), known(name, words_of("theme")))
    return found


def _colours(setting: Setting) -> Mapping[str, str]:
    kinds = tuple(keywords.table()["kinds"])
    found = table(setting, dict.fromkeys((*kinds, "ink", "paper"), _colour))
    ink, paper = found.get("ink"), found.get("paper")
    if ink and paper and contrast(ink, paper) < TEXT:
        setting.below("ink").wrong(
            _(
                "`{ink}` cannot be read on `{paper}`: their contrast is {contrast} : 1, and {least} : 1 is needed",
                ink=ink,
                paper=paper,
                contrast=round(contrast(ink, paper), 1),
                least=TEXT,
            ),
            _("`{colour}` could be", colour=readable(ink, (paper,))),
        )
        del found["ink"]
    return MappingProxyType(found)


def _lane_colours(setting: Setting) -> tuple[str, ...] | None:
    names = texts(setting)
    if names is None:
        return None
    found = tuple(name for name in names if _COLOUR.fullmatch(name))
    if len(found) < len(names):
        wrong = next(name for name in names if name not in found)
        setting.wrong(_("`{name}` is not a colour that can be read", name=wrong), _AS_COLOUR)
    return found


def _colour(setting: Setting) -> str | None:
    if isinstance(setting.value, str) and _COLOUR.fullmatch(setting.value):
        return setting.value.upper()
    setting.wrong(_("`{name}` is not a colour that can be read", name=setting.keys[-1]), _AS_COLOUR)
    return None
