"""The one way in which rules, formats, reporters and the like are found: by walking a package."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from keyword import iskeyword
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, TypeVar

Item = TypeVar("Item")


@cache
def find_all(package: str, kind: type[Item]) -> tuple[Item, ...]:
    """Return every module-level value of type `kind` defined below `package`, sorted by its `name`.

    A module is looked at in whole, so a definition is its own registration and there is no list to edit.
    """
    found: dict[int, Item] = {}
    for module in _modules(package):
        for value in vars(module).values():
            if isinstance(value, kind):
                found[id(value)] = value
    return tuple(sorted(found.values(), key=_rank))


def find_one(package: str, name: str, kind: type[Item]) -> Item | None:
    """Return the value called `name` below `package`, None where there is none.

    A file is named after what it defines, so the others are imported only where no file has that name.
    """
    file = name.replace("-", "_") + ("_" if iskeyword(name) else "")
    if file.isidentifier() and find_spec(f"{package}.{file}") is not None:
        for value in vars(import_module(f"{package}.{file}")).values():
            if isinstance(value, kind) and getattr(value, "name", None) == name:
                return value
    everything: tuple[Item, ...] = find_all(package, kind)  # type: ignore[arg-type] # a type can be hashed
    return next((item for item in everything if getattr(item, "name", None) == name), None)


def _rank(value: Any) -> tuple[str, str]:
    return (getattr(value, "code", ""), value.name)


def _modules(package: str) -> list[ModuleType]:
    root = import_module(package)
    if not hasattr(root, "__path__"):
        return [root]
    names = [info.name for info in walk_packages(root.__path__, f"{package}.")]
    return [root, *(import_module(name) for name in sorted(names))]
