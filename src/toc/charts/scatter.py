"""Points by two numbers, each with its name, over lines and fields that help to read them."""

from collections.abc import Sequence

from attrs import frozen

from toc.charts.axis import Axis, Say, axis
from toc.charts.chart import WIDTH, Chart
from toc.charts.labels import ACROSS, Label, Placed, Stretch, beside, beside_or_in_column, column_height, overlap
from toc.charts.legend import legend
from toc.charts.pen import LEADING, PLAIN, SMALL, Mark, bar, dot, paragraph, rule, text
from toc.scene.measure import width, wrap_evenly
from toc.scene.scene import Box
from toc.scene.theme import Theme

LEFT, RIGHT, TOP, BELOW = 62, 18, 10, 46
HEIGHT = 400
COLUMN = 236
LABEL = 160
# Free room along the edges, so that points at the ends of the axes stand clear of them.
EDGE = 12
MOST = 36


@frozen
class Point:
    """A point: what it is called, what is said of it in full, where it is, and how it is marked."""

    name: str
    says: str
    x: float
    y: float
    mark: Mark


@frozen
class Ray:
    """A line y = `slope` times x from the origin, with its name at its end."""

    slope: float
    name: str
    dashed: bool = False


@frozen
class Fields:
    """Four fields that meet at a point, with their names: top left, top right, bottom left, bottom right."""

    x: float
    y: float
    names: tuple[str, str, str, str]


@frozen
class Scatter:
    """Points between two axes, the words around them, and what helps to read them.

    `bounds` are the least and greatest numbers to show on each axis beside those of the points.
    """

    name: str
    title: str
    note: str
    says: str
    points: tuple[Point, ...]
    x: str
    y: str
    say: Say
    marks: tuple[tuple[Mark, str], ...] = ()
    rays: tuple[Ray, ...] = ()
    fields: Fields | None = None
    bounds: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


def scatter(wanted: Scatter, look: Theme) -> Chart:
    """Return the chart; of more than 36 points the first 36 are named, the others tell their names when pointed at."""
    named = wanted.points[:MOST]
    frame = _frame(wanted, WIDTH - RIGHT, HEIGHT)
    helps, labels = _Helps(wanted, frame), _labels(named, frame, LABEL)
    placed = beside(labels, _inner(frame), helps.boxes, [*helps.lines, *helps.axes])
    if None not in placed:
        return _drawn(wanted, frame, helps, [each for each in placed if each], look)
    right = WIDTH - RIGHT - COLUMN - ACROSS
    tallest = max(HEIGHT, column_height(_labels(named, frame, COLUMN)))
    heights = (*range(HEIGHT, tallest, HEIGHT // 4), tallest)
    return next(chart for height in heights if (chart := _with_column(wanted, named, right, height, tallest, look)))


def _with_column(
    wanted: Scatter, named: Sequence[Point], right: float, height: int, tallest: int, look: Theme
) -> Chart | None:
    """The chart with the names that find no room in a column at its side; None where the column is too short."""
    frame = _frame(wanted, right, height)
    helps, labels = _Helps(wanted, frame), _labels(named, frame, LABEL)
    column = Box(round(right) + ACROSS, TOP, COLUMN, height)
    placed = beside_or_in_column(
        labels, _labels(named, frame, COLUMN), _inner(frame), helps.boxes, [*helps.lines, *helps.axes], column
    )
    if height < tallest and any(each.box.bottom > column.bottom + 2 for each in placed):
        return None
    return _drawn(wanted, frame, helps, placed, look)


@frozen
class _Frame:
    x: Axis
    y: Axis

    @property
    def box(self) -> Box:
        """The plot."""
        left, top = round(self.x.start) - EDGE, round(self.y.end) - EDGE
        return Box(left, top, round(self.x.end) + EDGE - left, round(self.y.start) + EDGE - top)


def _inner(frame: _Frame) -> Box:
    box = frame.box
    return Box(box.x + 4, box.y, box.width - 4, box.height - 2)


def _frame(wanted: Scatter, right: float, height: float) -> _Frame:
    low_x, high_x, low_y, high_y = wanted.bounds
    xs, ys = [point.x for point in wanted.points], [point.y for point in wanted.points]
    return _Frame(
        axis(wanted.x, min([low_x, *xs]), max([high_x, *xs]), LEFT + EDGE, right - EDGE, wanted.say),
        axis(wanted.y, min([low_y, *ys]), max([high_y, *ys]), TOP + height - EDGE, TOP + EDGE, wanted.say),
    )


class _Helps:
    """The rays and fields of a scatter, placed: the boxes of their names, and their lines."""

    def __init__(self, wanted: Scatter, frame: _Frame) -> None:
        points = [Box(round(frame.x.at(one.x)) - 9, round(frame.y.at(one.y)) - 9, 18, 18) for one in wanted.points]
        self.rays: list[tuple[Ray, Stretch, Box]] = []
        for ray in wanted.rays:
            self.rays.append((ray, *_ray(ray, frame, points, [name for _ray, _line, name in self.rays])))
        self.names = _names_of_fields(wanted.fields, frame, points) if wanted.fields else []
        self.boxes = [box for _ray, _line, box in self.rays] + [box for _name, box, _anchor in self.names]
        self.lines: list[Stretch] = [line for _ray, line, _box in self.rays]
        box, zero = frame.box, (frame.x.at(0), frame.y.at(0))
        self.axes: list[Stretch] = [((zero[0], box.y), (zero[0], box.bottom)), ((box.x, zero[1]), (box.right, zero[1]))]
        if wanted.fields:
            x, y = frame.x.at(wanted.fields.x), frame.y.at(wanted.fields.y)
            self.lines += [((x, box.y), (x, box.bottom)), ((box.x, y), (box.right, y))]


def _ray(ray: Ray, frame: _Frame, points: Sequence[Box], names: Sequence[Box]) -> tuple[Stretch, Box]:
    """The line, and its name above it, as near to its end as points and the names of others leave room."""
    end = min(frame.x.high, frame.y.high / ray.slope)
    size, box = round(width(ray.name, SMALL)), frame.box
    places = []
    for tenths in range(20, 6, -1):
        x, y = frame.x.at(end * tenths / 20), frame.y.at(end * ray.slope * tenths / 20)
        top = max(y - LEADING - 3, box.y + 1)
        places.append(Box(max(round(x) - size - 6, box.x + 4), round(top), size, LEADING))
    taken = [*points, *names]
    place = next((each for each in places if not any(overlap(each, other) for other in taken)), places[0])
    return ((frame.x.at(0), frame.y.at(0)), (frame.x.at(end), frame.y.at(end * ray.slope))), place


def _names_of_fields(fields: Fields, frame: _Frame, points: Sequence[Box]) -> list[tuple[str, Box, str]]:
    """Each name in its corner, or beside it where points stand there."""
    box, found = frame.box, []
    for number, name in enumerate(fields.names):
        size = round(width(name, SMALL))
        right, below = number % 2, number // 2
        top = box.bottom - EDGE - LEADING - 3 if below else box.y + EDGE + 3
        places = [
            Box(box.right - size - 6 - shift if right else box.x + 6 + shift, top, size, LEADING)
            for shift in range(0, max(1, box.width // 2 - size), 16)
        ]
        place = next((each for each in places if not any(overlap(each, point) for point in points)), places[0])
        found.append((name, place, "end" if right else "start"))
    return found


def _labels(points: Sequence[Point], frame: _Frame, limit: float) -> list[Label]:
    found = []
    for point in points:
        lines = wrap_evenly(point.name, limit, PLAIN, 2)
        found.append(
            Label(
                frame.x.at(point.x), frame.y.at(point.y), lines, max((width(line, PLAIN) for line in lines), default=0)
            )
        )
    return found


def _drawn(wanted: Scatter, frame: _Frame, helps: _Helps, placed: Sequence[Placed], look: Theme) -> Chart:
    box, roles = frame.box, look.roles
    parts = [bar(box, roles["card"]), *_grid(frame, look)]
    parts += [rule(*line[0], *line[1], roles["muted"], 1, "2 4") for line in helps.lines[len(helps.rays) :]]
    for ray, line, _name in helps.rays:
        parts.append(rule(*line[0], *line[1], roles["muted"], 1.4, "7 5" if ray.dashed else ""))
    parts += [rule(*each.leader[0], *each.leader[1], roles["muted"], 0.8) for each in placed if each.leader]
    for ray, _line, name in helps.rays:
        parts.append(text(name.x, name.bottom - 4, ray.name, SMALL, roles["muted"], halo=roles["card"]))
    for content, place, anchor in helps.names:
        x = place.right if anchor == "end" else place.x
        parts.append(text(x, place.bottom - 4, content, SMALL, roles["muted"], anchor, roles["card"]))
    ordered = sorted(wanted.points, key=lambda point: (point.y, point.x))
    parts += [dot(frame.x.at(point.x), frame.y.at(point.y), point.mark, look, point.says) for point in ordered]
    parts += [_label(each, look) for each in placed]
    below = box.bottom + BELOW
    signs, height = legend(wanted.marks, LEFT, below, WIDTH - LEFT - RIGHT, look)
    return Chart(wanted.name, wanted.title, wanted.note, wanted.says, WIDTH, below + height, "".join([*parts, signs]))


def _label(placed: Placed, look: Theme) -> str:
    x = {"start": placed.box.x, "end": placed.box.right}.get(placed.anchor, placed.box.x + placed.box.width / 2)
    y = placed.box.y + LEADING - 4
    return paragraph(x, y, placed.lines, PLAIN, look.roles["ink"], placed.anchor, look.roles["card"])


def _grid(frame: _Frame, look: Theme) -> list[str]:
    box, roles, parts = frame.box, look.roles, []
    for at, said in frame.x.ticks():
        parts.append(rule(at, box.y, at, box.bottom + 4, roles["rule"]))
        parts.append(text(at, box.bottom + 18, said, SMALL, roles["muted"], "middle"))
    for at, said in frame.y.ticks():
        parts.append(rule(box.x - 4, at, box.right, at, roles["rule"]))
        parts.append(text(box.x - 8, at + 4, said, SMALL, roles["muted"], "end"))
    zero = frame.y.at(0)
    parts.append(rule(frame.x.at(0), box.y, frame.x.at(0), box.bottom, roles["muted"], 1.2))
    parts.append(rule(box.x, zero, box.right, zero, roles["muted"], 1.2))
    parts.append(text((box.x + box.right) / 2, box.bottom + 36, frame.x.title, SMALL, roles["ink"], "middle"))
    x, y = 14, round((box.y + box.bottom) / 2)
    turned = text(0, 0, frame.y.title, SMALL, roles["ink"], "middle")
    parts.append(f'<g transform="translate({x} {y}) rotate(-90)">{turned}</g>')
    return parts
