"""The rule `insufficient-causes`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.elements import Element
from toc.model.theory import Theory


@rule(
    "TOC215",
    WARNING,
    sources=[
        "Aspen Institute, three tests of a precondition, test 2 (as in CFLeads, TOC-04, ccfy.org)",
        "The Nature Conservancy, Conservation by Design (conservationbydesign.org): assess whether results suffice",
    ],
)
def insufficient_causes(theory: Theory) -> Iterator[Finding]:
    """
    A change whose causes do not suffice, and nothing is done about it.

    ## Why it matters
    `sufficient no` says that even with everything above in place the change may not come.
    That is honest, and it calls for a next step: another cause that contributes, or a question that the group wants to
    answer.
    Otherwise the hole stays open and is forgotten.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" {
      requires presence because "Whoever is not there cannot learn"
      sufficient no
    }
    precondition presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    mentors -> presence { because "Teenagers listen to those who are barely older" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" {
      requires presence because "Whoever is not there cannot learn"
      sufficient no
    }
    precondition presence "Teenagers come to school every day"
    strategy mentors "Mentoring by young graduates"
    mentors -> presence { because "Teenagers listen to those who are barely older" }
    question missing "What else do young people need to earn a diploma?" { about diploma }
    ```
    """
    for change in (*theory.visions, *theory.changes):
        stated = change.properties.get("sufficient")
        if stated is None or "no" not in stated.words or _asked_about(theory, change):
            continue
        if any(link.verb == "contributes" for link in theory.incoming.get(change.key, ())):
            continue
        name = change.id
        yield Finding(
            stated.origin,
            _("what `{name}` requires does not suffice, and nothing else contributes to it", name=name),
            _(
                'add what is missing: `… -> {name}`; or ask about it: `{question} "…" {{ {about} {name} }}`',
                name=name,
                question=Words("question", "question"),
                about=Words("about", "porte sur"),
            ),
        )


def _asked_about(theory: Theory, change: Element) -> bool:
    return any(
        isinstance(user, Element) and user.kind == "question" and change.key in user.properties.refs("about")
        for user in theory.users.get(change.key, ())
    )
