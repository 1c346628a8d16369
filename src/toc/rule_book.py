"""The rule book: every rule there is, what a name or code means, and the pages that explain them."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from toc.catalog import find_all
from toc.diagnostics import Problem, Rule
from toc.messages import LOCALE

RULES = "toc.rules"
# The rules on meaning that may be errors by default, so that drawing need not load the others; a test holds the list.
FAILING = {
    "actors": ("above_the_ceiling",),
    "indicators": ("conflicting_indicator", "implausible_value", "no_indicator", "target_equals_baseline"),
    "reasons": ("assumption_is_precondition",),
    "structure": ("dead_end", "deadlock", "effect_before_cause", "idle_strategy", "no_vision", "unmarked_loop"),
}
PROBLEMS = ("toc.problems", "toc.syntax.problems", "toc.model.problems")
ALL = "all"

SENTENCES = 2
SENTENCE_END = r"(?<=[.?!])[ \u00a0](?=[A-ZÀ-Ý«“`])"
# The last section of a translated page; the English sources stand beside the rule itself.
SOURCES = "Sources"
WHY = {"en": "Why it matters", "fr": "Pourquoi c'est important"}


@cache
def rule_book() -> tuple[Rule, ...]:
    """Return every rule, sorted by code: those on meaning and the problems that the compiler finds by itself."""
    problems = (problem.rule for place in PROBLEMS for problem in find_all(place, Problem))
    unique = {rule.code: rule for rule in (*problems, *find_all(RULES, Rule))}
    return tuple(unique[code] for code in sorted(unique))


@cache
def failing_rules() -> tuple[Rule, ...]:
    """Return the rules on meaning that may be errors by default, sorted by code, without loading those that are not."""
    modules = (f"{RULES}.{family}.{name}" for family, names in FAILING.items() for name in names)
    return tuple(sorted((rule for module in modules for rule in find_all(module, Rule)), key=lambda rule: rule.code))


def rules_meant(text: str) -> tuple[Rule, ...]:
    """Return the rules that `text` stands for: a name, a code, the beginning of codes such as `TOC3`, or `all`."""
    if text.casefold() == ALL:
        return rule_book()
    exact = rule_named(text)
    if exact is not None:
        return (exact,)
    prefix = text.upper()
    if not prefix.startswith("TOC"):
        return ()
    return tuple(rule for rule in rule_book() if rule.code.startswith(prefix))


def rule_named(text: str) -> Rule | None:
    """Return the one rule with that name or code, if there is one; case does not count, nor `_` for `-`."""
    return _by_name().get(text.casefold().replace("_", "-"))


def rule_names() -> tuple[str, ...]:
    """Return the names of all rules, in the order of their codes."""
    return tuple(rule.name for rule in rule_book())


def page(rule: Rule, language: str) -> str:
    """Return a rule's page as Markdown in `language`; what has not been translated is in English."""
    written = _translated(rule, language)
    return rule.page if written is None else written.partition(f"\n## {SOURCES}\n")[0].strip()


def sources(rule: Rule, language: str) -> tuple[str, ...]:
    """Return who asks for a rule, one text a source, in `language`; what has not been translated is in English."""
    section = _section(_translated(rule, language) or "", SOURCES)
    found = tuple(line.removeprefix("- ") for line in section.splitlines() if line.startswith("- "))
    return found or rule.sources


def title(rule: Rule, language: str) -> str:
    """Return what a rule says in one line: the first line of its page."""
    return page(rule, language).partition("\n")[0].lstrip("# ").rstrip(".")


def reason(rule: Rule, language: str) -> str:
    """Return the first sentences of why a rule matters as one line, empty where its page does not say."""
    for name, heading in WHY.items():
        if name in {language, "en"}:
            section = _section(page(rule, language), heading)
            if section:
                paragraph = re.sub(r"[ \n]+", " ", section.partition("\n\n")[0])
                return " ".join(re.split(SENTENCE_END, paragraph)[:SENTENCES])
    return ""


def address(rule: Rule) -> str:
    """Return where a rule's page stands in the project's documentation."""
    return f"docs/reference/rules/{rule.name}.md"


def _translated(rule: Rule, language: str) -> str | None:
    file = LOCALE / language / "rules" / f"{rule.name}.md"
    if language == "en" or not file.is_file():
        return None
    lines = file.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("<!--")).strip()


def _section(text: str, heading: str) -> str:
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("## ") and line[3:].strip().replace("’", "'") == heading:
            body = lines[number + 1 :]
            end = next((index for index, other in enumerate(body) if other.startswith("## ")), len(body))
            return "\n".join(body[:end]).strip()
    return ""


@cache
def _by_name() -> Mapping[str, Rule]:
    return MappingProxyType({key: rule for rule in rule_book() for key in (rule.name, rule.code.casefold())})
