"""Shares from sums: out of nothing there is no rate, and each row says what its own group and name say."""

from pathlib import Path

import polars as pl

from etl.vocabulary.form import FORM_2021, printed_cells
from etl.warehouse.published import open_published
from pages.queries.mixes import Mix, mixes_by_year
from pages.queries.places import BY_REGION
from pages.queries.ratios import ratios_by_part, ratios_by_year
from pages.queries.selection import EVERYTHING
from pages.queries.stacked import shares_told, stacked
from tests.warehouses import a_filed, a_warehouse

GRANTED = ("granted", "requests_concluded")


def test_out_of_nothing_there_is_no_rate() -> None:
    """Protects every rate: a zero or a blank below the line gives a gap, never an infinite or undefined number."""
    wide = pl.DataFrame(
        {"top": [0, 1, None, 1], "bottom": [0, 0, 4, 4], "reports": [2, 2, 2, 3], "known": [2, 1, 0, 1]}
    )
    told = shares_told(wide, "top", "bottom", "known")
    assert told["rate"].to_list() == [None, None, None, 0.25]
    assert told["left_out"].to_list() == [0, 1, 2, 2]


def test_zeros_in_reports_give_no_rate_in_any_question(tmp_path: Path) -> None:
    """Protects those who reported zeros: their sums are 0, and no question makes a rate of them."""
    a_warehouse(tmp_path, [a_filed(cells=dict.fromkeys(printed_cells(FORM_2021), 0))])
    opened = open_published(tmp_path).connection
    for found in (
        ratios_by_year(opened, EVERYTHING, [GRANTED]),
        ratios_by_part(opened, EVERYTHING, GRANTED, BY_REGION),
        mixes_by_year(opened, EVERYTHING, [Mix(("granted", "refused"), "requests_concluded")]),
    ):
        assert set(found.select("numerator", "denominator", "rate", "left_out").rows()) == {(0, 0, None, 0)}
    opened.close()


def test_rows_stand_by_group_then_by_name() -> None:
    """Protects the order that charts draw in, and each number from standing under another name."""
    wide = pl.DataFrame({"year": [2022, 2023], "n_0": [1, 2], "n_1": [3, 4]})
    found = stacked(wide, ["year"], ["a", "b"], lambda k: {"n": wide[f"n_{k}"]})
    assert found.rows() == [(2022, "a", 1), (2022, "b", 3), (2023, "a", 2), (2023, "b", 4)]
    assert stacked(wide.clear(), ["year"], ["a", "b"], lambda k: {"n": wide.clear()[f"n_{k}"]}).is_empty()
