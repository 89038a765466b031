"""The door for large files: what is offered is written, what failed or is old is gone, offers live with their page."""

import asyncio
import gc
import json
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pages.parts.taking import file_door
from pages.parts.taking.file_door import Offered, put_on_offer, routes


def an_offer(text: str = "x") -> Offered:
    """A file that holds a text."""

    def write(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return Offered("表三.csv", "text/csv", write)


def test_a_file_lies_on_the_disk_until_it_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the disk: a file is there to be fetched, and gone with its folder when its time is over."""
    token = file_door._written(an_offer("内容"))
    ready = file_door._ready[token]
    assert ready.path.read_text(encoding="utf-8") == "内容"
    monkeypatch.setattr(file_door, "_SECONDS_KEPT", -1)
    file_door._delete_old()
    assert token not in file_door._ready
    assert not Path(ready.folder.name).exists()


def test_a_file_that_failed_leaves_nothing_behind() -> None:
    """Protects the disk: a failure frees the folder."""
    before = set(file_door._ready)
    folders: list[Path] = []

    def failing(path: Path) -> None:
        folders.append(path.parent)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        file_door._written(Offered("x", "text/csv", failing))
    assert set(file_door._ready) == before
    assert not folders[0].exists()
    assert folders[0] not in file_door._in_use


async def taken(offered: Offered) -> str:
    """The token of a file as a browser gets it."""
    return str(json.loads("".join([part async for part in file_door._told_when_written(offered)]))["file"])


def holding(started: threading.Event, go_on: threading.Event) -> Callable[[Path], None]:
    """A file that is not written before it may be."""

    def write(path: Path) -> None:
        started.set()
        assert go_on.wait(20)
        path.touch()

    return write


def test_nothing_else_waits_for_slow_files() -> None:
    """Protects everybody else: while workbooks queue, a CSV is written and the server's own threads stay free."""
    started, go_on = threading.Event(), threading.Event()

    async def queue() -> None:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(2))
        slow = [asyncio.create_task(taken(Offered("x.xlsx", "workbook", holding(started, go_on)))) for _ in range(6)]
        try:
            assert await asyncio.wait_for(asyncio.to_thread(started.wait, 20), 10)
            assert await asyncio.wait_for(taken(an_offer()), 10) in file_door._ready
            assert await asyncio.wait_for(asyncio.to_thread(int, "7"), 10) == 7
            assert not any(task.done() for task in slow)
        finally:
            go_on.set()
        assert set(await asyncio.gather(*slow)) <= file_door._ready.keys()

    asyncio.run(queue())


def test_files_of_a_kind_are_written_one_after_the_other() -> None:
    """Protects memory: two workbooks at once would need twice as much."""
    at_once, most = [0], [0]

    def write(path: Path) -> None:
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        time.sleep(0.02)
        at_once[0] -= 1
        path.touch()

    async def several() -> None:
        await asyncio.gather(*(taken(Offered("x.xlsx", "workbook", write)) for _ in range(4)))

    asyncio.run(several())
    assert most == [1]


def test_a_failure_frees_the_turn() -> None:
    """Protects the next reader: a file that failed does not hold up those behind it."""

    def failing(path: Path) -> None:
        raise OSError(f"no room for {path.name}")

    async def one_behind_the_other() -> str:
        with pytest.raises(OSError, match="no room"):
            await taken(Offered("x", "text/csv", failing))
        return await asyncio.wait_for(taken(an_offer()), 10)

    assert asyncio.run(one_behind_the_other()) in file_door._ready


def test_whoever_went_away_is_not_waited_for() -> None:
    """Protects those behind a closed tab: a file that nobody waits for any more is not begun."""
    started, go_on = threading.Event(), threading.Event()
    written: list[Path] = []

    async def leaving() -> None:
        first = asyncio.create_task(taken(Offered("x.xlsx", "workbook", holding(started, go_on))))
        assert await asyncio.to_thread(started.wait, 20)
        second = asyncio.create_task(taken(Offered("y.xlsx", "workbook", written.append)))
        await asyncio.sleep(0.05)
        second.cancel()
        await asyncio.wait({second})
        go_on.set()
        await first
        await taken(Offered("z.xlsx", "workbook", Path.touch))

    asyncio.run(leaving())
    assert written == []


def test_an_answer_that_takes_long_is_never_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects slow files from browsers and proxies that give up: something comes all the time, and JSON at the end."""
    monkeypatch.setattr(file_door, "_SECONDS_SILENT", 0.01)

    def slow(path: Path) -> None:
        time.sleep(0.2)
        path.touch()

    async def answer() -> list[str]:
        return [part async for part in file_door._told_when_written(Offered("x", "slow", slow))]

    parts = asyncio.run(answer())
    assert len(parts) > 3
    assert json.loads("".join(parts))["file"] in file_door._ready


def test_a_failure_is_no_answer() -> None:
    """Protects the reader from waiting for a file that will not come: the answer breaks off, and the page says so."""

    def failing(path: Path) -> None:
        raise OSError(f"no room for {path.name}")

    async def answer() -> list[str]:
        return [part async for part in file_door._told_when_written(Offered("x", "failing", failing))]

    with pytest.raises(OSError, match="no room"):
        asyncio.run(answer())


def test_what_a_killed_server_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the disk from files of servers that had no time to clean up; what is fresh or not ours stays."""
    monkeypatch.setattr(file_door, "gettempdir", lambda: str(tmp_path))
    folders = [tmp_path / name for name in ("gongkai-extract-old", "gongkai-extract-new", "others-old")]
    for folder in folders:
        folder.mkdir()
        if folder.name.endswith("old"):
            os.utime(folder, (0, 0))
    file_door._delete_old()
    assert [folder.exists() for folder in folders] == [False, True, True]


def test_a_file_that_is_being_written_is_no_left_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects files that take very long to write from the next reader's cleaning up."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(file_door, "_LEFT_BEHIND", -1)

    def writing(path: Path) -> None:
        file_door._delete_old()
        path.touch()

    assert file_door._ready[file_door._written(Offered("x", "text/csv", writing))].path.exists()


def test_an_offer_lives_as_long_as_the_page_that_makes_it() -> None:
    """Protects a quiet tab, however many others ask meanwhile; and memory, when the tab is closed."""
    mine = an_offer()
    token = put_on_offer(mine)
    others = [put_on_offer(an_offer()) for _ in range(1000)]
    assert file_door._offers[token] is mine
    gc.collect()
    assert not set(file_door._offers.keys()) & set(others)


@pytest.mark.parametrize(("base", "start"), [("", "/extracts/"), ("open/data/", "/open/data/extracts/")])
def test_the_door_stands_below_the_base_path(base: str, start: str) -> None:
    """Protects servers behind a proxy: the door is where the pages are."""
    assert {route.path for route in routes(base)} == {f"{start}{{token}}"}
    assert {method for route in routes(base) for method in route.methods or ()} == {"GET", "HEAD", "POST"}
