"""Characters that nobody sees, and those that only look like them."""

import pytest

from toc.model.problems import find_hidden_characters
from toc.source import Source


def found(text: str) -> list[tuple[int, int, str]]:
    """Return line, count and names for each finding in `text`."""
    source = Source("main.toc", text)
    return [
        (source.position(finding.origin.start).line, finding.message.fields["n"], finding.message.fields["names"])
        for finding in find_hidden_characters(source)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("a\u2066b\u2069", "U+2066 LEFT-TO-RIGHT ISOLATE, U+2069 POP DIRECTIONAL ISOLATE"),
        ("a\u200bb", "U+200B ZERO WIDTH SPACE"),
        ("a\u200db", "U+200D ZERO WIDTH JOINER"),
        ("a\u200cb", "U+200C ZERO WIDTH NON-JOINER"),
        ("a\u2060b", "U+2060 WORD JOINER"),
        ("a\ufeffb", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("a\u00adb", "U+00AD SOFT HYPHEN"),
        ("a\u3164b", "U+3164 HANGUL FILLER"),
        ("a\u2028b", "U+2028 LINE SEPARATOR"),
        ("a\ufe0fb", "U+FE0F VARIATION SELECTOR-16"),
        ("a\U000e0041b", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("a\x07b", "U+0007"),
        ("a\x1bb", "U+001B"),
        ("é\x9bb", "U+009B"),
    ],
)
def test_what_nobody_sees_is_found(text: str, names: str) -> None:
    """Controls of direction, characters without width and false blanks are found and named."""
    assert [each[2] for each in found(text)] == [names]


@pytest.mark.parametrize(
    "text",
    [
        "30\u202f000 élèves\u00a0: «\u00a0oui\u00a0»",
        "👩\u200d👧 🏳\ufe0f\u200d🌈 👩🏽\u200d🚀 ❤\ufe0f 1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می\u200cخواهم क्\u200dष",
        "\ufeffvision",
        "tab\there\r\nand there",
        "e\u0301",
        "葛\U000e0100城",
        "",
    ],
)
def test_what_has_a_use_is_left_alone(text: str) -> None:
    """Blanks of French typography, emoji, joiners within words that need them, and a mark at the start are fine."""
    assert found(text) == []


def test_one_finding_a_line() -> None:
    """However many there are on a line, it is told once, with an edit for each."""
    source = Source("main.toc", "a\u200b\u200bb\u202e\nfine\nc\u200b")
    findings = list(find_hidden_characters(source))
    assert found(source.text) == [
        (1, 3, "U+200B ZERO WIDTH SPACE, U+202E RIGHT-TO-LEFT OVERRIDE"),
        (3, 1, "U+200B ZERO WIDTH SPACE"),
    ]
    assert [len(finding.fixes[0].edits) for finding in findings] == [3, 1]
