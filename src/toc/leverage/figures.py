"""What an assessment says of strategies, pairs, portfolios, links and assumptions: values, computed elsewhere."""

from attrs import frozen

from toc.leverage.graph import Spread
from toc.model.elements import Key
from toc.model.links import Link


@frozen
class Strategy:
    """One strategy's numbers.

    `effort` is in the common unit (None where units cannot be compared), `effort_share` its share of all effort;
    `effort_stated` is false where it was assumed.
    `alone` is what it achieves by itself, `leave_one_out` what is lost without it, `shapley` its fair part: the parts
    of all strategies add up to the impact. `share` is that part divided by the impact (None where that is not above 0).
    `ratio` is the share of impact divided by the share of effort (1: pulls its weight), `ratio_without` the same of
    `leave_one_out`; None where there are no shares.
    `break_even` is the effort at which its ratio would be a half: infinite where its share of impact is a half or more.
    `reach` counts the changes that it leads to, `weight` is the part of the visions among them, `routes` how many
    routes to a vision share no link, `breadth` the effective number of changes that it raises (inverse Simpson index),
    `depth` Meadows' place to intervene, 12 (parameters) to 1, the deepest stated. `stated` says whether every link
    from it to a vision has a strength of the writer's.
    Probabilities are shares of the draws, None where there were none.
    `verdicts` are all that hold, the gravest first; `verdict` is that one. `withheld` says why none is decided, or
    none that compares it with the others: saturated, collapsed, unsettled, too-few, mixed-efforts.
    """

    key: Key
    effort: float | None
    effort_stated: bool
    effort_share: float | None
    alone: float
    leave_one_out: float
    shapley: float
    share: float | None
    ratio: float | None
    ratio_without: float | None
    break_even: float | None
    reach: int
    weight: float
    routes: int
    breadth: float
    depth: int | None
    stated: bool
    probability_weak: float | None = None
    probability_harmful: float | None = None
    probability_negligible: float | None = None
    probability_dominated: float | None = None
    verdicts: tuple[str, ...] = ()
    withheld: str | None = None

    @property
    def verdict(self) -> str | None:
        """The main verdict, the gravest; None where none is decided."""
        return self.verdicts[0] if self.verdicts else None


@frozen
class Pair:
    """Two strategies and their interaction: above 0 each makes more of the other, below 0 they do the same work."""

    a: Key
    b: Key
    interaction: float


@frozen
class Portfolio:
    """Strategies chosen together: what they ask for, what they achieve, and which are left out."""

    effort: float
    impact: float
    keys: tuple[Key, ...]
    left_out: tuple[Key, ...] = ()


@frozen
class Critical:
    """An element, and what part of the impact is lost where it stays at 0: 1 is a single point of failure."""

    key: Key
    knock_out: float


@frozen
class Gain:
    """A link worth working on: dI/ds, the next word (stronger, or weaker for what hinders), and the impact won by it.

    All to first order: the gain is the gradient times the step from the most likely strength to the next word's.
    """

    link: Link
    gradient: float
    strength: Spread
    next_word: str
    next_strength: float
    gain: float


@frozen
class Carried:
    """An assumption: how much impact hangs on it.

    `criticality` is I(likelihood 1) - I(likelihood 0) (Birnbaum's importance), `share` the part of the impact that is
    lost where it is false (None where the impact is not above 0), `likelihood` the most likely number.
    """

    key: Key
    criticality: float
    share: float | None
    likelihood: float


@frozen
class SharedCause:
    """The element where paths from a common uncertain cause meet again, the cause, and the vision's two values."""

    key: Key
    cause: Key
    degree: float
    worlds: float


@frozen
class Route:
    """A path to a vision: the elements on it, its links, their strengths (times likelihoods), and the product.

    `stated` says whether every strength is the writer's.
    """

    keys: tuple[Key, ...]
    links: tuple[Link, ...]
    strengths: tuple[float, ...]
    product: float
    stated: bool


@frozen
class Standing:
    """How an element stands in the net of links: its influence and its dependence, each a share of the greatest."""

    key: Key
    influence: float
    dependence: float
