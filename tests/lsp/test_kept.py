"""What is known already is enough for some features: nothing is read anew for them."""

from datetime import date
from pathlib import Path

from toc.lsp.feature import CHECKED, KEPT, LATEST, READ
from toc.lsp.projects import Project

BEFORE = 'vision v "V"\nactor a "A"\n'
# A name that is being typed: what it will be is not known, so that all would have to be read again.
AFTER = f"{BEFORE}b"


def _project(folder: Path) -> Project:
    project = Project(folder, date(2026, 6, 1))
    project.put("m.toc", (folder / "m.toc").as_uri(), BEFORE)
    return project


def test_nothing_is_read_for_what_is_kept(tmp_path: Path) -> None:
    """After an edit the analyses of before are handed out, and reading waits for whoever needs it."""
    project = _project(tmp_path)
    known = project.knows(LATEST)
    project.put("m.toc", project.uri_of("m.toc"), AFTER)
    assert project.knows(KEPT) == known
    assert not project.snapshot.is_read
    (latest,) = project.knows(LATEST)
    assert latest.documents["m.toc"].source.text == AFTER
    assert project.knows(KEPT)[0].documents["m.toc"].source.text == AFTER


def test_what_is_known_of_now_is_kept(tmp_path: Path) -> None:
    """What has been read or checked in the present state goes before what is older."""
    for level in (READ, CHECKED):
        project = _project(tmp_path)
        project.knows(LATEST)
        project.put("m.toc", project.uri_of("m.toc"), AFTER)
        now = project.knows(level)
        assert project.knows(KEPT)[0].theory is now[0].theory


def test_the_first_time_all_is_read(tmp_path: Path) -> None:
    """Where nothing is known yet, what is asked for is read."""
    (analysis,) = _project(tmp_path).knows(KEPT)
    assert {key.id for key in analysis.theory.elements} == {"v", "a"}
