"""Whole declarations to fill in, in the language of the file."""

import re
from collections.abc import Mapping

from attrs import frozen

from toc.messages import Message, _, show
from toc.model.vocabulary import KINDS
from toc.syntax.keywords import word
from toc.syntax.spelling import period_as, plural


@frozen
class Snippet:
    """What a declaration says first: its `label`, and `rows` of its block.

    In a row, a word in braces is a word of the language, and one in angle brackets a place to fill in.
    """

    label: Message
    rows: tuple[str, ...] = ()


SNIPPETS: Mapping[str, Snippet] = {
    "theory": Snippet(
        _("What we want to see change"),
        (
            '{territory} "<where>"',
            '{issue} "<issue>"',
            '{context} "<context>"',
            "{horizon} <end>",
            "{review} {every} 6 {month} {from.date} <day>",
        ),
    ),
    "vision": Snippet(
        _("The long-term change that we share"), ("{for} <actor>", '{requires} <change> {because} "<why>"')
    ),
    "outcome": Snippet(_("Who does what differently"), ("{of} <actor>", "{level} {individual}", "{in} <end>")),
    "precondition": Snippet(_("What must be in place before"), ("{of} <actor>", "{level} {individual}", "{in} <end>")),
    "output": Snippet(_("What an activity delivers")),
    "strategy": Snippet(
        _("What we do, with one orientation"), ("{by} <actor>", "{effort} {medium}", '{activity} "<doing>"')
    ),
    "activity": Snippet(_("What is done"), ("{by} <actor>", "{in} <year>")),
    "assumption": Snippet(
        _("What we believe to be in place already"), ("{likelihood} {likely}", '{evidence} {hunch} "<reference>"')
    ),
    "factor": Snippet(_("What helps or hinders around us"), ("{likelihood} {likely}", "{response} <strategy>")),
    "risk": Snippet(
        _("What could do harm"),
        ("{likelihood} {even}", "{severity} {low}", "{on} <change>", "{mitigated_by} <strategy>"),
    ),
    "actor": Snippet(_("A person, a group or an organisation"), ("{sector} {citizen}",)),
    "indicator": Snippet(
        _("By what we see the change"),
        ("{baseline} 0 % {in} <year>", "{target} 100 % {in} <end>", '{source} "<reference>"', "{collected_by} <actor>"),
    ),
    "marker": Snippet(_("A sign of progress")),
    "pathway": Snippet(_("One path of change"), ("{of} <actor>",)),
    "urgency": Snippet(_("What makes us act"), ('{source} "<reference>"',)),
    "resource": Snippet(_("What the work is paid with"), ("{amount} 10000 EUR", "{until} <end>")),
    "question": Snippet(_("What we want to learn"), ("{about} <change>", "{by} <actor>")),
    "learning": Snippet(_("What we learnt"), ("{in} <year>", "{changes} <change>")),
    "term": Snippet(_("A word of ours"), ('"<definition>"',)),
    "view": Snippet(_("A picture for a meeting"), ("{show} <pathways>", "{direction} {up}")),
    "step": Snippet(_("First the vision"), ("{show} <change>",)),
}

# Those that stand for a name are one word in every language.
PLACES: Mapping[str, Message] = {
    "actor": _("who"),
    "change": _("what"),
    "strategy": _("how"),
    "why": _("why"),
    "where": _("where"),
    "issue": _("the problem that we want to answer"),
    "context": _("the situation, as we read it together"),
    "doing": _("what we do"),
    "reference": _("where this comes from"),
    "definition": _("what it means to all of us"),
}

PART = re.compile(r"\{([\w.]+)\}|<(\w+)>")
# The slots of the value words in rows.
SLOTS: Mapping[str, str] = {
    "individual": "level",
    "medium": "effort",
    "likely": "likelihood",
    "hunch": "evidence",
    "even": "likelihood",
    "low": "severity",
    "citizen": "sector",
    "up": "direction",
}
VARIETIES = {"factor": "favourable", "marker": "expect", "urgency": "negative", "resource": "money"}


def declaration(kind: str, place: str, language: str, years: tuple[int, int], *, filled: bool = False) -> str:
    """Return a declaration of `kind` that stands in `place`, in the syntax of snippets.

    `years` are the present one and that by which changes are expected. `filled` gives it as plain text instead, with
    what stands in the places to fill in.
    """
    filling = _Filling(language, years, filled)
    snippet = SNIPPETS[kind]
    head = [word(kind, language)]
    if KINDS[kind].varied:
        head.append(filling.place(word(VARIETIES[kind], language, kind)))
    if place not in KINDS[kind].anonymous:
        head.append(filling.place(show(_("name"), language)))
    head.append(f'"{filling.place(show(snippet.label, language))}"')
    if not snippet.rows:
        return " ".join(head)
    rows = [f"  {PART.sub(filling.part, row)}" for row in snippet.rows]
    return "\n".join((f"{' '.join(head)} {{", *rows, "}"))


def reason(language: str) -> str:
    """Return the block of a link with its reason, in the syntax of snippets."""
    row = PART.sub(_Filling(language, (0, 0), False).part, '{because} "<why>"')
    return f"{{ {row} }}"


class _Filling:
    """Fills the rows of one snippet; its places are numbered as they come."""

    def __init__(self, language: str, years: tuple[int, int], filled: bool) -> None:
        self.language = language
        self.years = years
        self.filled = filled
        self.number = 0

    def place(self, text: str) -> str:
        """Return a place to fill in that shows `text`."""
        if self.filled:
            return text
        self.number += 1
        escaped = re.sub(r"([\\$}])", r"\\\1", text)
        return f"${{{self.number}:{escaped}}}"

    def part(self, found: re.Match[str]) -> str:
        """Return a word of the language, a word of a slot that may be replaced, or a place of a row."""
        name, place = found.groups()
        if name is None:
            return self.place(self.shown(place))
        if name in SLOTS:
            return self.place(word(name, self.language, SLOTS[name]))
        return period_as(name, 6, self.language) if name == "month" else word(name, self.language)

    def shown(self, place: str) -> str:
        """Return what stands in a place until it is filled in."""
        year, end = self.years
        known = {"year": str(year), "end": str(end), "day": f"{year + 1}-01-15"}
        if place == "pathways":
            return plural("pathway", self.language)
        return known.get(place) or show(PLACES[place], self.language)
