"""The rule `vision-not-covered`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.messages import _
from toc.model.queries import bringing_about, downstream
from toc.model.theory import Theory


@rule(
    "TOC213",
    WARNING,
    sources=[
        "The Nature Conservancy, Conservation by Design (conservationbydesign.org): strategies together reach the goal",
    ],
)
def vision_not_covered(theory: Theory) -> Iterator[Finding]:
    """
    Something that the vision rests on and that no strategy feeds.

    ## Why it matters
    The changes next to the vision are what it stands on.
    If no strategy leads to one of them, even from far, the plan leaves a hole: either a strategy is missing, or others
    take care of it, and then it is good to know who.
    A strategy that was dropped feeds nothing.
    Where nothing else leads there either, and nothing is said of what happens anyway, it is an `unreachable-outcome`.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome jobs "Firms hire young people with a diploma"
    factor favourable economy "The region's economy grows"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    economy -> jobs -> diploma { because "A diploma is worth it if it opens doors" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome jobs "Firms hire young people with a diploma"
    factor favourable economy "The region's economy grows"
    strategy library "A library bus in the four villages"
    strategy fair "A job fair with forty firms"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    economy, fair -> jobs -> diploma { because "A diploma is worth it if it opens doors" }
    ```
    """
    active = (
        strategy.key for strategy in theory.of_kind("strategy") if "dropped" not in strategy.properties.words("status")
    )
    fed = downstream(theory, active, bringing_about)
    by_itself = downstream(theory, (factor.key for factor in theory.of_kind("factor")), bringing_about)
    wanted = {
        change.key
        for change in theory.changes
        if change.key not in fed and (change.key in by_itself or "counterfactual" in change.properties)
    }
    seen = set()
    for vision in theory.visions:
        for link in theory.incoming.get(vision.key, ()):
            for source in link.sources:
                if source not in wanted or source in seen or link.feedback or not bringing_about(link):
                    continue
                seen.add(source)
                name, goal = source.id, vision.id
                yield Finding(
                    theory.elements[source].origin,
                    _("the vision `{vision}` rests on `{name}`, to which no strategy leads", vision=goal, name=name),
                    _("name the strategy that leads here, if need be another organisation's: `… -> {name}`", name=name),
                    (Related(link.origin, _("`{vision}` rests on it here", vision=goal)),),
                )
