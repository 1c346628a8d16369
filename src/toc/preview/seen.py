"""What one look at the files of a model found; whoever starts a preview knows how to look."""

from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import field, frozen

from toc.analysis import Analysis
from toc.diagnostics import Diagnostic, Severity
from toc.messages import Message
from toc.scene.memory import Memory
from toc.scene.theme import Theme
from toc.source import Source


@frozen
class Watched:
    """What to follow: files, whether they are there or not, and of `whole` folders every model, new ones too."""

    files: frozenset[Path] = frozenset()
    whole: frozenset[Path] = frozenset()


@frozen
class Seen:
    """What one look found; `diagnostics` and `sources` name files as they are shown.

    `places` maps these names to the paths of the workspace. `analysis` is None where there was nothing to look at, and
    `trouble` says why. `language` is that of whoever reads the messages; `own` and `memory` are for the pictures.
    """

    watched: Watched
    language: str = "en"
    analysis: Analysis | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, Source] = field(factory=dict, repr=False)
    places: Mapping[str, str] = field(factory=dict, repr=False)
    own: Theme | None = field(default=None, repr=False)
    memory: Memory | None = field(default=None, repr=False)
    trouble: tuple[Message, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether everything written was understood: rules on what it means may still find errors in it."""
        return (
            self.analysis is not None
            and not self.trouble
            and not any(found.severity is Severity.ERROR and not found.rule.check for found in self.diagnostics)
        )


Look = Callable[[], Seen]
