"""The patterns by which a file is cut into statements: texts, comments, braces, line ends, heads of pathways."""

import re
from functools import cache

from toc.syntax.keywords import fold, inflections, table
from toc.syntax.tokens import BLANK, LETTER, NAME

# Nowhere does a look ahead stand inside a possessive repetition: Python 3.11 before 3.11.5 then finds nothing.
TEXTS = r"""
    (?P<text>\"{3}(?:[^"\\]++|\\[\s\S]|"{1,2}+(?:[^"\\]|\\[\s\S]))*+\"{3}
      |"(?!"")(?:[^"\\\r\n]++|\\[^\r\n])*+"|«[^»\r\n]*»|“[^”\r\n]*”)
  | (?P<unclosed>\"{3}[\s\S]*|["«“][^\r\n]*)
  | (?P<comment>\#[^\r\n]*)
  | (?P<open>\{)
  | (?P<close>\})
"""
# Inside a block only what can hide or be a brace counts.
DEEP = re.compile(TEXTS, re.VERBOSE)
SCAN = re.compile(rf"{TEXTS} | (?P<line>\r\n?|\n) | (?P<end>;)", re.VERBOSE)
# Nearly every statement is this simple: it begins a line, holds no comment and at most one block without blocks.
TEXT = r'"(?!"")(?:[^"\\\r\n]++|\\[^\r\n])*+"|«[^»\r\n]*»|“[^”\r\n]*”'
SIMPLE = re.compile(
    rf"""\s*(?P<simple>{LETTER}(?:[^\r\n"{{}}\#;«“]++|{TEXT})*(?P<block>\{{(?:[^"{{}}\#«“]++|{TEXT})*\}}{BLANK}*)?)(?=[\r\n])"""
)
# A statement goes on in the next line before `{` or a text with a language tag, comments between them apart.
CONTINUED = re.compile(
    r"""(?:\s|\#[^\r\n]*[\r\n])*(?:\{|(?:"(?!"")(?:[^"\\\r\n]|\\.)*"|«[^»\r\n]*»|“[^”\r\n]*”)@[A-Za-z])"""
)
# And after a comma, `&` or an arrow at the end of a line.
LAST_LINE = re.compile(r"(,|&|->|=>|-\||→|⇒)[ \t]*\Z")
GLUES = (",", "&", "->", "=>", "-|", "→", "⇒")
SOLID = re.compile(r"\S")
WORD = re.compile(rf"({BLANK}*){LETTER}")
COMMENT_BEHIND = re.compile(rf"{BLANK}*(#[^\r\n]*)")


def _kind_forms(*kinds: str) -> str:
    forms = set()
    for kind in kinds:
        for language in ("en", "fr"):
            for word in table()["kinds"][kind][language]:
                forms.update({word, fold(word), *inflections(word, language)})
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def pathway_head() -> re.Pattern[str]:
    """A pathway's head: its word, then an id or a label."""
    return re.compile(rf"(?:{_kind_forms('pathway')})\s+(?:{NAME}\s*)?(?:[\"«“]|$)", re.IGNORECASE)


@cache
def declaration_line() -> re.Pattern[str]:
    """A line at column 1 that begins a declaration."""
    kinds = _kind_forms(*table()["kinds"])
    return re.compile(rf"^(?:{kinds}){BLANK}+(?={LETTER}|[\"«“])", re.IGNORECASE | re.MULTILINE)
