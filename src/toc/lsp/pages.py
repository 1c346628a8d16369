"""The pages of rules as files that any editor can open, written when they are first pointed to."""

from pathlib import Path
from tempfile import TemporaryDirectory

from pygls import uris

from toc.diagnostics import Rule
from toc.rule_book import page


class Pages:
    """A folder of rule pages that lives as long as the server."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._written: dict[tuple[str, str], str | None] = {}

    def address(self, rule: Rule, language: str) -> str | None:
        """Return where the page of `rule` in `language` stands; None where it cannot be written."""
        key = (rule.name, language)
        if key not in self._written:
            self._written[key] = self._write(rule, language)
        return self._written[key]

    def close(self) -> None:
        """Take the folder away."""
        if self._folder is not None:
            self._folder.cleanup()

    def _write(self, rule: Rule, language: str) -> str | None:
        try:
            if self._folder is None:
                self._folder = TemporaryDirectory(prefix="toc-rules-", ignore_cleanup_errors=True)
            file = Path(self._folder.name) / f"{rule.name}.{language}.md"
            file.write_text(f"# {rule.name} ({rule.code})\n\n{page(rule, language)}\n", "utf-8")
        except OSError:
            return None
        address: str | None = uris.from_fs_path(str(file))
        return address
