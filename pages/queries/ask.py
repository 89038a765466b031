"""How every question reaches the warehouse: one cursor per query, values always as parameters."""

import warnings
from collections.abc import Mapping

import duckdb
import polars as pl

Connection = duckdb.DuckDBPyConnection
"""An open warehouse; the pages pass it on and never look inside."""

# The library advises `sql`, which copies no rows but plans each question twice; for the few rows of an answer a plan
# costs more than the copy: a fifth of the time of a page.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result makes an extra copy")


def ask(connection: Connection, sql: str, parameters: Mapping[str, object]) -> pl.DataFrame:
    """The rows of one query as a frame; every parameter given must be named in the SQL as `$name`."""
    with connection.cursor() as cursor:
        cursor.execute(sql, dict(parameters))
        return pl.DataFrame(pl.from_arrow(cursor.to_arrow_table()))
