"""A whole table of the warehouse as an extract: for people in words, for programs as it stands in the database."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from etl.vocabulary.coded import codes_of
from etl.vocabulary.page_labels.downloads import ADDED_AGENCY, ADDED_REGION, ADDED_YEAR
from etl.vocabulary.tables import AMOUNT as SQL_AMOUNT
from etl.vocabulary.tables import COUNT, RATE, SMALL, Column, Table
from pages.parts.in_words import in_words
from pages.parts.table import AMOUNT, PERCENT, WHOLE_NUMBER, WORD, YEAR
from pages.parts.taking.extract import Extract, Taken
from pages.parts.taking.files import facts, file_name
from pages.parts.view import View
from pages.queries.extracts import ADDED, added_to, all_rows, first_rows

_ADDED_LABELS: Final = dict(zip(ADDED, (ADDED_AGENCY, ADDED_REGION, ADDED_YEAR), strict=True))
_KINDS: Final = {COUNT: WHOLE_NUMBER, SMALL: YEAR, SQL_AMOUNT: AMOUNT}


def table_extract(view: View, table: Table, remarks: list[str], *, for_people: bool) -> Extract:
    """All rows of a table under the filters, ready to be asked for when the file is written.

    For people: headings and codes in words, agency, region and year in front. For programs: exactly the table.
    """
    data, selection, language = view.data, view.selection, view.language

    def batches() -> Iterator[pl.DataFrame]:
        rows = all_rows(data.connection, selection, table.name, named=for_people)
        return (in_words(batch, table.name, language) for batch in rows) if for_people else rows

    label = table.word.label(language)
    return Extract(
        name=file_name(view, label if for_people else table.name),
        title=label,
        language=language,
        columns=table_columns(table, language, for_people=for_people),
        batches=batches,
        facts=facts(view, table.word.explanation(language), *remarks),
        for_people=for_people,
    )


def sample_of(view: View, table: Table, limit: int, *, for_people: bool) -> pl.DataFrame:
    """The first rows as they will stand in the file."""
    rows = view.ask(first_rows, view.selection, table.name, limit, named=for_people)
    return in_words(rows, table.name, view.language) if for_people else rows


def table_columns(table: Table, language: str, *, for_people: bool) -> tuple[Taken, ...]:
    """The columns of the file: those of the table; for people those added to it in front."""
    units = codes_of("vocabulary", "unit", language)
    headings = _headings(table, language) if for_people else {column.name: column.name for column in table.columns}
    own = (
        Taken(
            column.name,
            headings[column.name],
            _kind(column),
            units.get(column.word.unit or "", column.word.unit or ""),
            column.word.explanation(language),
        )
        for column in table.columns
    )
    added = added_to(table.name) if for_people else ()
    return (*(Taken(name, headings[name], YEAR if name == "report_year" else WORD) for name in added), *own)


def _headings(table: Table, language: str) -> dict[str, str]:
    """The label of each column, those added included; no two alike."""
    labels = {column.name: column.word.label(language) for column in table.columns}
    labels |= {name: text.say(language) for name, text in _ADDED_LABELS.items()}
    twice = {label for label in labels.values() if list(labels.values()).count(label) > 1}
    return {name: f"{label} [{name}]" if label in twice else label for name, label in labels.items()}


def _kind(column: Column) -> str:
    if column.sql_type == RATE:
        return PERCENT if column.word.unit == "ratio" else WORD
    return _KINDS.get(column.sql_type, WORD)
