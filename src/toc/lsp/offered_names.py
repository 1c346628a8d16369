"""What the model and its files offer at a place: names of elements, rules, tags, units, dates, paths of files."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from lsprotocol.types import CompletionItemKind

from toc.lsp.desk import Desk
from toc.lsp.filling import place, plain, snippet
from toc.lsp.meant import label_of, undeclared
from toc.lsp.names import names_in, scope_of
from toc.lsp.offer import MOST, Offer, rank
from toc.lsp.roles import Role
from toc.lsp.under_cursor import UnderCursor
from toc.messages import LANGUAGES, _
from toc.model.elements import Element, Quantity, Range, When
from toc.model.vocabulary import LANES, SLOTS, TARGETS
from toc.rule_book import rule_book, title
from toc.syntax.keywords import concept, fold, nfc, slot_words, word

NAME, RULE, TEXT = CompletionItemKind.Variable, CompletionItemKind.Constant, CompletionItemKind.Text
WHOLE = CompletionItemKind.Snippet
UNIT, DATE, FILE = CompletionItemKind.Unit, CompletionItemKind.Value, CompletionItemKind.File
KINDS: Mapping[str, CompletionItemKind] = {
    "actor": CompletionItemKind.Class,
    "strategy": CompletionItemKind.Function,
    "pathway": CompletionItemKind.Module,
    "vision": CompletionItemKind.Event,
}
LATER = 5
MEANING = "TOC2"
# Years offered where the theory has no horizon.
AHEAD = 6
MEASURED, SPENT = ("indicator", "marker"), ("strategy", "resource")


def elements(desk: Desk, role: Role, typed: str, group: int = 0) -> Iterator[Offer]:
    """Yield the names of the elements of the kinds that fit, without those that stand there already."""
    return _named(desk, frozenset(role.kinds), role.given, typed, group)


def targets(desk: Desk, role: Role, typed: str) -> Iterator[Offer]:
    """Yield what the sources of a link may point to; what their kinds may is known by their names."""
    named = names_in(desk.analysis, desk.file)
    sources = (named[name].kind for name in role.sources if name in named)
    kinds = [frozenset(TARGETS[kind]) for kind in sources if kind in TARGETS]
    anything = frozenset(kind for kinds in TARGETS.values() for kind in kinds)
    return _named(desk, frozenset.intersection(anything, *kinds), role.given, typed, 0)


def _named(desk: Desk, kinds: frozenset[str], given: Iterable[str], typed: str, group: int) -> Iterator[Offer]:
    """Yield the best fitting names alone: thousands of offers take their time."""
    wanted, without = fold(typed), {nfc(text) for text in given}
    found = []
    for name, element in names_in(desk.analysis, desk.file).items():
        if element.kind in kinds and name not in without:
            label = element.label.texts[0].value if element.label.texts else ""
            fits = rank(name, label if wanted else "", wanted)
            if fits is not None:
                found.append((fits, fold(name), name, element))
    found.sort(key=lambda one: one[:3])
    return (_element(desk, name, element, group) for _fits, _folded, name, element in found[: MOST + 1])


def _element(desk: Desk, name: str, element: Element, group: int) -> Offer:
    label = element.label.in_language(desk.language, next(iter(desk.theory.languages), None))
    found_by = element.label.texts[0].value if element.label.texts else ""
    text = " ".join(label.value.split()) if label else ""
    kind = KINDS.get(element.kind, NAME)
    return Offer(name, kind, text, word(element.kind, desk.language), group, found_by=found_by)


def new(desk: Desk, role: Role, *, bare: bool, typed: str) -> Iterator[Offer]:
    """Yield the names that are used and not declared yet, those that may be of the kind first.

    The others come once something is `typed`. Where they are not `bare`, each comes with its label to fill in.
    """
    about = desk.show(_("used, not declared yet"))
    for name, meant in undeclared(desk).items():
        kinds = " · ".join(dict.fromkeys(word(one.kind, desk.language) for one in meant))
        fits = not meant or any(one.kind in role.kinds for one in meant)
        if not fits and not typed:
            continue
        whole = "" if bare else snippet(f'{name} "{place(label_of(name))}"')
        yield Offer(name, NAME, about, kinds, 0 if fits else LATER, found_by=name, snippet=whole, label=name)


def declarations(desk: Desk, language: str) -> Iterator[Offer]:
    """Yield declarations of the names that are used and not declared yet, as what they most likely are."""
    about = desk.show(_("used, not declared yet"))
    for name, meant in undeclared(desk).items():
        if meant:
            head = meant[0].head(name, place(label_of(name)), language)
            text = plain(head).partition(' "')[0]
            yield Offer(text, WHOLE, about, label=f"{text} …", snippet=snippet(head))


def labels(role: Role) -> Iterator[Offer]:
    """Yield the label that the name before it makes one think of."""
    return (Offer(f'"{label_of(name)}"', TEXT) for name in role.given[:1])


def lanes(desk: Desk, under: UnderCursor, role: Role) -> Iterator[Offer]:
    """Yield the lanes of a view: words of what it is grouped by, else pathways and actors."""
    rows = (row for row in under.rows if len(row) > 1 and row[0].type == "GROUP_BY")
    groups = [found for row in rows if (found := concept(row[1].text, "group_by"))]
    group = groups[0] if groups else ""
    if group in SLOTS:
        return (Offer(entry.words[language][0], TEXT) for language in LANGUAGES for entry in slot_words(group))
    kinds = LANES.get(group) or tuple(kind for kinds in LANES.values() for kind in kinds)
    return elements(desk, Role("", kinds, given=role.given), under.text)


def rules(desk: Desk) -> Iterator[Offer]:
    """Yield the rules that can be accepted, those that speak of this file first."""
    speaking = {one.rule.name for one in desk.analysis.diagnostics if one.origin.file == desk.file}
    for name, code, told in _titles(desk.language):
        yield Offer(name, RULE, told, code, 0 if name in speaking else LATER, found_by=f"{code} {told}")


@cache
def _titles(language: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((rule.name, rule.code, title(rule, language)) for rule in rule_book() if rule.code >= MEANING)


def tags(desk: Desk, role: Role) -> Iterator[Offer]:
    """Yield the tags used so far, the most used first."""
    found = Counter(tag for element in desk.theory.elements.values() for tag in element.properties.words("tags"))
    return (Offer(tag, TEXT, group=at) for at, (tag, _n) in enumerate(found.most_common()) if tag not in role.given)


def languages(desk: Desk, role: Role) -> Iterator[Offer]:
    """Yield the languages of the theory, and those that messages speak."""
    found = dict.fromkeys((*desk.theory.languages, *LANGUAGES))
    return (Offer(language, TEXT, group=at) for at, language in enumerate(found) if language not in role.given)


def units(desk: Desk, role: Role) -> Iterator[Offer]:
    """Yield the units of amounts, or those of measures, that the files use, the most used first."""
    kinds = SPENT if role.keyword in ("effort", "amount") else MEASURED
    found = Counter(unit for element in desk.theory.of_kind(*kinds) for unit in _units(element))
    if kinds == MEASURED:
        found["%"] += 1
    return (Offer(unit, UNIT, group=at) for at, (unit, _n) in enumerate(found.most_common()))


def _units(element: Element) -> Iterator[str]:
    for item in element.properties:
        for value in item.values:
            quantity = value.high if isinstance(value, Range) else value
            if isinstance(quantity, Quantity) and quantity.unit:
                yield quantity.unit


def unit_texts(desk: Desk) -> Iterator[Offer]:
    """Yield the units that indicators state as texts."""
    found = Counter(str(element.properties.text("unit")) for element in desk.theory.of_kind("indicator"))
    del found[""]
    return (Offer(text, UNIT, group=at) for at, (text, _n) in enumerate(found.most_common()))


def dates(desk: Desk, role: Role) -> Iterator[Offer]:
    """Yield what a date may be: today and what is past for what was seen, else the years up to the horizon."""
    today = desk.settings.today
    if today is None:
        return iter(())
    past = role.keyword in ("baseline", "observed", "validated_by", "learning")
    month = f"{today.year}-{today.month:02}"
    if past:
        found = [month, today.isoformat(), *(str(today.year - back) for back in range(4))]
    else:
        end = horizon(desk, today)
        found = [str(year) for year in range(today.year, end + 1)]
        found += [month] if role.keyword in ("review", "until") else []
    return (Offer(text, DATE, group=at) for at, text in enumerate(found))


def years(desk: Desk) -> tuple[int, int]:
    """Return the present year and that by which changes are expected; zeros where the day is not known."""
    today = desk.settings.today
    return (today.year, horizon(desk, today)) if today else (0, 0)


def horizon(desk: Desk, today: date) -> int:
    """Return the year by which changes are expected: that of the theory's horizon, else one some years ahead."""
    head = desk.theory.head
    stated = head.properties.date("horizon") if head else None
    last = stated.high if isinstance(stated, Range) else stated
    ahead = today.year + AHEAD
    return min(max(last.year, today.year), today.year + 30) if isinstance(last, When) else ahead


def paths(desk: Desk) -> Iterator[Offer]:
    """Yield the files of the workspace that this one does not use yet, as it would write them."""
    opened, aliased = scope_of(desk.analysis, desk.file)
    used = {*opened, *aliased.values()}
    known = dict.fromkeys(path for analysis in (desk.analysis, *desk.analyses) for path in analysis.documents)
    folder = posixpath.dirname(desk.file) or "."
    return (Offer(posixpath.relpath(path, folder), FILE) for path in sorted(known) if path not in used)


def texts_of(texts: Iterable[str]) -> Iterator[Offer]:
    """Yield texts as they are, in their order."""
    return (Offer(text, DATE, group=at) for at, text in enumerate(texts))
