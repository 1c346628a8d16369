"""The rule `long-label`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory


@rule(
    "TOC308",
    INFO,
    sources=["– No published source: a card holds as much as can be read at once"],
    words=14,
)
def long_label(theory: Theory, words: float) -> Iterator[Finding]:
    """
    A label too long to be read on a card.

    ## Why it matters
    A theory of change is read from afar, on a wall or on a screen, by people who talk at the same time.
    What takes two breaths to say usually holds a reason, a means or a second change as well.

    Counted are the words of each label, as they stand between spaces; those of a translation apart.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children who live in the villages far from the library read with pleasure at home with parents"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Village children read with pleasure at home"
    strategy library "A library bus in the four villages"
    library -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```
    """
    for change in (*theory.visions, *theory.changes):
        for text in change.label.texts:
            count = sum(any(character.isalnum() for character in word) for word in text.value.split())
            if count > words:
                yield Finding(
                    text.origin,
                    _("{count} words: a card holds about {words}", count=count, words=int(words)),
                    _(
                        "keep who and what; the rest belongs in a `{note}`, an `{indicator}` or the reason of a link",
                        note=Words("note", "note"),
                        indicator=Words("indicator", "indicateur"),
                    ),
                )
