"""All findings under the filters as one file: rule, sides, difference, what was decided, and links to come back by."""

from collections.abc import Iterator
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.decisions import OPEN
from etl.vocabulary.labels import (
    COLUMN_AGENCY,
    COLUMN_DELTA,
    COLUMN_DIVISION,
    COLUMN_EXPRESSION,
    COLUMN_MESSAGE,
    COLUMN_RULE,
    COLUMN_RULE_ASKS,
    COLUMN_SEVERITY,
    COLUMN_STATE,
    COLUMN_YEAR,
    FILE_FORMAT,
)
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels import checks as says
from etl.vocabulary.page_labels.agency import COLUMN_LEFT, COLUMN_REPORT, COLUMN_RIGHT
from etl.vocabulary.page_labels.downloads import EXCEL_IS_SLOW
from etl.vocabulary.rules import RULE_BY_NAME
from pages.parts.choosing.address import Choice, Option, choose_switch
from pages.parts.deciding.counting import listed
from pages.parts.deciding.list_of_findings import in_words
from pages.parts.deciding.lives import Lives
from pages.parts.deciding.spots_in_words import spots_in_words
from pages.parts.deciding.wanted import EVERY_LIFE, Wanted, conditions_in_words
from pages.parts.going import FINDING_KEY, REPORT_KEY
from pages.parts.table import AMOUNT, YEAR, Shown
from pages.parts.taking.extract import Extract, Taken
from pages.parts.taking.extract_button import offer_table
from pages.parts.taking.files import FORMATS, facts, file_name
from pages.parts.taking.workbook import minutes_to_write
from pages.parts.view import View
from pages.queries.checks import findings_in_batches

COLUMNS: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("place", COLUMN_DIVISION),
    Shown("agency", COLUMN_AGENCY),
    Shown("severity", COLUMN_SEVERITY),
    Shown("state", COLUMN_STATE),
    Shown("rule_name", says.COLUMN_RULE_CODE),
    Shown("rule", COLUMN_RULE),
    Shown("asks", COLUMN_RULE_ASKS),
    Shown("message", COLUMN_MESSAGE),
    Shown("expression", COLUMN_EXPRESSION),
    Shown("left_value", COLUMN_LEFT, AMOUNT),
    Shown("right_value", COLUMN_RIGHT, AMOUNT),
    Shown("delta", COLUMN_DELTA, AMOUNT),
    Shown("cell_words", says.COLUMN_CELLS),
    Shown("standing", says.COLUMN_STANDING),
    Shown("decided_by", says.WHO),
    Shown("decided_at", says.COLUMN_DECIDED_AT),
    Shown("reason", says.COLUMN_REASON),
    Shown("finding_id", says.COLUMN_FINDING),
    Shown("report_id", COLUMN_REPORT),
    Shown("link", says.COLUMN_LINK),
    Shown("source_link", says.COLUMN_SOURCE_LINK),
)
CHECKS_ADDRESS: Final = "data-checks"
SOURCE_ADDRESS: Final = "source-in-place"


def offer_findings(view: View, wanted: Wanted, lives: Lives, total: int) -> None:
    """The kind of file, and the button that gives it."""
    options = [Option(code, view.say(form.label)) for code, form in FORMATS.items()]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        form = FORMATS[choose_switch(Choice("findings_file", view.say(FILE_FORMAT), options))]
        label = view.say(says.TAKE_ALL, n=cell_number(total), form=view.say(form.label))
        with st.container():
            offer_table(view, findings_extract(view, wanted, lives), form, label, (wanted, lives.stamp))
    minutes = minutes_to_write(total, len(COLUMNS)) if form is FORMATS["xlsx"] else 0
    if minutes:
        st.caption(view.say(EXCEL_IS_SLOW, cells=cell_number(total * len(COLUMNS)), minutes=minutes))


def findings_extract(view: View, wanted: Wanted, lives: Lives) -> Extract:
    """The findings wanted as a file for people, asked for when it is written."""
    base = _base(st.context.url)
    remarks = (conditions_in_words(view, wanted), _decided_so_far(view, lives))
    return Extract(
        name=file_name(view, view.say(says.FILE_NAME)),
        title=view.say(says.FILE_NAME),
        language=view.language,
        columns=tuple(Taken(one.name, view.say(one.heading), one.kind) for one in COLUMNS),
        batches=lambda: _batches(view, wanted, lives, base),
        facts=facts(view, *remarks),
    )


def _decided_so_far(view: View, lives: Lives) -> str:
    """When the last decision was made that the file knows of, or why it knows of none."""
    if lives.fault:
        return view.say(says.READ_FAILED, fault=lives.fault)
    last = pl.concat([lives.decided["decided_at"], lives.gone["decided_at"]]).max()
    return view.say(says.FILE_DECISIONS, time=last) if last else view.say(says.FILE_NO_DECISIONS)


def _batches(view: View, wanted: Wanted, lives: Lives, base: str) -> Iterator[pl.DataFrame]:
    """The findings wanted, batch by batch, the first one empty."""
    if wanted.life not in (EVERY_LIFE, OPEN):
        yield _told(view, listed(view, wanted, lives, lives.decided.height + lives.gone.height), base)
        return
    for batch in view.ask_once(findings_in_batches, view.selection, wanted.conditions):
        rows = lives.laid_over(batch)
        yield _told(view, rows.filter((wanted.life == EVERY_LIFE) | (pl.col("standing") == wanted.life)), base)


def _told(view: View, rows: pl.DataFrame, base: str) -> pl.DataFrame:
    """The findings in words, with the columns of COLUMNS."""
    asks = {name: rule.explanation(view.language) for name, rule in RULE_BY_NAME.items()}
    said = in_words(view, rows).with_columns(
        pl.col("rule_name").replace(asks).alias("asks"),
        pl.col("decided_at").dt.strftime("%Y-%m-%d %H:%M"),
        spots_in_words(view, rows),
        pl.format("{}{}?{}={}", pl.lit(base), pl.lit(CHECKS_ADDRESS), pl.lit(FINDING_KEY), "finding_id").alias("link"),
        pl.format("{}{}?{}={}", pl.lit(base), pl.lit(SOURCE_ADDRESS), pl.lit(REPORT_KEY), "report_id").alias(
            "source_link"
        ),
    )
    return said.select(one.name for one in COLUMNS)


def _base(url: str | None) -> str:
    """The address of the dashboard without that of the page; "" where nobody knows it."""
    return f"{url.partition('?')[0].rpartition('/')[0]}/" if url else ""
