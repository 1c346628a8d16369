"""Whether a label names somebody: people, a group, or an institution that acts."""

from collections.abc import Collection
from functools import lru_cache

from toc.model.elements import Element
from toc.model.theory import Theory
from toc.rules.wording.reading import Reading
from toc.rules.wording.word_lists import phrase_at, word_list, words_of

# Shorter names of actors are too often words of another kind.
LONG_NAME = 4
# How far before a word its article may stand.
REACH = 3
AGES = 4


def who_changes(theory: Theory, element: Element) -> bool:
    """Whether the model states who changes: on the change itself, or on the pathway it stands in."""
    if element.properties.refs("of") or element.properties.refs("for"):
        return True
    pathway = theory.elements.get(element.parent) if element.parent else None
    return pathway is not None and pathway.kind == "pathway" and bool(pathway.properties.refs("of"))


def names_of_actors(theory: Theory) -> frozenset[str]:
    """Return the words by which the actors of a model are known: their ids, and the first long word of each label."""
    found: set[str] = set()
    for actor in theory.of_kind("actor"):
        texts = [actor.id.replace("_", " "), *(text.value for text in actor.label.texts)] if actor.named else []
        for text in texts:
            found.update([word for word in words_of(text) if len(word) >= LONG_NAME][:1])
    return frozenset(found)


def names_somebody(reading: Reading, actors: Collection[str] = ()) -> bool:
    """Whether `reading` names people, a group or an institution; `actors` are words that also do."""
    return any(
        word in actors
        or (word[-1] in "sx" and word[:-1] in actors)
        or is_person_at(reading, index)
        or (_is_institution(word, reading.language) and _acts(reading, index))
        for index, word in enumerate(reading.words)
    )


def is_person_at(reading: Reading, index: int) -> bool:
    """Whether the word at `index` means people there."""
    words, language = reading.words, reading.language
    if is_person(words[index], language) or phrase_at(words, index, language, "groups"):
        return True
    if language == "en" and words[index] in word_list("en", "persons"):
        # `patient` names nobody in `patient records`, and somebody in `every patient`.
        return any(word in word_list("en", "articles") for word in words[max(0, index - REACH) : index])
    # « les 15 à 24 ans » are people; « à 24 ans » is an age.
    return words[index] == "ans" and any(word in ("les", "des", "aux") for word in words[max(0, index - AGES) : index])


@lru_cache(16_384)
def is_person(word: str, language: str) -> bool:
    """Whether a folded word means people wherever it stands."""
    if word in word_list(language, "pronouns") or word in word_list(language, "collectives"):
        return True
    forms = _plural_of(word) if language == "en" else _forms(word)
    if any(form in word_list(language, "persons") for form in forms):
        return True
    endings = tuple(word_list(language, "person_endings"))
    return len(word) > LONG_NAME and word.endswith(endings) and word not in word_list(language, "not_persons")


def _plural_of(word: str) -> tuple[str, ...]:
    return (word[:-1],) if word.endswith("s") else ()


def _forms(word: str) -> tuple[str, ...]:
    """Return a French word and what it may be the plural or the feminine of."""
    singular = word[:-1] if word[-1] in "sx" else word
    forms = [word, singular]
    if singular.endswith("e"):
        masculine = singular[:-2] if singular.endswith("nne") else f"{singular[:-3]}er"
        forms += [singular[:-1], masculine if singular.endswith(("nne", "ere")) else singular]
    return tuple(forms)


@lru_cache(16_384)
def _is_institution(word: str, language: str) -> bool:
    return any(form in word_list(language, "institutions") for form in _forms(word)[:2])


def _acts(reading: Reading, index: int) -> bool:
    before, language = reading.words[:index], reading.language
    if all(word in word_list(language, "openings") or word in word_list("en", "persons") for word in before):
        return not _is_compound(reading, index)
    near = before[-3:]
    return any(word in word_list(language, "by_whom") for word in near)


def _is_compound(reading: Reading, index: int) -> bool:
    """Whether it only tells what another thing is for (`school gardens`), or is none (« état de santé »)."""
    following = reading.words[index + 1 : index + 2]
    compounded = bool(following) and following[0] in word_list(reading.language, "compounded")
    return compounded or phrase_at(reading.words, index, reading.language, "not_groups") > 0
