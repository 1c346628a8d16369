"""Names given on the command line, and what could have been meant where there is nothing of that name."""

from collections.abc import Iterable

from toc.catalog import find_all, find_one
from toc.cli.shell.failure import Failure
from toc.cli.shell.options import listed
from toc.config import profile_named, profile_names
from toc.diagnostics import Rule
from toc.did_you_mean import did_you_mean
from toc.formats.format import Format, Importer
from toc.messages import Message, _
from toc.reporters.reporter import Reporter
from toc.rule_book import rule_named, rule_names, rules_meant

FORMATS = "toc.formats"


def rules_named(text: str | None) -> tuple[str, ...]:
    """Return the names, codes or beginnings of codes in `text`, all of which mean some rule; raises Failure."""
    names = listed(text)
    for name in names:
        if not rules_meant(name):
            raise _no_rule(name)
    return names


def one_rule(text: str) -> Rule:
    """Return the rule of that name or code; raises Failure."""
    found = rule_named(text)
    if found is None:
        raise _no_rule(text)
    return found


def profiles_named(text: str | None) -> tuple[str, ...]:
    """Return the profiles in `text`; raises Failure."""
    names = listed(text)
    concepts = tuple(profile_named(name) for name in names)
    for name, concept in zip(names, concepts, strict=True):
        if concept is None:
            raise Failure(_("there is no profile `{name}`", name=name), meant(name, profile_names()))
    return tuple(concept for concept in concepts if concept)


def reporter_named(name: str) -> Reporter:
    """Return the reporter of that name; raises Failure."""
    found = find_one("toc.reporters", name, Reporter)
    if found is None:
        raise _no_format(name, (reporter.name for reporter in find_all("toc.reporters", Reporter)))
    return found


def format_named(name: str | None, output: str | None, *, draws: bool | None, default: str) -> Format:
    """Return the format of that name, else the one whose files end like `output`, else `default`; raises Failure.

    `draws` asks for pictures (true) or for formats of the model itself (false); None for either.
    """
    ending = output.rpartition(".")[2] if output and "." in output.rpartition("/")[2] else ""
    found = find_one(FORMATS, name or ending or default, Format)
    if found is None and name is None:
        found = next((each for each in find_all(FORMATS, Format) if each.suffix == f".{ending}"), None)
    if found is None or draws not in {None, found.draws}:
        known = (each.name for each in find_all(FORMATS, Format) if draws in {None, each.draws})
        raise _no_format(name or ending, known)
    return found


def importer_named(name: str | None, file: str) -> Importer:
    """Return the importer of that name, else the one that reads files that end like `file`; raises Failure."""
    ending = file.rpartition(".")[2] if "." in file.rpartition("/")[2] else ""
    found = find_one(FORMATS, name or ending, Importer) if name or ending else None
    if found is None:
        raise _no_format(name or ending, (each.name for each in find_all(FORMATS, Importer)))
    return found


def meant(name: str, names: Iterable[str]) -> Message:
    """Return the hint that names the nearest of `names`, or all of them where none is near."""
    known = tuple(names)
    return did_you_mean(name, known) or _("what there is: {names}", names=[f"`{each}`" for each in known])


def _no_format(name: str, names: Iterable[str]) -> Failure:
    return Failure(_("there is no format `{name}`", name=name), meant(name, names))


def _no_rule(name: str) -> Failure:
    return Failure(
        _("no rule is called `{name}`", name=name), did_you_mean(name, rule_names()) or _("`toc rules` lists them")
    )
