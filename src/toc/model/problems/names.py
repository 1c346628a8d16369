"""Problems with names: unknown, used twice, of the wrong kind, or from a file that is not there."""

from collections.abc import Sequence

from toc.diagnostics import Edit, Finding, Fix, Origin, Related, problem
from toc.messages import Message, _
from toc.model.vocabulary import KINDS

A_LINK = _("a link")


@problem("TOC101")
def unknown_name(origin: Origin, name: str, meant: str | None, hint: Message | None) -> Finding:
    """
    Nothing has this name

    The id used here is declared neither in this file nor in a file that it uses.

    ## Why it matters
    A name that means nothing is a cause, a person or an assumption that is missing from the model.
    Most often it is a slip of the pen, and the intended element then looks as if nothing led to it.
    Ids are compared letter by letter, with their accents: `présence` and `presence` are two names.
    A file can name what it declares itself and what the files it uses declare; `use "actors.toc" as q` puts `q.`
    before those names.

    ## Bad
    ```toc
    outcome reading "Children read with pleasure" { of children }
    actor childern "Children of the valley"
    ```

    ## Good
    ```toc
    outcome reading "Children read with pleasure" { of children }
    actor children "Children of the valley"
    ```
    """
    message = _("nothing is called `{name}`", name=name)
    if meant is None:
        return Finding(origin, message, hint or _("declare it, or check how it is spelt"))
    fix = Fix(_("write `{name}`", name=meant), (Edit("replace", origin, meant),), safe=False)
    return Finding(origin, message, hint or _("did you mean `{name}`?", name=meant), fixes=(fix,))


@problem("TOC102")
def duplicate_name(origin: Origin, name: str, others: Sequence[Origin], hint: Message) -> Finding:
    """
    One name for two things

    Two declarations of a file have the same id, or a name could mean something in two files.

    ## Why it matters
    Whoever reads `school` in a link must know which school is meant, and so must the compiler.
    Two files may use the same id, as partners cannot know each other's names.
    Only where a third one names it must it be clear which one is meant: after `use "north.toc" as north` it is
    `north.school`.

    ## Bad
    ```toc
    actor school "Secondary school"
    actor school "Primary school"
    ```

    ## Good
    ```toc
    actor secondary_school "Secondary school"
    actor primary_school "Primary school"
    ```
    """
    related = tuple(Related(other, _("`{name}` is declared here", name=name)) for other in others)
    return Finding(origin, _("`{name}` is declared more than once", name=name), hint, related)


@problem("TOC103")
def wrong_kind(
    origin: Origin, name: str, kind: str, expected: Sequence[str], hint: Message | None, declared: Origin
) -> Finding:
    """
    A name that means another kind of thing

    The id is known, but what it means cannot stand in this place.

    ## Why it matters
    Each property names one kind of thing: people act (`by`), people change (`of`), assumptions are held (`assuming`),
    strategies answer a risk (`mitigated by`).
    Where a change stands in the place of an actor, nobody is named who will do the work.

    ## Bad
    ```toc
    strategy bookbus "Book bus in the villages" { by reading }
    outcome reading "Children read with pleasure" { of children }
    actor children "Children of the valley"
    ```

    ## Good
    ```toc
    strategy bookbus "Book bus in the villages" { by town }
    outcome reading "Children read with pleasure" { of children }
    actor children "Children of the valley"
    actor town "Town council"
    ```
    """
    message = _(
        "`{name}` is {kind}, and {expected} is expected here",
        name=name,
        kind=KINDS[kind].one,
        expected=either(expected),
    )
    return Finding(origin, message, hint, (Related(declared, _("`{name}` is declared here", name=name)),))


@problem("TOC107")
def unknown_module(origin: Origin, path: str) -> Finding:
    """
    A file that cannot be used

    The file that `use` names does not exist, or it lies outside the workspace.

    ## Why it matters
    Everything this file takes from the other one is missing from the model.
    Paths are relative to the file in which they stand, and written with `/` on every system.
    They stay inside the workspace (the folder of `toc.toml`, else that of the file checked), so that a model can be
    moved, shared and checked anywhere, and a file from a stranger can read nothing else on your machine.

    ## Bad
    ```toc
    use "../../../elsewhere/actors.toc"
    strategy bookbus "Book bus in the villages" { by town }
    ```

    ## Good
    Put the file into the workspace and write its path from here, as in `use "shared/actors.toc"`, or declare what is
    needed in this file:
    ```toc
    strategy bookbus "Book bus in the villages" { by town }
    actor town "Town council"
    ```
    """
    hint = _("paths start from the folder of this file and stay inside the workspace")
    return Finding(origin, _("there is no file `{path}` in this workspace", path=path), hint)


@problem("TOC112")
def several_theories(origin: Origin, word: str, first: Origin) -> Finding:
    """
    Two theories in one file

    ## Why it matters
    `theory` is the head of a file: its territory, its languages, its horizon.
    With two of them nobody can tell which languages and which horizon hold for the rest.
    Several files may each have their own, so that every partner can check theirs alone;
    that of the file checked counts.

    ## Bad
    ```toc
    theory "Reading in the valley" { territory "The valley" }
    theory "Reading in the town" { horizon 2032 }
    ```

    ## Good
    ```toc
    theory "Reading in the valley" {
      territory "The valley"
      horizon 2032
    }
    ```
    """
    return Finding(
        origin,
        _("this file has a second `{word}`", word=word),
        _("put everything into one, or move this one to a file of its own and `use` that"),
        (Related(first, _("the first one is here")),),
    )


def either(kinds: Sequence[str]) -> Message:
    """Return `an actor`, or `an actor, a resource or a strategy`, for a message; `link` is a link."""
    names = [KINDS[kind].one if kind in KINDS else A_LINK for kind in kinds]
    if len(names) == 1:
        return names[0]
    return _("{some} or {last}", some=_listed(names[:-1]), last=names[-1])


def _listed(names: Sequence[Message]) -> Message:
    found = names[0]
    for name in names[1:]:
        found = _("{first}, {next}", first=found, next=name)
    return found
