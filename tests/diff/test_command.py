"""`toc diff`: what it is given, what it writes where, and how it ends."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from command import toc
from jsonschema import Draft202012Validator

from toc.diff.consequence import consequence_names, watches

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
PAGES = [ROOT / "docs" / "how-to" / name for name in ("diff.md", "comparer.md")]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "diff.schema.json").read_text("utf-8"))
OLD = """\
vision school "Every pupil finishes school"
outcome trust "Parents feel at home <at> school" { indicator "Parents at *meetings*" { baseline 3; target 30 } }
strategy café "A café for parents, @team"
café -> trust { because "People trust whom they know" }
trust -> school
"""
NEW = OLD.replace("target 30", "target 20")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two models of which the new one aims lower."""
    (tmp_path / "old.toc").write_text(OLD, "utf-8")
    (tmp_path / "new.toc").write_text(NEW, "utf-8")
    return tmp_path


def test_what_breaks_ends_with_1(folder: Path) -> None:
    """A breaking consequence makes the status 1; the other way round nothing breaks and it is 0."""
    assert toc("diff", "old.toc", "new.toc", folder=folder).status == 1
    assert toc("diff", "new.toc", "old.toc", folder=folder).status == 0
    assert toc("diff", "old.toc", "old.toc", folder=folder).status == 0


def test_what_the_configuration_allows_breaks_nothing(folder: Path) -> None:
    """`[diff] allow` takes the weight from a consequence, which is told all the same; `--no-config` gives it back."""
    (folder / "toc.toml").write_text('[diff]\nallow = ["target-lowered"]\n', "utf-8")
    done = toc("diff", "old.toc", "new.toc", folder=folder)

    assert done.status == 0
    assert "target-lowered: " in done.out
    assert "(allowed by the configuration)" in done.out.replace("\n    ", " ")
    assert toc("diff", "--no-config", "old.toc", "new.toc", folder=folder).status == 1


def test_a_wrong_configuration_is_trouble(folder: Path) -> None:
    """A consequence that does not exist is an error of the configuration, with the one that was meant."""
    (folder / "toc.toml").write_text('[diff]\nallow = ["target-lower"]\n', "utf-8")
    done = toc("diff", "old.toc", "new.toc", folder=folder)

    assert done.status == 2
    assert "there is no consequence `target-lower`" in done.err
    assert "did you mean `target-lowered`?" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "two models are compared, not 0"),
        (("old.toc",), "two models are compared, not 1"),
        (("old.toc", "new.toc", "old.toc"), "two models are compared, not 3"),
        (("-", "-"), "standard input holds one model, not two"),
        (("old.toc", "new.toc", "-f", "jason"), "there is no format `jason`"),
    ],
)
def test_wrong_usage_is_said(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    """What was asked for in a wrong way is said with what to write instead, and the status is 2."""
    done = toc("diff", *arguments, folder=folder)

    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[0] == f"toc: {message}"
    assert done.err.splitlines()[1].startswith("  hint: ")


def test_several_models_in_a_folder_are_named(folder: Path) -> None:
    """A folder with two models cannot be one side: both are named."""
    done = toc("diff", "new.toc", ".", folder=folder)

    assert done.status == 2
    assert done.err.startswith("toc: there are several models in `.`: `new.toc` and `old.toc`\n")


def test_a_missing_file_is_said_with_its_side(folder: Path) -> None:
    """A file that is not there stops the comparison; which side it was to be is said."""
    done = toc("diff", "old.toc", "newer.toc", folder=folder)

    assert (done.status, done.out) == (2, "")
    assert done.err.endswith("the new model, `newer.toc`, cannot be compared because of these errors\n")


def test_errors_of_syntax_hinder_on_both_sides(folder: Path) -> None:
    """Each side with a syntax error is told with its line, and nothing is compared."""
    for name in ("old.toc", "new.toc"):
        (folder / name).write_text(OLD + "trust ->\n", "utf-8")
    done = toc("diff", "old.toc", "new.toc", folder=folder)

    assert (done.status, done.out) == (2, "")
    assert [line for line in done.err.splitlines() if line.startswith(" -->")] == [
        " --> old.toc:6:1",
        " --> new.toc:6:1",
    ] or done.err.count(":6:") == 2


def test_errors_of_names_do_not_hinder(folder: Path) -> None:
    """An unknown name is mentioned, on which side and how often, and the rest is compared."""
    (folder / "new.toc").write_text(OLD + "nobody -> trust\n", "utf-8")
    done = toc("diff", "old.toc", "new.toc", folder=folder)

    assert (done.status, done.out) == (0, "nothing has changed in meaning\n")
    assert done.err == "`new.toc` has 1 error; what it hides is missing in the comparison (`toc check` shows it)\n"


def test_standard_input_can_be_one_side(folder: Path) -> None:
    """`-` stands for a model on standard input."""
    done = toc("diff", "old.toc", "-", folder=folder, stdin=NEW)

    assert done.status == 1
    assert "target-lowered" in done.out


def test_the_language_is_that_of_whoever_asks_then_of_the_model(folder: Path) -> None:
    """`--lang` counts first; without it and without a locale the new model's own language."""
    (folder / "new.toc").write_text(f'théorie "T" {{ langues fr }}\n{OLD}', "utf-8")

    assert "ajout" in toc("diff", "old.toc", "new.toc", folder=folder).out
    assert "1 added" in toc("diff", "--lang", "en", "old.toc", "new.toc", folder=folder).out


def test_colours_only_where_they_are_wanted(folder: Path) -> None:
    """Colours are escape sequences around signs and titles; without them the text is the same."""
    plain = toc("diff", "old.toc", "new.toc", folder=folder).out
    painted = toc("diff", "--color", "always", "old.toc", "new.toc", folder=folder).out

    assert "\x1b[1;31m!\x1b[0m" in painted
    for code in ("1;31", "1", "31", "32", "33", "36", "0"):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted == plain


@pytest.mark.parametrize("form", ["text", "json", "markdown", "svg"])
def test_a_file_takes_what_standard_output_would(folder: Path, form: str) -> None:
    """With `-o` the file holds the comparison and standard error its summary; the status is the same."""
    printed = toc("diff", "old.toc", "new.toc", "-f", form, folder=folder)
    done = toc("diff", "old.toc", "new.toc", "-f", form, "-o", "out", folder=folder)

    assert (done.status, done.out) == (1, "")
    assert done.err == "1 breaking consequence; 1 changed\n"
    assert (folder / "out").read_text("utf-8") == printed.out


@pytest.mark.parametrize("case", sorted(case.name for case in CASES.iterdir()))
def test_json_is_what_its_schema_says(case: str) -> None:
    """Every comparison as JSON is valid under the published schema."""
    sides = ("old", "new") if (CASES / case / "old").is_dir() else ("old.toc", "new.toc")
    done = toc("diff", *sides, "--format", "json", folder=CASES / case)

    Draft202012Validator.check_schema(SCHEMA)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(json.loads(done.out))] == []


def test_markdown_for_a_comment(folder: Path) -> None:
    """What breaks stands in full, the rest is folded, and what a writer typed is text: nobody is called by it."""
    (folder / "new.toc").write_text(NEW.replace("trust -> school", "trust -> school weak"), "utf-8")
    done = toc("diff", "old.toc", "new.toc", "--format", "markdown", folder=folder)

    assert done.out == (
        "**1 breaking consequence; 2 changed**\n"
        "\n"
        "### What breaks\n"
        "\n"
        "- `target-lowered` the indicator “Parents at \\*meetings\\*” aims lower: 30, now 20\n"
        "\n"
        "<details>\n"
        "<summary>Elements (1)</summary>\n"
        "\n"
        "- **~** indicator “Parents at \\*meetings\\*”, in “Parents feel at home &lt;at&gt; school”\n"
        "  - `target`: 30 → 20\n"
        "\n"
        "</details>\n"
        "\n"
        "<details>\n"
        "<summary>Links (1)</summary>\n"
        "\n"
        "- **~** “Parents feel at home &lt;at&gt; school” contributes to “Every pupil finishes school”, weak\n"
        "  - weakened: not stated (moderate) → weak\n"
        "\n"
        "</details>\n"
    )


def test_the_picture_shows_both_models() -> None:
    """What was removed is in the picture too; each change has a sign and can be heard, and the legend explains it."""
    case = CASES / "elements"
    done = toc("diff", "old.toc", "new.toc", "--format", "svg", "--lang", "en", folder=case)
    root = ET.fromstring(done.out)
    heard = {label for item in root.iter() if (label := item.get("aria-label"))}
    texts = [item.text for item in root.iter() if item.tag.endswith("text")]

    assert {
        "Outcome: Children read with pleasure (added)",
        "Output: A guide for parents (removed)",
        "Precondition: Parents feel at home at school (changed)",
        "Strategy: A café for parents (changed)",
        "Strategy: Library bus",
    } <= heard
    assert [texts.count(sign) for sign in "+−~"] == [4, 5, 3]
    assert {"added", "removed", "changed"} <= set(texts)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_names_every_consequence(page: Path) -> None:
    """Each consequence has its line on the page, which says whether it breaks by default."""
    lines = page.read_text("utf-8").splitlines()
    rows = {line.split("|")[1].strip(" `"): line.split("|")[3].strip() for line in lines if line.startswith("| `")}

    assert set(rows) == set(consequence_names())
    assert {name for name, breaks in rows.items() if breaks in {"yes", "oui"}} == {
        watch.name for watch in watches() if watch.breaking
    }
