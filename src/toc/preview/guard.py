"""Who may speak to the preview: pages that it served itself, and programs of this machine.

A web site may point a name of its own at 127.0.0.1 (DNS rebinding), or let its script call that address; its requests
name another host or come from another origin.
"""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
NAMES = ("127.0.0.1", "localhost")
FORBIDDEN = 403


class Guard:
    """Hands a request to `inner` where it names this host and port and does not come from elsewhere."""

    def __init__(self, inner: Application, port: int) -> None:
        self.inner = inner
        self.hosts = frozenset(f"{name}:{port}" for name in NAMES)
        if port == 80:
            self.hosts |= frozenset(NAMES)
        self.origins = frozenset(f"http://{host}" for host in self.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan" or self.admits(scope.get("headers", ())):
            await self.inner(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            body = b"this address is for pages of toc preview on this machine\n"
            headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(body)).encode())]
            await send({"type": "http.response.start", "status": FORBIDDEN, "headers": headers})
            await send({"type": "http.response.body", "body": body})

    def admits(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        """Return whether these headers are those of a request to be answered; a program need not name an origin."""
        found = [(name.lower(), value.decode("latin-1").lower()) for name, value in headers]
        hosts = [value for name, value in found if name == b"host"]
        origins = [value for name, value in found if name == b"origin"]
        return len(hosts) == 1 and hosts[0] in self.hosts and all(origin in self.origins for origin in origins)
