"""What a name or a word means, shown where the pointer rests."""

from lsprotocol import types

from toc.lsp.desk import Desk
from toc.lsp.element_page import element_page
from toc.lsp.feature import LATEST, feature
from toc.lsp.markup import content
from toc.lsp.mentions import mention_at
from toc.lsp.roles import CLAUSE, MARK, PERIOD, RULE, SELECTION, WORD, Role, roles_at
from toc.lsp.under_cursor import UnderCursor, word_at
from toc.lsp.word_page import keyword_page, rule_page, value_page
from toc.rule_book import rule_named
from toc.syntax.keywords import concept, concept_of_keyword, plural_kind

SELECTING = frozenset({"links_of", "upstream_of", "downstream_of", "within", "steps_of", "tagged", "by"})


@feature(types.TEXT_DOCUMENT_HOVER, knowing=LATEST)
def hover(desk: Desk, params: types.HoverParams) -> types.Hover | None:
    """Return what is known of the element, the word of the language or the rule that stands at a place."""
    under = word_at(desk.source, desk.offset(params.position))
    if under is None:
        return None
    page = _page(desk, under)
    return types.Hover(content(desk, page), desk.range(under.start, under.end)) if page else None


def _page(desk: Desk, under: UnderCursor) -> str | None:
    word = concept_of_keyword(under.text)
    roles = roles_at(under)
    if word is not None and _is_keyword(word, under, roles):
        return keyword_page(desk, word)
    mention = mention_at(desk.analysis, desk.file, under.start)
    element = desk.theory.elements.get(mention.key) if mention else None
    if element is not None:
        return element_page(desk, element)
    return next((page for role in roles if (page := _by_role(desk, under.text, role))), None)


def _is_keyword(word: str, under: UnderCursor, roles: tuple[Role, ...]) -> bool:
    if not under.before:
        return not under.is_name
    if any(word in role.words for role in roles if role.what == CLAUSE):
        return True
    return under.before[0].type in ("SHOW", "HIDE", "HIGHLIGHT") and word in SELECTING and not under.is_name


def _by_role(desk: Desk, text: str, role: Role) -> str | None:
    """Return the page of a word that stands where `role` may, None where it is no such word."""
    if role.what == RULE:
        rule = rule_named(text)
        return rule_page(desk, rule) if rule else None
    if role.what == SELECTION:
        kind = plural_kind(text)
        return keyword_page(desk, kind) if kind else None
    slots = {WORD: (role.slot,), MARK: ("strength", "mark"), PERIOD: ("period",)}.get(role.what, ())
    found = ((concept(text, slot), slot) for slot in slots)
    return next((value_page(desk, meant, slot) for meant, slot in found if meant), None)
