"""The rule `output-as-outcome`."""

from collections.abc import Iterator
from functools import cache

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.wording.delivery import is_delivered, participles
from toc.rules.wording.reading import Reading, Span, first_found, quoted
from toc.rules.wording.verbs import is_verb_at
from toc.rules.wording.word_lists import phrase_at, phrases, word_list

# What is offered stands no further behind taking part in it: `have attended the first two workshops`.
REACH = 6
# « les enseignants du village formés »: so far from its article a participle belongs to the first noun.
NOUN_PHRASE = 4


@rule(
    "TOC305",
    # Right in less than nine of ten cases on labels it was not made for: docs/explanation/lexical-rules.md.
    INFO,
    sources=[
        "KOICA, guideline for the project design matrix (2022), rule A08: an outcome is no output at a larger scale",
        "ImpactMojo, pitfalls of theories of change: outputs taken for outcomes",
    ],
)
def output_as_outcome(theory: Theory) -> Iterator[Finding]:
    """
    A change that is what was delivered.

    ## Why it matters
    "Teachers trained" is done when the training is over; whether anybody teaches otherwise is another question, and
    the one that matters.
    Ask what people do, know or live differently afterwards, and write that.
    What was delivered is an `output` of a strategy.

    Looked for are people and things with what was done to them ("120 teachers trained", "school gardens built",
    "a guide has been published"), products that are there ("the website is online") and taking part in what is
    offered ("parents have attended the workshops").
    Where a verb follows ("trees planted by pupils give shade"), the label says what came of it.

    ## Bad
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome teaching "Teachers trained in inclusive education"
    strategy training "Training in inclusive education"
    training -> teaching -> diploma { because "Those who were left out stay when lessons reach them" }
    ```

    ## Good
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome teaching "Teachers reach every pupil of their class"
    strategy training "Training in inclusive education" { output "Teachers trained" }
    training -> teaching -> diploma { because "Those who were left out stay when lessons reach them" }
    ```
    """
    for _change, text, span in first_found(theory, (*theory.visions, *theory.changes), delivery_in):
        origin, words = quoted(text, span)
        yield Finding(
            origin,
            _("`{words}` says what was delivered, not what became different", words=words),
            _(
                "say what people do, know or live differently afterwards; make what was delivered an `{output}`",
                output=Words("output", "extrant"),
            ),
        )


def delivery_in(reading: Reading) -> Span | None:
    """Return where in a label the words stand that say what was delivered or attended."""
    words = reading.words
    if _signs(reading.language).isdisjoint(reading.vocabulary):
        return None
    for index in range(1, len(words)):
        if words[index] in word_list(reading.language, "relative"):
            # What follows belongs to a clause that tells who is meant.
            return None
        length = _attended(reading, index) or _is_there(reading, index)
        if length:
            return reading.characters(index, index + length - 1)
        if is_delivered(reading, index) and _is_all(reading, index):
            return reading.characters(0, index)
    return None


@cache
def _signs(language: str) -> frozenset[str]:
    """Return the words without one of which a label says nothing of the kind: it is done with at once."""
    return participles(language).union(phrases(language, "took_part"), phrases(language, "is_there"))


def _attended(reading: Reading, index: int) -> int:
    words, language = reading.words, reading.language
    length = phrase_at(words, index, language, "took_part")
    behind = words[index + length : index + length + REACH]
    return length if length and any(word in word_list(language, "offers") for word in behind) else 0


def _is_there(reading: Reading, index: int) -> int:
    length = phrase_at(reading.words, index, reading.language, "is_there")
    return length if length and _names_product(reading, index) else 0


def _names_product(reading: Reading, index: int) -> bool:
    """Whether what stands before `index` is a product, in its first words: « le site web sur les droits »."""
    return any(word in word_list(reading.language, "products") for word in reading.words[: min(index, 3)])


def _is_all(reading: Reading, index: int) -> bool:
    """Whether the participle at `index` says what became of the first thing named, and no other verb follows."""
    words, language = reading.words, reading.language
    before, behind = range(index), range(index + 1, len(words))
    passive = words[index - 1] in word_list(language, "passive")
    if language == "en" and words[index - 1] in word_list("en", "determiners"):
        return False
    if not word_list(language, "subjects").isdisjoint(words[:index]):
        # `the advice they were given` is not about the giving.
        return False
    if any(is_verb_at(reading, at) for at in before if not (passive and _is_auxiliary(words[at], language))):
        return False
    if any(is_verb_at(reading, at) or words[at] in word_list(language, "still") for at in behind):
        return False
    # « La Ville donne suite au rapport publié »: a sentence, whose verb is in no list.
    return passive or language == "en" or index <= NOUN_PHRASE or words[0] not in word_list(language, "determiners")


def _is_auxiliary(word: str, language: str) -> bool:
    return word in word_list(language, "auxiliaries")
