"""Stories are told where there is a Neovim; in continuous integration there must be one."""

import os

import pytest
from neovim.neovim import missing


@pytest.fixture(scope="session", autouse=True)
def _neovim() -> None:
    reason = missing()
    if reason is not None and os.environ.get("CI"):
        pytest.fail(reason)
    elif reason is not None:
        pytest.skip(reason)
