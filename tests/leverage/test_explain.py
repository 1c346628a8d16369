"""Why strategies are weak, what they are good for, what would help: the texts in both languages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from toc.analysis import analyse
from toc.leverage.assessment import Leverage
from toc.leverage.explain import advice, good_for, reasons
from toc.messages import show
from toc.model.elements import Key
from toc.workspace import DiskReader

HERE = Path(__file__).parent
MODELS = ("poor-strategies", "school-ready")


def leverage_of(name: str) -> Leverage:
    """Return the leverage of a model of this folder, without draws."""
    return Leverage(analyse(DiskReader(HERE), f"{name}.toc").theory, draws=0)


def told(leverage: Leverage, language: str) -> Iterator[str]:
    """Yield all that is said of every strategy, line by line."""
    for key, strategy in leverage.figures.items():
        yield f"{key.id}: {', '.join(strategy.verdicts)}"
        for head, say in (("why", reasons), ("good for", good_for), ("would help", advice)):
            yield from (f"  {head}: {show(message, language)}" for message in say(leverage, key))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", MODELS)
def test_texts_are_kept(name: str, language: str, golden: Callable[[Path, str], None]) -> None:
    """What is said of the strategies of two models is as kept, in each language."""
    golden(HERE / "explained" / f"{name}.{language}.txt", "\n".join(told(leverage_of(name), language)) + "\n")


def test_two_reasons_are_given_at_most() -> None:
    """The first two reasons that hold are given, more where they are asked for, in one order."""
    leverage = leverage_of("poor-strategies")
    key = Key("poor-strategies.toc", "stall")

    assert len(reasons(leverage, key)) == 2
    assert reasons(leverage, key, most=9)[:2] == reasons(leverage, key)
    assert len(reasons(leverage, key, most=9)) > 2


def test_nothing_is_said_of_what_is_no_strategy() -> None:
    """Of what cannot be chosen there is nothing to say."""
    leverage = leverage_of("school-ready")
    key = Key("school-ready.toc", "ready")

    assert (reasons(leverage, key), good_for(leverage, key), advice(leverage, key)) == ((), (), ())
