"""`toc fmt`: what it rewrites, what it only shows, what it leaves alone."""

from pathlib import Path

from command import toc

UNTIDY = 'outcome   a "A" {\nof  b\n}\nactor b "B"\n'
TIDY = 'outcome a "A" {\n  of b\n}\nactor b "B"\n'
FRENCH = 'changement a "A" {\n  chez b\n}\nacteur b "B"\n'


def write(folder: Path, text: str = UNTIDY, name: str = "m.toc") -> Path:
    """Write a model, line endings as given."""
    (folder / name).write_bytes(text.encode())
    return folder


def test_files_are_laid_out_in_place(tmp_path: Path) -> None:
    """A file is rewritten in the canonical layout; another run changes nothing."""
    first = toc("fmt", "m.toc", folder=write(tmp_path))
    second = toc("fmt", "m.toc", folder=tmp_path)

    assert (tmp_path / "m.toc").read_bytes() == TIDY.encode()
    assert (first.status, first.out, first.err) == (0, "", "1 file laid out anew\n")
    assert second.err == "0 files laid out anew\n"


def test_what_would_change_can_be_asked_for(tmp_path: Path) -> None:
    """`--check` names the files that would change, `--diff` shows how; neither writes."""
    write(tmp_path)
    check = toc("fmt", "--check", folder=tmp_path)
    diff = toc("fmt", "--diff", folder=tmp_path)

    assert (check.status, check.out, check.err) == (1, "m.toc\n", "1 file would change\n")
    assert diff.out.startswith('--- m.toc\n+++ m.toc\n@@ -1,4 +1,4 @@\n-outcome   a "A" {\n-of  b\n+outcome a "A" {\n')
    assert (tmp_path / "m.toc").read_bytes() == UNTIDY.encode()


def test_a_difference_says_that_the_last_line_has_no_end(tmp_path: Path) -> None:
    """A file without a final newline gets one, and the difference shows it."""
    assert "\\ No newline at end of file\n" in toc("fmt", "--diff", folder=write(tmp_path, TIDY.rstrip())).out


def test_line_endings_are_kept(tmp_path: Path) -> None:
    """A file with CR LF keeps them, and is canonical with them."""
    toc("fmt", folder=write(tmp_path, UNTIDY.replace("\n", "\r\n")))

    assert (tmp_path / "m.toc").read_bytes() == TIDY.replace("\n", "\r\n").encode()
    assert toc("fmt", "--check", folder=tmp_path).status == 0


def test_keywords_can_be_translated(tmp_path: Path) -> None:
    """`--keywords` writes the words of the language in French or English, and nothing else."""
    toc("fmt", "--keywords", "fr", folder=write(tmp_path))

    assert (tmp_path / "m.toc").read_text("utf-8") == FRENCH
    assert toc("fmt", "--keywords", "en", "-", folder=tmp_path, stdin=FRENCH).out == TIDY


def test_standard_input_goes_to_standard_output(tmp_path: Path) -> None:
    """`-` prints the layout; where there is none, what is wrong goes to standard error and nothing is printed."""
    good = toc("fmt", "-", folder=tmp_path, stdin=UNTIDY)
    bad = toc("fmt", "-", folder=tmp_path, stdin="{")

    assert (good.status, good.out) == (0, TIDY)
    assert (bad.status, bad.out) == (1, "")
    assert "error[TOC" in bad.err
    assert toc("fmt", "-", folder=tmp_path, stdin=b"\xe9").status == 2


def test_a_faulty_file_does_not_keep_others_from_being_laid_out(tmp_path: Path) -> None:
    """A file with a syntax error is reported and left alone; the others are laid out."""
    write(tmp_path)
    write(tmp_path, "{", "bad.toc")
    done = toc("fmt", folder=tmp_path)

    assert done.status == 1
    assert " --> bad.toc:1:1\n" in done.out
    assert (tmp_path / "bad.toc").read_bytes() == b"{"
    assert (tmp_path / "m.toc").read_bytes() == TIDY.encode()


def test_only_the_folder_named_is_laid_out(tmp_path: Path) -> None:
    """For a folder inside a workspace, only the files below it are touched."""
    (tmp_path / "toc.toml").write_text("")
    (tmp_path / "inner").mkdir()
    write(tmp_path)
    write(tmp_path / "inner")
    toc("fmt", "inner", folder=tmp_path)

    assert (tmp_path / "inner" / "m.toc").read_bytes() == TIDY.encode()
    assert (tmp_path / "m.toc").read_bytes() == UNTIDY.encode()


def test_an_error_of_meaning_does_not_matter(tmp_path: Path) -> None:
    """Names that mean nothing do not keep a file from being laid out."""
    assert toc("fmt", "--check", folder=write(tmp_path, "a -> b\n")).status == 0
