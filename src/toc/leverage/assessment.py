"""The one door to leverage: what every strategy of a theory achieves for its effort, and why."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from toc.leverage.figures import Carried, Critical, Gain, Pair, Portfolio, Route, SharedCause, Standing, Strategy
from toc.leverage.graph import Graph, Numbers, modes
from toc.leverage.scale import DEFAULT, Scale
from toc.model.elements import Key
from toc.model.theory import Theory


@frozen(eq=False, slots=False)
class Leverage:
    """The leverage of a theory's strategies; everything is computed when first asked for, and kept.

    `method` is degree, worlds (yes/no worlds, drawn) or weakest-link (least and greatest); `drafts` counts ideas and
    drafts too. `draws` is how many times strengths, likelihoods and efforts are drawn from their ranges, `seed` where
    the drawing starts. The same theory and seed give the same numbers.
    """

    theory: Theory
    scale: Scale = DEFAULT
    method: str = "degree"
    drafts: bool = False
    draws: int = 1000
    seed: int = 0
    _screened: dict[object, tuple[Key, ...]] = field(factory=dict, init=False, repr=False)

    @cached_property
    def graph(self) -> Graph:
        """The network of degrees."""
        from toc.leverage.network import network

        return network(self.theory, self.scale, self.drafts)

    @cached_property
    def numbers(self) -> Numbers:
        """The most likely numbers of the network."""
        return modes(self.graph)

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The strategies that can be chosen, in the order of their keys."""
        raise NotImplementedError

    @cached_property
    def efforts(self) -> "Efforts":
        """What each strategy asks for, in a common unit."""
        raise NotImplementedError

    @cached_property
    def state(self) -> "State":
        """All values with every strategy on."""
        raise NotImplementedError

    @cached_property
    def nothing(self) -> "State":
        """All values with every strategy off."""
        raise NotImplementedError

    def degree(self, key: Key) -> float | None:
        """Return how far `key` is achieved with every strategy on, in [0, 1]; None where it has no value."""
        raise NotImplementedError

    @cached_property
    def impact(self) -> float:
        """I(N): how far all strategies together raise the visions (mean over visions), in [-1, 1]."""
        raise NotImplementedError

    @cached_property
    def loops(self) -> "tuple[Loop, ...]":
        """The loops, and whether they settle."""
        raise NotImplementedError

    @cached_property
    def condition(self) -> str:
        """Whether ratios mean something: sound, saturated (a vision above .98) or collapsed (impact below .02)."""
        raise NotImplementedError

    @cached_property
    def collapse(self) -> Key | None:
        """Where the chain dies: the first element below .05 on the strongest path; None where none is."""
        raise NotImplementedError

    @cached_property
    def shared_cause(self) -> SharedCause | None:
        """Where one uncertain cause is counted twice, so that shares are computed on worlds; None where none is.

        Not looked for in models of fewer than three strategies.
        """
        raise NotImplementedError

    @cached_property
    def strategies(self) -> tuple[Strategy, ...]:
        """Every strategy's numbers and verdicts, in the order of their keys, all draws made."""
        raise NotImplementedError

    @cached_property
    def figures(self) -> Mapping[Key, Strategy]:
        """Every strategy's numbers without any draws: no probabilities, verdicts by the most likely numbers."""
        raise NotImplementedError

    def strategy(self, key: Key) -> Strategy | None:
        """Return one strategy's numbers and verdicts, all draws made."""
        raise NotImplementedError

    def screened(self, verdict: str, **limits: float) -> tuple[Key, ...]:
        """Return the strategies with `verdict` as `strategies` would say, drawing only as much as is needed for that.

        `limits` change what a verdict means: `ratio` (.5), `draws` (.8, the share of draws), `impact` (.01).
        """
        raise NotImplementedError

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Pairs of strategies by interaction, those above 0 first, greatest first: at most five of each sign."""
        raise NotImplementedError

    @cached_property
    def synergy(self) -> float:
        """I(N) less the sum of what each strategy achieves alone: below 0 they overlap."""
        raise NotImplementedError

    @cached_property
    def synergy_degree(self) -> float | None:
        """The synergy as a part of the impact: 1 nothing works alone, 0 they add up, below 0 they overlap."""
        raise NotImplementedError

    @cached_property
    def front(self) -> tuple[Portfolio, ...]:
        """The portfolios that nothing cheaper or as cheap beats, from the cheapest; none for mixed efforts."""
        raise NotImplementedError

    def best_within(self, budget: float) -> Portfolio:
        """Return the portfolio of the greatest impact whose effort is at most `budget`."""
        raise NotImplementedError

    @cached_property
    def critical(self) -> tuple[Critical, ...]:
        """What is lost with each element but visions and chosen strategies' own, greatest first."""
        raise NotImplementedError

    @cached_property
    def gains(self) -> tuple[Gain, ...]:
        """The links worth strengthening, greatest gain first (the tornado)."""
        raise NotImplementedError

    @cached_property
    def assumptions(self) -> tuple[Carried, ...]:
        """What hangs on each assumption, greatest first."""
        raise NotImplementedError

    @cached_property
    def structure(self) -> tuple[Standing, ...]:
        """Influence and dependence of each element, by links alone: not for verdicts."""
        raise NotImplementedError

    def strongest_path(self, key: Key) -> Route | None:
        """Return the path of the greatest product of strengths from `key` to a vision; None where there is no path."""
        raise NotImplementedError

    def scale_check(self) -> Mapping[Key, tuple[str | None, ...]]:
        """Return each strategy's main verdict under five scales of strength words; not unanimous: it hangs on them."""
        raise NotImplementedError

    @property
    def draws_done(self) -> int:
        """How many draws have been made for `strategies`."""
        raise NotImplementedError

    @property
    def share_method(self) -> str:
        """How the impact is shared out: shapley, aumann-shapley (more than 16 strategies) or permutations."""
        raise NotImplementedError
