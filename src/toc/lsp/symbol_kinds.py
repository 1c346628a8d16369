"""How the kinds of elements are called among the symbols of an editor: by its icons, each kind another one.

Editors know the symbols of programs alone; what matters is that kinds can be told apart at a glance.
"""

from collections.abc import Mapping

from lsprotocol.types import SymbolKind

SYMBOL_KINDS: Mapping[str, SymbolKind] = {
    "theory": SymbolKind.Package,
    "pathway": SymbolKind.Namespace,
    "vision": SymbolKind.Class,
    "outcome": SymbolKind.Interface,
    "precondition": SymbolKind.Struct,
    "output": SymbolKind.Field,
    "strategy": SymbolKind.Function,
    "activity": SymbolKind.Method,
    "assumption": SymbolKind.Boolean,
    "factor": SymbolKind.Variable,
    "risk": SymbolKind.Event,
    "actor": SymbolKind.Object,
    "indicator": SymbolKind.Number,
    "marker": SymbolKind.EnumMember,
    "urgency": SymbolKind.Operator,
    "resource": SymbolKind.Array,
    "question": SymbolKind.TypeParameter,
    "learning": SymbolKind.Property,
    "term": SymbolKind.String,
    "view": SymbolKind.Module,
    "step": SymbolKind.Key,
}
