"""The rule `number-in-label`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.wording.quantities import target_in
from toc.rules.wording.reading import first_found, quoted


@rule(
    "TOC306",
    WARNING,
    sources=[
        "DoView (doview.com), layout of outcomes models: indicators stand beside outcomes, not among them",
        "KOICA, guideline for the project design matrix (2022), p. 21: figures stand in the column of indicators",
    ],
)
def number_in_label(theory: Theory) -> Iterator[Finding]:
    """
    A target in the label of a change.

    ## Why it matters
    "80 % of children read with pleasure" says how much, and hides what: is the change that children read, or that
    they read with pleasure, and what was it before?
    A figure is negotiated, revised and missed, while the change stays the same.
    Write the change in words, and give it an indicator with a baseline, a target and a date.

    Shares, counts, amounts and limits are targets, in figures or in words; ages, grades, dates, hours, speed limits
    and names ("Highway 20") are not.

    ## Bad
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome reading "80 % of children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```

    ## Good
    ```toc
    theory "School success" { languages en }
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight" {
      indicator "Share of children who read for themselves every week" {
        baseline 55 % in 2026
        target 80 % in 2030
      }
    }
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```
    """
    for _change, text, span in first_found(theory, (*theory.visions, *theory.changes), target_in):
        origin, words = quoted(text, span)
        yield Finding(
            origin,
            _("`{words}` is a target: it says how much, not what becomes different", words=words),
            _(
                'say the change in words, and give it `{indicator} "…" {{ {target} … {in_date} … }}`',
                indicator=Words("indicator", "indicateur"),
                target=Words("target", "cible"),
                in_date=Words("in", "en"),
            ),
        )
