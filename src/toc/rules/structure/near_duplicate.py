"""The rule `near-duplicate`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from toc.diagnostics import WARNING, Finding, Related, rule
from toc.messages import _
from toc.model.elements import Element, Key
from toc.model.theory import Theory
from toc.rules.wording.word_lists import languages_of, word_list, words_of

GROUPS = (
    ("outcome", "precondition", "vision"),
    ("output",),
    ("strategy",),
    ("assumption",),
    ("factor",),
    ("risk",),
    ("actor",),
)
# A word counts as a misspelling of another only if both are long, in a label that says enough apart from it.
LONG_WORD = 6
ENOUGH_WORDS = 3
# Endings tell people apart (`employer`, `employee`; `habitants`, `habitantes`).
ENDING = 2

Stems = tuple[str, ...]
Labelled = tuple[Stems, Element]


@rule(
    "TOC212",
    WARNING,
    sources=["– No published source: a change drawn twice has its causes split in two."],
)
def near_duplicate(theory: Theory) -> Iterator[Finding]:
    """
    Two labels that say nearly the same.

    ## Why it matters
    When two people write the same change in slightly different words, its causes and its indicators are split
    between two boxes, and each looks weaker than it is.
    Keep one of them and lead all links there; or, if they are different, let the words say in what.

    Labels are compared without articles and other small words, singular or plural, and a slip of the pen is
    forgiven.
    Labels that differ by a number, by a "not", by an opposite or by who changes are different.

    ## Bad
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school"
    outcome welcome "The parents feel really at home at school"
    strategy cafe "A parents' café at school"
    cafe -> trust, welcome { because "One trusts those whom one knows" }
    trust, welcome -> diploma { because "One stays where one feels welcome" }
    ```

    ## Good
    ```toc
    theory "School success"
    vision diploma "Every young person earns a diploma"
    outcome trust "Parents feel at home in the school"
    strategy cafe "A parents' café at school"
    cafe -> trust { because "One trusts those whom one knows" }
    trust -> diploma { because "One stays where one feels welcome" }
    ```
    """
    first = next(iter(theory.languages), None)
    for kinds in GROUPS:
        by_language: dict[str, list[Labelled]] = {}
        for element in theory.of_kind(*kinds):
            if element.named:
                for language, stems in _stems(element, first):
                    by_language.setdefault(language, []).append((stems, element))
        told: set[frozenset[Key]] = set()
        for _language, labelled in sorted(by_language.items()):
            for alike in _alike(theory, labelled):
                keys = frozenset(element.key for element in alike)
                if keys not in told:
                    told.add(keys)
                    yield _finding(alike)


def _stems(element: Element, first: str | None) -> Iterator[tuple[str, Stems]]:
    for text in element.label.texts:
        stated = text.language or first
        dropped = _dropped(languages_of(text.value, stated))
        stems = tuple(_stem(word) for word in words_of(text.value) if word not in dropped)
        if stems:
            yield stated or "", stems


@cache
def _dropped(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(word_list(language, "dropped") for language in languages))


def _stem(word: str) -> str:
    return word[:-1] if len(word) > LONG_WORD - 2 and word[-1] in "sx" and not word.endswith("ss") else word


def _alike(theory: Theory, labelled: Sequence[Labelled]) -> Iterator[tuple[Element, ...]]:
    """Yield elements whose labels are nearly the same: all those alike at once, and pairs that differ by a slip."""
    same: dict[Stems, dict[Key, Element]] = {}
    for stems, element in labelled:
        same.setdefault(stems, {})[element.key] = element
    for elements in same.values():
        for group in _by_people(theory, elements.values()):
            if len(group) > 1:
                yield group
    # Labels alike but for one word share the rest, by which they are found without comparing every two of them.
    but_one: dict[tuple[int, Stems], list[Stems]] = {}
    for stems in same:
        if len(stems) > ENOUGH_WORDS:
            for index, word in enumerate(stems):
                if len(word) >= LONG_WORD:
                    but_one.setdefault((index, (*stems[:index], *stems[index + 1 :])), []).append(stems)
    for (index, _rest), candidates in but_one.items():
        for one, other in _misspelt(candidates, index):
            pair = (min(same[one].values(), key=_key), min(same[other].values(), key=_key))
            if pair[0].key != pair[1].key and any(len(group) > 1 for group in _by_people(theory, pair)):
                yield pair


def _by_people(theory: Theory, elements: Iterable[Element]) -> list[tuple[Element, ...]]:
    """Return `elements` without those that say that other people change: those who do not say may be any of them."""
    who = {element.key: _who(theory, element) for element in elements}
    stated = {people for people in who.values() if people}
    if len(stated) < 2:
        return [tuple(elements)]
    groups: dict[frozenset[Key], list[Element]] = {}
    for element in elements:
        groups.setdefault(who[element.key], []).append(element)
    return [tuple(group) for group in groups.values()]


def _key(element: Element) -> Key:
    return element.key


def _misspelt(candidates: Sequence[Stems], index: int) -> Iterator[tuple[Stems, Stems]]:
    # Two words one slip apart share what is left of them when one letter is taken away.
    if len(candidates) < 2:
        return
    by_rest: dict[str, Stems] = {}
    for stems in sorted(candidates):
        word = stems[index]
        rests = {word[:at] + word[at + 1 :] for at in range(1, len(word) - ENDING)} | {word}
        near = {by_rest[rest] for rest in rests if rest in by_rest}
        for other in sorted(near):
            yield other, stems
        for rest in rests:
            by_rest.setdefault(rest, stems)


def _who(theory: Theory, element: Element) -> frozenset[Key]:
    stated = element.properties.refs("of")
    pathway = theory.elements.get(element.parent) if element.parent else None
    if not stated and pathway is not None and pathway.kind == "pathway":
        stated = pathway.properties.refs("of")
    return frozenset(stated)


def _finding(alike: tuple[Element, ...]) -> Finding:
    written = sorted(alike, key=lambda element: element.origin)
    names = [f"`{element.id}`" for element in sorted(alike, key=_key)]
    return Finding(
        written[-1].origin,
        _("{names} say nearly the same", names=names),
        _("keep one of them and lead all links there; if they are different, let the words say in what"),
        tuple(Related(element.origin, _("`{name}` is declared here", name=element.id)) for element in written[:-1]),
    )
