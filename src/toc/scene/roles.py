"""What an actor is to a theory, in short lines: for the picture of the actors and their roles."""

from collections.abc import Iterator

from toc.messages import Message, Words, _, show, show_field
from toc.model.elements import Element, Key
from toc.model.theory import Theory
from toc.model.value_words import VALUE_WORDS
from toc.scene.values import label_in

# What stands behind each of these lines is a list of labels; more are counted.
MOST_NAMES = 4
_WORDS: tuple[tuple[str, Message], ...] = (
    ("stance", _("Stance")),
    ("champion", _("Champion")),
    ("backbone", _("Backbone")),
)
_PLACES = (("concerned", _("Lives with the issue")), ("boundary", _("Boundary partner")))


def roles_of(actor: Element, theory: Theory, language: str) -> tuple[str, ...]:
    """Return what `actor` decides, carries, leads, lives through and belongs to, a line each."""
    return (
        *(show(said, language) for name, said in _PLACES if name in actor.properties),
        *(
            show(_("{heading}: {text}", heading=heading, text=text), language)
            for heading, text in _rows(actor, theory, language)
        ),
    )


def _rows(actor: Element, theory: Theory, language: str) -> Iterator[tuple[Message, str]]:
    held = actor.properties
    for name, heading in _WORDS:
        words = [VALUE_WORDS[name].get(word, Words(word, word)) for word in held.words(name)]
        if words:
            yield heading, ", ".join(show_field(word, language) for word in words)
    led = _users(theory, actor.key, "lead")
    yield from _named(_("Leads"), led, theory, language)
    done = [key for key in _users(theory, actor.key, "by") if key not in led]
    yield from _named(_("Does"), done, theory, language)
    yield from _named(_("Its changes"), _users(theory, actor.key, "of"), theory, language)
    yield from _named(_("Part of"), list(held.refs("part_of")), theory, language)
    yield from _named(_("Funded by"), list(held.refs("funded_by")), theory, language)


def _users(theory: Theory, actor: Key, name: str) -> list[Key]:
    kinds = {"strategy", "outcome", "precondition", "output"}
    users = (user for user in theory.users.get(actor, ()) if isinstance(user, Element) and user.kind in kinds)
    return [user.key for user in users if actor in user.properties.refs(name)]


def _named(heading: Message, keys: list[Key], theory: Theory, language: str) -> Iterator[tuple[Message, str]]:
    if keys:
        labels = [label_in(key, theory, language) for key in keys[:MOST_NAMES]]
        more = len(keys) - MOST_NAMES
        text = " · ".join(labels)
        yield heading, show(_("{names} and {n} more", names=text, n=more), language) if more > 0 else text
