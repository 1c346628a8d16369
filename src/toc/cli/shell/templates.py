"""Models to start from, and what lets services check them: the files of a folder for each language."""

from pathlib import Path

from toc import __version__
from toc.cli.shell.failure import Failure
from toc.cli.shell.printing import write_reason
from toc.cli.shell.writing import refuse_overwriting, write_whole
from toc.messages import _
from toc.workspace import CONFIGURATION

TEMPLATES = Path(__file__).parents[2] / "templates"
FIRST = "first"
# What lets a service check a model: the template, and where the service looks for it.
SERVICES = {
    "github": ("github.yml", ".github/workflows/toc.yml"),
    "gitlab": ("gitlab.yml", ".gitlab-ci.yml"),
    "pre-commit": ("pre-commit.yaml", ".pre-commit-config.yaml"),
}
MODELS = ("*.toc", CONFIGURATION)


def copied(language: str, folder: Path, service: str | None = None) -> tuple[Path, ...]:
    """Copy the first model in `language` into `folder`, all of it or nothing; return the files. Raises Failure.

    With `service` its file comes last; where a model is there already, it comes alone.
    """
    contents: dict[Path, bytes] = {}
    if service is None or not any(any(folder.glob(pattern)) for pattern in MODELS):
        sources = sorted((TEMPLATES / FIRST / language).iterdir())
        contents = {folder / source.name: source.read_bytes() for source in sources}
    if service is not None:
        template, place = SERVICES[service]
        contents[folder / place] = ci_file(template, language).encode("utf-8")
    for file in contents:
        refuse_overwriting(str(file))
    for file in contents:
        _make_folder(file.parent)
    for file, content in contents.items():
        write_whole(file, content)
    return tuple(contents)


def ci_file(template: str, language: str) -> str:
    """Return the file for a service, which asks for the version of toc that wrote it."""
    return (TEMPLATES / "ci" / language / template).read_text("utf-8").replace("==VERSION", f"=={__version__}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(_("`{path}` cannot be made: {reason}", path=str(folder), reason=write_reason(error))) from error
