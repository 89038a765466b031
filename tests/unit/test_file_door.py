"""The door for large files: what is offered is written, what failed or is old is gone, old offers are forgotten."""

import os
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
    assert file_door._one_at_a_time.acquire(blocking=False)
    file_door._one_at_a_time.release()


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
