"""What can be wrong with the text of a file (TOC0xx): each problem makes its finding, and its docstring is its page."""

import re
from calendar import monthrange
from collections.abc import Sequence

from toc.diagnostics import Edit, Finding, Fix, Origin, problem
from toc.messages import Message, Words, _
from toc.syntax.keywords import fold


@problem("TOC001")
def syntax_error(origin: Origin, message: Message, hint: Message | None = None, fixes: tuple[Fix, ...] = ()) -> Finding:
    """
    A line that cannot be read.

    ## Why it matters
    What cannot be read cannot be checked or drawn: the line is left out, and so is all that depends on it.
    The message says what was expected at that place; the rest of the file is still read.

    ## Bad
    ```toc
    outcome reading Children enjoy reading
    ```

    ## Good
    ```toc
    outcome reading "Children enjoy reading"
    ```
    """
    return Finding(origin, message, hint, fixes=fixes)


@problem("TOC002")
def unterminated_text(origin: Origin, quote: str) -> Finding:
    """
    A text that is opened and never closed.

    ## Why it matters
    A text ends with its second quote, on the line on which it began.
    Without it nobody can tell where your words end and where the next property begins.
    A text of several lines stands between three quotes, `\"\"\"`, on either side.

    ## Bad
    ```toc
    outcome reading "Children enjoy reading
    ```

    ## Good
    ```toc
    outcome reading "Children enjoy reading"
    ```
    """
    closing = {"«": "»", "“": "”"}.get(quote, '"')
    return Finding(
        origin,
        _("this text is never closed"),
        _('close it with `{closing}` on the same line, or write a long text between """ and """', closing=closing),
    )


@problem("TOC003")
def unclosed_block(origin: Origin) -> Finding:
    """
    A `{` without its `}`.

    ## Why it matters
    A block holds the properties of one thing; without its end, all that follows would seem to belong to it.
    The rest of the file is read as if the block ended where the next statement begins.

    ## Bad
    ```toc
    outcome reading "Children enjoy reading" {
      in 2030
    ```

    ## Good
    ```toc
    outcome reading "Children enjoy reading" {
      in 2030
    }
    ```
    """
    return Finding(
        origin,
        _("this block is never closed"),
        _("write `}}` on a line of its own after the last property of the block"),
    )


@problem("TOC004")
def malformed_value(
    origin: Origin, message: Message, hint: Message | None = None, instead: str | None = None, *, sure: bool = True
) -> Finding:
    """
    A value that is not written as this property needs it.

    ## Why it matters
    Numbers, dates and words are computed with, compared and translated, so each has one way to be written:
    `0.4`, `30000 EUR`, `62 %`, `2030-06-15`, and the words of the language.

    ## Bad
    ```toc
    strategy bus "A library bus in the villages" { effort 30 000 € }
    ```

    ## Good
    ```toc
    strategy bus "A library bus in the villages" { effort 30000 EUR }
    ```
    """
    fixes = (
        (Fix(_("write `{instead}`", instead=instead), (Edit("replace", origin, instead),), sure),) if instead else ()
    )
    return Finding(origin, message, hint, fixes=fixes)


@problem("TOC005")
def nested_too_deeply(origin: Origin, limit: int) -> Finding:
    """
    Blocks inside blocks beyond the limit.

    ## Why it matters
    Nothing in a theory of change needs more than three or four levels of blocks.
    So many are the sign of missing `}` or of a file that was not written by a person.

    ## Bad
    A file with more than 64 blocks one inside the other.

    ## Good
    ```toc
    pathway family "The families" {
      outcome trust "Parents trust the school" {
        indicator "Parents at meetings" {
          target 70 % in 2029
        }
      }
    }
    ```
    """
    return Finding(
        origin,
        _("blocks stand more than {limit} deep in each other here", limit=limit),
        _("close the blocks that are finished with `}}`"),
    )


@problem("TOC006")
def unreadable_file(origin: Origin, message: Message, hint: Message | None = None) -> Finding:
    """
    A file that cannot be read at all.

    ## Why it matters
    A `.toc` file is plain text in UTF-8, of 8 MB at most.
    A file in another encoding would show other letters to each reader, so nothing in it is taken for granted.

    ## Bad
    A file saved as Latin-1 or UTF-16 by an old editor, a picture renamed to `.toc`, or a file that does not exist.

    ## Good
    The same file, saved again by the editor as “UTF-8”.
    """
    return Finding(origin, message, hint)


def stray_brace(origin: Origin) -> Finding:
    """Return the finding for a `}` that closes nothing."""
    return syntax_error(
        origin,
        _("this `}}` closes nothing"),
        _("remove it, or look for the `{{` that is missing before it"),
        (Fix(_("remove the `}}`"), (Edit("replace", origin, ""),), safe=False),),
    )


def in_the_block_of_a_link(origin: Origin, word: str, name: str) -> Finding:
    """Return the finding for a property, written as `word`, that stands behind a link and not in its block."""
    value = "…" if name == "assuming" else '"…"'
    return syntax_error(
        origin,
        _("`{word}` belongs in the block of the link", word=word),
        _("write `{{ {word} {value} }}` behind the link", word=word, value=value),
    )


def lone_backslash(origin: Origin) -> Finding:
    """Return the finding for a backslash in a text that escapes nothing."""
    return syntax_error(
        origin,
        _("this backslash stands before nothing that needs one"),
        _('in a text, write `\\\\` for a backslash and `\\"` for a quote'),
        (Fix(_("double the backslash"), (Edit("replace", origin, "\\\\"),)),),
    )


def one_of(words: Sequence[Words]) -> Message:
    """Return a list of words of the language as a message: `weak, moderate, strong`."""
    return Message(", ".join(f"{{w{index}}}" for index in range(len(words))), {f"w{i}": w for i, w in enumerate(words)})


def impossible_date(origin: Origin, year: int, month: int, day: int | None) -> Finding | None:
    """Return the finding for a date that no calendar has, None for one that exists."""
    if 1 <= month <= 12 and (day is None or 1 <= day <= monthrange(max(year, 1), month)[1]) and year >= 1000:
        return None
    last = monthrange(max(year, 1), month)[1] if 1 <= month <= 12 else None
    hint = _("that month has {last} days", last=last) if last else _("months run from 01 to 12: `2030-06-15`")
    return malformed_value(origin, _("this date does not exist"), hint)


def malformed(origin: Origin, text: str) -> Finding:
    """Return the finding for something that looks like a value and is none."""
    message = _("`{text}` is not written as a number, an amount or a date", text=text)
    instead = _rewritten(text)
    if instead is None:
        return malformed_value(origin, message, _("ids begin with a letter; an amount is a number, a space and a word"))
    return malformed_value(origin, message, _("write `{instead}`", instead=instead), instead)


MONTHS = (
    "january janvier", "february fevrier", "march mars", "april avril", "may mai", "june juin", "july juillet",
    "august aout", "september septembre", "october octobre", "november novembre", "december decembre",
)  # fmt: skip


def _day_in_words(text: str) -> str | None:
    parts = re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", text)
    month = parts and next((at for at, names in enumerate(MONTHS, 1) if fold(parts[2]) in names.split()), None)
    if not parts or not month or not 1 <= int(parts[1]) <= monthrange(int(parts[3]), month)[1]:
        return None
    return f"{parts[3]}-{month:02d}-{int(parts[1]):02d}"


CURRENCIES = {"€": "EUR", "£": "GBP", "$": "CAD"}
AMOUNT = re.compile(
    r"(?P<before>[€$£])?\s*(?P<number>-?[\d\s.,\u00a0\u2009\u202f]*\d)\s*(?P<kilo>k(?=[€$£]))?(?P<after>[€$£%])?"
    r"(?: (?P<word>[^\W\d_]\w*))?"
)


def _rewritten(text: str) -> str | None:
    if parts := re.fullmatch(r"(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?", text):
        return "-".join(f"{int(part):02d}" for part in parts.groups() if part)
    if parts := re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", text):
        return f"{parts[3]}-{int(parts[2]):02d}-{int(parts[1]):02d}"
    if parts := re.fullmatch(r"(-?\d+(?:\.\d+)?)([^\W\d_]+)", text):
        return f"{parts[1]} {parts[2]}"
    if day := _day_in_words(text):
        return day
    if not (parts := AMOUNT.fullmatch(text)):
        return None
    number = re.sub(r"[\s\u00a0\u2009\u202f]", "", parts["number"])
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", number) and (parts["before"] or number.count(",") > 1):
        number = number.replace(",", "")
    number = number.replace(",", ".")
    if number.startswith("."):
        number = f"0{number}"
    if parts["kilo"]:
        number = f"{float(number) * 1000:g}"
    sign = parts["after"] or parts["before"]
    unit = CURRENCIES.get(sign, sign) if sign else parts["word"]
    return f"{number} {unit}" if unit else number
