"""How reasons and advice are put one after the other."""

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


def good_and_advice(good: Sequence[Message], advice: Sequence[Message]) -> Message | None:
    """Return what something is good for all the same and what would help, the latter numbered."""
    steps = one_by_one([_("({number}) {step}", number=number, step=step) for number, step in enumerate(advice, 1)])
    use = one_by_one(good)
    if use is None:
        return steps
    useful = _("it is not useless: {use}", use=use)
    return useful if steps is None else _("{useful}. What would help: {steps}", useful=useful, steps=steps)
