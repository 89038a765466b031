"""Overview: what reports there are, which agencies and years they cover, the headline rates, what did not get in."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.vocabulary.indicators import INDICATOR_BY_NAME, STABILITY_LIMITS, Indicator
from etl.vocabulary.labels import (
    COLUMN_FINDINGS,
    COLUMN_PATH,
    COLUMN_REASON,
    COLUMN_REPORTS,
    COLUMN_RULE,
    COLUMN_RULE_ASKS,
    COLUMN_SEVERITY,
    COLUMN_STATE,
    FRACTION,
    LEFT_OUT_HELP,
    SAMPLE_HELP,
    SMALL_SAMPLE,
    YEARS,
    joined,
)
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.overview import (
    AGENCIES,
    ASK,
    CHANGE_FROM,
    FINDINGS,
    FINDINGS_HELP,
    NOT_LOADED,
    NOT_LOADED_HELP,
    NOT_LOADED_TITLE,
    NOT_LOADED_WHERE,
    OVERVIEW,
    OVERVIEW_PURPOSE,
    QUESTIONS,
    RATES_IN,
    REPORTS,
    REPORTS_HELP,
)
from etl.vocabulary.reasons import REJECTED
from etl.vocabulary.rules import RULE_BY_NAME
from pages import PLAN
from pages.charts.bars import finding_bars
from pages.charts.board import coverage_board
from pages.charts.rows import with_parts
from pages.charts.wording import count, points, rate_word, rests_on
from pages.parts import columns
from pages.parts.frame import open_page
from pages.parts.in_words import judged_in_words
from pages.parts.panel import download, is_open, show_panel
from pages.parts.plain import escaped
from pages.parts.table import WHOLE_NUMBER, Shown, show_table
from pages.parts.view import View, current_view, drawn
from pages.queries.coverage import coverage_by_part, documents_by_outcome, documents_rejected, findings_by_rule, scope
from pages.queries.places import parts_below
from pages.queries.ratios import ratios_by_year

HEADLINES: Final = (
    "full_grant_rate",
    "any_grant_rate",
    "refusal_rate",
    "not_processed_rate",
    "clearance_rate",
    "review_correction_rate",
)
QUESTIONS_A_ROW: Final = 3
Row = dict[str, Any]
"""A row of `ratios_by_year`."""
FINDING_COLUMNS: Final = (
    Shown("rule", COLUMN_RULE),
    Shown("asks", COLUMN_RULE_ASKS),
    Shown("severity", COLUMN_SEVERITY),
    Shown("state", COLUMN_STATE),
    Shown("findings", COLUMN_FINDINGS, WHOLE_NUMBER),
    Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER),
)
REJECTED_COLUMNS: Final = (Shown("path", COLUMN_PATH), Shown("reason", COLUMN_REASON))


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(OVERVIEW), view.say(OVERVIEW_PURPOSE)):
        return
    findings = view.ask(findings_by_rule, view.selection)
    show_counts(view, findings)
    show_headline_rates(view)
    show_questions(view)
    left, right = st.columns(2)
    with left:
        show_coverage(view)
    with right:
        show_findings(view, findings)
    show_rejected(view)


def show_counts(view: View, findings: pl.DataFrame) -> None:
    """Reports, agencies, years, findings, and files that did not get in."""
    found = view.ask(scope, view.selection).row(0, named=True)
    outcomes = dict(view.ask(documents_by_outcome).iter_rows())
    years = [year for year in (found["first_year"], found["last_year"]) if year is not None]
    rejected = outcomes.get(REJECTED, 0)
    title = view.say(NOT_LOADED_TITLE, n=count(rejected, view.language))
    lost = [view.say(NOT_LOADED_HELP), view.say(NOT_LOADED_WHERE, title=title) if rejected else ""]
    cards = (
        (REPORTS, count(found["reports"], view.language), view.say(REPORTS_HELP)),
        (AGENCIES, count(found["agencies"], view.language), None),
        (YEARS, "–".join(map(str, dict.fromkeys(years))) or count(None, view.language), None),
        (FINDINGS, count(int(findings["findings"].sum()), view.language), view.say(FINDINGS_HELP)),
        (NOT_LOADED, count(rejected, view.language), joined(lost, view.language)),
    )
    with st.container(horizontal=True):
        for label, value, help_text in cards:
            st.metric(view.say(label), value, help=help_text, border=True)


def show_headline_rates(view: View) -> None:
    """The main rates of the last year, each with numerator, denominator and the reports left out."""
    rates = [INDICATOR_BY_NAME[name] for name in HEADLINES]
    pairs = tuple((str(rate.numerator), str(rate.denominator)) for rate in rates)
    ratios = view.ask(ratios_by_year, view.selection, pairs)
    if ratios.is_empty():
        return
    by_rate: dict[str, dict[int, Row]] = {}
    for row in ratios.iter_rows(named=True):
        by_rate.setdefault(row["name"], {})[row["year"]] = row
    year = max(max(rows) for rows in by_rate.values())
    st.subheader(view.say(RATES_IN, year=year), anchor=False)
    for place, rate in zip(st.columns(len(rates), border=True), rates, strict=True):
        with place:
            show_rate(view, rate, by_rate[str(rate.numerator)], year)


def show_rate(view: View, rate: Indicator, by_year: Mapping[int, Row], year: int) -> None:
    """One rate as a card; the change on the year before is told without judging it good or bad."""
    now, before, language = by_year[year], by_year.get(year - 1), view.language
    label = rate.label(language)
    st.markdown(escaped(label))
    st.metric(label, rate_word(now, language), label_visibility="collapsed")
    told = [view.say(FRACTION, top=count(now["numerator"], language), bottom=count(now["denominator"], language))]
    told.append(rests_on(now, language))
    meanings = [escaped(rate.explanation(language)), view.say(LEFT_OUT_HELP)]
    if (now["denominator"] or 0) < STABILITY_LIMITS[0]:
        told.append(view.say(SMALL_SAMPLE))
        meanings.append(view.say(SAMPLE_HELP))
    if before and None not in (now["rate"], before["rate"]):
        change = points(now["rate"] - before["rate"])
        told.append(
            view.say(
                CHANGE_FROM, year=year - 1, change=change, reports=cell_number(before["reports"] - before["left_out"])
            )
        )
    st.caption("  \n".join(told), help="\n\n".join(meanings))


def show_questions(view: View) -> None:
    """What a reader may ask, each question the way to the page that answers it."""
    st.subheader(view.say(ASK), anchor=False)
    scripts = {page.address: page for page in PLAN}
    places = st.columns(QUESTIONS_A_ROW)
    for k, (address, question) in enumerate(QUESTIONS.items()):
        page = scripts[address]
        places[k % QUESTIONS_A_ROW].page_link(page.script, label=view.say(question), icon=page.icon, width="stretch")


def show_coverage(view: View) -> None:
    """Who has reported: the parts of the area against years."""
    coverage = view.ask(coverage_by_part, view.selection, parts_below(view.area_level))
    rows = partial(with_parts, coverage, view.language)
    show_panel(view, "coverage", drawn(coverage_board, coverage, view.language), rows, columns.REPORTED)


def show_findings(view: View, findings: pl.DataFrame) -> None:
    """Findings by rule."""
    rules = [RULE_BY_NAME[name] for name in findings["rule"].unique(maintain_order=True) if name in RULE_BY_NAME]
    picture = drawn(finding_bars, findings, view.language)
    show_panel(view, "findings", picture, partial(_in_words, view, findings), FINDING_COLUMNS, rules)


def _in_words(view: View, findings: pl.DataFrame) -> pl.DataFrame:
    asks = {name: rule.explanation(view.language) for name, rule in RULE_BY_NAME.items()}
    return findings.with_columns(pl.col("rule").replace(asks).alias("asks"), *judged_in_words(view.language))


def show_rejected(view: View) -> None:
    """The files that could not be loaded, each with its reason."""
    rejected = view.ask(documents_rejected)
    if rejected.is_empty():
        return
    title = view.say(NOT_LOADED_TITLE, n=count(rejected.height, view.language))
    fold = st.expander(title, key="fold rejected", on_change="rerun")
    if not is_open(fold):
        return
    with fold:
        st.caption(view.say(NOT_LOADED_HELP))
        show_table(view, rejected, REJECTED_COLUMNS, title)
        download(view, "not-loaded", rejected, REJECTED_COLUMNS)


show(current_view())
