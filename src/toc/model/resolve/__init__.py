"""From documents to the theory that they mean: names are looked up, everything gets its identity, links are made."""

from toc.model.resolve.theories import Rereader, resolve

__all__ = ["Rereader", "resolve"]
