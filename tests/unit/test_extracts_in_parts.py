"""Large tables taken away part by part: where a key has no value, and however small the parts, no row is lost."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import polars as pl
import pytest

from etl.vocabulary.tables import TABLES, Table
from etl.warehouse.published import open_published
from pages.queries import extracts
from pages.queries.ask import Connection
from pages.queries.extracts import all_rows, row_count
from pages.queries.selection import EVERYTHING, Selection
from tests.warehouses import Filed, a_warehouse

PLACES: Final = (None, "990000", "990101", None, "990200")
SIZES: Final = (1, 20, 300)
"""Cells of a part: from one value of the key in each to a few parts."""


def reports_of_nowhere() -> tuple[Filed, ...]:
    """Reports of which every second finding is about an agency whose region, year or sector nobody knows."""
    return tuple(
        Filed(f"单位{k}", PLACES[k // 5 % 5], None if k % 15 == 0 else 2020 + k % 4, sector=None if k % 10 else "商务")
        for k in range(60)
    )


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A warehouse in which every column that may be NULL somewhere is."""
    folder: Path = tmp_path_factory.mktemp("data")
    a_warehouse(folder, reports_of_nowhere())
    opened = open_published(folder).connection
    yield opened
    opened.close()


def test_the_first_column_of_a_key_has_no_value_somewhere(connection: Connection) -> None:
    """Protects the tests below from proving nothing: a table is cut by a column that is NULL in some rows."""
    cut = [(table, column) for table in TABLES for column in table.columns if column.name in table.key[:1]]
    may_be_null = [(table.name, column.name) for table, column in cut if column.nullable]
    assert may_be_null
    for table, column in may_be_null:
        rows = pl.concat(all_rows(connection, EVERYTHING, table, named=False))
        assert 0 < rows[column].null_count() < rows.height


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("size", SIZES)
def test_rows_taken_are_rows_counted(
    connection: Connection, table: Table, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects whoever takes a large table away: every row once, those with no region too, however it is cut."""
    for selection in (EVERYTHING, Selection(kinds=("department",))):
        whole = pl.concat(all_rows(connection, selection, table.name, named=False))
        with monkeypatch.context() as small:
            small.setattr(extracts, "CELLS_SORTED", size)
            taken = pl.concat(all_rows(connection, selection, table.name, named=False))
        assert taken.height == row_count(connection, selection, table.name) == whole.height
        assert Counter(taken.rows()) == Counter(whole.rows())


def test_a_table_whose_key_is_empty_everywhere_is_taken_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects a load of which no region is known: there is nothing to cut by, and all rows come."""
    a_warehouse(tmp_path, [Filed(f"单位{k}", None, 2020 + k) for k in range(6)])
    monkeypatch.setattr(extracts, "CELLS_SORTED", 1)
    opened = open_published(tmp_path).connection
    taken = pl.concat(all_rows(opened, EVERYTHING, "finding_counts", named=False))
    assert taken.height == row_count(opened, EVERYTHING, "finding_counts") > 0
    opened.close()
