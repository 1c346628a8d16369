"""The rule `isolated-element`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Message, Words, _
from toc.model.elements import Element
from toc.model.queries import is_alone
from toc.model.theory import Theory

# What tells an actor's part in the matter even where nothing names it.
PARTS = ("role", "concerned", "stance", "boundary", "champion", "backbone", "part_of")
CHANGES = ("outcome", "precondition")


@rule(
    "TOC216",
    WARNING,
    sources=["R. Davies, Representing Theories of Change, CEDIL Inception Paper 15 (2018): missing connections"],
)
def isolated_element(theory: Theory) -> Iterator[Finding]:
    """
    Something that is declared and used nowhere.

    ## Why it matters
    What stands alone on the wall after a workshop has been forgotten, or its link has.
    It takes space in every picture and tells the reader nothing.

    This rule looks at visions, changes, factors, actors and indicators.
    A strategy or an output that leads nowhere is an `idle-strategy`, an assumption under nothing an
    `unattached-assumption`.
    A change that leads nowhere is a `dead-end` where there is a vision to lead to.
    An actor whose own lines say what part it has (its role, that it is concerned, that it belongs to another) is not
    alone.
    What stands in a file that another theory uses too is not looked at: it may be named there.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    factor adverse winter "Roads are closed for weeks in winter"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    factor adverse winter "Roads are closed for weeks in winter"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    winter -| reading { because "The bus cannot pass" }
    ```
    """
    for element in theory.of_kind("vision", "outcome", "precondition", "factor", "actor", "indicator"):
        shared = element.key.file not in theory.own
        if shared or element.key in theory.users or not is_alone(theory, element) or _has_a_part(element):
            continue
        if element.kind in CHANGES and theory.visions:
            continue
        yield Finding(element.origin, _message(element), _hint(element, element.id))


def _has_a_part(element: Element) -> bool:
    if element.kind == "actor":
        return any(part in element.properties for part in PARTS)
    if element.kind == "indicator":
        stated = element.properties
        return element.parent is not None or "measures" in stated or "collaboration" in stated
    return False


def _message(element: Element) -> Message:
    if element.kind == "vision":
        return _("nothing leads to the vision `{name}`", name=element.id)
    return _("`{name}` is declared and used nowhere", name=element.id)


def _hint(element: Element, name: str) -> Message:
    if element.kind == "actor":
        return _(
            "say what part it has: name it after `{by}`, `{of}` or `{for_}`, or give it a `{role}`",
            by=Words("by", "par"),
            of=Words("of", "chez"),
            for_=Words("for", "pour"),
            role=Words("role", "rôle"),
        )
    if element.kind == "indicator":
        return _("say which change it is evidence of: `{measures} …`", measures=Words("measures", "mesure"))
    if element.kind == "factor":
        return _("say what it acts on: `{name} -> …` or `{name} -| …`", name=name)
    if element.kind == "vision":
        return _("say what leads to it: `… -> {name}`", name=name)
    return _("say what leads to it and what it leads to, or leave it out", name=name)
