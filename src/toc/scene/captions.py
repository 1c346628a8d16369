"""The words that a picture adds to those of its model."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from toc.messages import Message, _
from toc.model.elements import Quantity, Range, Word
from toc.model.links import Link

KINDS: Mapping[str, Message] = {
    "vision": _("Vision"),
    "outcome": _("Outcome"),
    "precondition": _("Precondition"),
    "output": _("Output"),
    "strategy": _("Strategy"),
    "factor": _("Factor"),
    "assumption": _("Assumption"),
    "risk": _("Risk"),
}
# What has a card of its own only where a picture shows nothing of the causal chain.
STANDING: Mapping[str, Message] = {
    "actor": _("Actor"),
    "indicator": _("Indicator"),
    "marker": _("Progress marker"),
    "activity": _("Activity"),
    "output": _("Output"),
    "assumption": _("Assumption"),
    "factor": _("Factor"),
    "risk": _("Risk"),
    "question": _("Learning question"),
    "learning": _("What we learnt"),
    "resource": _("Resource"),
    "urgency": _("Urgency"),
}
TOGETHER_OF_KIND: Mapping[str, Message] = {
    "actor": _("Actors"),
    "indicator": _("Indicators"),
    "marker": _("Progress markers"),
    "activity": _("Activities"),
    "output": _("Outputs"),
    "assumption": _("Assumptions"),
    "factor": _("Factors"),
    "risk": _("Risks"),
    "question": _("Learning questions"),
    "learning": _("What we learnt"),
    "resource": _("Resources"),
    "urgency": _("Urgencies"),
}
# What stands before what is told on the card of something else.
TOLD_SIGNS: Mapping[str, str] = {"assumption": "◇", "risk": "△", "question": "?", "marker": "☆"}
OUR_VISION = _("Our vision")
FACTORS: Mapping[str | None, Message] = {"favourable": _("Favourable factor"), "adverse": _("Adverse factor")}
# What stands in the circle where causes meet: the sign of the language, as the legend has it.
TOGETHER_SIGN = "&"
ELEMENTS = _("Elements")
LINKS = _("Links")
CEILING = _("Accountability ceiling")
NAMELESS = _("Theory of change")

READING: Mapping[str, Message] = {
    "up": _("Reads from the bottom (strategies) to the top (vision)"),
    "down": _("Reads from the top (strategies) to the bottom (vision)"),
    "right": _("Reads from the left (strategies) to the right (vision)"),
    "left": _("Reads from the right (strategies) to the left (vision)"),
}
WIDTH = _("the wider the line, the stronger the link")
CONTRIBUTION = _("the wider the line, the more of the impact runs through it")

VERBS: Mapping[str, Message] = {
    "contributes": _("contributes to"),
    "requires": _("is required for"),
    "hinders": _("hinders"),
}
FEEDBACK = _("feedback")
UNCERTAIN = _("uncertain")
TOGETHER = _("only together")
ASSUMPTION = _("assumption")
EVIDENCE: Mapping[float, Message] = {
    1.0: _("evidence: a study"),
    0.5: _("evidence: practice or experience"),
    0.0: _("evidence: a hunch"),
}
PROGRESS: Mapping[str, Message] = {
    "on": _("indicator on track"),
    "off": _("indicator behind"),
    "": _("indicator: baseline → latest → target"),
}
LEVERAGE = _("leverage: share of the impact ÷ share of the effort")
STRENGTHS: Mapping[str, Message] = {
    "weak": _("weak"),
    "moderate": _("moderate"),
    "strong": _("strong"),
    "decisive": _("decisive"),
}
LEVELS: Mapping[str, Message] = {
    "individual": _("Individual"),
    "collective": _("Collective"),
    "system": _("System"),
}
SPHERES: Mapping[str, Message] = {
    "control": _("Sphere of control"),
    "influence": _("Sphere of influence"),
    "interest": _("Sphere of interest"),
}

_SENTENCES: Mapping[tuple[str, str], Message] = {
    ("contributes", ""): _('"{source}" contributes to "{target}"'),
    ("contributes", "weak"): _('"{source}" contributes weakly to "{target}"'),
    ("contributes", "moderate"): _('"{source}" contributes moderately to "{target}"'),
    ("contributes", "strong"): _('"{source}" contributes strongly to "{target}"'),
    ("contributes", "decisive"): _('"{source}" contributes decisively to "{target}"'),
    ("requires", ""): _('"{source}" is required for "{target}"'),
    ("requires", "weak"): _('"{source}" is weakly required for "{target}"'),
    ("requires", "moderate"): _('"{source}" is moderately required for "{target}"'),
    ("requires", "strong"): _('"{source}" is strongly required for "{target}"'),
    ("requires", "decisive"): _('"{source}" is decisively required for "{target}"'),
    ("hinders", ""): _('"{source}" hinders "{target}"'),
    ("hinders", "weak"): _('"{source}" weakly hinders "{target}"'),
    ("hinders", "moderate"): _('"{source}" moderately hinders "{target}"'),
    ("hinders", "strong"): _('"{source}" strongly hinders "{target}"'),
    ("hinders", "decisive"): _('"{source}" decisively hinders "{target}"'),
}
_TOGETHER: Mapping[str, Message] = {
    "contributes": _('only together, "{source}" contribute to "{target}"'),
    "requires": _('only together, "{source}" are required for "{target}"'),
    "hinders": _('only together, "{source}" hinder "{target}"'),
}


def sentence(link: Link, sources: Sequence[str], target: str) -> Message:
    """Return what `link` says, with the labels of its ends."""
    word = link.strength.concept if isinstance(link.strength, Word) else ""
    if len(sources) > 1:
        said = evolve(_TOGETHER[link.verb], fields={"source": " & ".join(sources), "target": target})
    else:
        known = _SENTENCES[link.verb, word if word in STRENGTHS else ""]
        said = evolve(known, fields={"source": sources[0], "target": target})
    if len(sources) > 1 and word in STRENGTHS:
        said = _("{sentence}, strength: {strength}", sentence=said, strength=STRENGTHS[word])
    elif isinstance(link.strength, Quantity):
        said = _("{sentence}, strength: {strength}", sentence=said, strength=link.strength.value)
    elif isinstance(link.strength, Range) and isinstance(link.strength.low, Quantity):
        low, high = link.strength.low, link.strength.high
        assert isinstance(high, Quantity)
        said = _("{sentence}, strength: {low} to {high}", sentence=said, low=low.value, high=high.value)
    if link.feedback:
        said = _("{sentence} (feedback)", sentence=said)
    if link.uncertain:
        said = _("{sentence} (uncertain)", sentence=said)
    return said
