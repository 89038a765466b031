"""Pairs of reports of different agencies whose texts are alike: from pairs of texts to the reports that use them."""

from typing import Final

import polars as pl

from etl.vocabulary.reuse import ALIKE, PEERS_KEPT

LINKS: Final = {
    "report": pl.UInt32,
    "other": pl.UInt32,
    "containment": pl.Float64,
    "other_containment": pl.Float64,
    "resemblance": pl.Float64,
}
"""One row per pair of reports, numbered in order of publication; `other` is the earlier one. No null."""


_SHARES: Final = ("containment", "other_containment", "resemblance")
_TURNED_PRINTS: Final = {
    "print": "other_print",
    "other_print": "print",
    "containment": "other_containment",
    "other_containment": "containment",
}
_IS_ALIKE: Final = pl.max_horizontal("containment", "other_containment") >= ALIKE


def links_of(counts: pl.DataFrame, users: pl.DataFrame) -> pl.DataFrame:
    """The rows of `LINKS` for texts that share much.

    `counts`: see `etl.reuse.exact`. `users`: report, print and agency_number of every report, in order. A report is
    linked to the first of another agency that uses the other text, by day and by year, so a text that thousands use
    makes thousands of links, not millions.
    """
    firsts = pl.concat([_firsts(users, "report"), _firsts(users, "year", "report")]).unique()
    shares = shares_of(counts).filter(_IS_ALIKE).select("print", "other_print", *_SHARES)
    turned = shares.rename(_TURNED_PRINTS).select(shares.columns)
    every = users.select("print", other_print="print").unique()
    same = every.with_columns(pl.lit(1.0).alias(name) for name in _SHARES)
    both = pl.concat([shares, turned, same])
    linked = both.join(users, on="print").join(firsts, left_on="other_print", right_on="print")
    other = pl.when(pl.col("first_agency") != pl.col("agency_number")).then("first").otherwise("second")
    found = linked.with_columns(other=other).filter(
        pl.col("other").is_not_null() & (pl.col("other") != pl.col("report"))
    )
    return _in_order(found).unique(["report", "other"]).select(pl.col(name).cast(kind) for name, kind in LINKS.items())


def shares_of(counts: pl.DataFrame) -> pl.DataFrame:
    """The same pairs with containment, other_containment and resemblance; texts without a shingle share nothing."""
    known = counts.filter((pl.col("size") > 0) & (pl.col("other_size") > 0))
    shared = pl.col("shared").cast(pl.Float64)
    return known.with_columns(
        containment=shared / pl.col("size"),
        other_containment=shared / pl.col("other_size"),
        resemblance=shared / (pl.col("size").cast(pl.Float64) + pl.col("other_size") - shared),
    )


def _firsts(users: pl.DataFrame, *order: str) -> pl.DataFrame:
    """For each text the first report that uses it, with its agency, and the first one of another agency (or null)."""
    in_order = users.sort(order).unique(["print", "agency_number"], keep="first", maintain_order=True)
    return in_order.group_by("print").agg(
        first=pl.col("report").first(),
        first_agency=pl.col("agency_number").first(),
        second=pl.col("report").get(1, null_on_oob=True),
    )


def _in_order(found: pl.DataFrame) -> pl.DataFrame:
    """The links with the later report first."""
    is_later = pl.col("report") > pl.col("other")
    turned = {
        "report": "other", "other": "report", "containment": "other_containment", "other_containment": "containment",
    }  # fmt: skip  # what changes places with what
    return found.with_columns(pl.when(is_later).then(own).otherwise(other).alias(own) for own, other in turned.items())


def own_links(own: pl.DataFrame, counts: pl.DataFrame) -> pl.DataFrame:
    """The rows of `LINKS` for reports (report, print) and those before them (other, other_print) that are alike."""
    shares = shares_of(counts)
    turned = shares.rename(_TURNED_PRINTS)
    both = pl.concat([shares, turned.select(shares.columns)]).select("print", "other_print", *_SHARES)
    ones = own.filter(pl.col("print") == pl.col("other_print")).with_columns(
        pl.lit(1.0).alias(name) for name in _SHARES
    )
    others = own.join(both, on=["print", "other_print"])
    every = pl.concat([ones, others.select(ones.columns)]).filter(_IS_ALIKE)
    return every.select(pl.col(name).cast(kind) for name, kind in LINKS.items())


def best_of(links: pl.DataFrame, years: pl.DataFrame) -> pl.DataFrame:
    """For each report the other of the same or an earlier year that contains most of it, the earliest of several.

    Columns: report, peer, peer_containment, peer_resemblance; only what reaches `ALIKE`. `years`: report, year.
    """
    one = links.select("report", "containment", "resemblance", peer="other")
    other = links.select("resemblance", report="other", peer="report", containment="other_containment")
    of_peer = years.select(peer="report", peer_year="year")
    both = pl.concat([one, other.select(one.columns)]).join(years, on="report").join(of_peer, on="peer")
    is_asked = pl.col("peer_year") <= pl.col("year")
    best = both.filter(is_asked).sort("report", "containment", "peer", descending=[False, True, False])
    first = best.unique("report", keep="first", maintain_order=True).filter(pl.col("containment") >= ALIKE)
    return first.select("report", "peer", peer_containment="containment", peer_resemblance="resemblance")


def kept_of(links: pl.DataFrame, best: pl.DataFrame) -> pl.DataFrame:
    """The links that are shown: the closest of each report, and those that a measure rests on."""
    share = pl.max_horizontal("containment", "other_containment")
    ranked = links.with_columns(share=share).sort("report", "share", "other", descending=[False, True, False])
    place = pl.int_range(pl.len()).over("report")
    measured = pl.concat([best.select("report", other="peer"), best.select(report="peer", other="report")])
    rests = ranked.join(measured.with_columns(rests=pl.lit(value=True)).unique(), on=["report", "other"], how="left")
    return rests.filter((place < PEERS_KEPT) | pl.col("rests").fill_null(value=False)).select(*LINKS)
