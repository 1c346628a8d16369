"""How reasons are put one after the other."""

from collections.abc import Sequence

from toc.messages import Message, _


def one_by_one(sentences: Sequence[Message]) -> Message | None:
    """Return several sentences as one text, None where there is none."""
    text: Message | None = None
    for sentence in sentences:
        text = sentence if text is None else _("{first}; {then}", first=text, then=sentence)
    return text


def with_reasons(head: Message, reasons: Sequence[Message]) -> Message:
    """Return `head` with its reasons behind a colon."""
    why = one_by_one(reasons)
    return head if why is None else _("{head}: {why}", head=head, why=why)
