"""The rule `activity-as-outcome`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.elements import Text
from toc.model.theory import Theory
from toc.rules.wording.people import is_person
from toc.rules.wording.reading import read
from toc.rules.wording.word_lists import LANGUAGES, WORD, folded, languages_of, phrases, word_list, words_of

VERBS = (
    "before_verbs",
    "sure",
    "perhaps_subjects",
    "action_nouns",
    "counted_action_nouns",
    "unless_joint",
    "unsure",
    "we",
)
# How far from an unsure verb the people it acts on may stand: `train primary school teachers`.
REACH = 3
YEAR = re.compile(r"(?:19|20|21)\d\d")


@rule(
    "TOC301",
    WARNING,
    sources=[
        "DoView (doview.com), building good outcomes models, rule 1: outcomes, not steps on the way",
        "KOICA, guideline for the project design matrix (2022), p. 21 and 25, rule A07",
        "UNDAF training, “Assumptions and risks”: use the language of results",
    ],
)
def activity_as_outcome(theory: Theory) -> Iterator[Finding]:
    """
    A change that is worded as something to do.

    ## Why it matters
    "Train parents" is what the team does; "Parents help with homework" is what becomes different.
    As long as an activity stands in the place of a change, nobody has said what the activity is for, and doing it
    already looks like success.
    Say who does, knows or lives what differently, and move the activity to a strategy.

    Only the first words of a label are looked at, in the label's own language: a verb ("Train parents", "We train"),
    or a noun of doing ("Distribution of books").
    Words that may be something else ("Support is at hand", "Training places are free") are left alone.

    ## Bad
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome reading "Train parents to read aloud at home"
    strategy evenings "Story evenings in the library"
    evenings -> reading -> diploma { because "Children love what their parents love" }
    ```

    ## Good
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome reading "Parents read aloud at home every day"
    strategy evenings "Story evenings in the library"
    evenings -> reading -> diploma { because "Children love what their parents love" }
    ```
    """
    first = next(iter(theory.languages), None)
    for change in (*theory.visions, *theory.changes):
        for text in change.label.texts:
            begin, length = action_words(text.value, text.language or first)
            if length:
                yield _finding(text, begin, length, text.language or first)
                break


def action_words(text: str, language: str | None) -> tuple[int, int]:
    """Return where the words of doing at the start of `text` begin and how long they are; 0, 0 where there are none.

    `language` is that of the text, None where nobody said: then it is guessed, and words that mean something else in
    the other language prove nothing.
    """
    opening = WORD.search(text)
    # Most labels begin with a word that is in no list: they are done with at once.
    if opening is None or folded(opening.group()) not in _openings():
        return 0, 0
    found = list(WORD.finditer(text))
    words = [word.group() for word in found]
    languages = languages_of(text, language)
    skipped = (
        1 if len(words) > 1 and any(words[0].casefold() in word_list(each, "before_verbs") for each in languages) else 0
    )
    for each in languages:
        count = _acting(words_of(" ".join(words[skipped:])), each)
        if count and (len(languages) == 1 or folded(words[0]) not in word_list(each, "homographs")):
            begin = found[skipped].start()
            return begin, found[skipped + count - 1].end() - begin
    return 0, 0


@cache
def _openings() -> frozenset[str]:
    """Return every word with which words of doing may begin, in any language."""
    single = (word_list(language, name) for language in LANGUAGES for name in VERBS)
    several = (phrases(language, "phrases") for language in LANGUAGES)
    return frozenset[str]().union(*single, *several)


def _acting(words: Sequence[str], language: str) -> int:
    """Return how many words at the start of a text say that something is to be done."""
    if not words or any(_begins(words, compound) for compound in phrases(language, "compounds").get(words[0], ())):
        return 0
    if words[0] in word_list(language, "we"):
        return 2 if len(words) > 1 and _we_do(words[1:], language) else 0
    for phrase in phrases(language, "phrases").get(words[0], ()):
        if _begins(words, phrase):
            return 0 if _is_subject(words, language) else len(phrase)
    return 1 if _is_verb(words, language) else 0


def _we_do(words: Sequence[str], language: str) -> bool:
    return words[0] in _our_forms() if language == "fr" else _is_verb(words, language)


@cache
def _our_forms() -> frozenset[str]:
    """Return the French verbs of doing in the form that follows « nous »."""
    regular = (verb[:-2] for verb in word_list("fr", "perhaps_subjects") if verb.endswith("er"))
    forms = (f"{stem}eons" if stem.endswith("g") else f"{stem}ons" for stem in regular)
    return word_list("fr", "our_forms").union(forms)


def _is_verb(words: Sequence[str], language: str) -> bool:
    def listed(name: str) -> bool:
        return words[0] in word_list(language, name)

    if listed("sure"):
        return True
    if _is_subject(words, language):
        return False
    if listed("perhaps_subjects"):
        return True
    following = words[1] if len(words) > 1 else ""
    if following in word_list(language, "genitive"):
        counted = len(words) > 2 and (words[2].isdigit() or words[2] in word_list(language, "number_words"))
        if listed("action_nouns") or (counted and listed("counted_action_nouns")):
            return True
    if listed("unless_joint"):
        return following != "" and following not in word_list(language, "joints")
    return listed("unsure") and _acts_on_something(words, language)


def _is_subject(words: Sequence[str], language: str) -> bool:
    """Whether a verb of the sentence itself follows, so that what came first is its subject."""
    finite, relative = word_list(language, "finite"), word_list(language, "relative")
    return any(word in finite and before not in relative for before, word in pairwise(words))


def _acts_on_something(words: Sequence[str], language: str) -> bool:
    following = words[1:]
    if not following:
        return False
    if following[0] in word_list(language, "determiners"):
        return True
    if following[0].isdigit():
        return not YEAR.fullmatch(following[0])
    joints, people = word_list(language, "joints"), word_list(language, "people")
    for index, word in enumerate(following[:REACH]):
        if word in joints:
            return False
        if word in people and (index + 1 == len(following) or following[index + 1] in joints):
            return True
    return False


def _begins(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return tuple(words[: len(phrase)]) == tuple(phrase)


def _finding(text: Text, begin: int, length: int, language: str | None) -> Finding:
    people = _people_behind(text.value, begin + length, language)
    strategy = Words("strategy", "stratégie")
    return Finding(
        text.origin.part(begin, begin + length),
        _("`{words}` says what is to be done, not what becomes different", words=text.value[begin : begin + length]),
        _(
            "begin with those who change, `{people} …`, and what they then do, know or live differently; "
            "make the doing a `{strategy}`",
            people=people,
            strategy=strategy,
        )
        if people
        else _("say who will do, know or live what differently, and make the doing a `{strategy}`", strategy=strategy),
    )


def _people_behind(text: str, end: int, language: str | None) -> str:
    """Return the first word of people behind the words of doing, as written; empty where there is none."""
    for reading in read(text, language):
        for index, found in enumerate(WORD.finditer(text)):
            if found.start() >= end and is_person(reading.words[index], reading.language):
                return found.group()
    return ""
