"""From the values of the tree to those of the model: words to concepts, names to references, numbers to years."""

from collections.abc import Sequence

from attrs import evolve

from toc.diagnostics import Origin
from toc.model.elements import Label, Quantity, Range, Selection, Text, Value, When, Word
from toc.model.resolve.names import Names
from toc.model.vocabulary import ANYTHING, DATES, NAMES, PERIODS, SLOTS
from toc.syntax import nodes
from toc.syntax.keywords import concept, plural_kind


class Values:
    """Reads the values of one file."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.file = names.file.path
        self.text = names.file.document.source.text

    def origin(self, node: nodes.Value | nodes.Property | nodes.Item, offset: int) -> Origin:
        """Return where `node` stands."""
        return Origin(self.file, offset + node.start, offset + node.end)

    def label(self, texts: Sequence[nodes.Text], offset: int, otherwise: Origin) -> Label:
        """Return `texts` as one label, which stands at `otherwise` where there are none."""
        if not texts:
            return Label((), otherwise)
        origin = Origin(self.file, offset + texts[0].start, offset + texts[-1].end)
        return Label(tuple(Text(text.value, text.language, self.text_origin(text, offset)) for text in texts), origin)

    def text_origin(self, node: nodes.Text, offset: int) -> Origin:
        """Return where the characters of a text stand, without its quotes, so that a part of it can be shown.

        A text whose characters differ from its value (escapes, removed indentation) stands where it was written.
        """
        start, end = offset + node.start, offset + node.end
        at = self.text.find(node.value, start, end)
        return Origin(self.file, start, end) if at < 0 else Origin(self.file, at, at + len(node.value))

    def value(self, node: nodes.Value, keyword: str, offset: int, clause: bool = False) -> Value | None:
        """Return one value of the property or clause `keyword`; None for a name that was reported."""
        match node:
            case nodes.Name():
                return self.named(node, keyword, offset)
            case nodes.Quantity():
                return self.quantity(node, keyword, offset, clause)
            case nodes.Date():
                return When(node.year, node.month, node.day, self.origin(node, offset))
            case nodes.Range():
                low = self.value(node.low, keyword, offset, clause)
                high = self.value(node.high, keyword, offset, clause)
                if isinstance(low, Quantity | When) and isinstance(high, Quantity | When):
                    return Range(_in_unit_of(high, low), high, self.origin(node, offset))
            case nodes.Selection():
                return self.selection(node, offset)
        return None

    def named(self, node: nodes.Name, keyword: str, offset: int) -> Value | None:
        """Return what a name means in `keyword`: an element, a word of the language, or a free name."""
        kinds = NAMES.get(keyword)
        if kinds is not None:
            return self.names.reference(node, offset, kinds)
        slot = "period" if keyword in PERIODS else SLOTS.get(keyword)
        meant = concept(node.text, slot) if slot else None
        return Word(meant or node.text, self.origin(node, offset))

    def quantity(self, node: nodes.Quantity, keyword: str, offset: int, clause: bool) -> Value:
        """Return a number with its unit, or the year that it is where a date stands."""
        origin = self.origin(node, offset)
        if keyword in DATES or (clause and keyword == "from"):
            return When(int(node.value), None, None, origin)
        unit = node.unit
        if unit is not None and keyword in PERIODS:
            unit = concept(unit, "period") or unit
        return Quantity(node.value, unit, origin)

    def selection(self, node: nodes.Selection, offset: int) -> Selection | None:
        """Return what a view shows or hides; None for a name that was reported."""
        origin = self.origin(node, offset)
        text = node.name.text
        if node.how == "tagged":
            return Selection("tagged", text, 0, origin)
        if node.how == "name":
            kind = plural_kind(text)
            if kind is not None and not self.names.knows(text):
                return Selection("links" if kind == "links" else "kind", kind, 0, origin)
        kinds = ("actor",) if node.how == "by" else ANYTHING
        reference = self.names.reference(node.name, offset, kinds)
        if reference is None:
            return None
        return Selection("element" if node.how == "name" else node.how, reference.key, node.distance or 0, origin)


def _in_unit_of(high: Quantity | When, low: Quantity | When) -> Quantity | When:
    if isinstance(low, Quantity) and isinstance(high, Quantity) and low.unit is None and high.unit is not None:
        return evolve(low, unit=high.unit)
    return low
