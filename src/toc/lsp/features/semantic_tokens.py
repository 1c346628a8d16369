"""What the words of a file mean, to be coloured: kinds, properties, values, texts, and names by what they name."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator

from lsprotocol import types

from toc.lsp.carried import changed
from toc.lsp.coloured import coloured
from toc.lsp.desk import Desk
from toc.lsp.feature import LATEST, feature
from toc.lsp.names import names_in, scope_of
from toc.lsp.token_types import DECLARATION, LEGEND, NAMESPACE, NUMBER_OF, UNKNOWN, of_element
from toc.rule_book import rule_named
from toc.syntax.keywords import nfc

# Of so many files it is remembered what was sent last, to send only what is another.
REMEMBERED = 8
DECORATOR = NUMBER_OF[types.SemanticTokenTypes.Decorator]


@feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND, knowing=LATEST)
def full(desk: Desk, _params: types.SemanticTokensParams) -> types.SemanticTokens:
    """Return all tokens of the file."""
    numbers = coloured(desk.document, desk.encoding, _types(desk), 0, len(desk.document.source.text))
    return types.SemanticTokens(numbers.tolist(), _remember(desk, numbers))


@feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, LEGEND, knowing=LATEST)
def delta(desk: Desk, params: types.SemanticTokensDeltaParams) -> types.SemanticTokensDelta | types.SemanticTokens:
    """Return what is another in the tokens that were sent before; all of them where that is not known."""
    numbers = coloured(desk.document, desk.encoding, _types(desk), 0, len(desk.document.source.text))
    before = _sent.get(desk.uri_of(desk.file))
    mark = _remember(desk, numbers)
    if before is None or before[0] != params.previous_result_id:
        return types.SemanticTokens(numbers.tolist(), mark)
    return types.SemanticTokensDelta([*_edits(before[1], numbers)], mark)


@feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, LEGEND, knowing=LATEST)
def part(desk: Desk, params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
    """Return the tokens of the statements in a range."""
    start, end = desk.offset(params.range.start), desk.offset(params.range.end)
    return types.SemanticTokens(coloured(desk.document, desk.encoding, _types(desk), start, end).tolist())


def _edits(sent: bytes, numbers: "array[int]") -> Iterator[types.SemanticTokensEdit]:
    now, size = numbers.tobytes(), numbers.itemsize
    if now == sent:
        return
    # Bytes are compared much faster than numbers.
    start, end = changed(sent, now)
    first, behind = start // size, (len(sent) - end) // size
    gone = len(sent) // size - behind - first
    yield types.SemanticTokensEdit(first, gone, numbers[first : len(numbers) - behind].tolist())


_sent: OrderedDict[str, tuple[str, bytes]] = OrderedDict()


def _remember(desk: Desk, numbers: "array[int]") -> str:
    data = numbers.tobytes()
    mark = f"{hash(data):x}"
    uri = desk.uri_of(desk.file)
    _sent.pop(uri, None)
    _sent[uri] = (mark, data)
    while len(_sent) > REMEMBERED:
        _sent.popitem(last=False)
    return mark


def _types(desk: Desk) -> Callable[[str, bool], tuple[int, int]]:
    named = {name: of_element(element) for name, element in names_in(desk.analysis, desk.file).items()}
    aliases = scope_of(desk.analysis, desk.file)[1]

    def type_of(name: str, declares: bool) -> tuple[int, int]:
        name = nfc(name)
        found = named.get(name)
        if found is not None:
            return found[0], found[1] | (DECLARATION if declares else 0)
        if declares and name in aliases:
            return NUMBER_OF[NAMESPACE], DECLARATION
        rule = not declares and rule_named(name) is not None
        return DECORATOR if rule else NUMBER_OF[UNKNOWN], DECLARATION if declares else 0

    return type_of
