"""Agency profile: one agency over the years, its numbers among its peers, its findings, its texts and documents."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.vocabulary.indicators import INDICATOR_BY_NAME, PEER_RATES, RATE, Indicator
from etl.vocabulary.labels import (
    COLUMN_DELTA,
    COLUMN_DENOMINATOR,
    COLUMN_EXPRESSION,
    COLUMN_INDICATOR,
    COLUMN_MESSAGE,
    COLUMN_NUMERATOR,
    COLUMN_RATE,
    COLUMN_RULE,
    COLUMN_SAMPLE,
    COLUMN_SEVERITY,
    COLUMN_STATE,
    COLUMN_UNIT,
    COLUMN_VALUE,
    COLUMN_YEAR,
    REMARK,
    SAMPLE_HELP,
    UNITS,
)
from etl.vocabulary.page_labels import agency as says
from etl.vocabulary.page_labels.agency import TOPIC
from etl.vocabulary.page_labels.checks import COLUMN_STANDING
from etl.vocabulary.page_labels.problems import SECTION_FIVE
from etl.vocabulary.page_labels.reuse import REUSE
from etl.vocabulary.rules import RULE_BY_NAME
from pages.charts.number_words import number_word
from pages.charts.profile import findings_by_year, is_small, rate_profile
from pages.charts.rows import with_samples
from pages.parts.agency_header import show_header
from pages.parts.agency_papers import show_documents, show_texts
from pages.parts.choosing.address import Choice, choose_one, option_of, options_of
from pages.parts.choosing.agency_choice import Agency, agency_at_hand, choose_agency
from pages.parts.deciding.list_of_findings import codes_in_words
from pages.parts.deciding.lives import lives_of
from pages.parts.few_rows import only
from pages.parts.frame import open_page
from pages.parts.going import FINDING_KEY, FINDINGS_KEY, RATE_KEY, link_to_findings
from pages.parts.letters.panel import offer_letters
from pages.parts.origins.number_cells import show_origin, show_ways
from pages.parts.origins.number_table import LOOKED_INTO, choose_number, show_number_table
from pages.parts.panel import Whole, download, is_open, show_panel
from pages.parts.plain import escaped
from pages.parts.table import AMOUNT, PERCENT, WHOLE_NUMBER, YEAR, Shown
from pages.parts.texts.agency_reuse import show_reuse
from pages.parts.view import View, current_view, drawn
from pages.queries.agency import agency_facts, findings_of, numbers_by_year, rate_by_year
from pages.queries.choices import years_reported

Reports = dict[int, dict[str, Any]]
"""The rows of `numbers_by_year` by year."""

RATES: Final = (
    *PEER_RATES,
    *(
        one
        for one in LOOKED_INTO
        if one.family == RATE and one.topic in ("requests", "outcomes", "reviews") and one not in PEER_RATES
    ),
)
RATE_COLUMNS: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("rate", COLUMN_RATE, PERCENT),
    Shown("numerator", COLUMN_NUMERATOR, WHOLE_NUMBER),
    Shown("denominator", COLUMN_DENOMINATOR, WHOLE_NUMBER),
    Shown("sample", COLUMN_SAMPLE, help=SAMPLE_HELP),
    Shown("n", says.COLUMN_PEERS, WHOLE_NUMBER),
    Shown("p25", says.COLUMN_P25, PERCENT),
    Shown("p50", says.PEER_MEDIAN, PERCENT),
    Shown("p75", says.COLUMN_P75, PERCENT),
    Shown("rank", says.COLUMN_RANK, WHOLE_NUMBER, says.RANK_HELP),
)
NUMBER_COLUMNS: Final = (
    Shown("topic", TOPIC),
    Shown("indicator", COLUMN_INDICATOR),
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("value", COLUMN_VALUE, AMOUNT),
    Shown("unit", COLUMN_UNIT),
    Shown("word", REMARK),
    Shown("report_id", says.COLUMN_REPORT),
)
FINDING_COLUMNS: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("rule", COLUMN_RULE),
    Shown("state", COLUMN_STATE),
    Shown("severity", COLUMN_SEVERITY),
    Shown("standing", COLUMN_STANDING),
    Shown("expression", COLUMN_EXPRESSION),
    Shown("left_value", says.COLUMN_LEFT, AMOUNT),
    Shown("right_value", says.COLUMN_RIGHT, AMOUNT),
    Shown("delta", COLUMN_DELTA, AMOUNT),
    Shown("message", COLUMN_MESSAGE),
)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(says.AGENCY), view.say(says.AGENCY_PURPOSE)):
        return
    head = st.container()
    if agency := agency_at_hand(view):  # the list of all the others takes longer than to draw this one
        show_agency(view, agency)
    with head:
        chosen = choose_agency(view)
    if chosen and not agency:
        show_agency(view, chosen)
    elif agency and (chosen is None or chosen.agency_id != agency.agency_id):
        st.rerun()  # going back in the history, the address has the say, and it is heard when the box is drawn


def show_agency(view: View, agency: Agency) -> None:
    """Everything about one agency."""
    view = replace(view, about=agency.name)
    facts = view.ask(agency_facts, agency.agency_id).row(0, named=True)
    every = {row["year"]: row for row in view.ask(numbers_by_year, agency.agency_id).iter_rows(named=True)}
    years = list(view.selection.years) or view.ask(years_reported)["year"].to_list()
    reports = {year: row for year, row in every.items() if year in years}
    show_header(view, facts, years, list(every))
    if reports:
        show_rate(view, agency.agency_id, reports, years)
        show_numbers(view, agency.agency_id, reports, years)
    show_findings(view, agency.agency_id, reports, years)
    if reports:
        offer_letters(view, "letter", agency.agency_id)
    show_papers(view, agency.agency_id)


def show_papers(view: View, agency_id: str) -> None:
    """What the agency wrote, what of it is repeated, and its documents, as tabs; what is not looked at is not asked."""
    shown = {SECTION_FIVE: show_texts, REUSE: show_reuse, says.DOCUMENTS_TAB: show_documents}
    tabs = st.tabs([view.say(name) for name in shown], key="tabs papers", on_change="rerun")
    for tab, show_tab in zip(tabs, shown.values(), strict=True):
        if is_open(tab):
            with tab:
                show_tab(view, agency_id)


def show_rate(view: View, agency_id: str, reports: Reports, years: Sequence[int]) -> None:
    """One rate over the years among the agency's peers; what is clicked is taken apart into its cells."""
    rate = INDICATOR_BY_NAME[choose_one(_rate_choice(view.language))]
    found = only(view.ask(rate_by_year, agency_id, rate.name), "year", reports)
    rows = partial(_ranked, found, view.language)
    picture = drawn(rate_profile, found, tuple(years), rate, view.language)
    picked = show_panel(view, "agency-rate", picture, rows, RATE_COLUMNS, _words(rate), pick="report_id")
    for row in reports.values():
        if row["report_id"] == picked:
            show_origin(view, "rate", agency_id, rate, row, number_word(rate, row, view.language))


@cache
def _rate_choice(language: str) -> Choice[str]:
    options = [option_of(rate, language) for rate in RATES]
    return Choice(RATE_KEY, COLUMN_RATE.say(language), options, width=360)


def _ranked(found: pl.DataFrame, language: str) -> pl.DataFrame:
    """The rows of a rate with their samples in words and their rank among 100 peers, null where it means nothing."""
    ranks = [
        None if is_small(row) or row["percentile"] is None else round(row["percentile"] * 100)
        for row in found.iter_rows(named=True)
    ]
    return with_samples(found, language).with_columns(pl.Series("rank", ranks, dtype=pl.Int64))


def show_numbers(view: View, agency_id: str, reports: Reports, years: Sequence[int]) -> None:
    """Every number of one topic over the years, and the cells that one of them comes from."""
    topics = options_of(says.TOPICS, view.language)
    with st.container(border=True):
        head = st.empty()
        topic = choose_one(Choice("number_topic", view.say(says.TOPIC), topics, width=360))
        head.subheader(view.say(says.NUMBERS_TITLE, topic=view.say(says.TOPICS[topic])), anchor=False)
        st.caption(view.say(says.NUMBERS_HOW))
        of_topic = [one for one in LOOKED_INTO if one.topic == topic]
        words = {
            year: [number_word(one, reports.get(year), view.language, says.SMALL_MARK) for one in of_topic]
            for year in years
        }
        show_number_table(view, f"numbers {topic}", [one.name for one in of_topic], words)
        every = Whole(len(LOOKED_INTO) * len(years), lambda: number_rows(view, reports, years))
        download(view, "agency-numbers", every, NUMBER_COLUMNS)
        indicator, year = choose_number(view, agency_id, years, reports)
        if year in reports:
            value = number_word(indicator, reports[year], view.language)
            show_origin(view, "number", agency_id, indicator, reports[year], value)
        else:
            st.info(view.say(says.ORIGIN_NO_REPORT, year=year))


def number_rows(view: View, reports: Reports, years: Sequence[int]) -> pl.DataFrame:
    """Every number of every year as one row; columns: those of NUMBER_COLUMNS, value NULL where `word` says why."""
    rows = [
        {
            "topic": view.say(says.TOPICS[one.topic]),
            "indicator": one.label(view.language),
            "year": year,
            "value": reports[year][one.name] if year in reports else None,
            "unit": view.say(UNITS[one.unit]) if one.unit in UNITS else "",
            "word": number_word(one, reports.get(year), view.language),
            "report_id": reports[year]["report_id"] if year in reports else None,
        }
        for one in LOOKED_INTO
        for year in years
    ]
    return pl.DataFrame(rows, schema_overrides={"value": pl.Float64, "report_id": pl.String})


def show_findings(view: View, agency_id: str, reports: Reports, years: Sequence[int]) -> None:
    """What the rules found, year by year; the one that is picked in full, with ways to its cells."""
    found = view.ask(findings_of, agency_id)
    if view.selection.years:
        found = only(found, "year", years)
    if found.is_empty():
        if reports:
            st.container(border=True).subheader(view.say(says.FINDINGS_NONE), anchor=False)
        return
    rules = [RULE_BY_NAME[name] for name in dict.fromkeys(found["rule"]) if name in RULE_BY_NAME]
    rows = partial(_finding_rows, view, found)
    picture = drawn(findings_by_year, found, tuple(years), tuple(reports), view.language)
    picked = show_panel(view, "agency-findings", picture, rows, FINDING_COLUMNS, rules, pick="finding_id")
    link_to_findings(view.say(says.FINDINGS_DECIDE), FINDINGS_KEY, agency_id)
    for row in _finding_rows(view, only(found, "finding_id", [picked])).iter_rows(named=True) if picked else ():
        with st.container(border=True):
            st.markdown(f"**{row['year'] or ''} {escaped(row['rule'])}** {escaped(row['message'])}")
            show_ways(view, "finding", row["report_id"], row["cells"])
            link_to_findings(view.say(says.FINDING_DECIDE), FINDING_KEY, row["finding_id"])


def _finding_rows(view: View, found: pl.DataFrame) -> pl.DataFrame:
    """The findings in words, with how they stand under the decisions made so far."""
    return codes_in_words(view, lives_of(view).laid_over(found))


def _words(rate: Indicator) -> list[Indicator]:
    """The rate, what it is made of, and what is said of its peers."""
    parts = [INDICATOR_BY_NAME[str(name)] for name in (rate.numerator, rate.denominator)]
    peers = ("percentile", "p25", "p50", "p75", "n") if rate in PEER_RATES else ()
    return [rate, *parts, *(INDICATOR_BY_NAME[f"{rate.name}_peer_{what}"] for what in peers)]


show(current_view())
