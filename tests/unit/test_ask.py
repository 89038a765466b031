"""What a question answers: the same rows of the same types, however many they are and however they are taken."""

import duckdb
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from pages.queries.ask import ask

PLAIN = """
    SELECT CASE WHEN n % 3 > 0 THEN n::VARCHAR END AS words, n % 2 = 0 AS is_even, n::INTEGER AS year,
           CASE WHEN n % 5 > 0 THEN n END AS number,
           CASE n % 4 WHEN 0 THEN 'nan' WHEN 1 THEN 'inf' ELSE '0.1' END::DOUBLE AS rate,
           DATE '2024-02-28' + n::INTEGER AS day, TIMESTAMP '2024-02-28 23:59:59.123456' + INTERVAL (n) HOUR AS at
    FROM range($rows) t(n) ORDER BY n"""
OTHERS = """
    SELECT n::INTEGER AS year, n::DECIMAL(20, 4) AS amount, [n, NULL] AS several, n::HUGEINT AS huge
    FROM range($rows) t(n) ORDER BY n"""


@pytest.mark.parametrize("rows", [0, 1, 255, 256, 257, 900, 5000])
@pytest.mark.parametrize("sql", [PLAIN, OTHERS])
def test_an_answer_is_what_the_warehouse_says(sql: str, rows: int) -> None:
    """Protects every number on the screen: values taken one by one are those of the whole table, and none is lost."""
    with duckdb.connect() as connection:
        whole = connection.execute(sql, {"rows": rows}).to_arrow_table()
        assert_frame_equal(ask(connection, sql, {"rows": rows}), pl.DataFrame(pl.from_arrow(whole)))


@pytest.mark.parametrize("rows", [0, 1])
def test_two_columns_of_one_name_are_no_answer(rows: int) -> None:
    """Protects against a question one of whose columns would hide another."""
    with duckdb.connect() as connection, pytest.raises(pl.exceptions.DuplicateError):
        ask(connection, "SELECT n AS a, -n AS a FROM range($rows) t(n)", {"rows": rows})
