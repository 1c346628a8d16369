"""The rule `missing-marker`."""

from collections.abc import Iterator

from toc.diagnostics import OM, WARNING, Finding, rule
from toc.messages import Words, _, plural
from toc.model.elements import Element, Key
from toc.model.theory import Theory

GRADES = {
    "expect": Words("expect", "attendu"),
    "like": Words("like", "souhaité"),
    "love": Words("love", "idéal"),
}


@rule(
    "TOC510",
    WARNING,
    profiles=(OM,),
    sources=["Outcome Mapping (IDRC): graduated progress markers for each boundary partner: expect, like, love to see"],
)
def missing_marker(theory: Theory) -> Iterator[Finding]:
    """
    A boundary partner without progress markers of all three grades.

    ## Why it matters
    What we expect to see soon, would like to see, and would love to see make a ladder: the first rung is near, the
    last says how far this partner could go.
    With one rung only, small progress stays unseen, or the first polite gesture passes for the change itself.

    A marker belongs to the people it names (`of`), else to those of its change, else to those of the pathway.

    ## Bad
    ```toc
    theory "Season" { profile outcome_mapping }
    vision diploma "Every young person earns a diploma"
    outcome hours "Employers plan around the school calendar" {
      of employers
      nature practice
      marker expect "They sign the charter"
    }
    hours -> diploma { because "One no longer has to choose between pay and class" }
    actor employers "Employers of the summer season" { boundary }
    ```

    ## Good
    ```toc
    theory "Season" { profile outcome_mapping }
    vision diploma "Every young person earns a diploma"
    outcome hours "Employers plan around the school calendar" {
      of employers
      nature practice
      marker expect "They sign the charter"
      marker like "They hire nobody before classes end"
      marker love "They win over the employers of the next valley"
    }
    hours -> diploma { because "One no longer has to choose between pay and class" }
    actor employers "Employers of the summer season" { boundary }
    ```
    """
    partners = [actor for actor in theory.of_kind("actor") if "boundary" in actor.properties]
    if not partners:
        return
    grades: dict[Key, set[str | None]] = {}
    for marker in theory.of_kind("marker"):
        for person in _people(theory, marker):
            grades.setdefault(person, set()).add(marker.variety)
    for partner in partners:
        missing = [words for grade, words in GRADES.items() if grade not in grades.get(partner.key, ())]
        if missing:
            name = partner.id
            yield Finding(
                partner.origin,
                plural(
                    "the boundary partner `{name}` has no progress marker of this grade: {missing}",
                    "the boundary partner `{name}` has no progress marker of these grades: {missing}",
                    n=len(missing),
                    name=name,
                    missing=missing,
                ),
                _(
                    'add to a change of `{name}` what one would see it do: `{marker} {grade} "…"`',
                    name=name,
                    marker=Words("marker", "marqueur"),
                    grade=missing[0],
                ),
            )


def _people(theory: Theory, element: Element) -> tuple[Key, ...]:
    """Return those of whom `element` is, else those of what it stands in."""
    holder: Element | None = element
    while holder is not None:
        people = holder.properties.refs("of")
        if people:
            return people
        holder = theory.elements.get(holder.parent) if holder.parent else None
    return ()
