"""The rule `output-indicator`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.rules.wording.delivery import is_delivered
from toc.rules.wording.reading import Reading, Span, first_found, quoted
from toc.rules.wording.word_lists import word_list

# What was offered stands no further behind satisfaction or attendance: `satisfied with the second day of the course`.
REACH = 6
# Without a word such as `number`, what was done is told in the first words: `home visits made`.
SHORT = 4


@rule(
    "TOC506",
    WARNING,
    sources=[
        "KOICA, guideline for the project design matrix (2022), p. 7: no outcome shows in attendance or satisfaction"
    ],
)
def output_indicator(theory: Theory) -> Iterator[Finding]:
    """
    An indicator of a change that shows only what was done.

    ## Why it matters
    How many came, how many sessions were held and whether people liked them is known when the activity is over.
    It says nothing about what became different for those who came.
    Look for what they do, know or live afterwards; keep the count as an indicator of an `output`.

    Indicators of outputs and of the collaboration are left alone, and so are those with a reason for being indirect
    (`proxy because`).
    What participants became ("participants in paid work a year later"), attendance at school, and satisfaction with
    life or work are signs of a change.

    ## Bad
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" { indicator "Number of meetings held" }
    strategy cafe "A parents' café at school"
    cafe -> trust -> diploma { because "One trusts those whom one knows" }
    ```

    ## Good
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" {
      indicator "Share of parents who asked a teacher for advice in the year"
    }
    strategy cafe "A parents' café at school" { output meetings "Meetings of parents" { indicator "Meetings held" } }
    cafe -> trust -> diploma { because "One trusts those whom one knows" }
    ```
    """
    of_changes = (each for each in theory.of_kind("indicator") if _shows_a_change(theory, each))
    for _indicator, text, span in first_found(theory, of_changes, delivery_in):
        origin, words = quoted(text, span)
        yield Finding(
            origin,
            _("`{words}` shows that something was done, not that anything changed", words=words),
            _(
                "look for what people do, know or live afterwards; keep the count as an indicator of an `{output}`",
                output=Words("output", "extrant"),
            ),
        )


def _shows_a_change(theory: Theory, indicator: Element) -> bool:
    if "collaboration" in indicator.properties or "proxy" in indicator.properties:
        return False
    keys = [*indicator.properties.refs("measures"), *([indicator.parent] if indicator.parent else [])]
    measured = [theory.elements[key] for key in keys if key in theory.elements]
    return any(element.is_change or element.kind == "vision" for element in measured)


def delivery_in(reading: Reading) -> Span | None:
    """Return where in an indicator's wording the words stand that show only what was done."""
    words, language = reading.words, reading.language
    if not words or not word_list(language, "afterwards").isdisjoint(words):
        return None
    for index, word in enumerate(words):
        behind = words[index + 1 : index + 1 + REACH]
        if word in word_list(language, "satisfaction"):
            return reading.characters(index, index) if _with_an_offer(behind, words, language) else None
        if word in word_list(language, "attendance") and _offers(behind, language):
            return reading.characters(index, index)
        if word in word_list(language, "attending"):
            return reading.characters(0, index)
    return _counted(reading)


def _with_an_offer(behind: tuple[str, ...], words: tuple[str, ...], language: str) -> bool:
    """Whether satisfaction is with what was offered, or that of people known for having taken part in it."""
    if not word_list(language, "life").isdisjoint(behind):
        return False
    attending = not word_list(language, "attending").isdisjoint(words)
    return attending or _offers(behind, language)


def _offers(words: tuple[str, ...], language: str) -> bool:
    return not word_list(language, "offers").isdisjoint(words)


def _counted(reading: Reading) -> Span | None:
    """Return where a number of things done or given out stands: `number of workshops held`, `people trained`."""
    words, language = reading.words, reading.language
    if words[0] in word_list(language, "parts"):
        return None
    begin = 2 if words[0] in word_list(language, "counters") else 0
    if begin:
        for index in range(begin, min(begin + 2, len(words))):
            if words[index] in word_list(language, "offers") or words[index] in word_list(language, "deliverables"):
                return reading.characters(0, index)
    last = len(words) if begin else min(len(words), SHORT)
    return next((reading.characters(0, at) for at in range(begin + 1, last) if is_delivered(reading, at)), None)
