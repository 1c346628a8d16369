"""The rule `nobody-changes`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.places import is_stated
from toc.rules.wording.people import names_of_actors, names_somebody, who_changes
from toc.rules.wording.reading import readings


@rule(
    "TOC303",
    WARNING,
    sources=[
        "UNDAF training, “Assumptions and risks”: the subject of change comes to the front",
        "ToC-Maker, theory of change builder: who does what",
        "Outcome Mapping (IDRC): an outcome is a change in the behaviour of somebody",
    ],
)
def nobody_changes(theory: Theory) -> Iterator[Finding]:
    """
    A change that is nobody's.

    ## Why it matters
    Prices, prejudice and decisions do not change by themselves: somebody sets, holds or takes them.
    Where nobody is named, nobody can be asked whether it happened, and the strategies have nobody to speak to.
    Name those who change in the label, or say it with `of`; on a pathway, `of` holds for all changes in it.

    A label counts as naming somebody if any word of it means people, a group or an institution that acts, or an
    actor of this model.
    Whether the people named are the right ones is left to you.

    ## Bad
    ```toc
    theory "Eating well" { languages en }
    vision health "Every child grows up in good health"
    outcome prices "Food prices fall"
    strategy market "A market of growers in the valley"
    market -> prices -> health { because "Fresh food is dear where few sell it" }
    ```

    ## Good
    ```toc
    theory "Eating well" { languages en }
    vision health "Every child grows up in good health"
    outcome prices "Families pay less for fresh food"
    strategy market "A market of growers in the valley"
    market -> prices -> health { because "Fresh food is dear where few sell it" }
    ```
    """
    actors = names_of_actors(theory)
    for change in theory.changes:
        if not is_stated(change.label) or who_changes(theory, change):
            continue
        if not any(names_somebody(reading, actors) for _text, ways in readings(theory, change) for reading in ways):
            yield Finding(
                change.label.origin,
                _("`{name}` names nobody: who changes?", name=change.id),
                _("name those who change in the label, or say it with `{of} …`", of=Words("of", "chez")),
            )
