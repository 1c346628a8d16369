"""Which strategies to choose, as portfolios of a theory's strategies: exactly where there is a table, else searched."""

from toc.leverage.figures import Portfolio
from toc.leverage.indices import Indices
from toc.leverage.portfolio import Choice, best_within, front, searched, searched_front
from toc.leverage.shapley import EXACT
from toc.model.elements import Key


def front_of(indices: Indices) -> tuple[Choice, ...]:
    """Return the portfolios that nothing cheaper or as cheap beats, from the cheapest; none for mixed efforts."""
    if indices.efforts.mixed or not indices.k:
        return ()
    if indices.k <= EXACT:
        return front(indices.many_impacts.table, indices.efforts.values)
    return searched_front(indices.many_impacts, indices.efforts.values)


def best_of(indices: Indices, choices: tuple[Choice, ...], budget: float) -> Choice:
    """Return the best portfolio within `budget`; `choices` are those of `front_of`."""
    if indices.k <= EXACT:
        return best_within(choices, budget)
    found = searched(indices.many_impacts, indices.efforts.values, budget)
    return max(found, best_within(choices, budget), key=lambda choice: (choice.impact, -choice.effort))


def portfolio_of(choice: Choice, keys: tuple[Key, ...]) -> Portfolio:
    """Return a choice by the keys of its strategies, and those that it leaves out."""
    inside = [bool(choice.bits >> i & 1) for i in range(len(keys))]
    chosen = tuple(key for key, kept in zip(keys, inside, strict=True) if kept)
    left_out = tuple(key for key, kept in zip(keys, inside, strict=True) if not kept)
    return Portfolio(choice.effort, choice.impact, chosen, left_out)
