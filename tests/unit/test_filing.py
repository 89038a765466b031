"""Filing: which version of a report counts, and what is said of every file seen."""

from datetime import date, datetime, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.filing.documents import documents_frame
from etl.filing.places import with_named_candidates
from etl.filing.versions import decide_versions

START = datetime(2026, 1, 1)  # noqa: DTZ001 - the catalogue keeps UTC without a zone
Row = dict[str, object]


def a_read(document_id: str = "d1", **what: object) -> Row:
    """One document that was read."""
    usual = {
        "agency_id": "a",
        "year": 2023,
        "content_key": document_id,
        "published_on": None,
        "has_cells": True,
        "first_seen": START,
        "seen_as": 0,
    }
    return {"document_id": document_id, **usual, **what}


def a_frame(*rows: Row) -> pl.DataFrame:
    """The rows as the frame that versions are decided on."""
    types: dict[str, Any] = {
        "document_id": pl.String,
        "agency_id": pl.String,
        "year": pl.Int32,
        "content_key": pl.String,
        "published_on": pl.Date,
        "has_cells": pl.Boolean,
        "first_seen": pl.Datetime("us"),
        "seen_as": pl.UInt32,
    }
    return pl.DataFrame(list(rows), schema=types)


def outcomes(*rows: Row) -> dict[str, str]:
    """Document to outcome."""
    return dict(decide_versions(a_frame(*rows)).select("document_id", "outcome").rows())


def test_the_same_content_is_one_report_and_the_rest_duplicates() -> None:
    """Protects counts: one report in two formats is one report, the first that was seen."""
    rows = a_read("d1", content_key="k", seen_as=1), a_read("d2", content_key="k", seen_as=0)
    assert outcomes(*rows) == {"d1": "duplicate", "d2": "loaded"}


def test_the_later_publication_counts() -> None:
    """Protects the corrected report that an agency published after its first."""
    rows = a_read("d1", published_on=date(2024, 3, 1)), a_read("d2", published_on=date(2024, 1, 1), seen_as=1)
    assert outcomes(*rows, a_read("d3", seen_as=2)) == {"d1": "loaded", "d2": "superseded", "d3": "superseded"}


def test_without_dates_the_later_seen_counts() -> None:
    """Protects a clerk who loads the corrected file after the first one."""
    rows = a_read("d1", first_seen=START + timedelta(days=1)), a_read("d2", seen_as=1)
    assert outcomes(*rows) == {"d1": "loaded", "d2": "superseded"}


def test_a_version_without_cells_never_replaces_one_with_cells() -> None:
    """Protects the numbers of an agency from a page that shows its tables as images."""
    rows = a_read("d1"), a_read("d2", has_cells=False, published_on=date(2024, 3, 1), seen_as=1)
    assert outcomes(*rows) == {"d1": "loaded", "d2": "superseded"}


@pytest.mark.parametrize(
    ("mine", "other", "why"),
    [
        ({"published_on": date(2024, 1, 1)}, {"published_on": date(2024, 3, 1)}, "newer_version"),
        ({"published_on": date(2024, 1, 1)}, {"published_on": date(2024, 1, 1)}, "same_day_version"),
        ({}, {"published_on": date(2024, 1, 1)}, "dated_version"),
        ({}, {}, "undated_version"),
        ({"published_on": date(2024, 3, 1), "has_cells": False}, {}, "fuller_version"),
    ],
)
def test_what_made_the_other_version_count_is_said(mine: Row, other: Row, why: str) -> None:
    """Protects the clerk from "a newer version" where no date says so: the reason is the one that decided."""
    decided = decide_versions(a_frame(a_read("d1", **mine), a_read("d2", **other, seen_as=1)))
    assert decided.select("document_id", "outcome", "reason_code").rows() == [
        ("d1", "superseded", why),
        ("d2", "loaded", None),
    ]


def test_without_a_year_only_the_same_content_is_a_duplicate() -> None:
    """Protects reports whose year is not known from replacing each other: they may be of different years."""
    rows = a_read("d1", year=None), a_read("d2", year=None), a_read("d3", year=None, content_key="d1", seen_as=2)
    assert outcomes(*rows) == {"d1": "loaded", "d2": "loaded", "d3": "duplicate"}


READS = st.lists(
    st.fixed_dictionaries(
        {
            "agency_id": st.sampled_from("ab"),
            "year": st.sampled_from([2022, 2023, None]),
            "content_key": st.sampled_from("klm"),
            "published_on": st.sampled_from([None, date(2024, 1, 1), date(2024, 2, 1)]),
            "has_cells": st.booleans(),
            "first_seen": st.sampled_from([START, START + timedelta(days=1)]),
        }
    ),
    min_size=1,
    max_size=12,
)


@given(reads=READS, data=st.data())
def test_one_report_counts_for_each_agency_and_year_in_any_order(reads: list[Row], data: st.DataObject) -> None:
    """Protects every sum: exactly one current report, whatever the order of rows; each duplicate names one kept."""
    rows = [a_read(f"d{n}", **read, seen_as=n) for n, read in enumerate(reads)]
    decided = decide_versions(a_frame(*rows))
    shuffled = decide_versions(a_frame(*data.draw(st.permutations(rows))))
    assert decided.sort("document_id").equals(shuffled.sort("document_id"))
    current = decided.filter("is_current", pl.col("year").is_not_null())
    slots = decided.filter(pl.col("year").is_not_null()).select("agency_id", "year").unique()
    assert len(current) == len(slots) == len(current.select("agency_id", "year").unique())
    kept = set(decided.filter(pl.col("outcome") != "duplicate")["document_id"])
    assert set(decided.filter(pl.col("outcome") == "duplicate")["stands_for"]) <= kept


def test_every_file_seen_is_told_what_became_of_it() -> None:
    """Protects the clerk's question "where is my file": each path has an outcome and, unless loaded, a reason."""
    catalogue = pl.DataFrame(
        {
            "path": ["1.docx", "一.docx", "2.docx", "3.docx", "4.pdf", "5.zip"],
            "document_id": ["d1", "d1", "d2", "d3", "d4", "d5"],
            "size_bytes": [1, 1, 2, 3, 4, None],
            "first_seen": [START] * 6,
            "refused_code": ["", "", "", "", "", "encrypted"],
            "refused_reason": ["", "", "", "", "", "有密码"],
        }
    ).with_row_index("seen_as")
    readings = pl.DataFrame(
        {
            "document_id": ["d1", "d2", "d3", "d4"],
            "media_type": ["t", "t", "t", ""],
            "outcome": ["read", "read", "read", "rejected"],
            "reason_code": [None, None, None, "format_not_supported"],
            "reason": [None, None, None, "暂不支持"],
        }
    )
    rows = a_read("d1"), a_read("d2", content_key="d1", seen_as=2), a_read("d3", published_on=date(2024, 2, 1))
    decided = decide_versions(a_frame(*rows)).with_columns(report_id=pl.Series(["r1", None, "r3"]))
    frame = documents_frame(catalogue, readings, decided)
    assert frame.select("path", "outcome", "reason_code", "reason", "report_id").rows() == [
        (
            "1.docx",
            "superseded",
            "dated_version",
            "同一单位同一年度另有一份写明了发布日期，这一份没有，取写明的一份：3.docx",
            "r1",
        ),
        ("一.docx", "duplicate", "same_file", "与另一份文件逐字节相同：1.docx", "r1"),
        ("2.docx", "duplicate", "same_report", "与另一份文件内容相同（同一单位、同一年度）：1.docx", "r1"),
        ("3.docx", "loaded", None, None, "r3"),
        ("4.pdf", "rejected", "format_not_supported", "暂不支持", None),
        ("5.zip", "rejected", "encrypted", "有密码", None),
    ]
    assert frame["media_type"].to_list() == ["t", "t", "t", "t", "application/pdf", "application/zip"]


def test_candidates_have_their_names_where_there_are_any() -> None:
    """Protects the clerk from bare codes: the division is named with those above it, a municipality once."""
    names = ("region_code", "province_name", "prefecture_name", "county_name")
    rows = [("990106", "云泽省", "霁川市", "鼓楼区"), ("980105", "曙京市", "曙京市", "朝阳区")]
    regions = pl.DataFrame(rows, schema=names, orient="row")
    columns: dict[str, Any] = {"report_number": pl.Int64, "region_candidates": pl.List(pl.String)}
    reports = pl.DataFrame([(2, ["990106", "980105", "999999"]), (1, []), (3, None)], schema=columns, orient="row")
    assert with_named_candidates(reports, regions).rows() == [
        (2, ["990106 云泽省霁川市鼓楼区", "980105 曙京市朝阳区", "999999"]),
        (1, []),
        (3, None),
    ]
