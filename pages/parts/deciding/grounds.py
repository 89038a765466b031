"""What a finding points to: the cells with what was read in them, the sentence, and both in the document."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.vocabulary.page_labels.checks import (
    CELLS_ALT,
    CELLS_TITLE,
    COLUMN_WHOSE,
    LAST_REPORT,
    NOT_IN_DOCUMENT,
    SENTENCE_SAYS,
    THIS_REPORT,
)
from pages.parts import columns, going
from pages.parts.choosing.picking import newly_picked
from pages.parts.origins.asked import Asked, section_in_words, sentences_in, state_in_words, words_of
from pages.parts.origins.marked_cells import show_marked
from pages.parts.origins.original import original_of, show_document, tell_original
from pages.parts.origins.quoted import apart
from pages.parts.plain import escaped
from pages.parts.table import AMOUNT, Shown, pick_row
from pages.parts.view import View
from pages.queries.checks import left_overs_of
from pages.queries.source import cells_of, report_facts, sections_of

Spot = dict[str, Any]
CELL_COLUMNS: Final = (
    *columns.CELL,
    Shown("whose", COLUMN_WHOSE),
)
_ROW: Final = 35
_MOST_ROWS: Final = 7


def show_cells(view: View, finding: Mapping[str, Any]) -> None:
    """The cells of a finding with what was read in them; one that is ticked is shown in the document's own page."""
    spots = [one for one in spots_of(finding) if one["item"] and one["measure"]]
    if not spots:
        return
    rows = [(_whose(finding, one), _read(view, _whose(finding, one), one), one) for one in spots]
    words = [
        (*words_of({**one, "table_name": one["table"]}, view.language), cell, report != finding["report_id"])
        for report, cell, one in rows
    ]
    frame = pl.DataFrame(
        [
            (table, row, column, cell.get("value"), _state(view, cell), cell.get("raw", ""), _said(view, is_other))
            for table, row, column, cell, is_other in words
        ],
        schema={c.name: pl.Float64 if c.kind == AMOUNT else pl.String for c in CELL_COLUMNS},
        orient="row",
    )
    st.markdown(f"**{escaped(view.say(CELLS_TITLE, n=len(spots)))}**")
    key = f"cells of {finding['finding_id']}"
    height = _ROW * (min(frame.height, _MOST_ROWS) + 1) + 3
    picked = newly_picked(key, pick_row(view, key, frame, CELL_COLUMNS, view.say(CELLS_ALT), height))
    if picked is not None:
        report, _, one = rows[picked]
        going.to_cell(report, one["table"], one["item"], one["measure"])


def show_sentences(finding: Mapping[str, Any], view: View) -> None:
    """The sentences of a finding, the words that are meant on a coloured ground."""
    quotes = [one for one in spots_of(finding) if one.get("section")]
    for quote in quotes:
        if quote["sentence"]:
            before, said, after = apart(quote)
            marked = f":orange-background[**{escaped(said)}**]" if said else ""
            where = section_in_words(quote["section"], view.language)
            st.markdown(
                f"**{view.say(SENTENCE_SAYS)}** · {escaped(where)}\n\n> {escaped(before)}{marked}{escaped(after)}"
            )


def show_in_document(view: View, finding: Mapping[str, Any]) -> None:
    """The document with the sentence, or else the cells, of a finding marked."""
    spots, report_id = spots_of(finding), finding["report_id"]
    facts = view.ask(report_facts, report_id)
    if not spots or facts.is_empty():
        st.caption(view.say(NOT_IN_DOCUMENT))
        return
    document_id, path = facts["document_id"][0], facts["path"][0] or ""
    original = original_of(view, document_id, path)
    tell_original(view, original)
    if original is None or original.document is None:
        return
    cells = view.ask(cells_of, report_id)
    quote = next((one for one in spots if one.get("section")), None)
    asked = _asked(view, report_id, quote) if quote else None
    if asked is not None:
        show_document(view, original.document, document_id, asked, cells["place"])
        return
    own = [one for one in spots if not one.get("report_id") and not one.get("section")]
    show_marked(view, original.document, _texts(view, report_id, own), cells["place"])


def spots_of(finding: Mapping[str, Any]) -> list[Spot]:
    """What a finding points to, as `findings.cells` lists it."""
    return list(json.loads(finding["cells"] or "[]"))


def _texts(view: View, report_id: str, spots: Sequence[Spot]) -> list[tuple[str, str]]:
    """Place and text as read of each spot; of what is no cell of the form, where its text is known."""
    loose = dict(view.ask(left_overs_of, report_id).iter_rows())
    texts = []
    for one in spots:
        if one["item"] and one["measure"]:
            cell = _read(view, report_id, one)
            texts.append((cell.get("place", ""), cell.get("raw", "")))
        elif one["place"] in loose:
            texts.append((one["place"], loose[one["place"]]))
    return texts


def _asked(view: View, report_id: str, quote: Spot) -> Asked | None:
    """The part of the text that a sentence stands in, with the sentence; None when the report has no such part."""
    found = view.ask(sections_of, report_id).filter(pl.col("section") == quote["section"])
    if found.is_empty():
        return None
    section = found.row(0, named=True)
    sentences = sentences_in(section["text"])
    at = quote["position"] if quote["section"] != "problems" and quote["position"] <= len(sentences) else 0
    return Asked(section=section, sentences=sentences, at=at)


def _whose(finding: Mapping[str, Any], spot: Spot) -> str:
    return str(spot.get("report_id") or finding["report_id"])


def _read(view: View, report_id: str, spot: Spot) -> Mapping[str, Any]:
    """What was read in a cell; nothing where the document does not have it."""
    names = {"table_name": spot["table"], "item": spot["item"], "measure": spot["measure"]}
    found = view.ask(cells_of, report_id).filter(pl.col(name) == value for name, value in names.items())
    return {} if found.is_empty() else found.row(0, named=True)


def _state(view: View, cell: Mapping[str, Any]) -> str:
    return state_in_words(view, cell.get("status", "missing"), cell.get("correction"))


def _said(view: View, is_other: bool) -> str:
    return view.say(LAST_REPORT if is_other else THIS_REPORT)
