"""JSON: the whole model by a published schema, and back to an equal model."""

from json import dumps
from typing import Any

from toc.formats.format import export, importer
from toc.formats.json_reading import LINK_FLAGS, VERSION, first_language, read_model
from toc.formats.json_shapes import SHAPES
from toc.formats.json_values import Surroundings
from toc.messages import LANGUAGES
from toc.model.elements import Element, Properties
from toc.model.links import Link
from toc.model.theory import Theory
from toc.model.vocabulary import KINDS, REPEATABLE
from toc.syntax.write import write_theory


@export("json", ".json")
def json(theory: Theory) -> str:
    """Write the model as one JSON object, as `docs/reference/model.schema.json` describes it; sorted and indented."""
    where = Surroundings(theory.file, first_language(theory.languages))
    kinds = {kind: theory.by_kind.get(kind, ()) for kind in KINDS}
    head = theory.head
    elements = {
        kind: [_written_element(one, theory, where) for one in found if head is None or one.key != head.key]
        for kind, found in kinds.items()
    }
    content = {
        "version": VERSION,
        "file": theory.file,
        **({"files": list(theory.files)} if theory.files != (theory.file,) else {}),
        **({"theory": _written_element(head, theory, where)} if head else {}),
        "elements": {kind: found for kind, found in elements.items() if found},
        "links": [_written_link(link, where) for link in theory.links],
    }
    return dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _written_element(element: Element, theory: Theory, where: Surroundings) -> dict[str, Any]:
    written: dict[str, Any] = {"id": element.id}
    if element.key.file != theory.file:
        written["file"] = element.key.file
    if not element.named:
        written["named"] = False
    if element.key in theory.vision_aliases:
        written["aliased"] = True
    if element.variety:
        written["variety"] = element.variety
    written["label"] = where.written_label(element.label)
    if element.parent:
        written["parent"] = where.written_key(element.parent)
    return written | _written_properties(element.properties, where)


def _written_link(link: Link, where: Surroundings) -> dict[str, Any]:
    written: dict[str, Any] = {
        "sources": [where.written_key(source) for source in link.sources],
        "verb": link.verb,
        "target": where.written_key(link.target),
    }
    if link.strength is not None:
        written["strength"] = where.written(link.strength)
    written |= {flag: True for flag in LINK_FLAGS if getattr(link, flag)}
    return written | _written_properties(link.properties, where)


def _written_properties(properties: Properties, where: Surroundings) -> dict[str, Any]:
    written: dict[str, Any] = {}
    for item in properties:
        value = SHAPES[item.name].write(item, where)
        if item.name in REPEATABLE:
            written.setdefault(item.name, []).append(value)
        else:
            written[item.name] = value
    order = [item.name for item in properties]
    # Properties of one name stand together here; where others stood between them, their order is kept apart.
    grouped = [name for name in dict.fromkeys(order) for _times in range(order.count(name))]
    return written if order == grouped else {**written, "written": order}


@importer("json", ".json")
def read_json(text: str) -> Theory:
    """Read the model that `json` wrote; ValueError with a Message that says where something else stands."""
    theory = read_model(text)
    # What is made of a model from elsewhere is a text, so one that no text can say is refused here.
    write_theory(theory, LANGUAGES[0])
    return theory
