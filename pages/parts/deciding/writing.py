"""Decisions written to their file: refused when the reader saw something else, told when it fails, undone on click."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.deciding import DecisionsError, SeenOtherError, Verdict, decide
from etl.errors import UsageError
from etl.folders import DataDir
from etl.vocabulary.decisions import CONFIRMED, DECISIONS, DISMISSED, REOPENED
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.checks import SEEN_CHANGED, UNDO, UNDO_REASON, UNDONE, WRITE_FAILED, WRITTEN
from pages.parts.deciding.lives import Lives
from pages.parts.plain import escaped
from pages.parts.view import View, data_dir
from pages.queries.checks import Ids, findings_known

_DONE: Final = "decided in this session"
_UNDONE: Final = "undone in this session"
_KEPT: Final = (CONFIRMED, DISMISSED)
"""Decisions that apply to a finding as it is now, and so can be made again."""
_WORDS: Final = {word.name: word for word in DECISIONS}


@dataclass(frozen=True, slots=True)
class _Done:
    """The last step of this session: where on the page, in which build, what, by whom, when; and how all stood."""

    place: str
    build: str
    verdict: Verdict
    at: datetime
    before: pl.DataFrame


def seen(view: View, findings: pl.DataFrame) -> str:
    """What the reader sees of findings: another text once somebody decides on one of them or its numbers change."""
    names = ("finding_id", "left_value", "right_value", "message", "standing", "decided_at")
    shown = findings.select(names).write_ipc(None).getvalue()
    return blake2b(view.data.key.encode() + shown, digest_size=16).hexdigest()


def write(view: View, place: str, findings: pl.DataFrame, verdict: Verdict) -> bool:
    """Whether the decision about all these findings, made at a place of the page, is written; if not, why is told."""
    at = datetime.now(UTC).replace(tzinfo=None)
    if not _written(view, findings, verdict, at):
        return False
    before = findings.select("finding_id", "standing", "decision", "reason")
    st.session_state[_DONE] = _Done(place, view.data.key, verdict, at, before)
    st.session_state.pop(_UNDONE, None)
    return True


def tell_changed(view: View) -> None:
    """That nothing was written, since the findings are not what the reader saw."""
    st.error(view.say(SEEN_CHANGED), icon=":material/sync_problem:")


def show_done(view: View, lives: Lives, place: str) -> None:
    """What this session wrote last, when it was at this place of the page, with a button that undoes it."""
    where, number = st.session_state.get(_UNDONE, ("", 0))
    if where == place:
        st.success(view.say(UNDONE, n=cell_number(number)), icon=":material/undo:")
    done: _Done | None = st.session_state.get(_DONE)
    if done is None or (done.build, done.place) != (view.data.key, place):
        return
    decision = _WORDS[done.verdict.decision].label(view.language)
    told = view.say(WRITTEN, n=cell_number(done.before.height), decision=decision, who=done.verdict.who)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(escaped(told), icon=":material/done:")
        if st.button(view.say(UNDO), icon=":material/undo:", key=f"undo {place}"):
            _undo(view, lives, done)


def _undo(view: View, lives: Lives, done: _Done) -> None:
    """Puts the findings back to where they stood, unless somebody decided on one of them since.

    What was open or outdated is open again: a decision on other numbers cannot be made once more.
    """
    now = findings_known(view.data.connection, Ids("", tuple(done.before["finding_id"])), Ids("", ()))
    standing_now = lives.laid_over(now)
    mine = standing_now.filter(pl.col("decided_at") == done.at, pl.col("decided_by") == done.verdict.who)
    if mine.height < done.before.height:
        tell_changed(view)
        return
    who, reason = done.verdict.who, view.say(UNDO_REASON)
    for row in done.before.select("standing", "decision", "reason").unique(maintain_order=True).iter_rows(named=True):
        same = [pl.col(name).eq_missing(pl.lit(value, pl.String)) for name, value in row.items()]
        ids = done.before.filter(*same)["finding_id"].implode()
        is_kept = row["standing"] in _KEPT
        verdict = Verdict(row["decision"], row["reason"], who) if is_kept else Verdict(REOPENED, reason, who)
        if not _written(view, mine.filter(pl.col("finding_id").is_in(ids)), verdict, datetime.now(UTC)):
            return
    st.session_state.pop(_DONE)
    st.session_state[_UNDONE] = (done.place, done.before.height)
    st.rerun()


def _written(view: View, findings: pl.DataFrame, verdict: Verdict, at: datetime) -> bool:
    try:
        decide(data_dir(), findings, verdict, at, dict(findings.select("finding_id", "number").iter_rows()))
    except SeenOtherError:
        tell_changed(view)
    except UsageError as fault:
        st.error(escaped(str(fault)), icon=":material/edit_note:")
    except DecisionsError as fault:
        told: dict[str, Any] = {"fault": fault.__cause__ or fault, "file": DataDir(data_dir()).decisions}
        st.error(escaped(view.say(WRITE_FAILED, **told)), icon=":material/lock:")
    else:
        return True
    return False
