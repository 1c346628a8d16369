"""The rule `shared-cause`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.leverage.spoken import rounded
from toc.messages import _
from toc.model.theory import Theory

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@rule(
    "TOC714",
    WARNING,
    sources=[
        "J. D. Esary and F. Proschan, “Coherent structures of non-identical components” (1963): causes that are shared",
        "Norsys, Netica's NoisyAndDist and NoisyOrDist (norsys.com): causes taken one by one",
    ],
)
def shared_cause(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
    """
    One uncertain cause that reaches the vision by several ways counts too often.

    ## Why it matters
    Degrees are worked out as if what meets in a change had come there by separate ways.
    Where two ways part from one uncertain step and meet again, that step counts twice: required twice it seems half
    as likely as it is, and contributing twice it seems more certain.
    toc then draws thousands of possible worlds instead, in which each step happens once or not at all, and shares and
    verdicts rest on those.

    The rule speaks where the vision's degree and its mean over those worlds differ by more than 0.05, or by more than a
    factor of 2.
    It is looked for where three strategies or more are compared; nothing is wrong with such a model.
    Often it shows something worth knowing: two ways that look independent and are not.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    precondition trust "Parents feel at home in the school"
    precondition talk "Parents and teachers talk"
    precondition help "Parents help with homework"
    strategy cafe "A parents' café at school"
    strategy visits "Teachers visit families"
    strategy evenings "Story evenings in four languages"
    cafe, visits, evenings -> trust weak { because "One comes back where one was welcome" }
    trust -> talk decisive { because "One speaks where one is at home" }
    trust -> help decisive { because "One helps with what one understands" }
    talk, help => diploma { because "Teenagers stay where all pull the same way" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    precondition trust "Parents feel at home in the school"
    precondition help "Parents help with homework"
    strategy cafe "A parents' café at school"
    strategy visits "Teachers visit families"
    strategy evenings "Story evenings in four languages"
    cafe, visits, evenings -> trust weak { because "One comes back where one was welcome" }
    trust -> help decisive { because "One speaks where one is at home, and helps with what one understands" }
    help => diploma { because "Teenagers stay where all pull the same way" }
    ```
    """
    shared = leverage.shared_cause
    if shared is None:
        return
    yield Finding(
        theory.elements[shared.key].origin,
        _(
            "ways from `{cause}` part and meet again in `{name}`, so it counts twice: taking them as separate, the "
            "vision is reached by {degree}, otherwise by {worlds}",
            cause=shared.cause.id,
            name=shared.key.id,
            degree=rounded(shared.degree),
            worlds=rounded(shared.worlds),
        ),
        _("shares and verdicts rest on the second number; if both ways are one and the same, draw it once"),
        (Related(theory.elements[shared.cause].origin, _("the ways part here")),),
    )
