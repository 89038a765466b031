"""Section five of all reports looked through for words: which texts hold them all, and the texts themselves."""

import re
from collections.abc import Sequence
from typing import Final

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.places import PLACES
from pages.queries.selection import Selection, condition

_SATURATION: Final = 1.2
_LENGTH: Final = 0.75
"""How soon more of the same counts for little, and how much a long text is held against it: BM25's usual values."""


def texts_found(connection: Connection, selection: Selection, terms: tuple[str, ...]) -> pl.DataFrame:
    """One row per text under the filters that holds every term, the one that says most of them for its length first.

    Columns: report_number, position (with it the section), report_id, year (NULL when not known), times (places where a
    term stands, those that overlap once). Without terms no row. Ranked by BM25; how rare a term is weighs the same in
    all rows.
    """
    where = condition(selection)
    names = [f"term_{k}" for k in range(len(terms))]
    looked_for = dict(zip(names, terms, strict=True))
    holds = " AND ".join(_holds(term, name) for name, term in looked_for.items()) or "FALSE"
    counts = "".join(f", {_times(term, name)} AS {name}" for name, term in looked_for.items())
    several = {"any_term": any_of(terms)} if len(terms) > 1 else {}
    places = "len(regexp_extract_all(s.text, $any_term))" if several else "term_0" if terms else "0"
    plain = {name: term if _is_plain(term) else term.lower() for name, term in looked_for.items()}
    patterns = {f"{name}_any": f"(?i){re.escape(term)}" for name, term in looked_for.items() if not _is_plain(term)}
    found = ask(
        connection,
        f"""
        WITH held AS (
            SELECT report_number, position, text FROM sections s WHERE section = 'problems' AND {holds}),
        counted AS (SELECT report_number, position, strlen(text) AS length{counts}, {places} AS times FROM held s)
        SELECT h.*, i.report_id, i.year FROM counted h JOIN text_reuse i USING (report_number) {where.sql}
        """,
        {**where.parameters, **plain, **patterns, **several},
    )
    return _ranked(found, names)


def texts_by_year(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per year under the filters, oldest first; columns: year, reports, texts (reports with section five).

    The last row has no year: the reports of which it is not known.
    """
    where = condition(selection)
    return ask(
        connection,
        f"""
        SELECT i.year, sum(i.reports)::BIGINT AS reports, sum(i.written)::BIGINT AS texts
        FROM text_counts i {where.sql} GROUP BY i.year ORDER BY i.year NULLS LAST
        """,
        where.parameters,
    )


def texts_at(connection: Connection, places: Sequence[tuple[int, int]]) -> pl.DataFrame:
    """The texts at these places (report_number, position), in the order asked for.

    Columns: report_number, position, report_id, agency_id, name, place ("" when not resolved), year (NULL when not
    known), title, text.
    """
    found = ask(
        connection,
        f"""
        WITH {PLACES},
        written AS (SELECT report_number, position, text FROM sections
                    WHERE report_number IN $numbers AND section = 'problems')
        SELECT w.report_number, w.position, r.report_id, r.agency_id, a.name, coalesce(p.place, '') AS place, r.year,
               r.title, w.text
        FROM written w JOIN (FROM reports WHERE report_number IN $numbers) r USING (report_number)
        JOIN agencies a USING (agency_id) LEFT JOIN places p USING (region_code)
        """,
        {"numbers": [number for number, _ in places] or [-1]},
    )
    schema = {name: found.schema[name] for name in ("report_number", "position")}
    asked = pl.DataFrame(list(places), schema=schema, orient="row")
    return asked.join(found, on=["report_number", "position"], how="inner", maintain_order="left")


def any_of(terms: Sequence[str]) -> str:
    """A pattern of the places where a term stands, capitals aside; where one lies in another, the longer is meant."""
    return f"(?i){'|'.join(re.escape(term) for term in sorted(terms, key=len, reverse=True))}"


def _is_plain(term: str) -> bool:
    """Whether a term has no capitals and no small letters, so that it stands in a text as it is or not at all."""
    return term.lower() == term.upper()


def _holds(term: str, name: str) -> str:
    """Whether a text holds a term; a pattern takes a quarter of the time of writing every text in small letters."""
    return f"contains(s.text, ${name})" if _is_plain(term) else f"regexp_matches(s.text, ${name}_any)"


def _times(term: str, name: str) -> str:
    """How often a text that holds a term does."""
    text = "s.text" if _is_plain(term) else "lower(s.text)"
    return f"(strlen({text}) - strlen(replace({text}, ${name}, ''))) // strlen(${name})"


def _ranked(found: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    relative = pl.col("length") / pl.col("length").mean()
    weights = [
        pl.col(name) * (_SATURATION + 1) / (pl.col(name) + _SATURATION * (1 - _LENGTH + _LENGTH * relative))
        for name in names
    ]
    ranked = found.with_columns((pl.sum_horizontal(weights) if names else pl.col("times")).alias("score"))
    order = ["score", "year", "report_number", "position"]
    ordered = ranked.sort(order, descending=[True, True, False, False], nulls_last=True)
    return ordered.select("report_number", "position", "report_id", "year", "times")
