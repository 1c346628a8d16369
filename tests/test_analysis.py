"""Analysis: what is read, which rules run, what is waived, and in which order things are said."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from attrs import evolve

from toc.analysis import Analysis, analyse, analyse_workspace, files_of
from toc.config import Settings, read_config
from toc.diagnostics import INFO, Finding, Origin, Severity, rule
from toc.leverage.assessment import Leverage
from toc.messages import _, show
from toc.model.theory import Theory
from toc.workspace import MemoryReader

TODAY = date(2026, 11, 22)
VISION = 'vision school "Every pupil finishes school" { for pupils }\nactor pupils "Pupils" { concerned }\n'
DEAD_END = 'outcome trust "Parents trust the school" { of pupils }\n'


def check(files: Mapping[str, str] | str, settings: Settings | None = None, file: str = "main.toc") -> Analysis:
    """Analyse one file of a workspace in memory; a text stands for a workspace of one file."""
    reader = MemoryReader({file: files} if isinstance(files, str) else files)
    return analyse(reader, file, settings or Settings())


def said(analysis: Analysis) -> list[tuple[str, int, str]]:
    """Return what is said: file, line, rule."""
    return [
        (found.origin.file, analysis.documents[found.origin.file].source.position(found.origin.start).line, name)
        for found in analysis.diagnostics
        for name in [found.rule.name]
    ]


def names(analysis: Analysis) -> set[str]:
    """Return the rules that speak."""
    return {found.rule.name for found in analysis.diagnostics}


def test_what_a_file_uses_is_read_with_it() -> None:
    """A file is analysed with what it uses, transitively, each file once; circles are fine."""
    files = {
        "main.toc": 'use "a.toc"\nuse "b/b.toc"\n',
        "a.toc": 'use "b/b.toc"\n',
        "b/b.toc": 'use "../main.toc"\n',
        "unused.toc": "{",
    }
    analysis = check(files)

    assert list(analysis.sources) == ["main.toc", "a.toc", "b/b.toc"]
    assert analysis.theory.files == ("main.toc", "a.toc", "b/b.toc")


def test_a_file_that_cannot_be_read_is_reported_and_nothing_follows_from_it() -> None:
    """An unreadable file is one error; that what it uses is missing is another, where it is used."""
    analysis = check({}, file="main.toc")

    assert said(analysis) == [("main.toc", 1, "unreadable-file")]
    assert analysis.sources == {}
    assert said(check({"main.toc": 'use "gone.toc"\n' + VISION}))[0] == ("main.toc", 1, "unknown-module")


def test_rules_on_meaning_run_only_where_the_syntax_is_sound() -> None:
    """With a syntax error in any file, only what is wrong with syntax and names is said."""
    analysis = check({"main.toc": 'use "other.toc"\n' + VISION + DEAD_END, "other.toc": 'actor a "A" {\n'})

    assert said(analysis) == [("other.toc", 1, "unclosed-block")]


def test_a_wrong_name_does_not_make_a_cascade() -> None:
    """With an unknown name, rules on how things are connected wait; those on wording speak."""
    text = (
        VISION
        + DEAD_END
        + 'trust -> schol\nstrategy s "Train teachers" { by pupils }\noutcome t "Train teachers" { of pupils }\n'
    )

    assert "unknown-name" in names(check(text))
    assert "dead-end" not in names(check(text))
    assert "dead-end" in names(check(text.replace("schol", "school")))
    assert names(check(text)) - {"unknown-name"} == {
        found.rule.name for found in check(text).diagnostics if found.rule.code.startswith("TOC3")
    }


def test_a_waiver_silences_its_rule_in_what_holds_it() -> None:
    """`accept` takes a name or a code, and counts for the declaration or link that holds it and nothing else."""
    other = DEAD_END.replace("trust", "other")
    for name in ("dead-end", "TOC202", "toc202"):
        waived = DEAD_END.replace("}", f'; accept {name} because "Agreed" }}')
        spoken = said(check(VISION + waived + other))
        assert [line for _file, line, found in spoken if found == "dead-end"] == [4]


def test_a_waiver_in_a_pathway_counts_for_all_that_stands_in_it() -> None:
    """In a pathway a waiver covers the declarations and links in its block."""
    text = VISION + 'pathway p "Families" {\n  accept dead-end because "Under way"\n' + DEAD_END + "}\n"

    assert "dead-end" not in names(check(text))
    assert "unused-accept" not in names(check(text))


def test_a_waiver_for_nothing_is_reported() -> None:
    """A waiver whose rule ran and found nothing there is unused; the fix takes it away."""
    text = VISION.replace("pupils }", 'pupils; accept dead-end because "Agreed" }', 1)
    analysis = check(text)
    found = next(each for each in analysis.diagnostics if each.rule.name == "unused-accept")

    assert show(found.message, "en") == "nothing here breaks `dead-end` any more"
    assert found.severity is Severity.WARNING
    assert [edit.text for fix in found.fixes for edit in fix.edits] == [""]


def test_a_waiver_for_a_rule_that_did_not_run_is_kept() -> None:
    """A waiver is not called unused where its rule is ignored, or where an error kept it from running."""
    text = VISION.replace("pupils }", 'pupils; accept dead-end because "Agreed" }', 1)

    assert "unused-accept" not in names(check(text, Settings(ignore=("dead-end",))))
    assert "unused-accept" not in names(check(text + "school -> school\n"))


def test_a_waiver_for_no_rule_is_an_error() -> None:
    """An unknown rule in `accept` is an error on its name, with the one that was meant."""
    text = VISION.replace("pupils }", 'pupils; accept dead-ends because "Agreed" }', 1)
    found = next(each for each in check(text).diagnostics if each.rule.name == "unknown-rule")

    assert text[found.origin.start : found.origin.end] == "dead-ends"
    assert found.hint is not None
    assert show(found.hint, "en") == "did you mean `dead-end`?"


def test_errors_of_syntax_cannot_be_waived_or_ignored() -> None:
    """No waiver, selection or severity hides what keeps a model from being read."""
    text = VISION.replace("pupils }", 'pupils; accept malformed-value because "x"; in 31 }', 1)
    settings = Settings(select=("no-vision",), ignore=("TOC0", "TOC1"), severities={"unknown-name": None})

    assert "unknown-name" in names(check(VISION + "nobody -> school\n", settings))
    assert "malformed-value" in names(check(VISION + 'strategy s "S" { effort 0,4 }\n', settings))
    assert names(check(text, settings)) <= {"malformed-value", "unused-accept"}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), True),
        (Settings(select=("dead-end",)), True),
        (Settings(select=("TOC2",)), True),
        (Settings(select=("TOC3",)), False),
        (Settings(ignore=("TOC202",)), False),
        (Settings(ignore=("TOC2",)), False),
        (Settings(ignore=("all",)), False),
        (Settings(severities={"dead-end": None}), False),
    ],
)
def test_rules_are_selected_by_name_code_and_beginning(settings: Settings, expected: bool) -> None:
    """A rule runs where it is selected and not ignored, nor switched off."""
    assert ("dead-end" in names(check(VISION + DEAD_END, settings))) is expected


def test_a_severity_can_be_set() -> None:
    """The configuration says how much a rule weighs."""
    analysis = check(VISION + DEAD_END, Settings(severities={"dead-end": Severity.INFO}))

    assert {found.severity for found in analysis.diagnostics if found.rule.name == "dead-end"} == {Severity.INFO}
    assert not analysis.has_errors
    assert check(VISION + DEAD_END).has_errors


def test_a_profile_makes_a_rule_weigh_more() -> None:
    """A rule may have another severity in a profile, be it the theory's or that of the settings."""
    text = DEAD_END + "trust -> school\n" + VISION
    severities = [
        {found.severity for found in analysis.diagnostics if found.rule.name == "no-indicator"}
        for analysis in (
            check(text),
            check(text, Settings(profiles=("results",))),
            check('theory "T" { profile results }\n' + text),
        )
    ]

    assert severities == [{Severity.WARNING}, {Severity.ERROR}, {Severity.ERROR}]


def test_a_threshold_can_be_set() -> None:
    """The configuration gives a rule another threshold."""
    text = "\n".join(f'strategy s{i} "S {i}"\noutcome o{i} "O {i}"\nvision v{i} "V {i}"' for i in range(3))
    text += "\n" + "\n".join(f"s0, s1, s2 -> o{i}\no{i} -> v{i}" for i in range(3))
    settings, findings = read_config("[rules.everything-to-everything]\nshare = 1\n", "toc.toml")

    assert findings == ()
    assert "everything-to-everything" in names(check(text))
    assert "everything-to-everything" not in names(check(text, settings))


def test_rules_that_need_the_day_wait_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that compares with the day runs where the day is given, and is given it."""

    @rule("TOC999", INFO)
    def speaks_of_the_day(theory: Theory, today: date) -> Iterator[Finding]:
        """It is this day."""
        yield Finding(Origin(theory.file, 0, 0), _("it is {day}", day=today))

    for place in ("toc.analysis.rule_book", "toc.chosen_rules.rule_book", "toc.rule_book.rule_book"):
        monkeypatch.setattr(place, lambda: (speaks_of_the_day,))
    given = check(VISION, Settings(today=TODAY))

    assert said(check(VISION)) == []
    assert [show(found.message, "en") for found in given.diagnostics] == ["it is 22 November 2026"]


def test_rules_share_the_one_leverage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that ask for the leverage are given the one that the analysis keeps, with the scales of the settings."""
    given: list[Leverage] = []

    @rule("TOC998", INFO)
    def one(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
        """It asks."""
        given.append(leverage)
        yield Finding(Origin(theory.file, 0, 0), _("asked"))

    @rule("TOC999", INFO)
    def other(theory: Theory, leverage: Leverage) -> Iterator[Finding]:
        """It asks as well."""
        given.append(leverage)
        yield Finding(Origin(theory.file, 0, 0), _("asked"))

    for place in ("toc.analysis.rule_book", "toc.chosen_rules.rule_book", "toc.rule_book.rule_book"):
        monkeypatch.setattr(place, lambda: (one, other))
    analysis = check(VISION, Settings(scales={"strength": {"weak": 0.2}}))

    assert [leverage is analysis.leverage for leverage in given] == [True, True]
    assert analysis.leverage.theory is analysis.theory
    assert analysis.leverage.scale.strength["weak"][1] == 0.2


def test_what_is_said_is_sorted() -> None:
    """Diagnostics come by file, offset and code."""
    files = {
        "main.toc": 'use "z.toc"\nuse "a.toc"\n' + VISION + "nobody -> school\n",
        "z.toc": DEAD_END,
        "a.toc": DEAD_END.replace("trust", "t"),
    }
    ranks = [(found.origin.file, found.origin.start, found.rule.code) for found in check(files).diagnostics]

    assert ranks == sorted(ranks)
    assert {file for file, _start, _code in ranks} == {"a.toc", "main.toc", "z.toc"}


def test_fixes_come_as_edits_of_text_where_they_are_asked_for() -> None:
    """A fix is given as edits of text; without fixes nothing else changes."""
    text = VISION.replace("pupils }", 'pupils; accept dead-end because "Agreed" }', 1)
    reader = MemoryReader({"main.toc": text})
    plain = analyse(reader, "main.toc", with_fixes=False)

    assert [evolve(found, fixes=()) for found in check(text).diagnostics] == list(plain.diagnostics)
    assert any(found.fixes for found in check(text).diagnostics)


def test_a_folder_is_checked_from_its_main_file() -> None:
    """With `main`, a folder is what that file uses; a `main` that is missing is unreadable."""
    files = {"main.toc": VISION, "broken.toc": "{"}
    analyses = analyse_workspace(MemoryReader(files), Settings(main="main.toc"))
    gone = analyse_workspace(MemoryReader(files), Settings(main="gone.toc"))

    assert [analysis.file for analysis in analyses] == ["main.toc"]
    assert [said(analysis) for analysis in gone] == [[("gone.toc", 1, "unreadable-file")]]


def test_a_folder_without_main_is_checked_from_its_entries() -> None:
    """Without `main`, every file with a theory or used by no other is checked; one of a circle speaks for it."""
    files = {
        "used.toc": VISION,
        "top.toc": 'use "used.toc"\n',
        "partner.toc": 'theory "P"\n' + VISION,
        "all.toc": 'use "partner.toc"\n',
        "round.toc": 'use "circle.toc"\n',
        "circle.toc": 'use "round.toc"\n',
    }
    analyses = analyse_workspace(MemoryReader(files))

    assert [analysis.file for analysis in analyses] == ["all.toc", "circle.toc", "partner.toc", "top.toc"]


def test_a_shared_file_is_spoken_of_once() -> None:
    """What is said about a file that several files use is said once in a folder."""
    shared = DEAD_END.replace("{ of pupils }", "")
    files = {"a.toc": 'use "shared.toc"\n' + VISION, "b.toc": 'use "shared.toc"\n' + VISION, "shared.toc": shared}
    analyses = analyse_workspace(MemoryReader(files), Settings(select=("dead-end",)))
    spoken = [each for analysis in analyses for each in said(analysis)]

    assert spoken == [("shared.toc", 1, "dead-end")]


def test_a_partner_is_not_told_of_shared_actors_it_does_not_need() -> None:
    """What a file declares for several theories is isolated in none; what serves one alone is."""
    settings = Settings(select=("isolated-element",))
    files = {
        "school.toc": f'theory "School"\nuse "shared.toc"\nuse "mine.toc"\n{VISION}',
        "town.toc": f'theory "Town"\nuse "shared.toc"\n{VISION}',
        "shared.toc": 'actor region "The region"\n',
        "mine.toc": 'actor museum "The museum"\n',
    }

    together = [spoken for one in analyse_workspace(MemoryReader(files), settings) for spoken in said(one)]
    alone = said(check(files, settings, "school.toc"))

    assert ("mine.toc", 1, "isolated-element") in together
    assert "shared.toc" not in {file for file, _line, _name in together}
    assert {file for file, _line, _name in alone} <= {"school.toc"}


def test_an_empty_folder_has_nothing_to_check() -> None:
    """Where there is no model, nothing is analysed."""
    assert analyse_workspace(MemoryReader({})) == ()


def test_paths_say_what_a_folder_is() -> None:
    """With `paths`, only these files and folders count for the folder."""
    reader = MemoryReader({"a/x.toc": "", "ab/y.toc": "", "b.toc": "", "c.toc": ""})

    assert files_of(reader, Settings(paths=("./a/", "b.toc"))) == ("a/x.toc", "b.toc")
    assert files_of(reader, Settings(paths=(".",))) == reader.list()


def test_a_waiver_counts_in_a_pathway_whose_head_cannot_be_read() -> None:
    """What stands in a pathway is looked at, waivers included, though its head has a fault before its brace."""
    text = 'pathway p x"Home" {\n  outcome a "A" { accept dead-end because "so it is" }\n}\n'
    found = analyse(MemoryReader({"a.toc": text}), "a.toc")

    assert [diagnostic.rule.code for diagnostic in found.diagnostics if diagnostic.rule.code < "TOC1"] == ["TOC001"]
