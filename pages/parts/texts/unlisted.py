"""Two reports that are no alike pair: which of the reasons holds for them, and the way to what is known."""

from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import LIST_MARK, joined
from etl.vocabulary.numerals import percent_number
from etl.vocabulary.page_labels.pair import (
    FIRST_SURE,
    FIRST_UNSURE,
    LESS_ALIKE,
    NOT_COMPARED,
    NOT_COMPARED_WHY,
    NOT_LISTED,
    ONLY_PREVIOUS,
    SEE_SHARED,
    SHARED_BY_BOTH,
)
from etl.vocabulary.reuse import PEERS_KEPT
from pages.parts.plain import escaped
from pages.parts.texts.beside import Row, name_of, why_uncompared
from pages.parts.view import View
from pages.queries.unlisted import comparisons_of, shared_by_both

_SHARED_KEY: Final = "shared"


def show_unmeasured(view: View, one: Row, other: Row) -> None:
    """Why there is no measure: not compared, or only with the earliest or the year before, or not alike."""
    why = [(name_of(view, report), why_uncompared(report, view.language)) for report in (one, other)]
    told = [view.say(NOT_COMPARED_WHY, report=name, why=reason) for name, reason in why if reason]
    if told:
        st.info(escaped(view.say(NOT_COMPARED, reasons=view.say(LIST_MARK).join(told))))
        return
    shared = view.ask(shared_by_both, one["report_id"], other["report_id"])
    if shared.is_empty():
        st.info(escaped(_why_unlisted(view, one, other)))
        return
    text = shared.row(0, named=True)
    st.info(escaped(_of_one_text(view, text, one, other)))
    label = view.say(SEE_SHARED)
    st.page_link(
        "pages/reuse.py", label=label, icon=":material/content_copy:", query_params={_SHARED_KEY: text["text_id"]}
    )


def _of_one_text(view: View, text: Row, one: Row, other: Row) -> str:
    """That both use one text, who used it first where that is sure, and how like it each is."""
    first = view.say(FIRST_SURE if text["first_is_sure"] else FIRST_UNSURE, first=name_of(view, text))
    shares = {"share": text["resemblance"], "other_share": text["other_resemblance"]}
    told = view.say(
        SHARED_BY_BOTH,
        n=text["agencies"],
        report=name_of(view, one),
        other=name_of(view, other),
        **{name: percent_number(share) for name, share in shares.items()},
    )
    return joined([told, first], view.language)


def _why_unlisted(view: View, one: Row, other: Row) -> str:
    """The reason, or those that may hold where the tables do not tell which does."""
    found = view.ask(comparisons_of, (one["report_id"], other["report_id"]))
    is_own = one["agency_id"] == other["agency_id"]
    if is_own and not found["previous_report_id"].is_in([one["report_id"], other["report_id"]]).any():
        return view.say(ONLY_PREVIOUS)
    may_be_alike = not is_own and found.select((pl.col("follows") | (pl.col("peers") >= PEERS_KEPT)).any()).item()
    return view.say(NOT_LISTED if may_be_alike else LESS_ALIKE)
