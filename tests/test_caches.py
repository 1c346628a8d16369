"""What is remembered of texts is bounded: a server lives for days, and each letter typed makes another word."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import toc

# Parameters that hold what people wrote.
WRITTEN = {"text", "word", "written", "label", "line"}


def remembering() -> Iterator[tuple[str, Any]]:
    """Yield the functions of the package that remember their results."""
    for found in pkgutil.walk_packages(toc.__path__, "toc."):
        if found.name == "toc.__main__":
            continue
        module = importlib.import_module(found.name)
        for name, function in vars(module).items():
            if hasattr(function, "cache_parameters") and function.__module__ == found.name:
                yield f"{found.name}.{name}", function


def test_what_is_remembered_of_texts_is_bounded() -> None:
    """A function that is called with what people write remembers so many results and no more."""
    unbounded = [
        name
        for name, function in remembering()
        if function.cache_parameters()["maxsize"] is None and WRITTEN & {*inspect.signature(function).parameters}
    ]

    assert unbounded == []
