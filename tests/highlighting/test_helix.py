"""The settings for Helix are what its own configuration knows: it refuses a language with a key that it does not know.

The keys are those of `LanguageConfiguration` and `LanguageServerConfiguration` in helix-core/src/syntax/config.rs of
Helix.
"""

import tomllib
from pathlib import Path

FILE = Path(__file__).parents[2] / "editors" / "helix" / "languages.toml"
LANGUAGE = {
    *("name", "language-id", "scope", "file-types", "shebangs", "roots", "comment-token", "comment-tokens"),
    *("block-comment-tokens", "text-width", "soft-wrap", "auto-format", "formatter", "diagnostic-severity", "grammar"),
    *("injection-regex", "language-servers", "indent", "debugger", "auto-pairs", "rulers", "workspace-lsp-roots"),
}
SERVER = {"command", "args", "environment", "config", "timeout", "required-root-patterns"}


def test_helix_knows_each_key() -> None:
    """Each key is one of Helix's, the language names a server that is described, pairs are of one character each."""
    settings = tomllib.loads(FILE.read_text("utf-8"))
    (language,) = settings["language"]

    assert set(settings) == {"language", "language-server"}
    assert set(language) - LANGUAGE == set()
    assert set(language["indent"]) == {"tab-width", "unit"}
    assert {len(sign) for pair in language["auto-pairs"].items() for sign in pair} == {1}
    assert language["file-types"] == ["toc"]
    assert language["language-servers"] == list(settings["language-server"])
    assert set(settings["language-server"]["toc"]) - SERVER == set()
