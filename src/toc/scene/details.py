"""What more there is to know of the cards and links of a picture than fits on it: headings and texts, in its language.

A text may have several lines: lines behind bullets are a list, else the first is what the others are about.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from toc.messages import Message, _, show, show_field
from toc.model.elements import Element, Key, Properties
from toc.model.links import Link as Meant
from toc.model.theory import Theory
from toc.scene.measures import indicator_told, marker_told
from toc.scene.scene import Card, Detail, Link
from toc.scene.values import Said, period, said, value_of
from toc.scene.voice import Voice

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage

Row = tuple[Message, Said | list[str] | None]


class Asked(NamedTuple):
    """How it is to be told: in which language, as of which day, and with which numbers of leverage, if any."""

    language: str
    today: date | None = None
    leverage: "Leverage | None" = None


def details(theory: Theory, cards: Iterable[Card], links: Iterable[Link], asked: Asked) -> tuple[Detail, ...]:
    """Return what can be told of each of `cards` and `links`, in the order given; what has nothing to tell is left out.

    A link that meets others in a gate is told of under the id of its last part.
    """
    telling = _Telling(theory, asked)
    rows = [(card.id, telling.of_element(card.key)) for card in cards if card.key is not None]
    meant = {_name(link): link for link in theory.links}
    for link in links:
        found = meant.get((link.keys, link.verb, link.feedback, link.uncertain))
        if found is not None and link.end != "none":
            rows.append((link.id, telling.of_link(found)))
    shown = ((name, tuple(telling.shown(found))) for name, found in rows)
    return tuple(Detail(name, found) for name, found in shown if found)


def details_of(key: Key, theory: Theory, asked: Asked) -> tuple[tuple[str, str], ...]:
    """Return what can be told of one element, as headings and texts."""
    telling = _Telling(theory, asked)
    return tuple(telling.shown(telling.of_element(key)))


def _name(link: Meant) -> tuple[tuple[Key, ...], str, bool, bool]:
    return (*link.sources, link.target), link.verb, link.feedback, link.uncertain


class _Telling:
    """What is told in one language of one theory."""

    def __init__(self, theory: Theory, asked: Asked) -> None:
        self.theory = theory
        self.leverage = asked.leverage
        self.voice = Voice(theory, asked.language, asked.today)

    def shown(self, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
        """Yield the rows that have a text."""
        for heading, value in rows:
            text = show_field(value, self.voice.language) if value is not None else ""
            if text.strip():
                yield show(heading, self.voice.language), text

    def of_element(self, key: Key) -> Iterator[Row]:
        """Yield what is told of an element."""
        element = self.theory.elements[key]
        rows: Mapping[str, Callable[[Element], Iterator[Row]]] = {
            "strategy": self.of_strategy,
            "factor": self.of_doubt,
            "assumption": self.of_doubt,
            "risk": self.of_doubt,
            "actor": self.of_actor,
            "activity": self.of_activity,
            "resource": self.of_resource,
            "question": self.of_question,
            "indicator": self.of_indicator,
        }
        yield from rows.get(element.kind, self.of_change)(element)
        yield from self.common(element.properties)

    def of_change(self, element: Element) -> Iterator[Row]:
        """Yield what is told of a change or an output: for whom, by when, why, and how it is known."""
        held = element.properties
        yield _("Whose change"), self.voice.named(held, "of", "for")
        yield _("By when"), value_of(held, "in")
        words = [value_of(held, name) for name in ("level", "nature")]
        yield _("Kind of change"), self.voice.joined(" · ", words)
        yield _("Sphere"), value_of(held, "sphere")
        yield _("Is what is required sufficient?"), value_of(held, "sufficient")
        yield _("Provided that"), self.assumed(held)
        yield _("How it lasts"), self.voice.because(held, "lasting")
        yield _("What would come about anyway"), value_of(held, "counterfactual")
        yield from self.evidence(held)
        for indicator in self.theory.indicators(element):
            yield _("Indicator"), indicator_told(indicator, self.voice)
        children = self.theory.children.get(element.key, ())
        markers = [marker_told(child, self.voice) for child in children if child.kind == "marker"]
        yield _("Signs of progress"), self.voice.listed(markers)
        yield from self.concerning(element)

    def of_strategy(self, element: Element) -> Iterator[Row]:
        """Yield what is told of a strategy: who, when, at what effort, what it consists of and what it achieves."""
        held = element.properties
        yield _("Led by"), self.voice.named(held, "lead")
        others = [key for key in held.refs("by") if key not in held.refs("lead")]
        yield _("With"), [self.voice.label(key) for key in others] if others else None
        yield _("When"), value_of(held, "in")
        yield _("Status"), value_of(held, "status")
        yield _("Effort"), value_of(held, "effort")
        feasible = value_of(held, "feasibility")
        yield _("Feasibility"), _("{value} of 4", value=feasible) if feasible is not None else None
        yield _("Acts on"), value_of(held, "acts_on")
        yield from self.of_leverage(element.key)
        children = self.theory.children.get(element.key, ())
        doings = [self.activity(child) for child in children if child.kind == "activity"]
        yield _("Activities"), self.voice.listed(doings)
        outputs = [self.activity(child) for child in children if child.kind == "output"]
        yield _("What it delivers"), self.voice.listed(outputs)
        yield from self.concerning(element)

    def of_doubt(self, element: Element) -> Iterator[Row]:
        """Yield what is told of a factor, an assumption or a risk: how likely it is, and what is done about it."""
        held = element.properties
        yield _("Likelihood"), value_of(held, "likelihood")
        yield _("Severity"), value_of(held, "severity")
        yield from self.evidence(held)
        yield _("Checked by"), self.voice.named(held, "checked_by")
        yield _("What is done about it"), self.voice.named(held, "response", "mitigated_by")

    def of_actor(self, element: Element) -> Iterator[Row]:
        """Yield what is told of an actor: the part it has."""
        held = element.properties
        yield _("Sector"), value_of(held, "sector")
        yield _("Part in decisions"), value_of(held, "role")
        yield _("Stance"), value_of(held, "stance")
        yield _("Member of"), self.voice.named(held, "part_of")
        yield _("Funded by"), self.voice.named(held, "funded_by")
        yield _("What is done about it"), self.voice.named(held, "response")

    def of_indicator(self, element: Element) -> Iterator[Row]:
        """Yield what is told of an indicator that stands alone: what it measures, and how it fares."""
        yield _("Measures"), self.voice.named(element.properties, "measures")
        _label, *lines = indicator_told(element, self.voice).split("\n")
        yield _("Indicator"), self.voice.listed(lines)

    def of_activity(self, element: Element) -> Iterator[Row]:
        """Yield what is told of an activity: for which strategy, who, when, and how far it is."""
        held = element.properties
        yield _("Part of"), self.voice.label(element.parent) if element.parent else None
        yield _("With"), self.voice.named(held, "by")
        yield _("When"), value_of(held, "in")
        yield _("Status"), value_of(held, "status")

    def of_resource(self, element: Element) -> Iterator[Row]:
        """Yield what is told of a resource: how much, from whom, until when."""
        held = element.properties
        yield _("Amount"), value_of(held, "amount")
        yield _("From"), self.voice.named(held, "from")
        yield _("Until"), value_of(held, "until")

    def of_question(self, element: Element) -> Iterator[Row]:
        """Yield what is told of a learning question: about what, and who asks it."""
        yield _("About"), self.voice.named(element.properties, "about")
        yield _("With"), self.voice.named(element.properties, "by")

    def of_link(self, link: Meant) -> Iterator[Row]:
        """Yield what is told of a link: why it is believed, on what evidence, and when its effect comes."""
        held = link.properties
        yield _("Why"), self.voice.text(held.text("because"))
        yield from self.evidence(held)
        yield _("Provided that"), self.assumed(held)
        delay = held.get("delay")
        yield _("Effect after"), period(delay) if delay else None
        yield from self.common(held)

    def of_leverage(self, key: Key) -> Iterator[Row]:
        """Yield what a strategy achieves for its effort."""
        found = self.leverage.figures.get(key) if self.leverage else None
        if found is None or found.withheld or found.ratio is None or found.share is None or found.effort_share is None:
            return
        numbers = {
            "ratio": round(found.ratio, 1),
            "impact": round(found.share, 2),
            "effort": round(found.effort_share, 2),
        }
        yield _("Leverage"), _("{ratio}: {impact} of the impact for {effort} of the effort", **numbers)

    def common(self, held: Properties) -> Iterator[Row]:
        """Yield what any element or link may carry."""
        notes = [self.voice.text(item.text) for item in held.all("note")]
        yield _("Note"), self.voice.listed(notes)
        sources = [self.voice.text(item.text) for item in held.all("source")]
        yield _("Source"), self.voice.listed(sources)

    def evidence(self, held: Properties) -> Iterator[Row]:
        """Yield the evidence, one line each: of what kind, and which."""
        lines = []
        for item in held.all("evidence"):
            kind, text = said(item.value, "evidence"), self.voice.text(item.text)
            lines.append(_("{kind}: {text}", kind=kind, text=text) if kind and text else kind or text)
        yield _("Evidence"), self.voice.listed(lines)

    def concerning(self, element: Element) -> Iterator[Row]:
        """Yield the risks and the learning questions that name an element."""
        users = [user for user in self.theory.users.get(element.key, ()) if isinstance(user, Element)]
        risks = [self.risk(user) for user in users if element.key in user.properties.refs("on")]
        yield _("Risks"), self.voice.listed(risks)
        asked = [user for user in users if user.kind == "question" and element.key in user.properties.refs("about")]
        yield _("What we want to learn"), self.voice.listed([self.voice.label(user.key) for user in asked])

    def risk(self, element: Element) -> Said:
        """Return a risk and what is done about it."""
        held = self.voice.named(element.properties, "mitigated_by")
        label = self.voice.label(element.key)
        return _("{risk} (mitigated by: {names})", risk=label, names=held) if held else label

    def activity(self, element: Element) -> Said:
        """Return an activity or an output: what, by whom, when."""
        who, when = self.voice.named(element.properties, "by"), value_of(element.properties, "in")
        more = self.voice.joined(", ", [who, when])
        label = self.voice.label(element.key)
        return _("{what} ({more})", what=label, more=more) if more else label

    def assumed(self, held: Properties) -> str:
        """Return the assumptions named, one a line, with how likely each is."""
        lines: list[Said] = []
        for key in held.refs("assuming"):
            element = self.theory.elements.get(key)
            likely = value_of(element.properties, "likelihood") if element else None
            label = self.voice.label(key)
            lines.append(_("{what} ({more})", what=label, more=likely) if likely is not None else label)
        return self.voice.listed(lines)
