"""The rule `everything-to-everything`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.messages import _
from toc.model.elements import Key
from toc.model.links import Link
from toc.model.queries import layers, without_feedback
from toc.model.theory import Theory

PLACES_SHOWN = 5


@rule(
    "TOC209",
    WARNING,
    sources=["ImpactMojo (impactmojo.in), theory of change pitfalls, pitfall 1: everything leads to everything"],
    share=0.6,
    elements=3,
)
def everything_to_everything(theory: Theory, share: float, elements: float) -> Iterator[Finding]:
    """
    Nearly everything in one layer leads to nearly everything in the next.

    ## Why it matters
    A map in which every strategy leads to every change says no more than "it all helps".
    It cannot be tested, and it cannot help to choose.
    Keep the few links that carry most, and say for each why it holds.

    The layers are counted from the strategies, along the longest path; links marked as feedback are left out.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    strategy library "A library bus in the four villages"
    strategy cafe "A parents' café at school"
    strategy mentors "Mentoring by young graduates"
    outcome reading "Children read with pleasure at eight"
    outcome trust "Parents feel at home in the school"
    outcome presence "Teenagers come to school every day"
    library, cafe, mentors -> reading, trust, presence { because "It all helps" }
    reading, trust, presence -> diploma { because "It all helps" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    strategy library "A library bus in the four villages"
    strategy cafe "A parents' café at school"
    strategy mentors "Mentoring by young graduates"
    outcome reading "Children read with pleasure at eight"
    outcome trust "Parents feel at home in the school"
    outcome presence "Teenagers come to school every day"
    library -> reading { because "A book at hand is a book that gets read" }
    cafe -> trust { because "One trusts those whom one knows" }
    mentors -> presence { because "Teenagers listen to those who are barely older" }
    reading, trust, presence -> diploma { because "Whoever is there, reads and feels welcome can learn" }
    ```
    """
    layer = layers(theory, (strategy.key for strategy in theory.of_kind("strategy")))
    members: dict[int, list[Key]] = {}
    for key in sorted(layer):
        members.setdefault(layer[key], []).append(key)
    crossing: dict[int, dict[tuple[Key, Key], Link]] = {}
    for link in filter(without_feedback, theory.links):
        for source in link.sources:
            if source in layer and layer[link.target] == layer[source] + 1:
                crossing.setdefault(layer[source], {})[source, link.target] = link
    for number, pairs in sorted(crossing.items()):
        causes, effects = members[number], members[number + 1]
        possible = len(causes) * len(effects)
        if min(len(causes), len(effects)) >= elements and len(pairs) > share * possible:
            yield _finding((causes, effects), pairs)


def _finding(sides: tuple[list[Key], list[Key]], pairs: dict[tuple[Key, Key], Link]) -> Finding:
    causes, effects = ([key.id for key in side] for side in sides)
    places = sorted({link.origin for link in pairs.values()})
    return Finding(
        places[-1],
        _(
            "{links} of {possible} possible links between two neighbouring layers, from {causes} to {effects}",
            links=len(pairs),
            possible=len(causes) * len(effects),
            causes=_quoted(causes),
            effects=_quoted(effects),
        ),
        _("keep the few links that carry most, and say for each why it holds"),
        tuple(Related(place, _("more of these links")) for place in places[:-1][:PLACES_SHOWN]),
    )


def _quoted(names: list[str]) -> list[str]:
    shown = [f"`{name}`" for name in names[:PLACES_SHOWN]]
    return [*shown, "…"] if len(names) > PLACES_SHOWN else shown
