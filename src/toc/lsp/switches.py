"""What people switch on and off in their editor's settings."""

from collections.abc import Mapping
from typing import Any


def is_on(switches: Mapping[str, Any], group: str, name: str) -> bool:
    """Return whether `name` of `group` is on: it is where nothing says otherwise.

    `{"inlayHints": {"leverage": false}}` switches one off, `{"inlayHints": false}` all of them.
    """
    found = switches.get(group)
    if isinstance(found, Mapping):
        found = found.get(name)
    return found is not False
