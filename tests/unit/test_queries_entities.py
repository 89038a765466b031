"""Regions and agencies found and set beside each other, held against a count by hand over the same invented rows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import polars as pl
import pytest

from etl.vocabulary.form import FORM_2019, REQUESTS
from etl.warehouse.published import open_published
from pages.queries.ask import Connection
from pages.queries.entities import (
    ALIKE,
    ONE_ROW,
    PARTS,
    SIBLINGS,
    THREE_ROWS,
    WHOLE_AREA,
    entity_series,
    group_members,
    matching_entities,
    named_entities,
)
from pages.queries.selection import EVERYTHING, Selection
from tests.builders import a_filed, a_warehouse
from tests.warehouses import REGIONS, an_open_warehouse, lies_in, some_filed, warehouse_rows

ROWS = warehouse_rows(some_filed())
PARENT = {code: parent for code, _, _, parent in REGIONS}
BUREAU = "云州市商务局@990100"


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open warehouse with the rows of `ROWS`."""
    with an_open_warehouse(tmp_path_factory.mktemp("data")) as opened:
        yield opened


def of_entity(row: dict[str, Any], code: str, chosen: Selection) -> bool:
    """Whether a row of `indicators` counts for an entity under the filters, said the slow way."""
    if row["year"] is None or (chosen.years and row["year"] not in chosen.years):
        return False
    if row["agency_id"] == code:
        return True
    if code == WHOLE_AREA:
        placed = chosen.region is None or lies_in(row["region_code"], chosen.region)
    else:
        placed = code in PARENT and lies_in(row["region_code"], code)
    kinds, sectors = chosen.kinds, chosen.sectors
    return placed and (not kinds or row["kind"] in kinds) and (not sectors or row["sector"] in sectors)


@pytest.mark.parametrize(
    "chosen", [EVERYTHING, Selection("990000", (2021, 2022, 2024)), Selection("990100", (), ("department",), ("商务",))]
)
def test_series_is_what_a_count_by_hand_gives(connection: Connection, chosen: Selection) -> None:
    """Protects the comparison: sums over the reports that have both numbers, region, agency and whole area alike."""
    codes = ["990200", "990000", "990101", BUREAU, "云州市财政局@990100"]
    found = entity_series(connection, chosen, codes, "full_grant_rate")
    assert found["code"].unique(maintain_order=True).to_list() == [WHOLE_AREA, *codes]
    for row in found.iter_rows(named=True):
        rows = [one for one in ROWS["indicators"] if of_entity(one, row["code"], chosen) and one["year"] == row["year"]]
        known = [one for one in rows if one["granted"] is not None and one["requests_concluded"] is not None]
        assert (row["reports"], row["left_out"]) == (len(rows), len(rows) - len(known))
        top, bottom = (sum(cast("int", one[name]) for one in known) for name in ("granted", "requests_concluded"))
        expected = (top, bottom, top / bottom) if known else (None, None, None)
        assert (row["numerator"], row["denominator"], row["value"]) == pytest.approx(expected)


def test_volumes_add_up_and_have_no_denominator(connection: Connection) -> None:
    """Protects volumes from being read as rates."""
    found = entity_series(connection, EVERYTHING, [BUREAU], "requests_received")
    by_hand = {row["year"]: row["requests_received"] for row in ROWS["indicators"] if row["agency_id"] == BUREAU}
    of_bureau = found.filter(pl.col("code") == BUREAU)
    assert dict(of_bureau.select("year", "value").iter_rows()) == by_hand
    assert of_bureau["denominator"].null_count() == of_bureau.height


def test_a_year_without_a_report_is_a_row_without_a_value(connection: Connection) -> None:
    """Protects the table: a missing year stands there as not reported, not as zero, and nothing is compared with it."""
    code = "泽州市商务局@990200"
    rows = entity_series(connection, EVERYTHING, [code], "full_grant_rate").filter(pl.col("code") == code)
    by_year = {row["year"]: row for row in rows.iter_rows(named=True)}
    assert sorted(by_year) == list(range(2019, 2025))
    assert (by_year[2022]["value"], by_year[2022]["reports"]) == (None, 0)
    assert by_year[2023]["change"] is None
    assert by_year[2021]["change"] == pytest.approx(by_year[2021]["value"] - by_year[2020]["value"])
    assert by_year[2021]["relative"] == pytest.approx(by_year[2021]["change"] / by_year[2020]["value"])


def test_no_change_is_told_between_two_meanings(tmp_path: Path) -> None:
    """Protects year on year: one printed row and three are not the same, and a year of both is neither."""
    filed = [
        *(a_filed(year=year) for year in range(2019, 2023)),
        a_filed(agency="云泽省财政厅", year=2022, form=FORM_2019),
    ]
    a_warehouse(tmp_path, filed)
    found = entity_series(open_published(tmp_path).connection, EVERYTHING, [], "residual_other_rate")
    assert found["meaning"].to_list() == [ONE_ROW, ONE_ROW, THREE_ROWS, None]
    assert [change is None for change in found["change"]] == [True, False, True, True]
    same = entity_series(open_published(tmp_path).connection, EVERYTHING, [], "full_grant_rate")
    assert [change is None for change in same["change"]] == [True, False, False, False]


def test_nothing_is_divided_by_nothing(tmp_path: Path) -> None:
    """Protects an agency that concluded nothing: its rate is not applicable, and its change is not infinite."""
    nothing = {(REQUESTS, item, "total"): 0 for item in ("concluded", "granted")}
    a_warehouse(tmp_path, [a_filed(year=2022, cells=nothing), a_filed(year=2023)])
    found = entity_series(open_published(tmp_path).connection, EVERYTHING, [], "full_grant_rate")
    assert found["value"][0] is None
    assert found["denominator"][0] == 0
    assert found["change"].null_count() == found["relative"].null_count() == 2
    volumes = entity_series(open_published(tmp_path).connection, EVERYTHING, [], "granted")
    assert volumes["change"][1] == volumes["value"][1]
    assert volumes["relative"][1] is None


@pytest.mark.parametrize(
    ("group", "region", "agency", "codes"),
    [
        (PARTS, None, None, ["990000", "998000"]),
        (PARTS, "990000", None, ["990100", "990200"]),
        (PARTS, "990101", None, ["东溪区人民政府@990101", "东溪区教育局@990101"]),
        (SIBLINGS, "990101", None, ["990102"]),
        (SIBLINGS, "990000", None, ["998000"]),
        (SIBLINGS, None, None, []),
        (ALIKE, None, BUREAU, ["泽州市商务局@990200"]),
        (ALIKE, None, "某县商务局@None", []),
    ],
)
def test_groups_are_those_below_beside_and_alike(
    connection: Connection, group: str, region: str | None, agency: str | None, codes: list[str]
) -> None:
    """Protects what a group means: sub-regions, siblings, agencies of one kind, sector and level below one division."""
    assert group_members(connection, group, region, agency)["code"].to_list() == codes


def test_a_name_is_found_by_a_part_of_it(connection: Connection) -> None:
    """Protects the search: own name first, then what lies in the chosen area; the number of matches is that of all."""
    found = matching_entities(connection, "990200", "东溪区", 3)
    assert found["matching"].to_list() == [5, 5, 5]
    assert found["code"].to_list() == ["990201", "东溪区教育局*@990201", "990101"]
    assert matching_entities(connection, None, "泽州市商务", 9)["place"].to_list() == ["云泽省泽州市"]
    assert matching_entities(connection, None, "%", 9).is_empty()
    agencies = matching_entities(connection, "998000", "", 99, only_agencies=True)
    assert agencies["kind"].unique().to_list() == ["agency"]
    assert agencies["code"][0] == "天涯市教育局@998100"


def test_codes_are_named_in_the_order_asked(connection: Connection) -> None:
    """Protects links: the first agency stays the first, and a code that nobody has is left out."""
    found = named_entities(connection, ["990101", "gone", BUREAU, "990000"])
    assert found["code"].to_list() == ["990101", BUREAU, "990000"]
    assert found["kind"].to_list() == ["region", "agency", "region"]
    assert found["place"].to_list() == ["云泽省云州市", "云泽省云州市", ""]
    assert named_entities(connection, []).is_empty()
