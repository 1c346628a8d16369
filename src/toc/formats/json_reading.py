"""From JSON to the theory that it describes: every fault is told with its place, and nothing is guessed."""

from collections.abc import Iterable, Iterator, Mapping
from json import JSONDecodeError, loads
from types import MappingProxyType
from typing import Any, NoReturn

from attrs import define, field

from toc.did_you_mean import closest
from toc.formats.json_cursor import Cursor
from toc.formats.json_shapes import SHAPES, concepts
from toc.formats.json_values import LANGUAGE, Surroundings
from toc.messages import _
from toc.model.elements import Element, Key, Properties, Property, Quantity, Range, Reference, Selection, Word
from toc.model.links import VERBS, Link
from toc.model.theory import Theory
from toc.model.vocabulary import KINDS, REPEATABLE, TOP, needs_id, takes

VERSION = 1
LINK = "link"
LONGEST = 500
HEAD_KEYS = ("version", "file", "files", "theory", "elements", "links")
LINK_FLAGS = ("feedback", "uncertain", "inside", "implied")
LINK_KEYS = ("sources", "verb", "target", "strength", *LINK_FLAGS, "written")


def element_keys(kind: str) -> tuple[str, ...]:
    """Return the keys of an element of `kind` besides its properties."""
    aliased = ("aliased",) if kind == "vision" else ()
    variety = ("variety",) if KINDS[kind].varied else ()
    return ("id", "file", "named", *aliased, *variety, "label", "parent", "written")


def first_language(languages: Iterable[str]) -> str | None:
    """Return the first of a theory's languages as texts are tagged with it, None where none is stated."""
    first = next(iter(languages), "").lower()
    return first if LANGUAGE.fullmatch(first) else None


def read_model(text: str) -> Theory:
    """Return the theory that `text` describes; ValueError with a Message where it is not what the schema asks for."""
    fields = Cursor(_loaded(text)).fields(HEAD_KEYS, ("version", "file", "elements"))
    if fields["version"].number() != VERSION:
        fields["version"].wrong(_("only version {version} of this format is known", version=VERSION))
    file = fields["file"].text()
    head = fields.get("theory")
    reader = _Reader(Surroundings(file, first_language(_languages(head) if head else ())))
    own = reader.element("theory", head) if head else None
    for kind, found in fields["elements"].fields(KINDS).items():
        for item in found.items():
            reader.element(kind, item)
    links = [reader.link(item) for item in fields["links"].items()] if "links" in fields else []
    reader.check()
    return Theory(
        file,
        own,
        MappingProxyType(dict(sorted(reader.elements.items()))),
        tuple(sorted(links, key=lambda link: (link.sources, link.target, link.verb))),
        frozenset(reader.aliased),
        tuple(item.text() for item in fields["files"].items()) if "files" in fields else (file,),
    )


def _loaded(text: str) -> Any:
    try:
        return loads(text.removeprefix("\ufeff"), object_pairs_hook=_object, parse_int=_whole, parse_constant=_constant)
    except JSONDecodeError as error:
        raise ValueError(
            _("this is not JSON: line {line}, column {column} cannot be read", line=error.lineno, column=error.colno)
        ) from None
    except RecursionError:
        raise ValueError(_("this JSON is nested too deeply")) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(_("`{key}` stands twice in one object", key=key))
        found[key] = value
    return found


def _whole(digits: str) -> int:
    # Python refuses to read thousands of digits; no model needs hundreds.
    if len(digits) > LONGEST:
        raise ValueError(_("this JSON holds a number that is too large"))
    return int(digits)


def _constant(constant: str) -> NoReturn:
    raise ValueError(_("`{constant}` is no number in JSON", constant=constant))


def _languages(head: Cursor) -> Iterator[str]:
    # Texts are read by the first language, so this is looked at before anything is checked.
    stated = head.value.get("languages") if isinstance(head.value, dict) else None
    return (language for language in (stated if isinstance(stated, list) else ()) if isinstance(language, str))


@define(eq=False)
class _Reader:
    """Reads elements and links; `uses` are the names to be looked up once all elements are known."""

    where: Surroundings
    elements: dict[Key, Element] = field(factory=dict)
    places: dict[Key, Cursor] = field(factory=dict)
    aliased: set[Key] = field(factory=set)
    links: list[tuple[Cursor, Link]] = field(factory=list)

    def element(self, kind: str, cursor: Cursor) -> Element:
        """Read an element of `kind`."""
        fields = cursor.fields((*element_keys(kind), *self.properties_of(kind)), ("id", "label"))
        named = "named" not in fields or fields["named"].flag()
        name = fields["id"].name() if named else fields["id"].text()
        key = Key(fields["file"].text() if "file" in fields else self.where.file, name)
        if key in self.elements:
            fields["id"].wrong(_("`{id}` is declared more than once", id=name))
        if "aliased" in fields and fields["aliased"].flag():
            self.aliased.add(key)
        element = Element(
            key,
            kind,
            self.where.label(fields["label"]),
            self.variety(kind, cursor, fields),
            self.properties(kind, fields),
            self.where.key(fields["parent"]) if "parent" in fields else None,
            named,
        )
        self.elements[key] = element
        self.places[key] = cursor
        return element

    def properties_of(self, kind: str) -> list[str]:
        """Return the properties that a `kind` takes here; what it requires is a link."""
        return sorted(takes(kind) & SHAPES.keys())

    def variety(self, kind: str, cursor: Cursor, fields: Mapping[str, Cursor]) -> str | None:
        """Read the kind word of a factor, resource, marker or urgency; others have none."""
        if not KINDS[kind].varied:
            return None
        if "variety" not in fields:
            cursor.wrong(_("`{key}` is missing", key="variety"))
        return fields["variety"].word(concepts(kind))

    def properties(self, kind: str, fields: Mapping[str, Cursor]) -> Properties:
        """Read the properties of a `kind` among `fields`, in the order of the keys or as `written` lists them."""
        found: dict[str, list[Property]] = {}
        taken = takes(kind)
        for name, cursor in fields.items():
            if name in taken:
                cursors = cursor.items() if name in REPEATABLE else (cursor,)
                found[name] = [SHAPES[name].read(name, each, self.where) for each in cursors]
        if "written" not in fields:
            return Properties(tuple(item for items in found.values() for item in items))
        order = [item.text() for item in fields["written"].items()]
        if sorted(order) != sorted(name for name, items in found.items() for _item in items):
            fields["written"].wrong(_("this is to list each property as often as it stands here"))
        return Properties(tuple(found[name].pop(0) for name in order))

    def link(self, cursor: Cursor) -> Link:
        """Read a link."""
        fields = cursor.fields((*LINK_KEYS, *self.properties_of(LINK)), ("sources", "verb", "target"))
        strength = SHAPES["strength"].read("strength", fields["strength"], self.where) if "strength" in fields else None
        value = strength.value if strength else None
        feedback, uncertain, inside, implied = (flag in fields and fields[flag].flag() for flag in LINK_FLAGS)
        link = Link(
            tuple(self.where.key(source) for source in fields["sources"].items()),
            self.where.key(fields["target"]),
            fields["verb"].word(VERBS),
            value if isinstance(value, Word | Quantity | Range) else None,
            feedback,
            uncertain,
            self.properties(LINK, fields),
            inside,
            implied,
        )
        if not link.sources:
            fields["sources"].wrong(_("a link has at least one source"))
        self.links.append((cursor, link))
        return link

    def check(self) -> None:
        """Look up every name, and whether elements stand where they can."""
        for key, element in self.elements.items():
            cursor = self.places[key]
            self.check_place(element, cursor)
            self.check_uses(_uses(element.properties), cursor)
        for cursor, link in self.links:
            self.check_uses((*link.sources, link.target), cursor)
            self.check_uses(_uses(link.properties), cursor)
            self.check_kind_of_link(link, cursor)

    def check_place(self, element: Element, cursor: Cursor) -> None:
        """Tell that an element stands where its kind cannot, or without the id that it needs there."""
        kind = KINDS[element.kind]
        parent = element.parent
        if parent is not None:
            self.check_uses((parent,), cursor)
        place = self.elements[parent].kind if parent else TOP
        if place not in kind.places:
            cursor.wrong(_("{one} cannot stand here", one=kind.one))
        if not element.named and needs_id(element.kind, place):
            cursor.wrong(_("{one} needs an id here", one=kind.one))

    def check_uses(self, keys: Iterable[Key], cursor: Cursor) -> None:
        """Tell the first of `keys` that is no element."""
        for key in keys:
            if key in self.elements:
                continue
            written = self.where.written_key(key)
            near = closest(written, sorted(self.where.written_key(known) for known in self.elements))
            if near is None:
                cursor.wrong(_("nothing is called `{name}`", name=written))
            cursor.wrong(_("nothing is called `{name}`; did you mean `{near}`?", name=written, near=near))

    def check_kind_of_link(self, link: Link, cursor: Cursor) -> None:
        """Tell a link that the language cannot say, so that it is not lost on the way to a text."""
        stands_in = self.elements[link.target].parent
        if link.implied and (len(link.sources) > 1 or stands_in != link.source):
            cursor.wrong(_("only a strategy's link to an output that stands in it is implied"))
        if link.inside and (len(link.sources) > 1 or link.verb != "requires" or link.strength is not None):
            cursor.wrong(_("only a link that requires one source, without a strength, stands inside its target"))


def _uses(properties: Properties) -> Iterator[Key]:
    for item in properties:
        for part in (item, *item.clauses):
            for value in part.values:
                if isinstance(value, Reference):
                    yield value.key
                elif isinstance(value, Selection) and isinstance(value.target, Key):
                    yield value.target
