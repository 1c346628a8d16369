"""What is told of a word of the language where it is pointed at: what it is for, and its word in the other language."""

from collections.abc import Iterable, Iterator

from toc.diagnostics import Rule
from toc.leverage.scale import scale_of
from toc.leverage.spoken import amount as spoken_amount
from toc.lsp.desk import Desk
from toc.lsp.file_language import file_language
from toc.lsp.markup import code
from toc.lsp.meanings import meaning
from toc.messages import LANGUAGES, Message, _, show, show_field
from toc.model.vocabulary import KINDS, SLOTS
from toc.rule_book import page
from toc.syntax.keywords import keyword, slot_words, word

# How lists of words are called in help, where the slot is not called like a property.
SLOT_NAMES = {
    "strength": _("strength of a link"),
    "mark": _("mark of a link"),
    "period": _("period"),
    "quantity": _("quantity"),
}


def keyword_page(desk: Desk, concept: str, slot: str | None = None) -> str:
    """Return what a kind, property or clause is for, in the language of the file, as Markdown."""
    language = file_language(desk)
    told = meaning(concept)
    parts = [_words(concept, None, language)]
    if told is not None:
        parts.append(show(told, language))
    if concept in KINDS:
        names = [word(name, language) for name in KINDS[concept].properties]
        if names:
            parts.append(show(_("takes {words}", words=_listed(names)), language))
    slot = slot or SLOTS.get(concept)
    if slot is not None:
        parts.append(show(_("one of {words}", words=_listed(_values(slot, language))), language))
    return "\n\n".join(parts)


def value_page(desk: Desk, concept: str, slot: str) -> str:
    """Return what a word is in its slot, what it is worth and which others there are, as Markdown."""
    language = file_language(desk)
    named = SLOT_NAMES[slot] if slot in SLOT_NAMES else keyword(slot)
    parts = [f"{_words(concept, slot, language)} · {show_field(named, language)}"]
    told = meaning(concept) if slot == "mark" else None
    parts += [show(told, language)] if told else []
    worth = _worth(desk, concept, slot)
    parts += [show(worth, language)] if worth else []
    parts.append(show(_("one of {words}", words=_listed(_values(slot, language))), language))
    return "\n\n".join(parts)


def rule_page(desk: Desk, rule: Rule) -> str:
    """Return the page of a rule as Markdown."""
    return f"**{rule.name}** ({rule.code})\n\n{page(rule, desk.language)}"


def _words(concept: str, slot: str | None, language: str) -> str:
    own, *others = (language, *(other for other in LANGUAGES if other != language))
    translated = ", ".join(f"*{other}* {code(word(concept, other, slot))}" for other in others)
    return f"**{code(word(concept, own, slot))}** ({translated})"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(code, names))


def _values(slot: str, language: str) -> Iterator[str]:
    return (entry.words[language][0] for entry in slot_words(slot))


def _worth(desk: Desk, concept: str, slot: str) -> Message | None:
    scale = scale_of(desk.settings.scales)
    if slot in ("strength", "likelihood"):
        low, mode, high = (scale.strength if slot == "strength" else scale.likelihood)[concept]
        return _("counts as {mode}, between {low} and {high}", mode=mode, low=low, high=high)
    if slot == "effort":
        amount = scale.effort[concept]
        return _("counts as {amount}", amount=spoken_amount(amount.value, amount.unit))
    return None
