"""Charts to look at and to test: of few points and of many, with French labels, near each other and far apart."""

from random import Random

from toc.charts.bars import Bars, Row, bars
from toc.charts.chart import Chart
from toc.charts.pen import DIAMOND, DISC, DOWN, SQUARE, Mark
from toc.charts.scatter import Fields, Point, Ray, Scatter, scatter
from toc.charts.steps import Step, Steps, steps
from toc.scene.theme import theme

LOOK = theme(None)
NAMES = (
    "Cafés des parents, tenus dans l'école",
    "Bibliothèque ambulante",
    "Places en crèche",
    "Guichet unique",
    "Réseau de parents",
    "Logo",
    "Campagne médiatique",
    "Accompagnement à la scolarité des élèves de troisième",
    "Formation des enseignants à l'accueil des parents",
    "Visites à domicile",
    "Transport à la demande pour les familles des hameaux",
    "Été apprenant",
    "Réforme du règlement intérieur des établissements",
    "Mentorat",
    "Anticonstitutionnellementinterminablementindéchiffrablement",
)
MARKS = ((Mark(DISC, "green"), "vaut son effort"), (Mark(DOWN, "hinders.line"), "faible levier"))
BLUE = Mark(DIAMOND, "blue")


def names(count: int) -> list[str]:
    """Return labels as people write them."""
    return [NAMES[n % len(NAMES)] + ("" if n < len(NAMES) else f" {n}") for n in range(count)]


def per_cent(value: float, digits: int) -> str:
    """Return a share as French has it."""
    return f"{100 * value:.{max(0, digits - 2)}f}\u00a0%"


def grouped(value: float, digits: int) -> str:
    """Return a number as French has it, thousands of it as for money."""
    return f"{value:,.{digits}f}".replace(",", "\u202f").replace(".", ",")


def quadrant(count: int, seed: int = 0) -> Chart:
    """Return points of which many are near the origin, and some on the same spot."""
    random = Random(seed)
    efforts = [random.choice((1, 1, 2, 4, 8)) for _ in range(count)]
    impacts = [max(-0.02, random.paretovariate(1.2) - 1) for _ in range(count)]
    points = tuple(
        Point(name, name, effort / sum(efforts), impact / sum(impacts), MARKS[impact < 0.3][0])
        for name, effort, impact in zip(names(count), efforts, impacts, strict=True)
    )
    rays = (Ray(1.0, "rapport 1"), Ray(0.5, "rapport 0,5", dashed=True))
    words = ("Effort et impact", "Au-dessus de la ligne, plus que sa part.", "Parts")
    return scatter(Scatter("q", *words, points, "part de l'effort", "part de l'impact", per_cent, MARKS, rays), LOOK)


def fields(count: int, seed: int = 0) -> Chart:
    """Return points in four fields, some in the very corners."""
    random = Random(seed)
    places = [(0.0, 1.0), (1.0, 0.0), (0.0, 0.0), *((random.random() ** 2, random.random() ** 2) for _ in range(count))]
    points = tuple(
        Point(name, name, x, y, Mark(SQUARE, "orange")) for name, (x, y) in zip(names(count), places, strict=False)
    )
    four = Fields(0.4, 0.5, ("motrices", "relais", "autonomes", "dépendantes"))
    words = ("Influence et dépendance", "Structure seulement.", "Structure")
    wanted = Scatter("f", *words, points, "dépendance", "influence", per_cent, fields=four, bounds=(0, 1, 0, 1))
    return scatter(wanted, LOOK)


def ranking(count: int, seed: int = 0) -> Chart:
    """Return bars, some of them below 0."""
    random = Random(seed)
    values = sorted((random.uniform(-0.3, 0.1) for _ in range(count)), reverse=True)
    rows = tuple(
        Row(f"{one} + {two}", one, value, f"{value:+.3f}", BLUE, "0,75 → décisif" if value > 0 else "")
        for one, two, value in zip(names(count), reversed(names(count)), values, strict=True)
    )
    return bars(Bars("b", "Synergies", "Au-dessus de 0, ensemble.", "Paires", rows, MARKS), LOOK)


def rise(count: int, seed: int = 0) -> Chart:
    """Return a line in steps, with a budget."""
    random, x, y, found = Random(seed), 0.0, 0.0, []
    for number in range(count):
        x, y = x + random.choice((1, 1, 2, 3)) * 10000, y + (1 - y) * random.random() * 0.3
        told = f"effort {x:g}, impact {y:.2f} : " + ", ".join(names(number + 1))
        found.append(Step(x, y, told, told))
    words = ("Le plus d'impact", "Pour chaque effort.", "Pas")
    wanted = Steps("s", *words, tuple(found), "effort", "impact", grouped, grouped, (70000.0, "budget 70 000"))
    return steps(wanted, LOOK)


ALL = (quadrant, fields, ranking, rise)
