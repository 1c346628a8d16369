"""Notices that files change on the disk, in whatever way they are saved."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from pathlib import Path

from watchfiles import awatch

from toc.preview.seen import Watched
from toc.workspace import CONFIGURATION, PROJECT, SUFFIX

# In milliseconds: saves that follow each other within STEP are one, but nobody waits longer than LONGEST for them.
STEP = 40
LONGEST = 400
# Some disks (of other machines, of containers) tell of nothing: they are asked.
ASK = 1000
Stamp = tuple[int, int, int]


async def changes(watched: Callable[[], Watched]) -> AsyncGenerator[None, None]:
    """Yield each time that something of what is `watched` has changed, appeared or gone; what that is may change."""
    stamps = _stamps(watched())
    while True:
        folders = _folders(watched())
        async with aclosing(_events(folders)) as events:
            async for paths in events:
                before, stamps = stamps, _stamps(watched())
                if _concern(paths, watched()) or before != stamps:
                    yield None
                    # Meanwhile somebody looked: what changed after these stamps were taken counts as new.
                    stamps = {path: stamps.get(path, stamp) for path, stamp in _stamps(watched()).items()}
                if _folders(watched()) != folders:
                    break


async def _events(folders: frozenset[Path]) -> AsyncGenerator[set[str], None]:
    """Yield the paths that something happened to, every now and then none; ends where that cannot be told."""
    if folders:
        try:
            async for found in awatch(
                *folders,
                watch_filter=None,
                debounce=LONGEST,
                step=STEP,
                rust_timeout=ASK,
                yield_on_timeout=True,
                recursive=False,
            ):
                yield {path for _change, path in found}
        except (OSError, RuntimeError):
            # A folder went away, or the system watches no more of them.
            pass
    await asyncio.sleep(ASK / 1000)
    yield set()


def _folders(watched: Watched) -> frozenset[Path]:
    folders = {*watched.whole, *(file.parent for file in watched.files)}
    return frozenset(folder for folder in folders if folder.is_dir())


def _concern(paths: Iterable[str], watched: Watched) -> bool:
    return any(_concerns(Path(path), watched) for path in paths)


def _concerns(path: Path, watched: Watched) -> bool:
    if path in watched.files:
        return True
    of_model = path.suffix == SUFFIX or path.name in {CONFIGURATION, PROJECT}
    return of_model and path.parent in watched.whole


def _stamps(watched: Watched) -> dict[Path, Stamp | None]:
    return {path: _stamp(path) for path in sorted(watched.files)}


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
