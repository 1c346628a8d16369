"""The words of the language that may stand at a place: those of the file's language first."""

from collections.abc import Iterator, Set

from lsprotocol.types import CompletionItemKind

from toc.leverage.scale import Scale
from toc.lsp.filling import snippet
from toc.lsp.meanings import ARROWS, meaning
from toc.lsp.offer import OTHER, Offer
from toc.lsp.roles import MARK, START, WORD, Role
from toc.lsp.snippets import Filling, declaration, reason
from toc.lsp.under_cursor import LINK, UnderCursor
from toc.messages import LANGUAGES, show, show_field
from toc.model.vocabulary import COMMON, KINDS, LINK_PROPERTIES, REPEATABLE
from toc.syntax.keywords import concept, concept_of_keyword, slot_words, word
from toc.syntax.spelling import period_as, plural
from toc.syntax.synonyms import beginning

KIND, PROPERTY, VALUE = CompletionItemKind.Class, CompletionItemKind.Property, CompletionItemKind.EnumMember
KEYWORD, WHOLE, SIGN = CompletionItemKind.Keyword, CompletionItemKind.Snippet, CompletionItemKind.Operator
# Groups: what belongs here above all, what does as well, what may stand anywhere.
FIRST, THEN, LATER = 0, 2, 4
NUMBERLESS = ("3", "6", "1", "2")
SELECTED = ("links_of", "upstream_of", "downstream_of", "by", "tagged", "within")


def starts(under: UnderCursor, language: str, years: tuple[int, int]) -> Iterator[Offer]:
    """Yield what begins an item of a block or a statement: whole declarations, kinds, properties."""
    place = under.place
    nested = [kind for kind in KINDS.values() if place in kind.places]
    for kind in nested:
        about = _told(kind.kind, language)
        whole = snippet(declaration(kind.kind, place, Filling(language, years)))
        name = word(kind.kind, language)
        if not under.behind:
            yield Offer(name, WHOLE, about, group=FIRST if under.at_top else THEN, label=f"{name} …", snippet=whole)
    for spoken in LANGUAGES:
        group = 0 if spoken == language else OTHER
        for kind in nested:
            yield _keyword(kind.kind, spoken, KIND, group + (FIRST if under.at_top else THEN))
        for name in _properties(under):
            yield _keyword(name, spoken, PROPERTY, group + (LATER if name in COMMON else FIRST))
        if under.at_top and not under.heads:
            yield _keyword("use", spoken, KEYWORD, group + THEN)
            yield _keyword("observed", spoken, KEYWORD, group + THEN)


def _properties(under: UnderCursor) -> Iterator[str]:
    """Yield the properties that may stand in the block, without those given already that may stand but once."""
    place = under.place
    given = {concept_of_keyword(row[0].text) for row in (*under.rows, under.behind, *under.rows_behind) if row}
    own = LINK_PROPERTIES if place == LINK else KINDS[place].properties if place in KINDS else ()
    for name in (*own, *(COMMON if own or place in KINDS else ())):
        if name != "definition" and (name in REPEATABLE or name not in given):
            yield name


def called_otherwise(under: UnderCursor, role: Role, language: str) -> Iterator[Offer]:
    """Yield words for which the field has another one, which begins as typed."""
    if role.what == START:
        here = {kind.kind for kind in KINDS.values() if under.place in kind.places}
        yield from _instead(under.text, "kinds", here, KIND, language)
        yield from _instead(under.text, "properties", {*_properties(under)}, PROPERTY, language)
    elif role.what in (WORD, MARK):
        slot = "strength" if role.what == MARK else role.slot
        given = {concept(text, slot) for text in role.given}
        yield from _instead(under.text, slot, {entry.concept for entry in slot_words(slot)} - given, VALUE, language)


def _instead(
    typed: str, section: str, here: Set[str | None], kind: CompletionItemKind, language: str
) -> Iterator[Offer]:
    slot = None if section in ("kinds", "properties") else section
    for written, meant in beginning(typed, section):
        if meant.concept in here and meant.language:
            text = word(meant.concept, meant.language, slot)
            group = FIRST if meant.language == language else OTHER
            yield Offer(text, kind, _told(meant.concept, meant.language), written, group, found_by=written)


def clauses(role: Role, language: str) -> Iterator[Offer]:
    """Yield the words that may follow in the item."""
    for spoken in LANGUAGES:
        group = FIRST if spoken == language else OTHER
        for name in role.words:
            spelled = "from.date" if name == "from" else name
            yield _keyword(spelled, spoken, KEYWORD, group)


def values(role: Role, language: str, scale: Scale) -> Iterator[Offer]:
    """Yield the words of a slot that are not given yet."""
    given = {concept(text, role.slot) for text in role.given}
    for spoken in LANGUAGES:
        for entry in slot_words(role.slot):
            if entry.concept not in given:
                group = FIRST if spoken == language else OTHER
                yield Offer(
                    entry.words[spoken][0], VALUE, _worth(entry.concept, role.slot, scale, language), group=group
                )


def marks(role: Role, language: str, scale: Scale, *, has_block: bool) -> Iterator[Offer]:
    """Yield strengths and marks of a link that it has not, and the block with its reason."""
    strong = any(concept(text, "strength") or text[:1].isdigit() for text in role.given)
    slots = ("mark",) if strong else ("strength", "mark")
    for number, slot in enumerate(slots):
        for offer in values(Role("", slot=slot, given=role.given), language, scale):
            yield Offer(offer.text, offer.kind, offer.about, group=offer.group + number)
    if has_block:
        return
    because = word("because", language)
    yield Offer(because, WHOLE, group=THEN, label=f"{{ {because} … }}", snippet=snippet(reason(language)))


def arrows(language: str) -> Iterator[Offer]:
    """Yield the signs between the ends of a link."""
    for group, (sign, told) in enumerate(ARROWS.items()):
        yield Offer(sign, SIGN, show(told, language), group=group)


def periods(role: Role, language: str) -> Iterator[Offer]:
    """Yield units of time, in the number that goes before them; lengths of time where none does."""
    for spoken in LANGUAGES:
        group = FIRST if spoken == language else OTHER
        for entry in slot_words("period"):
            if role.keyword == "delay" and not role.given:
                yield from (
                    Offer(f"{number} {period_as(entry.concept, float(number), spoken)}", VALUE, group=group)
                    for number in NUMBERLESS
                    if entry.concept in ("month", "year")
                )
            else:
                number = float(role.given[0]) if role.given else None
                yield Offer(period_as(entry.concept, number, spoken), VALUE, group=group)


def selections(language: str) -> Iterator[Offer]:
    """Yield what a view shows besides single elements."""
    for spoken in LANGUAGES:
        group = 0 if spoken == language else OTHER
        for kind in (*(kind for kind in KINDS if kind not in ("theory", "view", "step")), "links"):
            yield Offer(plural(kind, spoken), KIND, _told(kind, language), group=group)
        for name in SELECTED:
            yield _keyword(name, spoken, KEYWORD, group + 1)


def _keyword(name: str, spoken: str, kind: CompletionItemKind, group: int) -> Offer:
    return Offer(word(name, spoken), kind, _told(name.partition(".")[0], spoken), group=group)


def _told(name: str, language: str) -> str:
    told = meaning(name)
    return show(told, language) if told else ""


def _worth(name: str, slot: str, scale: Scale, language: str) -> str:
    if slot in ("strength", "likelihood"):
        return show_field((scale.strength if slot == "strength" else scale.likelihood)[name][1], language)
    if slot == "effort":
        amount = scale.effort[name]
        return f"{show_field(amount.value, language)} {amount.unit or ''}".strip()
    return _told(name, language) if slot == "mark" else ""
