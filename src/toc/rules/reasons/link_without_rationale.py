"""The rule `link-without-rationale`."""

from collections.abc import Iterator

from toc.diagnostics import WARNING, Finding, rule
from toc.messages import Message, Words, _
from toc.model.links import Link
from toc.model.theory import Theory
from toc.rules.places import is_stated, joined

BECAUSE = Words("because", "parce que")


@rule(
    "TOC401",
    WARNING,
    sources=[
        "Theory of Change Online (TOCO, ActKnowledge): a rationale for each arrow (review at tools4dev.org)",
        "De Silva et al. 2014, as used in Gilissen et al., BMC Geriatrics 2018;18:47: rationale of each link",
    ],
)
def link_without_rationale(theory: Theory) -> Iterator[Finding]:
    """
    A link that does not say why it holds.

    ## Why it matters
    An arrow is a claim: if this happens, that will follow.
    The reason behind it is the heart of a theory of change; it is what partners discuss, what evidence supports, and
    what one comes back to when things turn out otherwise.
    One sentence is enough.
    Whether the reason is true is not for a program to say; this rule only sees that none is stated.

    An output nested in a strategy needs no reason: it is what the strategy delivers.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" { requires reading }
    precondition reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma" {
      requires reading because "All subjects are learnt by reading"
    }
    precondition reading "Children read with pleasure at eight"
    strategy library "A library bus in the four villages"
    library -> reading { because "A book at hand is a book that gets read" }
    ```
    """
    seen = set()
    for link in theory.links:
        # One statement is one place to write the reason, however many links it makes.
        if link.implied or link.origin in seen or is_stated(link.properties.text("because")):
            continue
        seen.add(link.origin)
        yield Finding(link.origin, _message(link), _hint(link))


def _message(link: Link) -> Message:
    source, target = joined(link.sources), link.target.id
    if link.verb == "requires":
        return _("nothing says why `{target}` requires `{source}`", source=source, target=target)
    if link.verb == "hinders":
        return _("nothing says why `{source}` hinders `{target}`", source=source, target=target)
    return _("nothing says why `{source}` contributes to `{target}`", source=source, target=target)


def _hint(link: Link) -> Message:
    source = joined(link.sources)
    if link.inside:
        return _(
            'give the reason behind the names: `{requires} {source} {because} "…"`',
            requires=Words("requires", "exige"),
            source=source,
            because=BECAUSE,
        )
    return _('give the reason in the block of the link: `{{ {because} "…" }}`', because=BECAUSE)
