"""The one door to leverage: what every strategy of a theory achieves for its effort, and why."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import evolve, frozen

from toc.leverage.choosing import best_of, front_of, portfolio_of
from toc.leverage.condition import collapse, condition, is_settled
from toc.leverage.degree import State
from toc.leverage.efforts import Efforts, efforts
from toc.leverage.figures import Carried, Critical, Gain, Pair, Portfolio, Route, SharedCause, Standing, Strategy
from toc.leverage.graph import Graph, Numbers, modes
from toc.leverage.impacts import DEGREE, WEAKEST_LINK, WORLDS, Impacts
from toc.leverage.indices import NOTHING, Indices
from toc.leverage.judgement import Judgement
from toc.leverage.knock_out import knock_outs
from toc.leverage.loops import Loop, loops
from toc.leverage.network import network
from toc.leverage.paths import Way, leading_to_visions, route, strongest_ways
from toc.leverage.portfolio import Choice
from toc.leverage.scale import DEFAULT, Scale, scales_to_check
from toc.leverage.sensitivity import assumptions_of, carried, gains
from toc.leverage.structure import standings
from toc.leverage.verdict_names import SOUND
from toc.leverage.verdicts import FEWEST, Limits, reason_withheld
from toc.model.elements import Key
from toc.model.theory import Theory

# In models with more strategies times links than this, shares stay on degrees even where a cause is shared.
MOST_IN_WORLDS = 25_000
# Pairs are told of from this interaction on, at most so many of each sign.
TOLD, PAIRS = 0.005, 5


@frozen(eq=False, slots=False)
class Leverage:
    """The leverage of a theory's strategies; everything is computed when first asked for, and kept.

    `method` is degree, worlds (yes/no worlds, drawn) or weakest-link (least and greatest); `drafts` counts ideas and
    drafts too. `draws` is how many times strengths, likelihoods and efforts are drawn from their ranges, `seed` where
    the drawing starts. The same theory and seed give the same numbers.
    """

    theory: Theory
    scale: Scale = DEFAULT
    method: str = DEGREE
    drafts: bool = False
    draws: int = 1000
    seed: int = 0

    # The network and its values -----------------------------------------------------------------------------------

    @cached_property
    def graph(self) -> Graph:
        """The network of degrees."""
        return network(self.theory, self.scale, self.drafts)

    @cached_property
    def numbers(self) -> Numbers:
        """The most likely numbers of the network."""
        return modes(self.graph)

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The strategies that can be chosen, in the order of their keys."""
        return tuple(self.graph.key_of(strategy) for strategy in self.graph.strategies)

    @cached_property
    def efforts(self) -> Efforts:
        """What each strategy asks for, in a common unit."""
        return efforts(self.theory, self.scale, self.keys)

    @property
    def state(self) -> State:
        """All values with every strategy on, by degrees (or by the weakest link, where that is the method)."""
        return self._impacts.everything

    @property
    def nothing(self) -> State:
        """All values with every strategy off."""
        return self._impacts.nothing

    def degree(self, key: Key) -> float | None:
        """Return how far `key` is achieved with every strategy on, in [0, 1]; None where it has no value."""
        node = self.graph.number_of.get(key)
        return None if node is None else self.state.values[node]

    @property
    def impact(self) -> float:
        """I(N): how far all strategies together raise the visions (mean over visions), in [-1, 1]."""
        return self.indices.impact

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The loops, and whether they settle."""
        state = self.state if self.method != WEAKEST_LINK else None
        return loops(self.graph, self.numbers, state)

    @cached_property
    def indices(self) -> Indices:
        """The numbers behind those of the strategies: on worlds where a cause is shared, unless that takes too long."""
        feasible = len(self.graph.strategies) * len(self.graph.edges) <= MOST_IN_WORLDS
        impacts = evolve(self._impacts, method=WORLDS) if self.shared_cause and feasible else self._impacts
        return Indices(self.theory, impacts, self.efforts)

    @cached_property
    def _impacts(self) -> Impacts:
        return Impacts(self.graph, self.numbers, self.method, self.seed)

    # Whether the numbers carry verdicts ---------------------------------------------------------------------------

    @cached_property
    def condition(self) -> str:
        """Whether ratios mean something: sound, saturated (whatever is left out) or collapsed (impact below .02)."""
        visions = self.graph.visions
        if not visions:
            return SOUND
        reached = sum(self.state.values[vision] for vision in visions) / len(visions)
        return condition(reached, self.impact, self.indices.ends[2])

    @cached_property
    def collapse(self) -> Key | None:
        """Where the chain dies: the first element below .05 on the strongest path; None where none is."""
        node = collapse(self.graph, self._ways, self.state.values)
        return None if node is None else self.graph.key_of(node)

    @cached_property
    def shared_cause(self) -> SharedCause | None:
        """Where one uncertain cause is counted twice, so that shares are computed on worlds; None where none is.

        Looked for with the method `degree` and three strategies or more.
        """
        if self.method != DEGREE or len(self.graph.strategies) < FEWEST:
            return None
        from toc.leverage.shared_cause import shared_cause

        return shared_cause(self.graph, self.numbers, self.seed)

    @cached_property
    def withheld(self) -> str | None:
        """Why verdicts are withheld: unsettled, saturated, collapsed, too-few, mixed-efforts; None: they are not."""
        settled = is_settled(self.graph, self.loops)
        mixed = bool(self.efforts.mixed)
        return reason_withheld(self.condition, settled=settled, strategies=len(self.keys), mixed=mixed)

    # Strategies ---------------------------------------------------------------------------------------------------

    @cached_property
    def _judgement(self) -> Judgement:
        return Judgement(self.indices, self.withheld, self.draws, self.seed)

    @property
    def strategies(self) -> tuple[Strategy, ...]:
        """Every strategy's numbers and verdicts, in the order of their keys, all draws made."""
        return self._judgement.by_all_draws

    @cached_property
    def figures(self) -> Mapping[Key, Strategy]:
        """Every strategy's numbers without any draws: no probabilities, verdicts by the most likely numbers."""
        return MappingProxyType({strategy.key: strategy for strategy in self._judgement.by_likeliest})

    @property
    def screening(self) -> Mapping[Key, Strategy]:
        """Every strategy with the verdicts that `strategies` has, drawing only as much as is needed for them."""
        return {strategy.key: strategy for strategy in self._judgement.screened(Limits())}

    @property
    def so_far(self) -> Mapping[Key, Strategy]:
        """What `screening` says where somebody asked for it before, so that nothing is computed; else nothing."""
        return self._judgement.so_far if "_judgement" in self.__dict__ else {}

    def strategy(self, key: Key) -> Strategy | None:
        """Return one strategy's numbers and verdicts, all draws made; None where `key` is none that can be chosen."""
        return next((strategy for strategy in self.strategies if strategy.key == key), None)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Pairs of strategies by interaction, greatest first: at most five of each sign, from .005 on."""
        found = sorted(self.interactions, key=lambda pair: -pair.interaction)
        told = [pair for pair in found if abs(pair.interaction) >= TOLD]
        good = [pair for pair in told if pair.interaction > 0][:PAIRS]
        return (*good, *[pair for pair in told if pair.interaction < 0][-PAIRS:])

    @cached_property
    def interactions(self) -> tuple[Pair, ...]:
        """All pairs and their interaction, in the order of their keys (of many strategies, those that stand out)."""
        found = sorted(self.indices.interactions.items())
        return tuple(Pair(self.keys[i], self.keys[j], interaction) for (i, j), interaction in found)

    @property
    def synergy(self) -> float:
        """I(N) less the sum of what each strategy achieves alone: below 0 they overlap."""
        return self.impact - sum(self.indices.ends[1])

    @property
    def synergy_degree(self) -> float | None:
        """The synergy as a part of the impact: 1 nothing works alone, 0 they add up, below 0 they overlap."""
        return self.synergy / self.impact if self.impact > NOTHING else None

    def screened(self, verdict: str, **limits: float) -> tuple[Key, ...]:
        """Return the strategies with `verdict` as `strategies` would say, drawing only as much as is needed for that.

        `limits` change where verdicts begin (see `Limits`): `ratio`, `draws`, `impact`, `alone`, `missed`.
        """
        found = self._judgement.screened(Limits(**limits))
        return tuple(strategy.key for strategy in found if verdict in strategy.verdicts)

    @property
    def draws_done(self) -> int:
        """How many draws verdicts rest on: none for fewer than three strategies, nor where a loop is unsettled."""
        return self._judgement.draws_done

    # Portfolios ---------------------------------------------------------------------------------------------------

    @cached_property
    def front(self) -> tuple[Portfolio, ...]:
        """The portfolios that nothing cheaper or as cheap beats, from the cheapest; none for mixed efforts.

        Exact up to 16 strategies, else found by a search.
        """
        return tuple(portfolio_of(choice, self.keys) for choice in self._front)

    @cached_property
    def _front(self) -> tuple[Choice, ...]:
        return front_of(self.indices)

    def best_within(self, budget: float) -> Portfolio | None:
        """Return the portfolio of the greatest impact whose effort is at most `budget`; None for mixed efforts."""
        if self.efforts.mixed:
            return None
        return portfolio_of(best_of(self.indices, self._front, budget), self.keys)

    # Elements, links and assumptions ------------------------------------------------------------------------------

    @cached_property
    def critical(self) -> tuple[Critical, ...]:
        """What part of the impact is lost with each element but the visions, most first; none where nothing is."""
        leading = leading_to_visions(self.graph).difference(self.graph.visions)
        found = knock_outs(self.graph, self.numbers, [node for node in leading if self.graph.nodes[node].key])
        critical = [Critical(self.graph.key_of(node), lost) for node, lost in found.items() if lost > NOTHING]
        return tuple(sorted(critical, key=lambda one: (-one.knock_out, one.key)))

    @cached_property
    def gains(self) -> tuple[Gain, ...]:
        """The links worth strengthening, greatest gain first (the tornado)."""
        return gains(self.graph, self.numbers, self.scale)

    @cached_property
    def assumptions(self) -> tuple[Carried, ...]:
        """What hangs on each assumption, most first."""
        return carried(self.graph, self.numbers, assumptions_of(self.graph))

    @cached_property
    def structure(self) -> tuple[Standing, ...]:
        """Influence and dependence of each element, by links alone: not for verdicts."""
        return standings(self.graph, self.numbers)

    @cached_property
    def _ways(self) -> Mapping[int, Way]:
        return strongest_ways(self.graph, self.numbers)

    def strongest_path(self, key: Key) -> Route | None:
        """Return the path of the greatest product of strengths from `key` to a vision; None where there is no path."""
        node = self.graph.number_of.get(key)
        if node is None or node not in self._ways:
            return None
        return route(self.graph, self.numbers, self._ways, node)

    # How it was done ----------------------------------------------------------------------------------------------

    def scale_check(self) -> Mapping[Key, tuple[str | None, ...]]:
        """Return each strategy's main verdict under five scales of strength words, this one first, without draws.

        Where they are not one and the same, the verdict hangs on the scale.
        """
        checks = [evolve(self, scale=scale).figures for scale in scales_to_check(self.scale)]
        return MappingProxyType({key: tuple(check[key].verdict for check in checks) for key in self.keys})

    @property
    def basis(self) -> str:
        """By what impacts are computed of which shares are taken: the method, or worlds where a cause is shared."""
        return self.indices.impacts.method

    @property
    def share_method(self) -> str:
        """How the impact is shared out: shapley, aumann-shapley (more than 16 strategies) or permutations."""
        return self.indices.method
