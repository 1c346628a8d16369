"""The rule `no-unintended-effects`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.queries import is_whole
from toc.model.theory import Theory
from toc.rules.places import whole_model


@rule(
    "TOC408",
    INFO,
    sources=[
        "M. Bamberger, comments on Davies 2018 (mande.co.uk): unintended effects",
        "The Nature Conservancy, Conservation by Design: risks to vulnerable people should be addressed",
    ],
)
def no_unintended_effects(theory: Theory) -> Iterator[Finding]:
    """
    A theory in which everything works for the good: no risk, and no link that hinders.

    ## Why it matters
    Whatever is strong enough to change something can also do harm, or help some and leave others behind.
    Those who draw up a plan rarely see it; those concerned often do.
    Asking once "who could lose by this?" is enough to begin.

    The rule is content with one `risk` or one hindering link (`-|`), and silent as long as no
    strategy leads to the vision.

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
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    risk "The village bookshop closes" { on library }
    ```
    """
    hindering = any(link.verb == "hinders" for link in theory.links)
    if hindering or theory.of_kind("risk") or not is_whole(theory):
        return
    yield Finding(
        whole_model(theory),
        _("nothing in the theory could do harm: no risk is stated, and no link hinders"),
        _(
            'ask those concerned who could lose by it, and write it down: `{risk} "…"`, or a link `-|`',
            risk=Words("risk", "risque"),
        ),
    )
