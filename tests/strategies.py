"""Hypothesis strategies for toc text, written by hand: whole models that are right, and text that is anything but.

`statements()` draws the top-level statements of a model in which every name is known and every link is legal,
in either vocabulary or both at once, in every way of writing that the language accepts.
`documents()` joins them to a file, `broken_documents()` damages such a file, `garbage()` is whatever can be typed.
"""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from attrs import field, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from toc.syntax.keywords import table

LANGUAGES = ("en", "fr")
NAMES = (
    "lecture",
    "confiance",
    "réussite",
    "lire-à-8-ans",
    "école",
    "x1",
    "n_2",
    "Œuvre",
    "été-2027",
    "reading",
    "trust",
    "名前",
    "ελπίδα",
    "a",
)
# What would be markup, an escape or an ending somewhere: labels can hold anything.
TRICKY = (
    "<b>&amp;</b>",
    "{x};",
    "# no comment",
    "a -> b",
    "%%",
    "]]>",
    "'--",
    "🌱",
    "`x`",
    "|",
    "\\",
    '"',
    "$x$",
    "«",
    "e\u0301",
)
SPACE = st.sampled_from((" ", "  ", "\t", "\u00a0"))


@frozen
class Written:
    """A statement before it is laid out: its first part, what stands in its block (None: no block), its comment."""

    head: str
    items: tuple["Written", ...] | None = None
    comment: str = ""


@frozen
class Names:
    """The names a model declares, by kind, and the pairs of ends that are linked already."""

    by_kind: dict[str, list[str]]
    pairs: set[tuple[str, str]] = field(factory=set)

    def of(self, *kinds: str) -> list[str]:
        """Return the names of these kinds."""
        return [name for kind in kinds for name in self.by_kind.get(kind, ())]


# Words, texts and values ------------------------------------------------------------------------------------------


@cache
def spellings(concept: str, slot: str | None = None) -> SearchStrategy[str]:
    """Draw a way to write `concept`: its words in each language, in capitals and without accents too."""
    known = table()
    entry = (
        known["values"][slot][concept]
        if slot
        else next(known[part][concept] for part in ("kinds", "properties", "clauses") if concept in known[part])
    )
    words = [word for language in LANGUAGES for word in entry[language] if not word.endswith(("'", "’"))]
    if not entry.get("exact"):
        words += [word.upper() for word in words] + [_plain(word) for word in words]
    return st.sampled_from(tuple(dict.fromkeys(words)))


def _plain(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


LETTERS = st.characters(categories=("L", "N", "P", "S"), include_characters=" ", exclude_characters='\\"«»“”„‟')
WORDS = st.one_of(
    st.sampled_from(("Les enfants lisent", "Trust grows", "Œufs")), st.text(LETTERS, min_size=1, max_size=12)
)


@cache
def contents() -> SearchStrategy[str]:
    """Draw what a text can say on one line."""
    parts = st.lists(st.one_of(WORDS, st.sampled_from(TRICKY)), min_size=1, max_size=3)
    return parts.map(" ".join).filter(lambda text: bool(text.strip()))


@cache
@st.composite
def texts(draw: DrawFn) -> str:
    """Draw a text as it stands in a file, in one of its four kinds of quotes."""
    said = draw(contents())
    straight = '"' + said.replace("\\", "\\\\").replace('"', '\\"') + '"'
    form = draw(st.integers(0, 5))
    if form == 1 and not set(said) & set('«»\\"'):
        return f"« {said} »"
    if form == 2 and not set(said) & set('“”\\"'):
        return f"“{said}”"
    if form == 3 and not set(said) & set('\\"'):
        more = draw(st.lists(WORDS.filter(lambda text: bool(text.strip())), max_size=2))
        return '"""\n' + "".join(f"      {line.strip()}\n" for line in (said, *more)) + '    """'
    return straight


@cache
@st.composite
def labels(draw: DrawFn) -> str:
    """Draw a text, with a translation now and then."""
    first = draw(texts())
    if draw(st.integers(0, 4)) < 4:
        return first
    return f"{first} {draw(texts())}@{draw(st.sampled_from(('en', 'fr', 'eu')))}"


PERCENT_SPACES = st.sampled_from(("", " ", "\u00a0", "\u202f"))
DATES = st.one_of(
    st.integers(1990, 2060).map(str),
    st.builds("{:04d}-{:02d}".format, st.integers(1990, 2060), st.integers(1, 12)),
    st.builds("{:04d}-{:02d}-{:02d}".format, st.integers(1990, 2060), st.integers(1, 12), st.integers(1, 28)),
)
SHARES = st.sampled_from(("0.4", "0", "1", "0.75", "0.333", "0.2..0.4", "0..1"))
AMOUNTS = st.one_of(
    st.integers(0, 10**6).map(str),
    st.integers(1, 10**5).map("{} EUR".format),
    st.integers(1, 90).map("{} jours".format),
    st.builds("{}..{} CAD".format, st.integers(1, 50), st.integers(51, 10**4)),
)
QUANTITIES = st.one_of(
    st.builds("{}{}%".format, st.integers(0, 100), PERCENT_SPACES),
    st.sampled_from(("3", "-2", "0.4", "12.50", "7 enfants", "120 people")),
    spellings("unknown", "quantity"),
)


@cache
def words_of(slot: str) -> SearchStrategy[str]:
    """Draw a word of `slot`."""
    return st.one_of(*(spellings(concept, slot) for concept in sorted(table()["values"][slot])))


PERIODS = st.builds("{} {}".format, st.integers(1, 24), words_of("period"))


@st.composite
def clauses(draw: DrawFn, concept: str, value: SearchStrategy[str]) -> str:
    """Draw ` keyword value`, or nothing."""
    if draw(st.booleans()):
        return ""
    return f" {draw(spellings(concept))} {draw(value)}"


@st.composite
def references(draw: DrawFn, names: Sequence[str], most: int = 3) -> str:
    """Draw a list of some of `names`, which may go on after a comma."""
    chosen = draw(st.lists(st.sampled_from(sorted(names)), min_size=1, max_size=most, unique=True))
    return draw(st.sampled_from((", ", ",", " , ", ",\n    "))).join(chosen)


# Properties -------------------------------------------------------------------------------------------------------

Maker = Callable[[Names], SearchStrategy[str] | None]


def _refs(*kinds: str, most: int = 3) -> Maker:
    return lambda names: references(names.of(*kinds), most) if names.of(*kinds) else None


def _just(value: SearchStrategy[str]) -> Maker:
    return lambda _: value


def _flag(_: Names) -> SearchStrategy[str]:
    return st.just("")


def _joined(*parts: SearchStrategy[str]) -> SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


def _dated(value: SearchStrategy[str]) -> SearchStrategy[str]:
    return _joined(value, clauses("in", DATES))


def _dated_refs(names: Names) -> SearchStrategy[str] | None:
    return _dated(references(names.of("actor"), 1)) if names.of("actor") else None


def _listed(slot: str) -> Maker:
    return _just(st.lists(words_of(slot), min_size=1, max_size=2, unique_by=str.casefold).map(", ".join))


TEXT, WHEN = _just(labels()), _just(DATES)
BECAUSE = _joined(spellings("because").map("{} ".format), labels())
WAIVABLE = ("missing-middle", "TOC204", "dead-end", "TOC301")
COMMON = {
    "note": TEXT,
    "source": TEXT,
    "tags": _just(st.sampled_from(("urgent", "ville, santé", "a1"))),
    "private": _flag,
    "accept": _just(_joined(st.sampled_from(WAIVABLE), spellings("because").map(" {} ".format), texts())),
}
CHANGE: dict[str, Maker] = {
    "of": _refs("actor"),
    "level": _just(words_of("level")),
    "nature": _just(words_of("nature")),
    "sphere": _just(words_of("sphere")),
    "in": WHEN,
    "sufficient": _just(words_of("sufficient")),
    "assuming": _refs("assumption"),
    "counterfactual": _just(st.sampled_from(("0.1", "0", "1"))),
    "lasting": _just(BECAUSE),
}
LIKELIHOOD = _just(st.one_of(words_of("likelihood"), st.sampled_from(("0.3", "1"))))
EVIDENCE = _just(_joined(words_of("evidence"), st.just(" "), labels()))
PROPERTIES: dict[str, dict[str, Maker]] = {
    "theory": {
        "issue": TEXT,
        "context": TEXT,
        "territory": TEXT,
        "languages": _just(st.sampled_from(("fr", "en", "fr, en", "en, fr, eu"))),
        "profile": _listed("profile"),
        "horizon": WHEN,
        "review": _just(
            _joined(spellings("every"), st.just(" "), PERIODS, st.sampled_from((" from ", " dès ")), DATES)
        ),
        "publish": TEXT,
    },
    "vision": {**CHANGE, "for": _refs("actor"), "validated_by": _dated_refs},
    "outcome": CHANGE,
    "precondition": CHANGE,
    "output": {"of": _refs("actor"), "in": WHEN},
    "strategy": {
        "by": _refs("actor"),
        "lead": _refs("actor", most=1),
        "effort": _just(st.one_of(words_of("effort"), AMOUNTS)),
        "feasibility": _just(st.sampled_from("1234")),
        "acts_on": _just(words_of("acts_on")),
        "status": _just(words_of("status")),
        "in": _just(st.one_of(DATES, st.just("2026..2029"), st.just("2026-03..2027-10"))),
    },
    "activity": {"by": _refs("actor"), "in": WHEN, "status": _just(words_of("status"))},
    "assumption": {"likelihood": LIKELIHOOD, "evidence": EVIDENCE, "checked_by": _dated_refs},
    "factor": {"likelihood": LIKELIHOOD, "response": _refs("strategy")},
    "risk": {
        "likelihood": LIKELIHOOD,
        "severity": _just(words_of("severity")),
        "on": _refs("outcome", "precondition", "output", "vision", "strategy"),
        "mitigated_by": _refs("strategy"),
    },
    "actor": {
        "sector": _just(words_of("sector")),
        "role": _just(words_of("role")),
        "concerned": _flag,
        "stance": _just(words_of("stance")),
        "boundary": _flag,
        "response": _refs("strategy"),
        "champion": _listed("champion"),
        "backbone": _listed("backbone"),
        "funded_by": _refs("resource"),
    },
    "indicator": {
        "unit": _just(texts()),
        "baseline": _just(_dated(QUANTITIES)),
        "target": _just(_dated(QUANTITIES)),
        "milestone": _just(_dated(QUANTITIES)),
        "observed": _just(_dated(QUANTITIES)),
        "of": _refs("actor"),
        "split_by": _just(st.lists(texts(), min_size=1, max_size=2).map(", ".join)),
        "proxy": _just(BECAUSE),
        "collaboration": _flag,
    },
    "marker": {"of": _refs("actor"), "observed": _just(_dated(words_of("observed")))},
    "urgency": {"evidence": EVIDENCE},
    "resource": {"amount": _just(AMOUNTS), "from": _refs("actor", most=1), "until": WHEN, "secured": _flag},
    "question": {"about": _refs("outcome", "strategy", "vision"), "by": _refs("actor")},
    "learning": {
        "in": WHEN,
        "answers": _refs("question", most=1),
        "changes": _refs("outcome", "precondition", "strategy"),
    },
    "term": {"also": _just(st.lists(texts(), min_size=1, max_size=2).map(", ".join))},
    "link": {"because": TEXT, "evidence": EVIDENCE, "assuming": _refs("assumption"), "delay": _just(PERIODS)},
}
NESTED = {
    "vision": ("indicator",),
    "outcome": ("indicator", "marker"),
    "precondition": ("indicator", "marker"),
    "output": ("indicator",),
    "strategy": ("activity", "output"),
}
VARIETIES = {"factor": "factor", "resource": "resource", "marker": "marker", "urgency": "urgency"}
ORDER = ("strategy", "factor", "output", "precondition", "outcome", "vision")
ANONYMOUS = ("theory", "urgency", "marker", "activity")


COMMENTS = st.one_of(st.just(""), st.just(""), st.just(""), contents().map(lambda text: f"# {text}"))


@st.composite
def properties(draw: DrawFn, kind: str, names: Names) -> tuple[Written, ...]:
    """Draw properties that a declaration of `kind` may have, each at most once."""
    makers = {**PROPERTIES[kind], **COMMON}
    chosen = draw(st.lists(st.sampled_from(sorted(makers)), max_size=4, unique=True))
    written = []
    for concept in chosen:
        value = makers[concept](names)
        if value is not None:
            head = f"{draw(spellings(concept))} {draw(value)}".rstrip(" ")
            written.append(Written(head, comment=draw(COMMENTS)))
    return tuple(written)


@st.composite
def declarations(draw: DrawFn, kind: str, name: str, names: Names, depth: int = 0) -> Written:
    """Draw a declaration of `kind` called `name` (empty: without an id)."""
    parts = [draw(spellings(kind))]
    if kind in VARIETIES:
        parts.append(draw(words_of(VARIETIES[kind])))
    parts += [name] if name else []
    parts.append(draw(labels()))
    items = list(draw(properties(kind, names)))
    for nested in NESTED.get(kind, ()) if depth == 0 else ():
        if draw(st.integers(0, 3)) == 3:
            items.append(draw(declarations(nested, "", names, depth + 1)))
    if draw(st.booleans()):
        items.reverse()
    head = draw(SPACE).join(parts)
    return Written(head, tuple(items) or draw(st.sampled_from((None, ()))), draw(COMMENTS))


# Links ------------------------------------------------------------------------------------------------------------


def _legal(names: Names) -> list[tuple[str, str]]:
    # Forwards only, in the order of declaration within a kind, so that no cycle comes about.
    kinds = {name: kind for kind in ORDER for name in names.of(kind)}
    ordered = list(kinds)
    legal = []
    for place, source in enumerate(ordered):
        for target in ordered[place + 1 :]:
            pair = (kinds[source], kinds[target])
            if pair[1] in ("strategy", "factor") or pair[0] == "vision" or pair == ("output", "vision"):
                continue
            if pair != ("factor", "vision"):
                legal.append((source, target))
    return [pair for pair in legal if pair not in names.pairs]


@st.composite
def links(draw: DrawFn, names: Names) -> Written | None:
    """Draw a link statement between declared names, none where every legal pair is taken."""
    legal = _legal(names)
    if not legal:
        return None
    source, target = draw(st.sampled_from(legal))
    others = [other for other, end in legal if end == target and other != source]
    arrow = draw(st.sampled_from(("->", "=>", "-|", "→", "⇒")))
    sources = [source, draw(st.sampled_from(others))] if draw(st.booleans()) and others else [source]
    joint = " & " if arrow in ("->", "→", "-|") and draw(st.booleans()) else ", "
    names.pairs.update((name, target) for name in sources)
    ends = [joint.join(sources), target]
    further = [end for start, end in _legal(names) if start == target]
    if further and draw(st.integers(0, 3)) == 3:
        ends.append(draw(st.sampled_from(further)))
        names.pairs.add((target, ends[-1]))
    gap = draw(st.sampled_from((" ", "  ", "\t")))
    strength = draw(st.one_of(st.just(""), words_of("strength"), SHARES))
    uncertain = draw(st.one_of(st.just(""), st.just(""), spellings("uncertain", "mark")))
    head = " ".join(part for part in (f"{gap}{arrow}{gap}".join(ends), strength, uncertain) if part)
    return Written(head, draw(properties("link", names)) or None, draw(COMMENTS))


# Whole models -----------------------------------------------------------------------------------------------------

MANY = {
    "strategy": 2,
    "factor": 1,
    "output": 1,
    "precondition": 2,
    "outcome": 2,
    "vision": 1,
    "actor": 2,
    "assumption": 2,
    "risk": 1,
    "indicator": 1,
    "urgency": 1,
    "resource": 1,
    "question": 1,
    "learning": 1,
    "term": 1,
}


@st.composite
def _names(draw: DrawFn) -> Names:
    by_kind: dict[str, list[str]] = {}
    taken: set[str] = set()
    chosen = {"vision", *draw(st.lists(st.sampled_from(sorted(MANY)), max_size=8))}
    for kind, most in MANY.items():
        for number in range(draw(st.integers(1, most)) if kind in chosen else 0):
            stem = draw(st.sampled_from(NAMES))
            name = stem if unicodedata.normalize("NFC", stem) not in taken else f"{stem}-{kind[:4]}{number}"
            taken.add(name)
            by_kind.setdefault(kind, []).append(name)
    return Names(by_kind)


@st.composite
def views(draw: DrawFn, names: Names) -> Written:
    """Draw a view of declared things."""
    shown = names.of("vision", "outcome", "precondition", "strategy")
    one = st.sampled_from(shown)
    selection = st.one_of(
        one,
        st.sampled_from(("strategies", "stratégies", "outcomes", "changements", "links", "liens", "indicateurs")),
        _joined(spellings("upstream_of").map("{} ".format), one),
        _joined(spellings("links_of").map("{} ".format), one),
        _joined(st.sampled_from(("within 2 of ", "à 1 pas de ")), one),
        st.just("tagged urgent"),
    )
    selections = st.lists(selection, min_size=1, max_size=2, unique=True).map(", ".join)
    lines = {
        "show": selections,
        "hide": selections,
        "group_by": words_of("group_by"),
        "highlight": one,
        "direction": words_of("direction"),
        "paper": st.sampled_from(("A0", "A3")),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(lines)), max_size=3, unique=True))
    items = [Written(f"{draw(spellings(concept))} {draw(lines[concept])}") for concept in chosen]
    if draw(st.booleans()):
        inside = (Written(f"{draw(spellings('show'))} {draw(one)}"),)
        items.append(Written(f"{draw(spellings('step'))} {draw(texts())}", inside))
    return Written(f"{draw(spellings('view'))} vue1 {draw(labels())}", tuple(items), draw(COMMENTS))


@st.composite
def written_models(draw: DrawFn) -> list[Written]:
    """Draw the top-level statements of a model, before they are laid out."""
    names = draw(_names())
    statements = [
        draw(declarations(kind, "" if kind in ANONYMOUS else name, names))
        for kind, declared in names.by_kind.items()
        for name in declared
    ]
    if draw(st.booleans()):
        statements.insert(0, draw(declarations("theory", "", names)))
    for _ in range(draw(st.integers(0, 4))):
        link = draw(links(names))
        statements += [link] if link else []
    if draw(st.booleans()) and names.of("indicator"):
        when = f" {draw(spellings('in'))} {draw(DATES)}"
        indicator = f" {draw(spellings('for'))} {names.of('indicator')[0]}"
        statements.append(Written(f"{draw(spellings('observed'))} {draw(QUANTITIES)}{indicator}{when}"))
    if draw(st.integers(0, 3)) == 3:
        statements.append(draw(views(names)))
    if len(statements) > 2 and draw(st.integers(0, 2)) == 2:
        statements = _with_pathway(statements, draw(spellings("pathway")), draw(labels()))
    return statements


def _with_pathway(statements: list[Written], keyword: str, label: str) -> list[Written]:
    # The middle third moves into a pathway, but for what belongs at the top of a file.
    third = len(statements) // 3
    middle = statements[third : len(statements) - third]
    inside = [one for one in middle if not _stays(one)]
    outside = [one for one in middle if _stays(one)]
    pathway = Written(f"{keyword} chemin1 {label}", tuple(inside))
    return [*statements[:third], pathway, *outside, *statements[len(statements) - third :]]


def _stays(statement: Written) -> bool:
    first = _plain(statement.head.split()[0]).casefold()
    return first in {"theory", "theorie", "view", "vue", "observed", "observe"}


SEPARATORS = st.sampled_from(("; ", ";", " ; "))
INDENTS = st.sampled_from(("  ", "", "\t"))
GAPS = st.sampled_from(("\n", "\n\n", "\n\n\n"))


@st.composite
def layouts(draw: DrawFn, statement: Written, indent: str = "") -> str:
    """Draw a way to lay out `statement`: its block over several lines or on one, with its comments."""
    comment = f"  {statement.comment}" if statement.comment else ""
    if statement.items is None:
        return f"{indent}{statement.head}{comment}"
    plain = all(item.items is None and not item.comment and "\n" not in item.head for item in statement.items)
    if plain and draw(st.booleans()):
        body = draw(SEPARATORS).join(item.head for item in statement.items)
        return f"{indent}{statement.head} {{ {body} }}{comment}"
    step = draw(INDENTS)
    lines = [draw(layouts(item, indent + step)) for item in statement.items]
    gap = draw(GAPS)
    above = f"{indent}{statement.comment}\n" if statement.comment else ""
    body = "".join(f"{line}{gap}" for line in lines)
    return f"{above}{indent}{statement.head} {{\n{body}{indent}}}"


@st.composite
def statements(draw: DrawFn) -> list[str]:
    """Draw the top-level statements of a model in which every name is known and every link legal."""
    return [draw(layouts(statement)) for statement in draw(written_models())]


@st.composite
def documents(draw: DrawFn) -> str:
    """Draw a whole file without an error of syntax or of names."""
    gap = draw(st.sampled_from(("\n", "\n\n", "\n\n# apart\n\n", "\r\n")))
    text = gap.join(draw(statements()))
    return draw(st.sampled_from(("", "\n", "# first\n"))) + text + draw(st.sampled_from(("\n", "", "\n# last")))


# Text that is wrong -----------------------------------------------------------------------------------------------

PIECES = (
    *"{};,&#\"«»“”@.-=|>\\'()",
    *(
        '"""',
        "->",
        "=>",
        "-|",
        "..",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\u2028",
        "\u0085",
        "\x00",
        "\u202e",
        "\u00a0",
        "\ufeff",
    ),
    *(
        "outcome",
        "vision",
        "stratégie",
        "chemin",
        "exige",
        "parce que",
        "tous les",
        "use",
        "view",
        "observed",
        "l'école",
    ),
    *("x", "été", "2030-02-31", "0,4", "30 000 €", "62 %", "1..", "@en", "e\u0301", "🌱", "\ud800"),
)


def garbage() -> SearchStrategy[str]:
    """Draw whatever can be typed, of pieces of the language or not."""
    return st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=60))


@st.composite
def broken_documents(draw: DrawFn) -> str:
    """Draw a model with a few random edits, as when someone is still typing."""
    text = draw(documents())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 8)))
        text = text[:start] + draw(st.sampled_from(("", *PIECES))) + text[end:]
    return text
