"""What findings stand on and how they name things: shared by the rules."""

from collections import Counter
from collections.abc import Iterable

from toc.diagnostics import Edit, Fix, Origin
from toc.messages import Message
from toc.model.elements import Element, Key, Label
from toc.model.links import Link
from toc.model.theory import Theory


def whole_model(theory: Theory) -> Origin:
    """Return where a finding about the whole model stands: its `theory` line, else its first statement."""
    if theory.head is not None:
        return theory.head.origin
    holders: list[Element | Link] = [*theory.elements.values(), *theory.links]
    own = [holder.origin for holder in holders if holder.origin.file == theory.file]
    return min(own, key=lambda origin: origin.start, default=Origin(theory.file, 0, 0))


def joined(sources: Iterable[Key]) -> str:
    """Return the names of a link's sources as one text, with the sign that joins those of a gate."""
    return " & ".join(source.id for source in sources)


def called(element: Element) -> str:
    """Return how people know `element`: by its id, by its label where the writer gave it no id."""
    return element.id if element.named or not element.label else str(element.label)


def is_stated(label: Label) -> bool:
    """Whether some text of `label` holds more than spaces."""
    return any(text.value.strip() for text in label.texts)


def links_among(theory: Theory, members: set[Key]) -> list[Link]:
    """Return the links from one of `members` to another, one for each place, in the order in which they are written."""
    links = {
        link.origin: link for link in theory.links if link.target in members and not members.isdisjoint(link.sources)
    }
    return [links[origin] for origin in sorted(links)]


def closing_link(links: list[Link]) -> Link:
    """Return the link of a loop on which something said of it stands.

    That is one that acts back, if any is marked so; of several one that hinders, and of those the one written last.
    """
    return max(links, key=lambda link: (link.feedback, link.verb == "hinders", link.origin))


def links_made(theory: Theory) -> Counter[Origin]:
    """Count the links that each statement or property makes: an edit of the only one touches no other."""
    return Counter(link.origin for link in theory.links)


def mark_as_feedback(theory: Theory, link: Link, title: Message) -> Fix | None:
    """Return the fix that marks `link`, the only one its statement makes, as feedback; None where it takes no mark."""
    if link.inside or link.implied or not link.ends:
        return None
    word = "rétroaction" if theory.written_in == "fr" else "feedback"
    target = link.ends[-1]
    behind = Origin(target.file, target.end, target.end)
    return Fix(title, (Edit("replace", behind, f" {word}"),), safe=False)
