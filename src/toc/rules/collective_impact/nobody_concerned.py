"""The rule `nobody-concerned`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, Related, rule
from toc.messages import Message, Words, _
from toc.model.collective_impact import concerned, decides
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.model.value_words import value_word
from toc.rules.places import whole_model


@rule(
    "TOC808",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: second component, « la participation citoyenne "
            "/ des habitant-es comme donnée fondamentale »"
        ),
        (
            "T. Wolff 2016, “Ten Places Where Collective Impact Gets It Wrong”: no meaningful engagement of those"
            " most affected"
        ),
    ],
)
def nobody_concerned(theory: Theory) -> Iterator[Finding]:
    """
    Nobody directly concerned decides.

    ## Why it matters
    Those who live with the issue know things about it that nobody else knows, and the change is theirs.
    To consult them is not yet to share the decision: critics of collective impact say that it is most often there
    that it goes wrong.

    The rule asks for one actor marked `concerned` whose `role` is `decide` or `colead`.
    Whether the decision is truly shared, only those concerned can say.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor youth "Young people from 6 to 18" { sector citizen; concerned; role consult }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    actor youth "Young people from 6 to 18" { sector citizen; concerned; role colead }
    ```
    """
    found = concerned(theory)
    if any(decides(actor) for actor in found):
        return
    role, decide, colead = Words("role", "rôle"), value_word("role", "decide"), value_word("role", "colead")
    if not found:
        yield Finding(
            whole_model(theory),
            _("nobody is said to be directly concerned"),
            _(
                "mark those who live with the issue as `{concerned}`, and say how they decide: `{role} {decide}`",
                concerned=Words("concerned", "concerné"),
                role=role,
                decide=decide,
            ),
        )
        return
    written = sorted(found, key=lambda actor: actor.origin)
    yield Finding(
        written[-1].origin,
        _("none of those concerned is said to decide: {actors}", actors=[_with_role(actor) for actor in found]),
        _(
            "share the decision with them: `{role} {colead}`, or `{role} {decide}`",
            role=role,
            colead=colead,
            decide=decide,
        ),
        tuple(Related(actor.origin, _("directly concerned, too")) for actor in written[:-1]),
    )


def _with_role(actor: Element) -> Message:
    name, role = actor.id, actor.properties.word("role")
    if role is None:
        return _("`{name}` (role not stated)", name=name)
    return _("`{name}` ({role})", name=name, role=value_word("role", role))
