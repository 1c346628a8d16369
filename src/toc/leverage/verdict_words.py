"""What verdicts are called, what they mean, and why none may be decided."""

from collections.abc import Mapping

from toc.leverage.verdict_names import (
    COLLAPSED,
    DOMINATED,
    ENABLER,
    FAIR,
    HARMFUL,
    MIXED,
    NEGLIGIBLE,
    PULLS,
    REDUNDANT,
    SATURATED,
    TOO_FEW,
    UNDECIDED,
    UNSETTLED,
    WEAK,
)
from toc.messages import Message, _

VERDICT_WORDS: Mapping[str | None, Message] = {
    HARMFUL: _("harmful"),
    WEAK: _("weak leverage"),
    NEGLIGIBLE: _("negligible"),
    REDUNDANT: _("redundant"),
    UNDECIDED: _("undecided"),
    DOMINATED: _("dominated"),
    ENABLER: _("enabler"),
    FAIR: _("fair leverage"),
    PULLS: _("pulls its weight"),
    None: _("not judged"),
}
"""Each in at most 17 characters, in either language."""

VERDICT_MEANINGS: Mapping[str, Message] = {
    HARMFUL: _("all in all it takes away from the impact of the others"),
    WEAK: _("its impact share and its share lost are both less than half its effort share"),
    NEGLIGIBLE: _("it hardly changes the vision, whatever its effort"),
    REDUNDANT: _("it achieves something alone, but hardly anything is lost without it: others do the same work"),
    UNDECIDED: _("weak in part of the draws only: the model cannot tell"),
    DOMINATED: _("it belongs to no set of strategies that gives the most for its effort"),
    ENABLER: _("alone it achieves next to nothing, but much is lost without it"),
    FAIR: _("its impact share or its share lost is at least half its effort share"),
    PULLS: _("its impact share or its share lost is at least its effort share"),
}

WITHHELD: Mapping[str, Message] = {
    SATURATED: _("nearly everything is achieved whatever is left out, so shares mean nothing"),
    COLLAPSED: _("hardly anything reaches the vision, so shares mean nothing"),
    UNSETTLED: _("a loop of the model reaches no value, so shares mean nothing"),
    TOO_FEW: _("with fewer than three strategies there is nothing to compare"),
    MIXED: _("the efforts stand in units that cannot be compared"),
}

STRENGTH_WORDS: Mapping[str, Message] = {
    "weak": _("weak"),
    "moderate": _("moderate"),
    "strong": _("strong"),
    "decisive": _("decisive"),
}

EFFORT_WORDS: Mapping[str, Message] = {
    "low": _("low"),
    "medium": _("medium"),
    "high": _("high"),
    "very_high": _("very high"),
}
