"""Which rules are run: those that settings and profiles ask for, as far as what is wrong already lets them speak."""

from collections.abc import Sequence

from attrs import frozen

from toc.config import Settings
from toc.diagnostics import Finding, Rule, Severity
from toc.problems import unknown_rule
from toc.rule_book import ALL, failing_rules, rule_book, rule_named, rules_meant

# Wording: what is said about a text does not depend on how things are connected.
ALONE = ("TOC3",)
# These rules on changes go by their links, or by what none of them states.
TOGETHER = frozenset({"TOC309", "TOC310", "TOC313"})
# A waiver or setting for a rule that does not exist takes nothing away from the model.
HARMLESS = frozenset({unknown_rule.code})


@frozen
class Choice:
    """Which rules are asked for: by the settings, and by the profiles of theory and settings."""

    settings: Settings
    profiles: frozenset[str]

    def selects(self, rule: Rule) -> bool:
        """Whether `rule` is on. Naming it selects it whatever the profile; errors of the compiler are always on."""
        if rule.code < "TOC2" and rule.severity is Severity.ERROR:
            return True
        if self.severity(rule) is None or _among(rule, self.settings.ignore):
            return False
        if not self.profiles.isdisjoint(rule.profiles) and _among(rule, self.settings.select):
            return True
        return any(name != ALL and rule_named(name) is rule for name in self.settings.select)

    def severity(self, rule: Rule) -> Severity | None:
        """Return how much `rule` weighs, None where it is switched off; errors of the compiler stay errors."""
        if rule.code < "TOC2" and rule.severity is Severity.ERROR:
            return rule.severity
        return self.settings.severities.get(rule.name, rule.severity_in(self.profiles))


def rules_to_run(chosen: Choice, findings: Sequence[Finding], *, errors_only: bool) -> tuple[Rule, ...]:
    """Return the rules on meaning to be run, given what is wrong already."""
    errors = {finding.rule.code for finding in findings if finding.rule and finding.rule.severity is Severity.ERROR}
    if any(code < "TOC1" for code in errors):
        return ()
    starts, left_out = (ALONE, TOGETHER) if errors - HARMLESS else (("TOC",), frozenset[str]())
    # A severity in the settings may make an error of any rule.
    few = errors_only and Severity.ERROR not in chosen.settings.severities.values()
    return tuple(
        rule
        for rule in (failing_rules() if few else rule_book())
        if rule.check
        and rule.code.startswith(starts)
        and rule.code not in left_out
        and not (errors_only and chosen.severity(rule) is not Severity.ERROR)
        and chosen.selects(rule)
    )


def _among(rule: Rule, names: Sequence[str]) -> bool:
    return ALL in names or any(rule in rules_meant(name) for name in names)
