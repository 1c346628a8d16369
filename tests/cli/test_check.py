"""`toc check`: what it prints, where, and in which language."""

import json
from pathlib import Path

import pytest
from command import toc
from jsonschema import validate

MODEL = """\
theory "École" { langues fr }
vision école "Chaque élève réussit" { pour élèves }
acteur élèves "Élèves" { concernés }
personne -> école
"""
POSITION = {
    "type": "object",
    "properties": {name: {"type": "integer"} for name in ("line", "column", "offset")},
    "required": ["line", "column", "offset"],
    "additionalProperties": False,
}
RANGE = {
    "type": "object",
    "properties": {"start": POSITION, "end": POSITION},
    "required": ["start", "end"],
    "additionalProperties": False,
}


def _object(**properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


TEXT = {"type": "string"}
EDIT = _object(file=TEXT, range=RANGE, text=TEXT)
SCHEMA = _object(
    version={"const": 1},
    summary=_object(**{key: {"type": "integer"} for key in ("files", "errors", "warnings", "infos")}),
    diagnostics={
        "type": "array",
        "items": _object(
            code={"type": "string", "pattern": r"^TOC\d{3}$"},
            rule={"type": "string", "pattern": r"^[a-z-]+$"},
            severity={"enum": ["error", "warning", "info"]},
            message=TEXT,
            hint={"type": ["string", "null"]},
            file=TEXT,
            range=RANGE,
            related={"type": "array", "items": _object(file=TEXT, range=RANGE, message=TEXT)},
            fixes={"type": "array", "items": _object(title=TEXT, edits={"type": "array", "items": EDIT})},
            sources={"type": "array", "items": TEXT},
            url=TEXT,
        ),
    },
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one model, in French, that names nobody."""
    (tmp_path / "modèle.toc").write_text(MODEL, "utf-8")
    return tmp_path


def test_json_is_the_object_that_is_documented(folder: Path) -> None:
    """The JSON report follows its schema; lines and columns count from 1, offsets from 0, all in code points."""
    report = json.loads(toc("check", "--format", "json", "modèle.toc", folder=folder).out)
    validate(report, SCHEMA)
    found = report["diagnostics"][0]

    assert report["summary"] == {"files": 1, "errors": 1, "warnings": 0, "infos": 0}
    assert (found["code"], found["rule"], found["file"]) == ("TOC101", "unknown-name", "modèle.toc")
    assert found["range"] == {
        "start": {"line": 4, "column": 1, "offset": MODEL.index("personne")},
        "end": {"line": 4, "column": 9, "offset": MODEL.index("personne") + 8},
    }
    assert found["url"] == "docs/reference/rules/unknown-name.md"


def test_json_carries_fixes_and_related_places(folder: Path) -> None:
    """Where a finding has a fix or speaks of another place, JSON has both."""
    (folder / "twice.toc").write_text('actor a "A"\nactor a "B" { rol decide }\n', "utf-8")
    report = json.loads(toc("check", "--format", "json", "twice.toc", folder=folder).out)
    validate(report, SCHEMA)
    by_rule = {found["rule"]: found for found in report["diagnostics"]}

    assert by_rule["duplicate-name"]["related"][0]["range"]["start"] == {"line": 1, "column": 7, "offset": 6}
    assert by_rule["unknown-property"]["fixes"][0]["edits"][0]["text"] == "role"


@pytest.mark.parametrize("name", ["missing.toc", "latin.toc", "empty"])
def test_json_is_printed_whatever_happens(folder: Path, name: str) -> None:
    """What cannot be read is a diagnostic of its own in JSON."""
    (folder / "latin.toc").write_bytes("é".encode("latin-1"))
    (folder / "empty").mkdir()
    done = toc("check", "--format", "json", name, folder=folder)
    report = json.loads(done.out)
    validate(report, SCHEMA)

    assert done.status == 2
    assert [(found["rule"], found["file"]) for found in report["diagnostics"]] == [("unreadable-file", name)]


def test_the_report_goes_to_standard_output_and_the_count_to_standard_error(folder: Path) -> None:
    """Diagnostics are results; how many there are is progress."""
    done = toc("check", "modèle.toc", "--lang", "en", folder=folder)

    assert done.out.startswith("error[TOC101] unknown-name: nothing is called `personne`\n --> modèle.toc:4:1\n")
    assert done.err == "1 error in 1 file\n"


def test_the_report_can_go_to_a_file(folder: Path) -> None:
    """With -o the report is in the file, without colours, and standard output stays empty."""
    done = toc("--color", "always", "check", "modèle.toc", "-o", "report.txt", folder=folder)

    assert (done.status, done.out) == (1, "")
    assert (folder / "report.txt").read_text("utf-8").startswith("erreur[TOC101]")


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {"LANG": "C.UTF-8"}, "erreur"),
        ([], {"LANG": "de_DE.UTF-8"}, "erreur"),
        ([], {"LANG": "en_CA.UTF-8"}, "error"),
        ([], {"LANG": "en_CA.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, "erreur"),
        (["--lang", "en"], {"LANG": "fr_CA.UTF-8"}, "error"),
        (["--lang=fr"], {"LANG": "en_CA.UTF-8"}, "erreur"),
    ],
)
def test_the_language_of_messages(
    folder: Path, arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    """Messages are in the language asked for, else in the environment's, else in the theory's."""
    done = toc(*arguments, "check", "modèle.toc", folder=folder, environment=environment)

    assert done.out.startswith(f"{expected}[TOC101]")


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color=always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {}, False),
    ],
)
def test_colours_follow_what_is_asked_for(
    folder: Path, arguments: list[str], environment: dict[str, str], coloured: bool
) -> None:
    """Colours are for terminals, or for who asks for them."""
    done = toc(*arguments, "check", "modèle.toc", folder=folder, environment=environment)

    assert ("\x1b[" in done.out) is coloured


def test_the_width_is_that_of_the_terminal(folder: Path) -> None:
    """Lines are wrapped to the terminal's width."""
    narrow = toc("check", "modèle.toc", folder=folder, environment={"COLUMNS": "50"})

    assert max(map(len, narrow.out.split("\n"))) <= 50


def test_standard_input_is_checked_under_its_name(folder: Path) -> None:
    """`-` reads standard input, which uses files beside the name it is given."""
    (folder / "actors.toc").write_text('acteur personne "Quelqu\'un"\n', "utf-8")
    text = 'use "actors.toc"\n' + MODEL.replace("personne -> école", 'stratégie s "S" { par personne }\ns -> école')
    named = toc("check", "--stdin-filename", "ici.toc", "-", folder=folder, stdin=MODEL)

    assert toc("check", "-", folder=folder, stdin=text).status == 0
    assert " --> ici.toc:4:1\n" in named.out
    assert " --> <stdin>:4:1\n" in toc("check", "-", folder=folder, stdin=MODEL).out
    assert toc("check", "-", folder=folder, stdin=b"\xe9").status == 2


def test_paths_are_told_from_the_current_folder(folder: Path) -> None:
    """Files are named as seen from where the command runs, wherever their workspace is."""
    (folder / "work" / "inner").mkdir(parents=True)
    (folder / "work" / "toc.toml").write_text("")
    (folder / "work" / "inner" / "m.toc").write_text(MODEL, "utf-8")
    (folder / "elsewhere").mkdir()

    assert " --> work/inner/m.toc:4:1\n" in toc("check", "work/inner/m.toc", folder=folder).out
    assert " --> ../work/inner/m.toc:4:1\n" in toc("check", "../work", folder=folder / "elsewhere").out
    assert " --> m.toc:4:1\n" in toc("check", folder=folder / "work" / "inner").out


def test_a_folder_is_checked_with_the_workspaces_in_it(folder: Path) -> None:
    """Each workspace below a folder follows its own configuration, and everything is told once."""
    for name, configuration in (("a", ""), ("b", 'main = "m.toc"\n')):
        (folder / name).mkdir()
        (folder / name / "toc.toml").write_text(configuration)
        (folder / name / "m.toc").write_text(MODEL, "utf-8")
        (folder / name / "n.toc").write_text(MODEL, "utf-8")
    done = toc("check", ".", "a/m.toc", folder=folder)
    places = [line.strip() for line in done.out.split("\n") if line.startswith(" --> ")]

    assert places == [f"--> {name}:4:1" for name in ("a/m.toc", "a/n.toc", "b/m.toc", "modèle.toc")]
    assert done.err == "4 erreurs dans 4 fichiers\n"


def test_a_wrong_configuration_is_told_with_the_rest(folder: Path) -> None:
    """What is wrong in toc.toml stands in the report, on its line, and the check goes on without it."""
    (folder / "toc.toml").write_text("\nmian = 1\n")
    done = toc("check", "modèle.toc", "--lang", "en", folder=folder)

    assert done.status == 2
    assert "error[TOC113] invalid-configuration: there is no setting `mian` here\n --> toc.toml:2:1\n" in done.out
    assert "error[TOC101]" in done.out


def test_the_rules_that_run_can_be_chosen(folder: Path) -> None:
    """`--select`, `--ignore` and `--profile` say which rules run; `--strict` lets warnings fail."""
    text = MODEL.replace("personne -> école\n", "")
    (folder / "m.toc").write_text(text, "utf-8")

    def rules(*arguments: str) -> list[str]:
        report = json.loads(toc("check", "m.toc", "--format", "json", *arguments, folder=folder).out)
        return [found["rule"] for found in report["diagnostics"]]

    assert {"no-context", "isolated-element"} <= set(rules())
    assert rules("--select", "no-vision,TOC901") == ["no-context"]
    assert rules("--select", "no-vision") == []
    assert rules("--ignore", "no-context") == [name for name in rules() if name != "no-context"]
    assert toc("check", "m.toc", "--strict", folder=folder).status == 1


def test_a_rule_that_does_not_exist_is_named(folder: Path) -> None:
    """A misspelt rule on the command line is trouble, with the one that was meant."""
    done = toc("--lang", "en", "check", "--select", "no-visions", folder=folder)

    assert (done.status, done.err) == (2, "toc: no rule is called `no-visions`\n  hint: did you mean `no-vision`?\n")
