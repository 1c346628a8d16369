"""The rule `untested-critical-assumption`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.messages import Words, _
from toc.model.elements import Element
from toc.model.links import Link
from toc.model.theory import Theory
from toc.rules.places import joined
from toc.rules.reasons.weights import is_likely, is_strong


@rule(
    "TOC405",
    WARNING,
    sources=[
        "ToC-Maker (theory-of-change-builder), stages 9 and 10: critical assumptions, and how each will be tested",
        "BEAM Exchange, evaluability: testability, and which links are most critical",
    ],
    strong=0.75,
    likely=0.55,
)
def untested_critical_assumption(theory: Theory, strong: float, likely: float) -> Iterator[Finding]:
    """
    A doubtful assumption on which much rests, and that nobody is to check by a given day.

    ## Why it matters
    Where a step is required, or counted on to do much, one wrong belief takes everything above it down.
    One can live with doubt, as long as somebody looks, and early enough to change course.

    Doubtful is an assumption whose likelihood is stated and below `likely` (as a number: below 0.55), or whose only
    evidence is a hunch.
    Much rests on it where a link that assumes it is required, strong or decisive (as a number: 0.75 or above).

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult strong { because "Teenagers listen to those who are barely older"; assuming return }
    adult => diploma { because "One stays where one is expected" }
    assumption return "Enough young graduates come back" { likelihood even; evidence hunch "Meeting of March" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult strong { because "Teenagers listen to those who are barely older"; assuming return }
    adult => diploma { because "One stays where one is expected" }
    assumption return "Enough young graduates come back" {
      likelihood even
      evidence hunch "Meeting of March"
      checked by town in 2027-06
    }
    actor town "The town"
    ```
    """
    for assumption in theory.of_kind("assumption"):
        check = assumption.properties.get("checked_by")
        if (check and check.clause("in")) or not _is_doubtful(assumption, likely):
            continue
        critical = next((link for link in _links_on(theory, assumption) if _is_critical(link, strong)), None)
        if critical:
            yield _finding(assumption, critical)


def _is_doubtful(assumption: Element, likely: float) -> bool:
    evidence = assumption.properties.words("evidence")
    return is_likely(assumption, likely) is False or (bool(evidence) and set(evidence) == {"hunch"})


def _links_on(theory: Theory, assumption: Element) -> Iterator[Link]:
    for user in theory.users.get(assumption.key, ()):
        if isinstance(user, Link) and assumption.key in user.properties.refs("assuming"):
            yield user


def _is_critical(link: Link, strong: float) -> bool:
    return link.verb == "requires" or is_strong(link, strong)


def _finding(assumption: Element, critical: Link) -> Finding:
    name = assumption.id
    check = assumption.properties.get("checked_by")
    checked, when = Words("checked by", "vérifiée par"), Words("in", "en")
    return Finding(
        check.origin if check else assumption.origin,
        _("`{name}` is doubtful and much rests on it, but no day is set to check it", name=name)
        if check
        else _("`{name}` is doubtful and much rests on it, but nothing says who checks it, and by when", name=name),
        _("say by when: `{checked} … {when} 2027-06`", checked=checked, when=when)
        if check
        else _("say who finds out, and by when: `{checked} … {when} 2027-06`", checked=checked, when=when),
        (
            Related(
                critical.origin,
                _(
                    "the link from `{source}` to `{target}` rests on it",
                    source=joined(critical.sources),
                    target=critical.target.id,
                ),
            ),
        ),
    )
