"""What a file uses."""

from toc.model.modules import targets_of, uses
from toc.source import Source
from toc.syntax.parser import parse

TEXT = 'utilise "b.toc" comme q\nvision v "V"\nuse "a.toc"\npathway w "W" {\n  use "c.toc"\n}\n'


def test_uses_are_told_in_the_order_written() -> None:
    """Each `use` is told with its path as written, its alias, and where they stand."""
    found = uses(parse(Source("main.toc", TEXT)))
    assert [(use.path, use.alias) for use in found] == [("b.toc", "q"), ("a.toc", None), ("c.toc", None)]
    assert [TEXT[use.origin.start : use.origin.end] for use in found] == ['"b.toc"', '"a.toc"', '"c.toc"']
    assert [TEXT[use.alias_origin.start : use.alias_origin.end] for use in found] == ["q", "", ""]


def test_targets_are_those_of_the_workspace() -> None:
    """A path without a file in the workspace has no target."""
    document = parse(Source("sub/main.toc", TEXT))
    known = {("sub/main.toc", "a.toc"): "sub/a.toc", ("sub/main.toc", "b.toc"): None}
    assert [target for _use, target in targets_of(document, known)] == [None, "sub/a.toc", None]
