"""Indicators beside those of others: peers of the same year, level and kind, and the agency's own year before."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import quantiles
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.measuring.compare import compare
from etl.measuring.measure import SCHEMA, measure
from etl.vocabulary.form import PROACTIVE, REQUESTS
from tests.rules.shards import Sheet, frames, zero_cells


def a_report(number: int, granted: str = "1", concluded: str = "10") -> Sheet:
    """A report with a grant rate."""
    printed = {(REQUESTS, "granted", "total"): granted, (REQUESTS, "concluded", "total"): concluded}
    return Sheet({**zero_cells("2021"), **printed}, number=number, agency=f"测试县第{number}局")


def compared(sheets: Sequence[Sheet]) -> list[dict[str, Any]]:
    """The compared indicators of the sheets."""
    cells, _, reports = frames(sheets)
    return compare(measure(cells, reports)).to_dicts()


@given(st.lists(st.integers(0, 10), min_size=5, max_size=30))
@settings(max_examples=20, deadline=None)
def test_standing_and_quartiles_are_those_of_the_group(granted: list[int]) -> None:
    """Protects the peer columns: each equals what the group's own rates say."""
    rates = [n / 10 for n in granted]
    low, middle, high = quantiles(rates, n=4, method="inclusive")
    for rate, row in zip(rates, compared([a_report(at, str(n)) for at, n in enumerate(granted)]), strict=True):
        below, same = sum(r < rate for r in rates), sum(r == rate for r in rates)
        assert row["full_grant_rate_peer_n"] == len(rates)
        assert row["full_grant_rate_peer_percentile"] == pytest.approx((below + same / 2) / len(rates))
        assert row["full_grant_rate_peer_p25"] == pytest.approx(low)
        assert row["full_grant_rate_peer_p50"] == pytest.approx(middle)
        assert row["full_grant_rate_peer_p75"] == pytest.approx(high)


def test_fewer_than_five_peers_say_nothing() -> None:
    """Protects small groups: four peers have a number and no quartiles, and a rate that is unknown does not count."""
    rows = compared([a_report(at) for at in range(4)] + [a_report(4, concluded="0")])
    assert {row["full_grant_rate_peer_n"] for row in rows} == {4}
    assert all(row["full_grant_rate_peer_p50"] is row["full_grant_rate_peer_percentile"] is None for row in rows)


@pytest.mark.parametrize("other", [{"year": 2022}, {"kind": "government"}, {"level": "prefecture"}])
def test_peers_share_year_level_and_kind(other: dict[str, Any]) -> None:
    """Protects comparisons: a report of another year, level or kind is no peer."""
    rows = compared([a_report(at) for at in range(5)] + [replace(a_report(5, "9"), **other)])
    assert [row["full_grant_rate_peer_n"] for row in rows] == [5] * 5 + [1]
    assert rows[0]["full_grant_rate_peer_p75"] == pytest.approx(0.1)


def test_reports_of_unknown_place_are_not_each_others_peers() -> None:
    """Protects against a group of everything unresolved."""
    rows = compared([replace(a_report(at), level=None, region_status="unresolved") for at in range(6)])
    assert all(row["full_grant_rate_peer_n"] is row["full_grant_rate_peer_p50"] is None for row in rows)


def over_years(*volumes: tuple[int, str]) -> list[dict[str, Any]]:
    """One agency's reports with licences of the years given."""
    cell = (PROACTIVE, "licences", "decisions")
    return compared(
        [Sheet({**zero_cells("2021"), cell: text}, number=at, year=year) for at, (year, text) in enumerate(volumes)]
    )


def test_change_is_against_the_year_before_only() -> None:
    """Protects trends: 2023 is set beside 2022; 2025 has no year before, whatever came earlier."""
    rows = over_years((2022, "40"), (2023, "50"), (2025, "60"))
    names = ("licences_decisions_last_year", "licences_decisions_change", "licences_decisions_yoy")
    assert [tuple(row[name] for name in names) for row in rows] == [(None,) * 3, (40, 10, 0.25), (None,) * 3]


def test_change_from_nothing_or_from_a_blank_has_no_ratio() -> None:
    """Protects ratios: from 0 there is an absolute change and no relative one, from a blank there is neither."""
    rows = over_years((2020, "0"), (2021, "5"), (2022, ""), (2023, "7"))
    assert [row["licences_decisions_change"] for row in rows] == [None, 5, None, None]
    assert all(row["licences_decisions_yoy"] is None for row in rows)


def test_two_reports_of_one_year_leave_the_change_open() -> None:
    """Protects nameless agencies, which share one id: no report is set beside a stranger's, and no row is doubled."""
    rows = over_years((2022, "40"), (2022, "80"), (2023, "50"))
    assert len(rows) == 3
    assert rows[2]["licences_decisions_change"] is None


def test_comparing_keeps_rows_order_and_columns() -> None:
    """Protects the table: the columns declared, in their order and types, and not a row more or less."""
    cells, _, reports = frames([replace(a_report(at), year=2020 + at % 3) for at in range(9)])
    measured = measure(cells, reports)
    result = compare(measured)
    assert result.schema == SCHEMA
    assert result["report_id"].to_list() == reports["report_id"].to_list()
    assert compare(measured.clear()).schema == pl.Schema(SCHEMA)
