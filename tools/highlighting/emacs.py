"""The words of the language as regular expressions for Emacs."""

from highlighting.words import Manner, kinds, plurals, values, words
from toc.syntax.keywords import keywords, table

EMACS = Manner("\\(?:", "\\|", "\\)", "[ \t\u00a0\u2009\u202f]+")

HEAD = """\
;;; toc-keywords.el --- The words of the toc language  -*- lexical-binding: t; coding: utf-8 -*-

;; Made by tools/highlighting from grammar/keywords.toml; `make accept` renews it.

;;; Commentary:

;; Regular expressions for the words of the language in French and in English, to be matched without regard to case.

;;; Code:

"""


def emacs() -> str:
    """Return the library that toc-mode loads."""
    terminals = {keyword.terminal for keyword in keywords()}
    properties = {concept.split(".")[0].upper() for concept in table()["properties"]}
    written = {
        "toc-kinds": ("What begins a declaration.", words(EMACS, kinds())),
        "toc-properties": ("What begins a property.", words(EMACS, properties | {"BECAUSE"})),
        "toc-clauses": (
            "What may join to a property.",
            words(EMACS, (terminals - properties - kinds()) | {"IN", "FOR"}),
        ),
        "toc-values": ("Words that say how much, how often, of what kind.", values(EMACS, table()["values"])),
        "toc-plurals": ("Kinds as views choose by them.", plurals(EMACS)),
    }
    constants = [f'(defconst {name}\n  "{_escaped(text)}"\n  "{about}")\n' for name, (about, text) in written.items()]
    return HEAD + "\n".join(constants) + "\n(provide 'toc-keywords)\n;;; toc-keywords.el ends here\n"


def _escaped(text: str) -> str:
    blanks = {"\t": "\\t", "\u00a0": "\\u00a0", "\u2009": "\\u2009", "\u202f": "\\u202f"}
    return "".join(blanks.get(sign, sign) for sign in text.replace("\\", "\\\\").replace('"', '\\"'))
