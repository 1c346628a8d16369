"""Problems with links: ends that cannot be linked, the same link twice, and links from something to itself."""

from attrs import evolve

from toc.diagnostics import Finding, Origin, Related, problem
from toc.messages import Message, _
from toc.model.vocabulary import KINDS, TARGETS

_CHANGES = ("outcome", "precondition")


@problem("TOC104", sources=["ActKnowledge, Center for Theory of Change (theoryofchange.org), glossary"])
def illegal_link(origin: Origin, source: str, source_kind: str, target: str, target_kind: str) -> Finding:
    """
    A link between things that cannot cause one another

    ## Why it matters
    A chain of change begins with what people do and ends with the vision that they share.
    Strategies and outputs lead to changes, changes lead to other changes and to the vision, and the context (a
    factor) works for or against them.
    Actors, indicators, assumptions and resources are not causes: they say who, how it is known, what is believed
    and with what means, each in a property of its own.
    A vision acts back on earlier changes only where the link says `feedback`.

    ## Bad
    ```toc
    actor town "Town council"
    outcome reading "Children read with pleasure" { of children }
    actor children "Children of the valley"
    town -> reading
    ```

    ## Good
    ```toc
    actor town "Town council"
    strategy bookbus "Book bus in the villages" { by town }
    outcome reading "Children read with pleasure" { of children }
    actor children "Children of the valley"
    bookbus -> reading
    ```
    """
    message = _(
        "{from_kind} cannot point to {to_kind}: `{source}` to `{target}`",
        from_kind=KINDS[source_kind].one,
        to_kind=KINDS[target_kind].one,
        source=source,
        target=target,
    )
    return Finding(origin, message, _instead(source_kind, target_kind))


@problem("TOC108")
def duplicate_link(origin: Origin, source: str, target: str, first: Origin, implied: bool) -> Finding:
    """
    The same link twice

    Two links have the same ends, whatever their verbs; an output nested in a strategy is linked from it already, and
    `requires a` inside `b` is the link `a => b`.

    ## Why it matters
    A cause written twice would count twice, and the target would look better supported than it is.
    Two verbs between the same ends contradict each other: either the one is a cause among several (`->`) or nothing
    happens without it (`=>`).

    ## Bad
    ```toc
    outcome trust "Parents feel at home at school"
    outcome reading "Children read with pleasure"
    trust -> reading strong
    trust => reading
    ```

    ## Good
    ```toc
    outcome trust "Parents feel at home at school"
    outcome reading "Children read with pleasure"
    trust => reading
    ```
    """
    message = _("`{source}` is linked to `{target}` already", source=source, target=target)
    if implied:
        hint = _("an output inside a strategy is linked from it; to say how strongly, declare the output on its own")
    else:
        hint = _("keep one of the two, and say there all that is to be said")
    return Finding(origin, message, hint, (Related(first, _("the other link is here")),))


@problem("TOC109")
def self_link(origin: Origin, name: str) -> Finding:
    """
    A link from something to itself

    ## Why it matters
    Nothing is its own cause.
    What is meant is mostly a change that keeps itself going by way of something else: say by way of what, and mark
    the link that closes the loop with `feedback`.

    ## Bad
    ```toc
    outcome trust "Parents feel at home at school"
    trust -> trust
    ```

    ## Good
    ```toc
    outcome trust "Parents feel at home at school"
    outcome visits "Parents come to the meetings"
    trust -> visits
    visits -> trust feedback
    ```
    """
    hint = _("say what comes in between, and mark the link that leads back with `feedback`")
    return Finding(origin, _("`{name}` is linked to itself", name=name), hint)


def misused_gate(origin: Origin, before: bool) -> Finding:
    """Return the finding about an `&` that stands before `=>`, or behind the last arrow."""
    if before:
        message = _("`&` cannot stand before `=>`")
        hint = _("each of them is required anyway: write `a, b => c`")
    else:
        message = _("`&` cannot stand behind the last arrow")
        hint = _("only causes act together: write `a -> b, c`")
    return evolve(Finding(origin, message, hint), rule=illegal_link.rule)


def _instead(source: str, target: str) -> Message:
    """Return what to write instead of a link from a `source` to a `target`."""
    outside = next((kind for kind in (source, target) if kind in _OUTSIDE), None)
    if outside is not None:
        return _OUTSIDE[outside]
    if source not in TARGETS:
        return _("only strategies, outputs, changes, factors and visions stand in a chain")
    return _PAIRS.get((source, target)) or _ENDS.get(target) or _BEGINNINGS[source]


_OUTSIDE = {
    "actor": _("name those who act with `by` in a strategy, and those who change with `of` in a change"),
    "assumption": _("name the assumption on the link or the change that rests on it: `assuming x`"),
    "indicator": _("put the indicator inside the change it shows, or name that change with `measures`"),
    "marker": _("put the progress marker inside the change it shows"),
    "activity": _("link the strategy of which the activity is a part"),
    "pathway": _("link the changes in the pathway, not the pathway itself"),
    "risk": _("say what the risk threatens with `on`; what works against a change all the time is a `factor adverse`"),
    "resource": _("name the resource with `funded by` in the actor who receives it"),
    "question": _("say with `about` what the question asks about"),
    "learning": _("say with `changes` what was changed by what was learnt"),
}
_PAIRS = {
    ("strategy", "strategy"): _(
        "link each strategy to what it brings about; a step of the work is an `activity` inside the strategy"
    ),
    ("output", "vision"): _("say which change comes in between: output -> change -> vision"),
    ("factor", "vision"): _("say which change the context helps or hinders on the way to the vision"),
    ("vision", "vision"): _("a shared vision is one: make the other an outcome that leads to it"),
    **{
        ("vision", kind): _("a vision is where the chain ends; where it acts back, mark the link with `feedback`")
        for kind in ("output", *_CHANGES)
    },
}
_ENDS = {
    "strategy": _("a chain begins with strategies: turn the arrow round, or link to what the strategy brings about"),
    "factor": _("a factor is context that nobody here brings about; what can be brought about is an outcome"),
    "output": _("an output is delivered by a strategy: turn the arrow round, or link to the change it serves"),
}
_BEGINNINGS = {
    "vision": _("a vision is where the chain ends; where it acts back on a change, mark the link with `feedback`"),
    **{
        kind: _("only strategies, outputs, changes, factors and visions stand in a chain")
        for kind in ("strategy", "output", "factor", *_CHANGES)
    },
}
