"""What can be had for how much: a line that rises in steps, with what stands at its steps below."""

from collections.abc import Callable, Sequence

from attrs import frozen

from toc.charts.axis import Axis, Say, axis
from toc.charts.chart import WIDTH, Chart
from toc.charts.pen import LEADING, PLAIN, SMALL, STRONG, bar, paragraph, rule, text
from toc.scene.drawing import escaped
from toc.scene.measure import wrap
from toc.scene.scene import Box
from toc.scene.theme import Theme

LEFT, RIGHT, TOP, BELOW = 62, 46, 12, 58
HEIGHT = 280
NUMBER = 10
APART = 2 * NUMBER + 3
LINES = 3


@frozen
class Step:
    """What is had from `x` on: `y`; `told` says it in a few words, `says` in full."""

    x: float
    y: float
    told: str
    says: str


@frozen
class Steps:
    """A line through all of `steps`, in their order, and the words around it; `most` of them are told below it.

    `limit` is a place on the x axis to be marked, such as a budget, with its name.
    """

    name: str
    title: str
    note: str
    says: str
    steps: tuple[Step, ...]
    x: str
    y: str
    say_x: Say
    say_y: Say
    limit: tuple[float, str] | None = None
    most: int = 10


def steps(wanted: Steps, look: Theme) -> Chart:
    """Return the chart."""
    reach = [step.x for step in wanted.steps] + ([wanted.limit[0]] if wanted.limit else [])
    xs = axis(wanted.x, 0.0, max(reach, default=1.0), LEFT, WIDTH - RIGHT, wanted.say_x)
    ys = axis(
        wanted.y,
        min([0.0, *(step.y for step in wanted.steps)]),
        max([0.0, *(step.y for step in wanted.steps)]),
        TOP + HEIGHT,
        TOP,
        wanted.say_y,
    )
    shown = worth_telling(wanted.steps, wanted.most, lambda one, two: _apart(one, two, xs, ys))
    parts = [bar(Box(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT), look.roles["card"]), *_grid(xs, ys, look)]
    parts.append(_line(wanted.steps, xs, ys, look))
    parts += _limit(wanted, xs, look)
    for number, step in enumerate(shown, 1):
        parts.append(_numbered(xs.at(step.x), ys.at(step.y), number, step, look))
    y = TOP + HEIGHT + BELOW
    for number, step in enumerate(shown, 1):
        lines = wrap(step.told, WIDTH - LEFT - RIGHT - 10, PLAIN, LINES)
        parts.append(text(LEFT - 8, y + 4, str(number), STRONG, look.roles["title"], "end"))
        parts.append(paragraph(LEFT + 4, y + 4, lines, PLAIN, look.roles["ink"]))
        y += LEADING * len(lines) + 6
    return Chart(wanted.name, wanted.title, wanted.note, wanted.says, WIDTH, y, "".join(parts))


def worth_telling(
    found: Sequence[Step], most: int, apart: Callable[[Step, Step], bool] = lambda _one, _two: True
) -> tuple[Step, ...]:
    """Return at most `most` of the steps: the last, and those by which a line of fewer steps stays nearest to all.

    No two of them are nearer than `apart` allows, but the last is always there.
    """
    if not found:
        return ()
    kept = [found[-1]]
    while len(kept) < most:
        gains = [
            (_lost(kept, step), number)
            for number, step in enumerate(found)
            if step not in kept and all(apart(step, other) for other in kept)
        ]
        best = max(gains, key=lambda gain: (gain[0], -gain[1]), default=(0.0, 0))
        if best[0] <= 0:
            break
        kept.append(found[best[1]])
    return tuple(sorted(kept, key=lambda step: step.x))


def _lost(kept: Sequence[Step], step: Step) -> float:
    """The area between the line through the steps kept and the line that also has `step`."""
    below = max((other.y for other in kept if other.x <= step.x), default=0.0)
    following = (
        min(other.x for other in kept if other.x > step.x) if any(other.x > step.x for other in kept) else step.x
    )
    return (following - step.x) * (step.y - below)


def _apart(one: Step, two: Step, xs: Axis, ys: Axis) -> bool:
    return max(abs(xs.at(one.x) - xs.at(two.x)), abs(ys.at(one.y) - ys.at(two.y))) >= APART


def _line(found: Sequence[Step], xs: Axis, ys: Axis, look: Theme) -> str:
    path = f"M{round(xs.at(0))} {round(ys.at(0))}"
    path += "".join(f"H{round(xs.at(step.x))}V{round(ys.at(step.y))}" for step in found)
    ink = look.hues["blue"].line
    return f'<path d="{path}" fill="none" stroke="{ink}" stroke-width="2.4" stroke-linejoin="round"/>\n'


def _limit(wanted: Steps, xs: Axis, look: Theme) -> list[str]:
    if wanted.limit is None:
        return []
    at, name = xs.at(wanted.limit[0]), wanted.limit[1]
    ink = look.hues["orange"].line
    near = at > (LEFT + WIDTH) / 2
    return [
        rule(at, TOP, at, TOP + HEIGHT, ink, 1.6, "7 5"),
        text(
            at - 6 if near else at + 6,
            TOP + HEIGHT - 8,
            name,
            SMALL,
            ink,
            "end" if near else "start",
            look.roles["card"],
        ),
    ]


def _numbered(x: float, y: float, number: int, step: Step, look: Theme) -> str:
    says, ink = escaped(step.says), look.hues["blue"].line
    circle = f'<circle cx="{round(x)}" cy="{round(y)}" r="{NUMBER}" fill="{ink}" stroke="{look.roles["card"]}"/>'
    digit = text(x, y + 4, str(number), STRONG, look.roles["card"], "middle")
    return f'<g role="img" aria-label="{says}"><title>{says}</title>{circle}{digit}</g>\n'


def _grid(xs: Axis, ys: Axis, look: Theme) -> list[str]:
    roles, parts, bottom = look.roles, [], TOP + HEIGHT
    for at, said in xs.ticks():
        parts.append(rule(at, TOP, at, bottom + 4, roles["rule"]))
        parts.append(text(at, bottom + 18, said, SMALL, roles["muted"], "middle"))
    for at, said in ys.ticks():
        parts.append(rule(LEFT - 4, at, WIDTH - RIGHT, at, roles["rule"]))
        parts.append(text(LEFT - 8, at + 4, said, SMALL, roles["muted"], "end"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, bottom + 36, xs.title, SMALL, roles["ink"], "middle"))
    turned = text(0, 0, ys.title, SMALL, roles["ink"], "middle")
    parts.append(f'<g transform="translate(14 {TOP + HEIGHT // 2}) rotate(-90)">{turned}</g>')
    return parts
