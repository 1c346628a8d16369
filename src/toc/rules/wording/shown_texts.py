"""The texts of a model that stand in its pictures and reports, as the rules on wording read them."""

from collections.abc import Iterator

from toc.model.elements import Label, Properties
from toc.model.theory import Theory

STATED = ("issue", "context", "territory", "publish", "definition")
REASONED = ("lasting", "proxy")


def shown_texts(theory: Theory) -> Iterator[Label]:
    """Yield labels, definitions, reasons and what the theory says of itself.

    References (`source`, `evidence`), notes and waivers are left out, and so is what the heads of other files say.
    """
    for element in theory.elements.values():
        if element.kind != "theory" or (theory.head and element.key == theory.head.key):
            if element.label:
                yield element.label
            yield from _of_properties(element.properties)
    seen = set()
    for link in theory.links:
        # A statement that makes several links has one reason.
        reason = link.properties.text("because")
        if reason and reason.origin not in seen:
            seen.add(reason.origin)
            yield reason


def _of_properties(properties: Properties) -> Iterator[Label]:
    for item in properties:
        if item.name in STATED and item.text:
            yield item.text
        elif item.name in REASONED and (reason := item.clause("because")) and reason.text:
            yield reason.text
