"""Parts of a whole, held against a count by hand: every part and the whole over the same reports."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from etl.vocabulary.form import REQUESTS, REVIEWS
from etl.warehouse.published import open_published
from pages.charts.disputes import end_bars
from pages.charts.shares import outcome_mix
from pages.queries.mixes import Mix, mixes_by_year
from pages.queries.selection import EVERYTHING, Selection
from tests.builders import a_filed, a_warehouse
from tests.warehouses import some_filed, warehouse_rows

OUTCOMES = Mix(
    ("granted", "granted_in_part", "refused", "unavailable", "not_processed", "other_handled"), "requests_concluded"
)
ENDS = Mix(("review_upheld", "review_corrected", "review_other"), "review_decided")
every_mix = pytest.mark.parametrize("mix", [OUTCOMES, ENDS], ids=lambda mix: mix.whole)


def mixes_of(folder: Path, *mixes: Mix, chosen: Selection = EVERYTHING) -> pl.DataFrame:
    """The mixes in the warehouse below a folder."""
    connection = open_published(folder).connection
    found = mixes_by_year(connection, chosen, mixes)
    connection.close()
    return found


@pytest.fixture
def one_blank(tmp_path: Path) -> Path:
    """Two reports of one year; in one of them nobody wrote how many were refused or upheld."""
    blanks = {(REQUESTS, "refused.state_secret", "total"): None, (REVIEWS, "administrative_review", "upheld"): None}
    a_warehouse(tmp_path, [a_filed(), a_filed(agency="云泽省财政厅", cells=blanks)])
    return tmp_path


@pytest.mark.parametrize("chosen", [EVERYTHING, Selection("990100", (2019, 2024))], ids=str)
@every_mix
def test_parts_and_whole_are_summed_over_the_reports_that_have_them_all(
    tmp_path: Path, mix: Mix, chosen: Selection
) -> None:
    """Protects every stack: the sums are those of a count by hand, and the reports left out are said once."""
    a_warehouse(tmp_path)
    found = mixes_of(tmp_path, OUTCOMES, ENDS, chosen=chosen)
    places = ("990100", "990101", "990102") if chosen.region else None
    for year in found["year"].unique():
        rows = [
            row
            for row in warehouse_rows(some_filed())["indicators"]
            if row["year"] == year and (places is None or row["region_code"] in places)
        ]
        whole = [row for row in rows if None not in [row[name] for name in (*mix.parts, mix.whole)]]
        told = found.filter((pl.col("year") == year) & pl.col("name").is_in(mix.parts))
        assert told["name"].to_list() == list(mix.parts)
        assert set(told["left_out"]) == {len(rows) - len(whole)}
        assert set(told["denominator"]) == {added(whole, mix.whole)}
        assert told["numerator"].to_list() == [added(whole, name) for name in mix.parts]


def added(rows: list[dict[str, Any]], name: str) -> int:
    """The sum of one column."""
    return sum(int(row[name]) for row in rows)


@every_mix
def test_one_blank_does_not_make_a_stack_higher_than_the_whole(one_blank: Path, mix: Mix) -> None:
    """Protects the stack from parts over different reports: 190.9 % of what was concluded."""
    found = mixes_of(one_blank, mix)
    assert found["rate"].sum() == pytest.approx(1)
    assert set(found["denominator"].to_list()) == {found["numerator"].sum()}
    assert set(found["left_out"]) == {1}


def test_the_pictures_of_a_blank_add_up(one_blank: Path) -> None:
    """Protects what is drawn: each stacked bar ends at 100 %, and its title counts what the bar stands on."""
    bars = outcome_mix(mixes_of(one_blank, OUTCOMES), "zh").figure.data
    assert sum(bar.y[0] for bar in bars) == pytest.approx(1)
    ends = [bar for bar in end_bars(mixes_of(one_blank, ENDS), "zh").figure.data if bar.type == "bar" and len(bar.x)]
    assert sum(bar.y[0] for bar in ends) == pytest.approx(1)


def test_a_mix_that_no_report_has_whole_is_missing(tmp_path: Path) -> None:
    """Protects against zeros made of blanks."""
    a_warehouse(tmp_path, [a_filed(cells={(REQUESTS, "granted", "total"): None})])
    found = mixes_of(tmp_path, OUTCOMES)
    assert found["numerator"].null_count() == found["denominator"].null_count() == found["rate"].null_count() == 6
    assert set(found["left_out"]) == {1}


def test_an_undeclared_column_is_refused(one_blank: Path) -> None:
    """Protects the SQL: names come from the vocabulary."""
    with pytest.raises(KeyError):
        mixes_of(one_blank, Mix(('granted" FROM agencies; --',), "requests_concluded"))
