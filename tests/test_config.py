"""What a configuration may hold, and what is said about what it may not."""

import pytest

from toc.config import Settings, read_config
from toc.diagnostics import Severity
from toc.messages import show

WHOLE = """\
main = "main.toc"
paths = ["partners"]
profiles = ["aoc", "impact_collectif"]

[rules]
select = ["all", "TOC3"]
ignore = ["long-label", "TOC401"]

[rules.long-label]
severity = "warning"
words = 10

[rules.dead-end]
severity = "off"

[scale.strength]
weak = [0.1, 0.2, 0.3]
fort = 0.8

[scale.effort]
low = 2
FTE = "60000 EUR"

[scale.likelihood]
"très probable" = 0.9

[theme]
colours = { strategy = "#2E7D32" }
logo = "logo.svg"

[diff]
allow = ["target-lowered"]
"""


def faults(text: str, path: str = "toc.toml") -> list[tuple[str, int, str, str | None]]:
    """Return what is wrong in a configuration: the rule, the line, the message and the hint."""
    found = []
    for finding in read_config(text, path)[1]:
        assert finding.rule
        line = text.count("\n", 0, finding.origin.start) + 1
        hint = show(finding.hint, "en") if finding.hint else None
        found.append((finding.rule.name, line, show(finding.message, "en"), hint))
    return found


def test_everything_that_can_be_configured() -> None:
    """Each setting is read; words of values may be in either language, and a rule may be off."""
    settings, findings = read_config(
        WHOLE.replace("long-label", "link-without-rationale").replace("words = 10\n", ""), "toc.toml"
    )

    assert findings == ()
    assert settings.main == "main.toc"
    assert settings.paths == ("partners",)
    assert settings.profiles == ("aoc", "collective_impact")
    assert settings.select == ("all", "TOC3")
    assert settings.ignore == ("link-without-rationale", "TOC401")
    assert settings.severities == {"link-without-rationale": Severity.WARNING, "dead-end": None}
    assert settings.scales == {
        "strength": {"weak": (0.1, 0.2, 0.3), "strong": 0.8},
        "effort": {"low": 2.0, "FTE": "60000 EUR"},
        "likelihood": {"very_likely": 0.9},
    }
    assert settings.allowed == ("target-lowered",)
    assert settings.theme == {"colours": {"strategy": "#2E7D32"}, "logo": "logo.svg"}


def test_a_threshold_is_read_by_its_name() -> None:
    """A rule's threshold is set below the rule's name."""
    settings, findings = read_config("[rules.everything-to-everything]\nshare = 0.8\n", "toc.toml")

    assert findings == ()
    assert settings.thresholds == {"everything-to-everything": {"share": 0.8}}


def test_an_empty_configuration_asks_for_nothing() -> None:
    """An empty file gives the settings that count where there is none."""
    assert read_config("", "toc.toml") == (Settings(), ())


def test_pyproject_holds_the_same_below_tool_toc() -> None:
    """In pyproject.toml the table tool.toc counts and everything else is left alone."""
    text = '[project]\nname = "x"\n\n[tool.toc]\nmain = "m.toc"\nmian = 1\n'

    assert read_config(text, "pyproject.toml")[0].main == "m.toc"
    assert faults(text, "pyproject.toml") == [
        ("invalid-configuration", 6, "there is no setting `mian` here", "did you mean `main`?")
    ]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("\nmian = 1", 2, "there is no setting `mian` here", "did you mean `main`?"),
        ("main = 3", 1, "`main` is a text", 'write it in quotes: main = "…"'),
        ('profiles = "aoc"', 1, "`profiles` is a list of texts", 'write it in square brackets: profiles = ["…", "…"]'),
        (
            'profiles = ["aco"]',
            1,
            "there is no profile `aco`",
            "did you mean `aoc`?",
        ),
        (
            '[rules.dead-end]\nseverity = "warn"',
            2,
            "there is no severity `warn`",
            "what can stand here: `error`, `warning`, `info` and `off`",
        ),
        (
            "[rules.everything-to-everything]\nshare = true",
            2,
            "`share` is a number, 0 or more",
            None,
        ),
        ("rules = 3", 1, "`rules` is a table: its settings stand below `[rules]`", None),
        ("theme = 3", 1, "`theme` is a table: its settings stand below `[theme]`", None),
        ("[scale]\nstrength = 3", 2, "`scale.strength` is a table: its settings stand below `[scale.strength]`", None),
        ("[scale.strength]\nweek = 0.1", 2, "there is no strength `week`", "did you mean `weak`?"),
        (
            "[scale.strength]\nweak = [0.3, 0.2, 0.1]",
            2,
            "`weak` is worth something that cannot be read",
            "write a number from 0 to 1, or three from low to high: [0.1, 0.2, 0.3]",
        ),
        (
            '[diff]\nallow = ["target-lowered", "strategy-idel"]',
            2,
            "there is no consequence `strategy-idel`",
            "did you mean `strategy-idle`?",
        ),
        (
            '[diff]\nallow = "strategy-idle"',
            2,
            "`allow` is a list of texts",
            'write it in square brackets: allow = ["…", "…"]',
        ),
        ("[diff]\nalow = []", 2, "there is no setting `alow` here", "did you mean `allow`?"),
        (
            '[scale.effort]\nFTE = "much"',
            2,
            "`FTE` is worth something that cannot be read",
            'write an amount such as "60000 EUR", a number, or three from low to high',
        ),
        ('[theme]\nname = "darc"', 2, "there is no theme `darc`", "did you mean `dark`?"),
        (
            '[theme]\npathways = ["#2E7D32", "blue"]',
            2,
            "`blue` is not a colour that can be read",
            'write it as in "#2E7D32"',
        ),
        (
            '[theme.colours]\npaper = "#FFFFFF"\nink = "#999999"',
            3,
            "`#999999` cannot be read on `#FFFFFF`: their contrast is 2.8 : 1, and 4.5 : 1 is needed",
            "`#747474` could be",
        ),
        (
            '[theme]\ncolours = { strategy = "green" }',
            2,
            "`strategy` is not a colour that can be read",
            'write it as in "#2E7D32"',
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(text: str, line: int, message: str, hint: str | None) -> None:
    """An unknown key or a wrong value is reported on the line of its key, with what was meant or what to write."""
    assert faults(text) == [("invalid-configuration", line, message, hint)]


@pytest.mark.parametrize("text", ["main = main.toc", "[rules", 'main = "a"\nmain = "b"'])
def test_what_is_no_configuration_at_all(text: str) -> None:
    """Text that cannot be read at all is one error on its line, and the rest of the settings are those by default."""
    assert read_config(text, "toc.toml")[0] == Settings()
    assert [fault[:3] for fault in faults(text)] == [
        ("invalid-configuration", text.count("\n") + 1, "this line cannot be read")
    ]


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ('[rules]\nselect = ["dead-ends"]', 2, "dead-ends"),
        ("[rules.dead-ends]\nseverity = 'off'", 1, "dead-ends"),
    ],
)
def test_a_rule_that_does_not_exist_is_named(text: str, line: int, name: str) -> None:
    """A rule that does not exist is an error wherever it is named, with the one that was meant."""
    assert faults(text) == [("unknown-rule", line, f"no rule is called `{name}`", "did you mean `dead-end`?")]


def test_what_is_wrong_counts_as_not_written() -> None:
    """A wrong value changes nothing, and the other settings are read all the same."""
    settings, findings = read_config('main = 3\n[rules]\nignore = ["dead-end", "nothing"]\n', "toc.toml")

    assert len(findings) == 2
    assert settings.main is None
    assert settings.ignore == ("dead-end",)
