"""A large published build, made in bulk from a small one that was really loaded.

Every copy keeps years, divisions, cells, findings and texts; agencies, reports and documents get ids and names of their
own. What the pipeline writes shard by shard stands copy by copy, what it sorts is sorted as it sorts it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import duckdb

from etl.vocabulary.tables import TABLES, Table
from etl.warehouse.build import COUNTED_AHEAD
from etl.warehouse.published import publish, published_path
from etl.warehouse.schema import INDEXES, statements

_SETTINGS: Final = {"memory_limit": "3GB", "preserve_insertion_order": "true"}
_FIRST: Final = "霁澹砚汀霭漪璟菡昙珩绮翎骊沚筱槿荻棠泠葭苕茗蓼蘅瑾"
_SECOND: Final = "川浦溪泽原岭湖台渡岩屏洲石井坪塘湾桥关亭岗峰田塬丘"
_LENGTHS: Final = {
    **dict.fromkeys(("report_id", "other_report_id", "previous_report_id", "peer_report_id", "first_report_id"), 16),
    "agency_id": 12,
    "document_id": 64,
    "finding_id": 16,
    "text_id": 12,
}
"""Characters of the ids that are different in every copy."""
_SORTED: Final = {
    "agencies": "t.region_code NULLS FIRST, name, agency_id",
    "reports": "a.region_code NULLS FIRST, t.year NULLS FIRST, report_id",
    "indicators": "t.region_code NULLS FIRST, t.year NULLS FIRST, report_id",
}
"""Tables that the pipeline sorts as a whole."""


def multiplied(base: Path, data_dir: Path, reports: int) -> Path:
    """The published build below `data_dir` with about so many current reports, from the build published in `base`."""
    source = published_path(base)
    if source is None:
        raise FileNotFoundError(base)
    path = data_dir / "warehouse" / "build-multiplied.duckdb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path), config=dict(_SETTINGS)) as connection:
        connection.execute(f"ATTACH '{source}' AS base (READ_ONLY)")
        for statement in statements():
            connection.execute(statement)
        for statement in (*_filling(max(1, reports // _current(connection))), *INDEXES):
            connection.execute(statement)
        connection.execute("CHECKPOINT")
    publish(path)
    return path


def _current(connection: duckdb.DuckDBPyConnection) -> int:
    ((number,),) = connection.sql("SELECT count(*) FROM base.reports WHERE is_current").fetchall()
    return int(number)


def _filling(copies: int) -> Iterator[str]:
    """Everything that fills an empty build with so many copies of the attached one."""
    names = [first + second for first in _FIRST for second in _SECOND][:copies]
    yield "CREATE TEMP TABLE copies (k INTEGER, stem VARCHAR)"
    yield f"INSERT INTO copies VALUES {', '.join(map(str, enumerate(names)))}"
    yield f"""
        CREATE TEMP TABLE renamed AS
        SELECT report_id AS old, k, {_again("report_id", 16)} AS report_id
        FROM base.reports, copies c ORDER BY k, old"""
    for table in (table for table in TABLES if not table.is_view):
        if table.name in COUNTED_AHEAD:
            continue
        if not _LENGTHS.keys() & {column.name for column in table.columns}:
            yield f"INSERT INTO {table.name} BY NAME FROM base.{table.name}"
        elif table.name in _SORTED:
            yield f"{_copied(table)} ORDER BY {_SORTED[table.name]}"
        else:
            yield from (f"{_copied(table)} WHERE c.k = {k}" for k in range(copies))
    yield from (f"INSERT INTO {name} BY NAME {query}" for name, query in COUNTED_AHEAD.items())


def _copied(table: Table) -> str:
    """The statement that adds copies of the rows of a table."""
    names = [column.name for column in table.columns]
    columns = [f"{_value(table.name, name)} AS {name}" for name in names]
    joins = "CROSS JOIN copies c"
    if "report_id" in names:
        joins += " LEFT JOIN renamed n ON n.old = t.report_id AND n.k = c.k"
    if table.name == "reports":
        joins += " JOIN base.agencies a ON a.agency_id = t.agency_id"
    return f"INSERT INTO {table.name} ({', '.join(names)}) SELECT {', '.join(columns)} FROM base.{table.name} t {joins}"


def _value(table: str, column: str) -> str:
    """What stands in a column of a copy."""
    if column == "report_id":
        return "n.report_id"
    if column in _LENGTHS:
        return _again(f"t.{column}", _LENGTHS[column])
    if column == "report_number":
        return "t.report_number + c.k * (SELECT max(report_number) FROM base.reports)"
    if column == "path":
        return "concat(c.stem, '/', t.path)"
    if (table, column) == ("agencies", "name"):
        return "concat(t.name, c.stem, '分局')"
    return f"t.{column}"


def _again(column: str, length: int) -> str:
    """The id of a copy: as long as the first one, and as random to look at."""
    digest = "sha256" if length > 32 else "md5"
    return f"substr({digest}(concat({column}, '/', c.k)), 1, {length})"
