"""The rule `missing-middle`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import _
from toc.model.theory import Theory


@rule(
    "TOC206",
    WARNING,
    sources=["ActKnowledge, Center for Theory of Change (theoryofchange.org): the “missing middle”"],
)
def missing_middle(theory: Theory) -> Iterator[Finding]:
    """
    A strategy one step from a vision.

    ## Why it matters
    Between what an initiative does and the future it wants, people must change something: what they know, what they
    do, how they live together.
    An arrow straight from a strategy to the vision leaves all of that out, and so there is nothing to follow on the
    way and nothing to correct when it does not work.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    strategy mentors "Mentoring by young graduates"
    mentors -> diploma { because "Teenagers listen to those who are barely older" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    strategy mentors "Mentoring by young graduates"
    outcome presence "Teenagers come to school every day"
    mentors -> presence { because "Teenagers listen to those who are barely older" }
    presence -> diploma { because "Whoever is there can learn" }
    ```
    """
    visions = {vision.key for vision in theory.visions}
    for link in theory.links:
        if link.target not in visions:
            continue
        for source in link.sources:
            if theory.elements[source].kind == "strategy":
                strategy, vision = source.id, link.target.id
                yield Finding(
                    link.origin,
                    _(
                        "from the strategy `{strategy}` straight to the vision `{vision}`: what changes in between?",
                        strategy=strategy,
                        vision=vision,
                    ),
                    _(
                        "name who will do or live what differently: `{strategy} -> … -> {vision}`",
                        strategy=strategy,
                        vision=vision,
                    ),
                )
