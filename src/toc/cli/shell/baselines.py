"""Baselines: what was found in a model once, kept in a file, so that only what is new is reported from then on."""

import json
import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from toc.cli.shell.failure import Failure
from toc.cli.shell.findings import is_trouble
from toc.cli.shell.writing import write_whole
from toc.diagnostics import Diagnostic, Severity
from toc.fingerprints import Identity, identities
from toc.messages import _
from toc.reporters.reporter import Report
from toc.workspace import Unreadable, read_text

VERSION = 1
# A file, seen from the folder of the baseline, and what is known about it.
Key = tuple[str, str]


@frozen
class Baseline:
    """The findings that a file keeps, and how often each was found."""

    path: str
    counts: Mapping[Key, int] = field(repr=False)


@frozen
class Sifted:
    """A report without what a baseline keeps: how many that was, and how many entries nothing answers to any more."""

    report: Report
    known: int
    unused: int


def read_baseline(path: str) -> Baseline:
    """Return the baseline in the file `path`; raises Failure."""
    try:
        content = json.loads(read_text(Path(path)))
        counts = {(one["file"], one["fingerprint"]): int(one["count"]) for one in content["findings"]}
    except Unreadable as error:
        raise Failure(_("`{path}`: {reason}", path=path, reason=error.message), error.hint) from error
    except (ValueError, TypeError, KeyError, RecursionError):
        raise _no_baseline(path) from None
    if content.get("version") != VERSION:
        raise _no_baseline(path)
    return Baseline(path, counts)


def write_baseline(path: str, report: Report) -> int:
    """Keep everything in `report` in the file `path` and return how many findings that are; raises Failure."""
    counts: Counter[Key] = Counter()
    entries: dict[Key, dict[str, Any]] = {}
    for found, identity in _identified(report):
        file = _seen_from(path, found.origin.file)
        key = (file, identity.digest)
        counts[key] += 1
        about = {"file": file, "rule": found.rule.name, "about": identity.subject, "fingerprint": identity.digest}
        entries[key] = {**about, "count": counts[key]}
    findings = sorted(entries.values(), key=lambda one: (one["file"], one["rule"], one["about"], one["fingerprint"]))
    content = {"version": VERSION, "findings": findings}
    write_whole(Path(path), json.dumps(content, ensure_ascii=False, indent=2) + "\n")
    return counts.total()


def cannot_be_kept(report: Report) -> bool:
    """Whether something in `report` has no place in a baseline: errors of syntax and trouble hide everything else."""
    return any(not _can_be_kept(found) for found in report.diagnostics)


def sifted(report: Report, baseline: Baseline) -> Sifted:
    """Return `report` without what `baseline` keeps; what was found more often than then is new."""
    left = Counter(dict(baseline.counts))
    new: list[Diagnostic] = []
    for found, identity in _identified(report):
        key = (_seen_from(baseline.path, found.origin.file), identity.digest)
        if left[key] > 0 and _can_be_kept(found):
            left[key] -= 1
        else:
            new.append(found)
    rest = evolve(report, diagnostics=tuple(new))
    return Sifted(rest, len(report.diagnostics) - len(new), _unused(left, report, baseline))


def _unused(left: Mapping[Key, int], report: Report, baseline: Baseline) -> int:
    # Where errors keep rules from running, or a file was not looked at, nobody knows.
    if any(found.severity is Severity.ERROR and found.rule.code < "TOC2" for found in report.diagnostics):
        return 0
    looked_at = {_seen_from(baseline.path, file) for file in report.sources}
    folder = Path(baseline.path).parent
    return sum(
        count > 0 and (file in looked_at or not (folder / file).exists()) for (file, _mark), count in left.items()
    )


def _identified(report: Report) -> list[tuple[Diagnostic, Identity]]:
    return list(zip(report.diagnostics, identities(report.diagnostics, report.sources), strict=True))


def _can_be_kept(found: Diagnostic) -> bool:
    return found.rule.code >= "TOC1" and not is_trouble(found)


def _seen_from(baseline: str, file: str) -> str:
    try:
        return Path(os.path.relpath(file, Path(baseline).parent)).as_posix()
    except ValueError:
        # Another drive.
        return Path(file).absolute().as_posix()


def _no_baseline(path: str) -> Failure:
    return Failure(
        _("`{path}` is not a baseline that this version of toc can read", path=path),
        _("`toc check --write-baseline {path}` writes one", path=path),
    )
