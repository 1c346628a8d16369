"""The leverage of a model's strategies, as it was asked for, and the formats in which it is told."""

from math import isfinite

from attrs import frozen

from toc.catalog import find_all, find_one
from toc.cli.shell.choices import meant
from toc.cli.shell.failure import Failure
from toc.cli.shell.session import DEFAULT_WIDTH, Session
from toc.config import Settings
from toc.leverage.assessment import Leverage
from toc.leverage.scale import scale_of
from toc.leverage_report.report import LeverageFormat, LeverageReport
from toc.messages import _
from toc.model.theory import Theory

FORMATS = "toc.leverage_report.formats"


@frozen
class Asked:
    """What the command line asks for beside the model."""

    budget: float | None
    method: str
    drafts: bool
    draws: int
    seed: int
    scale_check: bool


def leverage_report(
    theory: Theory, settings: Settings, session: Session, asked: Asked, *, to_file: bool
) -> LeverageReport:
    """Return the report; raises Failure where a budget cannot be compared with the efforts."""
    leverage = Leverage(
        theory,
        scale_of(settings.scales),
        method=asked.method,
        drafts=asked.drafts,
        draws=asked.draws,
        seed=asked.seed,
    )
    if asked.budget is not None:
        _check_budget(asked.budget, leverage)
    return LeverageReport(
        leverage,
        session.speaks(theory.language),
        session.colour and not to_file,
        DEFAULT_WIDTH if to_file else session.width,
        asked.budget,
        asked.scale_check,
    )


def leverage_format_named(name: str) -> LeverageFormat:
    """Return the format of that name in which leverage is told; raises Failure."""
    found = find_one(FORMATS, name, LeverageFormat)
    if found is None:
        known = (each.name for each in find_all(FORMATS, LeverageFormat))
        raise Failure(_("there is no format `{name}`", name=name), meant(name, known))
    return found


def _check_budget(budget: float, leverage: Leverage) -> None:
    if not isfinite(budget) or budget < 0:
        raise Failure(_("`--budget` is an effort of 0 or more, not {number}", number=str(budget)))
    if leverage.efforts.mixed:
        units = [f"`{unit}`" if unit else _("points") for unit in leverage.efforts.mixed]
        raise Failure(
            _("no budget can be compared with efforts in {units}", units=units),
            _("say in toc.toml what one is worth in another: {example}", example='[scale.effort] FTE = "60000 EUR"'),
        )
