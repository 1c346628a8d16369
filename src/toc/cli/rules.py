"""`toc rules`: the rule book."""

import sys

import click

from toc.cli.shell.options import command, session_in
from toc.messages import _


@command("rules", _("List the rules, or explain one. A page says why it matters, what breaks it and what mends it."))
@click.argument("name", metavar="[NAME]", required=False)
def rules(ctx: click.Context, name: str | None) -> int:
    """Print the rule book as a table, or the page of the rule of that name or code."""
    from toc.cli.shell.choices import one_rule
    from toc.cli.shell.printing import emit
    from toc.cli.shell.rule_pages import rule_page, rule_table

    session = session_in(ctx)
    language = session.speaks()
    width = session.width if sys.stdout.isatty() else None
    emit(rule_table(language, width) if name is None else rule_page(one_rule(name), language))
    return 0
