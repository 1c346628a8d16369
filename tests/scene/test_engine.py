"""Graphviz as a layout engine: found, limited, and answered for in clear words."""

import os
import stat
from pathlib import Path

import pytest
from scene.theories import element, link, theory

from toc.model.theory import Theory
from toc.scene import engine
from toc.scene.compose import compose
from toc.scene.engine import EngineError, executable, run
from toc.scene.options import Options

GRAPH = "digraph { a -> b }"


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called `dot`, alone on the path; tests write what it does."""
    path = tmp_path / "dot"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return path


def write(path: Path, body: str) -> None:
    """Make `path` a shell script."""
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def free_theory(label: str = "") -> Theory:
    """Return a theory without pathways whose links cross however its cards stand: Graphviz is asked for better."""
    elements = [element("vision", "v", label), *(element("outcome", f"évident{n}", label) for n in range(4))]
    strategies = [element("strategy", f"s{n}", label) for n in range(4)]
    links = [link(f"s{one}", f"évident{two}") for one in range(4) for two in range(4)]
    return theory([*elements, *strategies], [*links, *(link(f"évident{n}", "v") for n in range(4))])


def test_the_engine_that_comes_along_lays_out() -> None:
    """The embedded engine is found where it was installed, and places both nodes."""
    found = [line.split(" ")[:2] for line in run(GRAPH).splitlines()]

    assert ["node", "a"] in found
    assert ["node", "b"] in found
    assert Path(executable("embedded")).name.startswith("graphviz-pure")


def test_a_missing_system_engine_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without `dot` on the path, the message says so and what to do."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(EngineError, match=r"there is no `dot` on the path: install Graphviz"):
        run(GRAPH, "system")


def test_a_missing_embedded_engine_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package that brings the engine, the message names it."""
    monkeypatch.setattr(engine, "_embedded", lambda: None)

    with pytest.raises(EngineError, match="the layout engine `graphviz-pure` is missing"):
        run(GRAPH)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("kill -9 $$", "the layout engine was killed (signal 9)"),
        ("echo oh; echo 'it broke' >&2; exit 3", "the layout engine failed: it broke"),
        ("exit 3", "the layout engine failed: 3"),
        ("exec sleep 5", "the layout engine took more than 0.2 seconds and was stopped"),
    ],
)
def test_an_engine_that_fails_is_told_of(script: Path, body: str, message: str) -> None:
    """Killed, failing or never ending: each gives its own message."""
    write(script, body)

    with pytest.raises(EngineError) as caught:
        run(GRAPH, "system", seconds=0.2 if "sleep" in body else 10)
    assert str(caught.value) == message


def test_an_engine_that_cannot_be_started_is_told_of(script: Path) -> None:
    """A file that is no program is reported, not raised."""
    script.write_bytes(b"\x7fELF nonsense")
    script.chmod(0o755)

    with pytest.raises(EngineError, match=r"could not be started|failed"):
        run(GRAPH, "system")


def test_memory_is_limited(script: Path) -> None:
    """The engine may take no more memory than it is given."""
    write(script, "ulimit -v")

    assert run(GRAPH, "system", memory=64 * 2**20).strip() == str(64 * 1024)


def test_a_tangled_picture_without_lanes_asks_the_engine(script: Path) -> None:
    """The failure of the engine reaches whoever asked for the picture."""
    write(script, "kill -9 $$")

    with pytest.raises(EngineError, match="killed"):
        compose(free_theory(), Options(engine="system"))


def test_the_engine_never_sees_a_label(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sent to the engine holds numbers for names, and no text of the model."""
    sent = []

    def spy(text: str, chosen: str) -> str:
        sent.append(text)
        return run(text, chosen)

    monkeypatch.setattr("toc.scene.free.run", spy)
    compose(free_theory("secret"), Options())

    assert len(sent) == 1
    assert "secret" not in sent[0]
    assert "vident" not in sent[0]


def test_a_clear_picture_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where next to no links cross, no program is started."""
    monkeypatch.setattr("toc.scene.free.run", pytest.fail)
    elements = [element("vision", "v"), element("outcome", "a"), element("strategy", "s")]

    picture = compose(theory(elements, [link("s", "a"), link("a", "v")]), Options())

    assert len(picture.cards) == len(elements)
