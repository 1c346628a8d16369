"""Whole declarations to fill in, in the language of the file."""

import re
from collections.abc import Mapping

from attrs import frozen

from toc.lsp import filling as places
from toc.messages import Message, _, show
from toc.model.vocabulary import KINDS
from toc.syntax.keywords import slot_words, word
from toc.syntax.spelling import period_as, plural


@frozen
class Snippet:
    """What a declaration says first: its `label`, and `rows` of its block.

    In a row, a word in braces is a word of the language (`{slot:word}`: one of a slot), one in angle brackets a place
    to fill in, and one in square brackets a place for any word of that slot.
    `<this>`, `<new>`, `<unit>` and `<label.KIND>` are as in `Filling`.
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
        (
            "{baseline} <least> <unit> {in} <year>",
            "{target} <most> <unit> {in} <end>",
            '{source} "<reference>"',
            "{collected_by} <actor>",
        ),
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
    "resource": _("what from"),
    "why": _("why"),
    "where": _("where"),
    "issue": _("the problem that we want to answer"),
    "context": _("the situation, as we read it together"),
    "doing": _("what we do"),
    "reference": _("where this comes from"),
    "definition": _("what it means to all of us"),
    "openly": _("where people can read it"),
    "asked": _("what else does it take?"),
}

PART = re.compile(r"\{([\w.:]+)\}|<([\w.]+)>|\[(\w+)\]")
NUMBERS: Mapping[str, str] = {"number": "1000", "least": "0", "most": "100"}
# The places that stand for a name.
NAMED = frozenset({"actor", "change", "strategy", "resource"})
REASON = '{because} "<why>"'
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


def declaration(kind: str, place: str, filling: "Filling") -> str:
    """Return a declaration of `kind` that stands in `place`, with the places to fill in marked.

    Rows that have to name something where nothing is known that they could name are left out.
    """
    snippet = SNIPPETS[kind]
    head = [word(kind, filling.language)]
    if KINDS[kind].varied:
        head.append(places.place(word(VARIETIES[kind], filling.language, kind)))
    if place not in KINDS[kind].anonymous:
        head.append(places.place(show(_("name"), filling.language)))
    head.append(f'"{places.place(show(snippet.label, filling.language))}"')
    rows = [f"  {filling.text(row)}" for row in snippet.rows if filling.knows(row)]
    return "\n".join((f"{' '.join(head)} {{", *rows, "}")) if rows else " ".join(head)


def reason(language: str) -> str:
    """Return the block of a link with its reason, with the places to fill in marked."""
    return f"{{ {Filling(language).text(REASON)} }}"


@frozen
class Filling:
    """What the rows of snippets are filled with, in a language.

    `years` are the present one and that by which changes are expected. `names` are the names known of what each place
    stands for; without it, such places show what is meant. `this` is the name of what something is added to, `new` that
    of what is declared anew; `unit` is that of an indicator.
    """

    language: str
    years: tuple[int, int] = (0, 0)
    names: Mapping[str, tuple[str, ...]] | None = None
    this: str = ""
    new: str = ""
    unit: str = "%"

    def knows(self, row: str) -> bool:
        """Return whether something is known for each name that a row needs."""
        wanted = {found[2] for found in PART.finditer(row) if found[2] in NAMED}
        return self.names is None or all(self.names.get(place) for place in wanted)

    def text(self, row: str) -> str:
        """Return a row with its places marked."""
        return PART.sub(self._part, row)

    def _part(self, found: re.Match[str]) -> str:
        name, place, slot = found.groups()
        if place in ("this", "unit"):
            return self.this if place == "this" else self.unit
        if place is not None:
            shown = self._shown(place)
            return places.place(*shown, same=shown == (self.new,))
        if slot is not None:
            return places.place(*(entry.words[self.language][0] for entry in slot_words(slot)))
        if name in SLOTS:
            return places.place(word(name, self.language, SLOTS[name]))
        if ":" in name:
            slot, _colon, value = name.partition(":")
            return word(value, self.language, slot)
        return period_as(name, 6, self.language) if name == "month" else word(name, self.language)

    def _shown(self, place: str) -> tuple[str, ...]:
        year, end = self.years
        known = {"year": str(year), "end": str(end), "day": f"{year + 1}-01-15", **NUMBERS}
        if place == "pathways":
            return (plural("pathway", self.language),)
        if place in known:
            return (known[place],)
        if place == "new":
            return (self.new,)
        if place.startswith("label."):
            return (show(SNIPPETS[place.removeprefix("label.")].label, self.language),)
        if self.names is not None and place in NAMED:
            return self.names[place]
        return (show(PLACES[place], self.language),)
