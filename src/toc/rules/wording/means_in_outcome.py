"""The rule `means-in-outcome`."""

import re
from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.wording.people import is_person_at
from toc.rules.wording.reading import Reading, Span, first_found, quoted
from toc.rules.wording.word_lists import WORD, phrase_at, word_list

# What is quoted ends where the next part of the sentence begins.
STOP = re.compile(r"[,;:.(]|\s[-–—]\s")
# French participles, before which « par » names who does it; accents tell « reculé » from « recule ».
PARTICIPLE = re.compile(r"(?:é|ée|és|ées|[iu]|[iu]e|[iu]s|[iu]es|its?|ites?|erts?|ertes?|aits?|aites?|ints?|intes?)$")
GERUND = re.compile(r".{2,}ing$")
NEAR = 4


@rule(
    "TOC302",
    # Right in less than nine of ten cases on labels it was not made for: docs/explanation/lexical-rules.md.
    INFO,
    sources=[
        "UNDAF training, “Assumptions and risks”: refining a result takes out what relates to strategies or activities",
    ],
)
def means_in_outcome(theory: Theory) -> Iterator[Finding]:
    """
    A change that says how it is to come about.

    ## Why it matters
    "Families eat fresh vegetables thanks to the garden" is a change, a strategy and a link in one box.
    Nobody can ask whether the garden is enough, or whether another way would do better, as long as both are one.
    Keep the change in the label, make the means a strategy, and let a link with its reason join them.

    Looked for are "by" with what is done ("by joining a club"), "through" and "via" with what is offered,
    "thanks to", "with the help of" and their like.
    Who does something ("planted by pupils"), when ("through the winter") and in what manner ("by heart") is no means.

    ## Bad
    ```toc
    theory "Eating well" { languages en }
    vision health "Every child grows up in good health"
    outcome vegetables "Families eat fresh vegetables thanks to the shared garden"
    strategy garden "A shared garden behind the school"
    garden -> vegetables -> health { because "One eats what one has grown" }
    ```

    ## Good
    ```toc
    theory "Eating well" { languages en }
    vision health "Every child grows up in good health"
    outcome vegetables "Families eat fresh vegetables"
    strategy garden "A shared garden behind the school"
    garden -> vegetables -> health { because "One eats what one has grown" }
    ```
    """
    for _change, text, span in first_found(theory, (*theory.visions, *theory.changes), means_in):
        origin, words = quoted(text, span)
        yield Finding(
            origin,
            _("`{words}` says how it is to come about, not what becomes different", words=words),
            _(
                "take it out of the label, make it a `{strategy}` and lead a link from it to this change",
                strategy=Words("strategy", "stratégie"),
            ),
        )


def means_in(reading: Reading) -> Span | None:
    """Return where in a label the words stand that say what is to bring the change about."""
    words, language = reading.words, reading.language
    signs = word_list(language, "means_openings")
    if signs.isdisjoint(reading.vocabulary):
        return None
    for index, word in enumerate(words):
        if word in signs and _begins_means(reading, index):
            return _to_the_stop(reading, index)
    return None


def _begins_means(reading: Reading, index: int) -> bool:
    words, language = reading.words, reading.language
    if phrase_at(words, index, language, "means_phrases"):
        return True
    length = phrase_at(words, index, language, "support_phrases")
    if length:
        behind = range(index + length, min(index + length + NEAR - 1, len(words)))
        return not any(is_person_at(reading, at) for at in behind)
    return _french(reading, index) if language == "fr" else _english(reading, index)


def _english(reading: Reading, index: int) -> bool:
    words = reading.words
    following = words[index + 1 : index + 1 + NEAR]
    before = words[index - 1] if index else ""
    if not following:
        return False
    match words[index]:
        case "by":
            if GERUND.match(following[0]):
                # `By fishing, families …` says how; `families live by fishing` is what they do.
                return following[0] not in word_list("en", "no_means_by" if index else "times_by")
            return not before.endswith(("ed", "en")) and _offered(following)
        case "through":
            if before in word_list("en", "through_verbs"):
                return _offered(following)
            content = [word for word in following if word not in word_list("en", "determiners")]
            return not any(word in word_list("en", "no_means_through") for word in content[:2]) or _offered(following)
        case "using":
            return before not in word_list("en", "using_verbs") and not (index and is_person_at(reading, index - 1))
    return False


def _offered(following: tuple[str, ...]) -> bool:
    """Whether the noun that follows is something that an initiative offers."""
    for index, word in enumerate(following):
        if index and word in word_list("en", "joints"):
            return False
        if word in word_list("en", "means"):
            return True
    return False


def _french(reading: Reading, index: int) -> bool:
    words = reading.words
    following = words[index + 1 : index + 1 + NEAR]
    if not following:
        return False
    match words[index]:
        case "en":
            pronoun = following[0] in word_list("fr", "clitics") and len(following) > 1
            verb, behind = (following[1], following[2:]) if pronoun else (following[0], following[1:])
            unlike = verb in word_list("fr", "manners") or verb in word_list("fr", "not_gerunds")
            return verb.endswith("ant") and not unlike and bool(behind)
        case "par":
            before = WORD.findall(reading.text)[index - 1] if index else ""
            if PARTICIPLE.search(before.casefold()) or words[index - 1] in word_list("fr", "by_verbs"):
                return False
            return _is_a_means(following)
        case "a":
            return following[0] == "travers" and _is_a_means(following[1:])
    return False


def _is_a_means(following: tuple[str, ...]) -> bool:
    """Whether the first noun of `following` is something that is done or offered."""
    noun = next((word for word in following if word not in word_list("fr", "before_nouns")), "")
    if noun in word_list("fr", "no_means"):
        return False
    return noun in word_list("fr", "means") or noun.endswith(tuple(word_list("fr", "means_endings")))


def _to_the_stop(reading: Reading, index: int) -> Span:
    begin, _end = reading.characters(index, index)
    stop = STOP.search(reading.text, begin)
    return begin, len(reading.text[: stop.start() if stop else None].rstrip())
