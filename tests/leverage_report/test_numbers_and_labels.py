"""Numbers and names in a leverage report: as people of each language read them."""

import pytest
from leverage_report.models import SCHOOL, report_of

from toc.leverage.figures import Portfolio
from toc.leverage_report.front import milestones
from toc.leverage_report.labels import with_labels
from toc.leverage_report.numbers import amount, decimal, listed, share, signed
from toc.messages import Words, _
from toc.model.elements import Key


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (decimal(0.766, "en"), "0.77"),
        (decimal(0.766, "fr"), "0,77"),
        (decimal(-0.0001, "en"), "0.00"),
        (decimal(-0.27, "fr", 3), "\u22120,270"),
        (decimal(None, "en"), "\u2013"),
        (signed(0.085, "en"), "+0.085"),
        (signed(-0.27, "fr"), "\u22120,270"),
        (signed(0.0001, "en"), "0.000"),
        (share(0.36, "en"), "36%"),
        (share(0.36, "fr"), "36\u00a0%"),
        (share(0.001, "en"), "<1%"),
        (share(0.997, "fr"), ">99\u00a0%"),
        (share(1.0, "en"), "100%"),
        (share(-0.2, "en"), "\u221220%"),
        (share(None, "fr"), "\u2013"),
        (amount(3.0, "en"), "3"),
        (amount(4.25, "fr"), "4,25"),
        (amount(45000.0, "en", "EUR"), "45,000\u00a0EUR"),
        (amount(45000.4, "fr", "EUR"), "45\u202f000\u00a0EUR"),
        (amount(float("inf"), "en"), "\u2013"),
        (listed(["a", "b"], "fr"), "a\u00a0; b"),
    ],
)
def test_numbers_as_people_read_them(made: str, told: str) -> None:
    """Numbers have the point and the spaces of the language, a true minus, and never a minus before 0."""
    assert made == told


@pytest.mark.parametrize(("language", "told"), [("en", "“Home visits”"), ("fr", "«\u00a0Visites à domicile\u00a0»")])
def test_ids_become_labels(language: str, told: str) -> None:
    """What a sentence calls by its id is called by its label, links and lists too; what is no id stays."""
    report = report_of(SCHOOL, language)
    one = with_labels(_("ally: `{other}`", other="visits"), report)
    two = with_labels(_("link `{link}`", link="visits -> reading"), report)
    several = with_labels(_("through {between}", between=["`visits`", "`desk`"]), report)
    left = with_labels(_("write `{accept}` for {n}", accept=Words("accept x", "accepte x"), n=3), report)

    assert one == f"ally: {told}"
    assert two.startswith(f"link {told} → ")
    assert told in several
    assert "`" not in several
    assert left in {"write `accept x` for 3", "write `accepte x` for 3"}


def test_a_long_front_is_told_by_its_great_steps() -> None:
    """Of many portfolios the last and the greatest steps are told; that of no strategy is none of them."""
    keys = tuple(Key("m.toc", f"s{n}") for n in range(40))
    front = [Portfolio(float(n), 1 - 0.8**n, keys[:n]) for n in range(41)]
    told = milestones(front, 5)

    assert len(told) == 5
    assert told[-1] == front[-1]
    assert front[0] not in milestones(front, 99)
    assert [one.effort for one in told] == sorted(one.effort for one in told)
