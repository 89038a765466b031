"""Who reported for which year, held against a count by hand over the same invented rows."""

from collections.abc import Iterator
from typing import Any

import pytest

from pages.queries.agency_years import agencies_by_year, agencies_without, reports_apart
from pages.queries.ask import Connection
from pages.queries.coverage import coverage_by_part
from pages.queries.places import BY_AGENCY, BY_REGION
from pages.queries.selection import EVERYTHING, Selection
from tests.warehouses import a_filed, an_open_warehouse, lies_in, some_filed, warehouse_rows

FILED = (
    *some_filed(),
    a_filed(agency="", region="990100", year=2023),
    a_filed(agency="", region=None, year=None),
    a_filed(agency="云州市商务局", region="990100", year=None),
)
"""With reports that are nobody's gap: of no agency, of no year, and of no year beside others that have one."""
ROWS = warehouse_rows(FILED)
YEARS = tuple(range(2019, 2025))
SELECTIONS = [
    EVERYTHING,
    Selection(region="990000"),
    Selection(region="990100", years=(2022, 2023)),
    Selection(kinds=("department", "township"), sectors=("商务", "教育")),
]
every_selection = pytest.mark.parametrize("selection", SELECTIONS, ids=str)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open warehouse with the rows of `ROWS`."""
    with an_open_warehouse(tmp_path_factory.mktemp("data"), FILED) as opened:
        yield opened


def known(selection: Selection) -> dict[str, list[dict[str, Any]]]:
    """The current reports of each agency with a name and a known year, filters on years aside, said the slow way."""
    names = {row["agency_id"]: row["name"] for row in ROWS["agencies"]}
    filed = under(selection)
    return {
        agency: rows for agency, rows in filed.items() if names[agency] and any(row["year"] is not None for row in rows)
    }


def under(selection: Selection) -> dict[str, list[dict[str, Any]]]:
    """The current reports of each agency under the filters, years aside."""
    agencies: dict[str, list[dict[str, Any]]] = {}
    for row in ROWS["indicators"]:
        if (
            lies_in(row["region_code"], selection.region)  # type: ignore[arg-type]  # a row holds objects
            and (not selection.kinds or row["kind"] in selection.kinds)
            and (not selection.sectors or row["sector"] in selection.sectors)
        ):
            agencies.setdefault(str(row["agency_id"]), []).append(row)
    return agencies


@every_selection
@pytest.mark.parametrize("years", [YEARS, (2019, 2022)], ids=str)
def test_the_board_has_every_known_agency_with_what_it_misses(
    connection: Connection, selection: Selection, years: tuple[int, ...]
) -> None:
    """Protects the board: nobody falls out, nobody is missed for a year that has a report."""
    found = agencies_by_year(connection, selection, years)
    by_hand = {name: {row["year"] for row in rows} for name, rows in known(selection).items()}
    assert found["agency_id"].n_unique() == found.height == len(by_hand)
    for row in found.iter_rows(named=True):
        filed = by_hand[row["agency_id"]]
        assert set(row["years"]) == filed - {None}
        assert row["missing"] == len(set(years) - filed)
        assert row["undated"] == (None in filed)
        assert row["matching"] == len(by_hand)
        assert row["short"] == sum(bool(set(years) - some) for some in by_hand.values())
    assert found["missing"].is_sorted(descending=True)


def test_a_cut_board_still_counts_all(connection: Connection) -> None:
    """Protects the words under a cut list, and the switch: the numbers are of all agencies, the rows are the first."""
    every = agencies_by_year(connection, EVERYTHING, YEARS)
    short = agencies_by_year(connection, EVERYTHING, YEARS, only_short=True)
    first = agencies_by_year(connection, EVERYTHING, YEARS, most=2)
    assert first["agency_id"].to_list() == every["agency_id"].to_list()[:2]
    assert first["matching"][0] == every.height
    assert short.height == first["short"][0] == (every["missing"] > 0).sum()


def test_the_board_is_searched_letter_by_letter(connection: Connection) -> None:
    """Protects the search from signs with a meaning of their own."""
    assert set(agencies_by_year(connection, EVERYTHING, YEARS, "商务")["matching"]) == {4}
    assert agencies_by_year(connection, EVERYTHING, YEARS, "%").is_empty()


def test_a_superseded_version_is_told_and_counts_for_nothing(connection: Connection) -> None:
    """Protects the mark of replaced versions: the year has its report all the same, no other year is marked."""
    replaced = {row["agency_id"]: row["replaced"] for row in agencies_by_year(connection, EVERYTHING, YEARS).to_dicts()}
    assert {name: years for name, years in replaced.items() if years} == {"云州市商务局@990100": [2024]}


@every_selection
def test_the_list_of_a_year_is_who_has_no_report_for_it(connection: Connection, selection: Selection) -> None:
    """Protects the list that goes out as a reminder: all who are short, nobody else."""
    for year in (2019, 2022):
        found = agencies_without(connection, selection, year)
        by_hand = {name for name, rows in known(selection).items() if year not in {row["year"] for row in rows}}
        assert set(found["agency_id"]) == by_hand
        assert set(found["matching"]) == ({len(by_hand)} if by_hand else set())
        cut = agencies_without(connection, selection, year, most=1)
        assert cut["matching"].to_list() == found["matching"].to_list()[:1]


@every_selection
@pytest.mark.parametrize("by", [BY_REGION, BY_AGENCY])
def test_a_report_without_year_or_name_makes_nobody_miss_a_year(
    connection: Connection, selection: Selection, by: str
) -> None:
    """Protects the counts of who is short: only an agency with a name and a known year is counted, as on the board."""
    found = coverage_by_part(connection, selection, by)
    by_hand = known(selection)
    for year in set(found["year"]):
        of_year = found.filter(found["year"] == year)
        assert of_year["known"].sum() == len(by_hand)
        assert of_year["reported"].sum() == sum(year in {row["year"] for row in rows} for rows in by_hand.values())


@every_selection
def test_what_counts_for_nobody_is_listed_apart(connection: Connection, selection: Selection) -> None:
    """Protects reports of unknown year or agency from being lost: each is listed, and counted by what it lacks."""
    found = reports_apart(connection, selection)
    names = {row["agency_id"]: row["name"] for row in ROWS["agencies"]}
    years = {None, *(selection.years or YEARS)}
    by_hand = {
        row["report_id"]: (row["year"] is None, not names[agency])
        for agency, rows in under(selection).items()
        for row in rows
        if row["year"] in years and (row["year"] is None or not names[agency])
    }
    assert set(found["report_id"]) == by_hand.keys()
    for row in found.iter_rows(named=True):
        assert (row["year"] is None, row["agency"] == "") == by_hand[row["report_id"]]
        assert row["matching"] == found.height
        assert row["without_year"] == sum(lacks_year for lacks_year, _ in by_hand.values())
        assert row["without_name"] == sum(lacks_name for _, lacks_name in by_hand.values())
    assert reports_apart(connection, selection, most=1)["report_id"].to_list() == found["report_id"].to_list()[:1]
