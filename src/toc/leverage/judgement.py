"""What is said of all strategies: by the most likely numbers, by all draws, or by as few as decide it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from toc.leverage.figures import Strategy
from toc.leverage.indices import Indices
from toc.leverage.verdict_names import UNSETTLED
from toc.leverage.verdicts import FEWEST, NOISE, Chances, Limits, judged
from toc.model.elements import Key


@frozen(eq=False, slots=False)
class Judgement:
    """The strategies of `indices` with their verdicts; `withheld` says why there are none, or none that compare.

    `draws` is how many are asked for, `seed` where they start.
    """

    indices: Indices
    withheld: str | None
    draws: int
    seed: int
    _screens: dict[Limits, tuple[Strategy, ...]] = field(factory=dict, init=False, repr=False)

    @property
    def draws_done(self) -> int:
        """How many draws verdicts rest on: none for fewer than three strategies, nor where a loop is unsettled."""
        return self.draws if self.indices.k >= FEWEST and self.withheld != UNSETTLED else 0

    @cached_property
    def by_all_draws(self) -> tuple[Strategy, ...]:
        """The strategies in the light of all draws."""
        if not self.draws_done:
            return self.by_likeliest
        from toc.leverage.draws import assess_draws

        impacts = self.indices.impacts
        found = assess_draws(impacts.graph, self.indices.efforts, self.draws, self.seed, impacts.method)
        return self._judged(found.chances(), Limits())

    @cached_property
    def by_likeliest(self) -> tuple[Strategy, ...]:
        """The strategies at the most likely numbers, without probabilities."""
        return self._judged(None, Limits())

    def screened(self, limits: Limits) -> tuple[Strategy, ...]:
        """Return the strategies with the verdicts of all draws; probabilities are only on the right side of limits."""
        if limits == Limits() and "by_all_draws" in self.__dict__:
            return self.by_all_draws
        if limits not in self._screens:
            self._screens[limits] = self._judged(self._screened(limits), limits)
        return self._screens[limits]

    @property
    def so_far(self) -> Mapping[Key, Strategy]:
        """The strategies with the verdicts that somebody asked for before, so that nothing is computed; else none."""
        known: tuple[Strategy, ...] = self.__dict__.get("by_all_draws") or self._screens.get(Limits(), ())
        return {strategy.key: strategy for strategy in known}

    def _screened(self, limits: Limits) -> Sequence[Chances] | None:
        # Where numbers are noise only harm is told, and there must be some at the most likely numbers.
        harmless = self.withheld in NOISE and min(self.indices.values, default=0.0) >= 0
        if not self.draws_done or harmless:
            return None
        from toc.leverage.screening import screen

        impacts = self.indices.impacts
        return screen(impacts.graph, self.indices.efforts, limits, self.draws, self.seed, impacts.method)

    def _judged(self, chances: Sequence[Chances] | None, limits: Limits) -> tuple[Strategy, ...]:
        return tuple(
            judged(strategy, chances[number] if chances else None, self.withheld, limits)
            for number, strategy in enumerate(self.indices.strategies)
        )
