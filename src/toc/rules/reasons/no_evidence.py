"""The rule `no-evidence`."""

from collections.abc import Iterator

from toc.diagnostics import INFO, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.places import joined
from toc.rules.reasons.weights import is_strong


@rule(
    "TOC402",
    INFO,
    sources=[
        "M. Brown, “Unpacking the Theory of Change”, SSIR, Fall 2020: propositions and their evidence",
        "Miradi (miradishare.org): how confident one is, and on what evidence",
    ],
    strong=0.75,
)
def no_evidence(theory: Theory, strong: float) -> Iterator[Finding]:
    """
    A link said to be strong, with nothing to show for it.

    ## Why it matters
    `strong` and `decisive` are big words: they say that this cause alone would nearly do.
    Somebody must have seen it, here or elsewhere.
    A study is welcome but not needed: what practice has shown, what people have lived through, even a hunch that is
    called a hunch tells the reader how much to lean on the arrow.

    A number from 0.75 on counts as strong, a range by its lower end.
    A bare `=>` is not asked for evidence: it says that something is needed, not that it does much.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading strong { because "A book at hand is a book that gets read" }
    reading -> diploma { because "All subjects are learnt by reading" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading strong {
      because "A book at hand is a book that gets read"
      evidence practice "Loans in the first two villages"
    }
    reading -> diploma { because "All subjects are learnt by reading" }
    ```
    """
    seen = set()
    for link in theory.links:
        # One statement is one place for the evidence, however many links it makes.
        if link.implied or link.origin in seen or "evidence" in link.properties or not is_strong(link, strong):
            continue
        seen.add(link.origin)
        yield Finding(
            link.origin,
            _(
                "the link from `{source}` to `{target}` is said to be strong, and no evidence is stated",
                source=joined(link.sources),
                target=link.target.id,
            ),
            _(
                'say what it rests on: `{evidence} {practice} "…"` ({study}, {experience} and {hunch} count too)',
                evidence=Words("evidence", "preuve"),
                practice=Words("practice", "pratique"),
                study=Words("study", "étude"),
                experience=Words("experience", "vécu"),
                hunch=Words("hunch", "intuition"),
            ),
        )
