"""From a number to where it comes from: its formula, and each cell of it as a way into the document."""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import streamlit as st

from etl.vocabulary.form import MISSING, CellKey
from etl.vocabulary.indicators import Indicator
from etl.vocabulary.labels import CORRECTED, FORM_NAMES
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.origins import Operand, is_printed, operands
from etl.vocabulary.page_labels.agency import (
    ORIGIN_CELL,
    ORIGIN_FORMULA,
    ORIGIN_HELP,
    ORIGIN_NOT_PRINTED,
    ORIGIN_SIDES,
    ORIGIN_TITLE,
    SEE_CELL,
    SEE_CELL_LAST_YEAR,
    SEE_DOCUMENT,
    SEE_SENTENCE,
)
from pages.parts import going
from pages.parts.few_rows import only
from pages.parts.origins.asked import cell_in_words, section_in_words, status_in_words
from pages.parts.plain import escaped
from pages.parts.view import View
from pages.queries.agency import cells_read

_CELLS_OFFERED: Final = 6


def show_origin(view: View, key: str, agency_id: str, indicator: Indicator, row: Mapping[str, Any], value: str) -> None:
    """Where a number of a report (a row of `numbers_by_year` of the agency) comes from, as the reader sees it.

    `value` is that number in words. `key` names the place on the page. A click on a cell leads to its place in the
    document.
    """
    title = view.say(ORIGIN_TITLE, year=row["year"], indicator=indicator.label(view.language), value=value)
    st.markdown(f"**{escaped(title)}**", help=escaped(indicator.explanation(view.language)))
    st.caption(escaped(view.say(ORIGIN_FORMULA, formula=indicator.formula_text(view.language))))
    if not is_printed(indicator, row["form"]):
        form = FORM_NAMES[row["form"]]
        st.info(view.say(ORIGIN_NOT_PRINTED, form=view.say(form)))
        return
    cells = only(view.ask(cells_read, agency_id), "report_id", [row["report_id"]])
    read = {cell[1:4]: cell[4:] for cell in cells.iter_rows()}
    for side, group in groupby(operands(indicator), key=lambda operand: operand.side):
        st.caption(view.say(ORIGIN_SIDES[side]))
        named = [(o, cell) for o in group for cell in o.cells(is_one_row=row["is_one_row"])]
        with st.container(horizontal=True, gap="small"):
            for operand, cell in named:
                sign = _sign(operand, is_alone=len(named) == 1)
                label = view.say(
                    ORIGIN_CELL,
                    sign=sign,
                    cell=cell_in_words(cell, view.language),
                    value=_read_as(view, read.get(cell)),
                )
                _way_to(view, f"{key} {side} {':'.join(cell)}", row["report_id"], cell, label)


def show_ways(view: View, key: str, report_id: str, cells: str) -> None:
    """Ways to the first sentences and cells that a finding names in its JSON list, and to the document itself."""
    everything = json.loads(cells)
    named = [c for c in everything if c["item"] and c["measure"]]
    with st.container(horizontal=True, gap="small"):
        sentences = {(one["section"], one["position"]) for one in everything if one.get("section")}
        for section, at in sorted(sentences)[:_CELLS_OFFERED]:
            _way_to_sentence(view, key, report_id, section, at)
        for one in named[:_CELLS_OFFERED]:
            cell, elsewhere = (one["table"], one["item"], one["measure"]), one.get("report_id")
            says = SEE_CELL_LAST_YEAR if elsewhere else SEE_CELL
            label = view.say(says, cell=cell_in_words(cell, view.language))
            _way_to(view, f"{key} {elsewhere or ''} {':'.join(cell)}", elsewhere or report_id, cell, label)
        if st.button(view.say(SEE_DOCUMENT), key=f"{key} document", icon=":material/description:"):
            going.to_report(report_id)


def _way_to(view: View, key: str, report_id: str, cell: CellKey, label: str) -> None:
    if st.button(escaped(label), key=key, help=view.say(ORIGIN_HELP), icon=":material/find_in_page:"):
        going.to_cell(report_id, *cell)


def _way_to_sentence(view: View, key: str, report_id: str, section: str, at: int) -> None:
    """A way to a sentence; to section five as a whole, whose sentences the warehouse numbers otherwise."""
    number = str(at) if at and section != "problems" else ""
    label = view.say(SEE_SENTENCE, section=section_in_words(section, view.language))
    if st.button(label, key=f"{key} {section} {at}", help=view.say(ORIGIN_HELP), icon=":material/find_in_page:"):
        going.to_section(report_id, section, number)


def _sign(operand: Operand, *, is_alone: bool) -> str:
    if operand.is_taken_off:
        return "− "
    return "" if is_alone else "+ "


def _read_as(view: View, cell: Sequence[Any] | None) -> str:
    """What was read in a cell: its number, or in words why there is none."""
    value, status, _, correction = cell or (None, MISSING, "", None)
    said = status_in_words(status, view.language) if value is None else cell_number(value)
    return view.say(CORRECTED, value=said) if correction else said
