"""Who carries what, and with whom: strategies under way, those who take part in them, and what keeps them apart.

What is returned is in the order of keys.
"""

from collections.abc import Iterable, Mapping

from toc.model.elements import Element, Key
from toc.model.theory import Theory

NOT_UNDER_WAY = frozenset({"dropped", "idea"})


def under_way(theory: Theory) -> tuple[Element, ...]:
    """Return the strategies that are neither dropped nor mere ideas."""
    return tuple(
        strategy
        for strategy in theory.of_kind("strategy")
        if NOT_UNDER_WAY.isdisjoint(strategy.properties.words("status"))
    )


def activities(theory: Theory, strategy: Element) -> tuple[Element, ...]:
    """Return the activities of `strategy`."""
    return tuple(child for child in theory.children.get(strategy.key, ()) if child.kind == "activity")


def wholes(theory: Theory, actor: Key) -> set[Key]:
    """Return `actor` and everything that it is part of."""
    found: set[Key] = set()
    pending = [actor]
    while pending:
        key = pending.pop()
        if key not in found:
            found.add(key)
            pending.extend(theory.elements[key].properties.refs("part_of"))
    return found


def carriers(strategy: Element) -> tuple[Key, ...]:
    """Return the actors who carry `strategy` or lead it."""
    return tuple(dict.fromkeys((*strategy.properties.refs("lead"), *strategy.properties.refs("by"))))


def taking_part(theory: Theory, strategy: Element) -> tuple[Key, ...]:
    """Return the actors who carry or lead `strategy` or one of its activities."""
    doing = (key for activity in activities(theory, strategy) for key in activity.properties.refs("by"))
    return tuple(dict.fromkeys((*carriers(strategy), *doing)))


def lone_strategies(theory: Theory) -> tuple[Element, ...]:
    """Return the strategies under way in which one actor takes part alone."""
    return tuple(strategy for strategy in under_way(theory) if len(taking_part(theory, strategy)) == 1)


def led_strategies(theory: Theory, actor: Element) -> tuple[Element, ...]:
    """Return the strategies under way that `actor` leads: as their `lead`, or by carrying them alone."""
    return tuple(
        strategy
        for strategy in under_way(theory)
        if (strategy.properties.refs("lead") or strategy.properties.refs("by")) == (actor.key,)
    )


def leads_too_much(theory: Theory, actor: Element, share: float, strategies: int) -> bool:
    """Whether `actor` leads more than `share` of the strategies under way, where there are `strategies` or more."""
    total = len(under_way(theory))
    return total >= strategies and len(led_strategies(theory, actor)) > share * total


def strategies_apart(theory: Theory) -> Mapping[tuple[Key, ...], tuple[Key, ...]]:
    """Return groups of strategies that aim at the same target apart from each other, with what they aim at.

    Strategies go together where an actor (or something that two actors are part of) takes part in both, or where a
    gate joins them; one of each party stands for it.
    """
    strategies = {strategy.key: strategy for strategy in under_way(theory) if taking_part(theory, strategy)}
    found: dict[tuple[Key, ...], list[Key]] = {}
    for target, links in theory.incoming.items():
        gates = [[key for key in link.sources if key in strategies] for link in links if link.verb != "hinders"]
        aiming = sorted({key for gate in gates for key in gate})
        if len(aiming) > 1:
            joined = [*(gate for gate in gates if len(gate) > 1), *_by_actor(theory, strategies, aiming)]
            parties = _parties(aiming, joined)
            if len(parties) > 1:
                found.setdefault(parties, []).append(target)
    return {parties: tuple(sorted(found[parties])) for parties in sorted(found)}


def _by_actor(theory: Theory, strategies: Mapping[Key, Element], aiming: Iterable[Key]) -> Iterable[list[Key]]:
    shared: dict[Key, list[Key]] = {}
    for key in aiming:
        everyone = {whole for actor in taking_part(theory, strategies[key]) for whole in wholes(theory, actor)}
        for actor in everyone:
            shared.setdefault(actor, []).append(key)
    return shared.values()


def _parties(keys: Iterable[Key], joined: Iterable[list[Key]]) -> tuple[Key, ...]:
    """Return the first of each party: `joined` says which of `keys` belong together."""
    party = {key: key for key in keys}

    def first(key: Key) -> Key:
        while party[key] != key:
            party[key] = party[party[key]]
            key = party[key]
        return key

    for together in joined:
        for key in together[1:]:
            one, other = sorted((first(together[0]), first(key)))
            party[other] = one
    return tuple(sorted({first(key) for key in party}))
