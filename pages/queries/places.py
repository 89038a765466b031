"""The parts that a chosen area falls into: provinces, prefectures of a province … agencies of a county."""

from typing import Final

import polars as pl

BY_REGION: Final = "regions"
BY_AGENCY: Final = "agencies"


def parts_below(level: str | None) -> str:
    """What an area of this level falls into: its divisions, or its agencies where there are none below it."""
    return BY_AGENCY if level == "county" else BY_REGION


PARTS_IN_ORDER: Final = (pl.col("part_code") == "", "part_code")
"""Sorts parts by their code, those of an unknown region last."""

_PARTS_BY_REGION: Final = """
    heads AS (
        SELECT region_code, name FROM regions
        WHERE CASE WHEN $part_of IS NULL THEN level = 'province' ELSE parent_code = $part_of END),
    placed AS (
        SELECT r.region_code, h.region_code IS NULL AS is_own,
               coalesce(h.region_code, r.region_code) AS part_code, coalesce(h.name, r.name) AS part_name
        FROM regions r
        LEFT JOIN regions above ON above.region_code = r.parent_code
        LEFT JOIN heads h ON h.region_code IN (r.region_code, r.parent_code, above.parent_code)),
    parts AS (
        SELECT i.report_id, coalesce(p.part_code, '') AS part_code, p.part_name, coalesce(p.is_own, FALSE) AS is_own
        FROM indicators i LEFT JOIN placed p USING (region_code))"""

_PARTS_BY_AGENCY: Final = """
    parts AS (
        SELECT i.report_id, i.agency_id AS part_code, a.name AS part_name, FALSE AS is_own
        FROM indicators i JOIN agencies a USING (agency_id))"""


def parts_of(region: str | None, by: str) -> tuple[str, dict[str, object]]:
    """A table `parts` for a WITH clause and the parameters it names: the part that each current report falls into.

    Columns: report_id, part_code ("" when the region of the report is not known), part_name (NULL then),
    is_own (the report is of the chosen area itself, in none of its parts). `by` is BY_REGION or BY_AGENCY.
    """
    if by == BY_AGENCY:
        return _PARTS_BY_AGENCY, {}
    return _PARTS_BY_REGION, {"part_of": region}
