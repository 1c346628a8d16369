"""toc: theories of change as text, checked and drawn.

`parse`, `load`, `check`, `format_text` and `render` are what Python programs need, with the types that they return.
They are loaded when they are asked for.
"""

__version__ = "0.1.0"

# As in `typing`, the import of which would be half of what `toc --version` costs.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from toc.analysis import Analysis as Analysis
    from toc.api import check as check
    from toc.api import format_text as format_text
    from toc.api import load as load
    from toc.api import parse as parse
    from toc.api import render as render
    from toc.diagnostics import Diagnostic as Diagnostic
    from toc.diagnostics import Finding as Finding
    from toc.diagnostics import Origin as Origin
    from toc.diagnostics import Rule as Rule
    from toc.diagnostics import Severity as Severity
    from toc.messages import Message as Message
    from toc.messages import show as show
    from toc.model.elements import Element as Element
    from toc.model.elements import Key as Key
    from toc.model.links import Link as Link
    from toc.model.theory import Theory as Theory
    from toc.source import Source as Source
    from toc.syntax.nodes import Document as Document
    from toc.workspace import DiskReader as DiskReader
    from toc.workspace import MemoryReader as MemoryReader
    from toc.workspace import Reader as Reader
    from toc.workspace import Unreadable as Unreadable

_PLACES = {
    "toc.api": ("check", "format_text", "load", "parse", "render"),
    "toc.analysis": ("Analysis",),
    "toc.diagnostics": ("Diagnostic", "Finding", "Origin", "Rule", "Severity"),
    "toc.messages": ("Message", "show"),
    "toc.model.elements": ("Element", "Key"),
    "toc.model.links": ("Link",),
    "toc.model.theory": ("Theory",),
    "toc.source": ("Source",),
    "toc.syntax.nodes": ("Document",),
    "toc.workspace": ("DiskReader", "MemoryReader", "Reader", "Unreadable"),
}
_MODULES = {name: module for module, names in _PLACES.items() for name in names}

__all__ = ["__version__", *sorted(_MODULES)]  # noqa: PLE0604 - the names of the table above


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'toc' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_MODULES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
