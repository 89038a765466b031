"""The SQL that puts corrections by hand into a build: values of cells, and a word in findings about them."""

from typing import Final

from etl.vocabulary.corrections import APPLIED, CELL, NOTE
from etl.vocabulary.form import REPORTED
from etl.vocabulary.tables import Table

_APPLIES: Final = f"known.kind = '{CELL}' AND known.state = '{APPLIED}'"
MARKED: Final = f"""
    UPDATE findings SET message = message || '{NOTE.zh}', message_en = message_en || '{NOTE.en}'
    WHERE finding_id IN (
        SELECT finding_id FROM findings JOIN corrections AS known
        ON {_APPLIES}
            AND (findings.report_id = known.report_id OR contains(findings.cells, '"' || known.report_id || '"'))
            AND contains(findings.cells, '"table":"' || known.table_name || '","item":"' || known.item
                || '","measure":"' || known.measure || '"')
    )
"""
"""Findings about a corrected cell, of their own report or of another that they name, say so."""


def with_corrections(table: Table) -> str:
    """The statement that gives the cells of a table the values of the corrections that apply."""
    item, measure = table.key[1:]
    value = next(column for column in table.columns if column.name == "value")
    return f"""
        UPDATE {table.name} SET value = known.corrected_value::DECIMAL(20,4)::{value.sql_type}, status = '{REPORTED}'
        FROM corrections AS known
        WHERE {_APPLIES} AND known.table_name = '{table.name}'
            AND known.report_id = {table.name}.report_id AND known.item = {table.name}.{item}
            AND known.measure = {table.name}.{measure}
    """
