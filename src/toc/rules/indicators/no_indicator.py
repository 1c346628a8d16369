"""The rule `no-indicator`."""

from collections.abc import Iterator

from toc.diagnostics import ERROR, RESULTS, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.queries import is_alone
from toc.model.theory import Theory


@rule(
    "TOC501",
    WARNING,
    sources=[
        "ActKnowledge, Center for Theory of Change (theoryofchange.org): stage 5, develop indicators",
        "BEAM Exchange, evaluability: valid indicators for each expected event",
    ],
    severities={RESULTS: ERROR},
)
def no_indicator(theory: Theory) -> Iterator[Finding]:
    """
    A change without an indicator.

    ## Why it matters
    How would you see that it has happened?
    A change that nobody can see coming cannot be followed, celebrated or corrected.
    One indicator is often enough: something that can be counted, or observed, and that people would accept as a sign.

    A change in the sphere of interest stands above the ceiling of accountability: others answer for it too, and no
    indicator is asked for.
    Where no `sphere` is stated, a change counts as below the ceiling.
    Of a change that stands alone, other rules say so: its indicator comes after its place in the theory.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight" {
      indicator "Books borrowed per child and year" { source "Register of the library" }
    }
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```
    """
    for change in theory.changes:
        if change.properties.word("sphere") == "interest" or theory.indicators(change) or is_alone(theory, change):
            continue
        name = change.id
        yield Finding(
            change.origin,
            _("no indicator for `{name}`: how would you see that it has happened?", name=name),
            _(
                'add `{indicator} "…"` to it; if others answer for it too, say `{sphere} {interest}`',
                indicator=Words("indicator", "indicateur"),
                sphere=Words("sphere", "sphère"),
                interest=Words("interest", "intérêt"),
            ),
        )
