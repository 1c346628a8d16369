"""Pictures of a model: one, or one for each of its views."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from toc.catalog import find_all
from toc.cli.shell.choices import FORMATS, meant
from toc.cli.shell.failure import Failure
from toc.cli.shell.options import listed
from toc.cli.shell.writing import STANDARD
from toc.did_you_mean import did_you_mean
from toc.formats.format import Format, Unwritable
from toc.messages import LANGUAGES, _
from toc.model.public import without_private
from toc.model.theory import Theory
from toc.scene.compose import compose, language_of
from toc.scene.engine import EngineError
from toc.scene.marks import NAMES
from toc.scene.memory import Memory
from toc.scene.options import Options
from toc.scene.page import PAPERS
from toc.scene.theme import Theme, themes
from toc.scene.views import view_named, view_names
from toc.syntax.keywords import concept, fold, table

ALL_MARKS = ("all", "toutes")


def look_asked(
    *,
    theme: str | None,
    direction: str | None,
    lang: str | None,
    marks: str | None,
    no_marks: bool,
    public: bool,
    paper: str | None = None,
    engine: str = "embedded",
) -> Options:
    """Return how a picture is to look, from the options of the command line; raises Failure."""
    return Options(
        direction=word_of("direction", direction),
        theme=theme_named(theme),
        paper=paper_named(paper, PAPERS),
        language=lang,
        public=public,
        engine=engine,
        marks=marks_named(marks, none=no_marks),
    )


def drawn(theory: Theory, options: Options, form: Format, heeded: Mapping[str, Any]) -> tuple[str | bytes, Memory]:
    """Return the picture of `theory` in the format `form`, and what is to be remembered of where its cards stand.

    It is written with the options of its own in `heeded`.
    Raises Failure where the layout engine fails, or the format cannot hold the picture.
    """
    try:
        if form.draws:
            scene = compose(theory, evolve(options, details=form.details))
            return form(scene, **heeded), scene.memory
        return form(without_private(theory) if options.public else theory, **heeded), Memory()
    except (EngineError, Unwritable) as error:
        raise Failure(error.message) from error


def heeded(form: Format, **asked: Any) -> dict[str, Any]:
    """Return what was asked of the format itself; raises Failure where it heeds no such option."""
    found = {name: value for name, value in asked.items() if value is not None}
    for name in found:
        if name not in form.options:
            raise _unheeded(name, form, [each.name for each in find_all(FORMATS, Format) if name in each.options])
    return found


def refuse_unplaced(option: str, form: Format) -> None:
    """Raise Failure where `option` is about places, and the format `form` has none."""
    if not form.draws:
        raise _unheeded(option, form, [each.name for each in find_all(FORMATS, Format) if each.draws])


def _unheeded(option: str, form: Format, knowing: Iterable[str]) -> Failure:
    hint = _("formats that heed it: {names}", names=[f"`{name}`" for name in knowing])
    return Failure(_("`--{option}` means nothing to the format `{name}`", option=option, name=form.name), hint)


def paper_named(text: str | None, papers: Iterable[str]) -> str | None:
    """Return the one of `papers` that `text` names, in capitals; raises Failure."""
    if text is None:
        return None
    if text.upper() not in papers:
        raise Failure(_("there is no paper `{name}`", name=text), meant(text.upper(), papers))
    return text.upper()


def own_look(settings: Mapping[str, Any], root: Path) -> Theme | None:
    """Return the theme that the configuration of the workspace at `root` asks for; raises Failure."""
    from toc.cli.shell.own_look import own_look as read  # only where there is one

    return read(settings, root)


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
        words = table()["values"]["theme"]
        known = (word for theme in themes() for language in LANGUAGES for word in words[theme][language])
        raise Failure(_("there is no theme `{name}`", name=text), meant(text, dict.fromkeys(known)))
    return name


def marks_named(text: str | None, *, none: bool) -> frozenset[str] | None:
    """Return the marks that a list of names means, in either language; None leaves them to the view. Raises Failure."""
    if none:
        return frozenset()
    if text is None:
        return None
    found: set[str] = set()
    for name in listed(text):
        if name in ALL_MARKS:
            found.update(NAMES)
            continue
        mark = next((mark for mark, words in NAMES.items() if fold(name) in map(fold, (words.en, words.fr))), None)
        if mark is None:
            known = [word for words in NAMES.values() for word in (words.en, words.fr)]
            hint = did_you_mean(name, known) or _("what there is: {names}", names=list(NAMES.values()))
            raise Failure(_("there is no mark `{name}`", name=name), hint)
        found.add(mark)
    return frozenset(found)


def wanted(
    theory: Theory, options: Options, view: str | None, output: str | None, form: Format, *, all_views: bool
) -> Iterator[tuple[Options, str | None]]:
    """Yield how each picture is wanted and the file it goes to; raises Failure where there is no such view."""
    refuse_unknown_view(theory, options, view)
    if not all_views:
        yield evolve(options, view=view), output
        return
    for name in view_names(theory, language_of(theory, options)):
        yield evolve(options, view=name), _file_of(name, theory, output, form)


def refuse_unknown_view(theory: Theory, options: Options, view: str | None) -> None:
    """Raise Failure where `theory` has no view of that name."""
    if view is not None and view_named(theory, view) is None:
        names = view_names(theory, language_of(theory, options))
        raise Failure(_("there is no view `{name}`", name=view), meant(view, names))


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
