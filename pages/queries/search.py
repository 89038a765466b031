"""Section five of all reports looked through for words: which texts hold them all, and the texts themselves."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.reuse import PLACES
from pages.queries.selection import Selection, condition

_SATURATION: Final = 1.2
_LENGTH: Final = 0.75
"""How soon more of the same counts for little, and how much a long text is held against it: BM25's usual values."""


def texts_found(connection: Connection, selection: Selection, terms: tuple[str, ...]) -> pl.DataFrame:
    """One row per text under the filters that holds every term, the one that says most of them for its length first.

    Columns: report_number, position (with it the section), report_id, year (NULL when not known), times (how often all
    terms stand in it together). Without terms no row. Ranked by BM25; how rare a term is weighs the same in all rows.
    """
    where = condition(selection)
    names = [f"term_{k}" for k in range(len(terms))]
    holds = " AND ".join(f"contains({_looked_at(t)}, ${n})" for t, n in zip(terms, names, strict=True)) or "FALSE"
    counts = ", ".join(
        f"(strlen({_looked_at(t)}) - strlen(replace({_looked_at(t)}, ${n}, ''))) // strlen(${n}) AS {n}"
        for t, n in zip(terms, names, strict=True)
    )
    found = ask(
        connection,
        f"""
        WITH held AS (
            SELECT s.report_number, s.position, strlen(s.text) AS length{f", {counts}" if counts else ""}
            FROM sections s WHERE s.section = 'problems' AND {holds})
        SELECT h.*, r.report_id, i.year FROM held h JOIN reports r USING (report_number)
        JOIN indicators i USING (report_id) {where.sql}
        """,
        {**where.parameters, **dict(zip(names, map(_as_looked_for, terms), strict=True))},
    )
    return _ranked(found, names)


def texts_by_year(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per year under the filters, oldest first; columns: year, reports, texts (reports with section five)."""
    where = condition(selection)
    return ask(
        connection,
        f"""
        WITH written AS (SELECT DISTINCT report_number FROM sections WHERE section = 'problems' AND text <> '')
        SELECT i.year, count(*) AS reports, count(w.report_number) AS texts
        FROM indicators i JOIN reports r USING (report_id) LEFT JOIN written w USING (report_number)
        {where.sql} AND i.year IS NOT NULL GROUP BY i.year ORDER BY i.year
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


def _looked_at(term: str) -> str:
    """The text in which a term is looked for: capitals are small letters, where the term has letters of that kind."""
    return "s.text" if term.lower() == term.upper() else "lower(s.text)"


def _as_looked_for(term: str) -> str:
    return term if term.lower() == term.upper() else term.lower()


def _ranked(found: pl.DataFrame, names: Sequence[str]) -> pl.DataFrame:
    relative = pl.col("length") / pl.col("length").mean()
    weights = [
        pl.col(name) * (_SATURATION + 1) / (pl.col(name) + _SATURATION * (1 - _LENGTH + _LENGTH * relative))
        for name in names
    ]
    times = pl.sum_horizontal(names) if names else pl.lit(0)
    ranked = found.with_columns(times.alias("times"), (pl.sum_horizontal(weights) if names else times).alias("score"))
    order = ["score", "year", "report_number", "position"]
    ordered = ranked.sort(order, descending=[True, True, False, False], nulls_last=True)
    return ordered.select("report_number", "position", "report_id", "year", "times")
