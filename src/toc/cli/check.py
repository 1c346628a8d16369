"""`toc check`: what the rule book says about models."""

from datetime import date

import click

from toc.cli.shell.options import NO_CONFIG, PATHS, STDIN_FILENAME, TODAY, command, option, session_in
from toc.messages import _

TEXT = "text"
STANDARD = "-"


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
@option("--baseline", metavar="FILE", summary=_("Leave out what this baseline keeps: report what is new."))
@option("--write-baseline", metavar="FILE", summary=_("Keep everything found in a baseline, to be left out later."))
@option("--fix", is_flag=True, summary=_("Mend what can be mended without changing what the model means."))
@option("--diff", is_flag=True, summary=_("With --fix: write nothing; show what would change."))
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
    baseline: str | None,
    write_baseline: str | None,
    fix: bool,
    diff: bool,
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
    session = session_in(ctx)
    to_file = output not in {None, STANDARD}
    wanted = tuple(targets(paths, wish))
    if baseline or write_baseline or fix or diff:
        from toc.cli.shell.adopting import Adoption, adopted

        narrowed = bool(select or ignore or profile)
        streamed = STANDARD in paths
        # A preview takes standard output for itself.
        alone = form == TEXT or to_file
        adoption = Adoption(baseline, write_baseline, fix, diff, narrowed=narrowed, streamed=streamed, alone=alone)
        report = adopted(wanted, adoption, session, with_fixes=reporter.with_fixes, to_file=to_file)
    else:
        checked = [check_target(target, with_fixes=reporter.with_fixes) for target in wanted]
        report = report_of(checked, session, to_file=to_file)
    if to_file or not diff:
        write_output(reporter.write(report), output)
    if form == TEXT or to_file:
        tell(counted(report), report.language)
    return status_of(report, strict=strict)
