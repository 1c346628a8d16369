"""Pictures of a model: one, or one for each of its views."""

import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from toc.cli.shell.choices import meant
from toc.cli.shell.failure import Failure
from toc.cli.shell.writing import STANDARD
from toc.formats.format import Format
from toc.messages import _
from toc.model.public import without_private
from toc.model.theory import Theory
from toc.scene.compose import compose
from toc.scene.engine import EngineError
from toc.scene.options import Options
from toc.scene.theme import themes
from toc.syntax.keywords import concept, table


def drawn(theory: Theory, options: Options, form: Format) -> str | bytes:
    """Return the picture of `theory` in the format `form`; raises Failure where the layout engine fails."""
    try:
        if form.draws:
            return form.write(compose(theory, options))
        return form.write(without_private(theory) if options.public else theory)
    except EngineError as error:
        raise Failure(error.message) from error


def word_of(slot: str, text: str | None) -> str | None:
    """Return the concept of a word of `slot` in either language (such as a direction); raises Failure."""
    if text is None:
        return None
    found = concept(text, slot)
    if found is None:
        raise Failure(_("there is no {slot} `{name}`", slot=slot, name=text), meant(text, table()["values"][slot]))
    return found


def theme_named(text: str | None) -> str | None:
    """Return the theme of that name in either language; raises Failure."""
    if text is None:
        return None
    name = concept(text, "theme") or text
    if name not in themes():
        raise Failure(_("there is no theme `{name}`", name=text), meant(text, themes()))
    return name


def wanted(
    theory: Theory, options: Options, view: str | None, output: str | None, form: Format, *, all_views: bool
) -> Iterator[tuple[Options, str | None]]:
    """Yield how each picture is wanted and the file it goes to; raises Failure where there is no such view."""
    names = [found.id for found in theory.of_kind("view")]
    if view is not None and view not in names:
        hint = meant(view, names) if names else _("this model declares no view: leave `--view` out")
        raise Failure(_("there is no view `{name}`", name=view), hint)
    if not all_views:
        yield evolve(options, view=view), output
        return
    if not names:
        raise Failure(_("this model declares no view"), _("leave `--all-views` out to draw all of it"))
    for name in names:
        yield evolve(options, view=name), _file_of(name, theory, output, form)


def _file_of(view: str, theory: Theory, output: str | None, form: Format) -> str:
    # In a folder: named after the model; else beside the name given.
    place = Path(output or ".")
    if place.is_dir() or (output or "").endswith("/"):
        return str(place / f"{Path(theory.file).stem}-{view}{form.suffix}")
    return str(place.with_name(f"{place.stem}-{view}{place.suffix or form.suffix}"))


def refuse_terminal(content: str | bytes, output: str | None) -> None:
    """Raise Failure where bytes that nobody can read would go to a terminal."""
    if isinstance(content, bytes) and output in {None, STANDARD} and sys.stdout.isatty():
        raise Failure(_("a picture in this format cannot be shown here"), _("give it a file: `-o picture.png`"))
