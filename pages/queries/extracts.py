"""Any table of the warehouse under the current filters: counted, looked at, taken away whole."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from etl.vocabulary.tables import TABLE_BY_NAME, Table
from pages.queries.ask import Connection, ask
from pages.queries.selection import Condition, Selection, condition

BATCH_ROWS: Final = 50_000
ALL_VERSIONS: Final = frozenset({"reports", "documents"})
"""Tables that speak of every version of a report, not of the current one only."""


def row_count(connection: Connection, selection: Selection, table: str) -> int:
    """The number of rows of a table under the filters."""
    source = _source(selection, TABLE_BY_NAME[table])
    return int(ask(connection, f"SELECT count(*) AS n FROM ({source.sql})", source.parameters)["n"][0])


def first_rows(connection: Connection, selection: Selection, table: str, limit: int) -> pl.DataFrame:
    """The first rows of a table under the filters, in the order of its key, with the columns of the table."""
    declared = TABLE_BY_NAME[table]
    source = _source(selection, declared)
    sql = f"{source.sql} ORDER BY {_order(declared)} LIMIT $most"
    return ask(connection, sql, {**source.parameters, "most": limit})


def all_rows(connection: Connection, selection: Selection, table: str) -> Iterator[pl.DataFrame]:
    """Every row of a table under the filters, in the order of its key, batch by batch; the first batch is empty."""
    declared = TABLE_BY_NAME[table]
    source = _source(selection, declared)
    with connection.cursor() as cursor:
        found = cursor.sql(f"{source.sql} ORDER BY {_order(declared)}", params=source.parameters)
        reader = found.to_arrow_reader(BATCH_ROWS)
        yield pl.DataFrame(pl.from_arrow(reader.schema.empty_table()))
        for batch in reader:
            yield pl.DataFrame(pl.from_arrow(batch))


def rows_by_year(connection: Connection, selection: Selection, table: str) -> pl.DataFrame:
    """How the rows of a table under the filters spread over the years; columns: year (NULL: none), rows.

    Only for a table that knows its report or its year; no rows otherwise.
    """
    declared = TABLE_BY_NAME[table]
    names = {column.name for column in declared.columns}
    if "report_id" not in names:
        return pl.DataFrame(schema={"year": pl.Int32, "rows": pl.Int64})
    source = _source(selection, declared)
    return ask(
        connection,
        f"""
        SELECT r.year, count(*) AS rows FROM ({source.sql}) t LEFT JOIN reports r USING (report_id)
        GROUP BY ALL ORDER BY r.year
        """,
        source.parameters,
    )


def _order(table: Table) -> str:
    return ", ".join(f't."{name}"' for name in table.key)


def _source(selection: Selection, table: Table) -> Condition:
    """The rows of a table that the filters leave, as a query and its parameters."""
    everything = f'SELECT t.* FROM "{table.name}" t'
    names = {column.name for column in table.columns}
    if "report_id" in names:
        return _of_reports(everything, selection, table.name)
    if "agency_id" in names:
        return _of_agencies(everything, selection)
    if table.name == "regions" and selection.region is not None:
        where = condition(Selection(selection.region), agency="t")
        return Condition(f"{everything} {where.sql}", where.parameters)
    return Condition(everything, {})


def _of_reports(everything: str, selection: Selection, table: str) -> Condition:
    """Rows that belong to a report under the filters; documents that became no report only while no filter is set."""
    if table == "documents" and selection.is_everything:
        return Condition(everything, {})
    where = condition(selection, report="r", agency="a")
    current = "" if table in ALL_VERSIONS else "AND r.is_current"
    sql = f"""
        {everything} WHERE t.report_id IN (
            SELECT r.report_id FROM reports r JOIN agencies a USING (agency_id) {where.sql} {current})"""
    return Condition(sql, where.parameters)


def _of_agencies(everything: str, selection: Selection) -> Condition:
    """Agencies under the filters; with years chosen, those that reported on one of them."""
    where = condition(selection, report="r", agency="a")
    sql = f"""
        {everything} WHERE t.agency_id IN (
            SELECT a.agency_id FROM agencies a JOIN reports r USING (agency_id) {where.sql})"""
    return Condition(sql, where.parameters)
