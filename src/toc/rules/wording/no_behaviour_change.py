"""The rule `no-behaviour-change`."""

from collections.abc import Iterator

from toc.diagnostics import AOC, OM, WARNING, Finding, rule
from toc.messages import Words, _
from toc.model.queries import bringing_about, fed_by_strategies, leading_to_a_vision
from toc.model.theory import Theory
from toc.rules.places import whole_model

LIVED = frozenset({"behaviour", "practice", "relation"})


@rule(
    "TOC309",
    WARNING,
    profiles=(AOC, OM),
    sources=[
        "Mayne 2015 and 2017: the behaviour-change model of a theory of change",
        "Outcome Mapping (IDRC): outcomes are changes in the behaviour of those one works with",
        "KOICA, guideline for the project design matrix (2022): an outcome is a change of behaviour",
    ],
)
def no_behaviour_change(theory: Theory) -> Iterator[Finding]:
    """
    Strategies that reach the vision without anybody doing anything differently.

    ## Why it matters
    Between what a project offers and a better life stand people who do something they did not do before.
    Where the chain goes from a service straight to well-being, the hardest step has been left out, and nobody will
    watch for it.

    The rule looks at the changes between strategies and visions: one of them should have the `nature` behaviour,
    practice or relation, or progress markers, which describe what somebody does.
    It goes by what is stated, not by the words of the label.

    ## Bad
    ```toc
    theory "School success" { profile aoc }
    vision diploma "Every young person earns a diploma"
    outcome books "Every family has books at home" { nature condition }
    outcome reading "Children read well at eight" { nature knowledge }
    strategy library "A library bus in the four villages"
    library -> books -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```

    ## Good
    ```toc
    theory "School success" { profile aoc }
    vision diploma "Every young person earns a diploma"
    outcome stories "Families read a story most evenings" { nature behaviour }
    outcome reading "Children read well at eight" { nature knowledge }
    strategy library "A library bus in the four villages"
    library -> stories -> reading -> diploma { because "A book at hand is a book that gets read" }
    ```
    """
    between = fed_by_strategies(theory, bringing_about) & leading_to_a_vision(theory, bringing_about)
    changes = [change for change in theory.changes if change.key in between]
    lived = (
        change.properties.word("nature") in LIVED
        or any(child.kind == "marker" for child in theory.children.get(change.key, ()))
        for change in changes
    )
    if not changes or any(lived):
        return
    silent = next((change for change in changes if "nature" not in change.properties), None)
    yield Finding(
        whole_model(theory),
        _("no change between the strategies and the vision is said to be a behaviour, a practice or a relation"),
        _(
            "who does what differently? say it where they do, perhaps in `{name}`: `{nature} {behaviour}`",
            name=silent.id,
            nature=Words("nature", "sorte"),
            behaviour=Words("behaviour", "comportement"),
        )
        if silent
        else _(
            "who has to do what differently for it to work? add that change, with `{nature} {behaviour}`",
            nature=Words("nature", "sorte"),
            behaviour=Words("behaviour", "comportement"),
        ),
    )
