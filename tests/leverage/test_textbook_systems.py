"""Systems of other fields through the same engine: reliability networks, and fuzzy cognitive maps for comparison."""

import math
from collections.abc import Sequence

import pytest
from leverage.models import case, graph_of

from toc.leverage.graph import modes
from toc.leverage.impacts import Impacts


def bridge() -> Impacts:
    """Return the bridge: each of its lines is a strategy and connects only if chosen; the middle one both ways."""
    read = case("reliability_bridge")
    links, leaks, names = [], {}, []
    for number, (start, end) in enumerate(read["edges"]):
        names.append(f"line{number}")
        ways = [(start, end)] + ([(end, start)] if number == 4 else [])
        for a, b in ways:
            gate = f"way{a}{b}"
            leaks[gate] = 1.0
            links += [(f"node{a}", gate, "requires", 1.0), (names[-1], gate, "requires", 1.0)]
            links.append((gate, f"node{b}", "contributes", 1.0))
    sources = {f"node{read['source_node']}": 1.0}
    graph = graph_of(links, strategies=names, visions=(f"node{read['target']}",), leaks=leaks, sources=sources)
    return Impacts(graph, modes(graph))


def test_the_bridge_network_has_its_reliability() -> None:
    """All portfolios of lines, weighed by how likely they are, give the textbook's reliability of the bridge."""
    table = bridge().table

    def reliability(p: float) -> float:
        return math.fsum(
            p ** bits.bit_count() * (1 - p) ** (5 - bits.bit_count()) * table[bits] for bits in range(1 << 5)
        )

    assert reliability(0.9) == pytest.approx(case("reliability_bridge")["expected"], abs=1e-12)
    assert reliability(0.4) == pytest.approx(2 * 0.4**2 + 2 * 0.4**3 - 5 * 0.4**4 + 2 * 0.4**5, abs=1e-12)


def steady_state(weights: Sequence[Sequence[float]], start: Sequence[float], rule: str) -> list[float]:
    """Return where a fuzzy cognitive map comes to rest; a row of `weights` holds what one concept acts on."""
    now = list(start)
    for _step in range(50):
        own = [2 * value - 1 if rule == "rescaled" else value for value in now]
        kept = [0.0 if rule == "kosko" else value for value in own]
        following = [
            1 / (1 + math.exp(-(kept[j] + sum(own[i] * weights[i][j] for i in range(len(now))))))
            for j in range(len(now))
        ]
        settled = max(abs(new - old) for new, old in zip(following, now, strict=True)) < 0.001
        now = following
        if settled:
            break
    return now


@pytest.mark.parametrize("rule", ["kosko", "modified_kosko", "rescaled"])
def test_a_fuzzy_cognitive_map_rests_where_published(rule: str) -> None:
    """The published map of eight concepts comes to rest at the published values, under each of the three rules."""
    read = case("fcm_dikopoulou_papageorgiou")
    found = steady_state(read["weights_row_is_source"], read["initial"], rule)

    assert found == pytest.approx(read["expected"][rule], abs=read["tolerance"])


def test_a_fuzzy_cognitive_map_forgets_its_start() -> None:
    """From nothing and from everything the map comes to the same rest: a strategy that starts it has no impact there.

    That is why degrees, and not such maps, measure impact.
    """
    weights = case("fcm_dikopoulou_papageorgiou")["weights_row_is_source"]
    from_nothing, from_everything = (steady_state(weights, [start] * 8, "modified_kosko") for start in (0.0, 1.0))

    assert from_nothing == pytest.approx(from_everything, abs=0.005)
