"""Ids of agencies and reports: what was filed before keeps its ids, whatever is loaded afterwards."""

from datetime import datetime
from typing import Any

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from etl.filing.reports import Answer, Question, file_reports
from etl.readings.rows import SCHEMAS

SEEN = datetime(2026, 1, 1)  # noqa: DTZ001 - the catalogue keeps UTC without a zone
NO_FIELDS = pl.DataFrame(schema=dict.fromkeys(("document_id", "kind", "corrected_value"), pl.String))
DOUBTFUL = ("", "商务局", "教育局")


def doubtful(question: Question) -> Answer:
    """Where an agency is: nobody knows, but for a name with its place."""
    if question.agency in DOUBTFUL:
        return Answer(None, None, "unresolved", "", (), "department", None, is_doubtful=bool(question.agency))
    return Answer("990100", "prefecture", "resolved", "name", (), "department", None, is_doubtful=False)


def filed(documents: list[dict[str, Any]]) -> pl.DataFrame:
    """agency_id and report_id by document, of documents first seen in this order."""
    ids = [f"d{n}" for n in range(len(documents))]
    named = {"document_id": ids, "path": [f"{name}.txt" for name in ids]}
    catalogue = pl.DataFrame(named, schema={"document_id": pl.String, "path": pl.String}).with_columns(
        named=pl.lit(""),
        size_bytes=1,
        first_seen=SEEN,
        manifest_agency=pl.lit(""),
        manifest_region_code=pl.lit(""),
        manifest_year=pl.lit(None, pl.Int32),
        refused_code=pl.lit(""),
        refused_reason=pl.lit(""),
    )
    usual: dict[str, Any] = dict.fromkeys(SCHEMAS["readings"], "") | {
        "outcome": "read",
        "published_on": None,
        "clues": [],
    }
    rows = [
        {**usual, "document_id": name, "has_cells": True, **what} for name, what in zip(ids, documents, strict=True)
    ]
    readings = pl.DataFrame(rows, schema=SCHEMAS["readings"]).with_columns(shard=pl.lit("s"))
    reports = file_reports(catalogue, readings, doubtful, NO_FIELDS).reports
    return reports.select("document_id", "agency_id", "report_id")


def a_reading(agency: str, year: int | None, content: str) -> dict[str, Any]:
    """A document that was read."""
    return {"agency": agency, "year": year, "content_key": content}


READINGS = st.lists(
    st.builds(
        a_reading,
        st.sampled_from([*DOUBTFUL, "霁川市商务局"]),
        st.sampled_from([2022, 2023, None]),
        st.sampled_from("klm"),
    ),
    max_size=9,
)


@given(before=READINGS, more=READINGS)
def test_adding_documents_changes_no_id(before: list[dict[str, Any]], more: list[dict[str, Any]]) -> None:
    """Protects links, notes and decisions about findings: a report keeps its ids when others are loaded."""
    assert set(filed(before).rows()) <= set(filed(before + more).rows())


def test_a_better_reader_changes_no_id() -> None:
    """Protects ids from an update: what is read better has another content, and stays the same report."""
    read = [a_reading("商务局", 2023, "k"), a_reading("商务局", 2023, "l"), a_reading("", None, "m")]
    better = [{**reading, "content_key": f"better {reading['content_key']}"} for reading in read]
    assert filed(read).equals(filed(better))
    assert filed(read)["agency_id"].n_unique() == 3


def test_a_bare_name_is_one_agency_until_something_contradicts() -> None:
    """Protects series over the years under a bare name, and agencies from each other once there must be two."""
    one = [a_reading("商务局", 2022, "k"), a_reading("商务局", 2023, "l")]
    two = [*one, a_reading("商务局", 2023, "m"), a_reading("商务局", 2021, "n"), a_reading("商务局", 2023, "m")]
    agencies = dict(filed(two).select("document_id", "agency_id").rows())
    assert agencies["d0"] == agencies["d1"]
    assert len({agencies["d1"], agencies["d2"], agencies["d3"]}) == 3
    assert "d4" not in agencies
