"""Charts: every text stands inside and apart from the others, few or many; what people wrote is no markup."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from charts.models import ALL, LOOK, fields, grouped, names, quadrant, ranking, rise

from toc.charts.axis import axis
from toc.charts.bars import Bars, Row, bars
from toc.charts.chart import Chart
from toc.charts.pen import DISC, Mark
from toc.charts.scatter import Point, Scatter, scatter
from toc.charts.sheet import Sheet, figure, sheet
from toc.charts.steps import Step, worth_telling
from toc.scene.measure import BOLD, REGULAR, Style, width

KEPT = Path(__file__).parents[1] / "golden" / "charts"
SVG = "{http://www.w3.org/2000/svg}"
Golden = Callable[[Path, str], None]


class Box(NamedTuple):
    """Where a text stands, in px."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def texts(chart: Chart) -> list[Box]:
    """Return where the texts of a chart stand, those along the y axis left aside."""
    root = ET.fromstring(figure(chart, LOOK))
    turned = {id(text) for group in root.iter(f"{SVG}g") if "rotate" in group.get("transform", "") for text in group}
    found = []
    for element in root.iter(f"{SVG}text"):
        if element.get("aria-hidden") or id(element) in turned:
            continue
        size = float(element.get("font-size", ""))
        style = Style(size, BOLD if element.get("font-weight") else REGULAR)
        wide = width(element.text or "", style)
        x, y = float(element.get("x", "")), float(element.get("y", ""))
        left = x - {"middle": wide / 2, "end": wide}.get(element.get("text-anchor", ""), 0)
        # From the height of capitals to a little below the line.
        found.append(Box(element.text or "", left, y - 0.73 * size, left + wide, y + 0.2 * size))
    return found


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("count", [1, 3, 5, 8, 12, 16, 23, 30])
@pytest.mark.parametrize("draw", ALL, ids=lambda draw: draw.__name__)
def test_texts_stand_apart_and_inside(draw: Callable[[int, int], Chart], count: int, seed: int) -> None:
    """No two texts of a chart overlap, and none leaves it, from one thing shown to thirty."""
    chart = draw(count, seed)
    found = texts(chart)
    outside = [
        box for box in found if box.left < 0 or box.top < 0 or box.right > chart.width or box.bottom > chart.height
    ]
    overlapping = [
        (one.text, two.text)
        for one, two in combinations(found, 2)
        if one.left < two.right and two.left < one.right and one.top < two.bottom and two.top < one.bottom
    ]

    assert outside == []
    assert overlapping == []


@pytest.mark.parametrize("count", [3, 12, 30])
@pytest.mark.parametrize("draw", [quadrant, fields], ids=lambda draw: draw.__name__)
def test_every_point_is_named(draw: Callable[[int], Chart], count: int) -> None:
    """Each of up to thirty points has its name beside it or in the column, in full or as its beginning."""
    said = " ".join(box.text for box in texts(draw(count)))

    assert [name for name in names(count) if name.split()[0][:12] not in said] == []


@pytest.mark.parametrize("draw", ALL, ids=lambda draw: draw.__name__)
@pytest.mark.parametrize("count", [6, 20])
def test_charts_as_they_are(draw: Callable[[int], Chart], count: int, golden: Golden) -> None:
    """Charts are kept, so that whoever changes how they are drawn looks at them again."""
    chart = draw(count)
    drawn = sheet(Sheet(chart.title, (), (chart,), (), "fr"), LOOK)

    golden(KEPT / f"{draw.__name__}-{count}.svg", drawn.partition("<style>")[0] + drawn.partition("</style>")[2])


def test_what_people_wrote_is_no_markup() -> None:
    """Whatever stands in a name or a remark, the sheet is well-formed, and holds no more elements than it drew."""
    nasty = '</text><script>alert(1)</script>&"\x00'
    point = Scatter(
        "q", nasty, nasty, nasty, (Point(nasty, nasty, 0.1, 0.1, Mark(DISC, "blue")),), nasty, nasty, grouped
    )
    row = Bars("b", nasty, nasty, nasty, (Row(nasty, nasty, 1.0, nasty, Mark(DISC, "blue")),))
    drawn = sheet(Sheet(nasty, (nasty,), (scatter(point, LOOK), bars(row, LOOK)), (nasty,), nasty), LOOK)
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(drawn).iter()}

    assert tags <= {"svg", "title", "desc", "style", "g", "path", "rect", "circle", "text"}


def test_the_sheet_holds_every_chart() -> None:
    """A sheet has the charts side by side, its heading and its remarks, all within its edges."""
    drawn = sheet(Sheet("Titre", ("En bref.",), (quadrant(9), rise(9), ranking(9)), ("Méthode.",), "fr"), LOOK)
    root = ET.fromstring(drawn)
    charts = [group for group in root.iter(f"{SVG}g") if group.get("class") == "chart"]

    assert [group.get("id") for group in charts] == ["chart-q", "chart-s", "chart-b"]
    assert len({group.get("transform") for group in charts}) == 3
    assert {"Titre", "En bref.", "Méthode."} <= {element.text for element in root.iter(f"{SVG}text")}


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0.0, 0.36, ["0", "0.1", "0.2", "0.3", "0.4"]),
        (-0.03, 0.5, ["-0.1", "0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
        (0.0, 14.0, ["0", "2.5", "5", "7.5", "10", "12.5", "15"]),
        (0.0, 250000.0, ["0", "50000", "100000", "150000", "200000", "250000"]),
        (0.0, 0.0, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (0.0, 0.25, ["0", "0.05", "0.1", "0.15", "0.2", "0.25"]),
    ],
)
def test_axes_have_round_numbers(low: float, high: float, told: list[str]) -> None:
    """An axis holds what it shows, in a few round steps, whatever the size of the numbers."""
    made = axis("x", low, high, 0.0, 100.0, lambda value, digits: f"{round(value, digits):g}")

    assert [text for _at, text in made.ticks()] == told
    assert 0.0 <= made.at(low) <= made.at(high) <= 100.0


def test_the_steps_that_matter_are_told() -> None:
    """Of a line of many steps those are told by which few come nearest to all: the last, and the great rises."""
    heights = [0.1, 0.11, 0.5, 0.51, 0.52, 0.9, 0.905, 0.91]
    found = [Step(float(x), y, "", "") for x, y in enumerate(heights, 1)]

    assert [step.y for step in worth_telling(found, 4)] == [0.1, 0.5, 0.9, 0.91]
    assert worth_telling(found, 99) == tuple(found)
    assert worth_telling([], 3) == ()
