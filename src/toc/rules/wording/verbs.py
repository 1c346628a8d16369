"""Where the verbs of a label stand: what tells a sentence from the name of a thing."""

from functools import lru_cache

from toc.rules.wording.reading import Reading
from toc.rules.wording.word_lists import WORD, word_list

# A shorter word in -ent is no verb in the plural (« dent », « lent », « vent »).
SHORTEST = 5


def verb_positions(reading: Reading) -> tuple[int, ...]:
    """Return where verbs of the sentence stand, those of relative clauses and of `what they know` included."""
    return tuple(index for index in range(len(reading.words)) if is_verb_at(reading, index))


def is_verb_at(reading: Reading, index: int) -> bool:
    """Whether the word at `index` is a conjugated verb, as far as a list and its neighbours tell."""
    words = reading.words
    if reading.language == "fr":
        if words[index] == "a":
            # « à » is the same word without its accent.
            written: str = WORD.findall(reading.text)[index]
            return written.casefold() == "a"
        return _is_french_verb(words[index]) and not (index and words[index - 1] in ("d", "des", "un"))
    if _is_clear(words[index]):
        return True
    following = words[index + 1] if index + 1 < len(words) else ""
    if words[index] in word_list("en", "movements"):
        return index > 0 and words[index - 1] not in ("the", "a", "an", "of", "any", "no")
    if following.endswith("ing") and words[index] in word_list("en", "before_gerunds"):
        return True
    if index and words[index - 1] in word_list("en", "articles"):
        return False
    return _perhaps(words[index]) and following in word_list("en", "verb_joints")


def is_perhaps_verb(word: str, language: str) -> bool:
    """Whether a folded word can be a conjugated verb somewhere."""
    if language == "fr":
        return _is_french_verb(word)
    return _is_clear(word) or _perhaps(word) or word in word_list("en", "movements")


@lru_cache(16_384)
def _is_clear(word: str) -> bool:
    verbs = word_list("en", "verbs")
    return word in word_list("en", "auxiliaries") or word in verbs or any(stem in verbs for stem in _stems(word))


@lru_cache(16_384)
def _perhaps(word: str) -> bool:
    verbs = word_list("en", "perhaps_verbs")
    return word in verbs or any(stem in verbs for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """Return the English verbs of which `word` may be the third person: `carries`, `reaches`, `reads`."""
    if word.endswith("ies"):
        return (f"{word[:-3]}y",)
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],) if word.endswith("s") else ()


@lru_cache(16_384)
def _is_french_verb(word: str) -> bool:
    if word in word_list("fr", "verbs") or word in word_list("fr", "verbs_in_ment"):
        return True
    plural = len(word) >= SHORTEST and word.endswith("ent") and not word.endswith("ment")
    return plural and word not in word_list("fr", "not_verbs")
