"""The rule `not-published`."""

from collections.abc import Iterator

from toc.diagnostics import CI, INFO, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import is_published
from toc.model.theory import Theory
from toc.rules.places import whole_model


@rule(
    "TOC815",
    INFO,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: fourth component, « ils partagent ensuite les "
            "données et les conclusions entre eux, ainsi que publiquement »"
        ),
    ],
)
def not_published(theory: Theory) -> Iterator[Finding]:
    """
    Nothing says how results are made public.

    ## Why it matters
    What was found belongs to all who took part, and to the territory.
    Publishing it keeps the group honest, and brings in people who were not there.
    An evening open to everybody is as good as a report.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    ```

    ## Good
    ```toc
    theory "School success" {
      profile collective_impact
      publish "An evening of results each autumn, open to the whole valley"
    }
    vision diploma "Every young person earns a diploma"
    ```
    """
    if is_published(theory):
        return
    yield Finding(
        whole_model(theory),
        _("nothing says how the results are made public"),
        _(
            'write in `{theory}` where and when they are shared: `{publish} "…"`',
            theory=Words("theory", "théorie"),
            publish=Words("publish", "publié"),
        ),
    )
