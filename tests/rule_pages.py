"""The pages of `docs/reference/rules/`, made from the rule book."""

from collections.abc import Iterable

from toc.diagnostics import BASE, Rule
from toc.rule_book import title

FAMILIES = {
    "0": "Syntax",
    "1": "Names and kinds",
    "2": "Causal structure",
    "3": "Wording of changes",
    "4": "Reasons, assumptions and risks",
    "5": "Indicators and markers",
    "6": "Actors, spheres and accountability",
    "7": "Leverage",
    "8": "Collective impact",
    "9": "The document as a living thing",
}


def rule_page(rule: Rule) -> str:
    """Return the reference page of `rule`: what is known of it, then its page."""
    head, _gap, rest = rule.page.partition("\n")
    facts = [
        f"# {rule.name} ({rule.code})",
        head,
        f"Severity: {_severity(rule)}. Profiles: {', '.join(map(_profile, rule.profiles))}.",
    ]
    lines = ["\n\n".join(facts), rest.strip()]
    if rule.thresholds:
        settings = "\n".join(f"{name} = {value:g}" for name, value in sorted(rule.thresholds.items()))
        lines.append(f"## Thresholds\nIn `toc.toml`:\n\n```toml\n[rules.{rule.name}]\n{settings}\n```")
    if rule.sources:
        lines.append("## Sources\n" + "\n".join(f"- {source.removeprefix('– ')}" for source in rule.sources))
    return "\n\n".join(lines) + "\n"


def index_page(rules: Iterable[Rule]) -> str:
    """Return the table of all rules, family by family."""
    lines = ["# The rule book", "", "What `toc check` looks for; `toc rules NAME` shows the same pages."]
    family = ""
    for rule in rules:
        if rule.code[3] != family:
            family = rule.code[3]
            lines += [
                "",
                f"## {FAMILIES[family]}",
                "",
                "| code | name | severity | profiles | says |",
                "|---|---|---|---|---|",
            ]
        profiles = ", ".join(map(_profile, rule.profiles))
        says = title(rule, "en").replace("|", "\\|")
        lines.append(f"| {rule.code} | [{rule.name}]({rule.name}.md) | {_severity(rule)} | {profiles} | {says} |")
    return "\n".join(lines) + "\n"


def _severity(rule: Rule) -> str:
    others = [f"{severity.value} in `{profile}`" for profile, severity in sorted(rule.severities.items())]
    return ", ".join([rule.severity.value, *others])


def _profile(profile: str) -> str:
    return "all" if profile == BASE else f"`{profile}`"
