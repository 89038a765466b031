"""Where the reporting bodies lie, in words: their division and those above it."""

from typing import Final

import polars as pl

_LEVELS: Final = ("province_name", "prefecture_name", "county_name")


def with_places(reports: pl.DataFrame, regions: pl.DataFrame) -> pl.DataFrame:
    """The reports with the code of the division above theirs and the names of both and of all above (`places`).

    `regions`: the rows of the table. Both are null where the division is not known.
    """
    places = regions.select("region_code", "parent_code", places=pl.concat_list(_LEVELS).list.drop_nulls())
    return reports.join(places, on="region_code", how="left", maintain_order="left")


def with_named_candidates(reports: pl.DataFrame, regions: pl.DataFrame) -> pl.DataFrame:
    """The reports with the names of the divisions behind the codes in `region_candidates`, where there are any."""
    places = pl.concat_list(_LEVELS).list.drop_nulls().list.unique(maintain_order=True).list.join("")
    names = regions.select(region_candidates="region_code", _place=places)
    every = reports.select("report_number", "region_candidates").explode("region_candidates").drop_nulls()
    named = every.join(names, on="region_candidates", how="left", maintain_order="left")
    told = pl.concat_str("region_candidates", "_place", separator=" ")
    texts = named.group_by("report_number", maintain_order=True).agg(_named=pl.coalesce(told, "region_candidates"))
    joined = reports.join(texts, on="report_number", how="left", maintain_order="left")
    return joined.with_columns(region_candidates=pl.coalesce("_named", "region_candidates")).drop("_named")
