"""Whether what was found is whole: a row for every report, every measure a share or missing for a reason."""

import polars as pl

from etl.errors import LoadError
from etl.reuse.compare import Reuse

_SHARES = ("stickiness", "yoy_similarity", "peer_containment", "boilerplate_share", "redundancy")
_WHY = ("own_reason", "own_reason", "peer_reason", "boilerplate_reason", "reason")


def require_whole(reuse: Reuse, reports: pl.DataFrame) -> None:
    """Raise LoadError unless each report has one row and each measure its value between 0 and 1 or its reason."""
    rows = reuse.measures
    if rows["report_id"].sort().to_list() != reports["report_id"].sort().to_list():
        raise LoadError("text_reuse：行与现行报告不一致（rows are not those of the current reports）")
    for share, why in zip(_SHARES, _WHY, strict=True):
        is_told = pl.col(share).is_between(0, 1) & pl.col(why).is_null()
        is_missing = pl.col(share).is_null() & pl.col(why).is_not_null()
        if wrong := rows.filter(~(is_told | is_missing).fill_null(value=False)).height:
            raise LoadError(f"text_reuse.{share}：{wrong} 行既没有数也没有原因，或超出范围（no share and no reason）")
