"""What a workspace's configuration asks for: `toc.toml`, or the table `tool.toc` of `pyproject.toml`."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from toc.colours import TEXT, contrast, readable
from toc.diagnostics import Finding, Origin, Severity
from toc.did_you_mean import did_you_mean
from toc.key_places import key_places, place_of
from toc.messages import LANGUAGES, Message, _
from toc.problems import invalid_configuration, unknown_rule
from toc.rule_book import ALL, rule_named, rule_names, rules_meant
from toc.syntax import keywords
from toc.workspace import PROJECT

Worth = float | tuple[float, ...] | str

OFF = "off"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_AS_COLOUR = _("write it as in {example}", example='"#2E7D32"')


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
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), (_unreadable(str(error), text, path),)
    for name in prefix:
        table = table.get(name, {})
    findings: list[Finding] = []
    places = key_places(text)

    def report(keys: tuple[str, ...], message: Message, hint: Message | None) -> None:
        start, end = place_of(prefix + keys, places)
        findings.append(invalid_configuration(Origin(path, start, end), message, hint))

    def report_rule(keys: tuple[str, ...], name: str) -> None:
        start, end = place_of(prefix + keys, places)
        findings.append(unknown_rule(Origin(path, start, end), name, did_you_mean(name, rule_names())))

    read = _table(_Setting((), table, report, report_rule), _TOP)
    rules = read.pop("rules", {})
    scales = read.pop("scale", {})
    allowed = read.pop("diff", {}).get("allow", ())
    return evolve(Settings(), **read, **rules, scales=MappingProxyType(scales), allowed=allowed), tuple(findings)


@frozen
class _Setting:
    """A value of the configuration, the keys that lead to it, and how to say that it is wrong."""

    keys: tuple[str, ...]
    value: Any
    report: Callable[[tuple[str, ...], Message, Message | None], None]
    report_rule: Callable[[tuple[str, ...], str], None]

    def below(self, key: str) -> "_Setting":
        return evolve(self, keys=(*self.keys, key), value=self.value[key])

    def wrong(self, message: Message, hint: Message | None = None) -> None:
        self.report(self.keys, message, hint)


def _table(setting: _Setting, readers: Mapping[str, Callable[[_Setting], Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if not isinstance(setting.value, dict):
        setting.wrong(_("`{name}` is a table: its settings stand below `[{name}]`", name=".".join(setting.keys)))
        return found
    for key in setting.value:
        item = setting.below(key)
        if key not in readers:
            item.wrong(_("there is no setting `{name}` here", name=key), _known(key, tuple(readers)))
        elif (value := readers[key](item)) is not None:
            found[key] = value
    return found


def _known(key: str, names: tuple[str, ...]) -> Message:
    return did_you_mean(key, names) or _("what can stand here: {names}", names=[f"`{name}`" for name in names])


def _text(setting: _Setting) -> str | None:
    if isinstance(setting.value, str) and setting.value.strip():
        return setting.value
    setting.wrong(
        _("`{name}` is a text", name=setting.keys[-1]),
        _("write it in quotes: {example}", example=f'{setting.keys[-1]} = "…"'),
    )
    return None


def _texts(setting: _Setting) -> tuple[str, ...] | None:
    if isinstance(setting.value, list) and all(isinstance(item, str) for item in setting.value):
        return tuple(setting.value)
    setting.wrong(
        _("`{name}` is a list of texts", name=setting.keys[-1]),
        _("write it in square brackets: {example}", example=f'{setting.keys[-1]} = ["…", "…"]'),
    )
    return None


def _profiles(setting: _Setting) -> tuple[str, ...] | None:
    names = _texts(setting) or ()
    concepts = tuple(profile_named(name) for name in names)
    for name, concept in zip(names, concepts, strict=True):
        if concept is None:
            setting.wrong(_("there is no profile `{name}`", name=name), _known(name, profile_names()))
    return tuple(concept for concept in concepts if concept)


def profile_named(text: str) -> str | None:
    """Return the profile that a word in either language stands for, None where there is none."""
    return keywords.concept(text, "profile")


def profile_names() -> tuple[str, ...]:
    """Return the names of all profiles, in English."""
    return tuple(keywords.table()["values"]["profile"])


def _rules(setting: _Setting) -> dict[str, Any]:
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
            readers = {"severity": _severity, **dict.fromkeys(rule.thresholds, _number)}
            read = _table(item, readers)
            if "severity" in read:
                severity = read.pop("severity")
                found["severities"][rule.name] = None if severity == OFF else Severity(severity)
            found["thresholds"][rule.name] = MappingProxyType(read)
    return {key: MappingProxyType(value) if isinstance(value, dict) else value for key, value in found.items()}


def _selection(setting: _Setting) -> tuple[str, ...]:
    names = _texts(setting) or ()
    for name in names:
        if not rules_meant(name):
            setting.report_rule(setting.keys, name)
    return tuple(name for name in names if rules_meant(name))


def _severity(setting: _Setting) -> str | None:
    names = (*(severity.value for severity in Severity), OFF)
    if setting.value in names:
        return str(setting.value)
    setting.wrong(_("there is no severity `{name}`", name=str(setting.value)), _known(str(setting.value), names))
    return None


def _number(setting: _Setting) -> float | None:
    if _is_number(setting.value) and setting.value >= 0:
        number: float = setting.value
        return number
    setting.wrong(_("`{name}` is a number, 0 or more", name=setting.keys[-1]))
    return None


def _scale(setting: _Setting) -> dict[str, Any]:
    readers = {slot: _scale_of(slot) for slot in ("strength", "effort", "likelihood")}
    return _table(setting, readers)


def _scale_of(slot: str) -> Callable[[_Setting], Any]:
    def read(setting: _Setting) -> Mapping[str, Worth]:
        found: dict[str, Worth] = {}
        if not isinstance(setting.value, dict):
            setting.wrong(_("`{name}` is a table: its settings stand below `[{name}]`", name=".".join(setting.keys)))
            return found
        for key in setting.value:
            item = setting.below(key)
            concept = keywords.concept(key, slot)
            if concept is None and slot != "effort":
                item.wrong(_("there is no {slot} `{name}`", slot=slot, name=key), _known(key, _slot(slot)))
            elif (worth := _worth(item, slot)) is not None:
                found[concept or key] = worth
        return MappingProxyType(found)

    return read


def _slot(slot: str) -> tuple[str, ...]:
    entries = keywords.table()["values"][slot].values()
    return tuple(word for entry in entries for language in LANGUAGES for word in entry[language])


def _worth(setting: _Setting, slot: str) -> Worth | None:
    value = setting.value
    if slot == "effort" and isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)? +\w+", value):
        return value
    numbers = value if isinstance(value, list) else [value]
    ceiling = float("inf") if slot == "effort" else 1
    fits = all(_is_number(number) and 0 <= number <= ceiling for number in numbers)
    if fits and len(numbers) in {1, 3} and numbers == sorted(numbers):
        return tuple(float(number) for number in numbers) if isinstance(value, list) else float(value)
    setting.wrong(
        _("`{name}` is worth something that cannot be read", name=setting.keys[-1]),
        _('write an amount such as "60000 EUR", a number, or three from low to high')
        if slot == "effort"
        else _("write a number from 0 to 1, or three from low to high: [0.1, 0.2, 0.3]"),
    )
    return None


def _theme(setting: _Setting) -> Mapping[str, Any]:
    readers: dict[str, Callable[[_Setting], Any]] = {
        "name": _theme_name,
        "colours": _colours,
        "pathways": _lane_colours,
        **dict.fromkeys(("font", "font_bold", "logo"), _text),
    }
    return MappingProxyType(_table(setting, readers))


def _theme_name(setting: _Setting) -> str | None:
    text = _text(setting)
    if text is None:
        return None
    found = keywords.concept(text, "theme")
    if found is None:
        setting.wrong(_("there is no theme `{name}`", name=text), _known(text, _slot("theme")))
    return found


def _colours(setting: _Setting) -> Mapping[str, str]:
    kinds = tuple(keywords.table()["kinds"])
    found = _table(setting, dict.fromkeys((*kinds, "ink", "paper"), _colour))
    ink, paper = found.get("ink"), found.get("paper")
    if ink and paper and contrast(ink, paper) < TEXT:
        setting.below("ink").wrong(
            _(
                "`{ink}` cannot be read on `{paper}`: their contrast is {contrast} : 1, and {least} : 1 is needed",
                ink=ink,
                paper=paper,
                contrast=round(contrast(ink, paper), 1),
                least=TEXT,
            ),
            _("`{colour}` could be", colour=readable(ink, (paper,))),
        )
        del found["ink"]
    return MappingProxyType(found)


def _lane_colours(setting: _Setting) -> tuple[str, ...] | None:
    names = _texts(setting)
    if names is None:
        return None
    found = tuple(name for name in names if _COLOUR.fullmatch(name))
    if len(found) < len(names):
        wrong = next(name for name in names if name not in found)
        setting.wrong(_("`{name}` is not a colour that can be read", name=wrong), _AS_COLOUR)
    return found


def _colour(setting: _Setting) -> str | None:
    if isinstance(setting.value, str) and _COLOUR.fullmatch(setting.value):
        return setting.value.upper()
    setting.wrong(_("`{name}` is not a colour that can be read", name=setting.keys[-1]), _AS_COLOUR)
    return None


def _diff(setting: _Setting) -> dict[str, Any]:
    return _table(setting, {"allow": _consequences})


def _consequences(setting: _Setting) -> tuple[str, ...]:
    # Late: a check has no use for it.
    from toc.diff.consequence import consequence_names

    known = consequence_names()
    names = _texts(setting) or ()
    for name in names:
        if name not in known:
            setting.wrong(_("there is no consequence `{name}`", name=name), _known(name, known))
    return tuple(name for name in names if name in known)


_TOP: Mapping[str, Callable[[_Setting], Any]] = {
    "main": _text,
    "paths": _texts,
    "profiles": _profiles,
    "rules": _rules,
    "scale": _scale,
    "theme": _theme,
    "diff": _diff,
}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


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
