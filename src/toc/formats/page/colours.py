"""The colours of a picture as variables of its page, by day and by night."""

from collections.abc import Iterator

from attrs import evolve

from toc.scene.scene import Scene
from toc.scene.theme import Hue, Theme, theme, themes

NIGHT = "dark"


def variables(scene: Scene) -> Scene:
    """Return `scene` with the names of variables for colours."""
    found = scene.theme
    roles = {role: f"var(--{_name(role)})" for role in found.roles}
    hues = {hue: Hue(*(f"var(--{hue}-{use})" for use in Hue._fields)) for hue in found.hues}
    return evolve(scene, theme=evolve(found, roles=roles, hues=hues))


def look(found: Theme) -> str:
    """Return the style that gives the variables their colours: those of the dark theme by night; in print, the light.

    A picture in a dark theme is dark by day, too, unless its reader asks for the light.
    """
    if is_dark(found):
        light = _values(_counterpart(found, None), "light")
        return (
            f":root{{{_values(found, 'dark')}}}\n"
            f"@media screen{{:root[data-look=light]{{{light}}}}}\n"
            f"@media print{{:root{{{light}}}}}\n"
        )
    dark = _values(_counterpart(found, NIGHT), "dark")
    return (
        f":root{{{_values(found, 'light')}}}\n"
        f"@media screen{{:root[data-look=dark]{{{dark}}}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-look]){{{dark}}}}}\n"
    )


def is_dark(found: Theme) -> bool:
    """Return whether text stands on a dark ground."""
    return _brightness(found.roles["background"]) < 128


def _counterpart(found: Theme, name: str | None) -> Theme:
    """The theme `name` with the roles and hues of `found`: hues by name, else in turn."""
    other = theme(name if name in themes() else None)
    given = [other.hues[hue] for hue in other.lane_hues]
    hues = {hue: other.hues.get(hue) or given[at % len(given)] for at, hue in enumerate(found.hues)}
    return evolve(other, roles={**found.roles, **other.roles}, hues=hues)


def _values(found: Theme, scheme: str) -> str:
    return f"color-scheme:{scheme};" + ";".join(f"--{name}:{value}" for name, value in _named(found))


def _named(found: Theme) -> Iterator[tuple[str, str]]:
    for role, colour in found.roles.items():
        yield _name(role), colour
    for name, hue in found.hues.items():
        for use, colour in zip(Hue._fields, hue, strict=True):
            yield f"{name}-{use}", colour


def _name(role: str) -> str:
    return role.replace(".", "-")


def _brightness(colour: str) -> int:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return (299 * red + 587 * green + 114 * blue) // 1000
