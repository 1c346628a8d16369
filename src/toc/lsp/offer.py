"""One thing that is offered where somebody writes, and how well it fits what was typed so far."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen
from lsprotocol.types import CompletionItemKind

from toc.syntax.keywords import fold

# So many are shown; the client asks again as more is typed.
MOST = 120
PARTS = re.compile(r"[\s_.'’-]+")
WORD = re.compile(r"[^\s_.'’-]+")
LONGEST_ARTICLE = 3
# The group from which on words of the other language are.
OTHER = 8


@frozen
class Offer:
    """`text` is what would be written (or `snippet`, with places to fill in); `label` is shown, where it is another.

    `about` stands beside it, `more` behind it in small. `group` orders offers: lower ones come first. `found_by` is
    what can be typed to find it, besides the text.
    """

    text: str
    kind: CompletionItemKind
    about: str = ""
    more: str = ""
    group: int = 0
    label: str = ""
    snippet: str = ""
    found_by: str = ""


def fitting(offers: Iterable[Offer], typed: str) -> tuple[list[Offer], bool]:
    """Return the offers that fit `typed`, each text once, the best first; and whether there are more of them.

    Accents and case do not count. What begins as typed goes before what has a part that does, and that before what has
    such a word in what is said about it. What belongs to the other language is offered when it is asked for.
    """
    wanted = fold(typed)
    found = [one for one in _fitting(offers, wanted) if typed or one[1].group < OTHER]
    found.sort(key=lambda one: (one[1].group, one[0]))
    once = {(offer.text, bool(offer.snippet)): offer for _rank, offer in reversed(found)}
    best = list(reversed(once.values()))
    return best[:MOST], len(best) > MOST


def filter_text(offer: Offer, typed: str) -> str:
    """Return what a client is to compare with what is typed: it knows neither accents nor what else finds an offer."""
    folded, wanted = fold(offer.text), fold(typed)
    if not folded.startswith(wanted) and not any(part.startswith(wanted) for part in PARTS.split(folded)):
        said = fold(offer.found_by)
        at = next((found.start() for found in WORD.finditer(said) if _found_by(found[0], wanted)), 0)
        return said[at:]
    return offer.text if not typed.isascii() or folded == offer.text.casefold() else f"{folded} {offer.text}"


def repeated(text: str, behind: str) -> int:
    """Return how many characters of what stands `behind` a place are the end of `text`: they are not written twice."""
    for count in range(min(len(text), len(behind)), 0, -1):
        inside_word = behind[count - 1].isalnum() and behind[count : count + 1].isalnum()
        if not inside_word and fold(behind[:count]) == fold(text[-count:]):
            return count
    return 0


def rank(text: str, found_by: str, wanted: str) -> int | None:
    """Return how well a text fits the folded `wanted`: 0 to 2 as `fitting` puts them in order, None where it does not.

    O(1) for what does not contain it.
    """
    folded = fold(text)
    if folded.startswith(wanted):
        return 0
    if wanted in folded and any(part.startswith(wanted) for part in PARTS.split(folded)):
        return 1
    said = fold(found_by) if found_by else ""
    return 2 if wanted in said and any(_found_by(part, wanted) for part in PARTS.split(said)) else None


def _found_by(part: str, wanted: str) -> bool:
    return len(part) > LONGEST_ARTICLE and part.startswith(wanted)


def _fitting(offers: Iterable[Offer], wanted: str) -> Iterator[tuple[int, Offer]]:
    for offer in offers:
        found = rank(offer.text, offer.found_by, wanted)
        if found is not None:
            yield found, offer
