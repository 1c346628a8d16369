"""The leverage of strategies as one JSON object, for programs."""

import json as standard
from typing import Any

from toc.leverage.figures import Strategy
from toc.leverage.scale import Amount, Scale
from toc.leverage_report.method_told import caveats_told
from toc.leverage_report.report import LeverageReport, leverage_format
from toc.leverage_report.strategies_told import reasons_told
from toc.model.elements import Key

VERSION = 1
# So many digits behind the point are the same on every machine.
DIGITS = 9


@leverage_format("json")
def json(report: LeverageReport) -> str:
    """Write the object of `docs/reference/leverage.schema.json`; only its texts depend on the language."""
    leverage = report.leverage
    content = {
        "version": VERSION,
        "impact": _rounded(leverage.impact),
        "strategies": [_strategy(one, report) for one in leverage.strategies],
        "synergy": _rounded(leverage.synergy),
        "pairs": [
            {"a": _id(pair.a, report), "b": _id(pair.b, report), "interaction": _rounded(pair.interaction)}
            for pair in leverage.pairs
        ],
        "front": [
            {"effort": _rounded(one.effort), "impact": _rounded(one.impact), "strategies": _ids(one.keys, report)}
            for one in leverage.front
        ],
        "critical": [{"id": _id(one.key, report), "knock_out": _rounded(one.knock_out)} for one in leverage.critical],
        "method": {
            "values": leverage.method,
            "share": leverage.share_method,
            "draws": leverage.draws_done,
            "seed": leverage.seed,
            "scale": _scale(leverage.scale),
        },
        "condition": leverage.condition,
        "caveats": list(caveats_told(report)),
        **_asked(report),
    }
    return standard.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _strategy(one: Strategy, report: LeverageReport) -> dict[str, Any]:
    return {
        "id": _id(one.key, report),
        "effort": _rounded(one.effort),
        "alone": _rounded(one.alone),
        "leave_one_out": _rounded(one.leave_one_out),
        "share": _rounded(one.share),
        "shapley": _rounded(one.shapley),
        "ratio": _rounded(one.ratio),
        "probability_weak": _rounded(one.probability_weak),
        "verdict": one.verdict,
        "reach": one.reach,
        "routes": one.routes,
        "reasons": list(reasons_told(report, one)),
        "withheld": one.withheld,
    }


def _asked(report: LeverageReport) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if report.best is not None:
        best = report.best
        found["budget"] = {
            "budget": report.budget,
            "effort": _rounded(best.effort),
            "impact": _rounded(best.impact),
            "strategies": _ids(best.keys, report),
            "left_out": _ids(best.left_out, report),
        }
    if report.scale_check:
        checked = report.leverage.scale_check()
        found["scale_check"] = [{"id": _id(key, report), "verdicts": list(told)} for key, told in checked.items()]
    return found


def _scale(scale: Scale) -> dict[str, Any]:
    return {
        "strength": {word: list(worth) for word, worth in scale.strength.items()},
        "likelihood": {word: list(worth) for word, worth in scale.likelihood.items()},
        "effort": {word: _amount(worth) for word, worth in scale.effort.items()},
        "units": {unit: _amount(worth) for unit, worth in scale.units.items()},
    }


def _amount(worth: Amount) -> dict[str, Any]:
    return {"value": worth.value, "unit": worth.unit}


def _ids(keys: tuple[Key, ...], report: LeverageReport) -> list[str]:
    return [_id(key, report) for key in keys]


def _id(key: Key, report: LeverageReport) -> str:
    """An element by its id; before it stands its file where that is not the model's own."""
    return key.id if key.file == report.leverage.theory.file else f"{key.file}#{key.id}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS) + 0.0
