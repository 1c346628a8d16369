"""A browser for all tests of a worker, and a reader for each."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.reader import Reader, missing, start
from selenium import webdriver


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Return a running browser; without one tests are skipped, but in continuous integration they fail."""
    program = missing()
    if program is not None:
        reason = f"{program} is not installed: apt-get install chromium chromium-driver"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    driver = start(tmp_path_factory.mktemp("chromium"))
    yield driver
    driver.quit()


@pytest.fixture
def reader(chromium: webdriver.Chrome, tmp_path: Path) -> Iterator[Reader]:
    """Return a reader; at the end nothing may have gone wrong in the page, and nothing been asked of a network."""
    found = Reader(chromium, tmp_path)
    found.window()
    found.prefer()
    found.driver.get("about:blank")
    found.complaints()
    found.asked_for()
    yield found
    found.forget()
    assert found.complaints() == []
    assert found.asked_for() == set()
