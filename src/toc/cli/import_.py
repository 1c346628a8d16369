"""`toc import`: a model from another program's file."""

import click

from toc.cli.shell.options import command, option, session_in
from toc.messages import LANGUAGES, _


@command("import", _("Read a model in another format. It is written as toc."))
@click.argument("file", metavar="FILE")
@option("--from", "form", metavar="FORMAT", summary=_("json; else what FILE ends with."))
@option("--output", "-o", metavar="FILE.toc", summary=_("Where to, never over a file; else standard output."))
@option("--lang", type=click.Choice(LANGUAGES), summary=_("The words of the language; else the theory's first."))
def import_(ctx: click.Context, file: str, form: str | None, output: str | None, lang: str | None) -> int:
    """Read `file` and write its model."""
    from toc.cli.shell.choices import importer_named
    from toc.cli.shell.importing import imported
    from toc.cli.shell.writing import refuse_overwriting, write_output
    from toc.syntax.write import write_theory

    refuse_overwriting(output)
    theory = imported(importer_named(form, file), file)
    language = lang or session_in(ctx).speaks(theory.language)
    write_output(write_theory(theory, language), output)
    return 0
