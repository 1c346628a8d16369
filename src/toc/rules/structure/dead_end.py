"""The rule `dead-end`."""

from collections.abc import Iterator

from toc.diagnostics import ERROR, Finding, Related, rule
from toc.messages import _
from toc.model.queries import leading_to_a_vision
from toc.model.theory import Theory


@rule(
    "TOC202",
    ERROR,
    sources=["ActKnowledge, Center for Theory of Change (theoryofchange.org), glossary: backwards mapping"],
)
def dead_end(theory: Theory) -> Iterator[Finding]:
    """
    A change from which no vision can be reached.

    ## Why it matters
    Every change stands in a theory because something else needs it.
    A change that leads nowhere is either not needed, or the link that says why it is needed is missing.
    Where the model has no vision at all, `no-vision` says so instead.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome trust "Parents feel at home in the school"
    strategy cafe "A parents' café at school"
    cafe -> reading, trust { because "One talks about books and about school" }
    reading -> diploma { because "Whoever reads well stays longer at school" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    outcome trust "Parents feel at home in the school"
    strategy cafe "A parents' café at school"
    cafe -> reading, trust { because "One talks about books and about school" }
    reading, trust -> diploma { because "One stays where one reads well and feels welcome" }
    ```
    """
    if not theory.visions:
        return
    leading = leading_to_a_vision(theory)
    for change in theory.changes:
        if change.key in leading:
            continue
        name = change.id
        links = theory.outgoing.get(change.key, ())
        related = tuple(
            Related(
                link.origin,
                _("it leads to `{target}`, and from there to no vision", target=link.target.id),
            )
            for link in links
        )
        message = _("`{name}` leads to no vision", name=name) if links else _("`{name}` leads to nothing", name=name)
        yield Finding(
            change.origin,
            message,
            _("say what it makes possible: `{name} -> …`; if nothing needs it, leave it out", name=name),
            related,
        )
