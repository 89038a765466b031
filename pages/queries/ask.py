"""How every question reaches the warehouse: one cursor per query, values always as parameters."""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Final

import duckdb
import polars as pl

Connection = duckdb.DuckDBPyConnection
"""An open warehouse; the pages pass it on and never look inside."""

# The library advises `sql`, which copies no rows but plans each question twice; for the few rows of an answer a plan
# costs more than the copy: a fifth of the time of a page.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result makes an extra copy")

_FEW: Final = 256
"""Rows taken as values before the rest is asked for as a table: so few are there sooner than a table can be built."""
_PLAIN: Final[dict[str, pl.DataType]] = {
    "VARCHAR": pl.String(),
    "BOOLEAN": pl.Boolean(),
    "INTEGER": pl.Int32(),
    "BIGINT": pl.Int64(),
    "DOUBLE": pl.Float64(),
    "DATE": pl.Date(),
    "TIMESTAMP": pl.Datetime("us"),
}
"""The types of the warehouse that come as plain values; an answer with any other one comes as a table."""


def ask(connection: Connection, sql: str, parameters: Mapping[str, object]) -> pl.DataFrame:
    """The rows of one query as a frame; every parameter given must be named in the SQL as `$name`."""
    with connection.cursor() as cursor:
        cursor.execute(sql, dict(parameters))
        types = [(name, _PLAIN.get(str(kind))) for name, kind, *_ in cursor.description or ()]
        plain = [(name, kind) for name, kind in types if kind is not None]
        if len(plain) < len(types):
            return _rest(cursor)
        first = cursor.fetchmany(_FEW)
        few = _frame(first, plain)
        return few if len(first) < _FEW else pl.concat([few, _rest(cursor)])


def _frame(rows: Sequence[tuple[Any, ...]], types: Sequence[tuple[str, pl.DataType]]) -> pl.DataFrame:
    columns = zip(*rows, strict=True) if rows else [()] * len(types)
    return pl.DataFrame([pl.Series(name, values, kind) for (name, kind), values in zip(types, columns, strict=True)])


def _rest(cursor: Connection) -> pl.DataFrame:
    """The rows that were not taken yet."""
    return pl.DataFrame(pl.from_arrow(cursor.to_arrow_table()))
