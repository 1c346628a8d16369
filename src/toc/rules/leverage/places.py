"""The places that what is said of a strategy's leverage points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import Related
from toc.leverage.spoken import rounded
from toc.messages import _
from toc.model.elements import Key
from toc.model.theory import Theory
from toc.rules.places import joined

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage

# A link from here on carries most of what reaches it: it is not where an effect gets lost.
THIN = 0.75


def effort_and_thinnest_link(theory: Theory, leverage: Leverage, key: Key) -> tuple[Related, ...]:
    """Return where a strategy's effort is stated, and where on its best way to a vision most of its effect is lost."""
    stated = theory.elements[key].properties.get("effort")
    effort = [Related(stated.origin, _("the effort of `{name}` is stated here", name=key.id))] if stated else []
    return (*effort, *_thinnest_link(leverage, key))


def _thinnest_link(leverage: Leverage, key: Key) -> Iterator[Related]:
    path = leverage.strongest_path(key)
    if path is None:
        return
    strength, number = min((strength, number) for number, strength in enumerate(path.strengths))
    if strength < THIN:
        link = path.links[number]
        yield Related(
            link.origin,
            _(
                "on its best way to the vision, most is lost from `{source}` to `{target}`, which lets {strength} "
                "through",
                source=joined(link.sources),
                target=link.target.id,
                strength=rounded(strength),
            ),
        )
