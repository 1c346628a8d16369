"""The rule `few-sectors`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _, plural
from toc.model.collective_impact import sectors as sectors_of
from toc.model.theory import Theory
from toc.model.value_words import value_word
from toc.rules.places import whole_model


@rule(
    "TOC807",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: second component, « une multitude d'acteurs de "
            "plusieurs secteurs »"
        ),
        "University of Kansas, Community Tool Box (ctb.ku.edu), progress checklist for collective impact: stakeholders",
    ],
    sectors=3,
)
def few_sectors(theory: Theory, sectors: int) -> Iterator[Finding]:
    """
    Actors from fewer than three sectors.

    ## Why it matters
    An issue that one sector could solve alone would have been solved.
    Actors of several sectors (inhabitants, associations, institutions, companies, the State) see more of it, and can
    do more about it.
    The private sector is rare around such tables, and so is work between equals of the State and associations.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor school "School" { sector institution }
    actor library "Library" { sector institution }
    actor parents "Parents" { sector citizen }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor school "School" { sector institution }
    actor parents "Parents" { sector citizen }
    actor farms "Farms of the valley" { sector private }
    ```
    """
    found = [value_word("sector", sector) for sector in sectors_of(theory)]
    if len(found) >= sectors:
        return
    if found:
        message = plural(
            "the actors come from one sector only: {sectors}",
            "the actors come from {n} sectors only: {sectors}",
            n=len(found),
            sectors=found,
        )
    else:
        message = _("no actor says from which sector it comes")
    yield Finding(
        whole_model(theory),
        message,
        _(
            "who else acts on this issue, and who is left out? name them, with their `{sector}`",
            sector=Words("sector", "secteur"),
        ),
    )
