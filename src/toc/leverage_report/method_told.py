"""How the numbers were made, what was assumed for what nobody stated, and what they cannot say."""

from collections.abc import Iterator

from toc.leverage.graph import REQUIRES
from toc.leverage.scale import Amount, Scale, scales_to_check
from toc.leverage.verdict_names import COLLAPSED, SATURATED, SOUND
from toc.leverage.verdict_words import EFFORT_WORDS, STRENGTH_WORDS, VERDICT_WORDS
from toc.leverage_report.numbers import amount, decimal, listed
from toc.leverage_report.report import LeverageReport
from toc.leverage_report.sections import Entry, Section
from toc.messages import Message, _, plural, show
from toc.model.elements import Word

METHODS = {
    "degree": _("degrees"),
    "worlds": _("yes/no worlds, drawn"),
    "weakest-link": _("weakest link"),
}
SHARES = {
    "shapley": _("Shapley values, exact"),
    "aumann-shapley": _("Aumann-Shapley values"),
    "permutations": _("Shapley values from drawn orders"),
}


def caveats_told(report: LeverageReport) -> tuple[str, ...]:
    """Return what makes the numbers of this model doubtful, the gravest first."""
    return tuple(show(message, report.language) for message in _caveats(report))


def method_told(report: LeverageReport) -> Section:
    """Return how the numbers were made."""
    title = show(_("How this was computed"), report.language)
    return Section("method", title, tuple(show(message, report.language) for message in _method(report)))


def scale_check_told(report: LeverageReport) -> Section | None:
    """Return the verdicts on other scales of strength words; None where nobody asked for them."""
    if not report.scale_check:
        return None
    language = report.language
    lines = [_("The verdicts by the most likely numbers, on five scales of strength words; the first is the one used.")]
    for number, scale in enumerate(scales_to_check(report.leverage.scale), 1):
        lines.append(_("{n}: {words}", n=number, words=_strengths(scale, language)))
    entries = tuple(
        Entry(f"{report.name(key)}{_mark(verdicts)}", "", (_verdicts(verdicts, language),))
        for key, verdicts in report.leverage.scale_check().items()
    )
    remark = (
        _("†: the verdict hangs on what the words are worth.")
        if any(_mark(verdicts) for verdicts in report.leverage.scale_check().values())
        else _("No verdict hangs on what the words are worth.")
    )
    title = show(_("On other scales"), language)
    texts = tuple(show(line, language) for line in lines)
    return Section("scales", title, texts, entries=entries, remarks=(show(remark, language),))


def _mark(verdicts: tuple[str | None, ...]) -> str:
    return " †" if len(set(verdicts) - {None}) > 1 else ""


def _verdicts(verdicts: tuple[str | None, ...], language: str) -> str:
    told = []
    for verdict in dict.fromkeys(verdicts):
        scales = [number for number, each in enumerate(verdicts, 1) if each == verdict]
        word = VERDICT_WORDS[verdict]
        told.append(
            show(_("{verdict} on all five", verdict=word), language)
            if len(scales) == len(verdicts)
            else show(_("{verdict} on {scales}", verdict=word, scales=scales), language)
        )
    return listed(told, language)


def _strengths(scale: Scale, language: str) -> list[Message]:
    return [
        _("{word} {number}", word=word, number=decimal(scale.strength[concept][1], language))
        for concept, word in STRENGTH_WORDS.items()
    ]


def _caveats(report: LeverageReport) -> Iterator[Message]:
    leverage, language = report.leverage, report.language
    if leverage.condition == SATURATED:
        yield _(
            "The model is saturated: nearly everything is achieved whatever is left out. Shares mean little;"
            " look at strengths that are too high."
        )
    if leverage.condition == COLLAPSED:
        if leverage.collapse is not None:
            yield _(
                "Hardly anything reaches the vision; on the strongest path the chain dies at “{name}”.",
                name=report.name(leverage.collapse),
            )
        else:
            yield _("Hardly anything reaches the vision.")
    if leverage.condition == SOUND and leverage.shared_cause is not None:
        found = leverage.shared_cause
        yield _(
            "Paths from “{cause}” meet again at “{name}”: counted apart they would lead to {degree}, together to"
            " {worlds}; shares and verdicts are those of drawn worlds.",
            cause=report.name(found.cause),
            name=report.name(found.key),
            degree=decimal(found.degree, language),
            worlds=decimal(found.worlds, language),
        )
    yield from _assumed(report)


def _assumed(report: LeverageReport) -> Iterator[Message]:
    leverage = report.leverage
    silent = {edge.link for edge in leverage.graph.edges if not edge.stated and edge.link is not None}
    weak = [link for link in silent if link.verb != REQUIRES and not link.implied]
    firm = [link for link in silent if link.verb == REQUIRES]
    if weak:
        yield plural(
            "{n} link states no strength and counts as moderate.",
            "{n} links state no strength and count as moderate.",
            n=len(weak),
        )
    if firm:
        yield plural(
            "{n} requirement states no strength and counts as wholly necessary.",
            "{n} requirements state no strength and count as wholly necessary.",
            n=len(firm),
        )
    if leverage.efforts.mixed:
        units = [unit or _("points") for unit in leverage.efforts.mixed]
        yield _(
            "The efforts stand in units that cannot be compared: {units}. `toc.toml` can say their worth.", units=units
        )
    left_out = _left_out(report)
    if left_out:
        yield _("Left out as ideas, drafts or dropped: {names}.", names=", ".join(left_out))


def _left_out(report: LeverageReport) -> list[str]:
    statuses = {"dropped"} if report.leverage.drafts else {"dropped", "idea", "draft"}
    found = report.leverage.theory.of_kind("strategy")
    return [report.name(one.key) for one in found if one.properties.word("status") in statuses]


def _method(report: LeverageReport) -> Iterator[Message]:
    leverage, language = report.leverage, report.language
    yield _(
        "Values: {method}. Shares: {shares}.", method=METHODS[leverage.method], shares=SHARES[leverage.share_method]
    )
    if leverage.draws_done:
        yield _("Draws: {n}, seed {seed}.", n=leverage.draws_done, seed=leverage.seed)
    else:
        yield _("Nothing was drawn, as nothing is compared.")
    yield _("Strengths: {words}.", words=_strengths(leverage.scale, language))
    if _in_words(report):
        amounts = [
            _("{word} {number}", word=word, number=_effort_of(leverage.scale.effort[concept], language))
            for concept, word in EFFORT_WORDS.items()
        ]
        yield _("Efforts: {words}.", words=amounts)
    yield _("Time and delays do not count, and each strategy bears its own effort alone.")


def _in_words(report: LeverageReport) -> bool:
    theory = report.leverage.theory
    efforts = [theory.elements[key].properties.get("effort") for key in report.leverage.keys]
    return any(effort is not None and isinstance(effort.value, Word) for effort in efforts)


def _effort_of(worth: Amount, language: str) -> str:
    return amount(worth.value, language, worth.unit)
