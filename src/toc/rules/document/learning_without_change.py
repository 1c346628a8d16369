"""The rule `learning-without-change`."""

from collections.abc import Iterator

from toc.diagnostics import CI, INFO, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import learnings_without_change
from toc.model.theory import Theory


@rule(
    "TOC905",
    INFO,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: fourth component, the actors « intègrent leurs "
            "apprentissages afin d'améliorer leur impact »"
        ),
    ],
)
def learning_without_change(theory: Theory) -> Iterator[Finding]:
    """
    Something was learnt and nothing changed.

    ## Why it matters
    To learn is to do something differently afterwards.
    A learning that changed no strategy, no link and no word of the theory is a remark in the minutes.
    If it confirms what you do, say what it confirms: that also is a result.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    strategy cafe "A parents' café at school"
    learning "Parents come back when they have something to do" { in 2026-06 }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    strategy cafe "A parents' café at school"
    learning "Parents come back when they have something to do" { in 2026-06; changes cafe }
    ```
    """
    for learning in learnings_without_change(theory):
        yield Finding(
            learning.origin,
            _("something was learnt, and it is not said what it changed: “{learning}”", learning=str(learning.label)),
            _("what do you do differently since then? `{changes} …`", changes=Words("changes", "modifie")),
        )
