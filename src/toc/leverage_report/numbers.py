"""Numbers as people read them: degrees and impacts with a point or a comma, only shares per cent."""

from collections.abc import Iterable
from math import inf

from toc.messages import show_field

MINUS = "\u2212"
NONE = "\u2013"


def decimal(value: float | None, language: str, digits: int = 2) -> str:
    """Return a number with so many digits behind the point, a dash for none: `0.77`, « 0,77 »."""
    if value is None:
        return NONE
    text = f"{value:.{digits}f}"
    return _told(text if float(text) else text.removeprefix("-"), language)


def signed(value: float, language: str, digits: int = 3) -> str:
    """Return a difference with its sign: `+0.085`, `−0.270`."""
    text = decimal(value, language, digits)
    return text if text.startswith(MINUS) or not text.strip("0.,") else f"+{text}"


def share(value: float | None, language: str) -> str:
    """Return a share per cent: `36%`, « 36 % »; a dash for none. Only nothing is 0%, and only all of it 100%."""
    if value is None:
        return NONE
    space = "\u00a0" if language == "fr" else ""
    rounded = round(100 * value)
    if rounded == 0 and value > 0:
        return f"<1{space}%"
    if rounded == 100 and value < 1 - 1e-9:
        return f">99{space}%"
    return _told(f"{rounded}", language) + f"{space}%"


def amount(value: float | None, language: str, unit: str | None = None) -> str:
    """Return an effort: `3`, `4.5`, `45,000 EUR`."""
    if value is None or value == inf:
        return NONE
    text = show_field(round(value, 2) if value < 100 else float(round(value)), language)
    return f"{text}\u00a0{unit}" if unit else text


def listed(texts: Iterable[str], language: str) -> str:
    """Return clauses one after the other, with semicolons."""
    return ("\u00a0; " if language == "fr" else "; ").join(texts)


def _told(text: str, language: str) -> str:
    text = text.replace("-", MINUS)
    return text.replace(".", ",") if language == "fr" else text
