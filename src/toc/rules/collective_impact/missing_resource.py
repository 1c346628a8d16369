"""The rule `missing-resource`."""

from collections.abc import Iterator

from toc.diagnostics import CI, WARNING, Finding, Related, rule
from toc.messages import Words, _
from toc.model.collective_impact import RESOURCES, is_secured, resources
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.model.value_words import meanings, value_words
from toc.rules.places import whole_model


@rule(
    "TOC803",
    WARNING,
    profiles=(CI,),
    sources=[
        (
            "Niska and Accolades, wiki page « Impact collectif »: third precondition, « un financement à court ou"
            " à long terme, mais aussi les richesses humaines et intellectuelles »"
        ),
        "FSG 2014 (slide), readiness factors of collective impact: resources",
        "Tamarack Institute, collective impact toolkit, chapter 2: the three preconditions",
    ],
)
def missing_resource(theory: Theory) -> Iterator[Finding]:
    """
    Money, people or knowledge that nobody has stated or secured.

    ## Why it matters
    Collective impact has to be invested in: with money for the short or the long term, and also with people who give
    their time and with knowledge.
    What nobody has named, nobody will look for.
    What is only hoped for is not yet a resource: `secured` says that one may count on it.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    resource money fund "Fund of the foundation" { amount 120000 EUR }
    resource people mentors "Fifty volunteers" { secured }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Every young person earns a diploma"
    resource money fund "Fund of the foundation" { amount 120000 EUR; secured }
    resource people mentors "Fifty volunteers" { secured }
    resource knowledge portrait "Portrait of the valley, 2025" { secured }
    ```
    """
    stated = {kind: resources(theory, kind) for kind in RESOURCES}
    missing = [kind for kind in RESOURCES if not stated[kind]]
    if missing:
        yield Finding(
            whole_model(theory),
            _("resources are missing: {kinds}", kinds=meanings("resource", missing)),
            _(
                'name what there is: `{resource} {kind} … "…"`',
                resource=Words("resource", "ressource"),
                kind=value_words("resource", missing[:1]),
            ),
        )
    for kind, found in stated.items():
        if found and not is_secured(found):
            yield _not_secured(kind, found)


def _not_secured(kind: str, found: tuple[Element, ...]) -> Finding:
    written = sorted(found, key=lambda resource: resource.origin)
    names = [f"`{resource.id}`" for resource in found]
    return Finding(
        written[-1].origin,
        _("for {kind}, nothing is secured yet: {names}", kind=meanings("resource", [kind]), names=names),
        _("look for what one can count on; once it is sure, add `{secured}`", secured=Words("secured", "acquis")),
        tuple(
            Related(resource.origin, _("`{name}` is not secured either", name=resource.id)) for resource in written[:-1]
        ),
    )
