"""Pictures of examples as they are kept: a change of them is read before it is accepted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from toc.api import load
from toc.scene.compose import compose
from toc.scene.drawing import draw
from toc.scene.options import Options
from toc.scene.theme import themes

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "tests" / "golden" / "pictures"
DAY = date(2026, 11, 1)


@pytest.mark.parametrize("name", themes())
def test_each_theme_draws_as_kept(name: str, golden: Callable[[Path, str], None]) -> None:
    """The smallest example looks as it did, in every theme."""
    scene = compose(load(ROOT / "examples" / "hello.toc"), Options(theme=name, today=DAY))

    golden(KEPT / f"hello-{name}.svg", draw(scene, fonts=False))


@pytest.mark.parametrize("view", ["leverage", "actors", "plan"])
def test_standing_views_draw_as_kept(view: str, golden: Callable[[Path, str], None]) -> None:
    """Views that every model has look as they did."""
    scene = compose(load(ROOT / "examples" / "first-job" / "first-job.toc"), Options(view=view, today=DAY))

    golden(KEPT / f"first-job-{view}.svg", draw(scene, fonts=False))


@pytest.mark.parametrize("view", ["atelier", "chemins", "niveaux", "présence"])
def test_declared_views_draw_as_kept(view: str, golden: Callable[[Path, str], None]) -> None:
    """Views that a model declares look as they did, with their theme, direction and marks."""
    scene = compose(load(ROOT / "examples" / "reussite-educative" / "theorie.toc"), Options(view=view, today=DAY))

    golden(KEPT / f"reussite-educative-{view}.svg", draw(scene, fonts=False))
