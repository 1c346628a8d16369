"""What each word and sign of a file is there for."""

import inspect
import tomllib
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from pygments.token import Error, String, Token
from strategies import broken_documents, documents, garbage

from toc.highlighting import roles
from toc.highlighting.pygments_lexer import TOKENS, TocLexer
from toc.highlighting.spans import spans

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").rglob("*.toc"))
FIXTURES = [
    path
    for folder in ("rules", "format")
    for path in sorted((ROOT / "tests" / folder).rglob("*.toc"))
    if "unreadable" not in path.as_posix()
]
each_file = pytest.mark.parametrize("path", [*EXAMPLES, *FIXTURES], ids=lambda path: path.relative_to(ROOT).as_posix())


def told(text: str) -> list[str]:
    """Return each word and sign of a text with its role, separators left out."""
    found = [(span.role, text[span.start : span.end]) for span in spans(text)]
    return [f"{role} {written}" for role, written in found if role not in (roles.SIGN, roles.BRACE)]


CASES = {
    "declaration": ('vision lecture "Lire"@fr', 'kind vision | name lecture | text "Lire" | tag @fr'),
    "variety": ('factor adverse hiver "L"', 'kind factor | value adverse | name hiver | text "L"'),
    "a word as a name": ("changement source “S”", "kind changement | name source | text “S”"),
    "link": (
        "source, fort -> vision fort incertain 0.4",
        "reference source | reference fort | arrow -> | reference vision | value fort | value incertain | number 0.4",
    ),
    "block of a link": (
        'a => b { parce que "R" }',
        'reference a | arrow => | reference b | property parce que | text "R"',
    ),
    "clause": (
        'exige a, because parce que "R"',
        'property exige | reference a | reference because | clause parce que | text "R"',
    ),
    "measure": (
        "observé 38 % pour présence en 2026-06",
        "property observé | number 38 % | clause pour | reference présence | clause en | date 2026-06",
    ),
    "amount": ("effort 20000..40000 EUR", "property effort | number 20000 | number 40000 | unit EUR"),
    "period": (
        "collected by a every 6 months",
        "property collected by | reference a | clause every | number 6 | unit months",
    ),
    "selection": (
        "montre acteurs, à 2 pas de b",
        "property montre | value acteurs | clause à | number 2 | clause pas de | reference b",
    ),
    "links of a selection": ("hide links of a", "property hide | clause links of | reference a"),
    "use": (
        'utilise "a.toc" comme q # tout',
        'kind utilise | text "a.toc" | clause comme | name q | comment # tout',
    ),
    "malformed": ("a -> b 0,4", "reference a | arrow -> | reference b | wrong 0,4"),
    "unread": ("foo bar", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_a_word_is_told_by_what_it_is_there_for(name: str) -> None:
    """Kinds, properties, clauses, names, references, values and units are told apart, also where words are names."""
    text, wanted = CASES[name]

    assert " | ".join(told(text)) == wanted


@given(documents() | broken_documents() | garbage())
def test_a_lexer_loses_nothing(text: str) -> None:
    """Whatever is written, the pieces are in order and together they are the text."""
    found = list(TocLexer().get_tokens_unprocessed(text))

    assert "".join(written for _start, _kind, written in found) == text
    assert [start for start, _kind, _written in found] == [
        sum(len(written) for _start, _kind, written in found[:number]) for number in range(len(found))
    ]


@given(documents())
def test_in_a_sound_file_everything_has_a_role(text: str) -> None:
    """Nothing but blanks is left over in a file without errors."""
    kinds = Counter(kind for _start, kind, _written in TocLexer().get_tokens_unprocessed(text))

    assert not {Token.Text, Error} & set(kinds)


@each_file
def test_each_text_and_comment_is_one(path: Path) -> None:
    """In examples and fixtures, texts begin and end with quotes, comments with `#` and the end of their line."""
    text = path.read_bytes().decode("utf-8")

    for span in spans(text):
        written = text[span.start : span.end]
        if span.role == roles.COMMENT:
            assert written[0] == "#"
            assert text[span.end : span.end + 1] in ("\n", "\r", "")
        elif span.role == roles.TEXT and path.stem != "unterminated-text":
            assert (written[0], written[-1]) in {('"', '"'), ("«", "»"), ("“", "”")}


def test_each_role_has_a_colour() -> None:
    """The lexer for Pygments knows every role."""
    known = {value for name, value in inspect.getmembers(roles) if name.isupper()}

    assert set(TOKENS) == known
    assert TOKENS[roles.TEXT] in String


def test_pygments_finds_the_lexer() -> None:
    """The entry point names the lexer, which says that it is for toc files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    module, _, name = project["entry-points"]["pygments.lexers"]["toc"].partition(":")
    lexer = getattr(import_module(module), name)

    assert (lexer.aliases, lexer.filenames) == (["toc"], ["*.toc"])
