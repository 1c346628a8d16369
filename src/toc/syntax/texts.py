"""The value of a text as written: quotes and tag taken off, escapes undone, a long text dedented; and the way back."""

import re

TAGGED = re.compile(r'(?s)(?P<body>.*["»”])@(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)')
ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def read_text(written: str) -> tuple[str, str | None, list[int]]:
    """Return the value of a text, its language tag if any, and the offsets of backslashes that escape nothing.

    A text that was never closed is read as far as it goes.
    """
    tag = TAGGED.fullmatch(written)
    body, language = (tag["body"], tag["tag"].lower()) if tag else (written, None)
    quotes = 3 if body.startswith('"""') else 1
    closing = '"""' if quotes == 3 else {"«": "»", "“": "”"}.get(body[0], '"')
    inner = body[quotes : -len(closing)] if len(body) >= 2 * quotes and body.endswith(closing) else body[quotes:]
    faults: list[int] = []

    def undo(escape: re.Match[str]) -> str:
        if escape[1] in '"\\':
            return escape[1]
        faults.append(quotes + escape.start())
        return escape[0]

    if quotes == 3:
        inner = dedent(inner)
    value = ESCAPE.sub(undo, inner) if "\\" in inner else inner
    if body[0] == "«":
        value = value.strip()
    return value, language, faults


def tag_start(written: str) -> int:
    """Return where the language tag of a text as written begins, its end where it has none."""
    tag = TAGGED.fullmatch(written)
    return tag.end("body") if tag else len(written)


def dedent(text: str) -> str:
    """Return a long text without the indentation its lines share, and without blank lines at its ends."""
    lines = [line.rstrip() for line in re.split(r"\r\n?|\n", text)]
    if len(lines) == 1:
        return text.strip()
    first, *rest = lines
    indentation = min((len(line) - len(line.lstrip()) for line in rest if line), default=0)
    dedented = [first.strip(), *(line[indentation:] for line in rest)]
    while dedented and not dedented[0]:
        del dedented[0]
    while dedented and not dedented[-1]:
        del dedented[-1]
    return "\n".join(dedented)


def write_text(value: str) -> str:
    """Return `value` as a text on one line, between straight quotes."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
