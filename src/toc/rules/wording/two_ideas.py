"""The rule `two-ideas`."""

from collections.abc import Iterator
from functools import cache

from toc.diagnostics import INFO, Finding, rule
from toc.messages import _
from toc.model.theory import Theory
from toc.rules.wording.people import is_person_at
from toc.rules.wording.reading import Reading, Span, first_found, quoted
from toc.rules.wording.verbs import is_perhaps_verb, is_verb_at
from toc.rules.wording.word_lists import WORD, is_listed, phrase_at, phrases, word_list

# A verb of the second idea stands no further behind what joins them: `and their children succeed`.
REACH = 5


@rule(
    "TOC304",
    INFO,
    sources=[
        "ToC-Maker, theory of change builder: split what can fail separately",
    ],
)
def two_ideas(theory: Theory) -> Iterator[Finding]:
    """
    Two changes in one label.

    ## Why it matters
    "Parents read to their children and take part in school life": one may happen without the other.
    In one box, nobody can say which of them the strategies bring about, which the vision needs, or what an
    indicator of it shows.
    If one leads to the other, the link between them is a claim of its own, and wants its own reason.

    Two sentences or two verbs joined by "and", "as well as", a comma or "so that" count; several people or things of
    one change ("young and old", "fruit and vegetables") do not.

    ## Bad
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome reading "Parents read to their children and take part in school life"
    strategy evenings "Story evenings in the library"
    evenings -> reading -> diploma { because "Children love what their parents love" }
    ```

    ## Good
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome reading "Parents read to their children"
    outcome school "Parents take part in school life"
    strategy evenings "Story evenings in the library"
    evenings -> reading -> school -> diploma { because "Whoever reads with a child wants to know what it learns" }
    ```
    """
    for _change, text, span in first_found(theory, (*theory.visions, *theory.changes), joint_in):
        origin, words = quoted(text, span)
        yield Finding(
            origin,
            _("`{words}` joins two changes, of which one may fail", words=words),
            _("make two changes of them; if one leads to the other, say so with a link and its reason"),
        )


def joint_in(reading: Reading) -> Span | None:
    """Return where in a label the words stand that join two changes."""
    semicolon = reading.text.find(";")
    if 0 < semicolon < len(reading.text) - 1:
        return semicolon, semicolon + 1
    words, language = reading.words, reading.language
    if _signs(language).isdisjoint(reading.vocabulary):
        return _comma(reading)
    for index in range(1, len(words) - 1):
        length = phrase_at(words, index, language, "leads_to")
        if length:
            return reading.characters(index, index + length - 1)
        length = phrase_at(words, index, language, "conjunctions")
        if length and index + length < len(words) and _joins(reading, index, index + length):
            return reading.characters(index, index + length - 1)
    return _comma(reading)


@cache
def _signs(language: str) -> frozenset[str]:
    """Return the words with which all that joins two changes begins."""
    return frozenset(phrases(language, "leads_to")).union(phrases(language, "conjunctions"))


def _comma(reading: Reading) -> Span | None:
    """Return the comma between two sentences: « les femmes gagnent leur vie, les filles restent à l'école »."""
    if "," not in reading.text or _is_subordinate(reading):
        return None
    found = list(WORD.finditer(reading.text))
    for index in range(1, len(found) - 1):
        gap = reading.text[found[index - 1].end() : found[index].start()]
        if gap.strip() == "," and _joins(reading, index, index):
            at = found[index - 1].end() + gap.index(",")
            return at, at + 1
    return None


def _is_subordinate(reading: Reading) -> bool:
    return reading.words[0] in word_list(reading.language, "subordinating")


def _joins(reading: Reading, end: int, begin: int) -> bool:
    """Whether what ends before the word `end` and what begins at the word `begin` are two changes."""
    words, language = reading.words, reading.language
    if end >= 1 and phrase_at(words, end - 1, language, "pairs"):
        return False
    if _is_vague(words[max(0, end - 3) : end], language) and _is_vague(words[begin : begin + REACH], language):
        return True
    if not _has_verb(reading, 0, end):
        return _infinitives(reading, begin) or _is_gerund(words[begin], language, end, begin)
    if is_verb_at(reading, end - 1) and begin - end == 1 and is_perhaps_verb(words[begin], language):
        # « se connaissent et s'entraident », `know and use`: what two verbs share is one idea to many.
        return False
    return _second_sentence(reading, begin) or _is_gerund(words[begin], language, end, begin)


def _has_verb(reading: Reading, begin: int, end: int) -> bool:
    positions = range(max(begin, 1), end)
    if any(is_verb_at(reading, index) for index in positions):
        return True
    if reading.language == "en":
        # A verb that may be a noun is one behind the people who do it: `Farmers plant`.
        return any(is_perhaps_verb(reading.words[at], "en") and is_person_at(reading, at - 1) for at in positions)
    return False


def _second_sentence(reading: Reading, begin: int) -> bool:
    words, language = reading.words, reading.language
    for index in range(begin, min(begin + REACH, len(words))):
        if words[index] in word_list(language, "relative") or words[index] in word_list(language, "breaks"):
            return False
        if is_verb_at(reading, index):
            return True
        if (
            language == "en"
            and index > begin
            and is_perhaps_verb(words[index], "en")
            and is_person_at(reading, index - 1)
        ):
            return True
    return False


def _infinitives(reading: Reading, begin: int) -> bool:
    """Whether the label begins with a verb of doing, and so does what `begin` begins: `train … and equip …`."""
    language = reading.language
    names = ("sure", "perhaps_subjects", "unless_joint")
    doing = [
        any(word in word_list(language, name) for name in names) for word in (reading.words[0], reading.words[begin])
    ]
    return all(doing)


def _is_gerund(word: str, language: str, end: int, begin: int) -> bool:
    return language == "en" and begin - end == 3 and word.endswith("ing")


def _is_vague(words: tuple[str, ...], language: str) -> bool:
    return any(is_listed(word, language, "vague") or word in word_list(language, "degrees") for word in words)
