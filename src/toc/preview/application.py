"""The web application of a preview: its page, its picture, and the line on which the page hears of changes."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from attrs import define, field
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from toc.preview.aside import aside
from toc.preview.guard import Guard
from toc.preview.page import preview_page
from toc.preview.pictures import as_svg
from toc.preview.preview import Preview

# What the page may do stands in the page itself; this holds for those who would put it into theirs.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# An editor shows the picture in a window of its own, which is another origin.
OF_PICTURE = {
    **HEADERS,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
# A view's name is short; nothing longer is read.
LONGEST_NAME = 500


def application(preview: Preview, port: int) -> Guard:
    """Return the application that serves `preview` on `port`, and follows its files as long as it runs."""

    @asynccontextmanager
    async def following(_application: Starlette) -> AsyncGenerator[None, None]:
        task = asyncio.create_task(preview.follow())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def page(request: Request) -> Response:
        moment = await preview.moment(request.query_params.get("view"))
        written = await aside(lambda: preview_page(moment))
        return Response(written, media_type="text/html", headers=HEADERS)

    async def picture(request: Request) -> Response:
        moment = await preview.moment(request.query_params.get("view"))
        written = await aside(lambda: as_svg(moment.picture))
        return Response(written, media_type="image/svg+xml", headers=OF_PICTURE)

    async def live(socket: WebSocket) -> None:
        await _tell(socket, preview)

    routes = [Route("/", page), Route("/picture.svg", picture), WebSocketRoute("/live", live)]
    return Guard(Starlette(routes=routes, lifespan=following), port)


@define
class _Page:
    """What a page at the other end shows: its view, the name of its picture; `stirred` when either side has news."""

    view: str | None
    picture: str
    stirred: asyncio.Event = field(factory=asyncio.Event)


async def _tell(socket: WebSocket, preview: Preview) -> None:
    """Tell a page of each new state, until it is closed; states that follow each other quickly are skipped."""
    asked = socket.query_params
    page = _Page(asked.get("view"), asked.get("picture", ""))
    await socket.accept()
    preview.listeners.add(page.stirred)
    hearing = asyncio.create_task(_hear(socket, page))
    try:
        while not hearing.done():
            page.stirred.clear()
            moment = await preview.moment(page.view)
            await socket.send_text(moment.told(page.picture))
            page.picture = moment.picture.name
            await page.stirred.wait()
    except (WebSocketDisconnect, RuntimeError):
        # It was closed in the middle of a message.
        return
    finally:
        preview.listeners.discard(page.stirred)
        hearing.cancel()


async def _hear(socket: WebSocket, page: _Page) -> None:
    """Hear which view the page wants, until it is closed."""
    try:
        while True:
            name = await socket.receive_text()
            if len(name) <= LONGEST_NAME:
                page.view = name or None
                page.stirred.set()
    except (WebSocketDisconnect, KeyError):
        return
    finally:
        page.stirred.set()
