"""What is told of an element where it is pointed at: its label, what leads to it and what it leads to, its numbers."""

from collections.abc import Iterable, Iterator, Sequence

from toc.leverage.spoken import rounded
from toc.leverage.verdict_words import VERDICT_MEANINGS, VERDICT_WORDS, WITHHELD
from toc.lsp.desk import Desk
from toc.lsp.markup import code, plain
from toc.messages import Message, Words, _, plural, show_field
from toc.model.elements import Element, Key, Text, Word
from toc.model.links import Link
from toc.scene.details import Asked, details_of
from toc.scene.values import said
from toc.syntax.keywords import keyword

# So many causes, effects and users are told one by one.
MOST = 8
REASON = 160


def element_page(desk: Desk, element: Element) -> str:
    """Return what is known of an element, as Markdown."""
    asked = Asked(desk.language, desk.settings.today, desk.analysis.leverage_so_far)
    rows = details_of(element.key, desk.theory, asked)
    parts = [
        _head(desk, element),
        *(_labels(element.label.texts)),
        *_links(desk, element),
        *_numbers(desk, element.key),
        "\n".join(f"- {_told(desk, plain(heading), _lines(text))}" for heading, text in rows),
        *_users(desk, element),
    ]
    return "\n\n".join(part for part in parts if part)


def kind_words(element: Element) -> Words:
    """Return the kind of an element, with its kind word: `factor adverse`."""
    kind = keyword(element.kind)
    variety = keyword(element.variety, element.kind) if element.variety else None
    return Words(f"{kind.en} {variety.en}", f"{kind.fr} {variety.fr}") if variety else kind


def _head(desk: Desk, element: Element) -> str:
    kind = show_field(kind_words(element), desk.language)
    private = f" · {show_field(keyword('private'), desk.language)}" if element.private else ""
    return f"**{code(element.id)}** · {kind}{private}" if element.named else f"**{kind}**{private}"


def _labels(texts: Sequence[Text]) -> Iterator[str]:
    for text in texts:
        yield plain(text.value) if text.language is None else f"*{text.language}* {plain(text.value)}"


def _links(desk: Desk, element: Element) -> Iterator[str]:
    theory, key = desk.theory, element.key
    causes = [(link, link.sources) for link in theory.incoming.get(key, ())]
    effects = [(link, (link.target,)) for link in theory.outgoing.get(key, ())]
    for heading, found in ((_("What leads to it"), causes), (_("What it leads to"), effects)):
        if found:
            lines = [_link(desk, link, ends) for link, ends in found[:MOST]]
            yield _listed(desk, heading, lines, len(found))


def _link(desk: Desk, link: Link, ends: Iterable[Key]) -> str:
    names = " & ".join(code(end.id) for end in ends)
    text = f"{names} — {desk.show(how(link))}"
    reason = link.properties.text("because").in_language(desk.language)
    return _told(desk, text, plain(_short(reason.value))) if reason else text


def _told(desk: Desk, heading: str, text: str) -> str:
    return desk.show(_("{heading}: {text}", heading=heading, text=text))


def how(link: Link) -> Message:
    """Return how a link acts on its target: its verb, strength and marks."""
    parts: list[object] = [_VERBS[link.verb]]
    strength = link.strength
    if isinstance(strength, Word):
        parts.append(keyword(strength.concept, "strength"))
    elif strength is not None:
        parts.append(said(strength, "strength"))
    elif link.verb != "requires":
        parts.append(_("moderate, for want of a strength"))
    parts += [keyword(mark, "mark") for mark in ("feedback", "uncertain") if getattr(link, mark)]
    fields = {f"part{at}": part for at, part in enumerate(parts)}
    return Message(", ".join(f"{{{name}}}" for name in fields), fields)


_VERBS = {"contributes": _("contributes"), "requires": _("is required"), "hinders": _("hinders")}


def _numbers(desk: Desk, key: Key) -> Iterator[str]:
    """Yield what the rules have worked out; nothing is computed here."""
    leverage = desk.analysis.leverage_so_far
    if leverage is None:
        return
    strategy = leverage.so_far.get(key)
    degree = leverage.degree(key)
    if strategy is None:
        if degree is not None and key in desk.theory.incoming:
            yield desk.show(_("Degree with all strategies: {degree}, from 0 to 1", degree=rounded(degree)))
    elif strategy.verdict is not None:
        verdict, meaning = VERDICT_WORDS[strategy.verdict], VERDICT_MEANINGS[strategy.verdict]
        yield f"**{desk.show(verdict)}** — {desk.show(meaning)}"
    elif strategy.withheld is not None:
        yield desk.show(_("no verdict: {reason}", reason=WITHHELD[strategy.withheld]))


def _users(desk: Desk, element: Element) -> Iterator[str]:
    users = [user for user in desk.theory.users.get(element.key, ()) if isinstance(user, Element)]
    links = sum(isinstance(user, Link) for user in desk.theory.users.get(element.key, ()))
    lines = [
        f"{code(user.id) if user.named else plain(str(user.label))} — {show_field(kind_words(user), desk.language)}"
        for user in users[:MOST]
    ]
    if lines:
        yield _listed(desk, _("Named in"), lines, len(users))
    if links:
        yield desk.show(plural("Named in {n} link", "Named in {n} links", n=links))


def _listed(desk: Desk, heading: Message, lines: Sequence[str], count: int) -> str:
    more = count - len(lines)
    told = [*lines, desk.show(plural("and {n} more", "and {n} more", n=more))] if more > 0 else lines
    return "\n".join((f"**{desk.show(heading)}**", "", *(f"- {line}" for line in told)))


def _lines(text: str) -> str:
    return "  \n  ".join(plain(line) for line in text.split("\n"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= REASON else f"{line[: REASON - 1].rstrip()}…"
