"""One rate by division, held against a count by hand over the same invented rows."""

from collections.abc import Iterator
from typing import Any

import pytest

from etl.vocabulary.tiles import TILES, province_names
from pages.queries.ask import Connection
from pages.queries.ratios import ratios_by_year
from pages.queries.regions import provinces_of, ratios_by_region
from pages.queries.selection import EVERYTHING, Selection
from tests.warehouses import an_open_warehouse, lies_in, some_filed, warehouse_rows

PAIR = ("granted", "requests_concluded")
ROWS: list[dict[str, Any]] = [row for row in warehouse_rows(some_filed())["indicators"] if row["year"] == 2024]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open warehouse with the rows of `ROWS`."""
    with an_open_warehouse(tmp_path_factory.mktemp("data")) as opened:
        yield opened


def sums(rows: list[dict[str, Any]]) -> tuple[int | None, int | None, int]:
    """Numerator and denominator over the rows that have both, and how many have not."""
    known = [row for row in rows if row[PAIR[0]] is not None and row[PAIR[1]] is not None]
    tops = sum(row[PAIR[0]] for row in known) if known else None
    return tops, sum(row[PAIR[1]] for row in known) if known else None, len(rows) - len(known)


def test_every_division_holds_what_lies_below_it(connection: Connection) -> None:
    """Protects the sums of every level: a province is its own agencies and all prefectures and counties."""
    found = ratios_by_region(connection, EVERYTHING, PAIR, 2024)
    for row in found.iter_rows(named=True):
        code = row["region_code"]
        if code == "":
            mine = [one for one in ROWS if one["region_code"] is None]
        elif row["is_own"]:
            mine = [one for one in ROWS if one["region_code"] == code]
        else:
            mine = [one for one in ROWS if lies_in(one["region_code"], code)]
        assert (row["numerator"], row["denominator"], row["left_out"]) == sums(mine)
        assert row["reports"] == len(mine)


def test_the_provinces_add_up_to_the_country(connection: Connection) -> None:
    """Protects the tiles and the trend from telling two different wholes."""
    tops = ratios_by_region(connection, EVERYTHING, PAIR, 2024).filter(is_own=False, level="province")
    unplaced = ratios_by_region(connection, EVERYTHING, PAIR, 2024).filter(region_code="")
    whole = ratios_by_year(connection, Selection(years=(2024,)), [PAIR]).row(0, named=True)
    for name in ("numerator", "denominator"):
        assert sum(tops[name].to_list() + unplaced[name].to_list()) == whole[name]


def test_a_chosen_area_stands_alone_with_what_lies_below(connection: Connection) -> None:
    """Protects the drill: no row outside the chosen division, none of an unknown region."""
    found = ratios_by_region(connection, Selection(region="990100", years=(2019,)), PAIR, 2024)
    assert set(found["region_code"]) == {"990100", "990101", "990102"}
    assert found["place"].to_list()[0] == "云泽省云州市"


def test_a_division_without_others_below_has_one_row(connection: Connection) -> None:
    """Protects the picture from a block that holds only itself."""
    found = ratios_by_region(connection, Selection(region="990101"), PAIR, 2024)
    assert found["is_own"].to_list() == [False]


def test_invented_provinces_stay_alone(connection: Connection) -> None:
    """Protects the demo: no real province is said to be missing where only invented ones are loaded."""
    found = provinces_of(ratios_by_region(connection, EVERYTHING, PAIR, 2024))
    assert found["region_code"].to_list() == ["990000", "998000"]


def test_beside_a_real_province_the_silent_ones_are_named(connection: Connection) -> None:
    """Protects the map: a province without reports has a tile and no number, not a zero."""
    rows = ratios_by_region(connection, EVERYTHING, PAIR, 2024)
    real = rows.with_columns(rows["region_code"].replace({"990000": "330000"}))
    found = provinces_of(real)
    assert set(found["region_code"]) == {*TILES, "998000"}
    silent = found.filter(region_code="110000").row(0, named=True)
    assert (silent["name"], silent["numerator"], silent["reports"]) == ("北京市", None, 0)


def test_every_province_has_a_tile_of_its_own() -> None:
    """Protects the map from a province without a place, and from two in one."""
    assert set(TILES) == set(province_names())
    assert len(set(TILES.values())) == len(TILES) == 34
