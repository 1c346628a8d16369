"""A voice: how labels, reasons and lists of a theory are said in one language."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from toc.messages import show_field
from toc.model.elements import Key, Label, Properties
from toc.model.theory import Theory
from toc.scene.values import Said, label_in, text_in


@frozen
class Voice:
    """Speaks of `theory` in `language`, as of `today`."""

    theory: Theory
    language: str
    today: date | None = None

    def label(self, key: Key) -> str:
        """Return the label of an element."""
        return label_in(key, self.theory, self.language)

    def text(self, label: Label) -> str:
        """Return a text."""
        return text_in(label, self.theory, self.language)

    def named(self, held: Properties, *properties: str) -> str:
        """Return the labels of what these properties name."""
        keys = dict.fromkeys(key for name in properties for key in held.refs(name))
        return show_field([self.label(key) for key in keys], self.language)

    def because(self, held: Properties, name: str) -> str:
        """Return the reasons that the properties `name` give."""
        clauses = [item.clause("because") for item in held.all(name)]
        return self.listed([self.text(clause.text) for clause in clauses if clause])

    def listed(self, parts: Sequence[Said | None]) -> str:
        """Return the parts that there are; several are a list, one a line behind a bullet."""
        found = [text for part in parts if part and (text := show_field(part, self.language)).strip()]
        return "\n".join(f"• {text}" for text in found) if len(found) > 1 else "".join(found)

    def joined(self, sign: str, parts: Sequence[Said | None]) -> str:
        """Return the parts that there are, with `sign` between them."""
        return sign.join(show_field(part, self.language) for part in parts if part)
