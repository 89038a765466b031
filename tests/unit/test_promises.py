"""What was promised and is named again: counted by hand, and nothing is said of a year that is not there."""

import polars as pl

from etl.reuse import promises
from etl.reuse.promises import COUNTED, count_themes

SENTENCES = pl.DataFrame(
    [
        (1, "problem", '["depth", "staff"]'),
        (1, "problem", '["depth"]'),
        (1, "measure", '["staff"]'),
        (1, "other", '["depth"]'),
        (2, "problem", '["staff", "awareness"]'),
        (3, "other", "[]"),
        (4, "problem", '["staff"]'),
        (5, "problem", '["staff"]'),
    ],
    schema=["report_number", "role", "themes"],
    orient="row",
)
REPORTS = pl.DataFrame(
    [
        ("r1", 1, "甲", 2021, True),
        ("r2", 2, "甲", 2022, True),
        ("r3", 3, "乙", 2021, True),
        ("r4", 4, "乙", 2022, True),
        ("r5", 5, "乙", None, True),
        ("r6", 6, "甲", 2023, True),
        ("old", 7, "甲", 2021, False),
    ],
    schema=["report_id", "report_number", "agency_id", "year", "is_current"],
    orient="row",
)


def beside_year_before(counted: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """The rows of all reports."""
    parts = list(promises.beside_year_before(counted, reports))
    return pl.concat(parts) if parts else pl.DataFrame()


def test_themes_are_counted_by_role() -> None:
    """Protects the counts: each sentence counts for every theme of its own, headings and praise for none."""
    counted = count_themes(SENTENCES).filter(report_number=1).sort("theme", nulls_last=True)
    assert counted.rows() == [(1, "depth", 2, 0), (1, "staff", 1, 1), (1, None, 0, 0)]
    assert counted.schema == COUNTED


def test_what_was_promised_before_and_is_named_again_is_repeated() -> None:
    """Protects the measure: named this year, a measure told the year before; without that year nothing is said."""
    rows = beside_year_before(count_themes(SENTENCES), REPORTS)
    found = rows.select("report_id", "theme", "named_before", "promised_before", "is_repeated").rows()
    assert found == [
        ("r1", "depth", None, None, None),
        ("r1", "staff", None, None, None),
        ("r2", "awareness", 0, 0, False),
        ("r2", "staff", 1, 1, True),
        ("r4", "staff", 0, 0, False),
        ("r5", "staff", None, None, None),
    ]


def test_two_reports_of_one_year_leave_it_open() -> None:
    """Protects against a choice between two: what the year before said is then not known."""
    twice = pl.concat([REPORTS, REPORTS.filter(report_number=1).with_columns(report_id=pl.lit("r0"))])
    rows = beside_year_before(count_themes(SENTENCES), twice).filter(report_id="r2")
    assert rows["is_repeated"].to_list() == [None, None]


def test_superseded_reports_have_no_rows() -> None:
    """Protects the grain: a version that was replaced neither has rows nor is compared with."""
    told = SENTENCES.with_columns(report_number=pl.col("report_number").replace(1, 7))
    rows = beside_year_before(count_themes(told), REPORTS)
    assert set(rows["report_id"]) == {"r2", "r4", "r5"}
    assert rows.filter(report_id="r2")["is_repeated"].to_list() == [None, None]


def test_nothing_counted_is_no_rows() -> None:
    """Protects a load of reports without section five."""
    assert beside_year_before(pl.DataFrame(schema=COUNTED), REPORTS).is_empty()
