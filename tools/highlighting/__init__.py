"""Makes the editors' highlighting from the one table of words."""

from collections.abc import Callable, Mapping

from highlighting.emacs import emacs
from highlighting.textmate import textmate
from highlighting.vim import vim

MADE: Mapping[str, Callable[[], str]] = {
    "editors/vscode/syntaxes/toc.tmLanguage.json": textmate,
    "editors/neovim/syntax/toc.vim": vim,
    "editors/emacs/toc-keywords.el": emacs,
}
"""The files that are made, by their path in the repository."""
