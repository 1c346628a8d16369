"""The one table of what each kind of declaration may hold and whom each name in it may mean.

The resolver checks against it, completion offers from it, the language reference is made of it.
Kinds and properties are concepts of `grammar/keywords.toml`.
"""

from collections.abc import Mapping

from attrs import frozen

from toc.messages import Message, _

COMMON = ("note", "tags", "source", "private", "accept")
"""What any declaration and any link may carry."""

REPEATABLE = frozenset({"observed", "milestone", "evidence", "requires", "accept", "source", "note"})
"""The properties that may stand several times."""

FLAGS = frozenset({"private", "concerned", "boundary", "secured", "collaboration", "lasting", "proxy"})
"""The properties that say something by standing there, without a value."""

TOP = ""
"""The place of a declaration that stands in no other."""


@frozen
class Kind:
    """One kind of declaration.

    `one` and `many` name it in a message. `properties` are its own, besides `COMMON`; `nested` the kinds that may stand
    in it; `places` the kinds in which it may stand, with `TOP` for the file itself.
    `anonymous` are those of `places` where it may do without an id. `varied` says that a kind word follows the kind.
    """

    kind: str
    one: Message
    many: Message
    properties: tuple[str, ...]
    nested: tuple[str, ...]
    places: tuple[str, ...]
    anonymous: tuple[str, ...] = ()
    varied: bool = False


_CHANGE = (
    "of",
    "level",
    "nature",
    "sphere",
    "in",
    "requires",
    "sufficient",
    "assuming",
    "counterfactual",
    "lasting",
)
_MEASURE = ("unit", "baseline", "target", "milestone", "observed")
_INDICATOR = (*_MEASURE, "collected_by", "of", "split_by", "proxy", "collaboration", "measures")
_IN_PATHWAY = (
    "vision",
    "outcome",
    "precondition",
    "output",
    "strategy",
    "assumption",
    "factor",
    "risk",
    "actor",
    "indicator",
    "urgency",
    "resource",
    "question",
    "learning",
    "term",
)
_FREE = (TOP, "pathway")
_PICTURE = ("show", "hide", "group_by", "order", "highlight", "direction", "theme", "paper")
_HEAD = ("issue", "context", "territory", "languages", "profile", "horizon", "review", "publish")
_PART_IN_IT = ("sector", "role", "concerned", "stance", "boundary", "champion", "backbone")
_ACTOR = (*_PART_IN_IT, "response", "part_of", "funded_by")
_STRATEGY = ("by", "lead", "effort", "feasibility", "acts_on", "status", "in")
_WITH_INDICATOR = ("outcome", "precondition", "vision", "output")

_KINDS = (
    Kind("theory", _("a theory"), _("theories"), _HEAD, (), (TOP,), (TOP,)),
    Kind("vision", _("a vision"), _("visions"), (*_CHANGE, "for", "validated_by"), ("indicator",), _FREE),
    Kind("outcome", _("an outcome"), _("outcomes"), _CHANGE, ("indicator", "marker"), _FREE),
    Kind("precondition", _("a precondition"), _("preconditions"), _CHANGE, ("indicator", "marker"), _FREE),
    Kind(
        "output",
        _("an output"),
        _("outputs"),
        ("of", "in", "requires"),
        ("indicator",),
        (*_FREE, "strategy"),
        ("strategy",),
    ),
    Kind("strategy", _("a strategy"), _("strategies"), _STRATEGY, ("activity", "output"), _FREE),
    Kind("activity", _("an activity"), _("activities"), ("by", "in", "status"), (), ("strategy",), ("strategy",)),
    Kind("assumption", _("an assumption"), _("assumptions"), ("likelihood", "evidence", "checked_by"), (), _FREE),
    Kind("factor", _("a factor"), _("factors"), ("likelihood", "response"), (), _FREE, varied=True),
    Kind("risk", _("a risk"), _("risks"), ("likelihood", "severity", "on", "mitigated_by"), (), _FREE, _FREE),
    Kind("actor", _("an actor"), _("actors"), _ACTOR, (), _FREE),
    Kind(
        "indicator",
        _("an indicator"),
        _("indicators"),
        _INDICATOR,
        (),
        (*_FREE, *_WITH_INDICATOR),
        _WITH_INDICATOR,
    ),
    Kind(
        "marker",
        _("a progress marker"),
        _("progress markers"),
        ("of", "observed"),
        (),
        ("outcome", "precondition"),
        ("outcome", "precondition"),
        varied=True,
    ),
    Kind("pathway", _("a pathway"), _("pathways"), ("of", "with"), _IN_PATHWAY, (TOP,)),
    Kind("urgency", _("an urgency"), _("urgencies"), ("evidence",), (), _FREE, _FREE, varied=True),
    Kind("resource", _("a resource"), _("resources"), ("amount", "from", "until", "secured"), (), _FREE, varied=True),
    Kind("question", _("a question"), _("questions"), ("about", "by"), (), _FREE, _FREE),
    Kind("learning", _("a learning"), _("learnings"), ("in", "answers", "changes"), (), _FREE, _FREE),
    Kind("term", _("a term"), _("terms"), ("definition", "also"), (), _FREE),
    Kind("view", _("a view"), _("views"), _PICTURE, ("step",), (TOP,)),
    Kind("step", _("a step"), _("steps"), ("show", "hide", "highlight"), (), ("view",), ("view",)),
)

KINDS: Mapping[str, Kind] = {kind.kind: kind for kind in _KINDS}
"""Every kind of declaration, by its concept."""

LINK_PROPERTIES = ("because", "evidence", "assuming", "delay")
"""What a link's block takes besides `COMMON`."""

ANYTHING = tuple(KINDS)
_ACTORS = ("actor",)
_STRATEGIES = ("strategy",)
_CHAIN = ("outcome", "precondition", "output", "vision")

NAMES: Mapping[str, tuple[str, ...]] = {
    "by": _ACTORS,
    "lead": _ACTORS,
    "of": _ACTORS,
    "for": _ACTORS,
    "collected_by": _ACTORS,
    "checked_by": _ACTORS,
    "from": _ACTORS,
    "part_of": _ACTORS,
    "validated_by": _ACTORS,
    "funded_by": ("resource", "actor"),
    "response": _STRATEGIES,
    "mitigated_by": _STRATEGIES,
    "assuming": ("assumption",),
    "measures": _CHAIN,
    "on": (*_CHAIN, "strategy"),
    "requires": _CHAIN,
    "with": _CHAIN,
    "about": ANYTHING,
    "changes": ANYTHING,
    "answers": ("question",),
}
"""The properties that name elements, and the kinds that they may name."""

OBSERVED_FOR = ("indicator", "marker")
"""What a `for` behind an observation at the top of a file may name."""

DATES = frozenset({"in", "horizon", "until"})
"""The properties and clauses whose plain numbers are years; the clause `from` is one of them, the property is not."""

PERIODS = frozenset({"every", "delay"})
"""The properties and clauses that hold a length of time."""

SELECTIONS = frozenset({"show", "hide", "highlight"})
"""The properties that say what a view draws."""

LANES: Mapping[str, tuple[str, ...]] = {"pathway": ("pathway",), "actor": _ACTORS}
"""What `order` names, by what the view is grouped by; `level` and `sphere` are ordered by their words."""

_QUANTITIES = dict.fromkeys(_MEASURE[1:], "quantity")
SLOTS: Mapping[str, str] = {
    **_QUANTITIES,
    "observed": "observed",
    **{
        name: name
        for name in (
            "level",
            "nature",
            "sphere",
            "sufficient",
            "effort",
            "likelihood",
            "acts_on",
            "status",
            "evidence",
            "severity",
            "sector",
            "role",
            "stance",
            "champion",
            "backbone",
            "profile",
            "group_by",
            "direction",
            "theme",
        )
    },
}
"""The slot in which a property's words are looked up; the words of other properties are free names."""

TARGETS: Mapping[str, tuple[str, ...]] = {
    "strategy": ("output", "precondition", "outcome", "vision"),
    "output": ("output", "precondition", "outcome"),
    "precondition": ("precondition", "outcome", "vision"),
    "outcome": ("precondition", "outcome", "vision"),
    "factor": ("output", "precondition", "outcome"),
    "vision": ("output", "precondition", "outcome"),
}
"""Who may point to whom; a vision does so with `feedback` alone.

A link from any of these to an assumption is read as well, so that a rule can say what it is.
"""

INSTEAD: Mapping[tuple[str, str], str] = {
    ("outcome", "by"): "of",
    ("precondition", "by"): "of",
    ("output", "by"): "of",
    ("vision", "by"): "for",
    ("outcome", "for"): "of",
    ("precondition", "for"): "of",
    ("strategy", "of"): "by",
    ("strategy", "for"): "by",
    ("activity", "of"): "by",
    ("strategy", "funded_by"): "by",
    ("indicator", "by"): "collected_by",
    ("indicator", "about"): "measures",
    ("indicator", "in"): "target",
    ("risk", "response"): "mitigated_by",
    ("factor", "mitigated_by"): "response",
    ("actor", "mitigated_by"): "response",
    ("risk", "about"): "on",
    ("question", "on"): "about",
    ("assumption", "by"): "checked_by",
    ("resource", "by"): "from",
    ("resource", "in"): "until",
    ("outcome", "until"): "in",
    ("precondition", "until"): "in",
    ("outcome", "horizon"): "in",
    ("precondition", "horizon"): "in",
    ("vision", "horizon"): "in",
}
"""The property that is probably meant where one stands in a kind that does not take it."""


def takes(kind: str) -> frozenset[str]:
    """Return every property that a declaration of `kind` takes (`link` for a link's block)."""
    return _TAKEN[kind]


def holders(property: str) -> tuple[str, ...]:
    """Return the kinds that take `property`, in the order of the table, with `link` at the end."""
    return tuple(kind for kind, taken in _TAKEN.items() if property in taken)


def needs_id(kind: str, place: str) -> bool:
    """Return whether a declaration of `kind` that stands in `place` (`TOP` or a kind) must have an id."""
    return place not in KINDS[kind].anonymous


_TAKEN: Mapping[str, frozenset[str]] = {
    **{kind.kind: frozenset((*kind.properties, *COMMON)) for kind in _KINDS},
    "link": frozenset((*LINK_PROPERTIES, *COMMON)),
}
