"""The rule `conflicting-indicator`."""

from collections.abc import Iterable, Iterator

from toc.diagnostics import ERROR, Finding, Origin, Related, rule
from toc.messages import _
from toc.model.elements import Element
from toc.model.figures import Figure, figure, figures
from toc.model.theory import Theory
from toc.rules.wording.word_lists import words_of

Name = tuple[str, ...]


@rule(
    "TOC509",
    ERROR,
    sources=[
        "Kania and Kramer, collective impact, second condition: shared measurement",
        "Community Tool Box (ctb.ku.edu), Collective Impact progress assessment: shared measures",
    ],
)
def conflicting_indicator(theory: Theory) -> Iterator[Finding]:
    """
    The same indicator in two files, with another unit or another target.

    ## Why it matters
    Partners who measure together must measure the same thing, or the figures cannot be put side by side.
    Where two files give one label two units or two targets, somebody changed their copy.
    Declare the indicator once, let the other file `use` it, and record each partner's share with `observed … for …`.

    Labels are compared word for word, without regard to capitals, accents and punctuation.
    Indicators that say that they are of different people (`of`) are different; targets are compared only in the same
    unit, and dates at their most lenient.

    ## Bad
    ```toc
    theory "School success"
    use "college.toc"
    vision diploma "Every young person earns a diploma" {
      requires presence
      indicator "Share of young people with a diploma" { target 92 % in 2032 }
    }
    ```
    And in `college.toc`:
    ```toc
    precondition presence "Teenagers come to school every day" {
      indicator "Share of young people with a diploma" { target 85 % in 2032 }
    }
    ```

    ## Good
    ```toc
    theory "School success"
    use "college.toc"
    vision diploma "Every young person earns a diploma" {
      requires presence
      indicator diplomas "Share of young people with a diploma" { target 92 % in 2032 }
    }
    ```
    And in `college.toc`:
    ```toc
    use "theory.toc"
    precondition presence "Teenagers come to school every day"
    observed 78 % for diplomas in 2026
    ```
    """
    same: dict[Name, list[Element]] = {}
    for indicator in theory.of_kind("indicator"):
        for name in {tuple(words_of(text.value)) for text in indicator.label.texts} - {()}:
            same.setdefault(name, []).append(indicator)
    told = set()
    for _name, indicators in sorted(same.items()):
        if len({indicator.origin.file for indicator in indicators}) > 1:
            for finding in _conflicts(indicators):
                if finding.origin not in told:
                    told.add(finding.origin)
                    yield finding


def _conflicts(indicators: Iterable[Element]) -> Iterator[Finding]:
    earlier: dict[str, list[Element]] = {}
    for indicator in sorted(indicators, key=lambda each: each.origin):
        others = (other for file, found in earlier.items() if file != indicator.origin.file for other in found)
        finding = next((found for other in others if (found := _conflict(indicator, other))), None)
        if finding:
            yield finding
        else:
            # One that says the same as those before it adds nothing to compare with.
            earlier.setdefault(indicator.origin.file, []).append(indicator)


def _conflict(indicator: Element, other: Element) -> Finding | None:
    people, others = indicator.properties.refs("of"), other.properties.refs("of")
    if people and others and set(people) != set(others):
        return None
    unit, other_unit = _unit(indicator), _unit(other)
    if unit and other_unit and unit != other_unit:
        return Finding(
            indicator.origin,
            _(
                "`{label}` is measured in `{unit}` here, and in `{other}` in `{file}`",
                label=str(indicator.label),
                unit=unit,
                other=other_unit,
                file=other.origin.file,
            ),
            _("agree on one unit, or give what is another indicator another label"),
            (_there(other.origin),),
        )
    target, other_target = figure(indicator, "target"), figure(other, "target")
    if target and other_target and _differ(target, other_target):
        return Finding(
            target.stated.origin,
            _(
                "the target of `{label}` is {target} here, and {other} in `{file}`",
                label=str(indicator.label),
                target=_aim(target),
                other=_aim(other_target),
                file=other.origin.file,
            ),
            _("declare it once, and let the other file use it; if it is said of other people, name them in both"),
            (_there(other_target.stated.origin),),
        )
    return None


def _there(origin: Origin) -> Related:
    return Related(origin, _("the same indicator, in another file"))


def _unit(indicator: Element) -> str | None:
    return next((stated.unit for stated in figures(indicator, "target", "baseline", "milestone", "observed")), None)


def _differ(one: Figure, other: Figure) -> bool:
    if (one.low, one.high) != (other.low, other.high):
        return True
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.last < other.first or other.last < one.first


def _aim(target: Figure) -> object:
    if target.when is None:
        return target.shown()
    return _("{value} ({date})", value=target.shown(), date=target.date_shown())
