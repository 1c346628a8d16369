"""What is shown at each moment: the latest look at the files, and the last pictures of them that could be drawn."""

import asyncio
import json
from typing import Any

from attrs import evolve, field, frozen

from toc.messages import Message, _, show
from toc.model.theory import Theory
from toc.preview.aside import aside
from toc.preview.pictures import Picture, drawn, nothing_drawn, usual_view, views
from toc.preview.remarks import remarks
from toc.preview.seen import Look, Seen
from toc.preview.watching import changes
from toc.preview.words import COULD_BE_READ, KEPT, words
from toc.scene.engine import EngineError
from toc.scene.options import Options
from toc.scene.views import view_named


@frozen
class Moment:
    """One state of the page: its picture and, as JSON, all that is said beside it."""

    picture: Picture = field(repr=False)
    beside: str = field(repr=False)

    def told(self, known: str) -> str:
        """Return the message for a page that shows the picture named `known`."""
        if known == self.picture.name:
            return self.beside
        return f"{self.beside[:-1]},{self.picture.drawn[1:]}}}"


@frozen
class _Drawing:
    """A picture, the state it is of, and why it is not of the present one."""

    picture: Picture
    number: int
    problem: Message | None = None


class Preview:
    """Follows a model by looking at it again and again; tells its `listeners` when there is something new."""

    def __init__(self, seen: Seen, look: Look, options: Options) -> None:
        self.seen = seen
        self.look = look
        self.options = options
        self.listeners: set[asyncio.Event] = set()
        # What is drawn, and how often that has changed.
        self._shown = seen
        self._number = 0
        self._drawings: dict[str, _Drawing] = {}
        self._working = asyncio.Lock()

    async def follow(self) -> None:
        """Look at the files each time that they change, until cancelled."""
        try:
            async for _change in changes(lambda: self.seen.watched):
                await self.refresh()
        except Exception as error:  # noqa: BLE001, nobody hears of it but by the page
            self.take(self._failed(error))

    async def refresh(self) -> None:
        """Look at the files now."""
        async with self._working:
            self.take(await aside(self._looked))

    def take(self, seen: Seen) -> None:
        """Show what was seen: in a new picture where everything was understood or nothing ever was."""
        self.seen = seen
        if seen.is_sound or (seen.analysis is not None and not self._shown.is_sound):
            self._shown = seen
            self._number += 1
        for listener in self.listeners:
            listener.set()

    async def moment(self, view: str | None) -> Moment:
        """Return the present state of a page that shows `view`."""
        async with self._working:
            return await aside(lambda: self._moment(view))

    def _looked(self) -> Seen:
        try:
            return self.look()
        except Exception as error:  # noqa: BLE001, the page goes on, and says so
            return self._failed(error)

    def _failed(self, error: Exception) -> Seen:
        return evolve(self.seen, analysis=None, diagnostics=(), trouble=(_fault(error),))

    def _moment(self, view: str | None) -> Moment:
        theory = self._shown.analysis.theory if self._shown.analysis else None
        name, missing = self._view(theory, view)
        drawing = self._drawing(name)
        said = [*self._said(), *missing, *([drawing.problem] if drawing.problem else [])]
        language = self.seen.language
        beside: dict[str, Any] = {
            "name": drawing.picture.name,
            "frame": drawing.picture.frame,
            "title": drawing.picture.scene.title,
            "view": name,
            "views": views(theory, self.options) if theory else (),
            "language": language,
            "notices": [show(message, language) for message in said],
            "sound": self.seen.is_sound,
            "remarks": remarks(self.seen, drawing.picture),
            "words": words(language),
        }
        return Moment(drawing.picture, json.dumps(beside, ensure_ascii=False, separators=(",", ":")))

    def _view(self, theory: Theory | None, view: str | None) -> tuple[str, tuple[Message, ...]]:
        if theory is None:
            return "", ()
        usual = usual_view(theory, self.options)
        if not view or view_named(theory, view) is not None:
            return view or usual, ()
        return usual, (_("There is no view `{name}` any more", name=view),)

    def _said(self) -> tuple[Message, ...]:
        if self.seen.trouble:
            return self.seen.trouble
        if self.seen.is_sound:
            return ()
        return (KEPT if self._shown.is_sound else COULD_BE_READ,)

    def _drawing(self, view: str) -> _Drawing:
        """The picture of a view; where it cannot be drawn, the last one of it."""
        before = self._drawings.get(view)
        if before is None or before.number != self._number:
            self._drawings[view] = self._drawn(view, before)
        return self._drawings[view]

    def _drawn(self, view: str, before: _Drawing | None) -> _Drawing:
        problem: Message | None = None
        try:
            if self._shown.analysis is not None:
                return _Drawing(drawn(self._shown, self.options, view or None), self._number)
        except EngineError as error:
            problem = error.message
        except Exception as error:  # noqa: BLE001, the page goes on, and says so
            problem = _fault(error)
        picture = before.picture if before else nothing_drawn(self._shown, self.options)
        return _Drawing(picture, self._number, problem)


def _fault(error: Exception) -> Message:
    said = f"{type(error).__name__}: {error}".partition("\n")[0]
    return _("This is a fault in toc, not in your file: {fault}", fault=said)
