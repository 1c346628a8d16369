"""What Python programs can do with models. Nothing here asks for the day, prints, or writes a file."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve

from toc.analysis import Analysis, analyse
from toc.catalog import find_all, find_one
from toc.config import Settings
from toc.diagnosis import diagnosed
from toc.diagnostics import Finding
from toc.formats.format import Format
from toc.messages import show
from toc.model.theory import Theory
from toc.open_workspace import open_workspace
from toc.source import Source
from toc.syntax.formatter import format_document
from toc.syntax.nodes import Document
from toc.syntax.parser import parse as read
from toc.workspace import Reader, Unreadable, find_root


def parse(text: str, path: str = "<text>") -> Document:
    """Return what `text` says, as it was written; what is wrong with its syntax stands in the document's findings.

    `path` is how findings call the text. Never raises.
    """
    return read(Source(path, text))


def load(path: str | Path) -> Theory:
    """Return what the model in the file `path` means, with what it uses; whatever is wrong is left out of it.

    `check` says what is wrong. Raises `Unreadable` where the file cannot be read.
    """
    return check(path, select=()).theory


def check(
    path: str | Path,
    *,
    reader: Reader | None = None,
    profiles: Iterable[str] = (),
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    today: date | None = None,
    configured: bool = True,
) -> Analysis:
    """Return everything that the rule book says about the file `path` and what it uses.

    Without a `reader` the file is read from the disk, with the configuration of its workspace unless `configured` is
    false; with one, `path` is one of the reader's. `profiles` (aoc, collective_impact, outcome_mapping, results),
    `select` and `ignore` (names, codes, beginnings of codes) count besides the configuration; `select` replaces its.
    Rules that compare dates run only where `today` is given. Raises `Unreadable` where the file cannot be read.
    """
    settings = Settings()
    findings: tuple[Finding, ...] = ()
    sources: dict[str, Source] = {}
    if reader is None:
        place = Path(path).resolve()
        workspace = open_workspace(find_root(place), configured=configured)
        reader, settings, findings = workspace.reader, workspace.settings, workspace.findings
        path = workspace.path_of(place)
        if workspace.configuration is not None:
            sources = {workspace.configuration.path: workspace.configuration}
    file = str(path)
    reader.read(file)
    settings = evolve(
        settings,
        today=today,
        profiles=(*settings.profiles, *profiles),
        select=settings.select if select is None else tuple(select),
        ignore=(*settings.ignore, *ignore),
    )
    analysis = analyse(reader, file, settings)
    return evolve(
        analysis,
        sources={**analysis.sources, **sources},
        diagnostics=(*diagnosed(findings), *analysis.diagnostics),
    )


def format_text(text: str, keywords: str | None = None) -> str:
    """Return `text` in the canonical layout; `keywords` (en or fr) translates the words of the language.

    Raises ValueError where the syntax of `text` is wrong.
    """
    document = parse(text)
    if not document.sound:
        finding = document.findings[0]
        position = document.source.position(finding.origin.start)
        raise ValueError(f"line {position.line}, column {position.column}: {show(finding.message, 'en')}")
    return format_document(document, keywords)


def render(
    model: Theory | str | Path,
    format: str = "svg",
    *,
    view: str | None = None,
    direction: str | None = None,
    theme: str | None = None,
    paper: str | None = None,
    language: str | None = None,
    public: bool = False,
    today: date | None = None,
    engine: str = "embedded",
    marks: Iterable[str] | None = None,
    **more: Any,
) -> str | bytes:
    """Return a picture of a theory, or of the model in a file: text or bytes, as the format has it.

    `format` is one of those of `toc render`; `view` the id of a view, a pathway or an actor, or overview, leverage,
    actors or plan; `direction` up, right, down or left; `paper` A4 to A0; `language` en or fr; `public` leaves out
    what is private; `today` is written on the picture; `engine` is embedded or system. `marks` are the names of what
    cards and links show besides their words (owners, level, draft, progress, evidence, assumption, leverage,
    contribution), None for the usual ones. `more` are options of the format itself (`dpi` of png, `tile` of pdf).
    Raises ValueError for an unknown format and, as `toc.formats.format.Unwritable`, where the format cannot hold the
    picture, `Unreadable` for a file that cannot be read, and `toc.scene.engine.EngineError` where the layout engine
    fails.
    """
    form = find_one("toc.formats", format, Format)
    if form is None:
        names = ", ".join(found.name for found in find_all("toc.formats", Format))
        raise ValueError(f"there is no format {format!r}; there are {names}")
    theory = model if isinstance(model, Theory) else load(model)
    if not form.draws:
        from toc.model.public import without_private

        return form(without_private(theory) if public else theory, **more)
    from toc.scene.compose import compose
    from toc.scene.options import Options

    wanted = None if marks is None else frozenset(marks)
    options = Options(view, direction, theme, paper, language, public, today, engine, wanted, form.details)
    return form(compose(theory, options), **more)


__all__ = ["Unreadable", "check", "format_text", "load", "parse", "render"]
