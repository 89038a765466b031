"""Questions to the warehouse, held against a count by hand over the same invented rows."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from etl.vocabulary.tables import TABLE_BY_NAME
from pages.queries import agencies, choices, coverage, extracts, narrative, places, ratios, volumes
from pages.queries.ask import Connection
from pages.queries.selection import EVERYTHING, Selection
from tests.warehouses import REGIONS, an_open_warehouse, lies_in, some_filed, warehouse_rows

ROWS = warehouse_rows(some_filed())
PARENT = {code: parent for code, _, _, parent in REGIONS}
SELECTIONS = [
    EVERYTHING,
    Selection(region="990000"),
    Selection(region="990100", years=(2022, 2023)),
    Selection(region="990101", kinds=("department",)),
    Selection(years=(2019, 2024), kinds=("department", "township"), sectors=("商务", "教育")),
    Selection(region="998100", sectors=("卫生健康",)),
]
every_selection = pytest.mark.parametrize("selection", SELECTIONS, ids=str)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open warehouse with the rows of `ROWS`."""
    with an_open_warehouse(tmp_path_factory.mktemp("data")) as opened:
        yield opened


def is_chosen(row: dict[str, Any], selection: Selection) -> bool:
    """Whether the filters leave a row of `indicators`, said the slow way."""
    return (
        (selection.region is None or lies_in(row["region_code"], selection.region))
        and (not selection.years or row["year"] in selection.years)
        and (not selection.kinds or row["kind"] in selection.kinds)
        and (not selection.sectors or row["sector"] in selection.sectors)
    )


def chosen(selection: Selection) -> list[dict[str, Any]]:
    """The rows of `indicators` that the filters leave."""
    return [row for row in ROWS["indicators"] if is_chosen(row, selection)]


@every_selection
def test_scope_counts_what_the_filters_leave(connection: Connection, selection: Selection) -> None:
    """Protects the line above every page."""
    found, rows = coverage.scope(connection, selection).row(0, named=True), chosen(selection)
    assert found["reports"] == len(rows)
    assert found["agencies"] == len({row["agency_id"] for row in rows})
    assert found["without_year"] == sum(row["year"] is None for row in rows)
    assert found["without_region"] == sum(row["region_code"] is None for row in rows)
    assert found["last_year"] == max((row["year"] for row in rows if row["year"]), default=None)


@every_selection
def test_a_rate_is_sum_over_sum_of_reports_that_have_both(connection: Connection, selection: Selection) -> None:
    """Protects every rate on the screen: never a mean of rates, never zero for what is missing."""
    pair = ("granted", "requests_concluded")
    found = {row["year"]: row for row in ratios.ratios_by_year(connection, selection, [pair]).iter_rows(named=True)}
    by_year: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in chosen(selection):
        if row["year"] is not None:
            by_year[row["year"]].append(row)
    assert found.keys() == by_year.keys()
    for year, rows in by_year.items():
        both = [row for row in rows if None not in (row[pair[0]], row[pair[1]])]
        top, bottom = (sum(row[name] for row in both) for name in pair)
        assert found[year]["reports"] == len(rows)
        assert found[year]["left_out"] == len(rows) - len(both)
        assert found[year]["rate"] == (pytest.approx(top / bottom) if bottom else None)


def test_a_rate_that_nobody_reports_is_missing_not_zero(connection: Connection) -> None:
    """Protects against zeros made of blanks: the one report left has no total."""
    only = Selection(region="990100", years=(2024,), sectors=("财政",))
    row = ratios.ratios_by_year(connection, only, [("granted", "requests_concluded")]).row(0, named=True)
    assert (row["numerator"], row["denominator"], row["rate"], row["left_out"]) == (None, None, None, 1)


@pytest.mark.parametrize("region", [None, "990000", "990100"])
def test_the_parts_of_an_area_add_up_to_the_area(connection: Connection, region: str | None) -> None:
    """Protects the drill: no report falls between the parts, none is counted in two."""
    selection, pair = Selection(region), ("refused", "requests_concluded")
    whole = ratios.ratios_by_year(connection, selection, [pair])
    parts = ratios.ratios_by_part(connection, selection, pair, places.BY_REGION)
    assert set(parts["year"]) == set(whole["year"])
    for row in whole.iter_rows(named=True):
        of_year = parts.filter(parts["year"] == row["year"])
        assert of_year["numerator"].sum() == row["numerator"]
        assert of_year["reports"].sum() == row["reports"]


def test_parts_are_named_by_the_division_below(connection: Connection) -> None:
    """Protects legends: what lies in a county counts for its prefecture, the area's own reports stand apart."""
    pair = ("granted", "requests_concluded")
    parts = ratios.ratios_by_part(connection, Selection("990000"), pair, places.BY_REGION)
    named = set(parts.select("part_code", "part_name", "is_own").iter_rows())
    assert named == {("990000", "云泽省", True), ("990100", "云州市", False), ("990200", "泽州市", False)}
    country = ratios.ratios_by_part(connection, EVERYTHING, pair, places.BY_REGION)
    assert set(country["part_name"]) == {"云泽省", "海角省", None}
    assert country["part_code"][-1] == ""


def test_parts_of_a_county_are_its_agencies(connection: Connection) -> None:
    """Protects the end of the drill."""
    parts = ratios.ratios_by_part(connection, Selection("990101"), ("granted", "requests_concluded"), places.BY_AGENCY)
    assert set(parts["part_name"]) == {"东溪区人民政府", "东溪区教育局"}
    assert places.parts_below("county") == places.BY_AGENCY
    assert places.parts_below(None) == places.parts_below("prefecture") == places.BY_REGION


@every_selection
def test_volumes_are_split_by_the_form_printed(connection: Connection, selection: Selection) -> None:
    """Protects table two: forms never mixed, a measure that a form does not print is missing, not zero."""
    found = volumes.volumes_by_year(connection, selection, ["licences_decisions", "regulations_made"])
    expected: dict[tuple[int, str, str], list[int | None]] = defaultdict(list)
    for row in chosen(selection):
        for name in ("licences_decisions", "regulations_made"):
            if row["year"] is not None:
                expected[row["year"], row["form"], name].append(row[name])
    assert len(expected) == found.height
    for row in found.iter_rows(named=True):
        numbers = expected[row["year"], row["form"], row["name"]]
        known = [number for number in numbers if number is not None]
        assert row["total"] == (sum(known) if known else None)
        assert (row["reports"], row["left_out"]) == (len(numbers), len(numbers) - len(known))


def test_volumes_of_the_other_form_are_missing(connection: Connection) -> None:
    """Protects against a zero where form 2021 has no such column."""
    found = volumes.volumes_by_year(connection, Selection(years=(2022,)), ["regulations_made"])
    assert found["form"].to_list() == ["2021"]
    assert found["total"].to_list() == [None]


def test_coverage_counts_agencies_and_knows_who_is_missing(connection: Connection) -> None:
    """Protects the board: an agency without a report for a year is missing there, not gone."""
    board = coverage.coverage_by_part(connection, Selection("990000"), places.BY_REGION)
    row = board.filter((board["part_name"] == "泽州市") & (board["year"] == 2022)).row(0, named=True)
    assert (row["reported"], row["known"]) == (0, 2)
    assert board["year"].n_unique() == 6
    assert (board["reported"] <= board["known"]).all()


def test_coverage_of_chosen_years_still_knows_all_agencies(connection: Connection) -> None:
    """Protects the board under a filter: choosing a year does not hide who reported in others only."""
    board = coverage.coverage_by_part(connection, Selection("990000", (2022,)), places.BY_REGION)
    assert board["year"].unique().to_list() == [2022]
    assert board.filter(board["part_name"] == "泽州市")["known"].to_list() == [2]


def test_findings_are_counted_under_the_filters(connection: Connection) -> None:
    """Protects the findings on the overview from ignoring the filters."""
    for selection in SELECTIONS:
        ids = {row["report_id"] for row in chosen(selection)}
        expected = Counter((f["rule"], f["state"]) for f in ROWS["findings"] if f["report_id"] in ids)
        found = coverage.findings_by_rule(connection, selection)
        assert {(r, s): n for r, s, n in found.select("rule", "state", "findings").iter_rows()} == dict(expected)


def test_section_five_is_judged_against_the_year_before(connection: Connection) -> None:
    """Protects the four states: missing, nothing to compare with, identical, changed."""
    odd = narrative.problem_states(connection, Selection("990200", (2024,)))
    assert set(odd.select("state", "reports").iter_rows()) == {("same", 1), ("changed", 1)}
    nowhere = narrative.problem_states(connection, Selection(years=(2023,), sectors=("商务",)))
    assert ("missing", 1) in set(nowhere.select("state", "reports").iter_rows())
    first = narrative.problem_states(connection, Selection(years=(2019,)))
    assert set(first["state"]) == {"first"}


def test_agencies_are_found_by_part_of_their_name(connection: Connection) -> None:
    """Protects the search: case of a name, cut at the limit, and the number that match in all."""
    found = agencies.agencies_reporting(connection, EVERYTHING, "商务", 2)
    assert found.height == 2
    assert set(found["matching"]) == {4}
    assert agencies.agencies_reporting(connection, EVERYTHING, "%", 9).is_empty()


def test_texts_of_an_agency_stand_newest_first(connection: Connection) -> None:
    """Protects the comparison of years, and superseded versions from being shown."""
    texts = narrative.problem_texts(connection, "云州市商务局@990100")
    assert texts["year"].to_list() == [2024, 2023, 2022, 2021, 2020, 2019]
    assert "旧版" not in texts["text"].to_list()


def test_choices_offer_only_what_reported(connection: Connection) -> None:
    """Protects the filters from offering what leaves nothing."""
    regions = choices.regions_reported(connection)
    assert regions["region_code"].to_list() == sorted(PARENT)
    assert choices.years_reported(connection)["year"].to_list() == list(range(2019, 2025))
    assert set(choices.kinds_reported(connection)["kind"]) == {"government", "department", "township"}
    assert choices.sectors_reported(connection)["sector"][0] == "商务"


@every_selection
@pytest.mark.parametrize("table", sorted(TABLE_BY_NAME))
def test_an_extract_is_every_row_under_the_filters(connection: Connection, selection: Selection, table: str) -> None:
    """Protects extracts from a silent cut: count, first rows and whole extract agree with the count by hand."""
    batches = list(extracts.all_rows(connection, selection, table, named=False))
    total = sum(batch.height for batch in batches)
    assert total == extracts.row_count(connection, selection, table)
    assert batches[0].columns == [column.name for column in TABLE_BY_NAME[table].columns]
    if table in ("indicators", "proactive", "sections", "findings"):
        ids = {row["report_id"] for row in chosen(selection)}
        assert total == sum(row["report_id"] in ids for row in ROWS[table])


def test_an_extract_for_people_names_the_agency(connection: Connection) -> None:
    """Protects readers from ids without names; the table's own columns follow unchanged."""
    frame = extracts.first_rows(connection, Selection("990200"), "requests", 5, named=True)
    assert frame.columns[:3] == list(extracts.ADDED)
    assert set(frame["region_name"]) <= {"云泽省泽州市", "云泽省泽州市东溪区"}
    plain = extracts.first_rows(connection, Selection("990200"), "requests", 5, named=False)
    assert frame.drop(extracts.ADDED).equals(plain)


def test_rejected_documents_are_in_the_extract_while_no_filter_is_set(connection: Connection) -> None:
    """Protects the list of files: those that became no report have no year or region to be filtered by."""
    everything = extracts.row_count(connection, EVERYTHING, "documents")
    assert everything == len(ROWS["documents"])
    assert extracts.row_count(connection, Selection(years=(2023,)), "documents") == len(
        chosen(Selection(years=(2023,)))
    )


def test_an_undeclared_column_is_refused(connection: Connection) -> None:
    """Protects the SQL: names come from the vocabulary, whatever an address says."""
    with pytest.raises(KeyError):
        ratios.ratios_by_year(connection, EVERYTHING, [('granted" FROM agencies; --', "requests_concluded")])
    with pytest.raises(KeyError):
        volumes.volumes_by_year(connection, EVERYTHING, ["secrets"])
