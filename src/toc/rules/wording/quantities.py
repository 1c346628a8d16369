"""Where a label says how much is to be reached: a share, a count, a threshold or an amount."""

import re
from collections.abc import Iterator
from functools import cache

from toc.rules.wording.people import is_person
from toc.rules.wording.reading import Reading, Span
from toc.rules.wording.word_lists import WORD, phrase_at, phrases, word_list, words_of

# Digits with their separators: `1,200`, `12.5`, `30 000`.
DIGIT = re.compile(r"\d")
FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
SIGN_AFTER = re.compile(r"[\s\u00a0\u202f]*(?:%|‰|[$€£]|(?:per cent|percent|pour cent|pourcent)\b)", re.IGNORECASE)
SIGN_BEFORE = re.compile(r"[$€£][\s\u00a0\u202f]*$")
# A figure that is part of a name, an ordinal, an hour, a ratio or a range: `COVID-19`, `6e`, `24/7`, `16-24`.
GLUED_BEFORE = re.compile(r"[\w/:.+–-]$")
GLUED_AFTER = re.compile(r"[^\W_]|[/:–-]\w|°")
YEAR = re.compile(r"(?:19|20|21)\d\d")
NEXT = re.compile(r"[\s\u00a0\u202f]*([^\W\d_]+)?")
# Between the two numbers of a share stand at most so many words: « neuf élèves sur dix ».
BETWEEN = 3
ONE = ("one", "un", "une")


def target_in(reading: Reading) -> Span | None:
    """Return from which to which character the first target in a label stands."""
    if DIGIT.search(reading.text) or not _signs(reading.language).isdisjoint(reading.vocabulary):
        return min([*_figures(reading), *_in_words(reading)], default=None)
    return None


@cache
def _signs(language: str) -> frozenset[str]:
    """Return the words with which quantities in words begin."""
    return word_list(language, "number_words").union(phrases(language, "shares"))


def _figures(reading: Reading) -> Iterator[Span]:
    for found in FIGURE.finditer(reading.text):
        before, after = reading.text[: found.start()], reading.text[found.end() :]
        sign = SIGN_AFTER.match(after)
        if sign:
            yield found.start(), found.end() + sign.end()
        elif SIGN_BEFORE.search(before) or _counts(reading, found.group(), before, after):
            yield found.start(), found.end()


def _counts(reading: Reading, figure: str, before: str, after: str) -> bool:
    """Whether a figure without a sign counts or limits something."""
    if GLUED_BEFORE.search(before) or GLUED_AFTER.match(after):
        return False
    following = _next_word(after)
    preceding = WORD.findall(before)
    last = reading.words[len(preceding) - 1] if preceding else ""
    if last in word_list(reading.language, "reached"):
        return following not in word_list(reading.language, "not_targets")
    if following in word_list(reading.language, "times"):
        return any(word in word_list(reading.language, "limits") for word in reading.words[: len(preceding)][-2:])
    if not _can_be_counted(following, reading.language):
        return False
    if YEAR.fullmatch(figure) and not is_person(following, reading.language):
        return False
    named = len(preceding) > 1 and preceding[-1][0].isupper()
    return not named and last not in word_list(reading.language, "numbered")


def _next_word(after: str) -> str:
    found = NEXT.match(after)
    return (words_of(found.group(1)) if found and found.group(1) else [""])[0]


def _can_be_counted(word: str, language: str) -> bool:
    if word in word_list(language, "amounts"):
        return True
    none = ("not_targets", "function", "not_counted")
    return word != "" and not any(word in word_list(language, name) for name in none)


def _in_words(reading: Reading) -> Iterator[Span]:
    words, language = reading.words, reading.language
    for index, word in enumerate(words):
        length = phrase_at(words, index, language, "shares")
        if length:
            yield reading.characters(index, index + length - 1)
        elif word in word_list(language, "number_words") or word.isdigit():
            last = _share(reading, index) or _count_in_words(reading, index)
            if last:
                yield reading.characters(index, last)


def _share(reading: Reading, index: int) -> int:
    """Return where a share such as `nine out of ten`, « neuf élèves sur dix » ends; 0 where none begins."""
    words, language = reading.words, reading.language
    for at in range(index + 1, min(index + BETWEEN + 1, len(words))):
        length = phrase_at(words, at, language, "out_of")
        number = words[at + length] if length and at + length < len(words) else ""
        timed = any(word in word_list(language, "times") for word in words[index:at])
        if not timed and (number in word_list(language, "number_words") or number.isdigit()) and number not in ONE:
            behind = words[at + length + 1] if at + length + 1 < len(words) else ""
            if not (words[at] == "in" and behind in (*word_list(language, "times"), "years")):
                return at + length
    return 0


def _count_in_words(reading: Reading, index: int) -> int:
    words, language = reading.words, reading.language
    if words[index] not in word_list(language, "counts"):
        return 0
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in word_list(language, "times") or not _can_be_counted(following, language):
        return 0
    numbered = index > 0 and words[index - 1] in word_list(language, "numbered")
    return 0 if numbered else index + 1
