"""What readers read, and what they never do."""

from pathlib import Path

import pytest

from toc.messages import show
from toc.workspace import (
    LARGEST,
    BufferReader,
    DiskReader,
    MemoryReader,
    Unreadable,
    configuration_of,
    decoded,
    find_root,
    joined,
    workspaces_below,
)


def write(folder: Path, **files: str) -> None:
    """Write files by name; `__` stands for `/` and `_toc` for `.toc`."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_toc", ".toc").replace("_toml", ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("file", "relative", "expected"),
    [
        ("main.toc", "actors.toc", "actors.toc"),
        ("main.toc", "./common/actors.toc", "common/actors.toc"),
        ("common/actors.toc", "../main.toc", "main.toc"),
        ("a/b.toc", "../a/./c.toc", "a/c.toc"),
        ("main.toc", "../outside.toc", None),
        ("a/b.toc", "../../../etc/passwd", None),
        ("main.toc", "/etc/passwd", None),
        ("main.toc", "C:/secret.toc", None),
        ("main.toc", "\\\\server\\share.toc", None),
        ("main.toc", "", None),
        ("main.toc", ".", None),
        ("main.toc", "a\0b", None),
    ],
)
def test_a_path_written_in_a_file_is_relative_to_it_and_stays_inside(
    file: str, relative: str, expected: str | None
) -> None:
    """A relative path counts from the folder of its file; one that leaves the root means nothing."""
    assert joined(file, relative) == expected


def test_the_root_is_the_nearest_folder_with_a_configuration(tmp_path: Path) -> None:
    """A file's workspace is that of the nearest toc.toml, or of a pyproject.toml with a table for toc."""
    write(
        tmp_path, toc_toml="", inner__pyproject_toml="[tool.toc]\n", inner__deep__m_toc="", other__pyproject_toml="[a]"
    )

    assert find_root(tmp_path / "inner" / "deep" / "m.toc") == tmp_path / "inner"
    assert find_root(tmp_path / "other") == tmp_path
    assert configuration_of(tmp_path / "other") is None


def test_without_a_configuration_the_root_is_the_own_folder(tmp_path: Path) -> None:
    """Where nothing configures toc, the root is the folder of the file, also of one that is missing."""
    (tmp_path / "a").mkdir()

    assert find_root(tmp_path / "a" / "missing.toc") == tmp_path / "a"
    assert find_root(tmp_path / "a") == tmp_path / "a"


def test_a_disk_reader_lists_its_own_models(tmp_path: Path) -> None:
    """Hidden folders, folders of packages and workspaces inside the workspace are left out of the list."""
    write(
        tmp_path,
        b_toc="",
        a__c_toc="",
        node_modules__x_toc="",
        inner__toc_toml="",
        inner__y_toc="",
        notes_txt="",
    )
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "z.toc").write_text("")

    assert DiskReader(tmp_path).list() == ("a/c.toc", "b.toc")
    assert workspaces_below(tmp_path) == (tmp_path / "inner",)


def test_a_link_that_leads_out_of_the_root_is_not_followed(tmp_path: Path) -> None:
    """A symbolic link to a file outside the root is neither listed nor read nor used."""
    write(tmp_path, secret_toc="secret", inside__main_toc="main")
    (tmp_path / "inside" / "link.toc").symlink_to(tmp_path / "secret.toc")
    reader = DiskReader(tmp_path / "inside")

    assert reader.list() == ("main.toc",)
    assert reader.resolve("main.toc", "link.toc") is None
    assert reader.resolve("main.toc", "main.toc") == "main.toc"
    with pytest.raises(Unreadable):
        reader.read("link.toc")


def test_a_disk_reader_says_why_it_cannot_read(tmp_path: Path) -> None:
    """A missing file and a folder are unreadable, and each says so."""
    (tmp_path / "folder.toc").mkdir()
    reader = DiskReader(tmp_path)

    assert _reason(reader, "missing.toc") == "there is no such file"
    assert _reason(reader, "folder.toc") == "this is a folder, not a file"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("é".encode("latin-1"), "the file is not stored as UTF-8 but, it seems, as Latin-1 (Windows-1252): see line 1"),
        ("vision".encode("utf-16"), "the file is stored as UTF-16, not as UTF-8"),
        ("vision été".encode("utf-16-le"), "the file is stored as UTF-16, not as UTF-8"),
        (b"vision\n\0", "the file holds a NUL character on line 2: it is not a text"),
        (b" " * (LARGEST + 1), "the file is larger than 8 MB, the most that is read"),
    ],
)
def test_what_is_no_utf8_text_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    """Latin-1, UTF-16, NUL and too large a file are each refused in their own words, with what to do."""
    with pytest.raises(Unreadable) as raised:
        decoded(content)

    assert show(raised.value.message, "en") == reason
    assert raised.value.hint is not None


def test_a_byte_order_mark_is_dropped() -> None:
    """A byte order mark is no part of the text; everything else is, line endings included."""
    assert decoded("\ufeffvision\r\n".encode()) == "vision\r\n"
    assert decoded(b" " * LARGEST) == " " * LARGEST


def test_a_memory_reader_reads_its_files() -> None:
    """A memory reader lists, reads and resolves what it was given, and nothing else."""
    reader = MemoryReader({"main.toc": "a", "b/c.toc": "c", "toc.toml": ""})

    assert reader.list() == ("b/c.toc", "main.toc")
    assert reader.read("b/c.toc") == "c"
    assert reader.resolve("b/c.toc", "../main.toc") == "main.toc"
    assert reader.resolve("main.toc", "missing.toc") is None
    assert _reason(reader, "missing.toc") == "there is no such file"


def test_open_buffers_go_before_what_is_stored() -> None:
    """A buffer reader prefers its buffers, and falls back on the reader below."""
    reader = BufferReader(MemoryReader({"main.toc": "stored", "b.toc": "b"}), {"main.toc": "open", "new.toc": "new"})

    assert reader.list() == ("b.toc", "main.toc", "new.toc")
    assert [reader.read(path) for path in reader.list()] == ["b", "open", "new"]
    assert reader.resolve("main.toc", "new.toc") == "new.toc"
    assert reader.resolve("main.toc", "b.toc") == "b.toc"


def _reason(reader: DiskReader | MemoryReader, path: str) -> str:
    with pytest.raises(Unreadable) as raised:
        reader.read(path)
    return show(raised.value.message, "en")


def test_links_that_lead_nowhere_are_left_out(tmp_path: Path) -> None:
    """A link in a circle is not listed, and reading it is refused."""
    (tmp_path / "circle.toc").symlink_to(tmp_path / "circle.toc")
    reader = DiskReader(tmp_path)

    assert reader.list() == ()
    assert reader.resolve("main.toc", "circle.toc") is None


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "you are not allowed to read the file"),
        (OSError(5, "Input/output error"), "the file cannot be read: Input/output error"),
    ],
)
def test_a_disk_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    """A file that may not or cannot be read is unreadable, in words."""

    def fail(*_arguments: object) -> None:
        raise error

    (tmp_path / "m.toc").write_text("")
    monkeypatch.setattr(Path, "open", fail)

    assert _reason(DiskReader(tmp_path), "m.toc") == reason
