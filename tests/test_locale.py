"""The French catalogue: complete, current, and with the same fields as the English texts."""

import ast
import gettext
import inspect
import io
import re
import string
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from catalogue import FRENCH, KEYWORDS, SOURCE, entries, extracted, kept, merged

from toc.cli.shell.click_texts import CLICK_TEXTS
from toc.locale.compiled import compiled
from toc.messages import LOCALE

ALL = list(entries(kept()))
# Two spaces of fixed width are written in French where a line must not break.
BREAKABLE = re.compile(r"[^\s\u00a0\u202f«] ?[:;?!](?=\s|$)| [»?!;:](?=\s|$)|« ")
# What stands in backquotes or is an option is written as it is.
LITERAL = re.compile(r"`[^`]*`|\{[^}]*\}|https?:\S+|\S+=\S+")


def test_the_catalogue_holds_the_messages_of_the_source(golden: Callable[[Path, str], None]) -> None:
    """Each message of the source is in the catalogue, and none that is gone; `--accept` brings it up to date."""
    golden(FRENCH, merged())


def test_no_message_stands_inside_an_f_string() -> None:
    """Before Python 3.12 Babel does not look into them, so what is said there would stay English."""
    inside = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in sorted(SOURCE.rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
    ]

    assert inside == []


@pytest.mark.parametrize(("ids", "strings"), ALL, ids=[ids[0][:60] for ids, _strings in ALL])
def test_a_message_is_translated_with_its_fields(ids: tuple[str, ...], strings: tuple[str, ...]) -> None:
    """Each message has a French text with the fields of the English one; a plural's form may leave out the number."""
    wanted = [fields(text) for text in ids]

    assert all(strings)
    assert len(strings) == (2 if len(ids) > 1 else 1)
    for text in strings:
        assert fields(text) in wanted or (len(ids) > 1 and fields(text) | {"n"} in wanted)


@pytest.mark.parametrize(("ids", "strings"), ALL, ids=[ids[0][:60] for ids, _strings in ALL])
def test_french_is_set_as_french(ids: tuple[str, ...], strings: tuple[str, ...]) -> None:
    """Before `:`, `;`, `?`, `!` and `»`, and after `«`, stands a space that does not break."""
    for text in strings:
        assert BREAKABLE.findall(LITERAL.sub("x", text)) == []


@pytest.mark.parametrize("path", sorted((LOCALE / "fr" / "rules").glob("*.md")), ids=lambda path: path.stem)
def test_french_pages_are_set_as_french(path: Path) -> None:
    """On a page, too, no line breaks before `:`, `;`, `?`, `!` or `»`, nor after `«`."""
    text = re.sub(r"```.*?```|<!--.*?-->", "x", path.read_text("utf-8"), flags=re.DOTALL)

    assert BREAKABLE.findall(LITERAL.sub("x", text)) == []


def test_nothing_in_the_catalogue_is_fuzzy() -> None:
    """A translation that was only guessed is not kept."""
    assert [message.id for message in kept() if message.fuzzy] == []


def test_the_compiled_catalogue_says_the_same() -> None:
    """`gettext` finds every translation in the compiled catalogue, plurals included."""
    catalogue = gettext.GNUTranslations(io.BytesIO(compiled(FRENCH.read_text("utf-8"))))

    for ids, strings in ALL:
        if len(ids) > 1:
            one, many = ids
            assert tuple(catalogue.ngettext(one, many, n) for n in (1, 2)) == strings
        else:
            assert catalogue.gettext(ids[0]) == strings[0]


def test_a_fuzzy_or_empty_translation_is_not_compiled() -> None:
    """What has not been translated, or only guessed, stays in English."""
    text = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    text += 'msgid "a"\nmsgstr ""\n\n#, fuzzy\nmsgid "b"\nmsgstr "B"\n\nmsgid "c"\n"d"\nmsgstr "C\\"\\n"\n"D"\n'
    catalogue = gettext.GNUTranslations(io.BytesIO(compiled(text)))

    assert [catalogue.gettext(word) for word in ("a", "b", "cd")] == ["a", "b", 'C"\nD']


def test_the_texts_of_click_are_those_it_asks_for() -> None:
    """Each text of click that is translated stands in click's source, so that a new wording is found."""
    modules = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types)
    source = "".join(inspect.getsource(module) for module in modules)

    for message in CLICK_TEXTS:
        assert f'"{message.template}"' in source
        assert message.plural is None or f'"{message.plural}"' in source


def test_extraction_sees_both_markers() -> None:
    """Messages are found behind `_` and `plural`, in every room."""
    ids = [ids for ids, _strings in entries(extracted())]

    assert ("there is no such file",) in ids
    assert ("{n} file", "{n} files") in ids


def fields(text: str) -> set[str]:
    """Return the names of the fields in a template."""
    return {name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name}
