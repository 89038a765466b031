"""A load from files to rows: what is loaded, what is not and why, and that loads add up."""

from datetime import date
from pathlib import Path

import pytest

from etl.errors import LoadError, UsageError
from etl.vocabulary.form import REQUESTS, REVIEWS, printed_cells
from etl.vocabulary.tables import TABLES
from etl.warehouse.lock import only_load
from etl.warehouse.published import published_path
from tests.loads import RECEIVED, a_corpus, a_file, frame, loaded, rows


def outcomes(data_dir: Path) -> dict[object, object]:
    """What became of each path."""
    return dict(frame(data_dir, "SELECT path, outcome FROM documents").rows())


def test_every_printed_cell_arrives(tmp_path: Path) -> None:
    """Protects the contract from file to view: each cell once, exact, with its status, raw text and place."""
    cells = {
        RECEIVED: "12",
        (REQUESTS, "received", "natural_person"): "12",
        (REVIEWS, "litigation_direct", "upheld"): "/",
    }
    folder = a_corpus(tmp_path / "in", {"甲": a_file(cells=cells)})
    result = loaded(tmp_path / "data", folder)
    assert (result.read, result.is_new, result.rejected) == (1, True, [])
    found = frame(tmp_path / "data", "SELECT * FROM cells")
    assert set(found.select("table_name", "item", "measure").rows()) == set(printed_cells("2021"))
    assert len(found) == len(printed_cells("2021"))
    query = "SELECT table_name, item, measure, value::INTEGER, status, raw FROM cells WHERE raw <> '0'"
    expected = {
        (*key, 12 if raw == "12" else None, "reported" if raw == "12" else "not_applicable", raw)
        for key, raw in cells.items()
    }
    assert set(rows(tmp_path / "data", query)) == expected
    assert rows(tmp_path / "data", "SELECT DISTINCT path, agency, year, form, is_current FROM cells") == [
        ("甲.docx", "霁川市商务局", 2023, "2021", True)
    ]
    assert rows(tmp_path / "data", "SELECT count(*) FROM cells WHERE place = ''") == [(0,)]


def test_agency_region_text_and_indicators_arrive(tmp_path: Path) -> None:
    """Protects the tables a page asks: one indicators row per current report, with its region, and the narrative."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(cells={RECEIVED: "12"}), "乙": a_file(year=2022)})
    loaded(tmp_path / "data", folder)
    assert rows(tmp_path / "data", "SELECT name, region_code, region_status, level, kind, sector FROM agencies") == [
        ("霁川市商务局", "990100", "resolved", "prefecture", "department", "商务")
    ]
    query = "SELECT year, region_code, requests_received, requests_received_last_year FROM indicators ORDER BY year"
    assert rows(tmp_path / "data", query) == [(2022, "990100", 0, None), (2023, "990100", 12, 0)]
    sentences = "SELECT position, text, role FROM sentences JOIN reports USING (report_id) WHERE year = 2022 ORDER BY 1"
    assert rows(tmp_path / "data", sentences) == [
        (1, "（一）存在的主要问题", "other"),
        (2, "一是更新偏慢。", "problem"),
        (3, "（二）改进情况", "other"),
        (4, "一是设定上网时限。", "measure"),
    ]
    assert rows(tmp_path / "data", "SELECT DISTINCT rule FROM findings WHERE rule = 'T3.APPLICANTS'") == [
        ("T3.APPLICANTS",)
    ]
    assert rows(tmp_path / "data", "SELECT province_name, name FROM regions WHERE region_code = '990100'") == [
        ("云泽省", "霁川市")
    ]


def test_the_same_report_in_three_formats_is_one(tmp_path: Path) -> None:
    """Protects every count: another format or a copy is no second report, and says what it is a copy of."""
    cells = {RECEIVED: "12"}
    files = {
        "a": a_file(cells=cells),
        "b": a_file(cells=cells, format="html"),
        "c": a_file(cells=cells, format="cell_lines"),
        "d": a_file(cells=cells),
    }
    loaded(tmp_path / "data", a_corpus(tmp_path / "in", files))
    assert rows(tmp_path / "data", "SELECT count(*) FROM reports WHERE is_current") == [(1,)]
    query = (
        "SELECT path, outcome, reason_code, reason LIKE '%a.docx' FROM documents WHERE path <> 'a.docx' ORDER BY path"
    )
    assert rows(tmp_path / "data", query) == [
        ("b.html", "duplicate", "same_report", True),
        ("c.txt", "duplicate", "same_report", True),
        ("d.docx", "duplicate", "same_file", True),
    ]


def test_a_later_version_takes_the_place_and_the_earlier_keeps_its_cells(tmp_path: Path) -> None:
    """Protects corrections by the agency: the later publication counts, what it replaced can still be looked at."""
    old = a_file(cells={RECEIVED: "12"}, published_on=date(2024, 1, 10))
    new = a_file(cells={RECEIVED: "13"}, published_on=date(2024, 2, 20))
    loaded(tmp_path / "data", a_corpus(tmp_path / "in", {"新": new, "旧": old}))
    query = "SELECT path, value::INTEGER, is_current FROM cells WHERE item = 'received' AND value > 0 ORDER BY value"
    assert rows(tmp_path / "data", query) == [("旧.docx", 12, False), ("新.docx", 13, True)]
    assert outcomes(tmp_path / "data") == {"新.docx": "loaded", "旧.docx": "superseded"}
    assert rows(tmp_path / "data", "SELECT requests_received FROM indicators") == [(13,)]


def test_a_changed_digit_changes_exactly_that_cell(tmp_path: Path) -> None:
    """Protects against a value that slips into a neighbour: two loads that differ in one digit differ in one cell."""
    key = (REQUESTS, "refused.state_secret", "natural_person")
    for name, digit in (("one", "4"), ("two", "5")):
        loaded(tmp_path / name, a_corpus(tmp_path / f"in-{name}", {"甲": a_file(cells={key: digit}, format="html")}))
    query = "SELECT table_name, item, measure, value::INTEGER, status, raw, place FROM cells"
    one, two = (set(rows(tmp_path / name, query)) for name in ("one", "two"))
    assert {row[:4] for row in one - two} == {(*key, 4)}
    assert {row[:4] for row in two - one} == {(*key, 5)}


def test_a_bad_document_is_a_row_with_a_reason(tmp_path: Path) -> None:
    """Protects the clerk: the run goes on, and each document that was not loaded is named with its reason."""
    files = {
        "好": a_file(),
        "空": (".txt", b""),
        "扫描": (".pdf", b"%PDF-1.4 x"),
        "通知": (".txt", "明天开会。".encode()),
    }
    result = loaded(tmp_path / "data", a_corpus(tmp_path / "in", files))
    reasons = dict(frame(tmp_path / "data", "SELECT path, reason_code FROM documents").rows())
    assert reasons == {
        "好.docx": None,
        "空.txt": "empty",
        "扫描.pdf": "format_not_supported",
        "通知.txt": "not_a_report",
    }
    assert [path for path, _ in result.rejected] == ["扫描.pdf", "空.txt", "通知.txt"]
    assert all(reason for _, reason in result.rejected)


def test_a_second_load_reads_only_what_is_new(tmp_path: Path) -> None:
    """Protects time: an unchanged document is not read twice, and without anything new no build is made."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(), "乙": a_file(year=2022)})
    assert loaded(tmp_path / "data", folder).read == 2
    first = published_path(tmp_path / "data")
    again = loaded(tmp_path / "data", folder)
    assert (again.read, again.is_new, len(again.documents)) == (0, False, 2)
    assert published_path(tmp_path / "data") == first
    a_corpus(folder, {"丙": a_file(year=2021)})
    assert loaded(tmp_path / "data", folder).read == 1
    assert rows(tmp_path / "data", "SELECT count(*) FROM reports") == [(3,)]


def test_a_load_adds_to_what_was_loaded_before(tmp_path: Path) -> None:
    """Protects what is there: loading another folder loses nothing, and the result does not depend on the steps."""
    first = a_corpus(tmp_path / "in1", {"甲": a_file(), "乙": a_file(year=2022)})
    second = a_corpus(tmp_path / "in2", {"丙": a_file("霁川市教育局"), "丁": (".txt", b"")})
    for path in (first, second):
        loaded(tmp_path / "steps", path)
    loaded(tmp_path / "once", first, second)
    for table in (table for table in TABLES if table.name not in ("builds", "documents")):
        query = f"SELECT * FROM {table.name} ORDER BY ALL"
        assert frame(tmp_path / "steps", query).equals(frame(tmp_path / "once", query)), table.name
    assert outcomes(tmp_path / "steps") == outcomes(tmp_path / "once")


def test_a_lost_store_of_readings_costs_only_time(tmp_path: Path) -> None:
    """Protects rebuilding: everything comes again from the originals, even when the folder loaded is gone."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(cells={RECEIVED: "12"})})
    loaded(tmp_path / "data", folder)
    before = frame(tmp_path / "data", "SELECT * FROM cells ORDER BY ALL")
    (folder / "甲.docx").unlink()
    (tmp_path / "data" / "warehouse").rename(tmp_path / "away")
    assert loaded(tmp_path / "data").read == 1
    assert frame(tmp_path / "data", "SELECT * FROM cells ORDER BY ALL").equals(before)


def test_a_manifest_decides_agency_year_and_region(tmp_path: Path) -> None:
    """Protects what a person said: it goes before what the document says, and is named as the evidence."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file("商务局")})
    (folder / "manifest.csv").write_text(
        "path,agency,region_code,year\n甲.docx,霁川市商务局,990100,2020\nx,,,\n", "utf-8"
    )
    result = loaded(tmp_path / "data", folder)
    query = "SELECT name, region_code, region_evidence, year, year_from FROM reports JOIN agencies USING (agency_id)"
    assert rows(tmp_path / "data", query) == [("霁川市商务局", "990100", "manifest.csv", 2020, "manifest")]
    assert result.unmatched == ("x",)


def test_a_broken_manifest_or_regions_file_changes_nothing(tmp_path: Path) -> None:
    """Protects what is published, and the data directory, from a file with a slip in it."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file()})
    loaded(tmp_path / "data", folder)
    (folder / "regions.csv").write_text("region_code,name,level,parent_code\n990101,某县,county,995500\n", "utf-8")
    a_corpus(tmp_path / "in2", {"乙": a_file(year=2022)})
    (tmp_path / "in2" / "manifest.csv").write_text("path,year\n乙.docx,去年\n", "utf-8")
    for path in (folder, tmp_path / "in2"):
        with pytest.raises(UsageError):
            loaded(tmp_path / "data", path)
    assert loaded(tmp_path / "data").is_new is False
    assert outcomes(tmp_path / "data") == {"甲.docx": "loaded"}


def test_two_agencies_that_cannot_be_told_apart_do_not_replace_each_other(tmp_path: Path) -> None:
    """Protects a report from being lost in silence: a bare 商务局 twice in one year is two until somebody says so."""
    files = {"甲": a_file("商务局", cells={RECEIVED: "3"}), "乙": a_file("商务局", cells={RECEIVED: "4"})}
    loaded(tmp_path / "data", a_corpus(tmp_path / "in", files))
    assert set(outcomes(tmp_path / "data").values()) == {"loaded"}
    assert rows(tmp_path / "data", "SELECT count(DISTINCT agency_id) FROM reports WHERE is_current") == [(2,)]


def test_nothing_to_load_is_wrong_usage_and_nothing_readable_is_an_empty_build(tmp_path: Path) -> None:
    """Protects the first steps: an empty folder is said to be empty; files that are all refused are still listed."""
    (tmp_path / "none").mkdir()
    with pytest.raises(UsageError, match="没有找到任何文件"):
        loaded(tmp_path / "data", tmp_path / "none")
    (tmp_path / "坏.zip").write_bytes(b"PK")
    assert loaded(tmp_path / "data", tmp_path / "坏.zip").rejected
    assert outcomes(tmp_path / "data") == {"坏.zip": "rejected"}


def test_only_one_load_at_a_time(tmp_path: Path) -> None:
    """Protects the data directory: a second load is told to wait and publishes nothing."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file()})
    with only_load(tmp_path / "data"), pytest.raises(LoadError, match="另一个导入正在进行"):
        loaded(tmp_path / "data", folder)
    assert published_path(tmp_path / "data") is None
    assert loaded(tmp_path / "data", folder).is_new


def test_the_last_three_builds_are_kept(tmp_path: Path) -> None:
    """Protects readers of the last builds, and the disk from the builds before."""
    for year in range(2019, 2024):
        loaded(tmp_path / "data", a_corpus(tmp_path / str(year), {"甲": a_file(year=year)}))
    builds = [*(tmp_path / "data" / "warehouse").glob("build-*.duckdb")]
    assert len(builds) == 3
    # Builds of one second are not in order by their names.
    assert published_path(tmp_path / "data") == max(builds, key=lambda path: path.stat().st_mtime_ns)


def test_an_old_build_that_cannot_be_deleted_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects a load on Windows: an old build that somebody has open stays, and the new one is published."""
    delete = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.name.startswith("build-"):
            raise PermissionError(13, "open in another process")
        delete(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    for year in range(2019, 2023):
        assert loaded(tmp_path / "data", a_corpus(tmp_path / str(year), {"甲": a_file(year=year)})).is_new
    builds = sorted((tmp_path / "data" / "warehouse").glob("build-*.duckdb"))
    assert len(builds) == 4
    assert published_path(tmp_path / "data") == builds[-1]


def test_a_year_that_has_not_begun_is_no_year(tmp_path: Path) -> None:
    """Protects every page from one slip of the pen: a report on 2099 would be the last year of the whole dashboard."""
    folder = a_corpus(tmp_path / "in", {"甲": a_file(), "乙": a_file(year=2099)})
    loaded(tmp_path / "data", folder)
    assert rows(tmp_path / "data", "SELECT year, year_from <> '' FROM reports ORDER BY 1") == [
        (2023, True),
        (None, False),
    ]
    unsure = "SELECT rule, year FROM findings JOIN reports USING (report_id) WHERE rule = 'YEAR_UNKNOWN'"
    assert rows(tmp_path / "data", unsure) == [("YEAR_UNKNOWN", None)]
