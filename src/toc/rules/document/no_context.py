"""The rule `no-context`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.collective_impact import unstated_situation
from toc.model.theory import Theory
from toc.rules.places import whole_model

ISSUE, CONTEXT = Words("issue", "enjeu"), Words("context", "contexte")


@rule(
    "TOC901",
    WARNING,
    sources=[
        "I. Vogel, review of the use of theory of change (2012): minimum elements, the context of the initiative",
        "F3E, guide to change-oriented approaches (AOC): a shared analysis of the context comes before the vision",
    ],
)
def no_context(theory: Theory) -> Iterator[Finding]:
    """
    The theory does not state its issue or its context.

    ## Why it matters
    A theory of change answers a situation.
    Whoever reads it later, or comes from elsewhere, needs two things first: the issue (what is not as it should be, in
    one sentence) and the context (what is known of the place and its people, and how one knows it).
    A vision that does not rest on a shared reading of the present is a slogan.

    The rule is silent as long as there is no vision, and without a `theory` as long as nothing leads to the vision.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    ```

    ## Good
    ```toc
    theory "School success" {
      issue "One young person in four leaves school without a diploma"
      context "Portrait made in 2025 with 140 inhabitants, three schools and the health service"
    }
    vision diploma "Every young person earns a diploma"
    ```
    """
    missing = unstated_situation(theory)
    begun = theory.visions if theory.head else any(theory.incoming.get(vision.key) for vision in theory.visions)
    if not missing or not begun:
        return
    if missing == ("context",):
        message = _("the context is not stated: what is known of the place and its people?")
        hint = _('write `{context} "…"` in `{theory}`', context=CONTEXT, theory=Words("theory", "théorie"))
    elif missing == ("issue",):
        message = _("the issue is not stated: what is not as it should be?")
        hint = _('write `{issue} "…"` in `{theory}`', issue=ISSUE, theory=Words("theory", "théorie"))
    else:
        message = _("neither the issue nor the context is stated: which situation does this theory answer?")
        hint = _(
            'write `{issue} "…"` and `{context} "…"` in `{theory}`',
            issue=ISSUE,
            context=CONTEXT,
            theory=Words("theory", "théorie"),
        )
    yield Finding(whole_model(theory), message, hint)
