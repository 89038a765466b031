"""Faults that are not the document's own: they pass, and a broken reader never takes the place of a good build."""

import errno
from pathlib import Path

import pytest

from etl import pipeline
from etl.errors import LoadError
from etl.reading.read import read_document as read
from etl.readings import version
from etl.warehouse.published import published_path
from tests.loads import a_corpus, a_file, loaded, rows


def a_failing_disk(monkeypatch: pytest.MonkeyPatch, data: Path, failing: int) -> None:
    """The first `failing` reads of kept originals end in an error of the disk."""
    healthy, left = Path.read_bytes, [failing]

    def read_bytes(path: Path) -> bytes:
        if data / "sources" / "originals" in path.parents and left[0]:
            left[0] -= 1
            raise OSError(errno.EIO, "Input/output error")
        return healthy(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)


def a_broken_reader(monkeypatch: pytest.MonkeyPatch, new_version: str) -> None:
    """Every document ends in a fault of the program, under another version of the reader."""

    def recognise(_: object) -> None:
        raise KeyError("received")

    monkeypatch.setattr(pipeline, "recognise", recognise)
    monkeypatch.setattr(pipeline, "reader_version", lambda: new_version)


def test_a_fault_of_the_disk_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects a good document from being rejected for good by a disk that failed once."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(), "乙": a_file(year=2022)})
    with monkeypatch.context() as bad_day:
        a_failing_disk(bad_day, tmp_path / "data", failing=1)
        first = loaded(tmp_path / "data", folder)
    assert len(first.rejected) == 1
    assert "磁盘" in first.rejected[0][1]
    again = loaded(tmp_path / "data", folder)
    assert (again.read, again.rejected) == (1, [])
    assert rows(tmp_path / "data", "SELECT count(*) FROM reports") == [(2,)]


def test_a_rejection_lasts(tmp_path: Path) -> None:
    """Protects time: what a document itself says against it is not asked again."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(), "通知": (".txt", "明天开会。".encode())})
    assert loaded(tmp_path / "data", folder).read == 2
    again = loaded(tmp_path / "data", folder)
    assert (again.read, len(again.rejected)) == (0, 1)


def test_a_broken_reader_publishes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the published numbers from an update that reads nothing; the load says so every time."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(), "乙": a_file(year=2022), "空": (".txt", b"")})
    loaded(tmp_path / "data", folder)
    published = published_path(tmp_path / "data")
    with monkeypatch.context() as update:
        a_broken_reader(update, "0" * 12)
        for _ in range(2):
            with pytest.raises(LoadError, match="KeyError"):
                loaded(tmp_path / "data", folder)
    assert published_path(tmp_path / "data") == published
    assert rows(tmp_path / "data", "SELECT count(*) FROM reports") == [(2,)]
    assert loaded(tmp_path / "data", folder).rejected == [("空.txt", "文件是空的，没有任何内容")]


def test_new_documents_that_all_fail_stop_the_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the clerk from an answer that blames each of the new documents where the program is at fault."""
    loaded(tmp_path / "data", a_corpus(tmp_path / "in", {"甲": a_file()}))
    more = a_corpus(tmp_path / "more", {"乙": a_file(year=2022), "丙": a_file(year=2021)})
    a_broken_reader(monkeypatch, version.reader_version())
    with pytest.raises(LoadError, match="没有发布"):
        loaded(tmp_path / "data", more)


def test_a_document_that_fails_every_time_stops_no_later_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the load after next: two documents that the program cannot read are rows, whatever comes later."""
    bad = (b"bad 1", b"bad 2")

    def read_document(data: bytes, name: str) -> object:
        if data in bad:
            raise KeyError("received")
        return read(data, name)

    monkeypatch.setattr(pipeline, "read_document", read_document)
    files = {"甲": a_file(), "乙": (".txt", bad[0]), "丙": (".txt", bad[1])}
    folder = a_corpus(tmp_path / "in", files)
    for _ in range(2):
        assert [path for path, _ in loaded(tmp_path / "data", folder).rejected] == ["丙.txt", "乙.txt"]
