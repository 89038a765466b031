"""Several regions and agencies out of many: found by name, or as a group; their codes stand in the address.

Streamlit would write labels into the address; codes stay right when a name changes. So this box alone is not bound,
and what it holds is written by hand: the address counts when the page is opened and when the reader goes back in the
history, the box counts as soon as it is used.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from etl.vocabulary.labels import FIND_PLACEHOLDER, NAME_WITH_PLACE, NOT_UNDERSTOOD, UNNAMED
from etl.vocabulary.page_labels.compare import (
    ALONE_THERE,
    ENTITIES,
    ENTITIES_MANY,
    ENTITIES_PLACEHOLDER,
    GROUP,
    GROUP_HELP,
    GROUPS,
    NO_AGENCY,
    NO_SIBLINGS,
    NOBODY_ALIKE,
    NOTHING_BELOW,
    SEEK,
)
from pages.parts.choosing.address import SEEK_WIDE, Choice, Option, choose_switch, options_of, type_text
from pages.parts.choosing.entities_told import tell_offered
from pages.parts.few_rows import only
from pages.parts.plain import brief, escaped
from pages.parts.view import View
from pages.queries.entities import AGENCY, ALIKE, NONE, PARTS, SIBLINGS, group_members, named_entities
from pages.queries.entity_offer import Offered, entities_offered

ENTITY_KEY: Final = "entity"
"""The address parameter that names the regions and agencies chosen, by code."""
MOST: Final = 12
_BOX: Final = "entity box"
_KEPT: Final = "entity codes in the address"


@dataclass(frozen=True, slots=True)
class Entities:
    """Who is compared: those chosen one by one, in the order chosen, then the members of a group without them.

    `names` has the name of each by code, no two alike; `agencies` are the codes that are agencies; `group_label` is
    what the group is called.
    """

    chosen: tuple[str, ...]
    group: tuple[str, ...]
    names: dict[str, str]
    agencies: frozenset[str]
    group_label: str

    @property
    def codes(self) -> tuple[str, ...]:
        """Everybody, those chosen first."""
        return self.chosen + self.group


def choose_entities(view: View, group: str) -> Entities:
    """Those chosen in the box, and the members of a group."""
    line = st.container(horizontal=True)
    with line:
        part = type_text("seek", view.say(SEEK), view.say(FIND_PLACEHOLDER), SEEK_WIDE)
    chosen, offered = _choose(view, group, part, line)
    tell_offered(view, part, offered)
    if chosen.height > MOST:
        st.caption(view.say(ENTITIES_MANY, n=chosen.height, shown=MOST))
    return _together(view, group, chosen.head(MOST))


def choose_group(view: View) -> str:
    """The group to compare, in its code: PARTS, SIBLINGS, ALIKE, or NONE."""
    options = options_of(GROUPS, view.language)
    return choose_switch(Choice("group", view.say(GROUP), options, help=view.say(GROUP_HELP)))


def _choose(view: View, group: str, part: str, line: DeltaGenerator) -> tuple[pl.DataFrame, Offered]:
    """The rows of those chosen in the box, and what it offers; codes of the address that nobody has are told."""
    asked = _asked(view)
    known = view.ask(named_entities, tuple(asked))
    for code in (code for code in asked if code not in set(known["code"])):
        note = view.say(NOT_UNDERSTOOD, value=brief(code), filter=view.say(ENTITIES))
        st.warning(escaped(note), icon=":material/link_off:")
    st.session_state[_BOX] = known["code"].to_list()
    offered = view.ask(entities_offered, view.selection.region, group, part, tuple(known["code"]))
    with line:
        _draw_box(view, offered.rows)
    _write(asked)
    return known, offered


def _asked(view: View) -> list[str]:
    """The codes that the address asks for where it has changed since we wrote it, else those in the box."""
    address, kept = _in_address(), st.session_state.get(_KEPT, [])
    if _BOX not in st.session_state:
        return address or kept
    if address != kept:
        return address
    box: list[str] = st.session_state[_BOX]
    return kept if box == view.ask(named_entities, tuple(kept))["code"].to_list() else box


def _in_address() -> list[str]:
    return list(dict.fromkeys(code for code in st.query_params.get_all(ENTITY_KEY) if code))


def _write(codes: list[str]) -> None:
    st.session_state[_KEPT] = codes
    if codes == _in_address():
        return
    if codes:
        st.query_params[ENTITY_KEY] = codes
    else:
        del st.query_params[ENTITY_KEY]


def _draw_box(view: View, listed: pl.DataFrame) -> None:
    options = [Option(row["code"], _label(view, row)) for row in listed.iter_rows(named=True)]
    choice = Choice(ENTITY_KEY, view.say(ENTITIES), options, view.say(ENTITIES_PLACEHOLDER))
    labels = choice.labels
    st.multiselect(
        choice.label,
        list(labels),
        format_func=labels.__getitem__,
        placeholder=choice.placeholder,
        select_all=False,  # its row in the list is English in every language
        key=_BOX,
    )


def _label(view: View, row: dict[str, str]) -> str:
    """A name that does not depend on what else is listed: with its place, an agency without one with its code."""
    name = row["name"] or view.say(UNNAMED)
    if row["place"]:
        return view.say(NAME_WITH_PLACE, name=name, place=row["place"])
    return f"{name} [{row['code']}]" if row["kind"] == AGENCY else name


def _together(view: View, group: str, chosen: pl.DataFrame) -> Entities:
    members = _members(view, group, chosen)
    codes = chosen["code"].to_list()
    everybody = {row["code"]: row for some in (chosen, members) for row in some.iter_rows(named=True)}
    return Entities(
        tuple(codes),
        tuple(code for code in everybody if code not in codes),
        _names(view, list(everybody.values())),
        frozenset(code for code, row in everybody.items() if row["kind"] == AGENCY),
        view.say(GROUPS[group]),
    )


def _members(view: View, group: str, chosen: pl.DataFrame) -> pl.DataFrame:
    """The members of the group; says why when there are none."""
    region = view.selection.region
    agencies = only(chosen, "kind", [AGENCY])
    if group == NONE:
        return chosen.clear()
    if group == SIBLINGS and region is None:
        st.info(view.say(NO_SIBLINGS))
        return chosen.clear()
    if group == ALIKE and agencies.is_empty():
        st.info(view.say(NO_AGENCY))
        return chosen.clear()
    agency = agencies["code"][0] if group == ALIKE else None
    members = view.ask(group_members, group, region, agency)
    if members.is_empty():
        empty = {PARTS: NOTHING_BELOW, SIBLINGS: ALONE_THERE, ALIKE: NOBODY_ALIKE}[group]
        st.info(escaped(view.say(empty, name=agencies["name"][0] if group == ALIKE else "")))
    return members


def _names(view: View, rows: Sequence[dict[str, str]]) -> dict[str, str]:
    """The name of each by code: as short as it can be without another having it too."""
    short = Counter(row["name"] for row in rows)
    names = {row["code"]: row["name"] if short[row["name"]] == 1 and row["name"] else _label(view, row) for row in rows}
    full = Counter(names.values())
    return {code: name if full[name] == 1 else f"{name} [{code}]" for code, name in names.items()}
