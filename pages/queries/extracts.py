"""Any table of the warehouse under the current filters: counted, looked at, taken away whole."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

import polars as pl

from etl.vocabulary.tables import TABLE_BY_NAME, Table
from pages.queries.ask import Connection, ask
from pages.queries.places import place_of
from pages.queries.selection import Condition, Selection, condition

BATCH_ROWS: Final = 50_000
CELLS_SORTED: Final = 2_000_000
"""The most cells that are sorted at once."""
SAMPLE: Final = 20_000
"""Rows from which is told where to cut a table."""
ADDED: Final = ("agency_name", "region_name", "report_year")
"""Columns that may be added to an extract so that a person can read it."""
ALL_VERSIONS: Final = frozenset({"reports", "documents"})
"""Tables that speak of every version of a report, not of the current one only."""


def row_count(connection: Connection, selection: Selection, table: str) -> int:
    """The number of rows of a table under the filters."""
    source = _source(selection, TABLE_BY_NAME[table])
    return int(ask(connection, f"SELECT count(*) AS n FROM ({source.sql})", source.parameters)["n"][0])


def first_rows(connection: Connection, selection: Selection, table: str, limit: int, *, named: bool) -> pl.DataFrame:
    """The first rows of a table under the filters, in the order of its key; the columns of `all_rows`."""
    declared = TABLE_BY_NAME[table]
    first, order = _first(connection, selection, declared, limit), _order(declared)
    extra, joins = _names(declared) if named else ("", "")
    return ask(connection, f"SELECT {extra}t.* FROM ({first.sql}) t {joins} ORDER BY {order}", first.parameters)


def _first(connection: Connection, selection: Selection, table: Table, limit: int) -> Condition:
    """The first rows, as a query and its parameters.

    They are asked for by their place in the file, once it is known: to sort whole rows would read all there is of them.
    A view has no such places.
    """
    source = _source(selection, table, "t.*" if table.is_view else f"t.rowid AS row, {_order(table)}")
    sql = f"SELECT * FROM ({source.sql}) t ORDER BY {_order(table)} LIMIT $most"
    asked = {**source.parameters, "most": limit}
    if table.is_view:
        return Condition(sql, asked)
    rows = ask(connection, f"SELECT row FROM ({sql})", asked)["row"].to_list()
    return Condition(f'FROM "{table.name}" WHERE rowid IN (SELECT unnest($rows))', {"rows": rows})


def all_rows(connection: Connection, selection: Selection, table: str, *, named: bool) -> Iterator[pl.DataFrame]:
    """Every row of a table under the filters, in the order of its key, batch by batch; the first batch is empty.

    Columns are those of the table; when `named`, those of ADDED that can be told stand first, for a person to read.
    """
    declared = TABLE_BY_NAME[table]
    source = _ordered(selection, declared, named=named)
    yield ask(connection, f"{source.sql} LIMIT 0", source.parameters)
    for part in _parts(connection, selection, declared, named=named):
        with connection.cursor() as cursor:
            reader = cursor.sql(part.sql, params=part.parameters).to_arrow_reader(BATCH_ROWS)
            for batch in reader:
                yield pl.DataFrame(pl.from_arrow(batch))


def _parts(connection: Connection, selection: Selection, table: Table, *, named: bool) -> Iterator[Condition]:
    """Questions whose answers, one behind the other, are the table in the order of its key.

    Sorting whole rows takes as much memory as there are rows, so a large table is cut by the first column of its key.
    NULL lies behind every bound: it sorts last.
    """
    bounds = _bounds(connection, _source(selection, table), table)
    for low, high in zip([None, *bounds], [*bounds, None], strict=True):
        first = f't."{table.key[0]}"' if table.key else ""
        above = f"{first} >= $low" if high is not None else f"({first} >= $low OR {first} IS NULL)"
        limits = {"low": (low, above), "high": (high, f"{first} < $high")}
        set_limits = {name: limit for name, limit in limits.items() if limit[0] is not None}
        part = _ordered(selection, table, named=named, only=" AND ".join(sql for _, sql in set_limits.values()))
        yield Condition(part.sql, part.parameters | {name: value for name, (value, _) in set_limits.items()})


def _bounds(connection: Connection, source: Condition, table: Table) -> list[object]:
    """Values of the first column of the key between which lie rows that can be sorted at once; none when all can."""
    count = ask(connection, f"SELECT count(*) AS n FROM ({source.sql})", source.parameters)["n"][0]
    parts = count * len(table.columns) // CELLS_SORTED + 1
    if not table.key or parts == 1:
        return []
    drawn = f'SELECT t."{table.key[0]}" AS k FROM ({source.sql}) t USING SAMPLE {SAMPLE} ROWS'
    steps = [number / parts for number in range(1, parts)]
    cut = ask(connection, f"SELECT quantile_disc(k, $steps) AS k FROM ({drawn})", {**source.parameters, "steps": steps})
    return sorted(set(cut["k"].explode().drop_nulls()))


def added_to(table: str) -> tuple[str, ...]:
    """Those of ADDED that an extract of a table for people begins with: what the table does not say itself."""
    own = {column.name for column in TABLE_BY_NAME[table].columns}
    if not own & {"report_id", "agency_id"} or table == "agencies":
        return ()
    return ADDED if "report_id" in own and "year" not in own else ADDED[:2]


def rows_by_year(connection: Connection, selection: Selection, table: str) -> pl.DataFrame:
    """How the rows of a table under the filters spread over the years; columns: year (NULL: none), rows.

    Only for a table that knows its report or its year; no rows otherwise.
    """
    declared = TABLE_BY_NAME[table]
    names = {column.name for column in declared.columns}
    if "report_id" not in names:
        return pl.DataFrame(schema={"year": pl.Int32, "rows": pl.Int64})
    source = _source(selection, declared)
    reports = "" if "year" in names else f"LEFT JOIN reports r USING ({_link(names)})"
    sql = f"SELECT year, count(*) AS rows FROM ({source.sql}) t {reports} GROUP BY year ORDER BY year"
    return ask(connection, sql, source.parameters)


def _ordered(selection: Selection, table: Table, *, named: bool, only: str = "") -> Condition:
    """All rows in the order of the key; those that fulfil the condition `only` if one is given."""
    source = _source(selection, table)
    extra, joins = _names(table) if named else ("", "")
    where = f"WHERE {only}" if only else ""
    sql = f"SELECT {extra}t.* FROM ({source.sql}) t {joins} {where} ORDER BY {_order(table)}"
    return Condition(sql, source.parameters)


def _order(table: Table) -> str:
    """The key; every column where there is none."""
    return ", ".join(f't."{name}"' for name in table.key or (column.name for column in table.columns))


def _names(table: Table) -> tuple[str, str]:
    """The columns of ADDED that a table does not say itself, and the joins they need."""
    own = {column.name for column in table.columns}
    added = added_to(table.name)
    if not added:
        return "", ""
    link = _link(own)
    by_report = f"LEFT JOIN reports r ON r.{link} = t.{link} LEFT JOIN agencies a ON a.agency_id = r.agency_id"
    joins = "LEFT JOIN agencies a ON a.agency_id = t.agency_id" if "agency_id" in own else by_report
    joins += " LEFT JOIN regions d ON d.region_code = a.region_code"
    region = f"nullif({place_of('d')}, '')"
    columns = dict(zip(ADDED, ("a.name", region, "r.year"), strict=True))
    return "".join(f"{columns[name]} AS {name}, " for name in added), joins


def _source(selection: Selection, table: Table, wanted: str = "t.*") -> Condition:
    """The rows of a table that the filters leave, as a query and its parameters; `wanted` of them."""
    everything = f'SELECT {wanted} FROM "{table.name}" t'
    names = {column.name for column in table.columns}
    if names.issuperset(("year", "region_code", "kind", "sector")):
        where = condition(selection, report="t", agency="t")
        return Condition(f"{everything} {where.sql}", where.parameters)
    if "report_id" in names:
        return _of_reports(everything, selection, table)
    if "agency_id" in names:
        return _of_agencies(everything, selection)
    if table.name == "regions" and selection.region is not None:
        where = condition(Selection(selection.region), agency="t")
        return Condition(f"{everything} {where.sql}", where.parameters)
    return Condition(everything, {})


def _of_reports(everything: str, selection: Selection, table: Table) -> Condition:
    """Rows that belong to a report under the filters; documents that became no report only while no filter is set."""
    link = _link({column.name for column in table.columns})
    if selection.is_everything:
        others = f"t.{link} NOT IN (SELECT r.{link} FROM reports r WHERE NOT r.is_current)"
        return Condition(everything if table.name in ALL_VERSIONS else f"{everything} WHERE {others}", {})
    where = condition(selection, report="r", agency="a")
    current = "" if table.name in ALL_VERSIONS else "AND r.is_current"
    sql = f"""
        {everything} WHERE t.{link} IN (
            SELECT r.{link} FROM reports r JOIN agencies a USING (agency_id) {where.sql} {current})"""
    return Condition(sql, where.parameters)


def _link(names: AbstractSet[str]) -> str:
    """The column by which rows are found that belong to a report: a number is many times faster than a text."""
    return "report_number" if "report_number" in names else "report_id"


def _of_agencies(everything: str, selection: Selection) -> Condition:
    """Agencies under the filters; with years chosen, those that reported on one of them."""
    where = condition(selection, report="r", agency="a")
    sql = f"""
        {everything} WHERE t.agency_id IN (
            SELECT a.agency_id FROM agencies a JOIN reports r USING (agency_id) {where.sql})"""
    return Condition(sql, where.parameters)
