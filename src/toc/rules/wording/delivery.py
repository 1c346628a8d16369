"""What tells that something was delivered: participles such as `trained`, « formées »."""

from functools import cache

from toc.rules.wording.reading import Reading
from toc.rules.wording.word_lists import WORD, word_list

FRENCH_ENDINGS = ("", "e", "s", "es")
# « achète » and « acheté » are one word without accents.
ACUTE = ("é", "ée", "és", "ées", "e\u0301", "e\u0301e", "e\u0301s", "e\u0301es")


def is_delivered(reading: Reading, index: int) -> bool:
    """Whether the word at `index` is the participle of delivering something, in any gender and number."""
    word = reading.words[index]
    if word not in participles(reading.language):
        return False
    if reading.language != "fr" or not word.rstrip("s").endswith("e"):
        return True
    listed = word_list("fr", "delivered")
    stems = (word.removesuffix(ending) for ending in FRENCH_ENDINGS if word.endswith(ending))
    if not next(stem for stem in stems if stem in listed).endswith("e"):
        return True
    written: str = WORD.findall(reading.text)[index]
    return written.casefold().endswith(ACUTE)


@cache
def participles(language: str) -> frozenset[str]:
    """Return the folded participles of delivering, in any gender and number."""
    listed = word_list(language, "delivered")
    return frozenset(f"{word}{ending}" for word in listed for ending in FRENCH_ENDINGS) if language == "fr" else listed
