"""A line of the table of figures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, of toc and beside it, their ratio, what it may be, and whether that holds."""

    what: str
    toc: str
    peer: str
    ratio: str
    budget: str
    holds: bool | None


def milliseconds(seconds: float) -> str:
    """Return a time as it is told: in milliseconds up to ten seconds."""
    if abs(seconds) >= 10:
        return f"{seconds:.1f} s"
    return f"{seconds * 1000:.0f} ms" if abs(seconds) >= 0.01 else f"{seconds * 1000:.1f} ms"
