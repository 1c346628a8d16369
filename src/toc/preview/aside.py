"""Long work beside the loop that answers."""

import asyncio
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Found = TypeVar("Found")


async def aside(work: Callable[[], Found]) -> Found:
    """Return what `work` returns, done in a thread of its own: nobody waits for it when the program is to end."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[Found] = loop.create_future()

    def settle(settling: Callable[[], None]) -> None:
        if not result.done():
            settling()

    def run() -> None:
        try:
            found = work()
        except BaseException as error:  # noqa: BLE001, whoever waits is told
            tell(lambda error=error: result.set_exception(error))  # type: ignore[misc]
        else:
            tell(lambda: result.set_result(found))

    def tell(settling: Callable[[], None]) -> None:
        try:
            loop.call_soon_threadsafe(settle, settling)
        except RuntimeError:
            # The loop has ended meanwhile, and with it everybody who waited.
            return

    Thread(target=run, daemon=True, name="toc-preview-work").start()
    return await result
