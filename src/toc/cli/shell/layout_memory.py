"""The layout memory of a model: the file `toc.layout` beside it, read whenever it is there, written when asked for."""

from pathlib import Path

from toc.cli.shell.failure import Failure
from toc.cli.shell.printing import tell
from toc.cli.shell.writing import write_whole
from toc.messages import Message, _, plural
from toc.model.theory import Theory
from toc.scene.memory import Memory, read_memory, write_memory
from toc.scene.remember import stale, without_stale

NAME = "toc.layout"
# A memory of a hundred pictures of a thousand cards is smaller.
LARGEST = 4_000_000
MOST_NAMED = 5


def remembered(theory: Theory, root: Path, language: str) -> Memory:
    """Return what `toc.layout` beside the model of `theory`, in the workspace at `root`, tells of its pictures.

    Whatever is wrong with it is told, and costs no more than itself.
    """
    path = _place(theory, root)
    if path is None:
        return Memory()
    text, trouble = _text(path, root)
    memory, wrong = read_memory(text)
    for problem in (*trouble, *wrong, *_stale(memory, theory)):
        tell(_("`{file}`: {problem}", file=NAME, problem=problem), language)
    return memory


def remember(memory: Memory, drawn: Memory, theory: Theory, root: Path) -> None:
    """Write `memory`, with the pictures `drawn` in it, beside the model of `theory`; raises Failure."""
    path = _place(theory, root)
    if path is None or not path.resolve().is_relative_to(root.resolve()):
        raise Failure(
            _("there is no place for `{file}`", file=NAME), _("the model must be a file of the workspace, not `-`")
        )
    content = write_memory(without_stale(memory.with_pictures(drawn), theory))
    if not path.is_file() or path.read_bytes() != content.encode("utf-8"):
        write_whole(path, content)


def _place(theory: Theory, root: Path) -> Path | None:
    """The place beside the model; None where the model is no file."""
    model = root / theory.file
    return model.with_name(NAME) if model.is_file() else None


def _text(path: Path, root: Path) -> tuple[str, tuple[Message, ...]]:
    """The text of the file, and why it cannot be read."""
    if not path.exists():
        return "", ()
    if not path.resolve().is_relative_to(root.resolve()):
        return "", (_("it leads out of the workspace, so it is not read"),)
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return "", (_("it is no text file of at most {n} bytes, so it is not read", n=LARGEST),)
        return path.read_text("utf-8-sig"), ()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or _("it is not UTF-8")
        return "", (_("it cannot be read: {reason}", reason=reason),)


def _stale(memory: Memory, theory: Theory) -> tuple[Message, ...]:
    """What is said of cards that it places and that the model no longer has."""
    gone = stale(memory, theory)
    if not gone:
        return ()
    more = len(gone) - MOST_NAMED
    names: list[str | Message] = [f"`{name}`" for name in sorted(gone)[:MOST_NAMED]]
    if more > 0:
        names.append(plural("{n} more", "{n} more", n=more))
    return (
        _(
            "it places what the model no longer has: {names}; `{option}` writes it anew",
            names=names,
            option="--layout-memory",
        ),
    )
