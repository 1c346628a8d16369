"""`toc rules` and help: the rule book and the commands explain themselves."""

import re
from pathlib import Path

import pytest
from command import toc

from toc.cli.shell.application import command_names
from toc.rule_book import rule_book


def test_the_rule_book_is_a_table(tmp_path: Path) -> None:
    """Each rule has a line with its code, its name and what it says."""
    lines = toc("rules", folder=tmp_path).out.strip().split("\n")

    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in rule_book()]


@pytest.mark.parametrize("name", ["everything-to-everything", "TOC209", "toc209", "everything_to_everything"])
def test_a_rule_has_a_page(tmp_path: Path, name: str) -> None:
    """A page is found by name or code, and says how the rule weighs, its thresholds, why, and who asks for it."""
    page = toc("--lang", "en", "rules", name, folder=tmp_path).out

    assert page.startswith("# TOC209 everything-to-everything\n")
    for part in ("- severity: warning\n", "- threshold `share`: 0.6\n", "- source: ", "## Why it matters", "## Good"):
        assert part in page


def test_a_rule_of_a_profile_says_so(tmp_path: Path) -> None:
    """What a profile changes stands on the page."""
    page = toc("--lang", "fr", "rules", "no-indicator", folder=tmp_path).out

    assert "- gravité dans le profil résultats\u00a0: erreur\n" in page


def test_a_rule_that_does_not_exist_is_named(tmp_path: Path) -> None:
    """A misspelt rule is answered with the one that was meant."""
    assert toc("--lang", "en", "rules", "no-visoin", folder=tmp_path).err.endswith("did you mean `no-vision`?\n")


@pytest.mark.parametrize("command", command_names())
def test_a_command_explains_itself_in_both_languages(tmp_path: Path, command: str) -> None:
    """The help of a command, and of each of its options, is there in both languages."""
    english = toc("--lang", "en", command, "--help", folder=tmp_path).out
    french = toc("--lang", "fr", command, "--help", folder=tmp_path).out

    assert english.startswith(f"Usage: toc {command} ")
    assert french.startswith(f"Usage\u00a0: toc {command} ")
    assert _descriptions(english).isdisjoint(_descriptions(french))


def test_all_commands_are_listed(tmp_path: Path) -> None:
    """`toc --help` lists every command with a summary."""
    lines = [line.split(maxsplit=1) for line in toc("--help", folder=tmp_path).out.split("\n") if line.strip()]
    listed = {words[0]: words[1] for words in lines if words[0] in command_names() and len(words) > 1}

    assert sorted(listed) == command_names()
    assert not any(summary.endswith("...") for summary in listed.values())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("chek", "Error: there is no command `chek`: did you mean `check`?"),
        ("xyzzy", "Error: there is no command `xyzzy`: `toc --help` lists what there is"),
        ("check --strct", "--strict"),
        ("check --format jsom", "  hint: did you mean `json`?"),
        ("check --profile aco", "  hint: did you mean `aoc`?"),
        ("render", "Error: Missing argument 'PATH'."),
    ],
)
def test_a_slip_of_the_pen_is_answered(tmp_path: Path, line: str, said: str) -> None:
    """A misspelt command, option or name is answered with what was probably meant."""
    done = toc("--lang", "en", *line.split(), folder=tmp_path)

    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_slips_are_answered_in_french(tmp_path: Path) -> None:
    """What click itself says is in French, too."""
    done = toc("--lang", "fr", "render", folder=tmp_path)

    assert "Erreur\u00a0: Il manque l'argument 'PATH'." in done.err


def _descriptions(text: str) -> set[str]:
    # What stands to the right of options, and the summary.
    lines = (re.split(r"\s{2,}", line.strip()) for line in text.split("\n")[1:])
    return {part for line in lines for part in line if " " in part and not part.startswith("-")}
