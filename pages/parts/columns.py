"""Columns that several tables show: rates over the years by part, who has reported by part, cells of the form."""

from typing import Final

from etl.vocabulary.labels import (
    COLUMN_DENOMINATOR,
    COLUMN_ITEM,
    COLUMN_KNOWN,
    COLUMN_LEFT_OUT,
    COLUMN_MEASURE,
    COLUMN_NUMERATOR,
    COLUMN_PART,
    COLUMN_RATE,
    COLUMN_REPORTED,
    COLUMN_REPORTS,
    COLUMN_SAMPLE,
    COLUMN_VALUE,
    COLUMN_YEAR,
    KNOWN_HELP,
    LEFT_OUT_HELP,
    SAMPLE_HELP,
)
from etl.vocabulary.page_labels.source import COLUMN_RAW, COLUMN_STATUS, COLUMN_TABLE
from pages.parts.table import AMOUNT, PERCENT, WHOLE_NUMBER, YEAR, Shown

RATE: Final = (
    Shown("rate", COLUMN_RATE, PERCENT),
    Shown("numerator", COLUMN_NUMERATOR, WHOLE_NUMBER),
    Shown("denominator", COLUMN_DENOMINATOR, WHOLE_NUMBER),
    Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER),
)
SAMPLE: Final = Shown("sample", COLUMN_SAMPLE, help=SAMPLE_HELP)
TREND: Final = (
    Shown("part", COLUMN_PART),
    Shown("year", COLUMN_YEAR, YEAR),
    *RATE,
    Shown("left_out", COLUMN_LEFT_OUT, WHOLE_NUMBER, LEFT_OUT_HELP),
    SAMPLE,
)
REPORTED: Final = (
    Shown("part", COLUMN_PART),
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("reported", COLUMN_REPORTED, WHOLE_NUMBER),
    Shown("known", COLUMN_KNOWN, WHOLE_NUMBER, KNOWN_HELP),
)
CELL: Final = (
    Shown("table", COLUMN_TABLE),
    Shown("row", COLUMN_ITEM),
    Shown("column", COLUMN_MEASURE),
    Shown("value", COLUMN_VALUE, AMOUNT),
    Shown("state", COLUMN_STATUS),
    Shown("raw", COLUMN_RAW),
)
