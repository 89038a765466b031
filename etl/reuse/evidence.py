"""What a person is shown: pairs of reports whose texts are alike, and texts that several agencies share."""

import hashlib
from typing import Final

import polars as pl

from etl.vocabulary.reuse import AFTER, BEFORE, ORDER_NOT_KNOWN, OWN_REPORT, PEER_REPORT, SAME_DAY

_WHO: Final = ("report", "report_id", "report_number", "agency_id", "agency", "places", "region_code", "parent_code")
_WHEN: Final = ("year", "published_on", "print")
_ID_LENGTH: Final = 12


def matches_of(peers: pl.DataFrame, own: pl.DataFrame, users: pl.DataFrame) -> pl.DataFrame:
    """The rows of the table `text_matches` without `names_other`.

    `peers` and `own`: see `etl.reuse.alike.LINKS`. `users`: the reports compared.
    """
    kinds = [links.with_columns(kind=pl.lit(kind)) for links, kind in ((peers, PEER_REPORT), (own, OWN_REPORT))]
    both = _beside(pl.concat(kinds), users)
    known = both.with_columns(
        is_identical=pl.col("print") == pl.col("other_print"),
        other_published=_order(),
        is_same_parent=_is_same_parent(),
    )
    return known.sort("report_number", "other_report_id")


def shared_texts_of(parts: pl.DataFrame, users: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """The rows of the table `shared_texts`; `parts`: see `etl.reuse.shared.PARTS`."""
    several = _used_by_several(users, texts)
    members = pl.concat([parts, several.join(parts, on="text", how="anti").select(parts.columns)])
    prints = texts.select(text="number", print="print")
    used = members.join(prints, on="text").join(users.select(*_WHO, *_WHEN), on="print")
    firsts = (
        used.sort("report")
        .group_by("first")
        .agg(
            other=pl.col("report").first(),
            agencies=pl.col("agency_id").n_unique(),
            first_is_sure=~_may_be_first().any(),
        )
    )
    shared = used.join(firsts.filter(pl.col("agencies") > 1), on="first").drop("print")
    first = users.select(
        other="report", first_report_id="report_id", other_region_code="region_code", other_parent_code="parent_code"
    )
    named = shared.join(first, on="other").with_columns(
        is_first=pl.col("report") == pl.col("other"), is_same_parent=_is_same_parent()
    )
    ids = [_text_id(report_id) for report_id in named["first_report_id"]]
    return named.with_columns(pl.Series("text_id", ids, dtype=pl.String)).sort("text_id", "report")


def _used_by_several(users: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """The texts that more than one agency uses letter for letter, each its own first one."""
    several = texts.filter(~pl.col("is_of_one")).join(users.select("print").unique(), on="print", how="semi")
    return several.select(
        text=pl.col("number").cast(pl.UInt32), first=pl.col("number").cast(pl.UInt32), resemblance=pl.lit(1.0)
    )


def _may_be_first() -> pl.Expr:
    """Whether a user of another agency may have published on the day of the first or before, of whatever year it is."""
    is_other = pl.col("agency_id") != pl.col("agency_id").first()
    is_later = pl.col("published_on") > pl.col("published_on").first()
    return is_other & ~is_later.fill_null(value=False)


def _text_id(report_id: str) -> str:
    return hashlib.sha256(f"shared|{report_id}".encode()).hexdigest()[:_ID_LENGTH]


def _beside(links: pl.DataFrame, users: pl.DataFrame) -> pl.DataFrame:
    """The links with what is known of both reports; that of the other begins with `other_`."""
    known = users.select(*_WHO, *_WHEN)
    other = known.select(other="report", **{f"other_{name}": name for name in known.columns if name != "report"})
    return links.join(known, on="report").join(other, on="other")


def _order() -> pl.Expr:
    """Whether the other was published before, told only where both say their day: a report may come years late."""
    own, other = pl.col("published_on"), pl.col("other_published_on")
    return (
        pl.when(own.is_null() | other.is_null())
        .then(pl.lit(ORDER_NOT_KNOWN))
        .when(other == own)
        .then(pl.lit(SAME_DAY))
        .when(other < own)
        .then(pl.lit(BEFORE))
        .otherwise(pl.lit(AFTER))
    )


def _is_same_parent() -> pl.Expr:
    """Of one division, of one and the one above it, or of two below the same; null where a division is not known."""
    region, other = pl.col("region_code"), pl.col("other_region_code")
    parent, other_parent = pl.col("parent_code"), pl.col("other_parent_code")
    inside = [region == other, region == other_parent, parent == other, parent == other_parent]
    is_inside = pl.any_horizontal(one.fill_null(value=False) for one in inside)
    return pl.when(region.is_not_null() & other.is_not_null()).then(is_inside)
