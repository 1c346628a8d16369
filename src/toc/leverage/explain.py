"""Why a strategy is weak, what it is good for all the same, and what would help: said with its own numbers.

Each text is a clause that stands alone. All are questions to a group rather than judgements: what a model says of a
strategy is no better than what people have written into it.
"""

from collections.abc import Iterator
from itertools import islice
from math import inf

from toc.leverage.assessment import Leverage
from toc.leverage.figures import Strategy
from toc.leverage.graph import HINDERS
from toc.leverage.indices import HALF
from toc.leverage.situation import Situation
from toc.leverage.spoken import amount, link_named, named, part, product, rounded, signed
from toc.leverage.verdict_names import HARMFUL, NEGLIGIBLE, REDUNDANT, UNDECIDED, WEAK
from toc.leverage.verdict_words import STRENGTH_WORDS
from toc.messages import Message, Words, _
from toc.model.elements import Key

# Of what a strategy sets off, no more than this arrives at the end of its strongest path.
FAINT = 1 / 3
# What is required and achieved less than this keeps the way closed; a hindrance that takes so much is worth a word.
UNMET, HINDRANCE = 0.5, 0.2
# Interactions and losses from which on they are told.
TOLD, LOSS, ALL = 0.005, 0.02, 0.995
# Alone it achieves nothing to speak of: less than this part of its share.
LITTLE = 0.05
# Two strategies overlap by so much of its part that it is told of, or that they do the same work.
TENTH, MUCH = 0.1, 0.5
# An effort would have to be cut to no less than this part of it for that to be advice.
CUT = 0.1

RULES = {
    HARMFUL: "harmful-strategy",
    WEAK: "weak-leverage",
    NEGLIGIBLE: "negligible-impact",
    REDUNDANT: "redundant-strategy",
    UNDECIDED: "undecided-leverage",
}


def reasons(leverage: Leverage, key: Key, most: int = 2, *, shares: bool = True) -> tuple[Message, ...]:
    """Return why strategy `key` achieves little for its effort: the first two reasons that hold.

    In this order: no path, harm that it does, a chain that fades, a prerequisite that is not met or that others must
    bring, another strategy that does the same work, a hindrance, an effort that is too great (left out without
    `shares`, where its shares are told already). None for what cannot be chosen.
    """
    found = leverage.figures.get(key)
    if not found or not leverage.graph.visions:
        return ()
    return tuple(islice(_reasons(Situation(leverage, found), shares=shares), most))


def good_for(leverage: Leverage, key: Key) -> tuple[Message, ...]:
    """Return what strategy `key` is good for all the same: what is lost without it, its best ally, its reserve."""
    found = leverage.figures.get(key)
    return tuple(_good_for(Situation(leverage, found))) if found and leverage.graph.visions else ()


def advice(leverage: Leverage, key: Key, verdict: str | None = None) -> tuple[Message, ...]:
    """Return what would help strategy `key`, and last how to accept `verdict` as it is.

    Without one that is the main verdict.
    """
    found = leverage.screening.get(key)
    if not found or not leverage.graph.visions:
        return ()
    return tuple(_advice(Situation(leverage, found), verdict or found.verdict))


def _reasons(situation: Situation, *, shares: bool) -> Iterator[Message]:
    if not situation.strategy.weight:
        yield _("no path leads from it to the vision")
        return
    yield from _harm(situation)
    yield from _faint_chain(situation)
    yield from _closed_gate(situation)
    yield from _same_work(situation)
    hindered = situation.hindered_by
    if hindered is not None and hindered[2] >= HINDRANCE:
        by, change, taken = hindered
        yield _("on its way, `{by}` takes away {taken} of `{change}`", by=by, change=change, taken=part(taken))
    if shares:
        yield from _great_effort(situation.strategy)


def _harm(situation: Situation) -> Iterator[Message]:
    if situation.strategy.shapley >= 0:
        return
    for source, target in situation.hindering[:1]:
        if source == situation.name:
            yield _("it hinders `{change}`, on which the vision depends", change=target)
        else:
            yield _("it brings about `{source}`, which hinders `{change}`", source=source, change=target)


def _faint_chain(situation: Situation) -> Iterator[Message]:
    path = situation.path
    if path is None or path.product > FAINT:
        return
    lossy = [strength for strength in path.strengths if strength < 1]
    fields = {"strengths": product(lossy), "product": rounded(path.product)}
    between = [f"`{named(situation.theory, key)}`" for key in path.keys[1:-1]]
    if len(lossy) < 2:
        yield _("of what it sets off, little reaches the vision: {product} along its strongest path", **fields)
    elif between:
        yield _("its effect fades on the way through {between}: {strengths} = {product}", between=between, **fields)
    else:
        yield _("its effect fades on the way: {strengths} = {product}", **fields)


def _closed_gate(situation: Situation) -> Iterator[Message]:
    unmet = situation.prerequisite(alone=False)
    if unmet is not None and unmet[2] < UNMET:
        change, needed, degree = unmet
        yield _(
            "its effect goes through `{change}`, which also requires `{needed}`, and that is achieved to {degree} only",
            change=change,
            needed=needed,
            degree=rounded(degree),
        )
        return
    strategy = situation.strategy
    if strategy.alone >= LITTLE * abs(strategy.shapley):
        return
    missing = situation.prerequisite(alone=True)
    if missing is not None and missing[2] < LITTLE:
        change, needed, _degree = missing
        yield _(
            "alone it does not move the vision: its effect goes through `{change}`, which also requires `{needed}`",
            change=change,
            needed=needed,
        )


def _same_work(situation: Situation) -> Iterator[Message]:
    partner, share = situation.worst_partner, abs(situation.strategy.shapley)
    if partner is None or -partner[1] < max(TOLD, TENTH * share):
        return
    fields = {"other": partner[0], "overlap": rounded(-partner[1])}
    if -partner[1] >= MUCH * share:
        yield _(
            "`{other}` does much of the same work: together they add {overlap} less than one plus the other", **fields
        )
    else:
        yield _("`{other}` leaves it less to add: together {overlap} less than one plus the other", **fields)


def _great_effort(strategy: Strategy) -> Iterator[Message]:
    if strategy.effort_share is None or strategy.share is None or strategy.ratio is None or strategy.ratio >= HALF:
        return
    yield _(
        "it asks for {effort} of the effort and brings {impact} of the impact",
        effort=part(strategy.effort_share),
        impact=part(strategy.share),
    )


def _good_for(situation: Situation) -> Iterator[Message]:
    strategy, impact = situation.strategy, situation.leverage.impact
    lost = strategy.leave_one_out / impact if impact > 0 else 0.0
    if lost >= ALL:
        yield _("without it nothing is left of the impact")
    elif lost >= LOSS:
        yield _("without it the impact falls by {loss}", loss=part(lost))
    ally = situation.best_partner
    if ally is not None and ally[1] >= TOLD:
        yield _("its best ally is `{other}`: {interaction} together", other=ally[0], interaction=signed(ally[1]))
    if REDUNDANT in strategy.verdicts:
        yield _("should the others fail, it achieves {alone} by itself", alone=rounded(strategy.alone))


def _advice(situation: Situation, verdict: str | None) -> Iterator[Message]:
    strategy = situation.strategy
    if not strategy.weight:
        yield _("link it to the change that it is to bring about, or leave it out")
        return
    if strategy.shapley < 0:
        for source, target in situation.hindering[:1]:
            yield _(
                "see to it that `{by}` hinders `{change}` less, or leave the strategy out", by=source, change=target
            )
    else:
        yield from _about_partners(situation)
        yield from _about_effort(situation)
        yield from _about_links(situation)
    if verdict in RULES:
        rule = RULES[verdict]
        written = Words(f'accept {rule} because "…"', f'accepte {rule} parce que "…"')
        yield _("keep it as it is, and write why: `{accept}`", accept=written)


def _about_partners(situation: Situation) -> Iterator[Message]:
    strategy, ally, twin = situation.strategy, situation.best_partner, situation.worst_partner
    if REDUNDANT in strategy.verdicts and twin is not None:
        yield _("choose between it and `{other}`, or let each reach other people", other=twin[0])
    elif ally is not None and ally[1] >= TOLD and strategy.alone < LITTLE * abs(strategy.shapley):
        yield _("carry it out together with `{other}`, or not at all", other=ally[0])


def _about_effort(situation: Situation) -> Iterator[Message]:
    strategy, unit = situation.strategy, situation.leverage.efforts.unit
    effort, enough = strategy.effort, strategy.break_even
    if effort and strategy.effort_stated and enough is not None and CUT * effort <= enough < effort and enough < inf:
        fields = {"effort": amount(effort, unit), "enough": amount(rounded(enough), unit)}
        if word := situation.effort_word:
            yield _("reduce its effort from {word}, which counts {effort}, to about {enough}", word=word, **fields)
        else:
            yield _("reduce its effort from {effort} to about {enough}", **fields)


def _about_links(situation: Situation) -> Iterator[Message]:
    if UNDECIDED in situation.strategy.verdicts and (vague := situation.vaguest_link):
        yield _("find out how strong the link `{link}` really is", link=link_named(situation.theory, vague))
    gain = situation.best_gain
    if gain is None:
        return
    fields = {
        "link": link_named(situation.theory, gain.link),
        "word": STRENGTH_WORDS[gain.next_word],
        "gain": signed(gain.gain),
    }
    if gain.link.verb == HINDERS:
        yield _("weaken the hindrance `{link}`: if it were {word}, {gain} of impact", **fields)
    else:
        yield _("strengthen the link `{link}`: if it were {word}, {gain} of impact", **fields)
