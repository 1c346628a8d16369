"""Serving a preview: on this machine alone, until somebody ends it."""

import errno
import gc
import logging
import os
import socket
import warnings
import webbrowser
from collections.abc import Callable
from threading import Thread

import uvicorn
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from toc.messages import Message, _
from toc.preview.application import application
from toc.preview.preview import Preview

LOOPBACK = "127.0.0.1"


class Unservable(Exception):  # noqa: N818, it reads well where it is raised
    """The port cannot be listened on; `message` says why and `hint` what to do."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def listen(port: int) -> socket.socket:
    """Return a socket that listens on `port` of this machine alone, 0 for any that is free; raises Unservable."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # The port of a preview that has just ended is free. Elsewhere this would let two have the same.
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((LOOPBACK, port))
        found.listen()
    except OSError as error:
        found.close()
        raise Unservable(_refusal(error, port), _("leave out `--port` for one that is free")) from error
    return found


def serve(preview: Preview, listening: socket.socket, started: Callable[[str], None]) -> None:
    """Serve `preview` until Ctrl-C, which is raised as KeyboardInterrupt.

    `started` is told the address once it answers; what `started` raises ends it.
    """
    port = listening.getsockname()[1]
    # Commands end soon and collect no garbage; this one does not.
    gc.enable()
    logging.disable(logging.CRITICAL)
    # What Ctrl-C ends before it has begun was never awaited, which is nothing to tell anybody.
    warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)
    config = uvicorn.Config(
        application(preview, port),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        ws=WebSocketsSansIOProtocol,
        timeout_graceful_shutdown=1,
        ws_max_size=4096,
        ws_per_message_deflate=False,
    )
    try:
        _Server(config, lambda: started(f"http://{LOOPBACK}:{port}/")).run(sockets=[listening])
    finally:
        # Python looks for garbage once more before it ends, which after a large model takes seconds.
        gc.freeze()


class _Server(uvicorn.Server):
    """A server that calls `started` when it answers and looks after Ctrl-C."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell_started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, then say so."""
        await super().startup(sockets)
        if self.started:
            self._tell_started()


def show_in_browser(address: str) -> None:
    """Open `address` in a browser with a window of its own, where there is one."""
    Thread(target=_open, args=(address,), daemon=True, name="toc-preview-browser").start()


def _open(address: str) -> None:
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    # Browsers of this sort take over the terminal; they are opened for those who ask for them.
    if type(browser) is not webbrowser.GenericBrowser or "BROWSER" in os.environ:
        browser.open(address)


def _refusal(error: OSError, port: int) -> Message:
    match error.errno:
        case errno.EADDRINUSE:
            return _("port {port} is taken by another program", port=str(port))
        case errno.EACCES:
            return _("you are not allowed to listen on port {port}", port=str(port))
        case _:
            return _("port {port} cannot be listened on: {reason}", port=str(port), reason=error.strerror or str(error))
