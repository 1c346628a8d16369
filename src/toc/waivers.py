"""Waivers: `accept RULE because "…"` silences a rule inside the declaration or link that holds it."""

from collections.abc import Iterable, Sequence, Set

from attrs import frozen

from toc.diagnostics import Finding, Origin, Rule
from toc.did_you_mean import did_you_mean
from toc.problems import unknown_rule, unused_accept
from toc.rule_book import rule_named, rule_names
from toc.syntax.nodes import Declaration, Document, Link, Name, Property
from toc.syntax.places import Place, all_places

# Flags decided by draws may come and go with the seed: a waiver for one of them is never called unused.
DRAWN = frozenset({"TOC701", "TOC703", "TOC705", "TOC706"})


@frozen
class Waiver:
    """What one `accept` silences: `rule`, from `start` to `end` of the origin's file."""

    rule: Rule
    start: int
    end: int
    origin: Origin

    def covers(self, finding: Finding) -> bool:
        """Whether `finding`, of this rule and in this file, is silenced; errors of syntax never are."""
        return self.rule.code >= "TOC1" and self.start <= finding.origin.start < self.end


def waivers_of(documents: Iterable[Document]) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """Return the waivers that stand in `documents`, and what is wrong with their rules' names."""
    waivers: list[Waiver] = []
    findings: list[Finding] = []
    for document in documents:
        # Most files have none, and the walk through all blocks is not for nothing.
        if "accept" not in document.source.text.casefold():
            continue
        for place in all_places(document):
            if isinstance(place.node, Declaration | Link):
                _add(place, document.source.path, waivers, findings)
    return tuple(waivers), tuple(findings)


def unused(waivers: Sequence[Waiver], used: Set[Waiver], decided: Set[str]) -> list[Finding]:
    """Return a finding for each waiver that silenced nothing, though its rule was run (its code is in `decided`)."""
    idle = [waiver for waiver in waivers if waiver not in used and waiver.rule.code in decided - DRAWN]
    return [unused_accept(waiver.origin, waiver.rule.name) for waiver in idle]


def _add(holder: Place, file: str, waivers: list[Waiver], findings: list[Finding]) -> None:
    for place in holder.items:
        node = place.node
        if not isinstance(node, Property) or node.keyword != "accept":
            continue
        for value in node.values:
            if not isinstance(value, Name):
                continue
            rule = rule_named(value.text)
            if rule is None:
                origin = Origin(file, place.offset + value.start, place.offset + value.end)
                findings.append(unknown_rule(origin, value.text, did_you_mean(value.text, rule_names())))
            else:
                waivers.append(Waiver(rule, holder.start, holder.end, Origin(file, place.start, place.end)))
