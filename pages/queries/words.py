"""How many reports have a number for an indicator, of those whose form prints what it is made of."""

from collections.abc import Sequence
from functools import cache
from typing import Final

import polars as pl

from etl.vocabulary.form import FORMS, printed_cells
from etl.vocabulary.indicators import INDICATOR_BY_NAME
from etl.vocabulary.tables import TABLE_BY_NAME
from pages.queries.ask import Connection, ask
from pages.queries.ratios import column
from pages.queries.selection import Selection, condition

STORED: Final = frozenset(one.name for one in TABLE_BY_NAME["indicators"].columns) & INDICATOR_BY_NAME.keys()
"""The indicators that each report has; the others exist over groups of reports only."""
_PRINTED: Final = {form: frozenset(printed_cells(form)) for form in FORMS}


@cache
def forms_printing(name: str) -> tuple[str, ...]:
    """The forms that print every cell an indicator is made of, its own or those of its parts."""
    indicator = INDICATOR_BY_NAME[name]
    ways = [way for way in (indicator.cells, indicator.cells_one_row) if way]
    own = [form for form in FORMS if not ways or any(_PRINTED[form].issuperset(way) for way in ways)]
    parts = (*indicator.plus, *indicator.minus, indicator.numerator, indicator.denominator, indicator.of)
    return tuple(form for form in own if all(form in forms_printing(part) for part in parts if part))


def filled(connection: Connection, selection: Selection, names: Sequence[str]) -> pl.DataFrame:
    """One row per indicator named, in the order given.

    Columns: name, known (reports with a number), asked (reports of a form that prints it), share (NULL when nobody is
    asked). Reports of an unknown form, and those from before 2019, are not counted.
    """
    where = condition(selection)
    if not names:
        return _shares([])
    counts = ", ".join(f"count({column(name)}) AS known_{k}" for k, name in enumerate(names))
    sql = f"SELECT i.form, count(*) AS asked, {counts} FROM indicators i {where.sql} GROUP BY i.form"
    by_form = {row["form"]: row for row in ask(connection, sql, where.parameters).iter_rows(named=True)}
    rows = []
    for k, name in enumerate(names):
        printing = [by_form[form] for form in forms_printing(name) if form in by_form]
        rows.append((name, sum(row[f"known_{k}"] for row in printing), sum(row["asked"] for row in printing)))
    return _shares(rows)


def filled_by_year(connection: Connection, selection: Selection, name: str) -> pl.DataFrame:
    """One row per year with reports, oldest first; columns: year, and known, asked, share as in `filled`."""
    where = condition(selection)
    forms = ", ".join(f"'{form}'" for form in forms_printing(name)) or "NULL"
    known, asked = (f"count({what}) FILTER (i.form IN ({forms}))" for what in (column(name), "*"))
    found = ask(
        connection,
        f"""
        SELECT i.year, {known} AS known, {asked} AS asked
        FROM indicators i {where.sql} AND i.year IS NOT NULL GROUP BY i.year ORDER BY i.year
        """,
        where.parameters,
    )
    return found.with_columns(_SHARE)


_SHARE: Final = pl.when(pl.col("asked") > 0).then(pl.col("known") / pl.col("asked")).alias("share")


def _shares(rows: list[tuple[str, int, int]]) -> pl.DataFrame:
    counted = pl.DataFrame(rows, schema={"name": pl.String, "known": pl.Int64, "asked": pl.Int64}, orient="row")
    return counted.with_columns(_SHARE)
