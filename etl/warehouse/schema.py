"""The DDL of a build, made from the vocabulary: tables, views, and a comment on each of them and of their columns."""

from collections.abc import Iterator
from typing import Final

from etl.vocabulary.corrections import APPLIED, CELL
from etl.vocabulary.form import PROACTIVE, REQUESTS, REVIEWS
from etl.vocabulary.reasons import LOADED, SUPERSEDED
from etl.vocabulary.tables import CELLS, TABLE_BY_NAME, TABLES, Column, Table
from etl.vocabulary.words import Word

_COMMON: Final = ("report_number", "value", "status", "raw", "place")
_CELLS_OF: Final = " UNION ALL BY NAME ".join(
    f"SELECT {', '.join(_COMMON)}, '{name}' AS table_name, "
    f"{TABLE_BY_NAME[name].key[1]} AS item, {TABLE_BY_NAME[name].key[2]} AS measure FROM {name}"
    for name in (PROACTIVE, REQUESTS, REVIEWS)
)
_VIEWS: Final = {
    CELLS.name: f"""
        SELECT documents.path, reports.report_id, agencies.name AS agency, reports.year, reports.form, facts.table_name,
            facts.item, facts.measure, facts.value::DECIMAL(20,4) AS value, facts.status, facts.raw, facts.place,
            reports.is_current, corrected.report_number IS NOT NULL AS is_corrected
        FROM ({_CELLS_OF}) AS facts
        LEFT JOIN (
            SELECT DISTINCT report_number, table_name, item, measure FROM corrections
            WHERE kind = '{CELL}' AND state = '{APPLIED}'
        ) AS corrected USING (report_number, table_name, item, measure)
        JOIN reports USING (report_number)
        JOIN agencies USING (agency_id)
        JOIN documents ON documents.report_id = reports.report_id
            AND documents.outcome IN ('{LOADED}', '{SUPERSEDED}')
    """
}


INDEXES: Final = ("CREATE INDEX reports_by_id ON reports (report_id)",)
"""Made when the tables are full; without them a build is as right, only slower."""


def statements() -> Iterator[str]:
    """Everything that makes an empty build, in order."""
    for table in TABLES:
        yield _create(table)
        kind = "VIEW" if table.is_view else "TABLE"
        yield f"COMMENT ON {kind} {table.name} IS {_comment(table.word)}"
        for column in table.columns:
            yield f"COMMENT ON COLUMN {table.name}.{column.name} IS {_comment(column.word)}"


def _create(table: Table) -> str:
    if table.is_view:
        return f"CREATE VIEW {table.name} AS {_VIEWS[table.name]}"
    return f"CREATE TABLE {table.name} ({', '.join(map(_definition, table.columns))})"


def _definition(column: Column) -> str:
    return f"{column.name} {column.sql_type}{'' if column.nullable else ' NOT NULL'}"


def _comment(word: Word) -> str:
    unit = f"（{word.unit}）" if word.unit else ""
    text = f"{word.label_zh}{unit}：{word.definition} | {word.label_en}: {word.definition_en}"
    return "'" + text.replace("'", "''") + "'"
