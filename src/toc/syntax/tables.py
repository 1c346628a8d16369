"""The parser's tables and the table of words, as data: made by Lark from `grammar/`, saved when the package is built.

Only making them needs Lark and a TOML reader, so a command that finds them saved starts without either.
They are saved as a Python module beside this one; it counts only while it carries the stamp of the grammar's files.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from attrs import frozen

SAVED = "_saved"


@frozen
class Tables:
    """An LALR automaton and the words.

    `actions[state]` maps a terminal to the state to shift to, or to `-1 - rule` to reduce by that rule; and the name of
    a rule to the state behind it. `rules` holds each rule's name and length. `words` is keywords.toml.
    """

    stamp: int
    actions: tuple[Mapping[str, int], ...]
    rules: tuple[tuple[str, int], ...]
    start: int
    end: int
    words: Mapping[str, Any]


def grammar_folder() -> Path:
    """Return the folder of the grammar: that of the checkout, else the copy inside the installed package."""
    here = Path(__file__)
    checkout = here.parents[3] / "grammar"
    return checkout if (checkout / "keywords.toml").is_file() else here.parents[1] / "grammar"


@cache
def tables() -> Tables:
    """Return the saved tables where they are those of the grammar at hand, else make them."""
    try:
        saved = import_module(f"toc.syntax.{SAVED}")
    except ImportError:
        return make()
    if stamp() != saved.STAMP:
        return make()
    return Tables(saved.STAMP, saved.ACTIONS, saved.RULES, saved.START, saved.END, saved.WORDS)


def stamp() -> int:
    """Return a checksum of the grammar's files, by which saved tables are known to be theirs."""
    folder = grammar_folder()
    return crc32((folder / "keywords.toml").read_bytes(), crc32((folder / "toc.lark").read_bytes()))


def make() -> Tables:
    """Make the tables with Lark; raise lark's GrammarError where the grammar is at fault."""
    import tomllib

    from lark import Lark
    from lark.lexer import Lexer
    from lark.parsers.lalr_analysis import Shift

    class NoLexer(Lexer):
        # Tokens come from tokens.py; Lark only makes the automaton.
        def __init__(self, _configuration: Any) -> None: ...

        def lex(self, lexer_state: Any, parser_state: Any) -> Any: ...

    grammar = (grammar_folder() / "toc.lark").read_text("utf-8")
    lark = Lark(grammar, parser="lalr", lexer=NoLexer, maybe_placeholders=False, keep_all_tokens=True)
    table = lark.parser.parser._parse_table  # noqa: SLF001 - Lark has no other way to its tables
    rules = sorted(lark.rules, key=lambda rule: (str(rule.origin.name), [symbol.name for symbol in rule.expansion]))
    number = {rule: index for index, rule in enumerate(rules)}
    rows = {
        state: {
            symbol: (target if action is Shift else -1 - number[target])
            for symbol, (action, target) in sorted(row.items())
        }
        for state, row in table.states.items()
    }
    order = _reached(rows, table.start_states["start"])
    actions = tuple(
        {symbol: order[target] if target >= 0 else target for symbol, target in rows[state].items()} for state in order
    )
    words = tomllib.loads((grammar_folder() / "keywords.toml").read_text("utf-8"))
    lengths = tuple((str(rule.origin.name), len(rule.expansion)) for rule in rules)
    return Tables(stamp(), actions, lengths, 0, order[table.end_states["start"]], words)


def _reached(rows: Mapping[int, Mapping[str, int]], start: int) -> dict[int, int]:
    # Lark numbers states as its sets come; in the order in which they are reached the numbers are always the same.
    order = {start: 0}
    pending = [start]
    for state in pending:
        for target in rows[state].values():
            if target >= 0 and target not in order:
                order[target] = len(order)
                pending.append(target)
    return order


def save(folder: Path) -> Path:
    """Write the tables as a Python module into `folder` and return its path."""
    from pprint import pformat  # only here, and not when toc starts

    made = make()
    path = folder / f"{SAVED}.py"
    names = {
        "STAMP": made.stamp,
        "ACTIONS": tuple(dict(row) for row in made.actions),
        "RULES": made.rules,
        "START": made.start,
        "END": made.end,
        "WORDS": made.words,
    }
    lines = [f"{name} = {pformat(value, width=120, compact=True, sort_dicts=False)}" for name, value in names.items()]
    path.write_text('"""Made by `make` from grammar/; not kept in git."""\n\n' + "\n".join(lines) + "\n", "utf-8")
    return path


if __name__ == "__main__":
    save(Path(__file__).parent)
