"""The rule `no-system-change`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import systemic_changes
from toc.model.theory import Theory
from toc.rules.places import whole_model


@rule(
    "TOC817",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: third component, « les stratégies […] "
            "permettront d'atteindre un changement systémique »"
        ),
        "T. Wolff 2016, “Ten Places Where Collective Impact Gets It Wrong”: policy and systems change is not intended",
    ],
)
def no_system_change(theory: Theory) -> Iterator[Finding]:
    """
    No change of the system on the way.

    ## Why it matters
    Helping people one by one goes on for as long as it is paid for.
    What lasts is a change of what produced the issue: a rule, a budget, a timetable, a way in which organisations
    work.
    So at least one outcome or precondition on the way should be of `level system`; a vision does not count, for
    everyone hopes that much.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    outcome presence "Teenagers come to school, in spring too" { level individual }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    outcome presence "Teenagers come to school, in spring too" { level individual }
    outcome hours "Employers fit their hours to the school year" { level system }
    ```
    """
    if systemic_changes(theory):
        return
    yield Finding(
        whole_model(theory),
        _("no change on the way is one of the system"),
        _(
            "which rule, budget or way of working keeps the issue alive? add its change, with `{level} {system}`",
            level=Words("level", "niveau"),
            system=Words("system", "système"),
        ),
    )
