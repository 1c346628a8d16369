"""`toc fmt`: the one layout."""

import click

from toc.cli.shell.options import PATHS, STDIN_FILENAME, command, option, session_in
from toc.messages import LANGUAGES, _


@command("fmt", _("Lay models out in the canonical way. A file with a syntax error is left as it is."))
@PATHS
@option("--check", is_flag=True, summary=_("Write nothing; name the files that would change."))
@option("--diff", is_flag=True, summary=_("Write nothing; show what would change."))
@option("--keywords", type=click.Choice(LANGUAGES), summary=_("Translate the words of the language, not the texts."))
@STDIN_FILENAME
def fmt(
    ctx: click.Context,
    paths: tuple[str, ...],
    check: bool,
    diff: bool,
    keywords: str | None,
    stdin_filename: str | None,
) -> int:
    """Lay out `paths` in place; what comes by standard input goes to standard output."""
    from toc.cli.shell.findings import report_of, status_of
    from toc.cli.shell.formatting import checked, deliver, formatted, summary
    from toc.cli.shell.printing import emit, tell, tell_text
    from toc.cli.shell.reading import STANDARD, Wish, targets
    from toc.cli.shell.status import CLEAN, FINDINGS
    from toc.reporters.text import text

    wish = Wish(stdin_filename=stdin_filename)
    wanted = [(path, target) for path in paths or (".",) for target in targets([path], wish)]
    results = [each for path, target in wanted for each in formatted(target, path, keywords)]
    refused = report_of(list(checked(results)), session_in(ctx))
    if refused.diagnostics:
        # Where a layout goes to standard output, nothing else may.
        (tell_text if STANDARD in paths else emit)(text.write(refused))
    for each in results:
        deliver(each, check=check, diff=diff)
    tell(summary(results, only_told=check or diff), refused.language)
    would_change = check and any(each.changed for each in results)
    return max(status_of(refused), FINDINGS if would_change else CLEAN)
