"""The rule `strength-not-stated`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import INFO, Finding, Related, rule
from toc.leverage.verdict_names import COLLAPSED
from toc.messages import Words, _, plural
from toc.model.theory import Theory
from toc.rules.leverage.strengths import without_strength
from toc.rules.places import joined, whole_model

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage

# Of the links without a strength, those that matter most are pointed at.
MOST_SHOWN = 3


@rule(
    "TOC718",
    INFO,
    sources=[
        "R. Davies, Representing Theories of Change, CEDIL Inception Paper 15 (2018): describe the connections better",
        "ToC-Maker (theory-of-change-builder), stage 8: how sure one is of each link",
    ],
)
def strength_not_stated(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
    """
    Links that do not say how strong they are count as moderate.

    ## Why it matters
    Numbers about leverage rest on how far each cause would bring about its effect.
    Where nobody said so, `moderate` counts, and the answer is partly an answer about that guess.
    Not every link needs a word: the rule names those on which most depends.

    Links that hinder count too; `=>` needs no word, for what is required is required.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult { because "Teenagers listen to those who are barely older" }
    adult -> diploma { because "One stays where one is expected" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome adult "Every teenager has an adult to count on"
    strategy mentors "Mentoring by young graduates"
    mentors -> adult strong { because "Teenagers listen to those who are barely older" }
    adult -> diploma moderate { because "One stays where one is expected" }
    ```
    """
    silent = without_strength(leverage)
    if not silent:
        return
    places = {(link.origin, link.sources, link.target) for link in silent}
    ranked = dict.fromkeys(
        gain.link for gain in leverage.gains if (gain.link.origin, gain.link.sources, gain.link.target) in places
    )
    yield Finding(
        whole_model(theory),
        plural(
            "{n} link does not say how strong it is and counts as {moderate}",
            "{n} links do not say how strong they are and count as {moderate}",
            n=len(silent),
            moderate=MODERATE,
        ),
        _(
            "say it where most depends on it: `… -> … {strong}`; counted so, next to nothing reaches the vision, and "
            "strategies are not compared",
            strong=STRONG,
        )
        if leverage.condition == COLLAPSED
        else _("say it where most depends on it: `… -> … {strong}`", strong=STRONG),
        tuple(
            Related(
                link.origin,
                _(
                    "much depends on how `{source}` acts on `{target}`",
                    source=joined(link.sources),
                    target=link.target.id,
                ),
            )
            for link in tuple(ranked)[:MOST_SHOWN]
        ),
    )


MODERATE = Words("`moderate`", "`modéré`")
STRONG = Words("strong", "fort")
