"""Signs without a meaning: what is offered in their place."""

import pytest

from toc.source import Source
from toc.syntax.parser import parse


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("a --> b\n", "a -> b\n"),
        ("a - b\n", "a -> b\n"),
        ("- a -> b\n", " a -> b\n"),
        ("// why\n", "# why\n"),
        # The ends would have to change places.
        ("a <- b\n", None),
        ("a -> b (strong)\n", None),
    ],
)
def test_a_sign_is_replaced_where_it_can_mean_one_thing_only(text: str, mended: str | None) -> None:
    """What is offered for a sign says what the writer meant; where that cannot be told, nothing is."""
    (finding, *_others) = parse(Source("m.toc", text)).findings
    edits = [edit for fix in finding.fixes for edit in fix.edits]

    assert [text[: at.origin.start] + at.text + text[at.origin.end :] for at in edits] == ([mended] if mended else [])
