"""What a workspace's configuration asks for: `toc.toml`, or the table `tool.toc` of `pyproject.toml`."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from toc.configuration.setting import Setting, Worth, known, number, table, text, texts
from toc.diagnostics import Finding, Origin, Severity
from toc.did_you_mean import did_you_mean
from toc.key_places import key_places, place_of
from toc.messages import Message, _
from toc.problems import invalid_configuration, unknown_rule
from toc.rule_book import ALL, rule_named, rule_names, rules_meant
from toc.syntax import keywords
from toc.workspace import PROJECT

OFF = "off"


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@frozen
class Settings:
    """How a check is done.

    `main` is the file checked for the folder, `paths` the folders and files looked at (none: all of the workspace).
    `profiles` are added to the theory's own. `select` and `ignore` hold names, codes, beginnings of codes, or `all`.
    `severities` and `thresholds` are by rule name; a severity of None switches the rule off.
    `scales` says what words are worth, by slot (strength, effort, likelihood) and concept.
    `allowed` are the consequences of a change that break nothing here, by name.
    `today` is the day with which dates are compared; without one, rules that need it are not run.
    """

    main: str | None = None
    paths: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity | None] = field(factory=_nothing)
    thresholds: Mapping[str, Mapping[str, float]] = field(factory=_nothing)
    scales: Mapping[str, Mapping[str, Worth]] = field(factory=_nothing)
    theme: Mapping[str, Any] = field(factory=_nothing)
    allowed: tuple[str, ...] = ()
    today: date | None = None


def read_config(text: str, path: str) -> tuple[Settings, tuple[Finding, ...]]:
    """Return the settings of a configuration file and what is wrong in it; what is wrong counts as not written."""
    import tomllib  # only where there is a configuration

    prefix = ("tool", "toc") if path.rpartition("/")[2] == PROJECT else ()
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), (_unreadable(str(error), text, path),)
    for name in prefix:
        written = written.get(name, {})
    findings: list[Finding] = []
    places = key_places(text)

    def report(keys: tuple[str, ...], message: Message, hint: Message | None) -> None:
        start, end = place_of(prefix + keys, places)
        findings.append(invalid_configuration(Origin(path, start, end), message, hint))

    def report_rule(keys: tuple[str, ...], name: str) -> None:
        start, end = place_of(prefix + keys, places)
        findings.append(unknown_rule(Origin(path, start, end), name, did_you_mean(name, rule_names())))

    read = table(Setting((), written, report, report_rule), _TOP)
    rules = read.pop("rules", {})
    scales = read.pop("scale", {})
    allowed = read.pop("diff", {}).get("allow", ())
    return evolve(Settings(), **read, **rules, scales=MappingProxyType(scales), allowed=allowed), tuple(findings)


def _profiles(setting: Setting) -> tuple[str, ...] | None:
    names = texts(setting) or ()
    concepts = tuple(profile_named(name) for name in names)
    for name, concept in zip(names, concepts, strict=True):
        if concept is None:
            setting.wrong(_("there is no profile `{name}`", name=name), known(name, profile_names()))
    return tuple(concept for concept in concepts if concept)


def profile_named(text: str) -> str | None:
    """Return the profile that a word in either language stands for, None where there is none."""
    return keywords.concept(text, "profile")


def profile_names() -> tuple[str, ...]:
    """Return the names of all profiles, in English."""
    return tuple(keywords.table()["values"]["profile"])


def _rules(setting: Setting) -> dict[str, Any]:
    found: dict[str, Any] = {"severities": {}, "thresholds": {}}
    if not isinstance(setting.value, dict):
        setting.wrong(_("`rules` is a table: its settings stand below `[rules]`"))
        return {}
    for key in setting.value:
        item = setting.below(key)
        if key in {"select", "ignore"}:
            found[key] = _selection(item)
        elif (rule := rule_named(key)) is None:
            item.report_rule(item.keys, key)
        else:
            readers = {"severity": _severity, **dict.fromkeys(rule.thresholds, number)}
            read = table(item, readers)
            if "severity" in read:
                severity = read.pop("severity")
                found["severities"][rule.name] = None if severity == OFF else Severity(severity)
            found["thresholds"][rule.name] = MappingProxyType(read)
    return {key: MappingProxyType(value) if isinstance(value, dict) else value for key, value in found.items()}


def _selection(setting: Setting) -> tuple[str, ...]:
    names = texts(setting) or ()
    for name in names:
        if not rules_meant(name):
            setting.report_rule(setting.keys, name)
    return tuple(name for name in names if rules_meant(name))


def _severity(setting: Setting) -> str | None:
    names = (*(severity.value for severity in Severity), OFF)
    if setting.value in names:
        return str(setting.value)
    setting.wrong(_("there is no severity `{name}`", name=str(setting.value)), known(str(setting.value), names))
    return None


def _scale(setting: Setting) -> dict[str, Any]:
    # Late, as the next: most configurations have neither.
    from toc.configuration.scale import read_scale

    return read_scale(setting)


def _theme(setting: Setting) -> Mapping[str, Any]:
    from toc.configuration.theme import read_theme

    return read_theme(setting)


def _diff(setting: Setting) -> dict[str, Any]:
    return table(setting, {"allow": _consequences})


def _consequences(setting: Setting) -> tuple[str, ...]:
    # Late: a check has no use for it.
    from toc.diff.consequence import consequence_names

    consequences = consequence_names()
    names = texts(setting) or ()
    for name in names:
        if name not in consequences:
            setting.wrong(_("there is no consequence `{name}`", name=name), known(name, consequences))
    return tuple(name for name in names if name in consequences)


_TOP: Mapping[str, Callable[[Setting], Any]] = {
    "main": text,
    "paths": texts,
    "profiles": _profiles,
    "rules": _rules,
    "scale": _scale,
    "theme": _theme,
    "diff": _diff,
}


def _unreadable(error: str, text: str, path: str) -> Finding:
    found = re.search(r"at line (\d+), column (\d+)", error)
    lines = text.splitlines(keepends=True) or [""]
    number = min(int(found[1]), len(lines)) if found else len(lines)
    start = sum(map(len, lines[: number - 1]))
    end = start + max(1, len(lines[number - 1].rstrip()))
    return invalid_configuration(
        Origin(path, start, end),
        _("this line cannot be read"),
        _("a line is `name = value`; texts stand in quotes, lists in square brackets, and each name stands once"),
    )
