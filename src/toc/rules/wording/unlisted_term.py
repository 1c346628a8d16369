"""The rule `unlisted-term`."""

from collections.abc import Iterator, Mapping
from re import Match

from attrs import frozen

from toc.diagnostics import CI, INFO, Edit, Finding, Fix, Related, rule
from toc.messages import _
from toc.model.elements import Element, Text
from toc.model.theory import Theory
from toc.rules.wording.shown_texts import shown_texts
from toc.rules.wording.word_lists import WORD, folded, words_of


@frozen
class _Spelling:
    """One way to write a term, as folded words without their plural; `listed` is the form agreed on."""

    stems: tuple[str, ...]
    term: Element
    listed: str
    is_own: bool


@rule(
    "TOC312",
    INFO,
    profiles=(CI,),
    sources=[
        "Niska and Accolades, wiki page « Impact collectif »: actors do not share the same « vocabulaire »",
        "Davies 2012, criteria of evaluability: a theory of change is understandable",
    ],
)
def unlisted_term(theory: Theory) -> Iterator[Finding]:
    """
    A term of the shared vocabulary, written in another way than the one agreed on.

    ## Why it matters
    People from health, school and business bring their own words.
    A `term` fixes the one that all understand alike; where a text says it otherwise, readers wonder whether
    something else is meant.

    Labels, reasons, definitions and what the theory says of itself are searched for the variants that a term lists
    with `also`, and for its own words with other hyphens or accents.
    Capitals and plurals make no difference.
    A word that means something else in its place can be waived with `accept`.

    ## Bad
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Nobody leaves school early"
    outcome adult "Young people at risk of early leaving have an adult to turn to"
    adult -> diploma { because "One stays where one is expected" }
    term dropout "Dropout" { "Leaving school without a diploma and without a plan"; also "early leaving" }
    ```

    ## Good
    ```toc
    theory "School success" { profile collective_impact }
    vision diploma "Nobody leaves school early"
    outcome adult "Young people at risk of dropout have an adult to turn to"
    adult -> diploma { because "One stays where one is expected" }
    term dropout "Dropout" { "Leaving school without a diploma and without a plan"; also "early leaving" }
    ```
    """
    terms = theory.of_kind("term")
    if not terms:
        return
    first = next(iter(theory.languages), "")
    spellings = _spellings(terms, first)
    own = {label.origin for term in terms for label in (term.label, term.properties.text("definition"))}
    for label in shown_texts(theory):
        if label.origin not in own:
            for text in label.texts:
                yield from _variants(text, spellings.get(text.language or first, {}))


def _spellings(terms: tuple[Element, ...], first: str) -> Mapping[str, Mapping[str, list[_Spelling]]]:
    """Return all spellings by language and first word, the longest first."""
    found: dict[str, dict[str, list[_Spelling]]] = {}
    for term in terms:
        names = {text.language or first: text.value for text in reversed(term.label.texts)}
        also = [text for item in term.properties.all("also") for text in item.text.texts]
        for text, is_own in [*((text, True) for text in term.label.texts), *((text, False) for text in also)]:
            language = text.language or first
            stems = _stems(text.value)
            if stems and language in names:
                spelling = _Spelling(stems, term, names[language], is_own)
                found.setdefault(language, {}).setdefault(stems[0], []).append(spelling)
    for by_word in found.values():
        for spellings in by_word.values():
            spellings.sort(key=lambda spelling: (-len(spelling.stems), not spelling.is_own, spelling.term.key))
    return found


def _stems(text: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in words_of(text))


def _stem(word: str) -> str:
    return word.rstrip("sx") or word


def _variants(text: Text, spellings: Mapping[str, list[_Spelling]]) -> Iterator[Finding]:
    words = list(WORD.finditer(text.value))
    stems = [_stem(folded(word.group())) for word in words]
    at = 0
    while at < len(stems):
        spelling = _spelling_at(stems, at, spellings)
        if spelling:
            finding = _finding(text, words[at], words[at + len(spelling.stems) - 1], spelling)
            if finding:
                yield finding
        at += len(spelling.stems) if spelling else 1


def _spelling_at(stems: list[str], at: int, spellings: Mapping[str, list[_Spelling]]) -> _Spelling | None:
    for spelling in spellings.get(stems[at], ()):
        if tuple(stems[at : at + len(spelling.stems)]) == spelling.stems:
            return spelling
    return None


def _finding(text: Text, opening: Match[str], closing: Match[str], spelling: _Spelling) -> Finding | None:
    start, end = opening.start(), closing.end()
    written = text.value[start:end]
    if spelling.is_own and _is_alike(written, spelling.listed):
        return None
    exact = text.origin.end - text.origin.start == len(text.value)
    place = text.origin.part(start, end) if exact else text.origin
    fixes: tuple[Fix, ...] = ()
    # Only another spelling of the very same words leaves the sentence around it as it is.
    if exact and spelling.is_own and len(written) == len(spelling.listed):
        edit = Edit("replace", place, _with_case_of(written, spelling.listed))
        fixes = (Fix(_("write `{listed}`", listed=spelling.listed), (edit,)),)
    return Finding(
        place,
        _("the shared vocabulary says `{listed}`, not `{written}`", listed=spelling.listed, written=written),
        _("write it as agreed, or change the term `{term}` together", term=spelling.term.id),
        (Related(spelling.term.origin, _("the term as it was agreed on")),),
        fixes,
    )


def _is_alike(written: str, listed: str) -> bool:
    one, other = (text.casefold().replace("’", "'") for text in (written, listed))
    if written.isupper():
        one, other = folded(one), folded(other)
    endings = one.rstrip("sx"), other.rstrip("sx")
    return endings[0] == endings[1] or _singular(one) == _singular(other)


def _singular(text: str) -> list[str]:
    # Plural by plural, with what stands between the words: `tables de quartier` is `table de quartier`.
    end, parts = 0, []
    for word in WORD.finditer(text):
        parts += [text[end : word.start()], _stem(word.group())]
        end = word.end()
    return parts


def _with_case_of(written: str, listed: str) -> str:
    return listed if written[:1].isupper() else listed[:1].lower() + listed[1:]
