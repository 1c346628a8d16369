"""Models to start from: the files of a folder for each language, copied as they are."""

from pathlib import Path

from toc.cli.shell.failure import Failure
from toc.cli.shell.printing import write_reason
from toc.cli.shell.writing import refuse_overwriting, write_whole
from toc.messages import _

TEMPLATES = Path(__file__).parents[2] / "templates"
FIRST = "first"


def copied(language: str, folder: Path) -> tuple[Path, ...]:
    """Copy the first model in `language` into `folder`, all of it or nothing; return the files. Raises Failure."""
    sources = sorted((TEMPLATES / FIRST / language).iterdir())
    files = tuple(folder / source.name for source in sources)
    for file in files:
        refuse_overwriting(str(file))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(_("`{path}` cannot be made: {reason}", path=str(folder), reason=write_reason(error))) from error
    for source, file in zip(sources, files, strict=True):
        write_whole(file, source.read_bytes())
    return files
