"""What the box of regions and agencies offers: the members of the groups, so that nobody has to be searched first."""

from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import LIST_MARK
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.compare import (
    ENTITIES_CUT,
    ENTITIES_FOUND,
    ENTITIES_NONE,
    ENTITIES_OFFERED,
    GROUPS,
)
from pages.parts.plain import escaped
from pages.parts.view import View
from pages.queries.entities import AGENCY, ALIKE, PARTS, SIBLINGS, group_members, matching_entities

NONE: Final = "none"
LISTED: Final = 50
MEMBERS_LISTED: Final = 200


@dataclass(frozen=True, slots=True)
class Offered:
    """Those in the box, no code twice: the members of `groups` first, then the first of the `matching` found by name.

    Columns of `rows`: those of `named_entities`.
    """

    rows: pl.DataFrame
    groups: tuple[str, ...]
    members: int
    matching: int


def offer_entities(view: View, group: str, part: str, chosen: pl.DataFrame) -> Offered:
    """Those whose name holds `part`; while nothing is typed the members of the group before all others.

    Agencies alike need a first agency: until one is chosen the box has agencies only.
    """
    region = view.selection.region
    agencies = chosen.filter(pl.col("kind") == AGENCY)["code"]
    only_agencies = group == ALIKE and agencies.is_empty() and not part
    found = view.ask(matching_entities, region, part, LISTED, only_agencies=only_agencies)
    rows = found.select(chosen.columns)
    matching = int(found["matching"][0]) if found.height else 0
    if part:
        return Offered(rows, (), 0, matching)
    asked = [one for one in (PARTS, SIBLINGS, ALIKE) if group in (one, NONE)]
    able = {PARTS: True, SIBLINGS: region is not None, ALIKE: not agencies.is_empty()}
    first = next(iter(agencies), None)
    members = {one: view.ask(group_members, one, region, first).head(MEMBERS_LISTED) for one in asked if able[one]}
    groups = tuple(one for one, found_there in members.items() if found_there.height)
    together = pl.concat([chosen.clear(), *members.values()]).unique("code", maintain_order=True)
    every = pl.concat([together, rows]).unique("code", maintain_order=True)
    return Offered(every, groups, together.height, matching)


def tell_offered(view: View, part: str, offered: Offered) -> None:
    """A line about who is in the box, and how to come to others."""
    if not offered.matching:
        st.caption(escaped(view.say(ENTITIES_NONE, name=part)))
        return
    if offered.groups:
        groups = view.say(LIST_MARK).join(view.say(GROUPS[group]) for group in offered.groups)
        st.caption(view.say(ENTITIES_OFFERED, groups=groups, n=cell_number(offered.members)))
        return
    text = ENTITIES_CUT if offered.matching > LISTED else ENTITIES_FOUND
    st.caption(view.say(text, n=cell_number(offered.matching), shown=LISTED))
