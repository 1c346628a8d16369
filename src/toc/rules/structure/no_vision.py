"""The rule `no-vision`."""

from collections.abc import Iterator

from toc.diagnostics import ERROR, Finding, rule
from toc.messages import Words, _
from toc.model.theory import Theory
from toc.rules.places import whole_model


@rule(
    "TOC201",
    ERROR,
    sources=[
        "ActKnowledge, Center for Theory of Change (theoryofchange.org): stage 1, name the long-term goal",
        "Niska and Accolades, wiki page « Impact collectif »: a vision of change that the actors share",
    ],
)
def no_vision(theory: Theory) -> Iterator[Finding]:
    """
    Nothing in the model is a vision.

    ## Why it matters
    A theory of change is read backwards: one starts from the future that everybody wants and asks what must be in
    place first.
    Without a vision there is nothing to start from, and nobody can say whether a strategy leads where it should.

    ## Bad
    ```toc
    theory "School success"
    strategy library "A library bus in the four villages"
    outcome reading "Children read with pleasure at eight"
    library -> reading { because "A book at hand is a book that gets read" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person finds a way and earns a diploma"
    strategy library "A library bus in the four villages"
    outcome reading "Children read with pleasure at eight"
    library -> reading { because "A book at hand is a book that gets read" }
    reading -> diploma { because "Whoever reads well stays longer at school" }
    ```
    """
    if theory.visions:
        return
    vision = Words("vision", "vision")
    yield Finding(
        whole_model(theory),
        _("nothing here is a vision: what should be different in the end?"),
        _('state the change that everybody wants: `{vision} name "…"`', vision=vision),
    )
