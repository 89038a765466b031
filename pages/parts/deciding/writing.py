"""Decisions written to their file: refused when the reader saw something else, told when it fails, undone on click."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.deciding import DecisionsError, SeenOtherError, Verdict, decide, undo
from etl.errors import UsageError
from etl.folders import DataDir
from etl.vocabulary.decisions import DECISIONS, REOPENED
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.checks import SEEN_CHANGED, UNDO, UNDO_REASON, UNDONE, WRITE_FAILED, WRITTEN
from pages.parts.deciding.lives import Lives
from pages.parts.faults import fault_in_words
from pages.parts.plain import escaped
from pages.parts.view import View, data_dir
from pages.queries.checks import Ids, findings_known

_DONE: Final = "decided in this session"
_UNDONE: Final = "undone in this session"
_WORDS: Final = {word.name: word for word in DECISIONS}


@dataclass(frozen=True, slots=True)
class _Done:
    """The last step of this session: where on the page, in which build, what, by whom, when.

    `before` has the number of the last decision on each finding before this step, None for one without any.
    """

    place: str
    build: str
    verdict: Verdict
    at: datetime
    before: dict[str, int | None]


def seen(view: View, findings: pl.DataFrame) -> str:
    """What the reader sees of findings: another text once somebody decides on one of them or its numbers change."""
    names = ("finding_id", "left_value", "right_value", "message", "standing", "decided_at")
    shown = findings.select(names).write_ipc(None).getvalue()
    return blake2b(view.data.key.encode() + shown, digest_size=16).hexdigest()


def write(view: View, place: str, findings: pl.DataFrame, verdict: Verdict) -> bool:
    """Whether the decision about all these findings, made at a place of the page, is written; if not, why is told."""
    at, before = datetime.now(UTC).replace(tzinfo=None), _last(findings)
    if not _went_through(view, lambda: decide(data_dir(), findings, verdict, at, before)):
        return False
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
    told = view.say(WRITTEN, n=cell_number(len(done.before)), decision=decision, who=done.verdict.who)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(escaped(told), icon=":material/done:")
        if st.button(view.say(UNDO), icon=":material/undo:", key=f"undo {place}"):
            _undo(view, lives, done)


def _undo(view: View, lives: Lives, done: _Done) -> None:
    """Puts the findings back to where they stood, unless somebody decided on one of them since."""
    now = findings_known(view.data.connection, Ids("", tuple(done.before)), Ids("", ()))
    by_me = (pl.col("decided_at") == done.at, pl.col("decided_by") == done.verdict.who)
    mine = lives.laid_over(now).filter(*by_me, pl.col("restored_by").is_null())
    if mine.height < len(done.before):
        tell_changed(view)
        return
    opened = Verdict(REOPENED, view.say(UNDO_REASON), done.verdict.who)
    if _went_through(view, lambda: undo(data_dir(), mine, done.before, _last(mine), opened)):
        st.session_state.pop(_DONE)
        st.session_state[_UNDONE] = (done.place, len(done.before))
        st.rerun()


def _last(findings: pl.DataFrame) -> dict[str, int | None]:
    """The number of the last decision on each finding as the page read it."""
    return dict(findings.select("finding_id", "number").iter_rows())


def _went_through(view: View, writing: Callable[[], object]) -> bool:
    """Whether the writing was not refused; if it was, why is told on the page."""
    try:
        writing()
    except SeenOtherError:
        tell_changed(view)
    except UsageError as fault:
        st.error(escaped(fault_in_words(fault, view.language)), icon=":material/edit_note:")
    except DecisionsError as fault:
        told: dict[str, Any] = {"fault": fault.__cause__ or fault, "file": DataDir(data_dir()).decisions}
        st.error(escaped(view.say(WRITE_FAILED, **told)), icon=":material/lock:")
    else:
        return True
    return False
