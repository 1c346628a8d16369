"""What a rule says is not there, and the texts that would be: rows for a block, statements to stand behind."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from toc.diagnostics import Origin
from toc.lsp.actions.supplies import NEW, Rows, Supply
from toc.lsp.desk import Desk
from toc.lsp.file_language import file_language
from toc.lsp.insertion import flat
from toc.lsp.names import free_name, names_in, written
from toc.lsp.offered_names import years
from toc.lsp.roles import MEASURES
from toc.lsp.snippets import NAMED, PART, SNIPPETS, Filling, declaration
from toc.lsp.statements import innermost
from toc.messages import show_field
from toc.model.elements import Element
from toc.model.vocabulary import KINDS, TOP
from toc.syntax.keywords import word
from toc.syntax.nodes import Declaration, Link, Property, Quantity
from toc.syntax.places import Place

HEAD = ("theory",)
# What may be declared where it is named: the rest would lead to nothing.
DECLARED = ("actor", "resource")
# So many names are offered at one place.
MOST_NAMES = 12


@frozen
class Lack:
    """Something missing at `place`, and what supplies it.

    `kind` is that of the declaration there, or `link`; `name` what it is called ("": it has no name) and `element` what
    it means.
    """

    desk: Desk
    supply: Supply
    place: Place
    kind: str
    name: str
    element: Element | None


@frozen
class Parts:
    """Texts with places marked: properties for a block, and statements to stand behind; `declares` is their kind.

    `only` is the name that stands where something has to be named, if no other is known.
    """

    rows: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    declares: str = ""
    only: str = ""


def lack_at(desk: Desk, origin: Origin, supply: Supply) -> Lack | None:
    """Return what `supply` would mend of a finding at `origin`; None where it mends nothing there."""
    place = innermost(desk.document, origin.start, origin.end, Declaration, Link)
    if place is None:
        return None
    node = place.node
    kind = node.kind if isinstance(node, Declaration) else "link"
    without_head = supply.kinds == HEAD and desk.theory.head is None and not supply.behind
    if supply.kinds and kind not in supply.kinds and not without_head:
        return None
    name = node.name.text if isinstance(node, Declaration) and node.name is not None else ""
    return Lack(desk, supply, place, kind, name, names_in(desk.analysis, desk.file).get(name))


def parts_of(lack: Lack, *, asks_there: bool) -> Parts | None:
    """Return the texts that are missing; None where they are there, or nothing can be said.

    `asks_there` says that the client asks for names at their places; else no row that nobody would be asked about is
    there.
    """
    desk, supply = lack.desk, lack.supply
    wanted, behind = _wanted(lack), rows_of(desk, supply.behind)
    alone = len(wanted) + len(behind) == 1
    if not asks_there and not alone:
        wanted = [row for row in wanted if not _named_in(row)]
    names = _names(lack, (*wanted, *behind))
    filling = Filling(file_language(desk), years(desk), names, lack.name, unit=_unit(lack.place))
    filling, declares = _with_new(lack, filling, wanted, behind)
    known = [row for row in wanted if filling.knows(row)]
    unknown = any(not filling.knows(row) for row in behind) or (is_about_this(behind) and not lack.name)
    if unknown or not (known or behind or supply.whole):
        return None
    needed = {name for row in (*known, *behind) for place in _named_in(row) for name in names[place]}
    parts = Parts(
        tuple(filling.text(row) for row in known),
        (*(filling.text(row) for row in behind), *([_declared(declares, filling)] if declares else ())),
        declares,
        min(needed) if alone and len(needed) == 1 else "",
    )
    return _with_whole(lack, parts, evolve(filling, names=names if asks_there else {}))


def is_about_this(rows: Sequence[str]) -> bool:
    """Return whether rows name what they are added to."""
    return any("<this>" in row for row in rows)


def rows_of(desk: Desk, rows: Rows) -> tuple[str, ...]:
    """Return rows, those that depend on the theory too."""
    return rows(desk.theory) if callable(rows) else rows


def _wanted(lack: Lack) -> list[str]:
    there = {item.node.keyword for item in lack.place.items if isinstance(item.node, Property)}
    return [row for row in rows_of(lack.desk, lack.supply.rows) if _keyword(row) not in there]


def _with_new(lack: Lack, filling: Filling, wanted: Sequence[str], behind: Sequence[str]) -> tuple[Filling, str]:
    """Return the filling with the name of what is declared anew, and the kind of what is where nothing is known."""
    desk = lack.desk
    if behind and "<new>" in behind[0]:
        base = show_field(NEW[_keyword(behind[0])], filling.language)
        return evolve(filling, new=free_name(desk.analysis, desk.file, base)), ""
    kind = next(iter(_named_in(wanted[0])), "") if len(wanted) == 1 and not filling.knows(wanted[0]) else ""
    if kind not in DECLARED:
        return filling, ""
    new = free_name(desk.analysis, desk.file, show_field(NEW[kind], filling.language))
    return evolve(filling, names={**(filling.names or {}), kind: (new,)}, new=new), kind


def _with_whole(lack: Lack, parts: Parts, filling: Filling) -> Parts:
    """Return the parts with the whole declaration of the supply, and rows of the head in a head of their own."""
    kind = lack.supply.whole
    if kind and lack.kind in KINDS[kind].places:
        whole = declaration(kind, lack.kind, filling)
        return evolve(parts, rows=(*parts.rows, whole if _has_lines(lack) else flat(whole)))
    if kind:
        return evolve(parts, behind=(declaration(kind, TOP, filling), *parts.behind), declares=kind)
    if parts.rows and lack.supply.kinds == HEAD and lack.kind not in HEAD:
        head = f'{word("theory", filling.language)} "{filling.text("<label.theory>")}" {{'
        return evolve(parts, rows=(), behind=("\n".join((head, *(f"  {row}" for row in parts.rows), "}")),))
    return parts


def _keyword(row: str) -> str:
    found = PART.search(row)
    return found[1] if found else ""


def _names(lack: Lack, rows: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the names known of what each place of rows stands for, as the file writes them."""
    whole = SNIPPETS[lack.supply.whole].rows if lack.supply.whole else ()
    asked = sorted({place for row in (*rows, *whole) for place in _named_in(row)})
    return {place: tuple(_known(lack, place))[:MOST_NAMES] for place in asked}


def _named_in(row: str) -> set[str]:
    """Return the places of a row that stand for names."""
    return {found[2] for found in PART.finditer(row)} & NAMED


def _known(lack: Lack, place: str) -> Iterator[str]:
    desk = lack.desk
    if place == "change" and lack.supply.named is not None and lack.element is not None:
        found = (written(desk.analysis, desk.file, one.key) for one in lack.supply.named(desk.theory, lack.element))
        yield from (name for name in found if name is not None)
        return
    kinds = ("outcome", "precondition") if place == "change" else (place,)
    for name, element in names_in(desk.analysis, desk.file).items():
        if element.kind in kinds and "dropped" not in element.properties.words("status"):
            yield name


def _declared(kind: str, filling: Filling) -> str:
    variety = " {resource:money}" if kind == "resource" else ""
    return filling.text(f'{{{kind}}}{variety} <new> "<label.{kind}>"')


def _unit(place: Place) -> str:
    """Return the unit in which an indicator is measured, as it is written in its block."""
    for item in place.items:
        node = item.node
        for value in node.values if isinstance(node, Property) and node.keyword in MEASURES else ():
            if isinstance(value, Quantity):
                return value.unit or ""
    return "%"


def _has_lines(lack: Lack) -> bool:
    place, text = lack.place, lack.desk.document.source.text
    return not place.has_block or "\n" in text[place.opening : place.closing]
