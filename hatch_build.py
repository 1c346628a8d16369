"""Makes what the wheel carries and version control does not: the parser's tables and the compiled translations.

Hatchling runs it whenever it builds; `make` runs it as a script. Either way only what is stale is made again.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's way in."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make the files before hatchling collects what goes into a distribution."""
        if self.target_name == "wheel":
            renew()


def renew() -> None:
    """Make the generated files that are missing or stale; lark and attrs must be installed."""
    sys.path.insert(0, str(ROOT / "src"))
    _renew_tables(ROOT / "src" / "toc" / "syntax")
    import_module("toc.locale.compiled").renew()


def _renew_tables(folder: Path) -> None:
    tables = import_module("toc.syntax.tables")
    try:
        stamp = import_module(f"toc.syntax.{tables.SAVED}").STAMP
    except ImportError:
        stamp = None
    if stamp != tables.stamp():
        tables.save(folder)


if __name__ == "__main__":
    renew()
