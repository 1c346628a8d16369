"""The protocol as pygls speaks it, without what pygls keeps of each notification until the server ends."""

from typing import Any

from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """Forgets what came of a notification once it is done.

    pygls 2.1 stores the outcome of every notification under a number that nobody asks for: over 1 kB for each
    letter typed.
    """

    def _handle_notification(self, method_name: str, params: Any) -> None:
        super()._handle_notification(method_name, params)
        kept = self._request_futures
        for number in [number for number, outcome in kept.items() if outcome.done()]:
            del kept[number]
