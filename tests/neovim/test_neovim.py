"""The plugin for Neovim, in a real one: what an author sees while writing."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from command import toc
from neovim.neovim import PLUGIN, told

MODEL = """\
théorie "Une vallée où chacun finit l'école" { enjeu "Un jeune sur quatre part sans diplôme"; contexte "Portrait" }
vision diplôme "Chaque jeune trouve sa voie" { pour jeunes }
précondition confiance "Les parents se sentent à leur place à l'école" { chez parents }
stratégie café "Un café des parents à l'école" { par parents }
café -> confiance fort { parce que "On fait confiance à qui l'on connaît"; preuve pratique "Bilan 2024" }
confiance => diplôme { parce que "Les jeunes restent là où leur famille est bienvenue" }
acteur parents "Parents du quartier" { secteur citoyen; rôle décide }
acteur jeunes "Jeunes de 6 à 18 ans" { concernés; rôle consulté }
"""
# What somebody writes in docs/how-to/word-by-word.md.
WRITTEN = """\
théorie "Cuisiner ensemble" { langues fr; enjeu "On mange seul"; contexte "Un quartier" }

acteur voisins "Les voisins"
acteur maison "La maison de quartier"

vision table "Chacun mange en bonne compagnie" { pour voisins }
changement repas "Les voisins cuisinent ensemble chaque semaine" { chez voisins }
stratégie cuisine "Une cuisine ouverte" { par maison; effort moyen }
cuisine -> repas fort { parce que "On cuisine où il y a un four" }
repas => table { parce que "Qui cuisine ensemble mange ensemble" }
"""
# Rules on meaning are silent here: these stories are about the editor.
ONLY_READING = '[rules]\nselect = ["TOC0", "TOC1"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a model, with a configuration at its root."""
    found = tmp_path / "model"
    found.mkdir()
    (found / "toc.toml").write_text(ONLY_READING, "utf-8")
    (found / "model.toc").write_text(MODEL, "utf-8")
    return found


def test_what_is_wrong_appears_as_a_file_is_opened_and_goes_as_it_is_mended(folder: Path) -> None:
    """A file that ends in .toc is known, the server starts at the root, and diagnostics follow the edits."""
    (folder / "parts").mkdir()
    (folder / "parts" / "part.toc").write_text(MODEL.replace("par parents", "par nobody"), "utf-8")
    found = told("opening", folder, "parts/part.toc")

    assert found == {
        "filetype": "toc",
        "comments": "# %s",
        "syntax": "toc",
        "root": "model",
        "opened": ["unknown-name"],
        "mended": [],
        "broken": found["broken"],
        "commands": ["TocFormat", "TocPreview", "TocRender", "TocLeverage"],
    }
    assert found["broken"] != []


def test_words_are_offered_while_one_types(folder: Path) -> None:
    """Arrows, the causes and effects that fit, phrases and words without their accents are offered and taken."""
    found = told("typing", folder, "model.toc")

    assert found["arrows"] == ["->", "-|"]
    assert {"diplôme"} <= set(found["targets"])
    assert found["taken"] == f"confiance -> {found['targets'][0]}"
    assert "parce que" in found["clauses"]
    assert "précondition" in found["kinds"]
    assert {"citoyen", "associatif"} <= set(found["asked"])


def test_a_model_is_written_from_nothing_word_by_word(folder: Path) -> None:
    """In an empty file each word of a French model is offered, can be taken, and what comes of it has no error."""
    (folder / "toc.toml").write_text("", "utf-8")
    (folder / "model.toc").write_text("", "utf-8")
    found = told("writing", folder, "model.toc", language="fr")
    (folder / "model.toc").write_text("\n".join(found["lines"]), "utf-8")

    assert [step["wanted"] for step in found["steps"] if step["wanted"] not in step["offered"]] == []
    # This Neovim fills in no snippets.
    assert "${" not in str(found["steps"])
    assert found["lines"] == [*WRITTEN.splitlines(), ""]
    assert toc("check", "model.toc", folder=folder).status == 0
    # What is weak is said, and nothing about what is not there yet.
    assert "no-indicator" in found["rules"]


def test_a_name_tells_what_it_is_and_where_it_is_declared(folder: Path) -> None:
    """K shows the page of an element, and the key for tags goes to its declaration."""
    found = told("hovering", folder, "model.toc")

    assert "Un café des parents à l'école" in found["page"]
    assert found["declared"].startswith("précondition confiance")


def test_a_name_is_changed_in_two_files(folder: Path) -> None:
    """Renaming reaches a file that was never opened, and nothing is wrong afterwards."""
    *rest, parents, young = MODEL.splitlines(keepends=True)
    (folder / "model.toc").write_text('utilise "people.toc"\n' + "".join(rest), "utf-8")
    (folder / "people.toc").write_text(parents + young, "utf-8")
    found = told("renaming", folder, "model.toc")
    people = (folder / "people.toc").read_text("utf-8")

    assert found["rules"] == []
    assert "\n".join(found["one"]).count("familles") == 2
    assert people.startswith('acteur familles "Parents du quartier"')
    assert toc("check", ".", folder=folder).status == 0


@pytest.mark.parametrize("on_save", [True, False], ids=["as it is saved", "by the command"])
def test_a_file_is_laid_out(on_save: bool, folder: Path) -> None:
    """As it is saved, with `format_on_save`, or by :TocFormat, a file becomes what `toc fmt` writes."""
    untidy = MODEL.replace(" { ", "{").replace("; ", " ;  ")
    (folder / "model.toc").write_text(untidy, "utf-8")
    (folder / "other.toc").write_text(untidy, "utf-8")
    found = told("formatting", folder, "model.toc", format_on_save=on_save)
    toc("fmt", "other.toc", folder=folder)

    assert found["before"] != found["after"]
    assert (folder / "model.toc").read_text("utf-8") == (folder / "other.toc").read_text("utf-8")


def test_what_is_wrong_is_mended_by_a_code_action(folder: Path) -> None:
    """The name that was meant is proposed, and put in the place of the wrong one."""
    (folder / "model.toc").write_text(MODEL.replace("par parents", "par parent"), "utf-8")
    found = told("mending", folder, "model.toc")

    assert found["before"] == ["unknown-name"]
    assert any("parents" in title for title in found["offered"])
    assert found["after"] == []
    assert found["line"].endswith("{ par parents }")


def test_after_a_storm_of_edits_the_editor_agrees_with_the_command(folder: Path) -> None:
    """After 500 edits at random places the diagnostics shown are those of `toc check`, at the same places."""
    (folder / "toc.toml").write_text("", "utf-8")
    found = told("storm", folder, "model.toc")

    assert len(found["batch"]) > 3
    assert found["editor"] == found["batch"]


def test_the_commands_draw_what_was_typed(folder: Path) -> None:
    """:TocRender writes a picture or says why not, :TocLeverage opens a window, :TocPreview a page."""
    browser = ["sh", "-c", 'echo "$1" > "$TOC_ANSWER.opened"', "browser"]
    found = told("commands", folder, "model.toc", browser=browser)
    picture = (folder / "model.svg").read_text("utf-8")

    assert found["completed"] == ["picture.pdf", "picture.png", "picture.pptx"]
    assert found["said"][0] == "drawn: model.svg"
    assert "Un jardin des parents" in picture.replace("\n", " ")
    assert "nowhere" in found["refused"]
    assert "jardin" in found["leverage"] or "café" in found["leverage"]
    assert found["said"][2] == f"shown at {found['address']}"
    assert found["address"].startswith("http://127.0.0.1:")


def test_only_theories_of_change_are_taken(folder: Path) -> None:
    """LaTeX's tables of contents and CD writers' files keep their own kinds; a buffer of another kind is left alone."""
    (folder / "model.toc").write_text('vision v "V" {\n  for p\n}\nactor p "P" {\n  sector citizen\n}\n', "utf-8")
    (folder / "book.toc").write_text("\\contentsline {section}{\\numberline {1}Trust}{1}{}%\n", "utf-8")
    (folder / "disc.toc").write_text('CD_DA\nTRACK AUDIO\nFILE "data.wav" 0\n', "utf-8")
    found = told("kinds", folder, "model.toc")

    assert found["model.toc"] == found["empty.toc"] == "toc"
    assert "toc" not in {found["book.toc"], found["disc.toc"]}
    assert found["clients"] == 1
    assert found["folds"] == [1, 1, 1, 1]
    assert found["indented"] == ['vision w "W" {', "  for p", "}"]
    assert found["left"] == [0, 0]


def test_who_has_no_toc_is_told_once_what_to_install(folder: Path) -> None:
    """Without the program the file opens all the same, with its colours, and one message says what to do."""
    found = told("alone", folder, "model.toc", command=["no-such-toc"], language="fr")

    assert found["messages"].count("pip install 'toc-lang[lsp]'") == 1
    assert "toc n'est pas installé" in found["messages"]
    assert found["syntax"] == "toc"


def test_help_has_the_same_tags_in_both_languages(tmp_path: Path) -> None:
    """Neovim makes tags of both pages, none twice, and both lead to the commands and settings."""
    shutil.copytree(PLUGIN / "doc", tmp_path / "doc")
    command = ["nvim", "--clean", "--headless", "-c", f"helptags {tmp_path}/doc", "-c", "qall!"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    english, french = (
        [line.split("\t")[0] for line in (tmp_path / "doc" / name).read_text("utf-8").splitlines() if line[0] != "!"]
        for name in ("tags", "tags-fr")
    )

    assert done.stderr == ""
    assert english == french
    assert {":TocFormat", ":TocPreview", ":TocRender", ":TocLeverage", "g:toc"} <= set(english)


def test_the_help_tells_the_settings_of_the_plugin() -> None:
    """Both pages tell each setting of `g:toc`, and no other."""
    code = (PLUGIN / "lua" / "toc" / "init.lua").read_text("utf-8")
    usual = code[code.index("local usual = {") : code.index("return vim.tbl_extend")].splitlines()[1:]
    # These have no usual value.
    wanted = {line.split()[0] for line in usual if " = " in line} | {"language", "browser"}
    pages = [(PLUGIN / "doc" / name).read_text("utf-8") for name in ("toc.txt", "toc.frx")]
    tables = [page[page.index("*g:toc*") :].split("====")[0] for page in pages]
    told_of = [set(re.findall(r"^    (\w+)", table, re.MULTILINE)) for table in tables]

    assert told_of == [wanted, wanted]
