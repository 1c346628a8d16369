"""What more there is to know of the cards and links of a picture than fits on it: headings and texts, in its language.

A text may have several lines: lines behind bullets are a list, else the first is what the others are about.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from toc.messages import Message, Words, _, show, show_field
from toc.model.elements import Element, Key, Properties, Property, When, Word
from toc.model.links import Link as Meant
from toc.model.theory import Theory
from toc.scene.marks import STATES, progress
from toc.scene.scene import Card, Detail, Link
from toc.scene.values import Said, dated, label_in, names, period, rhythm, said, text_in

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
        self.language, self.today, self.leverage = asked

    def shown(self, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
        """Yield the rows that have a text."""
        for heading, value in rows:
            text = show_field(value, self.language) if value is not None else ""
            if text.strip():
                yield show(heading, self.language), text

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
        yield _("Whose change"), self.named(held, "of", "for")
        yield _("By when"), _value(held, "in")
        words = [_value(held, name) for name in ("level", "nature")]
        yield _("Kind of change"), self.joined(" · ", words)
        yield _("Sphere"), _value(held, "sphere")
        yield _("Is what is required sufficient?"), _value(held, "sufficient")
        yield _("Provided that"), self.assumed(held)
        yield _("How it lasts"), self.because(held, "lasting")
        yield _("What would come about anyway"), _value(held, "counterfactual")
        yield from self.evidence(held)
        for indicator in self.theory.indicators(element):
            yield _("Indicator"), self.indicator(indicator)
        children = self.theory.children.get(element.key, ())
        markers = [self.marker(child) for child in children if child.kind == "marker"]
        yield _("Signs of progress"), self.listed(markers)
        yield from self.concerning(element)

    def of_strategy(self, element: Element) -> Iterator[Row]:
        """Yield what is told of a strategy: who, when, at what effort, what it consists of and what it achieves."""
        held = element.properties
        yield _("Led by"), self.named(held, "lead")
        others = [key for key in held.refs("by") if key not in held.refs("lead")]
        yield _("With"), [self.label(key) for key in others] if others else None
        yield _("When"), _value(held, "in")
        yield _("Status"), _value(held, "status")
        yield _("Effort"), _value(held, "effort")
        feasible = _value(held, "feasibility")
        yield _("Feasibility"), _("{value} of 4", value=feasible) if feasible is not None else None
        yield _("Acts on"), _value(held, "acts_on")
        yield from self.of_leverage(element.key)
        children = self.theory.children.get(element.key, ())
        doings = [self.activity(child) for child in children if child.kind == "activity"]
        yield _("Activities"), self.listed(doings)
        outputs = [self.activity(child) for child in children if child.kind == "output"]
        yield _("What it delivers"), self.listed(outputs)
        yield from self.concerning(element)

    def of_doubt(self, element: Element) -> Iterator[Row]:
        """Yield what is told of a factor, an assumption or a risk: how likely it is, and what is done about it."""
        held = element.properties
        yield _("Likelihood"), _value(held, "likelihood")
        yield _("Severity"), _value(held, "severity")
        yield from self.evidence(held)
        yield _("Checked by"), self.named(held, "checked_by")
        yield _("What is done about it"), self.named(held, "response", "mitigated_by")

    def of_actor(self, element: Element) -> Iterator[Row]:
        """Yield what is told of an actor: the part it has."""
        held = element.properties
        yield _("Sector"), _value(held, "sector")
        yield _("Part in decisions"), _value(held, "role")
        yield _("Stance"), _value(held, "stance")
        yield _("Member of"), self.named(held, "part_of")
        yield _("Funded by"), self.named(held, "funded_by")
        yield _("What is done about it"), self.named(held, "response")

    def of_indicator(self, element: Element) -> Iterator[Row]:
        """Yield what is told of an indicator that stands alone: what it measures, and how it fares."""
        yield _("Measures"), self.named(element.properties, "measures")
        _label, *lines = self.indicator(element).split("\n")
        yield _("Indicator"), self.listed(lines)

    def of_activity(self, element: Element) -> Iterator[Row]:
        """Yield what is told of an activity: for which strategy, who, when, and how far it is."""
        held = element.properties
        yield _("Part of"), self.label(element.parent) if element.parent else None
        yield _("With"), self.named(held, "by")
        yield _("When"), _value(held, "in")
        yield _("Status"), _value(held, "status")

    def of_resource(self, element: Element) -> Iterator[Row]:
        """Yield what is told of a resource: how much, from whom, until when."""
        held = element.properties
        yield _("Amount"), _value(held, "amount")
        yield _("From"), self.named(held, "from")
        yield _("Until"), _value(held, "until")

    def of_question(self, element: Element) -> Iterator[Row]:
        """Yield what is told of a learning question: about what, and who asks it."""
        yield _("About"), self.named(element.properties, "about")
        yield _("With"), self.named(element.properties, "by")

    def of_link(self, link: Meant) -> Iterator[Row]:
        """Yield what is told of a link: why it is believed, on what evidence, and when its effect comes."""
        held = link.properties
        yield _("Why"), text_in(held.text("because"), self.theory, self.language)
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
        notes = [text_in(item.text, self.theory, self.language) for item in held.all("note")]
        yield _("Note"), self.listed(notes)
        sources = [text_in(item.text, self.theory, self.language) for item in held.all("source")]
        yield _("Source"), self.listed(sources)

    def evidence(self, held: Properties) -> Iterator[Row]:
        """Yield the evidence, one line each: of what kind, and which."""
        lines = []
        for item in held.all("evidence"):
            kind, text = said(item.value, "evidence"), text_in(item.text, self.theory, self.language)
            lines.append(_("{kind}: {text}", kind=kind, text=text) if kind and text else kind or text)
        yield _("Evidence"), self.listed(lines)

    def concerning(self, element: Element) -> Iterator[Row]:
        """Yield the risks and the learning questions that name an element."""
        users = [user for user in self.theory.users.get(element.key, ()) if isinstance(user, Element)]
        risks = [self.risk(user) for user in users if element.key in user.properties.refs("on")]
        yield _("Risks"), self.listed(risks)
        asked = [user for user in users if user.kind == "question" and element.key in user.properties.refs("about")]
        yield _("What we want to learn"), self.listed([self.label(user.key) for user in asked])

    def risk(self, element: Element) -> Said:
        """Return a risk and what is done about it."""
        held = self.named(element.properties, "mitigated_by")
        label = self.label(element.key)
        return _("{risk} (mitigated by: {names})", risk=label, names=held) if held else label

    def indicator(self, element: Element) -> str:
        """Return an indicator in lines: what is measured, from where to where, by whom and by what means."""
        held = element.properties
        unit = text_in(held.text("unit"), self.theory, self.language)
        lines: list[Said | None] = [self.label(element.key), self.course(element, unit)]
        collected = held.get("collected_by")
        if collected:
            every = collected.clause("every")
            who, often = names(collected, self.theory, self.language), rhythm(every) if every else None
            lines.append(
                _("Collected by {names}, {rhythm}", names=who, rhythm=often)
                if often
                else _("Collected by {names}", names=who)
            )
        split = [text.value for text in held.text("split_by").texts]
        lines.append(_("Split by {names}", names=split) if split else None)
        proxy = self.because(held, "proxy")
        lines.append(_("Indirect: {reason}", reason=proxy) if proxy else None)
        source = text_in(held.text("source"), self.theory, self.language)
        lines.append(_("Source: {source}", source=source) if source else None)
        return self.joined("\n", lines)

    def course(self, element: Element, unit: str) -> str:
        """Return an indicator's way: where it began, what was last observed, where it is to be, and how it fares."""
        held = element.properties
        baseline, target, latest = held.get("baseline"), held.get("target"), _latest(held.all("observed"))
        steps = [
            _("at the start {value}", value=dated(baseline, unit)) if baseline else None,
            _("now {value}", value=dated(latest, unit)) if latest else None,
            _("to reach {value}", value=dated(target, unit)) if target else None,
        ]
        found, way = progress(element, self.theory, self.language, self.today), self.joined(" → ", steps)
        state = STATES.get(found.state) if found else None
        return show(_("{what} ({more})", what=way, more=state), self.language) if state else way

    def marker(self, element: Element) -> Said:
        """Return a progress marker: what is expected, hoped or dreamt of, and whether it was seen."""
        word = said(Word(element.variety or ""), "marker")
        label = self.label(element.key)
        latest = _latest(element.properties.all("observed"))
        if latest is None:
            return _("{kind}: {text}", kind=word, text=label)
        return _("{kind}: {text} (observed: {value})", kind=word, text=label, value=dated(latest))

    def activity(self, element: Element) -> Said:
        """Return an activity or an output: what, by whom, when."""
        who, when = self.named(element.properties, "by"), _value(element.properties, "in")
        more = self.joined(", ", [who, when])
        label = self.label(element.key)
        return _("{what} ({more})", what=label, more=more) if more else label

    def assumed(self, held: Properties) -> str:
        """Return the assumptions named, one a line, with how likely each is."""
        lines: list[Said] = []
        for key in held.refs("assuming"):
            element = self.theory.elements.get(key)
            likely = _value(element.properties, "likelihood") if element else None
            label = self.label(key)
            lines.append(_("{what} ({more})", what=label, more=likely) if likely is not None else label)
        return self.listed(lines)

    def because(self, held: Properties, name: str) -> str:
        """Return the reasons that the properties `name` give, one a line."""
        clauses = [item.clause("because") for item in held.all(name)]
        return self.listed([text_in(clause.text, self.theory, self.language) for clause in clauses if clause])

    def named(self, held: Properties, *properties: str) -> str:
        """Return the labels of what these properties name."""
        keys = dict.fromkeys(key for name in properties for key in held.refs(name))
        return show_field([self.label(key) for key in keys], self.language)

    def label(self, key: Key) -> str:
        return label_in(key, self.theory, self.language)

    def listed(self, parts: Sequence[Said | None]) -> str:
        """Return the parts that there are; several are a list, one a line behind a bullet."""
        found = [text for part in parts if part and (text := show_field(part, self.language)).strip()]
        return "\n".join(f"• {text}" for text in found) if len(found) > 1 else "".join(found)

    def joined(self, sign: str, parts: Sequence[Said | None]) -> str:
        """Return the parts that there are, with `sign` between them."""
        return sign.join(show_field(part, self.language) for part in parts if part)


def _value(held: Properties, name: str) -> Said | None:
    item = held.get(name)
    values = [said(value, name) for value in item.values] if item else []
    found = [value for value in values if value is not None]
    if len(found) > 1:
        return Words(*(", ".join(show_field(value, language) for value in found) for language in ("en", "fr")))
    return found[0] if found else None


def _latest(observed: Sequence[Property]) -> Property | None:
    """The latest observation: by its date, else the last written."""

    def when(item: Property) -> tuple[int, ...]:
        clause = item.clause("in")
        value = clause.value if clause else None
        return (value.latest.toordinal(),) if isinstance(value, When) else ()

    return max(enumerate(observed), key=lambda pair: (when(pair[1]), pair[0]), default=(0, None))[1]
