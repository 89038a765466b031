"""The door of checking: every rule over a batch of reports, in which every agency and every division is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from etl.checking.across import check_across
from etl.checking.around import Around
from etl.checking.check import check
from etl.checking.finding import Checked
from etl.checking.material import lay_out
from etl.checking.passages import lay_out_texts
from etl.checking.texts import check_texts

_BATCH: Final = 4000
"""Reports judged at once, about: their cells and texts are in memory together."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the current reports of a batch say; each frame has `report_number`.

    `cells`: code, value (Decimal or null), unit, status, raw, place. `left_overs`: table_name, text, place.
    `sections`: position, section, heading, text, place.
    """

    cells: pl.DataFrame
    left_overs: pl.DataFrame
    sections: pl.DataFrame


def batches(reports: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """The reports in batches, every agency and every division whole in one of them."""
    whole = reports.with_columns(_whole=pl.coalesce("region_code", "agency_id"))
    sizes = whole.group_by("_whole").agg(size=pl.len()).sort("_whole")
    numbered = sizes.select("_whole", _batch=(pl.col("size").cum_sum() - 1) // _BATCH)
    yield from (
        whole.join(numbered, on="_whole", maintain_order="left")
        .drop("_whole")
        .partition_by("_batch", include_key=False, maintain_order=True)
    )


def check_batch(printed: Printed, versions: pl.DataFrame, limits: pl.DataFrame) -> Iterator[Checked]:
    """The findings and the judgements of the current reports among `versions`.

    `versions`: all reports of some divisions, superseded ones too: report_number, report_id, agency_id, agency (name,
    "" unknown), document_id, title, year (null unknown), year_to_come (what the document says instead, null for
    nothing), form, region_code, region_level, region_status, region_candidates (list of codes with names), kind,
    is_current, published_on, has_cells, path, unmatched (corrections that the document does not match, a list of kind,
    table_name, item, measure, expected, document_value; null for none), places (names of its division
    and of those above, a list; null not known), names_left (names of other agencies and
    divisions that stand in section five, which is like theirs, a list; null for none).
    `limits`: `etl.checking.peers.peer_limits` of all reports there are.
    """
    material = lay_out(printed.cells, printed.left_overs, versions.filter("is_current"))
    yield check(material)
    yield check_across(Around(material, versions, limits))
    yield check_texts(lay_out_texts(printed.sections, material))
