"""One look at a theory for a report: what is stated, what is missing, and how both are named."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from attrs import frozen

from toc.messages import THOUSANDS, Message, _
from toc.model.collective_impact import backbone, champions
from toc.model.elements import Element, Key, Label, Property, Quantity, Range, When
from toc.model.public import without_private
from toc.model.theory import Theory
from toc.rule_book import rule_named


@frozen
class Stated:
    """Something in place: an element by its name, what is known of it, or both."""

    name: str = ""
    details: tuple[Message | str, ...] = ()
    key: Key | None = None


@frozen
class Gap:
    """Something missing: the rule that says so, what it is about, and with whom to mend it.

    `accepted` is the reason for which the group lives with it, None where it does not.
    """

    rule: str
    text: Message
    about: tuple[Stated, ...] = ()
    who: tuple[Stated, ...] = ()
    accepted: str | None = None


@frozen
class Item:
    """One thing to have: `id` is stable, `in_place` what there is of it, `missing` what there is not."""

    id: str
    name: Message
    in_place: tuple[Stated, ...]
    missing: tuple[Gap, ...]


@frozen(slots=False)
class Inquiry:
    """A theory, the day, and the language in which its elements are named."""

    theory: Theory
    today: date | None
    language: str
    thresholds: Mapping[str, Mapping[str, float]]
    public: bool

    @cached_property
    def hidden(self) -> frozenset[Key]:
        """The elements that are not shown."""
        if not self.public:
            return frozenset()
        return frozenset(self.theory.elements) - frozenset(without_private(self.theory).elements)

    def threshold(self, rule: str, name: str) -> float:
        """Return the threshold of a rule, as configured or by default."""
        found = rule_named(rule)
        assert found is not None
        return self.thresholds.get(rule, {}).get(name, found.thresholds[name])

    def text(self, label: Label) -> str:
        """Return `label` in the language of the report, as far as it is translated."""
        found = label.in_language(self.language, next(iter(self.theory.languages), None))
        return found.value if found else ""

    def name(self, element: Element) -> str:
        """Return how `element` is called: by its label, by its id where it has none."""
        return self.text(element.label) or element.id

    def stated(self, elements: Iterable[Element], *properties: str) -> tuple[Stated, ...]:
        """Return `elements` by name, with what is known of their `properties`; private ones go without a name."""
        found = list(elements)
        shown = [element for element in found if element.key not in self.hidden]
        told = [Stated(self.name(each), tuple(self.details(each, properties)), each.key) for each in shown]
        if found and not shown:
            told.append(Stated("", (_("kept private"),)))
        return tuple(told)

    def details(self, element: Element, properties: Iterable[str]) -> Iterable[Message | str]:
        """Yield what is said of `element` in each of `properties` that it has."""
        for name in properties:
            found = element.properties.get(name)
            if found is not None:
                yield from self._detail(found)

    def gap(
        self,
        rule: str,
        text: Message,
        about: Iterable[Element] = (),
        who: Iterable[Element | Key] = (),
        place: Element | None = None,
    ) -> tuple[Gap, ...]:
        """Return the gap that `rule` finds about the elements `about`, or none where all of these are private.

        `place` is the declaration in which the rule speaks, the theory's head if left out.
        """
        elements = list(about)
        shown = [element for element in elements if element.key not in self.hidden]
        if elements and not shown:
            return ()
        people = (each if isinstance(each, Element) else self.theory.elements[each] for each in who)
        named = {each.key: each for each in people if each.key not in self.hidden}.values()
        reason = self._accepted(rule, place or self.theory.head)
        return (Gap(rule, text, self._plain(shown), self._plain(named), reason),)

    def each(self, rule: str, text: Message, gaps: Iterable[tuple[Element, Iterable[Key]]]) -> tuple[Gap, ...]:
        """Return gaps that a rule finds on elements, each with those with whom to mend it."""
        return tuple(gap for element, who in gaps for gap in self.gap(rule, text, [element], who, element))

    def supporting(self, role: str) -> tuple[Element, ...]:
        """Return who in the support structure sees to `role`, else the influential people who bring together."""
        return backbone(self.theory, role) or champions(self.theory, "gather")

    def _plain(self, elements: Iterable[Element]) -> tuple[Stated, ...]:
        return tuple(Stated(self.name(element), (), element.key) for element in elements)

    def _accepted(self, rule: str, place: Element | None) -> str | None:
        while place is not None:
            for item in place.properties.all("accept"):
                if any((found := rule_named(word)) and found.name == rule for word in item.words):
                    because = item.clause("because")
                    return self.text(because.text) if because else ""
            place = self.theory.elements.get(place.parent) if place.parent else None
        return None

    def _detail(self, stated: Property) -> Iterable[Message | str]:
        named = [self.theory.elements[key] for key in stated.refs if key not in self.hidden]
        if named:
            yield ", ".join(self.name(element) for element in named)
        if stated.name == "secured":
            yield _("secured")
        for value in stated.values:
            if isinstance(value, Quantity):
                yield self.amount(value)
            elif isinstance(value, Range) and isinstance(value.low, Quantity) and isinstance(value.high, Quantity):
                yield f"{self.amount(value.low)}..{self.amount(value.high)}"
            elif stated.name == "until" and isinstance(value, When | Range):
                yield _("until {day}", day=value.spoken())
        day = stated.clause("in")
        if day is not None and isinstance(day.value, When | Range):
            yield day.value.spoken()

    def amount(self, quantity: Quantity) -> str:
        """Return a quantity as people write it: `360,000 EUR`, « 360 000 EUR »."""
        number = f"{quantity.value:,.2f}".removesuffix(".00")
        if self.language == "fr":
            number = number.replace(",", THOUSANDS["fr"]).replace(".", ",")
        return f"{number} {quantity.unit}" if quantity.unit else number
