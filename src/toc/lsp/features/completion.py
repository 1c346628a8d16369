"""What can be written at a place, offered while it is written: words, names, rules, dates, whole declarations."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import evolve
from lsprotocol import types

from toc.leverage.scale import scale_of
from toc.lsp import offered_names, offered_words, roles
from toc.lsp.desk import Desk
from toc.lsp.feature import KEPT, feature
from toc.lsp.file_language import file_language
from toc.lsp.meanings import ARROWS
from toc.lsp.offer import Offer, filter_text, fitting, repeated
from toc.lsp.roles import Role, roles_at
from toc.lsp.under_cursor import REST, UnderCursor, typed_at
from toc.messages import LANGUAGES
from toc.scene.page import PAPERS
from toc.syntax.keywords import fold, keywords, slot_words, table

TRIGGERS = [" ", ",", ">", "|", "&", "@", '"', "/", "."]
# Asked for by a sign, only what must come is offered: nobody wants a list at the end of each line.
MUST_COME = frozenset(
    {roles.ARROW, roles.TARGET, roles.NAME, roles.WORD, roles.DATE, roles.RULE, roles.SELECTION, roles.LANE}
    | {roles.TAG, roles.LANGUAGE, roles.PATH, roles.UNIT_TEXT, roles.NUMBER, roles.PAPER, roles.PERIOD, roles.NEW}
)
FEASIBILITY = ("1", "2", "3", "4")
PART_OF_ARROW = re.compile(r"(?:^|[ \t])([-=])$")
LINE = re.compile(r"[^\r\n]*")
# Groups of names where a statement begins, and of what is offered besides what is likeliest.
NAMES_LATER, AFTER = 6, 3
# So many letters tell which word of the field is meant, where no word of the language begins with them.
ENOUGH = 3


@feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS), knowing=KEPT)
def completion(desk: Desk, params: types.CompletionParams) -> types.CompletionList:
    """Return what may be written at a place, the likeliest first; nothing there is read anew."""
    offset = desk.offset(params.position)
    under = typed_at(desk.source, offset)
    found = roles_at(under)
    context = params.context
    if context is not None and context.trigger_kind == types.CompletionTriggerKind.TriggerCharacter:
        found = found if found and found[0].what in MUST_COME else ()
    items: list[types.CompletionItem] = []
    more = False
    for start, typed, offers in _offered(desk, under, found):
        best, cut = fitting(offers, typed)
        more = more or cut
        items += [_item(desk, offer, len(items) + at, (start, offset), typed) for at, offer in enumerate(best)]
    if not items and len(under.text) >= ENOUGH and not under.inside:
        language = file_language(desk)
        otherwise = (offer for role in found for offer in offered_words.called_otherwise(under, role, language))
        best, more = fitting(otherwise, under.text)
        items = [_item(desk, offer, at, (under.start, offset), under.text) for at, offer in enumerate(best)]
    return types.CompletionList(is_incomplete=more, items=items)


def _offered(desk: Desk, under: UnderCursor, found: tuple[Role, ...]) -> Iterator[tuple[int, str, list[Offer]]]:
    """Yield from where what is offered would stand, what is typed of it, and the offers."""
    language = file_language(desk)
    text = under.text.lstrip('"«“') if under.inside == "text" else under.text
    start = under.end - len(text)
    offers = [
        evolve(offer, group=offer.group + AFTER) if at else offer
        for at, role in enumerate(found)
        for offer in _of_role(desk, under, role, language)
    ]
    arrow = PART_OF_ARROW.search(desk.source.text, max(0, under.start - 2), under.start)
    if arrow and not under.text:
        yield arrow.start(1), arrow[1], [offer for offer in offers if offer.text in ARROWS]
        return
    yield start, text, offers
    for count in (1, 2):
        if count <= len(under.before) and not under.inside:
            longer = under.without_last(count)
            if _begins_phrase(longer.text):
                phrases = [
                    offer
                    for role in roles_at(longer)
                    for offer in _of_role(desk, longer, role, language)
                    if " " in offer.text
                ]
                yield longer.start, longer.text, phrases


def _of_role(desk: Desk, under: UnderCursor, role: Role, language: str) -> Iterable[Offer]:
    scale = scale_of(desk.settings.scales)
    match role.what:
        case roles.START:
            return _starts(desk, under, language)
        case roles.ARROW:
            return offered_words.arrows(language)
        case roles.TARGET:
            return offered_names.targets(desk, role, under.text)
        case roles.MARK:
            # The block is a snippet.
            bare = not _takes_snippets(desk) or any(token.type == "OPEN" for token in under.behind)
            return offered_words.marks(role, language, scale, has_block=bare)
        case roles.NAME:
            return offered_names.elements(desk, role, under.text)
        case roles.WORD:
            return offered_words.values(role, language, scale)
        case roles.CLAUSE:
            return offered_words.clauses(role, language)
        case roles.PERIOD:
            return offered_words.periods(role, language)
        case roles.SELECTION:
            return (*offered_words.selections(language), *offered_names.elements(desk, role, under.text, 1))
    return _of_model(desk, under, role)


def _of_model(desk: Desk, under: UnderCursor, role: Role) -> Iterable[Offer]:
    match role.what:
        case roles.DATE:
            return offered_names.dates(desk, role)
        case roles.UNIT:
            return offered_names.units(desk, role)
        case roles.RULE:
            return offered_names.rules(desk)
        case roles.LANE:
            return offered_names.lanes(desk, under, role)
        case roles.TAG:
            return offered_names.tags(desk, role)
        case roles.LANGUAGE:
            return offered_names.languages(desk, role)
        case roles.PATH:
            return offered_names.paths(desk)
        case roles.UNIT_TEXT:
            return offered_names.unit_texts(desk)
        case roles.NUMBER | roles.PAPER:
            return offered_names.texts_of(FEASIBILITY if role.what == roles.NUMBER else PAPERS)
        case roles.NEW:
            bare = bool(under.behind) or not _takes_snippets(desk)
            return offered_names.new(desk, role, bare=bare, typed=under.text)
        case roles.LABEL:
            return offered_names.labels(role)
    return ()


def _starts(desk: Desk, under: UnderCursor, language: str) -> Iterator[Offer]:
    offers: Iterable[Offer] = offered_words.starts(under, language, offered_names.years(desk))
    if under.at_top and not under.behind:
        offers = (*offered_names.declarations(desk, language), *offers)
    yield from offers if _takes_snippets(desk) else (offer for offer in offers if not offer.snippet)
    if under.at_top and under.text:
        yield from offered_names.elements(desk, Role("", roles.SOURCES), under.text, NAMES_LATER)


@cache
def _phrases() -> tuple[str, ...]:
    slots = (entry for slot in table()["values"] for entry in slot_words(slot))
    found = (text for entry in (*keywords(), *slots) for language in LANGUAGES for text in entry.words[language])
    return tuple({fold(text) for text in found if " " in text})


def _begins_phrase(typed: str) -> bool:
    folded = fold(typed)
    return any(phrase.startswith(folded) for phrase in _phrases())


def _takes_snippets(desk: Desk) -> bool:
    document = desk.client.text_document
    item = document.completion.completion_item if document and document.completion else None
    return bool(item and item.snippet_support)


def _edit(desk: Desk, offer: Offer, start: int, end: int) -> types.TextEdit | types.InsertReplaceEdit:
    """Return what writes an offer from `start` to the cursor at `end`.

    What stands behind and is the end of what is written is written over; where the cursor is in another word, a client
    that can lets the writer choose whether that goes.
    """
    text, written = desk.source.text, offer.snippet or offer.text
    behind = LINE.match(text, end)
    again = repeated(offer.text, behind[0] if behind else "")
    rest = REST.match(text, end)
    if not again and rest and rest[0] and _replaces(desk):
        return types.InsertReplaceEdit(written, desk.range(start, end), desk.range(start, rest.end()))
    return types.TextEdit(desk.range(start, end + again), written)


def _replaces(desk: Desk) -> bool:
    document = desk.client.text_document
    item = document.completion.completion_item if document and document.completion else None
    return bool(item and item.insert_replace_support)


def _item(desk: Desk, offer: Offer, number: int, place: tuple[int, int], typed: str) -> types.CompletionItem:
    return types.CompletionItem(
        label=offer.label or offer.text,
        kind=offer.kind,
        label_details=types.CompletionItemLabelDetails(description=offer.about) if offer.about else None,
        detail=" · ".join(filter(None, (offer.more, offer.about))) or None,
        sort_text=f"{number:04}",
        filter_text=filter_text(offer, typed),
        text_edit=_edit(desk, offer, *place),
        insert_text_format=types.InsertTextFormat.Snippet if offer.snippet else types.InsertTextFormat.PlainText,
        insert_text_mode=types.InsertTextMode.AdjustIndentation if offer.snippet else None,
    )
