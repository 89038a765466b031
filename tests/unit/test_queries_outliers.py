"""Who is out of line: Wilson's interval and the limits as textbooks have them, every agency judged once."""

import math
from collections.abc import Iterator

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.vocabulary.indicators import INDICATOR_BY_NAME
from etl.vocabulary.page_labels.outliers import POSITIONS
from pages.queries.ask import Connection
from pages.queries.outliers import Z_95, Z_998, limits_along, rates_by_agency, wilson
from pages.queries.ratios import ratios_by_year
from pages.queries.selection import EVERYTHING, Selection
from tests.builders import a_filed
from tests.warehouses import Cells, an_open_warehouse

PAIR = ("refused", "requests_concluded")
REFUSED = INDICATOR_BY_NAME["refused"].cells
volumes = st.integers(1, 1_000_000)


def interval(top: int, bottom: int, z: float = Z_95) -> tuple[float, float]:
    """Wilson's interval of one rate."""
    row = pl.DataFrame({"top": [top], "bottom": [bottom]})
    low, high = wilson(pl.col("top") / pl.col("bottom"), pl.col("bottom"), z)
    found = row.select(low.alias("low"), high.alias("high")).row(0)
    return float(found[0]), float(found[1])


@given(volumes.flatmap(lambda bottom: st.tuples(st.integers(0, bottom), st.just(bottom))))
def test_an_interval_lies_between_nothing_and_all_and_holds_its_rate(seen: tuple[int, int]) -> None:
    """Protects the table from a rate below 0 % or above 100 %, and from an interval that misses its own rate."""
    low, high = interval(*seen)
    assert 0 <= low <= seen[0] / seen[1] <= high <= 1


@given(
    st.integers(1, 400).flatmap(lambda bottom: st.tuples(st.integers(0, bottom), st.just(bottom))), st.integers(2, 50)
)
def test_an_interval_narrows_as_the_volume_grows(seen: tuple[int, int], times: int) -> None:
    """Protects the meaning of volume: the same rate on more cases is known better."""
    (low, high), (low_more, high_more) = interval(*seen), interval(seen[0] * times, seen[1] * times)
    assert high_more - low_more < high - low


@pytest.mark.parametrize(
    ("top", "bottom", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_the_published_one(top: int, bottom: int, low: float, high: float) -> None:
    """Protects the formula: the examples of Newcombe (1998), Statistics in Medicine 17, 857, score method."""
    assert interval(top, bottom) == pytest.approx((low, high), abs=6e-5)


@given(st.floats(0.001, 0.999), st.integers(30, 10_000_000))
def test_limits_hold_the_overall_rate_and_close_in_on_it(overall: float, largest: int) -> None:
    """Protects the funnel: wider at 99.8 % than at 95 %, around the overall rate, narrower with the volume."""
    limits = limits_along(overall, largest)
    for side, sign in (("low", -1), ("high", 1)):
        near, far = (
            [None if v is None else sign * (v - overall) for v in limits[f"{side}_{n}"]] for n in ("95", "998")
        )
        assert all(a > 0 for a in near if a is not None)
        assert all(a is None or b is None or a <= b for a, b in zip(near, far, strict=True))
        known = [a for a in far if a is not None]
        assert known == sorted(known, reverse=True)


def test_limits_are_those_of_the_textbook() -> None:
    """Protects the curves: overall rate ± z standard errors ± half a case, and no limit below 0."""
    first = limits_along(0.2, 3000).row(0, named=True)
    assert first["denominator"] == 30
    assert first["high_998"] == pytest.approx(0.2 + Z_998 * math.sqrt(0.2 * 0.8 / 30) + 1 / 60)
    assert first["low_95"] == pytest.approx(0.2 - Z_95 * math.sqrt(0.2 * 0.8 / 30) - 1 / 60)
    assert first["low_998"] is None


@pytest.mark.parametrize(("overall", "largest"), [(None, 500), (0.0, 500), (1.0, 500), (0.3, 29)])
def test_without_a_rate_between_there_are_no_limits(overall: float | None, largest: int) -> None:
    """Protects the page where nobody refuses anything, or nobody has thirty cases."""
    assert limits_along(overall, largest).is_empty()


@given(st.floats(0.02, 0.5), st.integers(30, 300))
def test_chance_alone_seldom_puts_an_agency_outside(overall: float, volume: int) -> None:
    """Protects small agencies: were all alike, fewer than one in a hundred would stand above the 99.8 % limit."""
    margin = Z_998 * math.sqrt(overall * (1 - overall) / volume) + 1 / (2 * volume)
    first_outside = math.floor((overall + margin) * volume) + 1
    chance = sum(
        math.comb(volume, k) * overall**k * (1 - overall) ** (volume - k) for k in range(first_outside, volume + 1)
    )
    assert chance < 0.01


def cells(refused: int | None, concluded: int | None) -> Cells:
    """The cells that make a refusal rate."""
    rows: Cells = dict.fromkeys(REFUSED, 0)
    rows[REFUSED[0]] = refused
    rows["requests", "concluded", "total"] = concluded
    return rows


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open warehouse with agencies in every position."""
    seen: dict[str, tuple[int | None, int | None]] = {
        "高出局": (60, 100), "略高局": (32, 100), "中间局": (1000, 5000), "略低局": (10, 100), "过低局": (5, 200),
        "小局": (9, 10), "零局": (0, 0), "超出局": (41, 40), "未报局": (None, 300), "无一局": (0, 30),
    }  # fmt: skip  # a table: an agency with its refusals and its requests concluded
    filed = [a_filed(agency=name, year=2024, cells=cells(*pair)) for name, pair in seen.items()]
    filed += [a_filed(agency="中间局", year=2023), a_filed(agency="外省局", region="998100", year=2024)]
    with an_open_warehouse(tmp_path_factory.mktemp("data"), filed) as opened:
        yield opened


def test_each_agency_stands_where_its_numbers_put_it(connection: Connection) -> None:
    """Protects the judgement: above, below, within, too small, unknown, and what is no share at all."""
    found = rates_by_agency(connection, Selection(region="990000"), PAIR, 2024)
    assert dict(found.select("name", "position").iter_rows()) == {
        "高出局": "above_998", "略高局": "above_95", "中间局": "within", "略低局": "below_95", "过低局": "below_998",
        "小局": "too_small", "零局": "no_rate", "超出局": "not_a_share", "未报局": "unreported", "无一局": "below_95",
    }  # fmt: skip  # as above
    assert set(found["position"]) <= POSITIONS.keys()


def test_the_farthest_stand_first_and_those_not_judged_last(connection: Connection) -> None:
    """Protects the order of the table: nobody is ranked on a small sample or without a number."""
    found = rates_by_agency(connection, Selection(region="990000"), PAIR, 2024)
    assert found["name"].to_list()[:2] == ["高出局", "过低局"]
    assert set(found["name"].to_list()[-4:]) == {"小局", "零局", "超出局", "未报局"}
    assert found.filter(pl.col("position").is_in(["too_small", "unreported"]))["distance"].to_list() == [None, None]


def test_an_agency_stands_once_and_the_year_is_the_one_asked(connection: Connection) -> None:
    """Protects the count of agencies: one row each, whatever years the sidebar has."""
    found = rates_by_agency(connection, Selection(years=(2023,)), PAIR, 2024)
    assert found["agency_id"].is_unique().all()
    assert found.height == 11


def test_outside_95_means_that_the_overall_rate_is_not_in_reach(connection: Connection) -> None:
    """Protects the agreement of chart and table: who is outside has an interval that misses the overall rate."""
    found = rates_by_agency(connection, Selection(region="990000"), PAIR, 2024)
    whole = ratios_by_year(connection, Selection(region="990000", years=(2024,)), [PAIR]).row(0, named=True)
    for row in found.filter(pl.col("position").is_in(["above_998", "above_95", "below_95", "below_998"])).iter_rows(
        named=True
    ):
        assert not row["low_95"] <= whole["rate"] <= row["high_95"]


def test_a_year_without_reports_has_no_rows(connection: Connection) -> None:
    """Protects the page from a year that nobody reported."""
    assert rates_by_agency(connection, EVERYTHING, PAIR, 1999).is_empty()
