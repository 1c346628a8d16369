"""How a picture is wanted."""

from datetime import date

from attrs import frozen


@frozen
class Options:
    """What whoever asks for a picture can say; None leaves the choice to the view, then to a good default.

    `view` is the id of a view of the theory, `direction` up, right, down or left, `theme` the name of a theme,
    `paper` A4 to A0, `language` en or fr; `public` leaves out what is private; `today` is shown as the picture's
    date; `engine` is the Graphviz to use, `embedded` or `system`.
    """

    view: str | None = None
    direction: str | None = None
    theme: str | None = None
    paper: str | None = None
    language: str | None = None
    public: bool = False
    today: date | None = None
    engine: str = "embedded"
