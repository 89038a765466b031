"""What the box of regions and agencies offers: the members of the groups, so that nobody has to be searched first."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from pages.queries.ask import Connection
from pages.queries.entities import (
    AGENCY,
    ALIKE,
    NONE,
    PARTS,
    SIBLINGS,
    group_members,
    matching_entities,
    named_entities,
)

LISTED: Final = 50
MEMBERS_LISTED: Final = 200


@dataclass(frozen=True, slots=True)
class Offered:
    """Those in the box, no code twice: those chosen, the members of `groups`, the first of the `matching` by name.

    Columns of `rows`: those of `named_entities`. `members`: how many of the rows are in the groups.
    """

    rows: pl.DataFrame
    groups: tuple[str, ...]
    members: int
    matching: int


def entities_offered(
    connection: Connection, region: str | None, group: str, part: str, codes: tuple[str, ...]
) -> Offered:
    """Those whose name holds `part`; while nothing is typed the members of the group before all others.

    `codes`: those chosen. Agencies alike need a first agency: until one is chosen the box has agencies only.
    """
    chosen = named_entities(connection, codes)
    agencies = chosen.filter(pl.col("kind") == AGENCY)["code"]
    only_agencies = group == ALIKE and agencies.is_empty() and not part
    found = matching_entities(connection, region, part, LISTED, only_agencies=only_agencies)
    rows, matching = found.select(chosen.columns), int(found["matching"][0]) if found.height else 0
    if part:
        return Offered(_once(chosen, rows), (), 0, matching)
    asked = [one for one in (PARTS, SIBLINGS, ALIKE) if group in (one, NONE)]
    able = {PARTS: True, SIBLINGS: region is not None, ALIKE: not agencies.is_empty()}
    first = next(iter(agencies), None)
    members = {one: group_members(connection, one, region, first).head(MEMBERS_LISTED) for one in asked if able[one]}
    groups = tuple(one for one, found_there in members.items() if found_there.height)
    return Offered(
        _once(chosen, *members.values(), rows), groups, _once(chosen.clear(), *members.values()).height, matching
    )


def _once(*frames: pl.DataFrame) -> pl.DataFrame:
    return pl.concat(frames).unique("code", maintain_order=True)
