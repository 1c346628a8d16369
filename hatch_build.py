"""Makes what the wheel carries and version control does not: the saved parser and the compiled translations.

Hatchling runs it whenever it builds; `make` runs it as a script, which renews only what is stale.
"""

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Module and function of each maker; a maker takes no argument and leaves alone what is fresh.
MAKERS: Mapping[str, str] = {}


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's way in."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make the files before hatchling collects what goes into a distribution."""
        if self.target_name == "wheel":
            renew(Path(self.root))


def renew(root: Path) -> None:
    """Make the generated files of the checkout at `root` that are missing or stale."""
    sys.path.insert(0, str(root / "src"))
    for module, function in MAKERS.items():
        getattr(import_module(module), function)()


if __name__ == "__main__":
    renew(Path(__file__).parent)
