"""One table or view of the published build as CSV or Parquet, or as rows that a condition picks."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Final

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.errors import GongkaiError, UsageError
from etl.harmless import harmless
from etl.vocabulary.tables import TABLE_BY_NAME
from etl.warehouse.published import open_published

_ROWS_AT_ONCE: Final = 20_000


def export(data_dir: Path, table: str, where: str | None, out: Path | None, stream: IO[bytes]) -> int:
    """How many rows of a table were written: to `out` by its ending (.csv, .parquet), to `stream` as CSV without it.

    `where` is an SQL condition on the columns of the table. Raises UsageError for an unknown table or ending, for a
    condition that cannot be evaluated, and when nothing is published yet.
    """
    if table not in TABLE_BY_NAME:
        raise UsageError(f"没有这个表（no such table）：{table}；可导出（tables）：{'、'.join(TABLE_BY_NAME)}")
    if out is not None and out.suffix.lower() not in (".csv", ".parquet"):
        raise UsageError(f"文件名应以 .csv 或 .parquet 结尾（name should end in .csv or .parquet）：{out}")
    with _rows(data_dir, table, where) as batches:
        if out is None:
            return write_csv(batches, stream)
        with _replaced(out) as file:
            return write_csv(batches, file) if out.suffix.lower() == ".csv" else _write_parquet(batches, file)


@contextmanager
def _rows(data_dir: Path, table: str, where: str | None) -> Iterator[pa.RecordBatchReader]:
    """The rows in batches, in the order of the table's key; on a connection that can reach nothing but the build."""
    published = open_published(data_dir)
    try:
        yield _asked(published.connection, table, where)
    except duckdb.Error as fault:
        if where is None:
            raise GongkaiError(f"库不能读取（the build cannot be read）：{published.build}：{fault}") from fault
        raise UsageError(f"--where 不能执行（the condition cannot be evaluated）：{fault}") from fault
    finally:
        published.connection.close()


def _asked(connection: duckdb.DuckDBPyConnection, table: str, where: str | None) -> pa.RecordBatchReader:
    columns = ", ".join(column.name for column in TABLE_BY_NAME[table].columns)
    query = f"SELECT {columns} FROM {table}"
    if where is not None:
        query += f" WHERE (\n{_one_expression(where)}\n)"
    if TABLE_BY_NAME[table].key:
        query += f" ORDER BY {', '.join(TABLE_BY_NAME[table].key)}"
    return connection.sql(query).to_arrow_reader(_ROWS_AT_ONCE)


def _one_expression(where: str) -> str:
    """The condition, when it is one expression and nothing after it; raises UsageError otherwise."""
    try:
        duckdb.SQLExpression(where)
    except duckdb.Error as fault:
        raise UsageError(f"--where 应为一个条件表达式（should be one condition）：{where}") from fault
    return where


def write_csv(batches: pa.RecordBatchReader, stream: IO[bytes]) -> int:
    """How many rows were written as UTF-8 CSV with a byte order mark; text that a spreadsheet would run is disarmed."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(batches.schema.names)
    count = 0
    for batch in batches:
        columns = [[_printed(value) for value in column.to_pylist()] for column in batch.columns]
        writer.writerows(zip(*columns, strict=True))
        count += batch.num_rows
    text.flush()
    text.detach()
    return count


def _printed(value: object) -> object:
    """A value as a spreadsheet may see it: numbers stay numbers, text is harmless."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value


def _write_parquet(batches: pa.RecordBatchReader, stream: IO[bytes]) -> int:
    count = 0
    with pq.ParquetWriter(stream, batches.schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
            count += batch.num_rows
    return count


@contextmanager
def _replaced(out: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the place of `out` once it is whole."""
    unfinished = out.with_name(f"{out.name}.part")
    try:
        with unfinished.open("wb") as file:
            yield file
        unfinished.replace(out)
    except OSError as fault:
        raise UsageError(f"不能写入（cannot write）：{out}：{fault.strerror}") from fault
    finally:
        unfinished.unlink(missing_ok=True)
