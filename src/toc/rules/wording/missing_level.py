"""The rule `missing-level`."""

from collections.abc import Iterator

from toc.diagnostics import AOC, WARNING, Finding, rule
from toc.messages import Words, _, plural
from toc.model.theory import Theory
from toc.rules.places import whole_model

LEVELS = {
    "individual": Words("individual", "individuel"),
    "collective": Words("collective", "collectif"),
    "system": Words("system", "système"),
}


@rule(
    "TOC310",
    WARNING,
    profiles=(AOC,),
    sources=[
        "F3E and COTA, change-oriented approaches: changes of persons, of groups and of society",
        "Wolff 2016 (Nonprofit Quarterly): change of policies and systems is an outcome of its own",
    ],
)
def missing_level(theory: Theory) -> Iterator[Finding]:
    """
    A theory whose changes are not stated on all three levels: individual, collective and system.

    ## Why it matters
    People who change alone fall back when their group and the rules around them stay as they were; rules that change
    alone stay on paper.
    A theory that works on one level only should at least know that it counts on others for the rest.

    Changes and visions say their `level`.
    The rule names the levels that none of them states; it does not guess a level from the words of a label.

    ## Bad
    ```toc
    theory "School success" { profile aoc }
    vision diploma "Every young person earns a diploma" { level individual }
    outcome trust "Parents and teachers trust each other" { level collective }
    strategy cafe "A parents' café at school"
    cafe -> trust -> diploma { because "One trusts those whom one knows" }
    ```

    ## Good
    ```toc
    theory "School success" { profile aoc }
    vision diploma "Every young person earns a diploma" { level individual }
    outcome trust "Parents and teachers trust each other" { level collective }
    outcome voice "Parents sit on the council of every school" { level system }
    strategy cafe "A parents' café at school"
    cafe -> trust -> voice -> diploma { because "One trusts those whom one knows" }
    ```
    """
    changes = (*theory.visions, *theory.changes)
    stated = {change.properties.word("level") for change in changes}
    missing = [words for level, words in LEVELS.items() if level not in stated]
    if not changes or not missing:
        return
    silent = next((change for change in changes if "level" not in change.properties), None)
    yield Finding(
        whole_model(theory),
        plural(
            "no change is said to be on the level {levels}",
            "no change is said to be on the levels {levels}",
            n=len(missing),
            levels=missing,
        ),
        _(
            "say it where it is so (`{level} {missing}`, perhaps in `{name}`), or ask what would have to change there",
            name=silent.id,
            level=Words("level", "niveau"),
            missing=missing[0],
        )
        if silent
        else _(
            "ask what would have to change there for the rest to last, and add it: `{level} {missing}`",
            level=Words("level", "niveau"),
            missing=missing[0],
        ),
    )
