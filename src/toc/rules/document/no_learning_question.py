"""The rule `no-learning-question`."""

from collections.abc import Iterator

from toc.diagnostics import CI, INFO, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.places import whole_model


@rule(
    "TOC904",
    INFO,
    profiles=(CI,),
    sources=[
        "Niska and Accolades, wiki page « Impact collectif »: fourth component, « l'apprentissage stratégique »",
    ],
)
def no_learning_question(theory: Theory) -> Iterator[Finding]:
    """
    No question that the group wants to answer.

    ## Why it matters
    Indicators say how much; they do not say why, nor what to do.
    A learning question does: "What makes a parent come back a second time?"
    Write two or three that would change what you do, and say who looks into them.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    question "What makes a parent come back a second time?" { by school }
    actor school "School"
    ```
    """
    if theory.of_kind("question"):
        return
    yield Finding(
        whole_model(theory),
        _("no question is asked: what does the group want to learn?"),
        _(
            'write one whose answer would change what you do: `{question} "…" {{ {about} …; {by} … }}`',
            question=Words("question", "question"),
            about=Words("about", "porte sur"),
            by=Words("by", "par"),
        ),
    )
