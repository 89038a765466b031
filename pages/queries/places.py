"""The parts that a chosen area falls into: provinces, prefectures of a province … agencies of a county."""

from dataclasses import dataclass
from typing import Final

import polars as pl

BY_REGION: Final = "regions"
BY_AGENCY: Final = "agencies"


def place_of(division: str) -> str:
    """SQL of the place of a division, whose alias is given: its name behind those above it, "" where there is none.

    A municipality is its own prefecture and is named once.
    """
    prefecture = f"nullif({division}.prefecture_name, {division}.province_name)"
    return f"concat({division}.province_name, {prefecture}, {division}.county_name)"


REPORTED: Final = """
    held AS (SELECT DISTINCT region_code FROM agencies WHERE region_code IS NOT NULL),
    reported AS (
        SELECT DISTINCT unnest([r.region_code, r.parent_code, above.parent_code]) AS region_code
        FROM regions r SEMI JOIN held USING (region_code)
        LEFT JOIN regions above ON above.region_code = r.parent_code)"""
"""SQL for a WITH clause: the divisions that reported themselves or hold one that did."""
PLACES: Final = f"places AS (SELECT region_code, {place_of('r')} AS place FROM regions r)"
"""SQL for a WITH clause: the place of every division."""


def parts_below(level: str | None) -> str:
    """What an area of this level falls into: its divisions, or its agencies where there are none below it."""
    return BY_AGENCY if level == "county" else BY_REGION


PARTS_IN_ORDER: Final = (pl.col("part_code") == "", "part_code")
"""Sorts parts by their code, those of an unknown region last."""


@dataclass(frozen=True, slots=True)
class Parts:
    """SQL that says into which part each row of `indicators i` or `agencies i` falls; `parameters` are those it names.

    `tables` stands in a WITH clause, `joins` after `FROM indicators i`, `columns` in the SELECT: part_code ("" when the
    region of the report is not known), part_name (NULL then), is_own (the report is of the chosen area itself, in none
    of its parts). `key` is the one column of `i` that this needs, so rows may be summed by it before they are joined.
    """

    tables: str
    joins: str
    columns: str
    key: str
    parameters: dict[str, object]


_PLACED: Final = """
    heads AS (
        SELECT region_code, name FROM regions
        WHERE CASE WHEN $part_of IS NULL THEN level = 'province' ELSE parent_code = $part_of END),
    placed AS (
        SELECT r.region_code, h.region_code IS NULL AS is_own,
               coalesce(h.region_code, r.region_code) AS part_code, coalesce(h.name, r.name) AS part_name
        FROM regions r
        LEFT JOIN regions above ON above.region_code = r.parent_code
        LEFT JOIN heads h ON h.region_code IN (r.region_code, r.parent_code, above.parent_code))"""


def parts_of(region: str | None, by: str) -> Parts:
    """The parts of an area, `by` BY_REGION or BY_AGENCY; region None is the whole country."""
    if by == BY_AGENCY:
        names = "names AS (SELECT agency_id, name FROM agencies)"
        columns = "i.agency_id AS part_code, p.name AS part_name, FALSE AS is_own"
        return Parts(names, "JOIN names p USING (agency_id)", columns, "agency_id", {})
    columns = "coalesce(p.part_code, '') AS part_code, p.part_name, coalesce(p.is_own, FALSE) AS is_own"
    joins = "LEFT JOIN placed p ON p.region_code = i.region_code"
    return Parts(_PLACED, joins, columns, "region_code", {"part_of": region})
