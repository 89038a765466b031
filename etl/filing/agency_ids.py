"""The id of each document's agency: name and region, and where these do not tell agencies apart, the document as well.

Ids are what a link, a note or a BI tool holds on to. So documents are gone through in the order first seen, and what
comes later changes nothing that was said before.
"""

import hashlib
from typing import Final

import polars as pl

_ASKED: Final = ("agency", "region_status", "year", "content_key", "document_id")


def agency_ids(placed: pl.DataFrame) -> pl.Series:
    """One id per row of `placed`: agency, region_code, region_status, year, content_key, is_doubtful and seen_as."""
    own = own_keys(placed.filter((pl.col("agency") == "") | pl.col("is_doubtful")).sort("seen_as"))
    rows = placed.select("agency", pl.coalesce("region_code", "region_status"), "document_id").iter_rows()
    ids = [short_hash(f"{agency}|{region}|{own.get(document, '')}", 12) for agency, region, document in rows]
    return pl.Series("agency_id", ids, dtype=pl.String)


def own_keys(doubtful: pl.DataFrame) -> dict[str, str]:
    """What tells the agency of a document from others under its name, by document; "" for the first of the name.

    A document that contradicts an earlier one (another content for the same year), and every one that comes after it,
    is an agency of its own: were these one agency, one report would replace the other, and a report of somebody else
    might be lost in silence. Without a name every content is. The same content again is the same agency.
    """
    keys: dict[str, str] = {}
    of_content: dict[tuple[object, ...], str] = {}
    of_year: dict[tuple[object, ...], str] = {}
    divided: set[tuple[str, str]] = set()
    for agency, status, year, content, document in doubtful.select(_ASKED).iter_rows():
        name = (agency, status)
        if not agency or of_year.setdefault((*name, year), content) != content:
            divided.add(name)
        keys[document] = of_content.setdefault((*name, year, content), document if name in divided else "")
    return keys


def short_hash(text: str, length: int) -> str:
    """The first hex digits of the SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]
