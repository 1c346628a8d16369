"""The door to leverage: the worked example, laws, conditions under which nothing is judged, and what is loaded."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from leverage.models import case, graphs

from toc.analysis import analyse
from toc.config import Settings
from toc.leverage import assessment, indices
from toc.leverage.assessment import Leverage
from toc.leverage.draws import assess_draws
from toc.leverage.graph import Graph, modes
from toc.leverage.impacts import Impacts
from toc.leverage.scale import scale_of
from toc.leverage.shapley import aumann_shapley, shapley
from toc.leverage.verdict_names import COLLAPSED, MIXED, SATURATED, TOO_FEW, UNSETTLED, VERDICTS
from toc.leverage.verdicts import Limits, judged
from toc.model.elements import Key
from toc.model.theory import Theory
from toc.workspace import MemoryReader

HERE = Path(__file__).parent
SCHOOL = (HERE / "school-ready.toc").read_text("utf-8")
WORKED = case("own_worked_example_school_ready")


def theory_of(text: str) -> Theory:
    """Return the theory of a model in one file; it has no errors that would change its meaning."""
    analysis = analyse(MemoryReader({"main.toc": text}), "main.toc", Settings(select=("TOC1",)))
    assert [found.rule.name for found in analysis.diagnostics if found.rule.code < "TOC2"] == []
    return analysis.theory


def leverage_of(text: str, **options: Any) -> Leverage:
    """Return the leverage of a model in one file, without draws unless asked for."""
    return Leverage(theory_of(text), **{"draws": 0, **options})


def by_name(leverage: Leverage, number: str) -> dict[str, Any]:
    """Return one number of each strategy by its id."""
    return {strategy.key.id: getattr(strategy, number) for strategy in leverage.strategies}


def model(links: str, strategies: str = "abc", effort: str = "1") -> str:
    """Return a model with strategies of one letter, changes of two letters and the vision `v`."""
    changes = sorted(set(re.findall(r"\b[a-z]{2}\b", links)))
    lines = ['vision v "V" { for people }', 'actor people "People"']
    lines += [f'outcome {change} "{change}"' for change in changes]
    lines += [f'strategy {name} "{name}" {{ effort {effort} }}' for name in strategies]
    return "\n".join([*lines, *links.split(";")]) + "\n"


# The worked example -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("alone", WORKED["alone"]),
        ("leave_one_out", WORKED["leave_one_out"]),
        ("shapley", WORKED["shapley"]),
        ("ratio", WORKED["leverage_ratio"]),
        ("effort", list(WORKED["effort"].values())),
    ],
)
def test_the_worked_example_has_its_numbers(number: str, expected: list[float]) -> None:
    """The numbers of every strategy of the worked example are those worked out by hand, to six decimals."""
    assert list(by_name(leverage_of(SCHOOL), number).values()) == pytest.approx(expected, abs=5e-7)


def test_the_worked_example_has_its_interactions() -> None:
    """Impact, synergy and the interaction of every pair are those worked out by hand."""
    leverage = leverage_of(SCHOOL)
    found = {(pair.a.id, pair.b.id): pair.interaction for pair in leverage.interactions}
    names = list(WORKED["effort"])

    assert leverage.impact == pytest.approx(0.765794, abs=5e-7)
    assert leverage.synergy == pytest.approx(WORKED["impact_all"] - sum(WORKED["alone"]), abs=1e-9)
    assert found == pytest.approx(
        {(a, b): WORKED["interaction"][i][j] for i, a in enumerate(names) for j, b in enumerate(names) if i < j},
        abs=1e-9,
    )
    assert [(pair.a.id, pair.b.id) for pair in leverage.pairs][:2] == [("S3", "S4"), ("S2", "S4")]
    assert [(pair.a.id, pair.b.id) for pair in leverage.pairs][-1] == ("S1", "S5")


def test_the_worked_example_has_its_front() -> None:
    """The portfolios that nothing cheaper beats are those worked out: 4 of 14 effort give 86 % of the impact."""
    leverage = leverage_of(SCHOOL)
    found = {
        choice.effort: (round(choice.impact, 4), "".join(key.id for key in choice.keys)) for choice in leverage.front
    }

    assert [found[effort] for effort in (1, 3, 4, 6)] == [
        (0.375, "S5"),
        (0.5625, "S1"),
        (0.6562, "S1S5"),
        (0.6857, "S1S4S5"),
    ]
    assert [found[effort] for effort in (7, 11)] == [(0.6874, "S1S4S5S6"), (0.752, "S1S3S4S5")]
    assert found[14] == (0.7658, "S1S2S3S4S5S6")
    best = leverage.best_within(5)
    assert best is not None
    assert ([key.id for key in best.keys], [key.id for key in best.left_out]) == (
        ["S1", "S5"],
        ["S2", "S3", "S4", "S6"],
    )


def test_the_worked_example_has_its_break_even_effort() -> None:
    """Childcare places would be in proportion at an effort of 1.15 instead of 5."""
    assert by_name(leverage_of(SCHOOL), "break_even")["S3"] == pytest.approx(1.147, abs=5e-4)


def test_the_worked_example_has_its_strongest_paths() -> None:
    """The way from childcare places to the vision is four strong links, all stated."""
    route = leverage_of(SCHOOL).strongest_path(Key("main.toc", "S3"))

    assert route is not None
    assert [key.id for key in route.keys] == ["S3", "places", "access", "care", "ready"]
    assert route.product == pytest.approx(0.75**4)
    assert (route.stated, len(route.links)) == (True, 4)


def test_the_worked_example_has_its_verdicts() -> None:
    """Campaign, places and logo are weak in nearly all draws, the desk in next to none, as computed before."""
    leverage = leverage_of(SCHOOL, draws=1000)
    expected = {"S1": 0, "S2": 1, "S3": 0.997, "S4": 0.007, "S5": 0, "S6": 1}

    assert by_name(leverage, "probability_weak") == pytest.approx(expected, abs=0.005)
    assert [name for name, verdict in by_name(leverage, "verdict").items() if verdict == "weak"] == ["S2", "S3", "S6"]
    assert leverage.draws_done == 1000


@pytest.mark.parametrize(
    "limits", [{}, {"ratio": 0.9}, {"draws": 0.999}, {"ratio": 0.16, "draws": 0.6}, {"impact": 0.05}]
)
def test_screening_gives_the_verdicts_of_all_draws(limits: dict[str, float]) -> None:
    """What is found by as few draws as decide it is what all draws say, wherever verdicts begin."""
    leverage = leverage_of(SCHOOL, draws=300)
    chances = assess_draws(leverage.graph, leverage.efforts, 300, leverage.seed).chances(Limits(**limits))
    judged_by_all = [
        judged(leverage.indices.strategies[number], chance, None, Limits(**limits))
        for number, chance in enumerate(chances)
    ]

    for verdict in VERDICTS:
        expected = tuple(strategy.key for strategy in judged_by_all if verdict in strategy.verdicts)
        assert leverage.screened(verdict, **limits) == expected


# Laws -------------------------------------------------------------------------------------------------------------


def test_parts_add_up_and_a_strategy_that_does_nothing_has_none() -> None:
    """The parts of all strategies add up to the impact; one that leads nowhere has none and no route."""
    leverage = leverage_of(model("a -> aa strong; b -> aa weak; c -> cc; aa -> v strong"))
    found = by_name(leverage, "shapley")

    assert sum(found.values()) == pytest.approx(leverage.impact, abs=1e-12)
    assert (found["c"], by_name(leverage, "routes")["c"], by_name(leverage, "reach")["c"]) == (0, 0, 1)


def test_the_order_of_statements_and_the_unit_of_effort_change_nothing() -> None:
    """Neither turning the file round nor counting efforts in halves changes a ratio."""
    turned = "\n".join(reversed(model("a -> aa strong; b -> aa weak; c -> v weak; aa -> v strong").splitlines()))
    plain = model("a -> aa strong; b -> aa weak; c -> v weak; aa -> v strong", effort="2")

    assert by_name(leverage_of(turned), "ratio") == by_name(leverage_of(plain), "ratio")


@given(graphs(loops=True))
def test_parts_of_any_network_add_up(graph: Graph) -> None:
    """Whatever joins, hinders or loops, Shapley values add up to the impact, and what leads nowhere has none."""
    impacts = Impacts(graph, modes(graph))
    found = shapley(impacts.table, impacts.k)

    assert sum(found) == pytest.approx(impacts.table[-1], abs=1e-12)
    assert all(part == 0 for part, node in zip(found, graph.strategies, strict=True) if not graph.outgoing[node])


@given(graphs())
def test_gradients_of_any_network_add_up(graph: Graph) -> None:
    """Without loops Aumann-Shapley values add up to the impact, too."""
    impacts = Impacts(graph, modes(graph))

    assert sum(aumann_shapley(impacts.gradient_at)) == pytest.approx(impacts.table[-1], abs=1e-12)


def test_names_play_no_part() -> None:
    """Strategies called otherwise, and so in another order, have the same numbers."""
    links = "a -> aa strong; b -> aa weak; c -> cc moderate; aa -> v strong; cc -> v weak; b -> cc weak"
    found = by_name(leverage_of(model(links)), "shapley")
    renamed = by_name(leverage_of(model(links.replace("a -> aa", "z -> aa"), "zbc")), "shapley")

    assert renamed == pytest.approx({"z": found["a"], "b": found["b"], "c": found["c"]}, abs=1e-12)


def test_equal_strategies_have_equal_parts() -> None:
    """Three strategies that do the same share alike, and each pulls its weight."""
    leverage = leverage_of(model("a, b, c -> aa strong; aa -> v strong"))

    assert list(by_name(leverage, "ratio").values()) == pytest.approx([1, 1, 1])
    assert set(by_name(leverage, "verdict").values()) == {"pulls-its-weight"}


def test_two_halves_are_not_the_whole() -> None:
    """A strategy split into two of half the effort, side by side, does not keep its share: each half acts fully."""
    whole = leverage_of(model("a -> aa strong; b -> aa strong; c -> v strong; aa -> v strong"))
    halves = leverage_of(model("a -> aa strong; d -> aa strong; b -> aa strong; c -> v strong; aa -> v strong", "abcd"))

    together = by_name(halves, "share")["a"] + by_name(halves, "share")["d"]
    assert together > by_name(whole, "share")["a"] + 0.05


def test_many_strategies_are_shared_out_by_gradients() -> None:
    """Above 16 strategies the Aumann-Shapley value is taken; on a tree it is Shapley's, and adds up."""
    names = "abcdefghijklmnopqrst"
    links = ";".join([*(f"{name} -> xx weak" for name in names), "xx -> v strong"])
    leverage = leverage_of(model(links, names))

    assert leverage.share_method == "aumann-shapley"
    assert list(by_name(leverage, "shapley").values()) == pytest.approx([leverage.impact / 20] * 20, abs=1e-12)
    assert leverage.front[-1].keys == leverage.keys


@pytest.mark.parametrize("method", ["weakest-link", "worlds"])
def test_other_methods_have_shares_too(method: str) -> None:
    """By the weakest link and by worlds, parts add up to the impact as well."""
    leverage = leverage_of(SCHOOL, method=method)

    assert sum(by_name(leverage, "shapley").values()) == pytest.approx(leverage.impact, abs=1e-9)
    assert by_name(leverage, "verdict")["S6"] == "weak"


# Elements, links, assumptions -------------------------------------------------------------------------------------


def test_links_are_worth_strengthening_by_what_they_would_bring() -> None:
    """The gain of a link is its gradient times the step to the next word; no link of a requirement is among them."""
    leverage = leverage_of(SCHOOL)
    first = leverage.gains[0]

    assert (first.link.sources[0].id, first.link.target.id, first.next_word) == ("talk", "ready", "decisive")
    assert first.gain == pytest.approx(first.gradient * (0.95 - 0.75), abs=1e-12)
    assert {gain.link.verb for gain in leverage.gains} == {"contributes"}


def test_a_hindrance_is_worth_weakening() -> None:
    """For what hinders, the next word is the weaker one, and the gain is positive."""
    leverage = leverage_of(model("a, b, c -> aa strong; aa -> v strong; bb -| v strong; a -> bb weak"))
    found = [gain for gain in leverage.gains if gain.link.verb == "hinders"]

    assert [gain.next_word for gain in found] == ["moderate"]
    assert all(gain.gain > 0 for gain in leverage.gains)


def test_assumptions_carry_what_hangs_on_them() -> None:
    """An assumption under the only way in carries all the impact, one under nothing that matters carries none."""
    text = model("a, b, c -> aa strong; aa -> v strong { assuming hope }")
    text += 'assumption hope "Hope" { likelihood likely }\nassumption else_where "Elsewhere" { likelihood likely }\n'
    leverage = leverage_of(text)

    assert [(found.key.id, found.share, found.likelihood) for found in leverage.assumptions] == [("hope", 1, 0.68)]
    assert leverage.assumptions[0].criticality == pytest.approx(leverage.impact / 0.68)


def test_what_is_stated_is_known() -> None:
    """A strategy is stated where every link from it to the vision has a strength."""
    leverage = leverage_of(model("a -> aa strong; b -> aa; c -> bb weak; aa -> v strong; bb -> v weak"))

    assert by_name(leverage, "stated") == {"a": True, "b": False, "c": True}


def test_places_to_intervene_are_meadows() -> None:
    """`acts on` is counted from 12, parameters, to 1, transcendence; None where it is not stated."""
    text = model("a, b, c -> v strong").replace(
        'strategy a "a" { effort 1 }', 'strategy a "a" { effort 1; acts on parameters }'
    )
    text = text.replace('strategy b "b" { effort 1 }', 'strategy b "b" { effort 1; acts on transcendence }')

    assert by_name(leverage_of(text), "depth") == {"a": 12, "b": 1, "c": None}


def test_structure_is_influence_and_dependence_by_links_alone() -> None:
    """Nothing acts on strategies and the vision acts on nothing; shares are of the greatest."""
    found = {standing.key.id: standing for standing in leverage_of(SCHOOL).structure}

    assert (found["S1"].dependence, found["ready"].influence) == (0, 0)
    assert max(standing.influence for standing in found.values()) == 1


# When nothing is judged -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "condition", "withheld"),
    [
        (model("a, b, c => aa; aa => v"), "sound", None),
        (model("a, b, c -> v decisive", "abc"), SATURATED, SATURATED),
        (model("a, b, c -> aa 0.01; aa -> v 0.5"), COLLAPSED, COLLAPSED),
        (model("a, b -> v weak", "ab"), "sound", TOO_FEW),
        (model("a, b, c -> v weak").replace("effort 1", "effort 5000 EUR", 1), "sound", MIXED),
        (
            model("a, b, c -> aa strong; aa -| bb 1; bb -| cc 1 feedback; cc -| bb 1; aa -> cc; cc -> v; bb -> v"),
            "sound",
            None,
        ),
    ],
    ids=["requires", "saturated", "collapsed", "too-few", "mixed", "balancing"],
)
def test_nothing_is_judged_where_numbers_do_not_carry_it(text: str, condition: str, withheld: str | None) -> None:
    """Ratios are noise in saturated and collapsed models; two strategies or mixed units cannot be compared."""
    leverage = leverage_of(text)

    assert (leverage.condition, leverage.withheld) == (condition, withheld)
    if withheld in {SATURATED, COLLAPSED, UNSETTLED}:
        assert set(by_name(leverage, "verdicts").values()) == {()}
    if withheld in {TOO_FEW, MIXED}:
        assert not {"weak", "undecided", "dominated", "pulls-its-weight"} & set(by_name(leverage, "verdict").values())


def test_a_collapse_is_named_where_the_chain_dies() -> None:
    """Where the impact is below .02, the first change below .05 on the strongest path is named."""
    leverage = leverage_of(model("a, b, c -> aa strong; aa -> bb 0.02; bb -> v strong"))

    assert leverage.collapse == Key("main.toc", "bb")


def test_a_loop_that_reaches_no_value_withholds_every_verdict() -> None:
    """Where a loop on the way oscillates, no verdict is spoken."""
    ring = "aa -| bb 1; bb -| cc 1; cc -| aa 1 feedback"
    text = model(f"a, b, c -> aa 1; a -> bb 1; a -> cc 1; {ring}; aa -> v strong")
    leverage = leverage_of(text)

    assert {loop.state for loop in leverage.loops} <= {"settled", "oscillating"}
    assert (leverage.withheld == UNSETTLED) == any(loop.state == "oscillating" for loop in leverage.loops)


def test_harm_is_told_of_few_strategies_and_of_collapsed_models() -> None:
    """A strategy that takes something away is called harmful, whatever else cannot be said."""
    leverage = leverage_of(model("a -> aa strong; aa -> v strong; b -> bb strong; bb -| v strong", "ab"))

    assert by_name(leverage, "verdict")["b"] == "harmful"


def test_ideas_count_only_on_request_and_what_is_done_has_no_share() -> None:
    """Ideas and drafts are chosen from only with `drafts`; what is done or dropped is never chosen from."""
    text = model("a, b, c, d -> v weak", "abcd")
    for name, status in (("a", "idea"), ("b", "done"), ("c", "dropped")):
        text = text.replace(
            f'strategy {name} "{name}" {{ effort 1 }}', f'strategy {name} "{name}" {{ effort 1; status {status} }}'
        )

    assert list(by_name(leverage_of(text), "alone")) == ["d"]
    assert list(by_name(leverage_of(text, drafts=True), "alone")) == ["a", "d"]


# Scales and shared causes -----------------------------------------------------------------------------------------


def test_verdicts_that_hang_on_the_scale_are_found() -> None:
    """Each strategy has five verdicts, the first on the scale that is used."""
    leverage = leverage_of(SCHOOL)
    checked = leverage.scale_check()

    assert {key.id: verdicts[0] for key, verdicts in checked.items()} == by_name(leverage, "verdict")
    assert {len(verdicts) for verdicts in checked.values()} == {5}


def test_the_scale_of_the_workspace_counts() -> None:
    """What a word is worth comes from the scale given."""
    text = model("a, b, c -> v weak")
    weaker = leverage_of(text, scale=scale_of({"strength": {"weak": 0.1}}))

    assert weaker.impact == pytest.approx(1 - 0.9**3)
    assert leverage_of(text).impact == pytest.approx(1 - 0.75**3)


def test_a_shared_cause_is_named_and_shares_go_by_worlds() -> None:
    """Where one change is required twice over, degrees count it twice: worlds are taken, and the meeting is named."""
    leverage = leverage_of(SHARED)
    shared = leverage.shared_cause

    assert shared is not None
    assert (shared.key.id, shared.cause.id) == ("v", "mm")
    assert shared.degree == pytest.approx((1 - 0.75**3) ** 2)
    assert shared.worlds == pytest.approx(1 - 0.75**3, abs=0.02)
    assert leverage.impact == pytest.approx(shared.worlds, abs=1e-9)


SHARED = model("a, b, c -> mm weak; mm => aa; mm => bb; aa => v; bb => v")


def test_shares_stay_on_degrees_where_worlds_would_take_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a large model the shared cause is named, and shares stay on degrees; what they rest on can be asked."""
    assert leverage_of(SHARED).basis == "worlds"
    monkeypatch.setattr(assessment, "MOST_IN_WORLDS", 1)
    leverage = leverage_of(SHARED)

    assert leverage.shared_cause is not None
    assert leverage.basis == "degree"
    assert leverage.impact == pytest.approx((1 - 0.75**3) ** 2)


def test_many_strategies_in_worlds_are_shared_out_by_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all portfolios would take too long in worlds, parts come from drawn orders, and portfolios from degrees."""
    monkeypatch.setattr(indices, "EXACT_IN_WORLDS", 2)
    leverage = leverage_of(SHARED)

    assert (leverage.basis, leverage.share_method) == ("worlds", "permutations")
    assert sum(by_name(leverage, "shapley").values()) == pytest.approx(leverage.impact, abs=1e-9)
    assert leverage.front[-1].impact == pytest.approx((1 - 0.75**3) ** 2)


def test_no_cause_is_shared_in_a_tree_nor_by_strategies() -> None:
    """Strategies are decided, so that two ways from one of them are no shared cause; and a tree has none."""
    assert leverage_of(SCHOOL).shared_cause is None
    assert leverage_of(model("a -> aa; a -> bb; b -> aa; c -> bb; aa, bb => v")).shared_cause is None


# What is loaded ---------------------------------------------------------------------------------------------------

PROGRAM = """
import sys
from toc.analysis import analyse
from toc.workspace import MemoryReader
from toc.leverage.assessment import Leverage
from toc.config import Settings
theory = analyse(MemoryReader({"main.toc": sys.argv[1]}), "main.toc", Settings(select=("TOC1",))).theory
leverage = Leverage(theory, draws=int(sys.argv[2]))
leverage.strategies, leverage.front, leverage.critical, leverage.gains, leverage.screened("weak")
print("numpy" in sys.modules)
"""


@pytest.mark.parametrize(
    ("text", "draws", "expected"),
    [(model("a, b -> v weak", "ab"), "1000", "False"), (SCHOOL, "0", "False"), (SCHOOL, "1000", "True")],
    ids=["two strategies", "no draws", "draws"],
)
def test_numpy_is_loaded_only_for_draws(text: str, draws: str, expected: str) -> None:
    """Neither fewer than three strategies nor an assessment without draws loads numpy."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, text, draws], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == expected


def test_nothing_is_known_of_what_is_no_strategy() -> None:
    """What is no strategy has no numbers, and what has no value no degree."""
    leverage = leverage_of(SCHOOL)

    assert leverage.strategy(Key("main.toc", "ready")) is None
    assert leverage.degree(Key("main.toc", "town")) is None
    assert leverage.degree(Key("main.toc", "ready")) == pytest.approx(0.765794, abs=1e-6)
    assert evolve(leverage, seed=1).impact == leverage.impact
