"""The door for large files: what is offered is written, what failed or is old is gone, old offers are forgotten."""

import asyncio
import json
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pages.parts import file_door
from pages.parts.file_door import Offered, put_on_offer, routes


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
    """Protects the disk and the next reader: a failure frees the folder and the turn."""
    before = set(file_door._ready)
    folders: list[Path] = []

    def failing(path: Path) -> None:
        folders.append(path.parent)
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        file_door._written(Offered("x", "text/csv", failing))
    assert set(file_door._ready) == before
    assert not folders[0].exists()
    assert not file_door._turns["text/csv"].locked()


def test_a_quick_file_does_not_wait_for_a_slow_one() -> None:
    """Protects whoever takes a CSV while somebody else's workbook is being written; two of a kind take turns."""
    started, go_on = threading.Event(), threading.Event()

    def slow(path: Path) -> None:
        started.set()
        assert go_on.wait(20)
        path.touch()

    with ThreadPoolExecutor() as threads:
        first = threads.submit(file_door._written, Offered("x.xlsx", "workbook", slow))
        assert started.wait(20)
        second = threads.submit(file_door._written, Offered("y.xlsx", "workbook", Path.touch))
        assert file_door._written(an_offer()) in file_door._ready
        assert not first.done()
        assert not second.done()
        go_on.set()
        assert {first.result(), second.result()} <= file_door._ready.keys()


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


def test_the_oldest_of_many_offers_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects memory: each run of the page makes an offer, and only the last ones are kept."""
    monkeypatch.setattr(file_door, "_OFFERS_KEPT", 2)
    tokens = [put_on_offer(an_offer()) for _ in range(3)]
    assert list(file_door._offers) == tokens[1:]


@pytest.mark.parametrize(("base", "start"), [("", "/extracts/"), ("open/data/", "/open/data/extracts/")])
def test_the_door_stands_below_the_base_path(base: str, start: str) -> None:
    """Protects servers behind a proxy: the door is where the pages are."""
    assert {route.path for route in routes(base)} == {f"{start}{{token}}"}
    assert {method for route in routes(base) for method in route.methods or ()} == {"GET", "HEAD", "POST"}
