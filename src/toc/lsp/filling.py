"""Places to fill in, in what is offered: marked in its text, then written as the client can take it.

A marked text is plain text with the signs below around each place; they are noncharacters, which no text holds.
"""

import re
from collections.abc import Sequence

OPEN, OR, SAME, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
PLACE = re.compile(f"{OPEN}({SAME}?)([^{CLOSE}]*){CLOSE}")
SPECIAL = re.compile(r"([\\$}])")
SPECIAL_IN_CHOICE = re.compile(r"([\\$},|])")


def place(*choices: str, same: bool = False) -> str:
    """Return a place that shows the first of `choices`; `same` ones with one text are filled in together."""
    return f"{OPEN}{SAME if same else ''}{OR.join(choices)}{CLOSE}"


def has_places(marked: str) -> bool:
    """Return whether something is to be filled in."""
    return OPEN in marked


def plain(marked: str) -> str:
    """Return a marked text as it stands where nothing is filled in."""
    return PLACE.sub(lambda found: found[2].partition(OR)[0], marked)


def snippet(marked: str) -> str:
    """Return a marked text in the syntax of snippets."""
    return snippets([marked])[0]


def snippets(marked: Sequence[str]) -> list[str]:
    """Return marked texts as the parts of one snippet: their places are numbered on."""
    numbers: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        key = found[2] if found[1] else f"{OPEN}{len(numbers)}"
        number = numbers.setdefault(key, len(numbers) + 1)
        choices = found[2].split(OR)
        if len(choices) > 1:
            return f"${{{number}|{','.join(SPECIAL_IN_CHOICE.sub(_ESCAPED, choice) for choice in choices)}|}}"
        return f"${{{number}:{SPECIAL.sub(_ESCAPED, choices[0])}}}"

    def written(text: str) -> str:
        at, parts = 0, []
        for found in PLACE.finditer(text):
            parts += [SPECIAL.sub(_ESCAPED, text[at : found.start()]), numbered(found)]
            at = found.end()
        return "".join((*parts, SPECIAL.sub(_ESCAPED, text[at:])))

    return [written(text) for text in marked]


def variants(marked: str) -> list[tuple[str, str]]:
    """Return each choice of the first place that has several, with the text in which it is made; none where none has.

    A client that cannot ask while the text is there has to before.
    """
    found = next((found for found in PLACE.finditer(marked) if OR in found[2]), None)
    if found is None:
        return []
    before, after = marked[: found.start()], marked[found.end() :]
    return [(choice, f"{before}{choice}{after}") for choice in found[2].split(OR)]


_ESCAPED = r"\\\1"
