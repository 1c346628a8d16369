"""`toc check`: what the rule book says about models."""

from datetime import date

import click

from toc.cli.shell.options import NO_CONFIG, PATHS, STDIN_FILENAME, TODAY, command, option, session_in
from toc.messages import _

TEXT = "text"


@command("check", _("Check models against the rule book. PATH is a file, a folder, or `-` for standard input."))
@PATHS
@option("--strict", is_flag=True, summary=_("Let warnings fail the check, too."))
@option("--select", metavar="RULE,…", summary=_("Only these rules: names, codes, beginnings of codes, or `all`."))
@option("--ignore", metavar="RULE,…", summary=_("Not these rules."))
@option("--profile", metavar="NAME,…", summary=_("Profiles besides those of the theory: aoc, ci, om, results."))
@option(
    "--format",
    "-f",
    "form",
    metavar="FORMAT",
    default=TEXT,
    summary=_("How to report: text, json, sarif, github, gitlab or junit."),
)
@option("--output", "-o", metavar="FILE", summary=_("Write the report to a file."))
@TODAY
@NO_CONFIG
@STDIN_FILENAME
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    strict: bool,
    select: str | None,
    ignore: str | None,
    profile: str | None,
    form: str,
    output: str | None,
    today: date | None,
    no_config: bool,
    stdin_filename: str | None,
) -> int:
    """Check `paths` and report in the format asked for."""
    from toc.cli.shell.choices import profiles_named, reporter_named, rules_named
    from toc.cli.shell.findings import check_target, counted, report_of, status_of
    from toc.cli.shell.printing import tell
    from toc.cli.shell.reading import Wish, targets
    from toc.cli.shell.writing import write_output

    wish = Wish(today, profiles_named(profile), rules_named(select), rules_named(ignore), not no_config, stdin_filename)
    reporter = reporter_named(form)
    checked = [check_target(target, with_fixes=reporter.with_fixes) for target in targets(paths, wish)]
    session = session_in(ctx)
    report = report_of(checked, session, to_file=output is not None)
    write_output(reporter.write(report), output)
    if form == TEXT or output is not None:
        tell(counted(report), report.language)
    return status_of(report, strict=strict)
