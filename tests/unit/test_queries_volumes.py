"""Volumes of the last year, held against a sum by hand over the same invented rows."""

from pathlib import Path

import polars as pl

from etl.vocabulary.form import REQUESTS
from etl.warehouse.published import open_published
from pages.queries.selection import EVERYTHING, Selection
from pages.queries.volumes import of_last_year, volumes_by_year
from tests.warehouses import Filed, a_warehouse, some_filed, warehouse_rows

NAMES = ("requests_received", "carried_in", "requests_concluded", "carried_out")


def test_the_last_year_is_summed_over_the_forms_printed(tmp_path: Path) -> None:
    """Protects the first numbers of a page: both forms of a year count, and so do the reports left out."""
    a_warehouse(tmp_path)
    own = [row for row in warehouse_rows(some_filed())["indicators"] if row["year"] == 2023]
    assert len({row["form"] for row in own}) == 2
    opened = open_published(tmp_path).connection
    found = of_last_year(volumes_by_year(opened, Selection(years=(2022, 2023)), NAMES))
    assert found["name"].to_list() == list(NAMES)
    for row in found.iter_rows(named=True):
        known = [value for one in own if isinstance(value := one[row["name"]], int)]
        assert (row["year"], row["total"]) == (2023, sum(known))
        assert (row["reports"], row["left_out"]) == (len(own), len(own) - len(known))
    opened.close()


def test_what_nobody_reported_is_missing(tmp_path: Path) -> None:
    """Protects against a zero where no report has the number, and the page where no year is known."""
    blank: dict[tuple[str, str, str], int | None] = {(REQUESTS, "carried_in", "total"): None}
    a_warehouse(
        tmp_path, [Filed("甲局", cells=blank), Filed("乙局", form="2019", cells=blank), Filed("丙局", year=None)]
    )
    opened = open_published(tmp_path).connection
    found = of_last_year(volumes_by_year(opened, EVERYTHING, ("carried_in",)))
    assert found.select("total", "reports", "left_out").rows() == [(None, 2, 2)]
    nowhere = Selection(region="998000")
    nothing = of_last_year(volumes_by_year(opened, nowhere, NAMES))
    assert nothing.is_empty()
    assert nothing.columns == ["year", "name", "total", "reports", "left_out"]
    opened.close()


def test_a_last_year_with_one_form_is_that_of_every_year(tmp_path: Path) -> None:
    """Protects two answers to one question from drifting apart."""
    a_warehouse(tmp_path, [Filed(f"单位{k}", year=2020 + k % 4) for k in range(12)])
    opened = open_published(tmp_path).connection
    last = volumes_by_year(opened, EVERYTHING, NAMES).filter(pl.col("year") == 2023).drop("form")
    found = of_last_year(volumes_by_year(opened, EVERYTHING, NAMES))
    assert found.sort("name").equals(last.select(found.columns).sort("name"))
    opened.close()
