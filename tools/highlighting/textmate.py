"""The TextMate grammar: for VS Code, and for whatever else reads such grammars (GitHub, GitLab, Shiki, Sublime Text).

It reads line by line, so it goes by where a word stands: at the start of a statement, behind a property, behind an
arrow. Only two things escape it: a name at the very start of a line that goes on a list, and accents that are
written as signs of their own.
"""

import json
from collections.abc import Iterator
from typing import Any

from highlighting.groups import VARIED, Group, groups
from highlighting.words import Manner, kinds, plurals, values, words

ONIGURUMA = Manner("(?:", "|", ")", "[ \\t\\x{a0}\\x{2009}\\x{202f}]+")
BLANK = "[ \\t\\x{a0}\\x{2007}\\x{2009}\\x{200a}\\x{202f}\\x{3000}]"
START = f"(?:^|(?<=[{{}};])){BLANK}*"
AFTER = "(?!\\w|-\\w|\\.\\w)"
ARROW = "->|=>|-\\||→|⇒"
NOT_A_LINK = f"(?!{BLANK}*(?:,|&|{ARROW}))"
ONE = "\\p{L}\\w*(?:-\\w+)*"
NAME = f"{ONE}(?:\\.{ONE})?"
NUMBER = "-?\\d+(?:\\.\\d+)?"
TAG = "(@[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)?"
# Where a property, a link or a `use` is over.
OVER = "(?=[{};])|$"
Rule = dict[str, Any]


def textmate() -> str:
    """Return the grammar as JSON."""
    grammar = {
        "information_for_contributors": "Made from grammar/keywords.toml by tools/highlighting; make accept.",
        "name": "toc",
        "scopeName": "source.toc",
        "fileTypes": ["toc"],
        "patterns": [{"include": f"#{name}"} for name in _repository()],
        "repository": {name: {"patterns": rules} for name, rules in _repository().items()},
    }
    return json.dumps(grammar, ensure_ascii=False, indent=1) + "\n"


def _repository() -> dict[str, list[Rule]]:
    return {
        "comment": [{"name": "comment.line.number-sign.toc", "match": "#.*$"}],
        "link": [_link()],
        "declaration": list(_declarations()),
        "use": [_use()],
        "property": [_property(group) for group in groups()],
        "text": list(_texts()),
        "number": list(_numbers()),
        "sign": list(_signs()),
    }


def _link() -> Rule:
    goes_on = {
        "end": f'(?=[{{}};"«“\\d])|({NAME})',
        "endCaptures": {"1": {"name": "variable.other.toc"}},
        "patterns": [{"include": "#comment"}],
    }
    marks = values(ONIGURUMA, ("strength", "mark"))
    return {
        "name": "meta.link.toc",
        "begin": f"{START}({NAME})(?={BLANK}*(?:[,&]|{ARROW}))",
        "beginCaptures": {"1": {"name": "variable.other.toc"}},
        "end": OVER,
        "patterns": [
            {"include": "#comment"},
            {"begin": ARROW, "beginCaptures": {"0": {"name": "keyword.operator.arrow.toc"}}, **goes_on},
            {"begin": "[,&]", "beginCaptures": {"0": {"name": "punctuation.separator.toc"}}, **goes_on},
            {"name": "constant.language.toc", "match": f"(?i)(?<![\\w.-]){marks}{AFTER}"},
            {"include": "#number"},
        ],
    }


def _declarations() -> Iterator[Rule]:
    named = {"name": "entity.name.type.toc"}
    for kind in VARIED:
        yield {
            "match": f"(?i){START}({words(ONIGURUMA, {kind.upper()})}){AFTER}{NOT_A_LINK}"
            f"(?:{BLANK}+({values(ONIGURUMA, (kind,))}){AFTER})?(?:{BLANK}+({NAME}))?",
            "captures": {"1": {"name": "storage.type.toc"}, "2": {"name": "constant.language.toc"}, "3": named},
        }
    others = kinds() - {kind.upper() for kind in VARIED} - {"USE"}
    yield {
        "match": f"(?i){START}({words(ONIGURUMA, others)}){AFTER}{NOT_A_LINK}(?:{BLANK}+({NAME}))?",
        "captures": {"1": {"name": "storage.type.toc"}, "2": named},
    }


def _use() -> Rule:
    return {
        "begin": f"(?i){START}({words(ONIGURUMA, {'USE'})}){AFTER}{NOT_A_LINK}",
        "beginCaptures": {"1": {"name": "keyword.control.import.toc"}},
        "end": OVER,
        "patterns": [
            {"include": "#comment"},
            {"include": "#text"},
            {
                "match": f"(?i)(?<![\\w.-])({words(ONIGURUMA, {'AS'})}){AFTER}(?:{BLANK}+({NAME}))?",
                "captures": {"1": {"name": "keyword.other.clause.toc"}, "2": {"name": "entity.name.type.toc"}},
            },
        ],
    }


def _property(group: Group) -> Rule:
    first = f"(?:{BLANK}+({NAME}))?" if group.names else ""
    joins = _joins(group)
    unless = f"(?!{joins})" if joins else ""
    return {
        "begin": f"(?i){START}({words(ONIGURUMA, group.properties)}){AFTER}{NOT_A_LINK}{first}",
        "beginCaptures": {"1": {"name": "keyword.other.property.toc"}, "2": {"name": "variable.other.toc"}},
        "end": OVER,
        "patterns": [
            {"include": "#comment"},
            {"include": "#text"},
            _comma(group),
            *_behind(group, joins),
            {"match": f"(?i)(?<=\\d){BLANK}+{unless}({NAME})", "captures": {"1": {"name": "keyword.other.unit.toc"}}},
            {"include": "#number"},
            {"name": "variable.other.toc", "match": NAME},
        ],
    }


def _comma(group: Group) -> Rule:
    """Return the rule for a comma: the list goes on behind it, on the next line as well."""
    ends: Rule = {"end": "(?=[^\\s#])"}
    if group.names:
        ends = {"end": f'(?=[{{}};"«“\\d])|({NAME})', "endCaptures": {"1": {"name": "variable.other.toc"}}}
    begins = {"begin": ",", "beginCaptures": {"0": {"name": "punctuation.separator.toc"}}}
    return {**begins, **ends, "patterns": [{"include": "#comment"}]}


def _behind(group: Group, joins: str) -> Iterator[Rule]:
    """Yield rules for the words of the language that may stand behind a property."""
    if joins:
        named = f"(?:{BLANK}+({NAME}))?" if group.selects or "for" in group.clauses else ""
        yield {
            "match": f"(?i)(?<![\\w.-])({joins}){named}",
            "captures": {"1": {"name": "keyword.other.clause.toc"}, "2": {"name": "variable.other.toc"}},
        }
    for pattern in (values(ONIGURUMA, group.slots), plurals(ONIGURUMA) if group.selects else ""):
        if pattern:
            yield {"name": "constant.language.toc", "match": f"(?i)(?<![\\w.-]){pattern}{AFTER}"}


def _joins(group: Group) -> str:
    if not group.clauses:
        return ""
    # An elided word (`d'`) is followed by a name without a blank.
    joins = f"{words(ONIGURUMA, [clause.upper() for clause in group.clauses])}(?:(?<=['’])|{AFTER})"
    return f"(?:{joins}|[àÀ](?=[ \\x{{a0}}\\x{{2009}}\\x{{202f}}\\t]+\\d))" if group.selects else joins


def _texts() -> Iterator[Rule]:
    escape = {"name": "constant.character.escape.toc", "match": '\\\\["\\\\]'}
    tagged = {"1": {"name": "storage.modifier.language.toc"}}
    yield {
        "name": "string.quoted.triple.toc",
        "begin": '"""',
        "end": f'"""{TAG}',
        "endCaptures": tagged,
        "patterns": [escape],
    }
    for name, opening, closing, inside in (
        ("double", '"', '"', [escape]),
        ("other.guillemets", "«", "»", []),
        ("other.curly", "“", "”", []),
    ):
        yield {
            "name": f"string.quoted.{name}.toc",
            "begin": opening,
            "end": f"{closing}{TAG}|$",
            "endCaptures": tagged,
            "patterns": inside,
        }


def _numbers() -> Iterator[Rule]:
    yield {"name": "constant.numeric.date.toc", "match": "(?<![\\w])(?<!\\w[.-])\\d{4}-\\d{2}(?:-\\d{2})?(?![\\w,-])"}
    yield {"name": "constant.numeric.toc", "match": f"(?<![\\w])(?<!\\w-){NUMBER}(?:{BLANK}*%)?"}
    yield {"name": "punctuation.separator.range.toc", "match": "\\.\\."}


def _signs() -> Iterator[Rule]:
    yield {"name": "keyword.operator.arrow.toc", "match": ARROW}
    yield {"name": "punctuation.section.block.toc", "match": "[{}]"}
    yield {"name": "punctuation.separator.toc", "match": "[,;&]"}
