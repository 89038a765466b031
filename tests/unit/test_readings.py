"""Readings: what was read once is kept whole, and no document can stop the reading of the others."""

import os
import shutil
import signal
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal, Inexact
from importlib import metadata
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.errors import LoadError, Rejection
from etl.readings import version, workers
from etl.readings.rows import Rows, content_key
from etl.readings.shards import all_readings, drop_remains, passing_readings, shards, write_shard
from etl.readings.soundness import require_working_reader
from etl.readings.workers import ToRead, read_all
from etl.recognising.report import Clue, Fact, Identity, LeftOver, Report, Section


def a_report(*facts: Fact, text: str = "有不足。") -> Report:
    """A report with these cells."""
    who = Identity("某局2023年报告", "某局", "title", 2023, "title", date(2024, 1, 5), (Clue("phone", "0990-1"),))
    parts = (Section("problems", "五、问题", text, "p9"),)
    return Report(who, "2021", facts or (a_fact(),), parts, (LeftOver("requests", "多余", "t3.r1.c9", "x"),))


def a_fact(value: str | None = "3", raw: str = "3", measure: str = "total") -> Fact:
    """A cell of table three."""
    number = None if value is None else Decimal(value)
    return Fact(
        "requests", "received", measure, number, "件", "blank" if value is None else "reported", raw, "t3.r1.c9"
    )


def documents_in(folder: Path, contents: list[bytes]) -> list[ToRead]:
    """Documents to read with these contents."""
    folder.mkdir()
    documents = [ToRead(f"{n:03}", folder / f"{n}.txt", f"{n}.txt") for n in range(len(contents))]
    for document, content in zip(documents, contents, strict=True):
        document.original.write_bytes(content)
    return documents


def strange_reader(data: bytes, _: str) -> tuple[str, Report]:
    """A reader that does what the document says."""
    if data == b"reject":
        raise Rejection("not_a_report")
    if data == b"fault":
        raise ValueError("unexpected")
    if data == b"kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if data == b"sleep":
        try:
            time.sleep(60)
        except OSError as fault:  # as readers take it for a damaged archive
            raise Rejection("damaged") from fault
    if data == b"surrogate":
        return "text/plain", a_report(text="\ud800")
    return "text/plain", a_report()


def outcomes_of(store: Path) -> dict[str, str | None]:
    """Reason code by document; None when read."""
    return dict(all_readings(store).select("document_id", "reason_code").rows())


def test_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    """Protects every value on its way to disk: numbers exact, empty cells empty, clues and places kept."""
    rows = Rows()
    rows.add_report("d1", "text/plain", a_report(a_fact("428.8689", "428.8689万元"), a_fact(None, "", "business")))
    shard = write_shard(tmp_path, rows.frames())
    cells = shard.frame("cells").select("document_id", "item", "measure", "value", "unit", "status", "raw").rows()
    assert cells == [
        ("d1", "received", "total", Decimal("428.8689"), "件", "reported", "428.8689万元"),
        ("d1", "received", "business", None, "件", "blank", ""),
    ]
    reading = shard.frame("readings").row(0, named=True)
    assert (reading["agency"], reading["year"], reading["published_on"]) == ("某局", 2023, date(2024, 1, 5))
    assert reading["clues"] == [{"kind": "phone", "text": "0990-1"}]
    assert shard.frame("sections").rows() == [("d1", 1, "problems", "五、问题", "有不足。", "p9")]
    assert shard.frame("left_overs").rows() == [("d1", "requests", "多余", "t3.r1.c9", "x")]


def test_a_number_is_never_rounded_on_its_way_to_disk() -> None:
    """Protects every number from the last step: what does not fit is a fault, not another number."""
    with pytest.raises(Inexact):
        Rows().add_report("d1", "text/plain", a_report(a_fact("0.00004")))


@given(st.text(alphabet=" \n\t　", max_size=5))
def test_white_space_and_layout_do_not_make_another_report(space: str) -> None:
    """Protects the counting of reports: the same report in another format has the same key."""
    here = a_report(a_fact("12", "12"), text=f"有{space}不足。")
    there = a_report(a_fact("12.0", f"{space}12.0"), text="有不足。")
    assert content_key(here) == content_key(there)


def test_another_number_or_word_makes_another_report() -> None:
    """Protects a corrected report from being taken for a copy of the first."""
    keys = {content_key(a_report(a_fact(v, r))) for v, r in (("12", "12"), ("13", "13"), (None, ""), (None, "/"))}
    assert len({*keys, content_key(a_report(a_fact("12", "12"), text="没有不足。"))}) == 5


def test_one_bad_document_stops_nothing(tmp_path: Path) -> None:
    """Protects the run: rejections, faults of the reader and text no file can hold become reasons of one document."""
    contents = [b"good", b"reject", b"fault", b"surrogate", b"good"]
    read_all(documents_in(tmp_path / "in", contents), strange_reader, tmp_path / "v", 1, lambda _: None)
    failed = "reading_failed"
    assert outcomes_of(tmp_path / "v") == {
        "000": None,
        "001": "not_a_report",
        "002": failed,
        "003": failed,
        "004": None,
    }
    assert any("ValueError unexpected" in reason for reason in all_readings(tmp_path / "v")["reason"].drop_nulls())


def test_a_document_that_takes_forever_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects a load from a document that the reader never comes to an end with."""
    monkeypatch.setattr(workers, "LONGEST_SECONDS", 0.2)
    read_all(documents_in(tmp_path / "in", [b"sleep", b"good"]), strange_reader, tmp_path / "v", 1, lambda _: None)
    assert outcomes_of(tmp_path / "v") == {"000": "reading_failed", "001": None}
    assert drop_remains(tmp_path / "v") == {"000"}


def test_only_rejections_last(tmp_path: Path) -> None:
    """Protects documents from what was not their fault: the next load tries them again, and only them."""
    documents = documents_in(tmp_path / "in", [b"good", b"reject", b"fault", b"good"])
    documents[3].original.unlink()
    read_all(documents, strange_reader, tmp_path / "v", 1, lambda _: None)
    failed = dict(passing_readings(tmp_path / "v").select("document_id", "reason_code").rows())
    assert failed == {"002": "reading_failed", "003": "no_access"}
    assert drop_remains(tmp_path / "v") == {"002", "003"}
    assert outcomes_of(tmp_path / "v") == {"000": None, "001": "not_a_report"}


@pytest.mark.parametrize(
    ("contents", "is_broken"),
    [
        ([b"fault"], False),
        ([b"fault"] * 2, True),
        ([b"fault"] * 2 + [b"reject"] * 50, True),
        ([b"fault"] * 2 + [b"good"], False),
        ([b"fault"] * 19 + [b"good"] * 2, False),
        ([b"fault"] * 20 + [b"good"] * 60, True),
        ([b"fault"] * 20 + [b"good"] * 61, False),
    ],
)
def test_many_faults_are_those_of_the_program(tmp_path: Path, contents: list[bytes], is_broken: bool) -> None:
    """Protects a good build from one that is all but empty, and a load from a few strange documents."""
    documents, store = documents_in(tmp_path / "in", contents), tmp_path / "v"
    read_all(documents, strange_reader, store, 1, lambda _: None)
    new = {document.document_id for document in documents}
    if is_broken:
        with pytest.raises(LoadError, match="ValueError unexpected"):
            require_working_reader(store, new)
        assert drop_remains(store) == set()
    else:
        require_working_reader(store, new)
        require_working_reader(store, set())


def test_a_document_that_kills_its_worker_is_found_and_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects the other documents of its batch; the culprit is tried again by the next load, the others are not."""
    monkeypatch.setattr(workers, "_WORTH_A_WORKER", 1)
    store, done = tmp_path / "v", list[int]()
    documents = documents_in(tmp_path / "in", [b"good"] * 6 + [b"kill"] + [b"good"] * 5)
    read_all(documents, strange_reader, store, 2, done.append)
    assert outcomes_of(store) == {d.document_id: "reading_failed" if d.name == "6.txt" else None for d in documents}
    assert sum(done) == len(documents)
    drop_remains(store)
    assert set(outcomes_of(store)) == {d.document_id for d in documents if d.name != "6.txt"}


def test_workers_read_what_one_process_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the result from depending on the number of processes."""
    documents = documents_in(tmp_path / "in", [b"good", b"reject", b"fault"] * 5)
    read_all(documents, strange_reader, tmp_path / "one", 1, lambda _: None)
    monkeypatch.setattr(workers, "_WORTH_A_WORKER", 1)
    read_all(documents, strange_reader, tmp_path / "two", 2, lambda _: None)
    one, two = (all_readings(tmp_path / name).drop("shard").sort("document_id") for name in ("one", "two"))
    assert one.equals(two)


def test_half_a_shard_is_no_shard(tmp_path: Path) -> None:
    """Protects a rebuild from what a killed worker left: only renamed shards count, and remains are cleared away."""
    store = tmp_path / "v2"
    write_shard(store, Rows().frames())
    shutil.copytree(shards(store)[0].folder, store / "unfinished-1")
    write_shard(tmp_path / "v1", Rows().frames())
    assert len(shards(store)) == 1
    drop_remains(store)
    assert [path.name for path in tmp_path.iterdir()] == ["v2"]
    assert not (store / "unfinished-1").exists()


def test_a_document_in_two_shards_counts_once(tmp_path: Path) -> None:
    """Protects cells from standing twice when a worker died after its shard was whole."""
    rows = Rows()
    rows.add_report("d1", "text/plain", a_report())
    for _ in range(2):
        write_shard(tmp_path, rows.frames())
    readings = all_readings(tmp_path)
    assert readings["document_id"].to_list() == ["d1"]
    assert readings["shard"][0] == min(path.name for path in tmp_path.iterdir())


def test_no_readings_is_an_empty_frame(tmp_path: Path) -> None:
    """Protects the first load of all, which finds nothing kept."""
    assert all_readings(tmp_path / "none").schema["clues"] == pl.List(pl.Struct({"kind": pl.String, "text": pl.String}))


def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]) -> tuple[str, str]:
    """The reader's version before and after a change to a copy of the code."""
    shutil.copytree(version._ETL, tmp_path / "etl", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(version, "_ETL", tmp_path / "etl")
    before = version.fingerprint_of(version.reader_files(), tmp_path)
    change(tmp_path / "etl")
    return before, version.fingerprint_of(version.reader_files(), tmp_path)


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("reading/document.py", True),
        ("recognising/values.py", True),
        ("vocabulary/variants.py", True),
        ("vocabulary/regions.csv", True),
        ("vocabulary/reasons.py", True),
        ("errors.py", True),
        ("readings/rows.py", True),
        ("checking/check.py", False),
        ("vocabulary/labels.py", False),
    ],
)
def test_the_reader_version_follows_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, counts: bool
) -> None:
    """Protects against stale readings: whatever decides the reading changes the version, a page's label does not."""
    before, after = copied(tmp_path, monkeypatch, lambda etl: (etl / file).open("ab").write(b"\n"))
    assert (before != after) is counts
    assert len(before) == 12


@pytest.mark.parametrize(
    "line",
    ["from etl.vocabulary import labels\n", "import etl.vocabulary.labels\n", "from etl.vocabulary.labels import ZH\n"],
)
def test_the_reader_version_follows_every_form_of_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    """Protects against words that decide a reading and are not counted, however they are imported."""
    copied(tmp_path, monkeypatch, lambda etl: (etl / "reading" / "extra.py").write_text(line))
    assert tmp_path / "etl" / "vocabulary" / "labels.py" in version.reader_files()


@pytest.mark.parametrize("package", ["lxml", "selectolax", "rapidfuzz"])
def test_the_reader_version_follows_the_parsers(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """Protects against readings of an older parser: with an update of one everything is read again."""
    installed, before = metadata.version, version.reader_version.__wrapped__()
    monkeypatch.setattr(metadata, "version", lambda name: "0" if name == package else installed(name))
    assert version.reader_version.__wrapped__() != before
