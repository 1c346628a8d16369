"""In which language the command speaks: what was asked for, then the environment, then the theory."""

from pathlib import Path

import pytest
from command import toc

from toc.cli.shell.session import session_of

FRENCH = 'théorie "École" { langues fr, en }\n'
GERMAN = 'theory "Schule" { languages de }\n'


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, None),
        ([], {"LANG": "fr_CA.UTF-8"}, "fr"),
        ([], {"LANG": "fr_FR@euro"}, "fr"),
        ([], {"LANG": "fr"}, "fr"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, None),
        ([], {"LANG": "C.UTF-8"}, None),
        ([], {"LANG": "POSIX"}, None),
        ([], {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_CA.UTF-8"}, "fr"),
        ([], {"LC_MESSAGES": "fr_CA.UTF-8", "LANG": "en_US.UTF-8"}, "fr"),
        ([], {"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "fr_CA.UTF-8", "LANG": "fr_CA.UTF-8"}, "en"),
        ([], {"LANGUAGE": "fr", "LC_ALL": "en_US.UTF-8"}, "fr"),
        ([], {"LANGUAGE": "de:fr_CA:en", "LANG": "en_US.UTF-8"}, "fr"),
        ([], {"LANGUAGE": "de", "LANG": "fr_CA.UTF-8"}, "fr"),
        ([], {"LANGUAGE": "fr", "LC_ALL": "C"}, None),
        ([], {"LANGUAGE": "fr", "LANG": "C.UTF-8"}, None),
        (["--lang", "en"], {"LANGUAGE": "fr", "LANG": "fr_CA.UTF-8"}, "en"),
        (["check", "--lang=fr"], {"LANG": "en_US.UTF-8"}, "fr"),
        (["check", "--", "--lang", "fr"], {"LANG": "en_US.UTF-8"}, "en"),
        (["--lang", "de"], {"LANG": "fr_CA.UTF-8"}, "fr"),
    ],
)
def test_what_was_asked_for_comes_before_the_environment(
    arguments: list[str], environment: dict[str, str], language: str | None
) -> None:
    """--lang decides, then LANGUAGE, LC_ALL, LC_MESSAGES and LANG as in other programs; else it is left open."""
    assert session_of(arguments, environment).language == language


@pytest.mark.parametrize(
    ("model", "arguments", "environment", "said"),
    [
        (FRENCH, [], {}, "erreur["),
        (FRENCH, [], {"LANG": "en_US.UTF-8"}, "error["),
        (FRENCH, ["--lang", "en"], {}, "error["),
        (FRENCH, [], {"LANG": "de_DE.UTF-8"}, "erreur["),
        (GERMAN, [], {}, "error["),
        (GERMAN, [], {"LANG": "de_DE.UTF-8"}, "error["),
        (GERMAN, [], {"LANG": "fr_CA.UTF-8"}, "erreur["),
        ("", [], {}, "erreur["),
        ("", [], {"LANG": "en_US.UTF-8"}, "error["),
        ('outcome b "B"\noutcome c "C"\n', [], {}, "error["),
        ("theory { languages de, fr, en }\n", [], {}, "erreur["),
    ],
)
def test_the_theory_decides_where_nobody_else_does(
    tmp_path: Path, model: str, arguments: list[str], environment: dict[str, str], said: str
) -> None:
    """Else the theory's language is spoken: the first of its own that toc speaks, then that of its keywords."""
    (tmp_path / "m.toc").write_text(f'{model}stratégie a "A"\n', "utf-8")

    assert toc("check", "m.toc", *arguments, folder=tmp_path, environment=environment).out.startswith(said)
