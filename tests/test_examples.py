"""The examples are real models: nothing is wrong with them, and they hold the whole language between them."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from toc import Analysis, Element, Link, MemoryReader, Severity, Theory, check, format_text, render, show
from toc.syntax.keywords import table

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
TODAY = date(2026, 11, 1)
# The entry of each model, and the files of a model that partners check alone.
MODELS = (
    "first-job/first-job.toc",
    "hello.toc",
    "quartiers/montreal.toc",
    "quartiers/saint-michel.toc",
    "rats-and-seabirds/rats.toc",
    "reussite-educative/theorie.toc",
)
WHOLE_LANGUAGE = "reussite-educative/theorie.toc"
FILES = tuple(path.relative_to(EXAMPLES).as_posix() for path in sorted(EXAMPLES.rglob("*.toc")))
FRENCH = ("quartiers", "reussite-educative")
# The example of the design of the language is a model too, less complete than the others.
OF_THE_DESIGN = Path(__file__).parent / "format" / "education.toc"


def _checked(model: str) -> Analysis:
    return check(EXAMPLES / model, today=TODAY)


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_wrong(model: str) -> None:
    """An example has no error and no warning."""
    serious = [found for found in _checked(model).diagnostics if found.severity is not Severity.INFO]
    assert [(found.rule.name, show(found.message, "en")) for found in serious] == []


def test_questions_that_stay_open(golden: Callable[[Path, str | bytes], None]) -> None:
    """What the examples leave open, the infos, is kept and changes only when somebody looks at it."""
    told = (line for model in MODELS for line in [f"{model}\n", *_told(_checked(model))])
    golden(Path(__file__).parent / "golden" / "examples" / "infos.txt", "".join(told))


def _told(analysis: Analysis) -> Iterator[str]:
    for found in analysis.diagnostics:
        yield f"  {found.rule.code} {found.rule.name}: {show(found.message, 'en')}\n"


@pytest.mark.parametrize("file", FILES)
def test_layout(file: str) -> None:
    """An example is laid out as the formatter does."""
    text = (EXAMPLES / file).read_text(encoding="utf-8")
    assert format_text(text) == text


@pytest.mark.parametrize("file", FILES)
def test_words_of_the_other_language(file: str) -> None:
    """Translating the words of the language there and back loses only what English has not: gender and number."""
    text = (EXAMPLES / file).read_text(encoding="utf-8")
    own, other = ("fr", "en") if file.startswith(FRENCH) else ("en", "fr")
    translated = format_text(text, keywords=other)
    assert translated != text
    assert format_text(translated, keywords=own) == text.replace("concernés\n", "concerné\n").replace(
        "\nactrice ", "\nacteur "
    )


@pytest.mark.parametrize("model", MODELS)
def test_translated_words_mean_the_same(model: str) -> None:
    """A model says the same in the words of the other language."""
    folder = (EXAMPLES / model).parent
    texts = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.toc")}
    other = "en" if model.startswith(FRENCH) else "fr"
    translated = {path: format_text(text, keywords=other) for path, text in texts.items()}
    name = Path(model).name
    said, said_again = (_meaning(check(name, reader=MemoryReader(files)).theory) for files in (texts, translated))
    assert said_again == said


def _meaning(theory: Theory) -> tuple[tuple[Element, ...], tuple[Link, ...]]:
    return tuple(theory.elements.values()), theory.links


@pytest.mark.parametrize("model", MODELS)
def test_pictures(model: str) -> None:
    """An example is drawn, by default and in each of its views, with the label of its vision or a name of the view."""
    theory = _checked(model).theory
    title = str(theory.visions[0].label).split()[0]
    assert title in str(render(theory, today=TODAY))
    for view in theory.of_kind("view"):
        if view.key.file == theory.file:
            assert str(view.label).split()[0] in str(render(theory, view=view.id, today=TODAY))


def test_two_languages() -> None:
    """The model in two languages is drawn in both."""
    theory = _checked("rats-and-seabirds/rats.toc").theory
    assert "Seabird" in str(render(theory, language="en"))
    assert "oiseaux" in str(render(theory, language="fr"))


def test_private_indicators_stay_private() -> None:
    """What an example marks as private is in no public copy of it."""
    theory = _checked(WHOLE_LANGUAGE).theory
    assert "délai_retour" in str(render(theory, "json"))
    assert "délai_retour" not in str(render(theory, "json", public=True))


@pytest.mark.parametrize("section", ["kinds", "properties"])
def test_the_whole_language_is_shown(section: str) -> None:
    """Every declaration and every property stands in the showpiece."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((EXAMPLES / WHOLE_LANGUAGE).parent.rglob("*.toc"))]
    words = " ".join(word for text in texts for word in _outside_texts(format_text(text, keywords="en")))
    missing = [
        entry["en"][0]
        for entry in table()[section].values()
        if not re.search(rf"(?<!\w){re.escape(entry['en'][0])}(?!\w)", words)
    ]
    assert missing == []


def _outside_texts(text: str) -> list[str]:
    """Return what stands outside comments and quotation marks."""
    return re.sub(r'"""(?s:.*?)"""|"(?:[^"\\\n]|\\.)*"|#.*', " ", text).split()


def test_every_form_of_link_is_shown() -> None:
    """The showpiece has every verb and mark, a gate, `requires`, a nested output, and every kind of strength."""
    theory = _checked(WHOLE_LANGUAGE).theory
    links = theory.links
    assert {link.verb for link in links} == {"contributes", "requires", "hinders"}
    assert any(link.feedback for link in links)
    assert any(link.uncertain for link in links)
    assert any(len(link.sources) > 1 for link in links)
    assert any(link.inside for link in links)
    assert any(link.implied for link in links)
    assert {type(link.strength).__name__ for link in links} == {"NoneType", "Word", "Quantity", "Range"}
    clauses = {item.name for link in links for item in link.properties}
    assert clauses >= {"because", "evidence", "assuming", "delay"}


def test_the_example_of_the_design() -> None:
    """The complete example of the design of the language has no error."""
    analysis = check(OF_THE_DESIGN.name, reader=MemoryReader({OF_THE_DESIGN.name: OF_THE_DESIGN.read_text("utf-8")}))
    assert [found.rule.name for found in analysis.diagnostics if found.severity is Severity.ERROR] == []
    assert len(analysis.theory.links) == 7


def test_ten_lines() -> None:
    """The smallest example has ten lines."""
    assert len((EXAMPLES / "hello.toc").read_text(encoding="utf-8").splitlines()) == 10
