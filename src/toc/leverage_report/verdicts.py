"""What a verdict amounts to, for colours and signs, and in which order strategies are told."""

from collections.abc import Mapping

from toc.leverage.figures import Strategy
from toc.leverage.verdict_names import ENABLER, FAIR, HARMFUL, NEGLIGIBLE, PULLS, REDUNDANT, UNDECIDED, WEAK

GOOD, BAD, OPEN, PLAIN = "good", "bad", "open", ""
TONES: Mapping[str | None, str] = {
    HARMFUL: BAD,
    WEAK: BAD,
    NEGLIGIBLE: BAD,
    REDUNDANT: OPEN,
    UNDECIDED: OPEN,
    ENABLER: GOOD,
    FAIR: PLAIN,
    PULLS: GOOD,
}
# Those of which it is told why, and what would help.
ASKED_ABOUT = (HARMFUL, WEAK, NEGLIGIBLE, REDUNDANT, UNDECIDED)


def tone(verdict: str | None) -> str:
    """Return what a verdict amounts to: good, bad, open, or nothing."""
    return TONES.get(verdict, PLAIN)


def ranked(strategies: tuple[Strategy, ...]) -> tuple[Strategy, ...]:
    """Return strategies, those of the greatest ratio first; by their parts where there are no ratios."""

    def rank(one: Strategy) -> tuple[bool, float, float]:
        return (one.ratio is None, -(one.ratio or 0.0), -one.shapley)

    return tuple(sorted(strategies, key=rank))
