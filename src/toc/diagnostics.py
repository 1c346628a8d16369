"""What can be said about a model: rules, findings (what a stage yields) and diagnostics (what people are shown)."""

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import cleandoc
from typing import Generic, ParamSpec

from attrs import evolve, field, frozen

from toc.messages import Message

BASE = "base"
AOC = "aoc"
CI = "collective_impact"
OM = "outcome_mapping"
RESULTS = "results"


class Severity(enum.Enum):
    """How much a finding weighs: errors fail a check, warnings only with `--strict`, infos never."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@frozen(order=True)
class Origin:
    """Where something was written. Opaque to rules: they pass it on, and `analysis` turns it into a place."""

    file: str
    start: int
    end: int

    def part(self, start: int, end: int) -> "Origin":
        """Return the origin of characters `start` to `end` of what this one covers (for a text: of its value)."""
        return Origin(self.file, self.start + start, self.start + end)


@frozen
class Related:
    """Another place that a finding speaks of, and what is to be seen there."""

    origin: Origin
    message: Message


@frozen
class Edit:
    """One named edit; `syntax.edits` turns it into text.

    `replace` puts `text` in the place of the origin; `remove` takes away the statement, property or item there;
    `add` adds the property line `text` to the declaration or link there, and opens a block where there is none.
    """

    action: str
    origin: Origin
    text: str = ""


@frozen
class Fix:
    """A change that mends a finding. A safe one never changes what the model means."""

    title: Message
    edits: tuple[Edit, ...]
    safe: bool = True


@frozen
class Finding:
    """What a rule has to say about one place, before anyone knows where in the text that is."""

    origin: Origin
    message: Message
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    rule: "Rule | None" = field(default=None, eq=False, repr=False)


@frozen
class Rule:
    """A rule of the rule book: what it is called, how much it weighs, who asks for it, and its page.

    `profiles` are those in which it is on; `BASE` means always. `thresholds` maps a name to its default.
    `check` yields findings for a theory; it is None for what a stage of the compiler finds by itself.
    `page` is Markdown: a first line that says what is wrong, then why it matters, a bad and a good example.
    """

    code: str
    name: str
    severity: Severity
    profiles: tuple[str, ...] = (BASE,)
    sources: tuple[str, ...] = ()
    thresholds: Mapping[str, float] = field(factory=dict, hash=False)
    page: str = field(default="", repr=False)
    check: Callable[..., Iterator[Finding]] | None = field(default=None, eq=False, repr=False)
    severities: Mapping[str, Severity] = field(factory=dict, hash=False)

    def severity_in(self, profiles: Iterable[str]) -> Severity:
        """Return the severity under `profiles`: some rules weigh more in one of them."""
        return next((self.severities[name] for name in sorted(profiles) if name in self.severities), self.severity)


@frozen
class TextEdit:
    """Replace characters `start` to `end` of a file by `text`."""

    file: str
    start: int
    end: int
    text: str


@frozen
class TextFix:
    """A fix as edits of text."""

    title: Message
    edits: tuple[TextEdit, ...]
    safe: bool = True


@frozen
class Diagnostic:
    """A finding with its severity and place, ready to be shown in any language and format."""

    rule: Rule
    severity: Severity
    message: Message
    origin: Origin
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    fixes: tuple[TextFix, ...] = ()


def rule(
    code: str,
    severity: Severity,
    profiles: tuple[str, ...] = (BASE,),
    sources: Iterable[str] = (),
    severities: Mapping[str, Severity] | None = None,
    **thresholds: float,
) -> Callable[[Callable[..., Iterator[Finding]]], Rule]:
    """Make a rule of a function from a theory (and the thresholds, by name) to findings.

    The function's name, with `-` for `_`, is the rule's name; its docstring is the rule's page.
    """

    def make(check: Callable[..., Iterator[Finding]]) -> Rule:
        name = check.__name__.strip("_").replace("_", "-")
        page = cleandoc(check.__doc__ or "")
        return Rule(code, name, severity, profiles, tuple(sources), thresholds, page, check, severities or {})

    return make


P = ParamSpec("P")


@frozen
class Problem(Generic[P]):
    """A rule that a stage of the compiler finds by itself: calling it makes the finding."""

    rule: Rule
    make: Callable[P, Finding]

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.rule.name

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule.code

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Finding:
        """Make the finding."""
        return evolve(self.make(*args, **kwargs), rule=self.rule)


def problem(
    code: str, severity: Severity = ERROR, sources: Iterable[str] = ()
) -> Callable[[Callable[P, Finding]], Problem[P]]:
    """Make a problem of a function that makes one finding; name and page come from it as for a rule."""

    def make(function: Callable[P, Finding]) -> Problem[P]:
        name = function.__name__.strip("_").replace("_", "-")
        page = cleandoc(function.__doc__ or "")
        made = Rule(code, name, severity, (BASE,), tuple(sources), {}, page)
        return Problem(made, function)

    return make
