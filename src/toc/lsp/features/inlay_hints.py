"""Numbers and words that nobody wrote, shown between those that somebody did: leverage, degrees, strengths assumed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lsprotocol import types

from toc.leverage.scale import scale_of
from toc.leverage.spoken import rounded
from toc.leverage.verdict_words import VERDICT_MEANINGS, VERDICT_WORDS
from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.file_language import file_language
from toc.lsp.statements import between
from toc.lsp.switches import is_on
from toc.messages import Message, _, show
from toc.model.elements import CHANGES, Key
from toc.syntax.keywords import concept, word
from toc.syntax.nodes import Declaration, Link, Name, Quantity, Range
from toc.syntax.places import Place, all_places

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage

GROUP = "inlayHints"
LEVERAGE, DEGREE, STRENGTH = "leverage", "degree", "strength"
ASSUMED = "moderate"


@feature(types.TEXT_DOCUMENT_INLAY_HINT, knowing=LATEST)
def inlay_hints(desk: Desk, params: types.InlayHintParams) -> list[types.InlayHint]:
    """Return the hints in a range; numbers are those of the last run of the rules, nothing is computed here."""
    start, end = desk.offset(params.range.start), desk.offset(params.range.end)
    hints = (hint for place in all_places(between(desk.document, start, end)) for hint in _of_place(desk, place))
    return [hint for hint in hints if start <= desk.offset(hint.position) <= end]


def _of_place(desk: Desk, place: Place) -> Iterator[types.InlayHint]:
    node = place.node
    if isinstance(node, Link):
        yield from _of_link(desk, node, place.offset)
    elif isinstance(node, Declaration) and node.name is not None:
        yield from _of_declaration(desk, node, Key(desk.file, node.name.text), place.offset)


def _of_link(desk: Desk, link: Link, offset: int) -> Iterator[types.InlayHint]:
    if not is_on(desk.switches, GROUP, STRENGTH) or any(map(_is_strength, link.marks)):
        return
    if all(arrow.verb == "requires" for arrow in link.arrows):
        # It is then fully required: there is nothing to guess.
        return
    low, mode, high = scale_of(desk.settings.scales).strength[ASSUMED]
    told = _("no strength is given: it counts as {mode}, between {low} and {high}", mode=mode, low=low, high=high)
    yield _hint(desk, offset + link.sides[-1].end, word(ASSUMED, file_language(desk), "strength"), told)


def _is_strength(mark: object) -> bool:
    return isinstance(mark, Quantity | Range) or (isinstance(mark, Name) and concept(mark.text, "strength") is not None)


def _of_declaration(desk: Desk, node: Declaration, key: Key, offset: int) -> Iterator[types.InlayHint]:
    leverage = _leverage(desk)
    if leverage is None:
        return
    texts = node.label or ((node.name,) if node.name else ())
    at = offset + texts[-1].end
    if node.kind == "strategy" and is_on(desk.switches, GROUP, LEVERAGE):
        strategy = leverage.so_far.get(key)
        if strategy is not None and strategy.ratio is not None and strategy.withheld is None:
            word_of, meaning = VERDICT_WORDS[strategy.verdict], VERDICT_MEANINGS.get(strategy.verdict or "")
            told = _("{verdict}: {meaning}", verdict=word_of, meaning=meaning) if meaning else word_of
            yield _hint(desk, at, desk.show(_("leverage {ratio}", ratio=round(strategy.ratio, 1))), told)
    elif node.kind in (*CHANGES, "vision") and is_on(desk.switches, GROUP, DEGREE):
        degree = leverage.degree(key)
        if degree is not None:
            told = _("how far it is achieved with all strategies, from 0 to 1")
            yield _hint(desk, at, desk.show(_("degree {degree}", degree=rounded(degree))), told)


def _leverage(desk: Desk) -> "Leverage | None":
    """Return what the rules last worked out: of the present texts, else of those before the last edits."""
    if desk.analysis.leverage_so_far is not None or desk.checked_before is None:
        return desk.analysis.leverage_so_far
    return desk.checked_before.leverage_so_far


def _hint(desk: Desk, offset: int, text: str, told: Message) -> types.InlayHint:
    position = desk.range(offset, offset).start
    return types.InlayHint(position, text, tooltip=show(told, desk.language), padding_left=True)
