"""The editors' highlighting is made from the table of words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from highlighting import MADE

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", MADE)
def test_highlighting_is_made_of_the_words_as_they_are(path: str, golden: Callable[[Path, str], None]) -> None:
    """No file that editors read is older than the table of words; `--accept` brings them up to date."""
    golden(ROOT / path, MADE[path]())
