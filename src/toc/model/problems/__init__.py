"""What the model stage finds by itself (TOC1xx): each problem makes one finding, its docstring is its page."""

from toc.model.problems.chain import duplicate_link, illegal_link, misused_gate, self_link
from toc.model.problems.characters import find_hidden_characters, hidden_characters
from toc.model.problems.names import duplicate_name, several_theories, unknown_module, unknown_name, wrong_kind
from toc.model.problems.properties import misplaced, repeated_property, unknown_property

__all__ = [
    "duplicate_link",
    "duplicate_name",
    "find_hidden_characters",
    "hidden_characters",
    "illegal_link",
    "misplaced",
    "misused_gate",
    "repeated_property",
    "self_link",
    "several_theories",
    "unknown_module",
    "unknown_name",
    "unknown_property",
    "wrong_kind",
]
