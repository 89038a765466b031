"""Questions about one agency, held against a count by hand over the same invented rows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from etl.vocabulary.labels import LANGUAGES, NAME_WITH_PLACE
from etl.warehouse.published import open_published
from pages.queries import agencies, agency
from pages.queries.ask import Connection
from pages.queries.selection import EVERYTHING, Selection
from tests.warehouses import a_warehouse, some_filed, warehouse_rows

ROWS = warehouse_rows(some_filed())
BUREAU = "云州市商务局@990100"
TWIN = "twin"


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open warehouse with the rows of `ROWS`, and a namesake of the bureau in the same place."""
    folder: Path = tmp_path_factory.mktemp("data")
    with duckdb.connect(str(a_warehouse(folder))) as writing:
        writing.execute(f"INSERT INTO agencies SELECT * REPLACE ('{TWIN}' AS agency_id) FROM agencies "
                        f"WHERE agency_id = '{BUREAU}'")  # fmt: skip  # one statement
    opened = open_published(folder).connection
    yield opened
    opened.close()


def own(table: str, agency_id: str = BUREAU) -> list[dict[str, Any]]:
    """The rows of an agency in a table that knows it."""
    return [row for row in ROWS[table] if row["agency_id"] == agency_id]


def test_facts_name_the_place_and_those_it_may_be_in(connection: Connection) -> None:
    """Protects the head of the page: where the agency is, and that an unresolved place is not made up."""
    placed = agency.agency_facts(connection, BUREAU).row(0, named=True)
    assert (placed["place"], placed["kind"], placed["sector"]) == ("云泽省云州市", "department", "商务")
    lost = agency.agency_facts(connection, "某县商务局@None").row(0, named=True)
    assert (lost["place"], lost["region_status"]) == ("", "unresolved")
    assert agency.agency_facts(connection, "nobody").is_empty()


@pytest.mark.parametrize("rate", ["full_grant_rate", "carryover_rate", "review_correction_rate"])
def test_a_rate_stands_beside_its_numerator_and_denominator(connection: Connection, rate: str) -> None:
    """Protects each point of the line: the rate of that year's report and the two numbers it is made of."""
    found = agency.rate_by_year(connection, BUREAU, rate)
    expected = sorted(own("indicators"), key=lambda row: row["year"])
    assert found["year"].to_list() == [row["year"] for row in expected]
    assert found["rate"].to_list() == [row[rate] for row in expected]
    assert found["report_id"].to_list() == [row["report_id"] for row in expected]
    for row in found.filter(found["rate"].is_not_null()).iter_rows(named=True):
        assert row["rate"] == pytest.approx(row["numerator"] / row["denominator"])
    assert found.columns[-5:] == list(agency.PEERS)


def test_numbers_are_those_of_each_report(connection: Connection) -> None:
    """Protects the table of numbers: nothing is added, nothing filled in."""
    found = {row["year"]: row for row in agency.numbers_by_year(connection, BUREAU).iter_rows(named=True)}
    for row in own("indicators"):
        assert {name: row[name] for name in agency.NUMBERS} == {
            name: found[row["year"]][name] for name in agency.NUMBERS
        }


def test_cells_are_all_that_was_read_in_a_report(connection: Connection) -> None:
    """Protects the way from a number to its cells: each with value and status as in the facts."""
    report_id = own("reports")[0]["report_id"]
    cells = agency.cells_read(connection, BUREAU).filter(pl.col("report_id") == report_id)
    found = {row[1:4]: row[4:6] for row in cells.iter_rows()}
    expected = {
        (table, row[item], row[measure]): (row["value"], row["status"])
        for table, item, measure in (
            ("proactive", "item", "measure"),
            ("requests", "item", "applicant"),
            ("reviews", "channel", "outcome"),
        )
        for row in ROWS[table]
        if row["report_id"] == report_id
    }
    assert found == expected


def test_findings_are_those_of_current_reports(connection: Connection) -> None:
    """Protects the list of findings from losing or doubling one; newest year first."""
    reports = {row["report_id"]: row["year"] for row in own("indicators")}
    found = agency.findings_of(connection, BUREAU)
    assert set(found["finding_id"]) == {f["finding_id"] for f in ROWS["findings"] if f["report_id"] in reports}
    assert found.height == found["finding_id"].n_unique() > 0
    assert found["year"].to_list() == sorted(found["year"], reverse=True)


def test_documents_hold_superseded_versions_after_the_current_one(connection: Connection) -> None:
    """Protects the trail of versions: all of them are listed once, the one that counts first in its year."""
    found = agency.documents_of(connection, BUREAU)
    assert sorted(found["report_id"]) == sorted(row["report_id"] for row in own("reports"))
    assert [row["is_current"] for row in found.iter_rows(named=True) if row["year"] == 2024] == [True, False]
    paths = {row["report_id"]: row["path"] for row in ROWS["documents"]}
    assert all(row["path"] == paths[row["report_id"]] for row in found.iter_rows(named=True))


@pytest.mark.parametrize(
    "wanted",
    [
        "天涯市教育局@998100",
        "天涯市教育局",
        *(NAME_WITH_PLACE.say(language, name="天涯市教育局", place="海角省天涯市") for language in LANGUAGES),
        "任何写法 [天涯市教育局@998100]",
    ],
)
def test_the_agency_asked_for_stands_in_the_list_outside_the_filters(connection: Connection, wanted: str) -> None:
    """Protects links to an agency: by id, name, label or id in brackets, whatever the filters are."""
    narrow = Selection(region="990101", years=(2022,), kinds=("government",))
    assert "天涯市教育局@998100" not in set(agencies.agencies_reporting(connection, narrow, "", 9)["agency_id"])
    found = agencies.agencies_reporting(connection, narrow, "", 9, wanted)
    assert dict(found.select("agency_id", "matching").iter_rows())["天涯市教育局@998100"] == 0


def test_namesakes_of_one_place_are_marked_in_every_list(connection: Connection) -> None:
    """Protects the address: the label of an agency must not depend on whether its namesake is in the list, too."""
    found = agencies.agencies_reporting(connection, EVERYTHING, "商务局", 99, BUREAU)
    marked = dict(found.select("agency_id", "has_namesake").iter_rows())
    assert marked[BUREAU]
    assert not marked["泽州市商务局@990200"]
    alone = agencies.agencies_reporting(connection, Selection(region="998100"), "", 99, TWIN)
    assert dict(alone.select("agency_id", "has_namesake").iter_rows())[TWIN]
