"""The rule `directional-indicator`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.wording.quantities import target_in
from toc.rules.wording.reading import Reading, Span, first_found, quoted
from toc.rules.wording.word_lists import phrase_at, word_list


@rule(
    "TOC505",
    INFO,
    sources=["LogAlto, guide to indicators (logalto.com): a neutral wording, without direction and without target"],
)
def directional_indicator(theory: Theory) -> Iterator[Finding]:
    """
    An indicator that says already which way it is to go, or how far.

    ## Why it matters
    An indicator says what is looked at; where it stood, where it is to go and by when are its baseline and its target.
    "Increase in attendance" cannot be observed at one moment, and has no place for a decrease; "80 % of parents
    present" has to be worded anew as soon as the target is.

    Figures that define what is counted ("aged 15 to 24", "within 30 days") are no targets.

    ## Bad
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" {
      indicator "Increase in the share of parents at school meetings"
    }
    strategy cafe "A parents' café at school"
    cafe -> trust -> diploma { because "One trusts those whom one knows" }
    ```

    ## Good
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school" {
      indicator "Share of parents who spoke up at a school meeting" {
        baseline 12 % in 2026
        target 40 % in 2030
      }
    }
    strategy cafe "A parents' café at school"
    cafe -> trust -> diploma { because "One trusts those whom one knows" }
    ```
    """
    for _indicator, text, span in first_found(theory, theory.of_kind("indicator"), direction_in):
        origin, words = quoted(text, span)
        yield Finding(
            origin,
            _("`{words}` is where the indicator is to go, not what it looks at", words=words),
            _(
                "say only what is counted or observed; the direction shows in `{baseline}` and `{target}`",
                baseline=Words("baseline", "départ"),
                target=Words("target", "cible"),
            ),
        )


def direction_in(reading: Reading) -> Span | None:
    """Return where in an indicator's wording the direction or the target stands."""
    words, language = reading.words, reading.language
    if not words:
        return None
    if words[0] in word_list(language, "directions"):
        return reading.characters(0, 0)
    length = phrase_at(words, 0, language, "target_openings")
    if length:
        return reading.characters(0, length - 1)
    target = target_in(reading)
    # A figure at the start is what is to be reached; further on it says what is counted.
    if target and target[0] == reading.characters(0, 0)[0]:
        return target
    for index in range(1, len(words)):
        if words[index] in word_list(language, "direction_verbs") and not _belongs_to_a_clause(reading, index):
            return reading.characters(index, index)
    return None


def _belongs_to_a_clause(reading: Reading, index: int) -> bool:
    """Whether a relative clause begins before the word, which then says who or what is counted."""
    return not word_list(reading.language, "relative").isdisjoint(reading.words[:index])
