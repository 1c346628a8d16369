"""Reports by the name of their format."""

from toc.catalog import find_all, find_one
from toc.cli.shell.choices import meant
from toc.cli.shell.failure import Failure
from toc.messages import _
from toc.report.writer import Writer

REPORTS = "toc.report"


def report_writer_named(name: str) -> Writer:
    """Return what writes reports in the format of that name; raises Failure."""
    found = find_one(REPORTS, name, Writer)
    if found is None:
        raise Failure(
            _("there is no format `{name}`", name=name), meant(name, (each.name for each in find_all(REPORTS, Writer)))
        )
    return found
