"""The door through which large files leave: written to disk on request, sent from disk, deleted soon after.

Streamlit's own download holds the whole file in memory, twice while it is sent, and gives up after three minutes. Here
memory holds one batch, whatever the size, and one file of a kind is written at a time by a thread of its own: whoever
comes second waits his turn, but nobody with a quick file, and no page, waits behind a slow one.
"""

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir
from typing import Final, TypeVar
from uuid import uuid4
from weakref import WeakValueDictionary

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

ADDRESS: Final = "extracts"
_SECONDS_KEPT: Final = 900
_SECONDS_SILENT: Final = 10
"""Browsers and proxies give up on an answer of which nothing has come for some while."""
_FOLDERS: Final = "gongkai-extract-"
_FILE: Final = "file"
_HEADERS: Final = {"Content-Encoding": "identity", "Cache-Control": "no-store"}
"""Named as it is, so that nothing compresses hundreds of megabytes on the way and the browser knows the size."""
_LEFT_BEHIND: Final = 4 * _SECONDS_KEPT
"""A folder older than this is that of a server which was killed."""


Registered = TypeVar("Registered")


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Offered:
    """A file that a page offers: its name, its media type, and what writes it. Gone when the page lets go of it."""

    name: str
    mime: str
    write: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A file that was written: where it lies until it is deleted, and what it is then called."""

    name: str
    mime: str
    folder: TemporaryDirectory[str]
    since: float

    @property
    def path(self) -> Path:
        return Path(self.folder.name) / _FILE


_offers: Final[WeakValueDictionary[str, Offered]] = WeakValueDictionary()
_ready: Final[dict[str, _Ready]] = {}
_registers: Final = threading.Lock()
_writers: Final[dict[str, ThreadPoolExecutor]] = {}
_in_use: Final[set[Path]] = set()


def put_on_offer(offered: Offered) -> str:
    """The token under which a file may be asked for, for as long as the caller keeps what he offers."""
    token = uuid4().hex
    with _registers:
        _offers[token] = offered
    return token


def routes(base: str) -> list[Route]:
    """The two addresses of the door below the server's base path: ask for a file to be written, and fetch it."""
    start = "/".join(["", *filter(None, (base.strip("/"), ADDRESS))])
    return [
        Route(f"{start}/{{token}}", _prepare, methods=["POST"]),
        Route(f"{start}/{{token}}", _hand_over, methods=["GET"]),
    ]


async def _prepare(request: Request) -> Response:
    offered = _named(request, _offers)
    return StreamingResponse(_told_when_written(offered), media_type="application/json", headers=_HEADERS)


async def _told_when_written(offered: Offered) -> AsyncIterator[str]:
    """The token of the file as JSON; until it is there, spaces, which JSON allows in front. A failure ends it early."""
    writing = asyncio.get_running_loop().run_in_executor(_writer(offered.mime), _written, offered)
    try:
        while not writing.done():
            yield " "
            await asyncio.wait({writing}, timeout=_SECONDS_SILENT)
        yield json.dumps({"file": writing.result()})
    finally:
        # Whoever went away before his turn came leaves the queue.
        writing.cancel()


async def _hand_over(request: Request) -> Response:
    ready = _named(request, _ready)
    return FileResponse(ready.path, media_type=ready.mime, filename=ready.name, headers=_HEADERS)


def _named(request: Request, register: Mapping[str, Registered]) -> Registered:
    """What the token of the request stands for in a register; 404 when it stands for nothing any more."""
    with _registers:
        registered = register.get(request.path_params["token"])
    if registered is None:
        raise HTTPException(404)
    return registered


def _writer(kind: str) -> ThreadPoolExecutor:
    """The one thread that writes the files of a kind, one after the other."""
    with _registers:
        return _writers.setdefault(kind, ThreadPoolExecutor(1, thread_name_prefix="extracts"))


def _written(offered: Offered) -> str:
    """The token of the file once it is on the disk."""
    _delete_old()
    folder = TemporaryDirectory(prefix=_FOLDERS, ignore_cleanup_errors=True)
    _in_use.add(Path(folder.name))
    try:
        offered.write(Path(folder.name) / _FILE)
    except BaseException:
        _remove(folder)
        raise
    token = uuid4().hex
    with _registers:
        _ready[token] = _Ready(offered.name, offered.mime, folder, time.monotonic())
    return token


def _remove(folder: TemporaryDirectory[str]) -> None:
    folder.cleanup()
    _in_use.discard(Path(folder.name))


def _delete_old() -> None:
    """Removes files that were ready a while ago, and what a server that was killed has left behind."""
    with _registers:
        old = [token for token, ready in _ready.items() if time.monotonic() - ready.since > _SECONDS_KEPT]
        gone = [_ready.pop(token) for token in old]
        in_use = set(_in_use)
    for ready in gone:
        _remove(ready.folder)
    for folder in set(Path(gettempdir()).glob(f"{_FOLDERS}*")) - in_use:
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > _LEFT_BEHIND:
                rmtree(folder, ignore_errors=True)
