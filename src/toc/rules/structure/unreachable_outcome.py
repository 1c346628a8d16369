"""The rule `unreachable-outcome`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.messages import Words, _
from toc.model.elements import Element
from toc.model.queries import bringing_about, downstream, is_alone
from toc.model.theory import Theory


@rule(
    "TOC204",
    WARNING,
    sources=["Aspen Institute, three tests of a precondition, test 3 (as in CFLeads, TOC-04, ccfy.org)"],
)
def unreachable_outcome(theory: Theory) -> Iterator[Finding]:
    """
    A change that no strategy and no factor leads to.

    ## Why it matters
    If nothing that anybody does, and nothing in the context, leads to a change, then it is a wish.
    Either a strategy is missing, or a factor outside the initiative brings the change about, or part of it happens
    anyway: `counterfactual` says how far the change goes without any action.
    A link that hinders brings nothing about, and neither does a strategy that was dropped.
    Of a change that stands alone, other rules say so: its place in the theory comes first.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome trust "Parents feel at home in the school"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    trust -> diploma { because "One stays where one feels welcome" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome trust "Parents feel at home in the school"
    strategy library "A library bus in the four villages"
    strategy cafe "A parents' café at school"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    cafe -> trust -> diploma { because "One stays where one feels welcome" }
    ```
    """
    starts = theory.of_kind("strategy", "factor")
    fed = downstream(theory, (start.key for start in starts if not _given_up(start)), bringing_about)
    for change in theory.changes:
        if change.key in fed or "counterfactual" in change.properties or is_alone(theory, change):
            continue
        name = change.id
        yield Finding(
            change.origin,
            _("no strategy and no factor leads to `{name}`", name=name),
            _(
                "say what brings it about: `… -> {name}`; if part of it happens anyway, say how much with "
                "`{counterfactual}`",
                name=name,
                counterfactual=Words("counterfactual", "contrefactuel"),
            ),
            tuple(
                Related(link.origin, _("`{source}` leads here, but it was dropped", source=source.id))
                for link in theory.incoming.get(change.key, ())
                for source in link.sources
                if _given_up(theory.elements[source])
            ),
        )


def _given_up(element: Element) -> bool:
    return element.kind == "strategy" and "dropped" in element.properties.words("status")
