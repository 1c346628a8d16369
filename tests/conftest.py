"""What all tests share: kept outputs that `--accept` rewrites, and how long Hypothesis searches."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from toc.locale.compiled import renew

# The same examples at each run, so that nobody's change fails by chance; `make fuzz` looks for new ones.
settings.register_profile(
    "quick", max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "fuzz", max_examples=5000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("brief", settings.get_profile("quick"), max_examples=8)
settings.load_profile("quick")


def pytest_configure() -> None:
    """Compile the translations if they are stale, so that what is kept is in the French of this checkout."""
    renew()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--accept`."""
    parser.addoption("--accept", action="store_true", help="rewrite kept outputs and generated pages")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str | bytes], None]:
    """Return a function that compares what was made with the file in which it is kept, or keeps it (`--accept`)."""
    accepting = bool(request.config.getoption("--accept"))

    def compare(path: Path, made: str | bytes) -> None:
        content = made.encode() if isinstance(made, str) else made
        if accepting and (not path.is_file() or path.read_bytes() != content):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert path.is_file(), f"{path} is not kept yet: run `make accept` and read the difference"
        kept = path.read_bytes()
        if isinstance(made, str):
            assert made == kept.decode()
        assert content == kept

    return compare
