"""The rule `vague-change`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.elements import Element
from toc.model.theory import Theory
from toc.rules.wording.people import names_of_actors, names_somebody, who_changes
from toc.rules.wording.reading import Reading, Span, first_found, quoted, readings
from toc.rules.wording.word_lists import is_listed, word_list


@rule(
    "TOC307",
    INFO,
    sources=[
        "Hivos, theory of change guidelines (2015), and TSIP, eight mistakes in theories of change: bad outcomes",
        "ImpactMojo, pitfalls of theories of change: vague assumptions",
    ],
)
def vague_change(theory: Theory) -> Iterator[Finding]:
    """
    A change in words that fit everything, for nobody in particular.

    ## Why it matters
    "Improved quality of life" and "strengthened capacities" are agreed on by all because each understands something
    else.
    A year later nobody can say whether it happened.
    Say who can do, knows or lives what; or give the change an indicator, which says what you would look at.

    Words such as "better", "improved" or "strengthened" are left alone where people are named, in the label or with
    `of`, where the change has an indicator, and where they are said of what can be measured ("better marks").

    ## Bad
    ```toc
    theory "A good life" { languages en }
    vision health "Every elder of the valley is well cared for"
    outcome life "Improved quality of life"
    strategy visits "Visits by neighbours"
    visits -> life -> health { because "Nobody can be well who is alone" }
    ```

    ## Good
    ```toc
    theory "A good life" { languages en }
    vision health "Every elder of the valley is well cared for"
    outcome life "Elders see somebody every day"
    strategy visits "Visits by neighbours"
    visits -> life -> health { because "Nobody can be well who is alone" }
    ```
    """
    actors = names_of_actors(theory)
    unclear = (change for change in theory.changes if not who_changes(theory, change) and not theory.indicators(change))
    for change, text, span in first_found(theory, unclear, vague_words):
        if _names_nobody(theory, change, actors):
            origin, words = quoted(text, span)
            yield Finding(
                origin,
                _("`{words}` can mean anything here: nothing says for whom, or how one would see it", words=words),
                _(
                    "say who can do, knows or lives what; or add `{of} …` or an `{indicator}`",
                    of=Words("of", "chez"),
                    indicator=Words("indicator", "indicateur"),
                ),
            )


def vague_words(reading: Reading) -> Span | None:
    """Return where the first word of a label stands that fits everything."""
    if not word_list(reading.language, "measurable").isdisjoint(reading.vocabulary):
        return None
    for index, word in enumerate(reading.words):
        if is_listed(word, reading.language, "vague"):
            return reading.characters(index, index)
    return None


def _names_nobody(theory: Theory, change: Element, actors: frozenset[str]) -> bool:
    return not any(names_somebody(reading, actors) for _text, ways in readings(theory, change) for reading in ways)
