"""Where requests went in one year: every row of table three summed over the reports that have them all."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from etl.vocabulary.form import OTHER_ONE_ROW, OTHER_THREE_ROWS, REQUEST_ITEMS
from pages.queries.ask import Connection, ask
from pages.queries.ratios import column
from pages.queries.selection import Selection, condition

EVERYBODY: Final = "total"
"""The column of table three that adds up the kinds of applicant."""
_CAME_IN: Final = ("received", "carried_in")
_ITEMS: Final = tuple(word.name for word in REQUEST_ITEMS if word.name != "concluded")
_WENT_OUT: Final = tuple(name for name in _ITEMS if name not in _CAME_IN)
_OTHER: Final = (*OTHER_ONE_ROW, *OTHER_THREE_ROWS)
_CERTAIN: Final = tuple(name for name in _ITEMS if name not in _OTHER)
"""Rows that every form prints."""
_COLUMNS: Final = {"received": "requests_received"}
"""Columns of `indicators` that are not called as the row of the form is."""
_BALANCE: Final = """
    sum(greatest(lacking, 0)) FILTER (is_whole)::BIGINT AS short,
    sum(greatest(-lacking, 0)) FILTER (is_whole)::BIGINT AS over,
    count(*) AS reports, count(*) FILTER (NOT is_whole) AS left_out"""


def request_flow(connection: Connection, selection: Selection, year: int, applicant: str = EVERYBODY) -> pl.DataFrame:
    """One row: the rows of table three in the column of one kind of applicant, summed over the reports of a year.

    Only reports count in which every row holds a number, （六）其他处理 as the one row or the three that are printed.
    Columns: each row of the form but its total by name (NULL when no report counts; of `other` and `other.*` those
    that nobody printed), short (Σ over the reports of what came in and is found nowhere), over (Σ of what is found and
    never came in), reports (of that year), left_out (those with a row that holds no number).
    """
    chosen = condition(Selection(selection.region, (year,), selection.kinds, selection.sectors))
    if applicant == EVERYBODY:
        return ask(connection, _of_indicators(chosen.sql), chosen.parameters)
    return ask(connection, _of_cells(chosen.sql), {**chosen.parameters, "applicant": applicant})


def _of_indicators(where: str) -> str:
    """From the indicators, which hold the column that adds up the kinds of applicant."""
    plain = [name for name in _ITEMS if name not in OTHER_ONE_ROW]
    columns = ", ".join(f'{column(_COLUMNS.get(name, name.replace(".", "_")))} AS "{name}"' for name in plain)
    one_row = f"CASE WHEN {column('other_other')} IS NULL THEN {column('other_handled')} END AS other"
    certain = " AND ".join(f'"{name}" IS NOT NULL' for name in _CERTAIN)
    three = " AND ".join(f'"{name}" IS NOT NULL' for name in OTHER_THREE_ROWS)
    sums = ", ".join(f'sum("{name}")::BIGINT AS "{name}"' for name in _ITEMS)
    return f"""
        WITH rows_of_report AS (SELECT {columns}, {one_row} FROM indicators i {where}),
        judged AS MATERIALIZED (
            SELECT *, {certain} AND (other IS NOT NULL OR ({three})) AS is_whole,
                   {_added(_CAME_IN)} - ({_added(_WENT_OUT)}) AS lacking
            FROM rows_of_report)
        SELECT * FROM (SELECT {sums} FROM judged WHERE is_whole), (SELECT {_BALANCE} FROM judged)"""


def _of_cells(where: str) -> str:
    """From the cells in the column of one kind of applicant, each read once; a report is known by a number here."""
    sums = ", ".join(f"max(total) FILTER (item = '{name}') AS \"{name}\"" for name in _ITEMS)
    return f"""
        WITH chosen AS (SELECT i.report_id, i.rowid AS number FROM indicators i {where}),
        cells AS MATERIALIZED (
            SELECT c.number, r.item, r.value FROM requests r JOIN chosen c ON c.report_id = r.report_id
            WHERE r.applicant = $applicant AND r.value IS NOT NULL AND r.item <> 'concluded'),
        counted AS (
            SELECT number, count(*) FILTER (item NOT IN {_listed(_OTHER)}) = {len(_CERTAIN)}
                   AND (count(*) FILTER (item IN {_listed(OTHER_ONE_ROW)}) = {len(OTHER_ONE_ROW)}
                        OR count(*) FILTER (item IN {_listed(OTHER_THREE_ROWS)}) = {len(OTHER_THREE_ROWS)}) AS is_whole,
                   sum(CASE WHEN item IN {_listed(_CAME_IN)} THEN value ELSE -value END) AS lacking
            FROM cells GROUP BY number),
        judged AS (
            SELECT coalesce(is_whole, FALSE) AS is_whole, lacking FROM chosen LEFT JOIN counted USING (number)),
        totals AS (
            SELECT item, sum(value)::BIGINT AS total FROM cells
            SEMI JOIN (FROM counted WHERE is_whole) USING (number) GROUP BY item)
        SELECT * FROM (SELECT {sums} FROM totals), (SELECT {_BALANCE} FROM judged)"""


def _added(names: Sequence[str]) -> str:
    return " + ".join(f'coalesce("{name}", 0)' for name in names)


def _listed(names: Sequence[str]) -> str:
    return "({})".format(", ".join(f"'{name}'" for name in names))
