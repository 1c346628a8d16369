"""From documents to the theory that they mean: names are looked up, everything gets its identity, links are made."""

from toc.model.resolve.edited import resolve_edit
from toc.model.resolve.resolved import Resolved
from toc.model.resolve.theories import resolve

__all__ = ["Resolved", "resolve", "resolve_edit"]
