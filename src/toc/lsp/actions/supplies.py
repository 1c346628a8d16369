"""What is to be written where a rule says that something is not there: the table behind `supply`.

Rows are as in `toc.lsp.snippets`.
"""

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from toc.messages import Message, Words, _
from toc.model.collective_impact import RESOURCES, resources, uncovered_champion_roles
from toc.model.elements import Element, Quantity, Range
from toc.model.queries import bringing_about, leading_to_a_vision, upstream
from toc.model.theory import Theory
from toc.model.vocabulary import TARGETS

Rows = tuple[str, ...] | Callable[[Theory], tuple[str, ...]]
WHY = '{ {because} "<why>" }'


@frozen
class Supply:
    """What mends the finding of a rule.

    `rows` go into the block of what the rule speaks of (those alone whose property it lacks), and so does a declaration
    of the kind `whole` where it can stand in there; else that stands on its own, and so do the statements `behind`.
    `kinds` are those that are mended so, all if none is named; `named` are those that `<change>` may stand for.
    """

    title: Message
    rows: Rows = ()
    whole: str = ""
    behind: Rows = ()
    kinds: tuple[str, ...] = ()
    named: Callable[[Theory, Element], Iterable[Element]] | None = None


# What is called so until somebody gives it a name of its own.
NEW: Mapping[str, Words] = {
    "actor": Words("somebody", "quelqu_un"),
    "strategy": Words("our_way", "notre_voie"),
    "outcome": Words("first_change", "premier_changement"),
    "resource": Words("our_means", "nos_moyens"),
    "indicator": Words("our_collaboration", "notre_collaboration"),
}


def effects(theory: Theory, cause: Element) -> Iterable[Element]:
    """Yield what `cause` may lead to so that it leads to a vision and closes no loop, changes before visions."""
    leading, before = leading_to_a_vision(theory, bringing_about), upstream(theory, [cause.key])
    last = "vision" if cause.kind in ("strategy", "output") else "precondition"
    for kind in sorted(TARGETS.get(cause.kind, ()), key=lambda kind: (kind == last, kind != "vision")):
        for effect in theory.of_kind(kind):
            above = cause.kind == "strategy" and effect.properties.word("sphere") == "interest"
            if effect.key in leading and effect.key not in before and not above:
                yield effect


def changes(theory: Theory, _measuring: Element) -> Iterable[Element]:
    """Yield what an indicator may measure."""
    return (*theory.changes, *theory.visions)


def effort(theory: Theory) -> tuple[str, ...]:
    """Return the row of an effort, in the unit of the others: several could not be compared."""
    for strategy in theory.of_kind("strategy"):
        stated = strategy.properties.get("effort")
        value = stated.value if stated else None
        quantity = value.high if isinstance(value, Range) else value
        if isinstance(quantity, Quantity):
            return (f"{{effort}} <number> {quantity.unit or ''}".rstrip(),)
    return ("{effort} [effort]",)


def champions(theory: Theory) -> tuple[str, ...]:
    """Return an actor with the roles of influential people that nobody has."""
    roles = ", ".join(f"{{champion:{role}}}" for role in uncovered_champion_roles(theory))
    return (f'{{actor}} <new> "<label.actor>" {{ {{champion}} {roles} }}',)


def means(theory: Theory) -> tuple[str, ...]:
    """Return the first kind of resource of which none is stated."""
    missing = next((kind for kind in RESOURCES if not resources(theory, kind)), None)
    return (f'{{resource}} {{resource:{missing}}} <new> "<label.resource>"',) if missing else ()


A_STRATEGY = Supply(
    _("declare a strategy that leads to `{name}`"),
    behind=('{strategy} <new> "<label.strategy>"', f"<new> -> <this> {WHY}"),
)
LEADS_TO = _("say what `{name}` leads to")
HAS_ROLE = _("say what role `{name}` has")

SUPPLIES: Mapping[str, tuple[Supply, ...]] = {
    "no-vision": (Supply(_("state the vision"), whole="vision"),),
    "dead-end": (
        Supply(LEADS_TO, behind=(f"<this> -> <change> {WHY}",), kinds=("outcome",), named=effects),
        Supply(LEADS_TO, behind=(f"<this> => <change> {WHY}",), kinds=("precondition",), named=effects),
    ),
    "idle-strategy": (Supply(LEADS_TO, behind=(f"<this> -> <change> {WHY}",), named=effects),),
    "unreachable-outcome": (A_STRATEGY,),
    "vision-not-covered": (A_STRATEGY,),
    "sufficiency-not-stated": (Supply(_("say whether the causes suffice together"), ("{sufficient} [sufficient]",)),),
    "insufficient-causes": (Supply(_("ask what else it takes"), behind=('{question} "<asked>" { {about} <this> }',)),),
    "isolated-element": (
        Supply(
            _("declare a change that leads to `{name}`"),
            behind=('{outcome} <new> "<label.outcome>"', f"<new> -> <this> {WHY}"),
            kinds=("vision",),
        ),
        Supply(HAS_ROLE, ("{role} [role]",), kinds=("actor",)),
        Supply(_("say what `{name}` measures"), ("{measures} <change>",), kinds=("indicator",), named=changes),
        Supply(_("say what `{name}` acts on"), behind=(f"<this> -> <change> {WHY}",), kinds=("factor",), named=effects),
    ),
    "nobody-changes": (Supply(_("say who changes"), ("{of} <actor>",)),),
    "not-lasting": (Supply(_("say why it will last"), ('{lasting} {because} "<why>"',)),),
    "no-evidence": (Supply(_("say what shows it"), ('{evidence} [evidence] "<reference>"',), kinds=("link",)),),
    "untested-critical-assumption": (
        Supply(_("say who checks it, and by when"), ("{checked_by} <actor> {in} <end>",)),
    ),
    "unmitigated-risk": (Supply(_("name the strategy that mitigates it"), ("{mitigated_by} <strategy>",)),),
    "no-unintended-effects": (Supply(_("write down what could do harm"), whole="risk"),),
    "unanswered-opposition": (Supply(_("name the strategy that responds"), ("{response} <strategy>",)),),
    "no-indicator": (Supply(_("declare an indicator of `{name}`"), whole="indicator"),),
    "incomplete-indicator": (
        Supply(
            _("fill in what is missing"),
            (
                *("{baseline} <least> <unit> {in} <year>", "{target} <most> <unit> {in} <end>"),
                *('{source} "<reference>"', "{collected_by} <actor>"),
            ),
        ),
    ),
    "nobody-responsible": (Supply(_("say who carries `{name}`"), ("{by} <actor>",)),),
    "actor-without-role": (Supply(HAS_ROLE, ("{role} [role]",)),),
    "no-beneficiary": (Supply(_("say for whom it is"), ("{for} <actor>",)),),
    "effort-not-stated": (Supply(_("say how much effort it takes"), effort),),
    "no-urgency": (Supply(_("say why to act now"), whole="urgency"),),
    "missing-champion-role": (Supply(_("declare somebody with these roles"), behind=champions),),
    "missing-resource": (Supply(_("declare what there is"), behind=means, kinds=("theory",)),),
    "vision-not-shared": (Supply(_("say who has validated it"), ("{validated_by} <actor> {in} <year>",)),),
    "no-backbone": (
        Supply(
            _("declare who supports the collaboration"),
            behind=('{actor} <new> "<label.actor>" { {backbone} [backbone] }',),
        ),
    ),
    "unfunded-backbone": (Supply(_("say what funds `{name}`"), ("{funded_by} <resource>",)),),
    "collaboration-not-evaluated": (
        Supply(
            _("declare an indicator of the collaboration"),
            behind=('{indicator} <new> "<label.indicator>" { {collaboration} }',),
        ),
    ),
    "not-published": (Supply(_("say how results are made public"), ('{publish} "<openly>"',), kinds=("theory",)),),
    "no-common-plan": (Supply(_("add an activity to `{name}`"), whole="activity"),),
    "no-context": (
        Supply(_("state the situation"), ('{issue} "<issue>"', '{context} "<context>"'), kinds=("theory",)),
    ),
    "no-review": (
        Supply(_("agree on the next review"), ("{review} {every} 6 {month} {from.date} <day>",), kinds=("theory",)),
    ),
    "no-learning-question": (Supply(_("ask a question"), whole="question"),),
    "learning-without-change": (Supply(_("say what it changes"), ("{changes} <change>",), named=changes),),
}
"""What mends the findings of each rule, by its name."""
