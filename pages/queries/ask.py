"""How every question reaches the warehouse: one cursor per query, values always as parameters."""

from collections.abc import Mapping

import duckdb
import polars as pl

Connection = duckdb.DuckDBPyConnection
"""An open warehouse; the pages pass it on and never look inside."""


def ask(connection: Connection, sql: str, parameters: Mapping[str, object]) -> pl.DataFrame:
    """The rows of one query as a frame; every parameter given must be named in the SQL as `$name`."""
    with connection.cursor() as cursor:
        frame: pl.DataFrame = cursor.sql(sql, params=dict(parameters)).pl()
    return frame
