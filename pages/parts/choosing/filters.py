"""The filters of the frame: region as a drill, years, kind and sector of agency; they belong to every page."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

import streamlit as st

from etl.vocabulary.agencies import KINDS, SECTORS
from etl.vocabulary.labels import (
    ALL_BELOW,
    ALL_KINDS,
    ALL_REGIONS,
    ALL_SECTORS,
    ALL_YEARS,
    CLEAR_FILTERS,
    COUNTY,
    KIND,
    LIST_MARK,
    PREFECTURE,
    PROVINCE,
    REGION_HELP,
    SECTOR,
    YEARS,
    YEARS_HELP,
    Text,
)
from etl.vocabulary.words import Word
from pages.parts.choosing.address import Choice, Option, choose_many, choose_one_or_none, option_of
from pages.parts.view import View
from pages.queries.choices import Divisions, divisions_reported, kinds_reported, sectors_reported, years_reported
from pages.queries.selection import Selection

LEVELS: Final[dict[str, Text]] = {"province": PROVINCE, "prefecture": PREFECTURE, "county": COUNTY}
PARAMETERS: Final = (*LEVELS, "year", "kind", "sector")
"""The names of the filters in the address."""
TRANSLATED: Final = ("kind", "sector")
"""Those whose options read differently in the other language."""


def draw_filters(view: View) -> tuple[Selection, str, str | None]:
    """The filters as chosen, drawn where the caller stands; with the chosen area in words and its level."""
    divisions = view.ask(divisions_reported)
    chosen = _draw_regions(view, divisions)
    years = _draw_years(view)
    kinds = _draw_kinds(view)
    sectors = _draw_sectors(view)
    st.button(view.say(CLEAR_FILTERS), on_click=clear_filters, width="stretch", icon=":material/filter_alt_off:")
    region = chosen[-1] if chosen else None
    selection = Selection(region, tuple(sorted(years)), tuple(sorted(kinds)), tuple(sorted(sectors)))
    return selection, area_name(view, divisions, chosen), divisions.levels.get(region) if region else None


def selection_at_hand() -> Selection:
    """What the filters will most likely say once they are drawn: what the session holds for them, sense or nonsense."""
    held = {key: st.session_state.get(key) for key in PARAMETERS}
    drawn = takewhile(bool, (held[level] for level in LEVELS))  # a box below an empty one is not drawn
    region = next(iter([*drawn][::-1]), None)
    years, kinds, sectors = (tuple(sorted(held[key] or (), key=str)) for key in ("year", "kind", "sector"))
    return Selection(region, years, kinds, sectors)


def clear_filters(*keep: str) -> None:
    """Empties every filter that is not named."""
    for key in PARAMETERS:
        if key in st.session_state and key not in keep:
            st.session_state[key] = None if key in LEVELS else []


def area_name(view: View, divisions: Divisions, codes: list[str]) -> str:
    """The names of the chosen divisions in a row, the largest first; a word for everything when none is chosen."""
    return "".join(divisions.names[code] for code in codes) or view.say(ALL_REGIONS)


def filters_in_words(view: View) -> dict[str, str]:
    """What the filters leave, in words: area, years, kinds, sectors."""
    chosen, mark = view.selection, view.say(LIST_MARK)
    labels = {word.name: word.label(view.language) for word in (*KINDS, *SECTORS)}
    return {
        "area": view.area,
        "years": mark.join(map(str, chosen.years)) or view.say(ALL_YEARS),
        "kinds": mark.join(labels.get(name, name) for name in chosen.kinds) or view.say(ALL_KINDS),
        "sectors": mark.join(labels.get(name, name) for name in chosen.sectors) or view.say(ALL_SECTORS),
    }


def _draw_regions(view: View, divisions: Divisions) -> list[str]:
    """One box for each level that has something to choose; the codes chosen, the largest division first."""
    chosen: list[str] = []
    for level, label in LEVELS.items():
        below = _below(divisions, level, chosen)
        if not below:
            continue
        code = choose_one_or_none(Choice(level, view.say(label), below, *_words(view, divisions, chosen)))
        if code is not None:
            chosen.append(code)
    return chosen


def _below(divisions: Divisions, level: str, chosen: list[str]) -> list[Option[str]]:
    """What can be chosen on a level: all provinces, then what lies right below the last division chosen."""
    if level != "province" and not chosen:
        return []
    below = divisions.below.get(chosen[-1] if chosen else None, [])
    return [Option(code, divisions.names[code]) for code in below if divisions.levels[code] == level]


def _words(view: View, divisions: Divisions, chosen: list[str]) -> tuple[str, str | None]:
    """What stands in an empty box, and the help beside it."""
    if not chosen:
        return view.say(ALL_REGIONS), view.say(REGION_HELP)
    return view.say(ALL_BELOW, name=area_name(view, divisions, chosen[-1:])), None


def _draw_years(view: View) -> list[int]:
    options = [Option(year, str(year)) for year in reversed(view.ask(years_reported)["year"].to_list())]
    return choose_many(Choice("year", view.say(YEARS), options, view.say(ALL_YEARS), view.say(YEARS_HELP)))


def _draw_kinds(view: View) -> list[str]:
    options = _named(view, view.ask(kinds_reported)["kind"], KINDS)
    return choose_many(Choice("kind", view.say(KIND), options, view.say(ALL_KINDS)))


def _draw_sectors(view: View) -> list[str]:
    options = _named(view, view.ask(sectors_reported)["sector"], SECTORS)
    return choose_many(Choice("sector", view.say(SECTOR), options, view.say(ALL_SECTORS)))


def _named(view: View, names: Iterable[str], words: Sequence[Word]) -> list[Option[str]]:
    """An option for each name, called as its word is; a name that is declared no longer stands for itself."""
    by_name = {word.name: word for word in words}
    known = [(name, by_name.get(name)) for name in names]
    return [option_of(word, view.language) if word else Option(name, name) for name, word in known]
