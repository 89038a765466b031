"""How a text names the agency that it is like, or its division: what somebody who copied may have left standing."""

from collections.abc import Callable, Iterable
from typing import Final

import polars as pl

from etl.reuse.masking import MARK, Owner, is_government_of, own_names
from etl.vocabulary.reuse import PEER_REPORT

Texts = Callable[[], Iterable[pl.DataFrame]]
"""Reads the texts from the beginning, in any parts: report_number, text (section five, not null)."""
_NOT_SEEN: Final = r"[\s\p{Z}\p{Cc}\p{Cf}]"
_SHORTEST: Final = 2


def with_names_other(matches: pl.DataFrame, texts: Texts, compared: pl.DataFrame) -> pl.DataFrame:
    """The rows of `matches_of` with `names_other`: the other's name as it stands in this text, or its division's.

    And with `other_names_this`, the same of the other's text: whose text was there first, days alone do not say.
    The name is looked for in the text as it was written, since comparing sets its place aside where both lie in one;
    the division in the text as it is compared (`compared`: print, masked). Null where neither stands there, where both
    are called so, and for the government of a place that both lie in.
    """
    told = [name for name in matches.columns if f"other_{name}" in matches.columns]
    turned = {name: f"other_{name}" for name in told} | {f"other_{name}": name for name in told}
    asked = pl.concat([matches.select("kind", *turned), matches.rename(turned).select("kind", *turned)])
    names = _names(asked.with_row_index("row"), texts, compared)
    return matches.with_columns(names.head(matches.height), names.tail(matches.height).alias("other_names_this"))


def _names(asked: pl.DataFrame, texts: Texts, compared: pl.DataFrame) -> pl.Series:
    in_full = _named_in_full(asked, texts)
    columns = ("row", "agency", "places", "other_agency", "other_places", "masked")
    rows = asked.join(compared, on="print", how="left", maintain_order="left").select(columns)
    names = [
        other if row in in_full else _division(masked, Owner(agency, tuple(own)), Owner(other, tuple(places)))
        for row, agency, own, other, places, masked in rows.with_columns(_or_none()).iter_rows()
    ]
    return pl.Series("names_other", names, dtype=pl.String)


def with_names_left(reports: pl.DataFrame, matches: pl.DataFrame) -> pl.DataFrame:
    """The reports (report_id) with `names_left`: every name that `with_names_other` tells of theirs; null for none."""
    other = matches.select(report_id="other_report_id", name="other_names_this")
    every = pl.concat([matches.select("report_id", name="names_other"), other]).drop_nulls("name")
    left = every.group_by("report_id").agg(names_left=pl.col("name").unique().sort())
    return reports.join(left, on="report_id", how="left", maintain_order="left")


def _or_none() -> pl.Expr:
    return pl.col("places", "other_places").fill_null([])


def _named_in_full(asked: pl.DataFrame, texts: Texts) -> frozenset[int]:
    """The rows whose text has the name of the other agency."""
    name = _seen(pl.col("other_agency"))
    sought = asked.filter((pl.col("kind") == PEER_REPORT) & (name.str.len_chars() >= _SHORTEST))
    sought = sought.select("row", "report_number", "agency", "places", name=name).with_columns(
        pl.col("places").fill_null([])
    )
    found: set[int] = set()
    for part in texts() if sought.height else ():
        numbered = part.with_columns(pl.col("report_number").cast(sought.schema["report_number"]))
        read = numbered.join(sought, on="report_number", how="semi").with_columns(_seen(pl.col("text")))
        there = read.join(sought, on="report_number").filter(pl.col("text").str.contains(pl.col("name"), literal=True))
        rows = there.select("row", "text", "name", "agency", "places").iter_rows()
        found |= {row for row, text, name, agency, own in rows if _is_named(text, name, Owner(agency, tuple(own)))}
    return frozenset(found)


def _seen(text: pl.Expr) -> pl.Expr:
    """A text with letters as they are compared, without blanks."""
    return text.str.normalize("NFKC").str.replace_all(_NOT_SEEN, "")


def _is_named(text: str, name: str, owner: Owner) -> bool:
    """Whether a name stands in a text elsewhere than in the owner's own, and is no government over the owner."""
    for own in own_names(owner):
        if name in own:
            text = text.replace(own, MARK)
    return name in text and not is_government_of(name, owner)


def _division(masked: str, owner: Owner, other: Owner) -> str | None:
    """The other's division where it stands in a text whose own names are masked; one that they share does not count."""
    if not other.places or owner == other:
        return None
    place, common = other.places[-1], {*own_names(owner), *own_names(Owner("", owner.places)), *owner.places}
    return place if len(place) >= _SHORTEST and place not in common and place in masked else None
