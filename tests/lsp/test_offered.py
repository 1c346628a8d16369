"""What is offered at each place of a file, in both languages: a row a property, a clause, a place in a head."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from lsp.desks import MARK, Seat, edited, seat
from lsp.test_completion import EXAMPLES as FOLDER
from lsp.test_completion import WITH_SNIPPETS, _items
from lsprotocol import types

from toc.lsp.feature import LATEST
from toc.lsp.features.completion import completion
from toc.lsp.snippets import VARIETIES
from toc.messages import LANGUAGES
from toc.model.vocabulary import COMMON, KINDS, LINK_PROPERTIES, TOP
from toc.syntax.keywords import fold, slot_words, word
from toc.syntax.signs import DEEP
from toc.syntax.spelling import period_as

EXAMPLES = sorted(FOLDER.glob("**/*.toc"))
WORD = re.compile(r"[^\W\d_]\w{3,}")
ACTOR, STRATEGY = ("actor",), ("strategy",)
CHAIN = ("outcome", "precondition", "output", "vision")
NAMED = tuple(kind for kind, one in KINDS.items() if TOP in one.places and kind not in ("theory", "view"))
ANYTHING = tuple(f"{kind}_1" for kind in NAMED)
NOTHING: tuple[str, ...] = ()


def names(*kinds: str) -> tuple[str, ...]:
    """Return the names that the model has of some kinds."""
    return tuple(f"{kind}_1" for kind in kinds)


YEARS = tuple(str(year) for year in range(2026, 2033))
SELECTED = ("[links_of]", "[upstream_of]", "[downstream_of]", "[by]", "[tagged]", "[within]", *ANYTHING)
# What must be offered right behind each property, and of the model nothing else: names of elements, `[a word]` of the
# language, the words of a `slot:`, units of a `period`, dates. Where the writer alone knows, nothing is.
BEHIND: dict[str, Sequence[str]] = {
    **dict.fromkeys(("by", "lead", "of", "for", "collected_by", "checked_by", "from", "part_of"), names(*ACTOR)),
    "validated_by": names(*ACTOR),
    "funded_by": names("resource", "actor"),
    **dict.fromkeys(("response", "mitigated_by"), names(*STRATEGY)),
    "assuming": names("assumption"),
    **dict.fromkeys(("measures", "requires", "with"), names(*CHAIN)),
    "on": names(*CHAIN, *STRATEGY),
    **dict.fromkeys(("about", "changes"), ANYTHING),
    "answers": names("question"),
    **{
        slot: (f"slot:{slot}",)
        for slot in (
            *("level", "nature", "sphere", "sufficient", "effort", "likelihood", "severity", "acts_on", "status"),
            *("evidence", "sector", "role", "stance", "champion", "backbone", "profile", "group_by", "direction"),
            "theme",
        )
    },
    **dict.fromkeys(("baseline", "target", "milestone", "observed"), ("slot:quantity",)),
    **dict.fromkeys(("in", "horizon", "until"), YEARS),
    "review": ("[every]", "[from.date]"),
    **dict.fromkeys(("lasting", "proxy"), ("[because]",)),
    "languages": LANGUAGES,
    "tags": ("first",),
    "accept": ("no-vision", "no-indicator"),
    "feasibility": ("1", "2", "3", "4"),
    "paper": ("A4", "A0"),
    "delay": ("length:6",),
    **dict.fromkeys(("show", "hide", "highlight"), SELECTED),
    "order": names("pathway", "actor"),
    **dict.fromkeys(("issue", "context", "territory", "publish", "note", "source", "because"), NOTHING),
    **dict.fromkeys(("unit", "split_by", "also", "definition", "counterfactual", "amount"), NOTHING),
    **dict.fromkeys(("private", "concerned", "boundary", "secured", "collaboration"), NOTHING),
}
# Properties whose words are others in some kinds.
IN_KINDS: dict[tuple[str, str], Sequence[str]] = {("marker", "observed"): ("slot:observed",)}
# What may follow in an item, whose words are in braces.
CLAUSES: dict[str, Sequence[str]] = {
    "{vision} v_2 { {validated_by} actor_1 ▮ }": ["[in]"],
    "{vision} v_2 { {validated_by} actor_1 {in} ▮ }": ["2026-06", "2026"],
    "{outcome} o_2 { {requires} outcome_1 ▮ }": ["[because]"],
    "{outcome} o_2 { {requires} outcome_1, ▮ }": names("vision", "precondition", "output"),
    "{assumption} a_2 { {checked_by} actor_1 {in} ▮ }": YEARS,
    '{indicator} i_2 "I" { {baseline} 3 % {in} ▮ }': ["2026-06", "2026"],
    '{indicator} i_2 "I" { {target} 3 % ▮ }': ["[in]"],
    '{indicator} i_2 "I" { {target} 3 % {in} ▮ }': YEARS,
    '{indicator} i_2 "I" { {collected_by} actor_1 ▮ }': ["[every]"],
    '{indicator} i_2 "I" { {collected_by} actor_1 {every} ▮ }': ["period"],
    '{theory} "T" { {review} {every} ▮ }': ["period"],
    '{theory} "T" { {review} {every} 6 ▮ }': ["period:6"],
    "{observed} 3 % ▮": ["[for]", "[in]"],
    "{observed} 3 % {for} ▮": names("indicator"),
    "{resource} ▮": ["slot:resource"],
    "{urgency} ▮": ["slot:urgency"],
    "strategy_1 -> outcome_1 ▮": ["slot:strength", "slot:mark"],
    "strategy_1 -> ▮": names("outcome", "precondition", "output", "vision"),
    "factor_1 -> ▮": names("outcome", "precondition", "output"),
    "outcome_1 => ▮": names("precondition", "vision"),
    "strategy_1 & ▮": names("vision", "outcome", "precondition", "output", "factor"),
    "{view} w_2 { {show} {by} ▮ }": names("actor"),
    "{view} w_2 { {show} {upstream_of} ▮ }": ANYTHING,
    "{view} w_2 { {group_by} {level:group_by}; {order} ▮ }": ["slot:level"],
}


def _model(language: str) -> str:
    lines = []
    for kind in NAMED:
        head = [word(kind, language)]
        if KINDS[kind].varied:
            head.append(word(VARIETIES[kind], language, kind))
        tags = f" {{ {word('tags', language)} first }}" if kind == "outcome" else ""
        lines.append(f'{" ".join(head)} {kind}_1 "…"{tags}')
    return "\n".join((*lines, ""))


def _said(text: str, language: str) -> str:
    """Return a text with the words in braces in a language."""

    def said(found: re.Match[str]) -> str:
        name, _colon, slot = found[1].partition(":")
        return word(name, language, slot or None)

    return re.sub(r"\{([\w.:]+)\}", said, text)


def _labels(text: str, language: str) -> list[str]:
    return [item.label for item in _items(seat(_model(language) + _said(text, language), spoken=language))]


def _wanted(row: Sequence[str], language: str) -> set[str]:
    return {text for one in row for text in _texts(one, language)}


def _texts(one: str, language: str) -> Iterator[str]:
    what, _colon, name = one.partition(":")
    if what == "slot":
        yield from (entry.words[language][0] for entry in slot_words(name))
    elif what in ("period", "length"):
        number = float(name) if name else None
        units = [period_as(unit, number, language) for unit in ("month", "year")]
        yield from (f"{name} {unit}" for unit in units) if what == "length" else units
    else:
        yield word(one.strip("[]"), language) if one.startswith("[") else one


def _is_of_model(label: str) -> bool:
    return label.endswith("_1")


def _check(text: str, row: Sequence[str], language: str) -> None:
    labels, wanted = _labels(text, language), _wanted(row, language)
    assert wanted <= set(labels)
    assert {label for label in labels if _is_of_model(label)} == {label for label in wanted if _is_of_model(label)}
    assert bool(labels) == bool(row)


def test_the_table_has_every_property() -> None:
    """Each property of each kind, and of links, has its row."""
    every = {name for kind in KINDS.values() for name in kind.properties} | {*COMMON, *LINK_PROPERTIES}
    assert every == set(BEHIND)


HOLDERS = [(kind, name) for kind, one in KINDS.items() for name in (*one.properties, *COMMON) if name != "definition"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "name"), [*HOLDERS, *(("link", name) for name in LINK_PROPERTIES)])
def test_behind_each_property(kind: str, name: str, language: str) -> None:
    """Behind each property of each kind that stands which it can take, in the language of the file."""
    variety = f"{{{VARIETIES[kind]}:{kind}}} " if kind in VARIETIES else ""
    head = "strategy_1 -> outcome_1" if kind == "link" else f'{{{kind}}} {variety}x "X"'
    _check(f"{head} {{ {{{name}}} {MARK} }}", IN_KINDS.get((kind, name), BEHIND[name]), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", CLAUSES)
def test_further_on_in_an_item(text: str, language: str) -> None:
    """Behind values, clauses and arrows that stands which may follow."""
    _check(text, CLAUSES[text], language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "step"])
def test_in_each_block(kind: str, language: str) -> None:
    """A block offers each property that its kind takes and each kind that nests in it, once, and no other."""
    variety = f"{{{VARIETIES[kind]}:{kind}}} " if kind in VARIETIES else ""
    labels = _labels(f'{{{kind}}} {variety}x "X" {{\n  {MARK}\n}}', language)
    wanted = [word(name, language) for name in (*KINDS[kind].properties, *COMMON) if name != "definition"]
    assert {*wanted, *(word(nested, language) for nested in KINDS[kind].nested)} <= set(labels)
    others = {word(name, language) for name in BEHIND if name not in (*KINDS[kind].properties, *COMMON, "definition")}
    nested = {word(inner, language) for inner in KINDS[kind].nested}
    assert (set(labels) & others) - {*wanted} <= nested
    assert len(labels) == len(set(labels))


# As people type -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", [fold, str.upper, str.title])
@pytest.mark.parametrize("kind", [kind for kind, one in KINDS.items() if TOP in one.places])
def test_with_and_without_accents_and_capitals(kind: str, typed: Callable[[str], str]) -> None:
    """The first letters of a word find it, in capitals or not, with accents or without."""
    spoken = word(kind, "fr")
    assert spoken in _labels(typed(spoken)[:4] + MARK, "fr")


@pytest.mark.parametrize("typed", [fold, str.upper, str.title])
@pytest.mark.parametrize("name", [name for name, row in BEHIND.items() if row and row[0].startswith("slot:")])
def test_words_of_a_slot_are_found_as_people_type(name: str, typed: Callable[[str], str]) -> None:
    """So are the words of each slot, phrases too."""
    kind = next(kind for kind, one in KINDS.items() if name in one.properties)
    if (kind, name) in IN_KINDS:
        return
    for spoken in _wanted(BEHIND[name], "fr"):
        assert spoken in _labels(f'{{{kind}}} x "X" {{ {{{name}}} {typed(spoken)[:5]}{MARK} }}', "fr")


# What stands behind -------------------------------------------------------------------------------------------------

PEOPLE = 'acteur écoles "Écoles"\nacteur ville "Ville"\nchangement lire "Lire"\nvision voir "Voir"\n'
# What is taken at the cursor, and the line then.
TAKEN: dict[str, tuple[str, str]] = {
    'stratégie s "S" { par éc▮oles }': ("écoles", 'stratégie s "S" { par écoles }'),
    'stratégie s "S" { par ▮écoles }': ("écoles", 'stratégie s "S" { par écoles }'),
    'stratégie s "S" { ag▮it sur règles }': ("agit sur", 'stratégie s "S" { agit sur règles }'),
    'strat▮egie s "S"': ("stratégie", 'stratégie s "S"'),
    "lire -▮> voir": ("->", "lire -> voir"),
    'stratégie s "S" { par v▮; effort faible }': ("ville", 'stratégie s "S" { par ville; effort faible }'),
    'lire -> voir ▮ { note "x" }': ("fort", 'lire -> voir fort { note "x" }'),
}
# What is not offered, because it stands there already.
THERE: dict[str, Sequence[str]] = {
    'stratégie s "S" { par ▮, ville }': ["écoles"],
    'stratégie s "S" { ▮; par ville }': ["pilote", "effort"],
    'stratégie s "S" {\n  ▮\n  par ville\n  effort faible\n}\n': ["pilote", "faisabilité"],
    'indicateur i "I" { cible 12 % ▮ en 2030 }': [],
    "lire ▮ -> voir": [],
    "lire -> voir ▮ fort": ["rétroaction", "incertain"],
    "vue v { montre ▮, lire }": ["visions"],
    "acteur ▮ x": [],
    'acteur x ▮ "X"': [],
}


@pytest.mark.parametrize("line", TAKEN)
def test_what_stands_behind_is_not_written_twice(line: str) -> None:
    """An offer that is taken goes on where what stands behind ends it; everything else stays."""
    label, after = TAKEN[line]
    sitting = seat(PEOPLE + line)
    assert edited(sitting.desk.source, [_edit_of(sitting, label)]) == PEOPLE + after


@pytest.mark.parametrize("line", THERE)
def test_what_stands_there_is_not_offered(line: str) -> None:
    """What may stand once is not offered before it, nor are the other members of a list."""
    labels = [item.label for item in _items(seat(PEOPLE + line, client=WITH_SNIPPETS))]
    assert labels[: len(THERE[line])] == THERE[line]
    assert bool(labels) == bool(THERE[line])
    assert set(re.findall(r"\w+", line.partition(MARK)[2])).isdisjoint(labels)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_in_a_word_that_stands_there(file: Path) -> None:
    """With the cursor in a word that is right where it stands, taking that word changes nothing."""
    text = file.read_text("utf-8")
    whole, found = seat(text, knowing=LATEST), 0
    words = list(WORD.finditer(DEEP.sub(lambda one: " " * len(one[0]), text)))
    for there in words[:: max(1, len(words) // 80)]:
        lines = text[: there.start() + 2].split("\n")
        place = types.Position(len(lines) - 1, len(lines[-1]))
        offers = completion.answer(whole.desk, types.CompletionParams(whole.document, place))
        edits = [item.text_edit for item in offers.items if item.label == there[0]]
        found += len(edits)
        assert all(edited(whole.desk.source, [edit]) == text for edit in edits)
    assert found


def test_in_another_word_the_writer_chooses() -> None:
    """Where the cursor is inside another word, a client that can asks whether that goes."""
    item = types.ClientCompletionItemOptions(insert_replace_support=True)
    completion = types.CompletionClientCapabilities(completion_item=item)
    client = types.ClientCapabilities(text_document=types.TextDocumentClientCapabilities(completion=completion))
    sitting = seat(f'{PEOPLE}stratégie s "S" {{ par {MARK}autres }}', client=client)
    edit = next(item for item in _items(sitting) if item.label == "ville").text_edit
    assert isinstance(edit, types.InsertReplaceEdit)
    assert edited(sitting.desk.source, [types.TextEdit(edit.insert, edit.new_text)]).endswith("par villeautres }")
    assert edited(sitting.desk.source, [types.TextEdit(edit.replace, edit.new_text)]).endswith("par ville }")


def _edit_of(sitting: Seat, label: str) -> types.TextEdit:
    edit = next(item for item in _items(sitting) if item.label == label).text_edit
    assert isinstance(edit, types.TextEdit)
    return edit


# Names before they are declared --------------------------------------------------------------------------------------

USED = 'vision v "V" { pour jeunes_du_nord }\nlire, pluie -> v\nécole -| lire\nlire => v\n'
DECLARED: dict[str, Sequence[str]] = {
    "acteur ▮": ["jeunes_du_nord"],
    "acteur é▮": ["école"],
    "changement ▮": ["lire", "pluie", "école"],
    "facteur favorable ▮": ["école"],
    "risque ▮": [],
    "acteur jeunes_du_nord ▮": ['"Jeunes du nord"'],
    "acteur jeunes_du_nord ▮ { }": ['"Jeunes du nord"'],
}


@pytest.mark.parametrize("line", DECLARED)
def test_names_that_are_used_and_not_declared(line: str) -> None:
    """Where a name is to be declared, those are offered that are used already, where their use fits the kind."""
    assert [item.label for item in _items(seat(USED + line))] == DECLARED[line]


def test_a_name_comes_with_what_is_known_of_it() -> None:
    """It is told that the name is used, and as what; a client that can fills in the label that the name suggests."""
    (item,) = _items(seat(f"{USED}acteur {MARK}", client=WITH_SNIPPETS, spoken="fr"))
    assert item.detail == "acteur · utilisé, pas encore déclaré"
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.new_text == 'jeunes_du_nord "${1:Jeunes du nord}"'


def test_whole_declarations_of_names_that_are_used() -> None:
    """At the beginning of a statement, what is used and not declared is offered as what it most likely is."""
    items = _items(seat(f"{USED}jeu{MARK}", client=WITH_SNIPPETS))
    found = next(item for item in items if item.label == "acteur jeunes_du_nord …")
    assert isinstance(found.text_edit, types.TextEdit)
    assert found.text_edit.new_text == 'acteur jeunes_du_nord "${1:Jeunes du nord}"'
