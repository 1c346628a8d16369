"""A chart, drawn: its size, its content as SVG, and the words around it."""

from attrs import frozen

WIDTH = 720


@frozen
class Chart:
    """One chart.

    `name` is fit for an id; `title` and `note` (how to read it) stand above it, `says` is what those hear who cannot
    see it. `content` is SVG below its origin, `width` and `height` are in px.
    """

    name: str
    title: str
    note: str
    says: str
    width: int
    height: int
    content: str
