"""Checks: the findings by rule, year or region, each with its grounds and its source, and what was decided about it."""

from dataclasses import replace
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.decisions import OPEN, STANDINGS
from etl.vocabulary.labels import (
    COLUMN_DENOMINATOR,
    COLUMN_FINDINGS,
    COLUMN_NUMERATOR,
    COLUMN_PART,
    COLUMN_REPORTS,
    COLUMN_RULE,
    COLUMN_RULE_ASKS,
    COLUMN_SEVERITY,
    COLUMN_STATE,
    COLUMN_YEAR,
)
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels import checks as says
from etl.vocabulary.rules import RULE_BY_NAME
from pages.charts.bars import rule_label
from pages.charts.checks import finding_picture, group_rows, quality_board, rule_shares, with_shares
from pages.charts.rows import with_parts
from pages.parts.choosing.address import Choice, choose_switch, options_of
from pages.parts.deciding.counting import counted, listed
from pages.parts.deciding.form import MOST_AT_ONCE, Chosen, chosen_rows, show_form
from pages.parts.deciding.list_of_findings import show_list
from pages.parts.deciding.lives import Lives, lives_of
from pages.parts.deciding.one_finding import show_asked, tell_gone
from pages.parts.deciding.taking import offer_findings
from pages.parts.deciding.wanted import (
    EVERY_LIFE,
    PART,
    Wanted,
    choose_group,
    choose_wanted,
    follow,
    is_fixed_wanted,
    unfold,
)
from pages.parts.deciding.writing import show_done
from pages.parts.frame import open_page
from pages.parts.letters.panel import offer_letters
from pages.parts.panel import show_panel
from pages.parts.plain import escaped
from pages.parts.table import PERCENT, WHOLE_NUMBER, YEAR, Shown
from pages.parts.view import View, current_view, drawn
from pages.queries.checks import BY_RULE
from pages.queries.checks_quality import judgements_by_part, judgements_by_rule
from pages.queries.places import parts_below

COUNTS: Final = (
    Shown("severity", COLUMN_SEVERITY),
    Shown("state", COLUMN_STATE),
    Shown("findings", COLUMN_FINDINGS, WHOLE_NUMBER),
    Shown("open", says.COLUMN_OPEN, WHOLE_NUMBER),
    Shown("decided", says.COLUMN_DECIDED, WHOLE_NUMBER),
)
PICTURE_COLUMNS: Final = {
    BY_RULE: (Shown("group", COLUMN_RULE), Shown("asks", COLUMN_RULE_ASKS), *COUNTS),
    "year": (Shown("group", COLUMN_YEAR), *COUNTS),
    PART: (Shown("group", COLUMN_PART), *COUNTS),
}
JUDGED: Final = (
    Shown("rate", says.PASS_SHARE, PERCENT, says.PASS_SHARE_HELP),
    Shown("numerator", COLUMN_NUMERATOR, WHOLE_NUMBER),
    Shown("denominator", COLUMN_DENOMINATOR, WHOLE_NUMBER),
    *(Shown(name, text, WHOLE_NUMBER) for name, text in says.JUDGED_SO.items() if name != "passed"),
)
BY_PLACE: Final = "place"
IN_LIST: Final = "list"
"""Where on the page a decision about several findings is made, and told."""


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(says.CHECKS), view.say(says.CHECKS_PURPOSE)):
        return
    st.caption(escaped(view.say(says.FINDINGS_ARE)))
    lives = lives_of(view)
    if lives.fault:
        st.error(escaped(view.say(says.READ_FAILED, fault=lives.fault)), icon=":material/lock:")
    tell_gone(view, lives)
    wanted = choose_wanted(view)
    found = counted(view, wanted, wanted.conditions, lives, BY_RULE)
    notes = counted(view, wanted, wanted.notes, lives, BY_RULE) if wanted.is_folded else found.clear()
    folded = int(notes["findings"].sum())
    show_picture(view, wanted, lives, found, folded)
    show_rest(view, wanted, lives, notes)
    show_findings(view, wanted, lives, found, folded)
    show_quality(view)
    offer_letters(view, "letters", wanted.conditions.agency or None)


def show_picture(view: View, wanted: Wanted, lives: Lives, found: pl.DataFrame, folded: int) -> None:
    """Findings by rule, year or part; a click leaves only what was clicked."""
    by = choose_group(view)
    if by != BY_RULE:
        found = counted(view, wanted, wanted.conditions, lives, parts_below(view.area_level) if by == PART else by)
    rules = [RULE_BY_NAME[name] for name in found["rule"].unique(maintain_order=True) if name in RULE_BY_NAME]
    rows = group_rows(found, by, view.language)
    asks = {name: rule.explanation(view.language) for name, rule in RULE_BY_NAME.items()}
    rows = rows.with_columns(pl.col("key").replace(asks).alias("asks"))
    picture = drawn(finding_picture, found, by, view.language)
    if picture.is_empty and folded:
        picture = replace(picture, title=view.say(says.NOTHING_GRAVE_TITLE))
    picked = show_panel(view, f"findings-by-{by}", picture, rows, PICTURE_COLUMNS[by], [*rules, *STANDINGS], pick="key")
    follow(view, by, picked)


def show_rest(view: View, wanted: Wanted, lives: Lives, notes: pl.DataFrame) -> None:
    """What is not listed: notes that are folded, and findings that are fixed."""
    if not notes.is_empty():
        by_rule = notes.group_by("rule").agg(pl.col("findings").sum()).sort("findings", "rule", descending=True)
        told = {"rule": rule_label(by_rule["rule"][0], view.language), "most": cell_number(by_rule["findings"][0])}
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(view.say(says.FOLDED, n=cell_number(notes["findings"].sum()), **told), width="content")
            if st.button(view.say(says.UNFOLD), icon=":material/unfold_more:"):
                unfold()
    if lives.gone.height and not is_fixed_wanted(wanted):
        st.caption(view.say(says.IS_FIXED_TOO, n=cell_number(lives.gone.height)))


def show_findings(view: View, wanted: Wanted, lives: Lives, found: pl.DataFrame, folded: int) -> None:
    """The list, the finding that is open, and the form for several."""
    total = int(found["findings"].sum())
    if not total:
        show_done(view, lives, IN_LIST)
        show_nothing(view, wanted, folded)
        show_asked(view, lives)
        return
    with st.container(border=True):
        ticked = show_list(view, wanted, lives, total)
        show_done(view, lives, IN_LIST)
        can_decide = not lives.fault and not is_fixed_wanted(wanted)
        if can_decide and ticked.height:
            st.markdown(f"**{view.say(says.DECIDE_MANY, n=cell_number(ticked.height))}**")
            show_form(view, IN_LIST, "ticked", chosen_rows(view, ticked))
        elif can_decide:
            show_all_at_once(view, wanted, lives, found)
        offer_findings(view, wanted, lives, total)
    show_asked(view, lives)


def show_all_at_once(view: View, wanted: Wanted, lives: Lives, found: pl.DataFrame) -> None:
    """One decision for everything under the filters, folded away."""
    total = int(found["findings"].sum())
    with st.expander(view.say(says.DECIDE_ALL, n=cell_number(total))):
        if total > MOST_AT_ONCE:
            st.info(view.say(says.SCOPE_TOO_MANY, n=cell_number(total), most=cell_number(MOST_AT_ONCE)))
            return
        decided = int(found.filter(pl.col("standing") != OPEN)["findings"].sum())
        print_ = repr((view.data.key, lives.stamp, wanted, view.selection))
        rows = Chosen(total, decided, lambda: listed(view, wanted, lives, total), print_, is_unseen=True)
        show_form(view, IN_LIST, "all", rows)


def show_nothing(view: View, wanted: Wanted, folded: int) -> None:
    """No findings beside so many notes that are folded: what was judged, or what to choose instead."""
    judged = view.ask(judgements_by_rule, view.selection)
    with st.container(border=True):
        st.subheader(view.say(says.NOTHING_GRAVE_TITLE if folded else says.NOTHING_TITLE), anchor=False)
        if wanted.is_folded and wanted.life == EVERY_LIFE and not wanted.agency:
            sums = {name: judged[name].sum() for name in ("passed", "uncertain", "not_assessable")}
            told = {name: cell_number(n) for name, n in sums.items()}
            st.write(view.say(says.NOTHING_GRAVE if folded else says.NOTHING_AT_ALL, notes=cell_number(folded), **told))
        else:
            st.write(view.say(says.NOTHING_DO))


def show_quality(view: View) -> None:
    """The share of judgements that passed: by part and year, or rule by rule."""
    options = options_of({BY_PLACE: says.BY_PLACE_AND_YEAR, BY_RULE: says.BY_RULE}, view.language)
    by = choose_switch(Choice("passed_by", view.say(says.QUALITY_BOX), options))
    if by == BY_PLACE:
        judged = view.ask(judgements_by_part, view.selection, parts_below(view.area_level))
        rows = with_shares(with_parts(judged, view.language))
        columns = (Shown("part", COLUMN_PART), Shown("year", COLUMN_YEAR, YEAR), *JUDGED)
        show_panel(view, "passed-by-region", drawn(quality_board, judged, view.language), rows, columns)
        return
    judged = view.ask(judgements_by_rule, view.selection)
    rules = [RULE_BY_NAME[name] for name in judged["rule"] if name in RULE_BY_NAME]
    labels = pl.col("rule").replace({rule.name: rule.label(view.language) for rule in rules})
    rows = with_shares(judged).with_columns(labels)
    columns = (Shown("rule", COLUMN_RULE), *JUDGED, Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER))
    show_panel(view, "passed-by-rule", drawn(rule_shares, judged, view.language), rows, columns, rules)


show(current_view())
