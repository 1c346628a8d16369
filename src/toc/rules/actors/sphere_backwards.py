"""The rule `sphere-backwards`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.messages import Words, _
from toc.model.elements import Key
from toc.model.links import Link
from toc.model.theory import Theory
from toc.model.value_words import value_word

# From what we do ourselves to what we only hope for.
DISTANCE = {"control": 0, "influence": 1, "interest": 2}


@rule(
    "TOC604",
    WARNING,
    sources=[
        "Outcome Mapping (outcomemapping.ca): spheres of control, of influence and of interest",
    ],
)
def sphere_backwards(theory: Theory) -> Iterator[Finding]:
    """
    A link that runs from a far sphere back to a nearer one.

    ## Why it matters
    What we do lies in our sphere of control; the practices of those we work with, in that of influence; the state of
    the world we hope for, in that of interest.
    Change goes outward: from control to influence to interest.
    A link that comes back may be right (success encourages those who bring it about): then it is a feedback, and is
    marked as one.
    Otherwise the arrow stands the wrong way round, or one of the spheres is wrong.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome stay "Young people stay in the valley" { sphere interest }
    outcome trust "Parents feel at home at school" { sphere influence }
    strategy cafe "A parents' café at school"
    cafe -> trust -> diploma { because "One trusts those whom one knows" }
    stay -> trust { because "Whoever stays gets to know the school" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome stay "Young people stay in the valley" { sphere interest }
    outcome trust "Parents feel at home at school" { sphere influence }
    strategy cafe "A parents' café at school"
    cafe -> trust -> diploma { because "One trusts those whom one knows" }
    trust -> stay { because "One stays where one is welcome" }
    ```
    """
    for link in theory.links:
        if link.feedback:
            continue
        inner = theory.elements[link.target].properties.word("sphere")
        for source in link.sources:
            outer = theory.elements[source].properties.word("sphere")
            if inner and outer and DISTANCE[outer] > DISTANCE[inner]:
                yield _finding(theory, link, source, outer, inner)


def _finding(theory: Theory, link: Link, source: Key, outer: str, inner: str) -> Finding:
    cause, effect = source.id, link.target.id
    ends = [theory.elements[key] for key in (source, link.target)]
    return Finding(
        link.origin,
        _(
            "`{cause}` (sphere: {outer}) acts on `{effect}` (sphere: {inner}), which lies nearer",
            cause=cause,
            effect=effect,
            outer=value_word("sphere", outer),
            inner=value_word("sphere", inner),
        ),
        _(
            "turn the link round, correct a `{sphere}`, or mark the link `{feedback}` if it comes back",
            sphere=Words("sphere", "sphère"),
            feedback=Words("feedback", "rétroaction"),
        ),
        tuple(
            Related(stated.origin, _("the sphere of `{name}`", name=end.id))
            for end in ends
            for stated in end.properties.all("sphere")
        ),
    )
