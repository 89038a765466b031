"""The panel that offers letters: one to an agency, or one to each agency under the filters in a .zip."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import polars as pl
import streamlit as st

from etl.deciding import decisions_in_force
from etl.deciding.store import DecisionsError
from etl.vocabulary.decisions import DISMISSED
from etl.vocabulary.labels import FILE_FORMAT, UNNAMED, Text, joined
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels import letters as says
from pages.parts.choosing.address import Choice, choose_switch, options_of
from pages.parts.faults import fault_in_words
from pages.parts.letters.files import FORMS, ZIP_MIME, Form, write_zip
from pages.parts.letters.gathering import NoLetterError, Wanted, letter_to, letters_due, letters_to, standings_of_one
from pages.parts.letters.letter import Sender
from pages.parts.plain import escaped
from pages.parts.taking.extract_button import offer_written
from pages.parts.taking.file_door import Offered
from pages.parts.taking.files import file_name, safe
from pages.parts.view import View, data_dir
from pages.queries.agency import agency_facts
from pages.queries.selection import Selection

_DOWNLOADS: Final = {"word": says.DOWNLOAD_WORD, "page": says.DOWNLOAD_PAGE}
_LETTERS_A_MINUTE: Final = 1200
_LONGEST_TYPED: Final = 60
Counter = Callable[[Wanted], int]
"""How many findings would go into letters, were they wanted so."""


def offer_letters(view: View, key: str, agency_id: str | None = None) -> None:
    """A fold that holds `show_letters`: drawn once the reader opens it, or when a link says what goes into a letter."""
    is_asked = any(f"{key}_{what}" in st.query_params for what in ("findings", "notes", "form"))
    fold = st.expander(
        view.say(says.LETTER), expanded=is_asked, key=f"fold {key}", on_change="rerun", icon=":material/mail:"
    )
    if fold.open:
        with fold:
            show_letters(view, key, agency_id)


def show_letters(view: View, key: str, agency_id: str | None = None) -> None:
    """What goes into a letter to an agency, and the letter as a file; without an agency, of all under the filters.

    `key` begins the names of the choices in the address. Of an agency the years chosen count, other filters do not.
    """
    with st.container(border=True):
        head = st.empty()
        st.caption(view.say(says.LETTER_HOW))
        try:
            decisions = decisions_in_force(data_dir())
        except DecisionsError as fault:
            # Nobody knows then what was dismissed, and that must never be sent.
            told = view.say(says.NO_DECISIONS, fault=fault_in_words(fault, view.language))
            st.error(escaped(told), icon=":material/lock:")
            return
        wanted = _choose(view, key, decisions)
        if agency_id is None:
            title = _show_many(view, key, wanted)
        else:
            title = _show_one(view, key, replace(wanted, selection=Selection(years=view.selection.years)), agency_id)
        head.subheader(title, anchor=False)


def _choose(view: View, key: str, decisions: pl.DataFrame) -> Wanted:
    """Which findings go into the letter, and what the reader types; what is typed stays in his session."""
    which = {"confirmed": says.ONLY_CONFIRMED, "open": says.CONFIRMED_AND_OPEN}
    notes = {"without": says.WITHOUT_NOTES, "with": says.WITH_NOTES}
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        standing = _switch(view, f"{key}_findings", says.WHICH_FINDINGS, which, says.WHICH_HELP)
        noted = _switch(view, f"{key}_notes", says.NOTES, notes, says.NOTES_HELP)
    left, right = st.columns(2)
    with left:
        office = _typed(view, "letter office", says.OFFICE, says.OFFICE_PLACEHOLDER)
    with right:
        deadline = _typed(view, "letter deadline", says.DEADLINE, says.DEADLINE_PLACEHOLDER)
    return Wanted(view.selection, decisions, standing == "open", noted == "with", Sender(office, deadline))


def _show_one(view: View, key: str, wanted: Wanted, agency_id: str) -> str:
    """The files of one letter; the title of the panel comes back."""
    standings = standings_of_one(view, wanted, agency_id)
    if not standings.filter(pl.col("agency") == "").is_empty():
        st.caption(view.say(says.NAMELESS))
        return view.say(says.LETTER_TITLE_NAMELESS)
    n = wanted.kept(standings).height
    dismissed = standings.filter(pl.col("standing") == DISMISSED).height
    _tell_left(view, wanted, n, lambda other: other.kept(standings).height, dismissed)
    if not n:
        return view.say(says.LETTER_TITLE_NONE)
    with st.container(horizontal=True, gap="small"):
        for code, form in FORMS.items():
            _offer_one(view, f"{key} {code}", form, wanted, agency_id)
    return view.say(says.LETTER_TITLE, n=cell_number(n))


def _offer_one(view: View, key: str, form: Form, wanted: Wanted, agency_id: str) -> None:
    """A button that gives the letter as decisions stand at the click; nothing is written before."""
    folder = data_dir()

    def write(path: Path) -> None:
        path.write_bytes(form.writer(view.language).written(letter_to(view, wanted.now(folder), agency_id)))

    name = view.ask(agency_facts, agency_id)["name"][0] or view.say(UNNAMED)
    years = "+".join(map(str, wanted.selection.years))
    parts = (view.say(says.LETTER), name, years)
    file = f"{'_'.join(safe(part) for part in parts if part)}.{form.writer.ending}"
    label = view.say(_DOWNLOADS[key.rsplit(" ", 1)[-1]])
    holds = (agency_id, *_chosen(wanted))
    offer_written(view, key, Offered(file, form.writer.mime, write), holds, label, says.NOT_MADE)


def _show_many(view: View, key: str, wanted: Wanted) -> str:
    """The archive of all letters; the title of the panel comes back."""
    due = letters_due(view, wanted)
    n, letters = int(due["findings"].sum()), due.filter(pl.col("findings") > 0).height
    _tell_left(view, wanted, n, lambda other: int(letters_due(view, other)["findings"].sum()), 0)
    if not letters:
        return view.say(says.LETTERS_TITLE_NONE)
    without, minutes = due.height - letters, round(letters / _LETTERS_A_MINUTE)
    notes = ((says.LETTERS_ALSO, without), (says.LETTERS_TIME, minutes))
    st.caption(joined((view.say(text, n=cell_number(number)) for text, number in notes if number), view.language))
    forms = {code: form.label for code, form in FORMS.items()}
    form = FORMS[_switch(view, f"{key}_form", FILE_FORMAT, forms)]
    _offer_many(view, key, form, wanted, due)
    return view.say(says.LETTERS_TITLE, letters=cell_number(letters), n=cell_number(n))


def _offer_many(view: View, key: str, form: Form, wanted: Wanted, due: pl.DataFrame) -> None:
    """A button that has the letters written on the server, as decisions stand at the click."""
    folder = data_dir()

    def write(path: Path) -> None:
        now = wanted.now(folder)
        every = letters_due(view, now)
        agencies = every.filter(pl.col("findings") > 0)["agency_id"].to_list()
        if not agencies:
            raise NoLetterError("没有可列入的发现（no finding to go into a letter）")
        write_zip(path, form, view.language, every.iter_rows(named=True), letters_to(view, now, agencies))

    name = f"{file_name(view, view.say(says.LETTER))}.zip"
    letters = due.filter(pl.col("findings") > 0).height
    label = view.say(says.DOWNLOAD_ZIP, n=cell_number(letters), form=view.say(form.label))
    holds = (form.writer.ending, *_chosen(wanted))
    offer_written(view, f"{key} letters", Offered(name, ZIP_MIME, write), holds, label, says.NOT_MADE)


def _chosen(wanted: Wanted) -> tuple[object, ...]:
    """What makes a file another than one for other choices; decisions are read when it is written."""
    return (wanted.selection, wanted.with_open, wanted.with_notes, wanted.sender)


def _tell_left(view: View, wanted: Wanted, n: int, count: Counter, dismissed: int) -> None:
    """What does not go into the letter, and what to do when nothing does."""
    still_open = 0 if wanted.with_open else count(replace(wanted, with_open=True)) - n
    notes = 0 if wanted.with_notes else count(replace(wanted, with_notes=True)) - n
    left = ((says.LEFT_OPEN, still_open), (says.LEFT_NOTES, notes), (says.LEFT_DISMISSED, dismissed))
    told = [view.say(text, n=cell_number(number)) for text, number in left if number]
    if still_open and not n:
        told.append(view.say(says.CONFIRM_FIRST))
    if told:
        st.caption(escaped(joined(told, view.language)))


def _switch(view: View, key: str, label: Text, texts: Mapping[str, Text], told: Text | None = None) -> str:
    choices = options_of(texts, view.language)
    return choose_switch(Choice(key, view.say(label), choices, help=view.say(told) if told else None))


def _typed(view: View, key: str, label: Text, placeholder: Text) -> str:
    return st.text_input(
        view.say(label),
        placeholder=view.say(placeholder),
        help=view.say(says.TYPED_HELP),
        max_chars=_LONGEST_TYPED,
        key=key,
        persist_state="session",
    ).strip()
