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
    "level": {
        "individual": Words("individual", "individuel"),
        "collective": Words("collective", "collectif"),
        "system": Words("system", "système"),
    },
    "nature": {
        "knowledge": Words("knowledge", "connaissance"),
        "behaviour": Words("behaviour", "comportement"),
        "practice": Words("practice", "pratique"),
        "relation": Words("relation", "relation"),
        "condition": Words("condition", "condition"),
        "policy": Words("policy", "politique"),
    },
    "sufficient": {
        "yes": Words("yes", "oui"),
        "no": Words("no", "non"),
        "unknown": Words("unknown", "inconnu"),
    },
    "observed": {
        "yes": Words("yes", "oui"),
        "no": Words("no", "non"),
        "unknown": Words("unknown", "inconnu"),
    },
    "quantity": {
        "unknown": Words("unknown", "inconnu"),
    },
    "effort": {
        "low": Words("low", "faible"),
        "medium": Words("medium", "moyen"),
        "high": Words("high", "élevé"),
        "very_high": Words("very high", "très élevé"),
    },
    "likelihood": {
        "very_unlikely": Words("very unlikely", "très improbable"),
        "unlikely": Words("unlikely", "improbable"),
        "even": Words("even", "possible"),
        "likely": Words("likely", "probable"),
        "very_likely": Words("very likely", "très probable"),
        "almost_certain": Words("almost certain", "presque certain"),
    },
    "evidence": {
        "study": Words("study", "étude"),
        "practice": Words("practice", "pratique"),
        "experience": Words("experience", "vécu"),
        "hunch": Words("hunch", "intuition"),
    },
    "severity": {
        "low": Words("low", "faible"),
        "medium": Words("medium", "moyenne"),
        "high": Words("high", "élevée"),
    },
    "status": {
        "idea": Words("idea", "idée"),
        "draft": Words("draft", "ébauche"),
        "active": Words("active", "active"),
        "done": Words("done", "terminée"),
        "dropped": Words("dropped", "abandonnée"),
    },
    "stance": {
        "carries": Words("carries", "porte"),
        "blocks": Words("blocks", "freine"),
    },
    "marker": {
        "expect": Words("expect", "attendu"),
        "like": Words("like", "souhaité"),
        "love": Words("love", "idéal"),
    },
    "acts_on": {
        "parameters": Words("parameters", "paramètres"),
        "buffers": Words("buffers", "réserves"),
        "structure": Words("structure", "structure"),
        "delays": Words("delays", "délais"),
        "balancing": Words("balancing", "régulation"),
        "reinforcing": Words("reinforcing", "amplification"),
        "information": Words("information", "information"),
        "rules": Words("rules", "règles"),
        "self_organisation": Words("self-organisation", "auto-organisation"),
        "goals": Words("goals", "buts"),
        "paradigm": Words("paradigm", "paradigme"),
        "transcendence": Words("transcendence", "dépassement"),
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
