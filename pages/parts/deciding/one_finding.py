"""One finding in the words of the form: rule, both sides, the difference, the cells, the place, its history."""

from collections.abc import Mapping
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.deciding import DecisionsError, history
from etl.vocabulary.decisions import DECISIONS, FIXED, OPEN, OUTDATED
from etl.vocabulary.labels import COLUMN_DELTA, ONE_YEAR
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels import checks as says
from etl.vocabulary.rules import RULE_BY_NAME, UNCERTAIN
from pages.parts import going
from pages.parts.deciding.form import chosen_rows, show_form
from pages.parts.deciding.grounds import show_cells, show_in_document, show_sentences
from pages.parts.deciding.list_of_findings import in_words
from pages.parts.deciding.lives import Lives
from pages.parts.deciding.writing import show_done
from pages.parts.faults import fault_in_words
from pages.parts.in_sight import bring_into_sight
from pages.parts.plain import escaped
from pages.parts.view import View, data_dir
from pages.queries.checks import finding_by_id

_DECISION_WORDS: Final = {word.name: word for word in DECISIONS}
_NOBODY: Final = ("", None)
_MARK: Final = '<span style="scroll-initial-target:nearest;scroll-margin:4.5rem 0 75vh"></span>'
"""The place that `bring_into_sight` moves to: the head of the finding, with room for it below."""


def tell_gone(view: View, lives: Lives) -> None:
    """What may have become of the finding that the address names when there is no such finding."""
    asked = st.query_params.get(going.FINDING_KEY, "")
    if not asked or not _asked(view, lives, asked).is_empty():
        return
    with st.container(border=True):
        st.subheader(escaped(view.say(says.FINDING_GONE, finding=asked[:40])), anchor=False)
        st.write(view.say(says.FINDING_GONE_DO))
        _show_close(view)


def show_asked(view: View, lives: Lives) -> None:
    """The finding that the address names; nothing when it names none, or one that there is not."""
    asked = st.query_params.get(going.FINDING_KEY, "")
    found = _asked(view, lives, asked) if asked else None
    if found is None or found.is_empty():
        return
    with st.container(border=True):
        st.html(_MARK)
        show_done(view, lives, asked)
        _show(view, lives, found)
    bring_into_sight(f"finding {asked}")


def _asked(view: View, lives: Lives, finding_id: str) -> pl.DataFrame:
    """The finding of the build, or else as it was seen when somebody decided on it; no row when nobody knows it."""
    found = lives.laid_over(view.ask(finding_by_id, finding_id))
    return lives.gone.filter(pl.col("finding_id") == finding_id) if found.is_empty() else found


def _show(view: View, lives: Lives, found: pl.DataFrame) -> None:
    finding, said = found.row(0, named=True), in_words(view, found).row(0, named=True)
    head, close = st.columns([0.86, 0.14])
    with head:
        year = says.YEAR_UNKNOWN.say(view.language) if said["year"] is None else view.say(ONE_YEAR, year=said["year"])
        told = view.say(says.FINDING_TITLE, agency=said["agency"], year=year, rule=said["rule"])
        st.subheader(escaped(told), anchor=False)
    with close:
        _show_close(view)
    st.caption(" · ".join(escaped(said[name]) for name in ("severity", "state", "standing", "place")))
    st.markdown(f"**{escaped(said['message'])}**")
    _show_standing(view, finding)
    left, right = st.columns([0.5, 0.5], gap="medium")
    with left:
        _show_rule(view, finding)
        _show_sides(view, finding, said)
        _show_ways(view, finding)
    with right:
        if not lives.fault and finding["standing"] != FIXED:
            st.markdown(f"**{view.say(says.DECIDE_ONE)}**")
            show_form(view, finding["finding_id"], f"one {finding['finding_id']}", chosen_rows(view, found))
        _show_history(view, finding["finding_id"])
    show_sentences(finding, view)
    show_cells(view, finding)
    st.markdown(f"**{view.say(says.IN_DOCUMENT)}**")
    show_in_document(view, finding)


def _show_close(view: View) -> None:
    if st.button(view.say(says.CLOSE_FINDING), icon=":material/close:", key="close finding"):
        st.query_params.pop(going.FINDING_KEY, None)
        st.rerun()


def _show_standing(view: View, finding: Mapping[str, Any]) -> None:
    """What was decided, and whether that still applies."""
    if finding["standing"] == FIXED:
        st.info(view.say(says.FINDING_FIXED), icon=":material/task_alt:")
    if finding["standing"] == OPEN:
        return
    english = {"zh": "decided_on", "en": "decided_on_en"}[view.language]
    told = {"decision": _DECISION_WORDS[finding["decision"]].label(view.language), "who": finding["decided_by"]}
    told |= {"day": f"{finding['decided_at']:%Y-%m-%d}"}
    if finding["standing"] == OUTDATED:
        st.warning(escaped(view.say(says.OUTDATED, then=finding[english] or "", **told)), icon=":material/history:")
        return
    reason = view.say(says.HISTORY_REASON, reason=finding["reason"]) if finding["reason"] else ""
    st.info(escaped(view.say(says.DECIDED, reason=reason, **told)), icon=":material/how_to_reg:")


def _show_rule(view: View, finding: Mapping[str, Any]) -> None:
    """What the rule asks, and of one that cannot be judged why."""
    rule = RULE_BY_NAME.get(finding["rule"])
    if rule is None:
        return
    st.markdown(f"**{view.say(says.ASKS)}**　{escaped(rule.explanation(view.language))}")
    why = {"zh": rule.uncertain_when, "en": rule.uncertain_when_en}[view.language]
    if finding["state"] == UNCERTAIN and why:
        st.info(escaped(view.say(says.WHY_UNCERTAIN, why=why)), icon=":material/help:")


def _show_sides(view: View, finding: Mapping[str, Any], said: Mapping[str, Any]) -> None:
    """What was compared with what came out, and both sides with their difference."""
    st.markdown(f"**{view.say(says.COMPARED)}**　{escaped(said['expression'])}")
    sides = {says.LEFT_SIDE: "left_value", says.RIGHT_SIDE: "right_value", COLUMN_DELTA: "delta"}
    if finding["left_value"] is None and finding["right_value"] is None:
        st.caption(view.say(says.NO_SIDES))
        return
    for place, (label, name) in zip(st.columns(3), sides.items(), strict=True):
        value = finding[name]
        shown = view.say(says.NO_SIDES) if value is None else cell_number(value).replace("-", "−")
        place.metric(view.say(label), shown, border=True)


def _show_ways(view: View, finding: Mapping[str, Any]) -> None:
    with st.container(horizontal=True, gap="small"):
        if st.button(view.say(says.SEE_SOURCE), key="finding source", icon=":material/description:"):
            going.to_report(finding["report_id"])
        if st.button(view.say(says.SEE_AGENCY), key="finding agency", icon=":material/account_balance:"):
            going.to_agency(finding["agency_id"])


def _show_history(view: View, finding_id: str) -> None:
    """Every decision ever made about a finding, the latest first."""
    try:
        made = history(data_dir(), finding_id)
    except DecisionsError as fault:
        failed = view.say(says.READ_FAILED, fault=fault_in_words(fault, view.language))
        st.warning(escaped(failed), icon=":material/lock:")
        return
    if made.is_empty():
        st.caption(view.say(says.HISTORY_NONE))
        return
    with st.expander(view.say(says.HISTORY_TITLE, n=made.height)):
        for row in made.reverse().iter_rows(named=True):
            reason = view.say(says.HISTORY_REASON, reason=row["reason"]) if row["reason"] not in _NOBODY else ""
            decision, at = _DECISION_WORDS[row["decision"]].label(view.language), f"{row['decided_at']:%Y-%m-%d %H:%M}"
            told = {"who": row["decided_by"], "decision": decision, "reason": reason}
            if row["restored_by"] is None:
                st.text(view.say(says.HISTORY_LINE, time=at, **told))
                continue
            then = f"{row['restored_at']:%Y-%m-%d %H:%M}"
            st.text(view.say(says.HISTORY_RESTORED, time=then, restorer=row["restored_by"], made=at, **told))
