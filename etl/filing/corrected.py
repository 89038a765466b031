"""Agency, year and region of a document as a person corrected them; and what they would be, for the guard."""

from typing import Final

import polars as pl

from etl.vocabulary.corrections import AGENCY, REGION, YEAR

BY_CORRECTION: Final = "correction"
_EVIDENCE: Final = "人工更正（correction）"
_FIELDS: Final = (AGENCY, REGION, YEAR)


def with_fields(read: pl.DataFrame, fields: pl.DataFrame) -> pl.DataFrame:
    """The documents with agency, year and region_code as corrected, and `is_placed` where the region is.

    `fields`: document_id, kind, corrected_value; a document and kind stand once.
    """
    wide = fields.pivot(
        "kind", on_columns=list(_FIELDS), index="document_id", values="corrected_value", aggregate_function="first"
    )
    said = wide.select("document_id", *(pl.col(kind).cast(pl.String).alias(f"said_{kind}") for kind in _FIELDS))
    joined = read.join(said, on="document_id", how="left", maintain_order="left")
    agency, region, year = (pl.col(f"said_{kind}") for kind in _FIELDS)
    by = pl.lit(BY_CORRECTION)
    return joined.with_columns(
        agency=pl.coalesce(agency, "agency"),
        year=pl.coalesce(year.cast(pl.Int32), "year"),
        manifest_region_code=pl.coalesce(region, "manifest_region_code"),
        agency_from=pl.when(agency.is_not_null()).then(by).otherwise("agency_from"),
        year_from=pl.when(year.is_not_null()).then(by).otherwise("year_from"),
        is_placed=region.is_not_null(),
    ).select(*read.columns, "is_placed")


def with_evidence(placed: pl.DataFrame) -> pl.DataFrame:
    """The documents with `region_evidence` naming the correction where it is what decided."""
    evidence = pl.when("is_placed").then(pl.lit(_EVIDENCE)).otherwise("region_evidence")
    return placed.with_columns(region_evidence=evidence).drop("is_placed")


def fields_of(placed: pl.DataFrame) -> pl.DataFrame:
    """What documents say: document_id, kind, document_value ("" when not known), known_value.

    The two differ where a document says a year that had not begun: it says one, and none is known.
    """
    values = {AGENCY: pl.col("agency"), REGION: pl.col("region_code"), YEAR: pl.col("year").cast(pl.String)}
    said = {**values, YEAR: pl.coalesce("year", "year_to_come").cast(pl.String)}
    return pl.concat(
        placed.select(
            "document_id",
            kind=pl.lit(kind),
            document_value=said[kind].fill_null(""),
            known_value=values[kind].fill_null(""),
        )
        for kind in _FIELDS
    )
