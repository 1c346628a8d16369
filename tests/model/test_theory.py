"""What a text means: elements, properties, links, modules, and that order never matters."""

import random
import sys
from pathlib import Path

import pytest
from model.models import MAIN, codes, documents, key, resolved, theory_of, told

from toc.model.elements import Key, Quantity, Range, Selection, When, Word
from toc.model.links import Link
from toc.model.resolve import resolve
from toc.model.theory import Theory

ROOT = Path(__file__).parents[2]
EDUCATION = (ROOT / "tests" / "format" / "education.toc").read_text("utf-8")


def written(theory: Theory, link: Link) -> str:
    """Return a link as `a & b -> c weak feedback`, with names instead of keys."""
    arrow = {"contributes": "->", "requires": "=>", "hinders": "-|"}[link.verb]
    marks = [link.strength.concept] if isinstance(link.strength, Word) else []
    flags = ("feedback", "uncertain", "inside", "implied")
    marks += [flag for flag in flags if getattr(link, flag)]
    return " ".join([" & ".join(source.id for source in link.sources), arrow, link.target.id, *marks])


def links(text: str) -> list[str]:
    """Return the links of a model in which `a` to `d` are outcomes, `s` a strategy and `v` the vision."""
    declared = "".join(f'outcome {name} "O"\n' for name in "abcd" if f"outcome {name} " not in text)
    theory = theory_of(declared + 'strategy s "S"\nvision v "V"\nassumption h "H"\n' + text)
    return [written(theory, link) for link in theory.links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a -> b", ["a -> b"]),
        ("a => b strong", ["a => b strong"]),
        ("a -| b faible", ["a -| b weak"]),
        ("a, b -> c, d", ["a -> c", "a -> d", "b -> c", "b -> d"]),
        ("a & b -> c", ["a & b -> c"]),
        ("s -> a -> b => v", ["a -> b", "b => v", "s -> a"]),
        ("a & b -> c -> d décisif", ["a & b -> c decisive", "c -> d decisive"]),
        ("a & b -> c, d uncertain", ["a & b -> c uncertain", "a & b -> d uncertain"]),
        ("v -> a feedback uncertain strong", ["v -> a strong feedback uncertain"]),
        ("a -> b\nb -> a feedback", ["a -> b", "b -> a feedback"]),
        ("s -> h", ["s -> h"]),
        ('outcome a "A" { requires b, c because "x" }', ["b => a inside", "c => a inside"]),
        ('outcome a "A" { exige b; exige c parce que "x" }', ["b => a inside", "c => a inside"]),
        ('strategy t "T" { output o "O"; output "P" }\no -> a', ["o -> a", "t -> o implied"]),
        ('pathway w "W" {\n  s -> a\n  outcome x "X" { requires a }\n}', ["a => x inside", "s -> a"]),
    ],
)
def test_links_are_read_pair_by_pair(text: str, expected: list[str]) -> None:
    """Lists make one link for each pair, gates one link, chains one for each arrow, `requires` one for each name."""
    assert links(text) == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("0.4", Quantity(0.4)),
        ("0.4..0.7", Range(Quantity(0.4), Quantity(0.7))),
        ("modéré", Word("moderate")),
        ("feedback", None),
    ],
)
def test_a_strength_is_a_word_a_number_or_a_range(mark: str, expected: object) -> None:
    """What stands behind the target is the strength, unless it is a mark."""
    theory = theory_of(f'outcome a "A"\noutcome b "B"\na -> b {mark}')
    assert theory.links[0].strength == expected


def test_the_reason_of_a_requirement_is_that_of_its_link() -> None:
    """`requires … because` leaves no property behind: the reason stands on the link."""
    theory = theory_of('outcome a "A" { requires b because "no b, no a" }\noutcome b "B"')
    assert "requires" not in theory.elements[key("a")].properties
    assert [str(link.properties.text("because")) for link in theory.links] == ["no b, no a"]


def test_ends_and_origins_stand_where_they_were_written() -> None:
    """A link knows where it and its ends stand, an element and its label likewise."""
    text = 'outcome a "Aé"\noutcome b "B"\na, b -> c strong\noutcome c "C"'
    theory = theory_of(text)
    first = theory.links[0]
    spans = [text[origin.start : origin.end] for origin in (first.origin, *first.ends)]
    assert spans == ["a, b -> c strong", "a", "c"]
    element = theory.elements[key("a")]
    places = (element.origin, element.label.origin, element.label.texts[0].origin)
    assert [text[origin.start : origin.end] for origin in places] == ['outcome a "Aé"', '"Aé"', "Aé"]


def first_value(kind: str, text: str, name: str) -> object:
    """Return the first value of the property `name` of a declaration of `kind`."""
    theory = theory_of(f'{kind} x "X" {{ {text} }}\nactor p "P"\nstrategy s "S"\noutcome a "A"')
    found = theory.elements[key("x")].properties.get(name)
    assert found is not None
    return found.value


@pytest.mark.parametrize(
    ("kind", "text", "name", "value"),
    [
        ("outcome", "in 2030", "in", When(2030)),
        ("outcome", "en 2030-06", "in", When(2030, 6)),
        ("strategy", "in 2026..2029", "in", Range(When(2026), When(2029))),
        ("strategy", "in 2026-01-15..2026-06-30", "in", Range(When(2026, 1, 15), When(2026, 6, 30))),
        ("outcome", "niveau collectif", "level", Word("collective")),
        ("outcome", "sufficient unknown", "sufficient", Word("unknown")),
        ("outcome", "contrefactuel 0.2", "counterfactual", Quantity(0.2)),
        ("strategy", "effort très élevé", "effort", Word("very_high")),
        ("strategy", "effort faible", "effort", Word("low")),
        ("strategy", "effort 45000 EUR", "effort", Quantity(45000, "EUR")),
        ("strategy", "effort 3", "effort", Quantity(3)),
        ("strategy", "acts on self-organization", "acts_on", Word("self_organisation")),
        ("strategy", "tags école, été", "tags", Word("école")),
        ("strategy", "faisabilité 3", "feasibility", Quantity(3)),
        ("assumption", "vraisemblance très probable", "likelihood", Word("very_likely")),
        ("assumption", 'preuve vécu "Bilan"', "evidence", Word("experience")),
        ("risk", "gravité élevée", "severity", Word("high")),
        ("indicator", "baseline 31 % in 2025", "baseline", Quantity(31, "%")),
        ("indicator", "baseline unknown", "baseline", Word("unknown")),
        ("indicator", "target 20..30 people", "target", Range(Quantity(20, "people"), Quantity(30, "people"))),
        ("actor", "rôle décide", "role", Word("decide")),
        ("resource money", "until 2029", "until", When(2029)),
        ("resource money", "amount 100 EUR", "amount", Quantity(100, "EUR")),
        ("view", "groupe par niveau", "group_by", Word("level")),
        ("view", "paper A0", "paper", Word("A0")),
        ("view", "theme atelier", "theme", Word("workshop")),
        ("view", "theme ours", "theme", Word("ours")),
        ("view", "show stratégies", "show", Selection("kind", "strategy")),
        ("view", "show links", "show", Selection("links", "links")),
        ("view", "show a", "show", Selection("element", key("a"))),
        ("view", "show tagged été", "show", Selection("tagged", "été")),
        ("view", "show within 2 of a", "show", Selection("within", key("a"), 2)),
        ("view", "montre en amont de a", "show", Selection("upstream_of", key("a"))),
        ("view", "montre par p", "show", Selection("by", key("p"))),
    ],
)
def test_values_are_read_by_their_place(kind: str, text: str, name: str, value: object) -> None:
    """Words become concepts by their slot, plain numbers years where a date stands, names references."""
    assert first_value(kind, text, name) == value


def test_clauses_are_read_with_their_property() -> None:
    """The review of a theory has its period and its next date; the same word `from` names an actor in a resource."""
    theory = theory_of(
        'théorie "T" { révision tous les 6 mois dès 2027-01-15 }\nresource money m "M" { from p }\nactor p "P"'
    )
    assert theory.head is not None
    review = theory.head.properties.get("review")
    assert review is not None
    assert [(clause.name, clause.value) for clause in review.clauses] == [
        ("every", Quantity(6, "month")),
        ("from", When(2027, 1, 15)),
    ]
    assert theory.elements[key("m")].properties.refs("from") == (key("p"),)


def test_languages_of_a_text_are_kept() -> None:
    """A label is one text in each language, the first without a tag."""
    label = theory_of('outcome a "Lecture" "Reading"@en').elements[key("a")].label
    assert [(text.value, text.language) for text in label.texts] == [("Lecture", None), ("Reading", "en")]


def test_kind_words_are_concepts() -> None:
    """The word behind factor, resource, marker and urgency is read in any language."""
    theory = theory_of(
        'facteur défavorable f "F"\nressource argent r "R"\nurgence négative "U"\noutcome a "A" { marker idéal "M" }'
    )
    assert {element.kind: element.variety for element in theory.elements.values() if element.variety} == {
        "factor": "adverse",
        "resource": "money",
        "urgency": "negative",
        "marker": "love",
    }


def test_an_observation_at_the_top_joins_its_indicator() -> None:
    """What partners observed stands with the indicator meant, its own origin kept, whatever the order."""
    indicator = 'outcome a "A" { indicator i "I" { observed 1 in 2025 }; marker love m "M" }\n'
    north = 'use "main.toc" as q\nobserved 3 for q.i in 2027\nobserved yes for q.m in 2027'
    theory = theory_of({MAIN: f'use "north.toc"\n{indicator}observed 2 for i in 2026', "north.toc": north})
    found = theory.elements[key("i")].properties.all("observed")
    assert [(item.value, item.origin.file) for item in found] == [
        (Quantity(1), MAIN),
        (Quantity(2), MAIN),
        (Quantity(3), "north.toc"),
    ]
    assert theory.elements[key("m")].properties.words("observed") == ("yes",)
    assert [clause.name for item in found for clause in item.clauses] == ["in", "in", "in"]


def test_nested_declarations_know_their_parent() -> None:
    """What stands in a pathway, a strategy or a change has it as its parent."""
    theory = theory_of('pathway w "W" {\n  strategy s "S" { activity "Do" }\n  of p\n}\nactor p "P"')
    parents = {element.id: element.parent and element.parent.id for element in theory.elements.values()}
    assert parents == {"w": None, "s": "w", "activity:do": "s", "p": None}
    assert theory.elements[key("w")].properties.refs("of") == (key("p"),)


def test_elements_without_id_are_known_by_kind_and_label() -> None:
    """Their keys come from kind and label, numbered where these are equal; nothing can refer to them."""
    theory = theory_of('risk "Les jeunes partent !"\nrisk "Les jeunes partent" { severity low }\nquestion "?"')
    assert {element.id: element.named for element in theory.elements.values()} == {
        "question:unlabelled": False,
        "risk:les-jeunes-partent": False,
        "risk:les-jeunes-partent:2": False,
    }


def test_steps_of_a_view_keep_their_order() -> None:
    """The steps of a view are told in the order in which they were written."""
    theory = theory_of('view w "W" { step "Last" { show a }; step "First" { show a } }\noutcome a "A"')
    assert [str(step.label) for step in theory.children[key("w")]] == ["Last", "First"]


# Modules


def test_a_file_names_what_the_files_it_uses_declare() -> None:
    """Names come from the file itself, from those used without alias, and from behind aliases."""
    theory = theory_of(
        {
            MAIN: 'use "a.toc"\nuse "sub/b.toc" as q\nvision v "V" { for p, q.p2 }',
            "a.toc": 'actor p "P"',
            "sub/b.toc": 'actor p2 "P" { part of x }\nuse "../a.toc" as z\nactor x "X" { part of z.p }',
        }
    )
    assert theory.elements[key("v")].properties.refs("for") == (key("p", "a.toc"), key("p2", "sub/b.toc"))
    assert theory.files == (MAIN, "a.toc", "sub/b.toc")


def test_files_may_use_each_other_in_circles() -> None:
    """A file reached twice counts once, and a circle of files is one model."""
    theory = theory_of(
        {
            MAIN: 'use "a.toc"\nuse "a.toc"\nuse "main.toc"\nuse "b.toc"\noutcome m "M" { requires a }',
            "a.toc": 'use "b.toc"\noutcome a "A" { requires b }',
            "b.toc": 'use "main.toc"\noutcome b "B"\nm -> b',
        }
    )
    assert [written(theory, link) for link in theory.links] == ["a => m inside", "b => a inside", "m -> b"]


def test_files_that_are_not_used_do_not_count() -> None:
    """A file of the workspace that the one checked does not use adds nothing and is told nothing."""
    theory, findings = resolved({MAIN: 'vision v "V"', "other.toc": 'actor p "P"\nactor p "P"\na -> b'})
    assert (list(theory.elements), theory.files, findings) == ([key("v")], (MAIN,), ())


def test_each_file_may_have_its_own_theory() -> None:
    """The head of the model is that of the file checked."""
    theory = theory_of({MAIN: 'use "a.toc"\ntheory "Mine"', "a.toc": 'theory "Theirs"'})
    assert (str(theory.head.label) if theory.head else "", len(theory.by_kind["theory"])) == ("Mine", 2)


@pytest.mark.parametrize(
    ("uses", "aliases"),
    [
        ('use "q.toc" as q', {"w"}),
        ('use "q.toc"', set()),
        ('use "q.toc" as q\nuse "r.toc"', set()),
        ('use "r.toc" as r', {"w"}),
    ],
)
def test_a_vision_behind_an_alias_is_an_outcome(uses: str, aliases: set[str]) -> None:
    """A vision reached only through `as` counts as an outcome of the user; one reached otherwise too is a vision."""
    files = {MAIN: f'{uses}\nvision v "V"', "q.toc": 'vision w "W"', "r.toc": 'use "q.toc"'}
    theory = theory_of(files)
    assert {found.id for found in theory.vision_aliases} == aliases
    assert {vision.id for vision in theory.visions} == {"v", "w"} - aliases
    assert {change.id for change in theory.changes} == aliases


def test_a_vision_behind_an_alias_may_lead_on() -> None:
    """It may lead to the vision of the user, as an outcome does."""
    theory = theory_of({MAIN: 'use "q.toc" as q\nvision v "V"\nq.w -> v', "q.toc": 'vision w "W"'})
    assert [(link.source.file, link.target.file, link.feedback) for link in theory.links] == [("q.toc", MAIN, False)]


# Errors leave a model


def test_what_is_wrong_is_left_out_and_the_rest_kept() -> None:
    """Wrong names, properties and links are left out; everything else means what it says."""
    theory, findings = resolved(
        'outcome a "A" { of b, p, zz; colour red; in 2030 }\noutcome b "B"\nactor p "P"\n'
        "a -> zz, b\np -> a\na & zz -> b"
    )
    assert codes(findings) == ["TOC105", "TOC103", "TOC101", "TOC101", "TOC104", "TOC101"]
    assert theory.elements[key("a")].properties.refs("of") == (key("p"),)
    assert [written(theory, link) for link in theory.links] == ["a -> b"]


def test_an_illegal_link_with_a_clear_meaning_is_read() -> None:
    """A vision that points forward is read as feedback, so that no loop is reported on its account as well."""
    theory, findings = resolved('vision v "V"\noutcome a "A"\na -> v\nv -> a\noutput o "O"\no -> v')
    assert codes(findings) == ["TOC104", "TOC104"]
    assert [written(theory, link) for link in theory.links] == ["a -> v", "o -> v", "v -> a feedback"]


# Order


def shuffled(text: str, seed: int) -> str:
    """Return `text` with its top-level statements in another order."""
    document = documents({MAIN: text})[MAIN]
    pieces = [text[statement.offset : statement.end] for statement in document.statements if statement.node]
    random.Random(seed).shuffle(pieces)
    return "\n".join(pieces)


CLASHES = """
risk "Same" { severity low }
risk "Same" { severity high; source "x" }
pathway one "One" { outcome o1 "O" { indicator "Same" { unit "x" } } }
pathway two "Two" { outcome o2 "O" { indicator "Same" { unit "x" } } }
strategy s "S" { activity "Same"; activity "Same" { by p } }
strategy t "T" { activity "Same" }
actor p "P"
indicator i "I" { measures o1 }
observed 2 for i in 2026
observed 1 for i in 2027
observed 1 for i in 2026
s -> o1
t -> o1
"""


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("text", [EDUCATION, CLASHES], ids=["education", "clashes"])
def test_the_order_of_statements_never_matters(text: str, seed: int) -> None:
    """The theory is equal, down to the order of its elements and links, whatever the order of the statements."""
    theory, other = theory_of(text), theory_of(shuffled(text, seed))
    assert other == theory
    assert (list(other.elements), other.links) == (list(theory.elements), theory.links)


def test_the_example_of_the_language_has_no_error() -> None:
    """The complete example of the language resolves in its whole."""
    assert told({MAIN: EDUCATION}) == []
    theory = theory_of(EDUCATION)
    assert (len(theory.elements), len(theory.links), theory.languages, theory.profiles) == (
        21,
        7,
        ("fr", "en"),
        ("aoc", "collective_impact"),
    )


def test_elements_are_sorted_by_file_and_id() -> None:
    """Elements stand in the order of their keys, links in that of their ends."""
    theory = theory_of({MAIN: 'use "a.toc"\noutcome z "Z"\nz -> b\noutcome b "B"', "a.toc": 'outcome y "Y"'})
    assert list(theory.elements) == [Key("a.toc", "y"), key("b"), key("z")]


@pytest.mark.parametrize("text", ["", "\n# nothing\n", "}", '"""', "use", "a ->", "vision", "\x00"])
def test_bad_input_gives_a_theory(text: str) -> None:
    """Whatever a file holds, there is a theory of it, if an empty one."""
    theory = resolve(MAIN, documents({MAIN: text}), {}).theory
    assert (theory.file, theory.links) == (MAIN, ())


def large(size: int) -> str:
    """Return a model of about thirteen lines for each of `size`."""
    lines = ['vision v "V" { for p }', 'actor p "P"']
    for number in range(size):
        lines += [
            f'outcome o{number} "O" {{\n of p\n indicator "I" {{ target 7 in 2029 }}\n}}',
            f'strategy s{number} "S" {{ by p }}\ns{number} -> o{number} strong {{ because "x" }}',
            f"o{number} -> {f'o{number // 2}' if number > 3 else 'v'}",
        ]
    return "\n".join(lines)


def test_work_grows_with_the_size_of_a_model() -> None:
    """Ten times the model makes about ten times the look-ups, never a hundred times."""
    counts = []
    for size in (30, 300):
        calls = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event == "call"

        read = documents({MAIN: large(size)})
        sys.setprofile(count)
        try:
            resolve(MAIN, read, {})
        finally:
            sys.setprofile(None)
        counts.append(calls)
    assert counts[1] < 12 * counts[0]
