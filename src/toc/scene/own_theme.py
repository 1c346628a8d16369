"""An organisation's own theme: its colours, font and logo over one of the themes, always so that all can be read."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from toc.colours import BLACK, GRAPHICS, TEXT, WHITE, contrast, is_dark, mix, readable
from toc.scene.theme import LIGHTER, NEUTRAL, Font, Hue, Sign, Theme, theme

NAME = "own"
# What stands behind cards in a lane: at least so much paper in the colour of the lane, in percent.
TINTED = 89
_LINES = ("hinders.line", "highlight.edge", "vision.line")


def own_theme(settings: Mapping[str, Any], font: Font | None = None, logo: Sign | None = None) -> Theme | None:
    """Return the theme that `settings` (the table `theme` of a configuration) ask for; None where they ask nothing.

    `name` is the theme it starts from, `colours` are by kind, `ink` and `paper`, `pathways` the colours of lanes in
    order. What they leave too little contrast to is made darker or lighter; fills keep the colour given.
    """
    if not settings:
        return None
    base = theme(settings.get("name"))
    colours: Mapping[str, str] = settings.get("colours", {})
    roles = _roles(base, colours)
    given: Sequence[str] = settings.get("pathways", ())
    lanes = {f"own-{number}": colour for number, colour in enumerate(given, 1)}
    kept = {name: hue for name, hue in base.hues.items() if name == NEUTRAL or not lanes}
    repainted = roles["background"] != base.roles["background"] or roles["card"] != base.roles["card"]
    hues = {name: _refitted(hue, roles) if repainted else _legible(hue, roles) for name, hue in kept.items()}
    hues = {name: _hue(colour, roles) for name, colour in lanes.items()} | hues
    kinds = {kind: f"kind-{kind}" for kind in colours if kind not in {"ink", "paper", "vision"}}
    hues |= {name: _hue(colours[kind], roles) for kind, name in kinds.items()}
    # Links and signs run over the lanes of others.
    grounds = (roles["background"], *(hue.tint for hue in hues.values()))
    hues = {name: hue._replace(link=readable(hue.link, grounds, GRAPHICS)) for name, hue in hues.items()}
    roles |= {role: readable(roles[role], grounds, GRAPHICS) for role in _LINES}
    return evolve(base, name=NAME, roles=roles, hues=hues, kinds=kinds, font=font or base.font, logo=logo)


def _roles(base: Theme, colours: Mapping[str, str]) -> dict[str, str]:
    roles = dict(base.roles)
    if "paper" in colours:
        paper = colours["paper"]
        card = mix(paper, WHITE, 8 if is_dark(paper) else 70)
        # On paper neither dark nor light, no ink can be read on cards of another tone as well.
        both = any(min(contrast(ink, paper), contrast(ink, card)) >= TEXT for ink in (BLACK, WHITE))
        roles |= {"background": paper, "card": card if both else paper}
    grounds = (roles["background"], roles["card"])
    ink = colours.get("ink")
    if ink:
        roles |= {"ink": readable(ink, grounds), "title": readable(ink, grounds)}
    if ink or "paper" in colours:
        for role in ("ink", "title"):
            roles[role] = readable(roles[role], grounds)
        quiet = mix(roles["ink"], roles["background"], 30)
        roles |= {"muted": readable(quiet, grounds), "rule": mix(roles["ink"], roles["background"], 80)}
        roles |= {role: readable(roles[role], grounds, GRAPHICS) for role in _LINES}
        roles |= {role: readable(roles[role], grounds) for role in ("progress.on", "progress.off", "ceiling.line")}
        roles["ceiling.ink"] = _on(roles["ceiling.line"])
    if "vision" in colours:
        start = colours["vision"]
        end = mix(start, BLACK if is_dark(start) else WHITE, 12)
        words = readable(_on(start), (start, end))
        line = readable(start, (roles["background"],), GRAPHICS)
        roles |= {
            "vision.from": start,
            "vision.to": end,
            "vision.ink": words,
            "vision.kind": words,
            "vision.line": line,
        }
    return roles


def _hue(colour: str, roles: Mapping[str, str]) -> Hue:
    """A colour in its uses; where it is a fill it stays as it is."""
    tints = (mix(colour, roles["background"], paper) for paper in range(TINTED, 101))
    tint = next((tint for tint in tints if _bears_words(tint, roles)), roles["background"])
    line = readable(colour, (roles["card"], roles["background"], tint))
    link = readable(mix(line, roles["background"], LIGHTER), (roles["background"], tint), GRAPHICS)
    return Hue(line, tint, link, colour, _on(colour), tint)


def _refitted(hue: Hue, roles: Mapping[str, str]) -> Hue:
    found = _hue(hue.line, roles)
    return found._replace(fill=found.line, ink=_on(found.line))


def _legible(hue: Hue, roles: Mapping[str, str]) -> Hue:
    """The hue; where words in another ink cannot be read on its tint, on paper instead."""
    return hue if _bears_words(hue.tint, roles) else hue._replace(tint=roles["background"])


def _bears_words(tint: str, roles: Mapping[str, str]) -> bool:
    """Whether words in any ink can be read on `tint`."""
    return all(contrast(roles[ink], tint) >= TEXT for ink in ("ink", "muted"))


def _on(ground: str) -> str:
    """White, where it can be read on `ground`, else black: one of them always can."""
    return WHITE if contrast(WHITE, ground) >= TEXT else BLACK
