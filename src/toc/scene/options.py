"""How a picture is wanted."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from toc.scene.memory import Memory
from toc.scene.theme import Theme

if TYPE_CHECKING:
    from toc.leverage.assessment import Leverage


@frozen
class Options:
    """What whoever asks for a picture can say; None leaves the choice to the view, then to a good default.

    `view` is a view: the id of one in the theory, of a pathway or an actor, or the name of one that is always there;
    `direction` is up, right, down or left, `theme` the name of a theme, `paper` A4 to A0, `language` en or fr;
    `public` leaves out what is private; `today` is shown as the picture's date; `engine` is the Graphviz to use,
    `embedded` or `system`. `marks` are the names of the marks to draw; `details` asks for all that can be told of
    each card and link; `leverage` gives numbers made elsewhere, for the marks and details that show them. `own` is the
    organisation's theme, which counts where neither `theme` nor the view names one. `memory` is where cards stood
    before, and stay.
    """

    view: str | None = None
    direction: str | None = None
    theme: str | None = None
    paper: str | None = None
    language: str | None = None
    public: bool = False
    today: date | None = None
    engine: str = "embedded"
    marks: frozenset[str] | None = None
    details: bool = False
    leverage: "Callable[[], Leverage] | None" = field(default=None, repr=False)
    own: Theme | None = None
    memory: Memory | None = field(default=None, repr=False)
