"""Named edits as edits of text, by examples: each is an action, the text it is about, and what comes there."""

import pytest

from toc.diagnostics import Edit, Origin, TextEdit
from toc.source import Source
from toc.syntax.edits import apply_edits, text_edits
from toc.syntax.parser import parse

Action = tuple[str, str, str]


def edited(text: str, *actions: Action) -> str:
    """Return `text` after the edits; an edit is about the first place where its words stand."""
    document = parse(Source("a.toc", text))
    edits = []
    for action, about, new in actions:
        start = text.index(about)
        edits.append(Edit(action, Origin("a.toc", start, start + len(about)), new))
    after = apply_edits(text, text_edits(document, edits))
    assert document.findings or not parse(Source("a.toc", after)).findings
    return after


def remove(about: str) -> Action:
    """Name what is to be removed."""
    return ("remove", about, "")


def add(about: str, line: str) -> Action:
    """Name what a property is added to."""
    return ("add", about, line)


REMOVALS = {
    "a property with its line": (
        'outcome a "A" {\n  in 2030\n  private\n}\n',
        ["in 2030"],
        'outcome a "A" {\n  private\n}\n',
    ),
    "the last property with its line": (
        'outcome a "A" {\n  in 2030\n  private\n}\n',
        ["private"],
        'outcome a "A" {\n  in 2030\n}\n',
    ),
    "the only property with its block": ('outcome a "A" {\n  private\n}\n', ["private"], 'outcome a "A"\n'),
    "the only property of a line with its block": ("a -> b fort { si h }\n", ["si h"], "a -> b fort\n"),
    "a comment is kept, and so is its block": (
        'outcome a "A" {\n  # why\n  private; # not yet\n}\n',
        ["private"],
        'outcome a "A" {\n  # why\n  # not yet\n}\n',
    ),
    "the first of a line": (
        'outcome a "A" { in 2030; private; note "n" }',
        ["in 2030"],
        'outcome a "A" { private; note "n" }',
    ),
    "in the middle of a line": (
        'outcome a "A" { in 2030; private; note "n" }',
        ["private"],
        'outcome a "A" { in 2030; note "n" }',
    ),
    "the last of a line": ('outcome a "A" { in 2030; note "n"; }', ['note "n"'], 'outcome a "A" { in 2030; }'),
    "all but one of a line": (
        'outcome a "A" { in 2030; private; note "n" }',
        ["in 2030", 'note "n"'],
        'outcome a "A" { private }',
    ),
    "all of a line": ('outcome a "A" { in 2030; private }', ["in 2030", "private"], 'outcome a "A"'),
    "all that share a line of several": (
        'outcome a "A" {\n  in 2030; private\n  note "n"\n}',
        ["in 2030", "private"],
        'outcome a "A" {\n  note "n"\n}',
    ),
    "a statement with its line": ("a -> b\nc -> d\ne -> f\n", ["c -> d"], "a -> b\ne -> f\n"),
    "a statement and a blank line beside it": ("a -> b\n\nc -> d\n\ne -> f\n", ["c -> d"], "a -> b\n\ne -> f\n"),
    "the first statement and the blank line after it": ("a -> b\n\nc -> d\n", ["a -> b"], "c -> d\n"),
    "the last statement without a line break": ("a -> b\nc -> d", ["c -> d"], "a -> b\n"),
    "a statement of several lines": (
        'a -> b\nvision v "V" {\n  in 2030\n}\nc -> d\n',
        ['vision v "V" {\n  in 2030\n}'],
        "a -> b\nc -> d\n",
    ),
    "one of two statements on a line": ("a -> b; c -> d\n", ["a -> b"], "c -> d\n"),
    "the second of two statements on a line": ("a -> b; c -> d # note\n", ["c -> d"], "a -> b # note\n"),
    "a statement of a pathway": (
        'pathway p "P" {\n  a -> b\n  c -> d\n}\n',
        ["a -> b"],
        'pathway p "P" {\n  c -> d\n}\n',
    ),
    "a pathway by its head": ('a -> b\npathway p "P" {\n  a -> b\n}\n', ['pathway p "P"'], "a -> b\n"),
    "what is removed with something around it": (
        'outcome a "A" {\n  note "n"\n}\na -> b\n',
        ['outcome a "A" {\n  note "n"\n}', 'note "n"'],
        "a -> b\n",
    ),
    "a mark": ("a -> b strong feedback { private }", ["feedback"], "a -> b strong { private }"),
    "both marks": ("a -> b strong   feedback", ["strong", "feedback"], "a -> b"),
    "a clause": ('outcome a "A" { requires b because "x" }', ['because "x"'], 'outcome a "A" { requires b }'),
    "the first of a list": ('strategy s "S" { by x, y, z }', ["x"], 'strategy s "S" { by y, z }'),
    "the last of a list": ('strategy s "S" { by x, y , z }', [", z"[2:]], 'strategy s "S" { by x, y }'),
    "two of a list": ('strategy s "S" { by x, y, z }', ["x", "z"], 'strategy s "S" { by y }'),
    "all of a list": ('strategy s "S" { by k, l; in 2030 }', ["k", "l"], 'strategy s "S" { in 2030 }'),
    "a name of a link": ("k, l -> m", ["k"], "l -> m"),
    "the only name on a side of a link": ("k, l -> m\nn -> o\n", ["m"], "n -> o\n"),
    "a translation": ('vision v "V" "W"@fr', ['"W"@fr'], 'vision v "V"'),
    "nothing where nothing like it stands": ("a -> b", ["a -"], "a -> b"),
}


@pytest.mark.parametrize("name", REMOVALS)
def test_removal_takes_what_holds_the_thing_in_place(name: str) -> None:
    """What is removed goes with its line or the separator that it needed, comments stay."""
    text, removed, expected = REMOVALS[name]
    assert edited(text, *(remove(about) for about in removed)) == expected


ADDITIONS = {
    "a declaration without a block": ('vision v "V"\n', [add('vision v "V"', "in 2030")], 'vision v "V" { in 2030 }\n'),
    "a link without a block": ("a -> b # c\n", [add("a -> b", 'because "x"')], 'a -> b { because "x" } # c\n'),
    "a block on one line": (
        'vision v "V" { in 2030 }',
        [add('vision v "V" { in 2030 }', "for x")],
        'vision v "V" { in 2030; for x }',
    ),
    "a block of several lines": (
        'vision v "V" {\n    in 2030 # soon\n    # the end\n}\n',
        [add('"V"', "for x")],
        'vision v "V" {\n    in 2030 # soon\n    # the end\n    for x\n}\n',
    ),
    "a block whose brace is not alone": (
        'vision v "V" {\n  in 2030 }\n',
        [add('"V"', "for x")],
        'vision v "V" {\n  in 2030 \n  for x\n}\n',
    ),
    "an empty block": ('vision v "V" {}', [add('"V"', "for x")], 'vision v "V" { for x }'),
    "an empty block of two lines": ('vision v "V" {\n}', [add('"V"', "for x")], 'vision v "V" {\n  for x\n}'),
    "twice to one place": (
        'vision v "V"',
        [add('vision v "V"', "for x"), add('"V"', "in 2030"), add('vision v "V"', "for x")],
        'vision v "V" { for x; in 2030 }',
    ),
    "more than fits on a line": (
        'vision v "' + 100 * "V" + '"\n',
        [add('vision v "', 'note "long enough"')],
        'vision v "' + 100 * "V" + '" {\n  note "long enough"\n}\n',
    ),
    "an indented declaration": (
        'pathway p "P" {\n  outcome a "A"\n}\n',
        [add('outcome a "A"', 'note """\nx"""')],
        'pathway p "P" {\n  outcome a "A" {\n    note """\nx"""\n  }\n}\n',
    ),
    "a pathway": (
        'pathway p "P" {\n  a -> b\n}\n',
        [add('pathway p "P"', "of x")],
        'pathway p "P" {\n  a -> b\n  of x\n}\n',
    ),
    "a declaration in a block of its own": (
        'strategy s "S" { activity "x" }',
        [add('activity "x"', "by y"), add("strategy", "lead y")],
        'strategy s "S" { activity "x" { by y }; lead y }',
    ),
    "what is added with what is removed": (
        'vision v "V" { in 2030; private }',
        [remove("private"), add('"V"', "for x")],
        'vision v "V" { in 2030; for x }',
    ),
    "what is added for all that is removed": (
        'vision v "V" { in 2030; private }',
        [remove("in 2030"), remove("private"), add('"V"', "for x")],
        'vision v "V" { for x }',
    ),
    "what is added for all lines that are removed": (
        'vision v "V" {\n  private\n}',
        [remove("private"), add('"V"', "for x")],
        'vision v "V" {\n  for x\n}',
    ),
    "a link that loses its mark": (
        "a -> b feedback",
        [remove("feedback"), add("a -> b feedback", "assuming h")],
        "a -> b { assuming h }",
    ),
    "lines that end with CR LF": (
        'vision v "V" {\r\n  in 2030\r\n}\r\n',
        [add('"V"', "for x")],
        'vision v "V" {\r\n  in 2030\r\n  for x\r\n}\r\n',
    ),
    "what is removed around it": ('vision v "V"\na -> b\n', [remove('vision v "V"'), add('"V"', "for x")], "a -> b\n"),
}


@pytest.mark.parametrize("name", ADDITIONS)
def test_additions_stand_like_their_neighbours(name: str) -> None:
    """A property is added at the end of the block, as what is there already; where there is none, one is opened."""
    text, actions, expected = ADDITIONS[name]
    assert edited(text, *actions) == expected


def test_replacements_count_once() -> None:
    """Of two replacements of one place the first counts, one inside what is removed is dropped."""
    text = "a -> b strong\nc -> d weak\n"
    actions = [("replace", "strong", "weak"), ("replace", "stro", "x"), remove("c -> d weak"), ("replace", "weak", "y")]
    assert edited(text, *actions) == "a -> b weak\n"


def test_edits_of_other_files_are_left_out() -> None:
    """Only what is about the document's own file is done."""
    document = parse(Source("a.toc", "a -> b strong"))
    assert text_edits(document, [Edit("replace", Origin("b.toc", 7, 13), "weak")]) == ()


def test_an_addition_outside_everything_is_left_out() -> None:
    """A property cannot be added to a file."""
    document = parse(Source("a.toc", "a -> b\n\nc -> d"))
    assert text_edits(document, [Edit("add", Origin("a.toc", 0, 10), "x")]) == ()


def test_overlapping_edits_are_refused() -> None:
    """Edits of text that overlap cannot be applied together."""
    with pytest.raises(ValueError, match="overlap at offset 1"):
        apply_edits("abc", [TextEdit("a", 0, 2, "x"), TextEdit("a", 1, 3, "y")])


LINES = [f'outcome o{number} "Number {number}" {{ private }}' for number in range(40)]
PATHWAY = ['pathway p "Path" {', *(f"  {line}" for line in LINES), "}"]


@pytest.mark.parametrize("number", [0, 1, 2, 17, 38, 39])
@pytest.mark.parametrize("lines", [LINES, PATHWAY], ids=["file", "pathway"])
def test_an_edit_in_a_long_list_is_that_of_a_short_one(lines: list[str], number: int) -> None:
    """However many statements stand around it, an edit changes its own line and nothing else."""
    text = "\n".join(lines) + "\n"
    about = LINES[number]
    at = next(index for index, line in enumerate(lines) if line.strip() == about)
    kept = lines[:at] + lines[at + 1 :]
    longer = [*lines[:at], lines[at].replace("private }", "private; in 2030 }"), *lines[at + 1 :]]

    assert edited(text, remove(about)) == "\n".join(kept) + "\n"
    assert edited(text, add(about, "in 2030")) == "\n".join(longer) + "\n"


def test_a_long_pathway_of_which_all_goes_keeps_no_block() -> None:
    """Where every statement of a pathway is removed, its block goes, as in a short one; with one left, it stays."""
    text = "\n".join(PATHWAY) + "\n"

    assert edited(text, *(remove(line) for line in LINES)) == 'pathway p "Path"\n'
    assert edited(text, *(remove(line) for line in LINES[1:])) == "\n".join([*PATHWAY[:2], "}"]) + "\n"
