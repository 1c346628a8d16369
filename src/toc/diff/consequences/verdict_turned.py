"""A strategy that is now judged otherwise: for its effort it brings less, or more, than it did."""

from collections.abc import Iterator

from toc.diff.consequence import Effect, consequence
from toc.diff.difference import CHANGED, KIND, Difference
from toc.diff.spoken import named
from toc.leverage.assessment import Leverage
from toc.leverage.verdict_names import HARMFUL, NEGLIGIBLE, REDUNDANT, WEAK
from toc.leverage.verdict_words import VERDICT_WORDS
from toc.messages import Message, _
from toc.model.elements import STEPS, Key

# The verdicts that ask a group to look at a strategy again, the gravest first.
WATCHED = (HARMFUL, WEAK, NEGLIGIBLE, REDUNDANT)
# What has a value or an effort, and what it may say that these rest on.
COUNTED = frozenset({*STEPS, "assumption"})
COUNTING = frozenset({"effort", "status", "counterfactual", "sufficient", "likelihood", "assuming"})


@consequence(_("a strategy is judged otherwise"), rank=2, breaking=False)
def verdict_turned(difference: Difference) -> Iterator[Effect]:
    """Yield each strategy, still there, that is now weak, harmful, negligible or redundant, or is so no more.

    Judged as `toc check` judges, each model by its own scale; not where either withholds its verdicts.
    """
    if not _may_turn(difference):
        return
    old, new = (
        Leverage(theory, scale)
        for theory, scale in zip((difference.old, difference.new), difference.scales, strict=True)
    )
    if old.withheld is not None or new.withheld is not None:
        return
    before, after = _judged(old), _judged(new)
    for key in old.keys:
        kept = difference.matches.new_of.get(key)
        if kept in new.keys and before.get(key) != after.get(kept):
            name = named(kept, difference.new)
            yield Effect(_turned(name, before.get(key), after.get(kept)), (key,))


def _may_turn(difference: Difference) -> bool:
    """Whether anything changed that values, shares or efforts rest on."""
    if difference.scales[0] != difference.scales[1] or difference.links:
        return True
    return any(
        change.element.kind in COUNTED
        and (change.change != CHANGED or any(one.aspect == KIND or one.name in COUNTING for one in change.details))
        for change in difference.elements
    )


def _judged(leverage: Leverage) -> dict[Key, str]:
    return {key: verdict for verdict in reversed(WATCHED) for key in leverage.screened(verdict)}


def _turned(name: object, before: str | None, after: str | None) -> Message:
    fields = {"strategy": name, "old": VERDICT_WORDS[before], "new": VERDICT_WORDS[after]}
    if before is None:
        return _("the strategy {strategy} is now judged: {new}", **fields)
    if after is None:
        return _("the strategy {strategy} is no longer judged: {old}", **fields)
    return _("the strategy {strategy} was judged: {old}; it is now: {new}", **fields)
