"""Reused wording: what section five repeats from last year or from others, and which agencies share a text."""

from functools import partial
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import (
    COLUMN_AGENCY,
    COLUMN_PUBLISHED,
    COLUMN_REPORTS,
    COLUMN_VALUE,
    COLUMN_YEAR,
    KIND,
    REGION,
    UNKNOWN_REGION,
    UNNAMED,
)
from etl.vocabulary.page_labels import reuse as says
from etl.vocabulary.words import Word
from pages.charts.reuse import BINS, leading, spread, why_not
from pages.charts.shared_texts import members_board, shared_bars
from pages.parts.choosing.address import Choice, Option, choose_one, option_of
from pages.parts.choosing.picking import newly_picked
from pages.parts.frame import open_page
from pages.parts.going import to_pair, to_section
from pages.parts.in_words import or_word
from pages.parts.panel import Whole, show_panel
from pages.parts.plain import escaped
from pages.parts.table import AMOUNT, PERCENT, WHOLE_NUMBER, YEAR, Shown, pick_row
from pages.parts.taking.called import Called
from pages.parts.texts.reuse_words import (
    SHARED_TEXT,
    kinds_in_words,
    match_word,
    measure_word,
    placed,
)
from pages.parts.view import View, current_view, drawn
from pages.queries.places import parts_below
from pages.queries.reuse import (
    LOW_FIRST,
    MEASURES,
    members_by_part,
    members_of,
    reuse_of_year,
    reuse_spread,
    reuse_years,
    shared_texts_found,
)

LISTED: Final = 200
"""More rows than anybody looks through; the extract has them all."""
SHARED_KEY: Final = "shared"
"""The address parameter that names a shared text."""
TEXT_COLUMNS: Final = (
    Shown("first", says.COLUMN_FIRST),
    Shown("sure", says.COLUMN_SURE),
    Shown("place", says.COLUMN_FIRST_PLACE),
    Shown("first_year", says.COLUMN_FIRST_YEAR, YEAR),
    Shown("first_day", says.COLUMN_FIRST_DAY),
    Shown("agencies", says.COLUMN_AGENCIES, WHOLE_NUMBER),
    Shown("chosen", says.COLUMN_CHOSEN, WHOLE_NUMBER),
    Shown("inside", says.STANDINGS["inside"], WHOLE_NUMBER),
    Shown("outside", says.STANDINGS["outside"], WHOLE_NUMBER),
    Shown("unknown", says.STANDINGS["unknown"], WHOLE_NUMBER),
    Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER),
    Shown("regions", says.COLUMN_REGIONS, WHOLE_NUMBER),
    Shown("from_year", says.COLUMN_FROM_YEAR, YEAR),
    Shown("to_year", says.COLUMN_TO_YEAR, YEAR),
)
MEMBER_COLUMNS: Final = (
    Shown("agency", COLUMN_AGENCY),
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("relation", says.COLUMN_STANDING),
    Shown("resemblance", says.COLUMN_RESEMBLANCE_FIRST, PERCENT),
    Shown("day", COLUMN_PUBLISHED),
    Shown("region", REGION),
)


def ranked_columns(measure: Word) -> tuple[Shown, ...]:
    """The columns of the ranking; a measure with a unit is no share."""
    return (
        Shown("agency", COLUMN_AGENCY),
        Shown("region", REGION),
        Shown("kind_label", KIND),
        Shown("year", COLUMN_YEAR, YEAR),
        Shown("value", COLUMN_VALUE, PERCENT if measure.unit is None else AMOUNT),
        Shown("percentile", says.COLUMN_PERCENTILE, PERCENT, says.PERCENTILE_HELP),
        Shown("among", says.COLUMN_AMONG, WHOLE_NUMBER, says.AMONG_HELP),
        Shown("characters", says.COLUMN_CHARACTERS, WHOLE_NUMBER),
        Shown("why_not", says.COLUMN_WHY_NOT),
        Shown("other", says.COLUMN_OTHER),
    )


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(says.REUSE), view.say(says.REUSE_PURPOSE)):
        return
    show_measures(view)
    show_shared(view)


def show_measures(view: View) -> None:
    """One measure in one year: how the reports spread, and which stand first within their peers."""
    left, right = st.columns([0.6, 0.4])
    options = [option_of(measure_word(name), view.language) for name in MEASURES]
    with left:
        name = choose_one(Choice("reuse_measure", view.say(says.MEASURE), options))
    years = view.ask(reuse_years, view.selection, name)
    if years.is_empty():
        return
    first = next((k for k, known in enumerate(years["known"]) if known), 0)
    with right:
        choice = Choice("reuse_year", view.say(COLUMN_YEAR), [Option(year, str(year)) for year in years["year"]])
        year = choose_one(choice, first)
    measure, counted = measure_word(name), view.ask(reuse_spread, view.selection, name, year, BINS)
    reports = view.ask(reuse_of_year, view.selection, name, year, LISTED)
    rows, named = partial(ranked_rows, view, reports), Called(measure.label(view.language), (year,))
    whole = Whole(
        int(counted["reports"].sum()),
        lambda: ranked_rows(view, view.ask_once(reuse_of_year, view.selection, name, year)),
    )
    told, columns = [measure, measure_word(f"{name}_percentile")], ranked_columns(measure)
    left, right = st.columns(2)
    with left:
        picture = drawn(spread, counted, measure, year, view.language)
        show_panel(view, "reuse-spread", picture, rows, columns, told, whole=whole, called=named)
    with right:
        ranked = int(counted["ranked"].head(1).sum())
        picture = drawn(leading, reports, ranked, measure, year, view.language, lowest_first=name in LOW_FIRST)
        picked = show_panel(
            view, "reuse-ranked", picture, rows, columns, told, pick="report_id", whole=whole, called=named
        )
    if picked is not None:
        open_evidence(reports.row(by_predicate=pl.col("report_id") == picked, named=True))


def open_evidence(report: dict[str, Any]) -> None:
    """Both texts of a report that was compared with another, else its own in the source."""
    if report["other_report_id"] is not None:
        to_pair(report["report_id"], report["other_report_id"])
    to_section(report["report_id"], "problems")


def ranked_rows(view: View, reports: pl.DataFrame) -> pl.DataFrame:
    """The reports with words for who, what has no number, and what they were compared with."""
    told = [why_not(row, view.language) or view.say(says.RANKED) for row in reports.iter_rows(named=True)]
    other = [other_in_words(view, row) for row in reports.iter_rows(named=True)]
    return placed(view, reports).with_columns(
        kinds_in_words(view),
        pl.Series("why_not", told, dtype=pl.String),
        pl.Series("other", other, dtype=pl.String),
    )


def other_in_words(view: View, report: dict[str, Any]) -> str:
    """The report that this one was compared with, or that there is none."""
    if report["other_report_id"] is None:
        return view.say(says.NO_OTHER)
    return view.say(says.REPORT_OF, agency=report["other_name"] or view.say(UNNAMED), year=report["other_year"])


def show_shared(view: View) -> None:
    """The texts that several agencies share, and one of them."""
    texts = view.ask(shared_texts_found, view.selection)
    first, perhaps = (view.say(says.STANDINGS[name]) for name in ("first", "perhaps"))
    rows = texts.with_columns(
        or_word("first_name", view.say(UNNAMED)).alias("first"),
        or_word("first_place", view.say(UNKNOWN_REGION)).alias("place"),
        pl.col("first_published").cast(pl.String).alias("first_day"),
        pl.when("first_is_sure").then(pl.lit(first)).otherwise(pl.lit(perhaps)).alias("sure"),
    )
    picture = drawn(shared_bars, texts, view.language)
    words = [SHARED_TEXT, match_word("resemblance"), match_word("is_same_parent")]
    picked = show_panel(view, "shared-texts", picture, rows, TEXT_COLUMNS, words, pick="text_id")
    if texts.is_empty():
        st.info(view.say(says.NONE_FOUND_DO))
        return
    chosen = chosen_text(texts["text_id"].to_list(), picked)
    show_members(view, rows.row(by_predicate=pl.col("text_id") == chosen, named=True))


def chosen_text(there: list[str], picked: str | None) -> str:
    """The shared text that is picked or that the address names; the largest until then."""
    new = newly_picked("shared texts", picked)
    if new is not None:
        st.query_params[SHARED_KEY] = new
    wanted = st.query_params.get(SHARED_KEY, "")
    return wanted if wanted in there else there[0]


def show_members(view: View, text: dict[str, Any]) -> None:
    """Who used one shared text: by place and year, and one by one; picking a member sets it beside the first."""
    parts = view.ask(members_by_part, view.selection, text["text_id"], parts_below(view.area_level))
    standings = {name: view.say(word) for name, word in says.STANDINGS.items()}
    members = placed(view, view.ask(members_of, view.selection, text["text_id"])).with_columns(
        pl.col("published_on").cast(pl.String).alias("day"), pl.col("standing").replace(standings).alias("relation")
    )
    left, right = st.columns(2)
    with left:
        picture = drawn(members_board, parts, text["first"], view.language, is_sure=text["first_is_sure"])
        show_panel(view, "shared-text", picture, members, MEMBER_COLUMNS, called=Called(text["first"]))
    with right.container(border=True, height="stretch"):
        title = view.say(says.MEMBERS_TITLE, first=text["first"], n=members.height, agencies=text["chosen"])
        st.subheader(escaped(title), anchor=False)
        st.caption(view.say(says.MEMBERS_DO))
        key = f"members {text['text_id']}"
        row = newly_picked(key, pick_row(view, key, members, MEMBER_COLUMNS, title, 360))
    if row is not None:
        member = members.row(row, named=True)
        going_to = member["first_report_id"]
        if member["report_id"] == going_to:
            to_section(going_to, "problems")
        to_pair(member["report_id"], going_to)


show(current_view())
