"""Two texts side by side: section five of two reports, what both say, who published first, what else is alike."""

from dataclasses import replace
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.coded import codes_of
from etl.vocabulary.labels import ALL_REGIONS, COLUMN_AGENCY, COLUMN_YEAR, REGION, joined
from etl.vocabulary.page_labels import pair as says
from etl.vocabulary.page_labels.agency import COLUMN_TEXT
from etl.vocabulary.reuse import OWN_REPORT
from pages.charts.wording import percent
from pages.parts.choosing.report_choice import year_in_words
from pages.parts.frame import open_page
from pages.parts.going import OTHER_KEY, THIS_KEY
from pages.parts.panel import download
from pages.parts.plain import brief, escaped
from pages.parts.table import PERCENT, YEAR, Shown, pick_row
from pages.parts.texts.beside import Row, agency_of, name_of, run_rows, runs_of, show_legend, show_side
from pages.parts.texts.unlisted import show_unmeasured
from pages.parts.view import View, current_view
from pages.queries.pairs import alike_of, texts_of_reports
from pages.queries.selection import EVERYTHING

RUN_COLUMNS: Final = (
    Shown("side", says.COLUMN_SIDE),
    Shown("text", COLUMN_TEXT),
    Shown("shared", says.COLUMN_SHARED),
    Shown("set_aside", says.COLUMN_SET_ASIDE),
)
ALIKE_COLUMNS: Final = (
    Shown("called", COLUMN_AGENCY),
    Shown("place", REGION),
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("relation", says.COLUMN_KIND_OF_PAIR),
    Shown("containment", says.COLUMN_CONTAINED, PERCENT),
    Shown("other_containment", says.COLUMN_CONTAINS, PERCENT),
    Shown("resemblance", says.COLUMN_RESEMBLANCE, PERCENT),
    Shown("published", says.COLUMN_ORDER),
    Shown("parent", says.COLUMN_PARENT),
)


def show(view: View) -> None:
    """The whole page."""
    open_page(view, view.say(says.PAIR), view.say(says.PAIR_PURPOSE))
    asked = tuple(st.query_params.get(key, "") for key in (THIS_KEY, OTHER_KEY))
    found = {row["report_id"]: row for row in view.ask(texts_of_reports, asked).iter_rows(named=True)}
    missing = [one for one in asked if one not in found]
    if missing or asked[0] == asked[1]:
        show_nothing(view, missing)
        return
    one, other = (found[report_id] for report_id in asked)
    alike = view.ask(alike_of, one["report_id"])
    show_pair(view, one, other, alike.filter(pl.col("report_id") == other["report_id"]))
    show_others(view, one, alike)


def show_nothing(view: View, missing: list[str]) -> None:
    """No pair, or a report that is gone: what to do next."""
    gone = next(filter(None, missing), "")
    with st.container(border=True):
        title = view.say(says.ONE_GONE, report=brief(gone)) if gone else view.say(says.NONE_ASKED)
        st.subheader(escaped(title), anchor=False)
        st.write(view.say(says.NONE_ASKED_DO if missing else says.SAME_TWICE))
        st.page_link("pages/reuse.py", label=view.say(says.TO_REUSE), icon=":material/content_copy:")


def show_pair(view: View, one: Row, other: Row, match: pl.DataFrame) -> None:
    """Both texts with what was measured of them; `match` is their row of `alike_of`, or none."""
    with st.container(border=True):
        measured = match.row(0, named=True) if match.height else None
        st.subheader(escaped(title_of(view, one, other, measured)), anchor=False)
        if measured is None:
            show_unmeasured(view, one, other)
        else:
            show_measures(view, measured, name_of(view, one), name_of(view, other))
        show_legend(view)
        runs = runs_of(one, other)
        for place, (report, told) in zip(
            st.columns(2), zip((one, other), runs or (None, None), strict=True), strict=True
        ):
            with place:
                show_side(view, report, told)
        with st.container(horizontal=True):
            if st.button(view.say(says.SWAP), icon=":material/swap_horiz:"):
                st.query_params.update({THIS_KEY: other["report_id"], OTHER_KEY: one["report_id"]})
                st.rerun()
            if runs:
                rows = in_words(view, run_rows(view, (one, other), runs))
                download(everywhere(view), "pair", rows, RUN_COLUMNS, title_of(view, one, other, measured))


def title_of(view: View, one: Row, other: Row, measured: Row | None) -> str:
    """Who is set beside whom, and that it is for review where the texts are alike."""
    own = measured is not None and measured["kind"] == OWN_REPORT
    title = says.TITLE_PLAIN if measured is None else says.TITLE_OWN if own else says.TITLE_ALIKE
    words = {"year": year_in_words(view, one["year"]), "other_year": year_in_words(view, other["year"])}
    return view.say(title, agency=agency_of(view, one), other=agency_of(view, other), **words)


def show_measures(view: View, measured: Row, one: str, other: str) -> None:
    """How much of each stands in the other, who was first, and what makes it legitimate or telling."""
    labels = {
        "containment": view.say(says.FOUND_IN, one=one, other=other),
        "other_containment": view.say(says.FOUND_IN, one=other, other=one),
        "resemblance": view.say(says.BOTH_WAYS),
    }
    for place, (name, label) in zip(st.columns(3), labels.items(), strict=True):
        with place.container(border=True, height="stretch"):
            st.caption(escaped(label))
            st.metric(label, percent(measured[name], view.language), label_visibility="collapsed")
    told = [view.say(says.ORDERS[measured["order"]], one=one, other=other)]
    told += [view.say(says.IDENTICAL)] if measured["is_identical"] else []
    if measured["kind"] != OWN_REPORT:
        inside = {True: says.INSIDE_PARENT, False: says.OUTSIDE_PARENT, None: says.PARENT_UNKNOWN}
        told.append(view.say(inside[measured["is_same_parent"]]))
    told += [view.say(says.NAMES_OTHER, name=measured["names_other"])] if measured["names_other"] else []
    st.markdown(escaped(joined(told, view.language)))


def show_others(view: View, one: Row, alike: pl.DataFrame) -> None:
    """Every report that is alike to the first one; picking one sets it beside that."""
    if alike.is_empty():
        return
    orders = {name: view.say(text) for name, text in says.ORDERS_SHORT.items()}
    parents = [view.say(says.STANDINGS[inside]) for inside in alike["is_same_parent"]]
    rows = alike.with_columns(
        pl.col("kind").replace(codes_of("text_matches", "kind", view.language)).alias("relation"),
        pl.col("order").replace(orders).alias("published"),
        pl.Series("parent", parents, dtype=pl.String),
        pl.Series("called", [agency_of(view, row) for row in alike.iter_rows(named=True)], dtype=pl.String),
    )
    with st.container(border=True):
        title = view.say(says.MORE_ALIKE, report=name_of(view, one), n=alike.height)
        st.subheader(escaped(title), anchor=False)
        st.caption(escaped(view.say(says.MORE_ALIKE_DO, report=name_of(view, one))))
        picked = pick_row(view, f"alike {one['report_id']}", rows, ALIKE_COLUMNS, title)
        download(everywhere(view), "alike", rows, ALIKE_COLUMNS, title)
    if picked is not None and rows["report_id"][picked] != st.query_params.get(OTHER_KEY):
        st.query_params[OTHER_KEY] = rows["report_id"][picked]
        st.rerun()


def in_words(view: View, rows: pl.DataFrame) -> pl.DataFrame:
    """The runs with yes and no in words; columns as in RUN_COLUMNS."""
    told = {
        name: pl.Series(name, [view.say(says.STANDINGS[value]) for value in rows[column]], dtype=pl.String)
        for name, column in (("shared", "is_shared"), ("set_aside", "is_masked"))
    }
    return rows.with_columns(**told).select(column.name for column in RUN_COLUMNS)


def everywhere(view: View) -> View:
    """The view without filters, which do not apply here."""
    return replace(view, selection=EVERYTHING, area=view.say(ALL_REGIONS), area_level=None)


show(current_view())
