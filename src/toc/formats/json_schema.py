"""The JSON Schema of models in JSON, made of the same table of shapes by which they are written and read."""

from collections.abc import Sequence
from typing import Any

from toc.formats.json_reading import HEAD_KEYS, LINK, LINK_FLAGS, VERSION, element_keys
from toc.formats.json_shapes import SHAPES, concepts
from toc.formats.json_values import DEFINITIONS
from toc.model.links import VERBS
from toc.model.vocabulary import KINDS, REPEATABLE, takes

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what the format `json` writes."""
    kinds = {kind: {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}} for kind in KINDS}
    top = {
        "version": {"const": VERSION},
        "file": {"description": "The model's own file.", "type": "string"},
        "files": {
            "description": "All the files of the model, its own first; left out where it is the only one.",
            "type": "array",
            "items": {"type": "string"},
        },
        "theory": {"$ref": "#/$defs/theory"},
        "elements": {
            "description": "All that is declared, by kind and sorted by file and id; the theory of `file` apart.",
            "type": "object",
            "properties": kinds,
            "additionalProperties": False,
        },
        "links": {"type": "array", "items": {"$ref": "#/$defs/link"}},
    }
    return {
        "$schema": DIALECT,
        "title": "A theory of change",
        "description": "What `toc export -f json` writes and `toc import` reads.",
        "type": "object",
        "properties": {key: top[key] for key in HEAD_KEYS},
        "required": ["version", "file", "elements"],
        "additionalProperties": False,
        "$defs": {**DEFINITIONS, LINK: _link(), **{kind: _element(kind) for kind in KINDS}},
    }


def _element(kind: str) -> dict[str, Any]:
    own: dict[str, Any] = {
        "id": {"description": "The id within its file.", "type": "string"},
        "file": {"description": "The file that declares it, where that is not the model's own.", "type": "string"},
        "named": {"description": "False where the writer gave no id: nothing can refer to it.", "type": "boolean"},
        "aliased": {
            "description": "Whether this is the vision of another file, reached through an alias: an outcome here.",
            "type": "boolean",
        },
        "variety": {"enum": list(concepts(kind))},
        "label": {"$ref": "#/$defs/text"},
        "parent": {
            "description": "What it is nested in: a pathway, or the strategy, change or view it belongs to.",
            "$ref": "#/$defs/reference",
        },
    }
    keys = element_keys(kind)
    needed = [key for key in ("id", "variety", "label") if key in keys]
    return _described({key: own[key] for key in keys if key in own}, kind, needed)


def _link() -> dict[str, Any]:
    own: dict[str, Any] = {
        "sources": {
            "description": "What acts on the target; several act only together.",
            "type": "array",
            "items": {"$ref": "#/$defs/reference"},
            "minItems": 1,
        },
        "verb": {"enum": list(VERBS)},
        "target": {"$ref": "#/$defs/reference"},
        "strength": SHAPES["strength"].schema,
        **{flag: {"type": "boolean"} for flag in LINK_FLAGS},
    }
    own["inside"] = {"description": "Whether it is written inside its target (`requires`).", "type": "boolean"}
    own["implied"] = {"description": "Whether it follows from an output that stands in a strategy.", "type": "boolean"}
    return _described(own, LINK, ["sources", "verb", "target"])


def _described(own: dict[str, Any], kind: str, needed: Sequence[str]) -> dict[str, Any]:
    properties = {name: SHAPES[name].schema for name in sorted(takes(kind) & SHAPES.keys())}
    several = {name: {"type": "array", "items": schema} for name, schema in properties.items() if name in REPEATABLE}
    written = {
        "description": "The properties in the order written, where those of one name do not stand together.",
        "type": "array",
        "items": {"enum": list(properties)},
    }
    return {
        "type": "object",
        "properties": {**own, **properties, **several, "written": written},
        "required": list(needed),
        "additionalProperties": False,
    }
