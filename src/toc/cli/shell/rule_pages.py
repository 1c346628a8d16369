"""The rule book as people read it: a table, and a page for each rule."""

from collections.abc import Iterator

from toc.diagnostics import BASE, Rule
from toc.messages import LANGUAGES, Message, Words, _, show, show_field
from toc.reporters.cells import cells, cropped
from toc.reporters.text import NAMES
from toc.rule_book import page, rule_book, sources, title
from toc.syntax.keywords import word


def rule_table(language: str, width: int | None) -> str:
    """Return one line a rule: code, name, severity, profiles and what it says, cut to `width` where there is one."""
    rows = [
        (rule.code, rule.name, show(NAMES[rule.severity], language), _profiles(rule, language), title(rule, language))
        for rule in rule_book()
    ]
    widths = [max(cells(row[column]) for row in rows) for column in range(4)]
    return "".join(f"{_cut(_line(row, widths), width)}\n" for row in rows)


def rule_page(rule: Rule, language: str) -> str:
    """Return a rule's page as Markdown: what it says, how it weighs, its thresholds, why, examples, sources."""
    heading, _gap, body = page(rule, language).partition("\n")
    facts = "\n".join(f"- {show(fact, language)}" for fact in _facts(rule, language))
    return f"# {rule.code} {rule.name}\n\n{heading.strip()}\n\n{facts}\n\n{body.strip()}\n"


def _facts(rule: Rule, language: str) -> Iterator[Message]:
    yield _("severity: {severity}", severity=NAMES[rule.severity])
    for profile, severity in sorted(rule.severities.items()):
        yield _("severity in profile {profile}: {severity}", profile=_profile(profile), severity=NAMES[severity])
    if rule.profiles != (BASE,):
        yield _("on in profile: {profiles}", profiles=[_profile(profile) for profile in rule.profiles])
    for name, default in rule.thresholds.items():
        yield _("threshold `{name}`: {default}", name=name, default=default)
    for source in sources(rule, language):
        yield _("source: {text}", text=source)


def _profiles(rule: Rule, language: str) -> str:
    return ", ".join(show_field(_profile(profile), language) for profile in rule.profiles)


def _profile(profile: str) -> Words:
    if profile == BASE:
        return Words(BASE, BASE)
    return Words(*(word(profile, language, "profile") for language in LANGUAGES))


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    padded = [text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=False)]
    return "  ".join([*padded, row[-1]])


def _cut(line: str, width: int | None) -> str:
    return line if width is None or cells(line) <= width else f"{cropped(line, width - 1)}…"
