"""What tells that something was delivered: participles such as `trained`, « formées »."""

from toc.rules.wording.reading import Reading
from toc.rules.wording.word_lists import WORD, word_list

FRENCH_ENDINGS = ("", "e", "s", "es")
# « achète » and « acheté » are one word without accents.
ACUTE = ("é", "ée", "és", "ées", "e\u0301", "e\u0301e", "e\u0301s", "e\u0301es")


def is_delivered(reading: Reading, index: int) -> bool:
    """Whether the word at `index` is the participle of delivering something, in any gender and number."""
    word, listed = reading.words[index], word_list(reading.language, "delivered")
    if reading.language != "fr":
        return word in listed
    stems = [word.removesuffix(ending) for ending in FRENCH_ENDINGS if word.endswith(ending)]
    found = [stem for stem in stems if stem in listed]
    if not found or not found[0].endswith("e"):
        return bool(found)
    return WORD.findall(reading.text)[index].casefold().endswith(ACUTE)
