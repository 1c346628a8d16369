"""In which language the keywords of a file are written."""

import pytest

from toc.source import Source
from toc.syntax.parser import parse
from toc.syntax.written_in import written_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", None),
        ("# rien que des mots\n", None),
        ("a -> b\n", None),
        ('vision a "Tous lisent"\n', None),
        ('changement a "All read"\n', "fr"),
        ('outcome a "Tous lisent"\n', "en"),
        ("a -> b fort\n", "fr"),
        ("a -> b strong\n", "en"),
        ('outcome a "A"\nstratégie b "B" {\n  par ecole\n}\n', "fr"),
        ('outcome a "A"\nstratégie b "B"\n', "en"),
    ],
)
def test_most_keywords_tell_the_language(text: str, language: str | None) -> None:
    """Texts and comments do not count; words that both languages have tell nothing; as many of either are English."""
    assert written_in(parse(Source("m.toc", text))) == language


def test_no_more_words_than_asked_for_are_looked_at() -> None:
    """The first words decide where only they are looked at."""
    document = parse(Source("m.toc", 'outcome a "A"\nchangement b "B"\nchangement c "C"\n'))

    assert (written_in(document, enough=1), written_in(document)) == ("en", "fr")
