"""The second door of checking: rules that need several reports, for a batch that holds whole divisions."""

from collections.abc import Callable, Iterator
from typing import Final

import polars as pl

from etl.checking.around import Around, lay_out_around
from etl.checking.calendar import judge_coverage, judge_duplicate, judge_late
from etl.checking.check import Checked, gathered
from etl.checking.finding import Judged
from etl.checking.identities import judge_identity
from etl.checking.levels import judge_rollup
from etl.checking.peers import judge_residual
from etl.checking.years import judge_identical, judge_jump
from etl.vocabulary.rules import RULE_BY_NAME, Rule

_BATCH: Final = 4000
"""Reports judged at once, about: their cells are in memory together."""


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


def _judge_sums(rule: Rule, around: Around) -> Judged:
    return judge_identity(rule, around.material)


JUDGES_ACROSS: Final[dict[str, Callable[[Rule, Around], Judged]]] = {
    "XY.CARRY": _judge_sums,
    "XY.IN_FORCE": _judge_sums,
    "XY.ITEMS": _judge_sums,
    "XY.JUMP": judge_jump,
    "XY.IDENTICAL": judge_identical,
    "ROLLUP": judge_rollup,
    "PL.RESIDUAL": judge_residual,
    "COVERAGE": judge_coverage,
    "DUPLICATE": judge_duplicate,
    "LATE": judge_late,
}
"""Every declared rule about several reports and the function that judges it."""


def check_across(cells: pl.DataFrame, versions: pl.DataFrame, limits: pl.DataFrame) -> Checked:
    """The findings and judgements of the current reports among `versions`, as `etl.checking.check.check` gives them.

    `versions`: all reports of some divisions, superseded ones too, with the columns that `check` asks for and
    region_code, kind, is_current, published_on, has_cells and path. `cells`: those of the current ones.
    `limits`: `etl.checking.peers.peer_limits` of all reports there are.
    """
    around = lay_out_around(cells, versions, limits)
    judged = {name: judge(RULE_BY_NAME[name], around) for name, judge in JUDGES_ACROSS.items()}
    return gathered(judged, around.material.reports)
