"""Words of the language that messages name, in both languages.

`grammar/keywords.toml` is the one table of words; a test compares. Rules and reports do not read the grammar, so that
they also serve theories that were never text.
"""

from collections.abc import Iterable, Mapping

from toc.messages import Message, Words, _

VALUE_WORDS: Mapping[str, Mapping[str, Words]] = {
    "champion": {
        "gather": Words("gather", "rassemble"),
        "know": Words("know", "connaît"),
        "influence": Words("influence", "influence"),
    },
    "backbone": {
        "evaluation": Words("evaluation", "évaluation"),
        "communication": Words("communication", "communication"),
        "collaboration": Words("collaboration", "collaboration"),
        "ambassador": Words("ambassador", "ambassade"),
    },
    "resource": {
        "money": Words("money", "argent"),
        "people": Words("people", "personnes"),
        "knowledge": Words("knowledge", "savoir"),
    },
    "sector": {
        "citizen": Words("citizen", "citoyen"),
        "community": Words("community", "communautaire"),
        "association": Words("association", "associatif"),
        "institution": Words("institution", "institution"),
        "private": Words("private", "privé"),
        "state": Words("state", "état"),
        "philanthropy": Words("philanthropy", "philanthropie"),
        "research": Words("research", "recherche"),
    },
    "role": {
        "decide": Words("decide", "décide"),
        "colead": Words("colead", "codécide"),
        "consult": Words("consult", "consulté"),
        "inform": Words("inform", "informé"),
    },
    "sphere": {
        "control": Words("control", "contrôle"),
        "influence": Words("influence", "influence"),
        "interest": Words("interest", "intérêt"),
    },
}
"""The words of some slots, by concept, in the order of the table."""

MEANINGS: Mapping[str, Mapping[str, Message]] = {
    "champion": {
        "gather": _("someone who brings people together"),
        "know": _("someone who knows the field"),
        "influence": _("someone who has influence"),
    },
    "backbone": {
        "evaluation": _("evaluation"),
        "communication": _("communication"),
        "collaboration": _("the quality of collaboration"),
        "ambassador": _("the part of ambassador"),
    },
    "resource": {"money": _("money"), "people": _("people"), "knowledge": _("knowledge")},
}
"""What some of these words stand for, as it is said in a sentence."""


def value_word(slot: str, concept: str) -> Words:
    """Return the word for `concept` in `slot`."""
    return VALUE_WORDS[slot][concept]


def meanings(slot: str, concepts: Iterable[str]) -> list[Message]:
    """Return what `concepts` stand for in `slot`, as a field of a message."""
    return [MEANINGS[slot][concept] for concept in concepts]


def value_words(slot: str, concepts: Iterable[str]) -> Words:
    """Return the words for `concepts` with commas between them, as they are written behind a property."""
    words = [value_word(slot, concept) for concept in concepts]
    return Words(", ".join(word.en for word in words), ", ".join(word.fr for word in words))
