"""What editors colour by meaning: the types and modifiers of tokens, and which of them a piece of a file has."""

from collections.abc import Mapping

from lsprotocol.types import SemanticTokenModifiers, SemanticTokensLegend, SemanticTokenTypes

from toc.highlighting import roles
from toc.model.elements import Element

NAMESPACE = SemanticTokenTypes.Namespace
UNKNOWN = "unknown"
"""The type of a name that nothing bears: editors have no colour for it."""

_STANDARD = (
    SemanticTokenTypes.Keyword,
    SemanticTokenTypes.Property,
    SemanticTokenTypes.EnumMember,
    SemanticTokenTypes.Type,
    SemanticTokenTypes.Number,
    SemanticTokenTypes.String,
    SemanticTokenTypes.Modifier,
    SemanticTokenTypes.Operator,
    SemanticTokenTypes.Comment,
    SemanticTokenTypes.Class,
    SemanticTokenTypes.Function,
    SemanticTokenTypes.Struct,
    SemanticTokenTypes.Parameter,
    SemanticTokenTypes.Event,
    SemanticTokenTypes.Namespace,
    SemanticTokenTypes.Variable,
    SemanticTokenTypes.Decorator,
)
_MODIFIERS = (SemanticTokenModifiers.Declaration, SemanticTokenModifiers.Deprecated)
TYPES = (*(one.value for one in _STANDARD), UNKNOWN)
MODIFIERS = tuple(one.value for one in _MODIFIERS)
LEGEND = SemanticTokensLegend(TYPES, MODIFIERS)

OF_ROLES: Mapping[str, SemanticTokenTypes] = {
    roles.COMMENT: SemanticTokenTypes.Comment,
    roles.KIND: SemanticTokenTypes.Keyword,
    roles.PROPERTY: SemanticTokenTypes.Property,
    roles.CLAUSE: SemanticTokenTypes.Keyword,
    roles.VALUE: SemanticTokenTypes.EnumMember,
    roles.UNIT: SemanticTokenTypes.Type,
    roles.NUMBER: SemanticTokenTypes.Number,
    roles.DATE: SemanticTokenTypes.Number,
    roles.TEXT: SemanticTokenTypes.String,
    roles.TAG: SemanticTokenTypes.Modifier,
    roles.ARROW: SemanticTokenTypes.Operator,
}
"""What is the same whatever it names; braces, commas and what cannot be a value have no colour."""

_GROUPS = {
    SemanticTokenTypes.Class: ("vision", "outcome", "precondition", "output"),
    SemanticTokenTypes.Function: ("strategy", "activity"),
    SemanticTokenTypes.Struct: ("actor",),
    SemanticTokenTypes.Parameter: ("assumption", "factor", "risk"),
    SemanticTokenTypes.Event: ("indicator", "marker"),
    SemanticTokenTypes.Namespace: ("pathway",),
}
OF_KINDS: Mapping[str, SemanticTokenTypes] = {kind: group for group, kinds in _GROUPS.items() for kind in kinds}
"""How names are coloured; those of all other kinds are variables."""

NUMBER_OF: Mapping[str, int] = {**{one: at for at, one in enumerate(_STANDARD)}, UNKNOWN: len(_STANDARD)}
DECLARATION, DEPRECATED = 1, 2


def of_element(element: Element) -> tuple[int, int]:
    """Return the type and the modifiers of an element's name, as numbers; what was dropped is struck out."""
    dropped = element.properties.word("status") == "dropped"
    return NUMBER_OF[OF_KINDS.get(element.kind, SemanticTokenTypes.Variable)], DEPRECATED if dropped else 0
