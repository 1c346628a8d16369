"""Theories made by hand: a small builder, the school canteens of the valley, and whatever Hypothesis draws."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from toc.api import check
from toc.model.elements import Element, Key, Label, Properties, Property, Quantity, Reference, Text, Value, Word
from toc.model.links import VERBS, Link
from toc.model.theory import Theory
from toc.workspace import MemoryReader

FILE = "model.toc"


def key(name: str) -> Key:
    """Return the key of `name`."""
    return Key(FILE, name)


def label(text: str) -> Label:
    """Return `text` as a label."""
    return Label((Text(text),)) if text else Label()


def element(
    kind: str, name: str, text: str = "", parent: str | None = None, variety: str | None = None, **properties: object
) -> Element:
    """Return an element; properties are words, or ids where they begin with `@`."""
    items = []
    for found, value in properties.items():
        values = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else []
        items.append(Property(found, tuple(_value(str(one)) for one in values)))
    return Element(key(name), kind, label(text), variety, Properties(tuple(items)), key(parent) if parent else None)


def _value(text: str) -> Value:
    return Reference(key(text[1:])) if text.startswith("@") else Word(text)


def link(
    sources: str,
    target: str,
    verb: str = "contributes",
    strength: str | float | None = None,
    *,
    feedback: bool = False,
    uncertain: bool = False,
    because: str = "",
) -> Link:
    """Return a link; several sources are written with `&`."""
    found = Quantity(strength) if isinstance(strength, float) else Word(strength) if strength else None
    properties = Properties((Property("because", text=label(because)),)) if because else Properties()
    keys = tuple(key(source.strip()) for source in sources.split("&"))
    return Link(keys, key(target), verb, found, feedback, uncertain, properties)


def theory(elements: Sequence[Element], links: Sequence[Link], title: str = "", language: str = "en") -> Theory:
    """Return the theory of `elements` and `links`, in the order of their keys."""
    languages = Properties((Property("languages", (Word(language),)),))
    head = Element(key("theory"), "theory", label(title), None, languages) if title else None
    every = sorted([*elements, *([head] if head else [])], key=lambda found: found.key)
    ordered = sorted(links, key=lambda found: (found.target, found.sources, found.verb))
    return Theory(FILE, head, {found.key: found for found in every}, tuple(ordered), frozenset(), (FILE,))


def canteens() -> Theory:
    """The canteens of the valley: five lanes, three verbs, a gate, feedback, a ceiling."""
    elements = [
        element(
            "vision", "vision", "2035 : chaque enfant de la vallée mange à sa faim, sainement et localement, à l’école"
        ),
        *(
            element("pathway", name, text)
            for name, text in (
                ("p1", "Producteurs"),
                ("p2", "Collectivités"),
                ("p3", "Équipes de cuisine"),
                ("p4", "Écoles et familles"),
            )
        ),
        element("outcome", "r1", "Les cantines servent 80 % de produits locaux et durables", "p1", sphere="influence"),
        element("outcome", "r2", "Les familles modestes accèdent gratuitement à la cantine", "p2", sphere="interest"),
        element("outcome", "r4", "Les enfants reconnaissent et aiment les aliments de saison", "p4", sphere="interest"),
        element(
            "precondition",
            "c1",
            "La filière maraîchère approvisionne les cuisines toute l’année",
            "p1",
            sphere="influence",
        ),
        element("precondition", "c2", "La tarification sociale est votée et financée", "p2", sphere="influence"),
        element(
            "precondition", "c3", "Les équipes maîtrisent une cuisine végétale savoureuse", "p3", sphere="influence"
        ),
        element("precondition", "c4", "Chaque classe cultive et cuisine son potager", "p4", sphere="influence"),
        element("precondition", "d1", "Vingt maraîchers signent un contrat pluriannuel", "p1"),
        element("precondition", "d2", "Les élus s’engagent sur un budget d’achat de qualité", "p2"),
        element("precondition", "d3", "Les cuisinières et cuisiniers sont formés et reconnus", "p3"),
        element("precondition", "d4", "Chaque école dispose d’un espace à cultiver", "p4"),
        element("precondition", "d5", "Les parents d’élèves se mobilisent", "p4"),
        element("strategy", "s1", "Créer une centrale d’achat coopérative", "p1"),
        element("strategy", "s2", "Plaidoyer : « la cantine, œuvre commune »", "p2"),
        element("strategy", "s3", "École des chefs : compagnonnage entre pairs", "p3"),
        element("strategy", "s4", "Kits potager et mentorat d’aînés", "p4"),
        element("strategy", "s5", "Collectif de parents ambassadeurs", "p4"),
    ]
    links = [
        link("s1", "d1", strength="strong"),
        link("d1", "c1", "requires"),
        link("c1", "r1", strength="strong"),
        link("r1", "vision", strength="strong"),
        link("s2", "d2", strength="strong"),
        link("d2", "c2", "requires"),
        link("c2", "r2", strength="strong"),
        link("r2", "vision", strength="strong"),
        link("d2", "c1", strength="weak"),
        link("s3", "d3", strength="strong"),
        link("d3", "c3", "requires"),
        link("c3", "r1", strength="weak"),
        link("c3", "r4", strength="strong"),
        link("s4", "d4", strength="weak"),
        link("s5", "d5", strength="moderate"),
        link("d4 & d5", "c4"),
        link("d5", "c2", strength="weak", uncertain=True),
        link("c4", "r4", strength="moderate"),
        link("r4", "vision", strength="moderate"),
        link("s2", "d5", strength="weak"),
        link("s1", "c3", "hinders", "weak"),
        link("vision", "d5", strength="weak", feedback=True),
    ]
    return theory(elements, links, "Cantines de la vallée — théorie du changement", "fr")


KINDS = ("strategy", "output", "precondition", "outcome", "factor", "vision")
WORDS = ("families", "l’école", "a", "«", "»", ":", "80 %", "30 000", "人々が", "🌱", "<b>", "&amp;", "]]>", "x" * 60)
SPHERES = (None, None, None, "control", "influence", "interest")
STRENGTHS = (None, "weak", "moderate", "strong", "decisive", 0.0, 0.37, 1.0)


@st.composite
def labels(draw: DrawFn) -> str:
    """Draw a label: a few words, or anything at all."""
    words = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
    return draw(st.one_of(words, st.text(max_size=60)))


@st.composite
def theories(draw: DrawFn, most: int = 14, lanes: int = 4) -> Theory:
    """Draw a theory of any shape: circles, gates, parallel links, links from visions, elements without links."""
    count = draw(st.integers(0, most))
    pathways = draw(st.integers(0, lanes))
    elements = [element("pathway", f"p{number}", draw(labels())) for number in range(pathways)]
    for number in range(count):
        kind = draw(st.sampled_from(KINDS))
        parent = draw(st.sampled_from([None, *(f"p{at}" for at in range(pathways))])) if kind != "vision" else None
        sphere = draw(st.sampled_from(SPHERES))
        properties = {"sphere": sphere} if sphere else {}
        elements.append(element(kind, f"e{number}", draw(labels()), parent, **properties))
    links = []
    for _ in range(draw(st.integers(0, 2 * count))):
        sources = draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=3, unique=True))
        links.append(
            link(
                " & ".join(f"e{source}" for source in sources),
                f"e{draw(st.integers(0, count - 1))}",
                draw(st.sampled_from(("contributes", "hinders") if len(sources) > 1 else VERBS)),
                draw(st.sampled_from(STRENGTHS)),
                feedback=draw(st.booleans()),
                uncertain=draw(st.booleans()),
            )
        )
    return theory(elements, links, draw(labels()), draw(st.sampled_from(("en", "fr"))))


def read(text: str) -> Theory:
    """Return the theory that a file says."""
    return check(FILE, reader=MemoryReader({FILE: text}), select=()).theory
