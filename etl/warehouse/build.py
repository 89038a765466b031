"""A build while it is being made: filled in bulk under a name of its own, checked, and only then published."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, Self
from uuid import uuid4

import duckdb
import polars as pl

from etl.errors import LoadError
from etl.vocabulary.cells import KEY_OF_CODE
from etl.vocabulary.form import PROACTIVE
from etl.vocabulary.sentences import BLANKS, SENTENCE
from etl.vocabulary.tables import FACT_TABLES, TABLE_BY_NAME, TABLES, Table
from etl.vocabulary.verdicts import counted
from etl.warehouse.corrected import MARKED, with_corrections
from etl.warehouse.published import publish
from etl.warehouse.schema import INDEXES, statements

_MEMORY: Final = "400MB"
_SETTINGS: Final = {"memory_limit": _MEMORY, "preserve_insertion_order": "false"}
_UNFINISHED: Final = "unfinished-"
_REPORTS_AT_ONCE: Final = 10_000
"""Reports whose sentences are looked at together: more costs memory, fewer costs time."""


class Build:
    """A build file under way; leaving the `with` block without `finish` leaves nothing behind."""

    def __init__(self, data_dir: Path, now: datetime) -> None:
        folder = data_dir / "warehouse"
        folder.mkdir(parents=True, exist_ok=True)
        self.build_id = f"{now:%Y%m%dT%H%M%S}-{uuid4().hex[:6]}"
        self._published = folder / f"build-{self.build_id}.duckdb"
        self._file = folder / f"{_UNFINISHED}{self.build_id}.duckdb"
        self._connection = duckdb.connect(str(self._file), config=dict(_SETTINGS))
        self._connection.begin()
        for statement in statements():
            self._connection.execute(statement)
        self._connection.commit()

    def __enter__(self) -> Self:
        """The build itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """The connection closed and an unfinished file removed."""
        self._connection.close()
        _remove(self._file)

    def insert(self, table: str, frame: pl.DataFrame) -> None:
        """The rows of `frame` added; it has at least the columns of the table, others are left out."""
        columns = ", ".join(column.name for column in TABLE_BY_NAME[table].columns)
        self._connection.register("given", frame)
        self._connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM given")
        self._connection.unregister("given")

    def insert_from_shards(self, shards: list[Path], reports: pl.DataFrame) -> None:
        """Facts, sections and left-overs of `reports` (report_id, report_number, document_id, shard).

        They are put in by report number, shard by shard, so that the rows of a report stand in one small part.
        """
        first = dict(reports.group_by("shard").agg(pl.col("report_number").min()).iter_rows())
        shards = sorted((shard for shard in shards if shard.name in first), key=lambda shard: first[shard.name])
        if not shards:
            return
        self._connection.register("taken", reports.select("report_id", "report_number", "document_id", "shard"))
        for table in FACT_TABLES:
            self._insert_selected(table.name, _facts(table, shards))
        self._insert_selected("sections", f"SELECT * FROM {_read(shards, 'sections')}")
        self._insert_selected("left_overs", f"SELECT * FROM {_read(shards, 'left_overs')}")
        self._connection.unregister("taken")

    def cut_sentences(self) -> Iterator[pl.DataFrame]:
        """The sentences of section five (report_id, report_number, position, text), all reports in order, in parts."""
        last = self._one("SELECT coalesce(max(report_number), 0) FROM sections WHERE section = 'problems'")
        for first in range(1, last + 1, _REPORTS_AT_ONCE):
            asked = {"first": first, "last": first + _REPORTS_AT_ONCE - 1}
            yield self._connection.sql(SENTENCES_CUT, params=asked).pl()

    def problem_texts(self) -> Iterator[pl.DataFrame]:
        """Section five as one text, its parts one under the other (report_number, text), in order, in parts."""
        last = self._one("SELECT coalesce(max(report_number), 0) FROM sections WHERE section = 'problems'")
        for first in range(1, last + 1, _REPORTS_AT_ONCE):
            asked = {"first": first, "last": first + _REPORTS_AT_ONCE - 1}
            yield self._connection.sql(_PROBLEM_TEXTS, params=asked).pl()

    def correct_cells(self) -> None:
        """The cells with the values of the corrections that apply, once both are there."""
        for table in FACT_TABLES:
            self._connection.execute(with_corrections(table))

    def mark_corrected(self) -> None:
        """The findings about cells that are corrected say so."""
        self._connection.execute(MARKED)

    def cells_of(self, reports: pl.DataFrame) -> pl.DataFrame:
        """The cells of `reports`: report_number, code (of `etl.vocabulary.cells`), value, unit, status, raw, place."""
        return self._asked(_CELLS_ASKED, reports, codes=_CODES)

    def left_overs_of(self, reports: pl.DataFrame) -> pl.DataFrame:
        """The left-over cells of `reports`: report_number, table_name, text, place."""
        return self._asked(_LEFT_OVERS_ASKED, reports)

    def sections_of(self, reports: pl.DataFrame) -> pl.DataFrame:
        """The texts of `reports`: report_number, position, section, heading, text, place."""
        return self._asked(_SECTIONS_ASKED, reports)

    def _asked(self, query: str, reports: pl.DataFrame, **frames: pl.DataFrame) -> pl.DataFrame:
        """What a query finds that joins `asked`, the reports asked for."""
        given = {"asked": reports.select("report_id", "report_number"), **frames}
        for name, frame in given.items():
            self._connection.register(name, frame)
        found: pl.DataFrame = self._connection.sql(query).pl()
        for name in given:
            self._connection.unregister(name)
        return found

    def count_ahead(self) -> None:
        """Findings, judgements and texts counted by whom they are about, once they and the indicators are there."""
        for table, query in COUNTED_AHEAD.items():
            self._insert_selected(table, query)

    def finish(self, facts_of_build: dict[str, object]) -> Path:
        """The build checked, closed and published; raises LoadError when a key is broken. Returns the file."""
        counts = {name: self._count(name) for name in ("documents", "reports", "cells", "findings")}
        row = {"build_id": self.build_id, **facts_of_build, **counts}
        self.insert("builds", pl.DataFrame([row]))
        for table in TABLES:
            self._check(table)
        self._make_indexes()
        self._connection.execute("CHECKPOINT")
        self._connection.close()
        self._file.rename(self._published)
        publish(self._published)
        return self._published

    def _insert_selected(self, table: str, query: str) -> None:
        columns = ", ".join(column.name for column in TABLE_BY_NAME[table].columns)
        self._connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM ({query})")

    def _check(self, table: Table) -> None:
        """Every key stands once and every reference is found."""
        if table.key:
            key = ", ".join(table.key)
            twice = self._one(f"SELECT count(*) FROM (SELECT {key} FROM {table.name} GROUP BY ALL HAVING count(*) > 1)")
            if twice:
                raise LoadError(f"{table.name}：{twice} 个键重复（keys stand more than once）：{key}")
        for column, other in table.refers:
            key = TABLE_BY_NAME[other].key[0]
            lost = self._one(
                f"SELECT count(*) FROM {table.name} AS own ANTI JOIN {other} AS other ON own.{column} = other.{key} "
                f"WHERE own.{column} IS NOT NULL"
            )
            if lost:
                raise LoadError(f"{table.name}.{column}：{lost} 行在 {other} 中没有（not found in {other}）")

    def _make_indexes(self) -> None:
        """The indexes, unless so many reports were loaded that they do not fit into the memory of a build."""
        for statement in INDEXES:
            with suppress(duckdb.OutOfMemoryException):
                self._connection.execute(statement)

    def _count(self, table: str) -> int:
        return self._one(f"SELECT count(*) FROM {table}")

    def _one(self, query: str) -> int:
        ((number,),) = self._connection.execute(query).fetchall()
        return int(number)


def drop_unfinished(data_dir: Path) -> None:
    """The warehouse without what killed loads left behind; only for the holder of the lock."""
    for file in (data_dir / "warehouse").glob(f"{_UNFINISHED}*.duckdb"):
        _remove(file)


def _remove(file: Path) -> None:
    for path in (file, file.with_name(f"{file.name}.wal")):
        path.unlink(missing_ok=True)


def _read(shards: list[Path], name: str) -> str:
    """A table expression over one frame of all shards, with the report each row belongs to."""
    files = ", ".join("'" + str(shard / f"{name}.parquet").replace("'", "''") + "'" for shard in shards)
    source = f"read_parquet([{files}], filename = true)"
    return (
        f"(SELECT taken.report_id, taken.report_number, read.* FROM {source} AS read "
        "JOIN taken ON taken.document_id = read.document_id "
        "AND taken.shard = list_extract(parse_path(read.filename), -2))"
    )


def _facts(table: Table, shards: list[Path]) -> str:
    item, measure = table.key[1:]
    value = "value" if table.name == PROACTIVE else "value::BIGINT AS value"
    return (
        f"SELECT report_id, report_number, item AS {item}, measure AS {measure}, {value}, unit, status, raw, place "
        f"FROM {_read(shards, 'cells')} WHERE table_name = '{table.name}'"
    )


SENTENCES_CUT: Final = f"""
    SELECT report_id, report_number, text,
        row_number() OVER (PARTITION BY report_number ORDER BY section_position, number)::INTEGER AS position
    FROM (
        SELECT report_id, report_number, section_position, generate_subscripts(parts, 1) AS number,
            trim(unnest(parts), '{BLANKS}') AS text
        FROM (
            SELECT report_id, report_number, position AS section_position,
                regexp_extract_all(text, '{SENTENCE}') AS parts
            FROM sections WHERE section = 'problems' AND report_number BETWEEN $first AND $last
        )
    ) WHERE text <> '' ORDER BY report_number, position
"""
_PROBLEM_TEXTS: Final = """
    SELECT report_number, string_agg(text, chr(10) ORDER BY position) AS text
    FROM sections WHERE section = 'problems' AND report_number BETWEEN $first AND $last
    GROUP BY report_number ORDER BY report_number
"""
_CODES: Final = pl.DataFrame(
    [(code, *key) for code, key in enumerate(KEY_OF_CODE)],
    schema={"code": pl.UInt16, "table_name": pl.String, "item": pl.String, "measure": pl.String},
    orient="row",
)
_CELLS_ASKED: Final = " UNION ALL ".join(
    f"SELECT report_number, code, value::DECIMAL(20,4) AS value, "
    f"{'unit' if table.name == PROACTIVE else 'NULL::VARCHAR AS unit'}, status, raw, place "
    f"FROM {table.name} JOIN asked USING (report_number) JOIN codes ON codes.table_name = '{table.name}' "
    f"AND codes.item = {table.name}.{table.key[1]} AND codes.measure = {table.name}.{table.key[2]}"
    for table in FACT_TABLES
)
_LEFT_OVERS_ASKED: Final = """
    SELECT asked.report_number, table_name, text, place FROM left_overs JOIN asked USING (report_id)
"""
_SECTIONS_ASKED: Final = """
    SELECT report_number, position, section, heading, text, place FROM sections JOIN asked USING (report_number)
"""
_FINDING_COUNTS: Final = """
    SELECT region_code, year, kind, sector, rule, severity, state, count(*) AS findings,
        count(DISTINCT report_id) AS reports
    FROM findings JOIN indicators USING (report_id) GROUP BY ALL ORDER BY ALL
"""
_JUDGEMENT_COUNTS: Final = f"""
    SELECT region_code, year, kind, sector, rule, {counted("judgements")}, count(*) AS reports
    FROM judgements JOIN indicators USING (report_id) GROUP BY ALL ORDER BY ALL
"""
_WITH_MEASURES: Final = ", ".join(
    f"count({name}) AS {name}"
    for name in ("stickiness", "yoy_similarity", "peer_containment", "boilerplate_share", "redundancy", "specificity")
)
_TEXT_COUNTS: Final = f"""
    SELECT region_code, year, kind, sector, count(*) AS reports, count(characters) AS written,
        count(t.report_number) AS told, {_WITH_MEASURES}
    FROM text_reuse u LEFT JOIN (SELECT DISTINCT report_number FROM sentences) t USING (report_number)
    GROUP BY ALL ORDER BY ALL
"""
_THEME_COUNTS: Final = """
    SELECT region_code, year, kind, sector, theme, count(*) FILTER (named > 0) AS named,
        count(*) FILTER (promised > 0) AS promised, count(is_repeated) FILTER (named > 0) AS compared,
        count(*) FILTER (named > 0 AND is_repeated) AS repeated
    FROM problem_themes JOIN text_reuse USING (report_number) GROUP BY ALL ORDER BY ALL
"""
COUNTED_AHEAD: Final = {
    "finding_counts": _FINDING_COUNTS,
    "judgement_counts": _JUDGEMENT_COUNTS,
    "text_counts": _TEXT_COUNTS,
    "theme_counts": _THEME_COUNTS,
}
"""Tables that are made from others of the same build, and how."""
