"""Provinces as equal tiles, each in its rough place with its name and its rate."""

from html import escape
from typing import Final

import polars as pl

from etl.vocabulary.indicators import STABILITY_LIMITS, Indicator
from etl.vocabulary.labels import SMALL_SAMPLE, joined
from etl.vocabulary.page_labels.regions import (
    TILE_CHOSEN,
    TILES_ALT,
    TILES_DO,
    TILES_NOTE,
    TILES_TITLE,
    TILES_TITLE_NONE,
    TILES_TITLE_ONE,
    TILES_TITLE_SMALL,
    TILES_UNPLACED,
)
from etl.vocabulary.regions import short_name
from etl.vocabulary.tiles import TILE_COLUMNS, TILE_ROWS, TILES
from pages.charts.picture import CLEAR, Picture, Spec, laid_out
from pages.charts.regional import DOTTED, Row, colour_axis, is_small, told
from pages.charts.wording import count, no_rate, percent, rate_word

FEW: Final = 4
SIDE: Final = 0.94
ROW_HEIGHT: Final = 58
_GREY: Final = "#74818d"
_CHOSEN: Final = "#cf5413"


def province_tiles(provinces: pl.DataFrame, rate: Indicator, year: int, chosen: str | None, language: str) -> Picture:
    """A tile for each province; the frame is that of `provinces_of`, `chosen` is the code of the one marked.

    Provinces that are on no map stand in rows of their own below it. Tiles of provinces with reports can be picked.
    """
    placed = provinces.filter(pl.col("region_code") != "")
    rows = list(placed.iter_rows(named=True))
    places = places_of([row["region_code"] for row in rows])
    columns = (
        TILE_COLUMNS if any(row["region_code"] in TILES for row in rows) else min(max(len(rows), FEW), TILE_COLUMNS)
    )
    lines = 1 + max((line for _, line in places.values()), default=0)
    figure = laid_out(
        [
            _known([row for row in rows if row["rate"] is not None], places, chosen, language),
            _missing([row for row in rows if row["rate"] is None], places, chosen, language),
        ],
        height=80 + ROW_HEIGHT * lines,
        showlegend=False,
        barmode="overlay",
        coloraxis=colour_axis(placed),
        xaxis={"visible": False, "range": [-0.5, columns - 0.5]},
        yaxis={"visible": False, "range": [-lines + 0.5, 0.5]},
    )
    known = placed.filter(pl.col("rate").is_not_null())
    alt = TILES_ALT.say(language, rate=rate.label(language))
    why, why_empty = no_rate(provinces["denominator"], language)
    title, note = _title(provinces, rate, year, why, language), _note(provinces, language)
    return Picture(figure, title, alt, note, known.is_empty(), TILES_DO.say(language), why_empty)


def places_of(codes: list[str]) -> dict[str, tuple[int, int]]:
    """Column and row of each province: its place on the map, or one in the rows below; the map only when it is used."""
    off_map = sorted(code for code in codes if code not in TILES)
    below = TILE_ROWS + 1 if len(off_map) < len(codes) else 0
    others = {code: (k % TILE_COLUMNS, below + k // TILE_COLUMNS) for k, code in enumerate(off_map)}
    return {code: TILES[code] for code in codes if code in TILES} | others


def _known(rows: list[Row], places: dict[str, tuple[int, int]], chosen: str | None, language: str) -> Spec:
    """The tiles with a rate, coloured by it; small samples are dotted and say so."""
    bar = _bar(rows, places, chosen, language)
    shapes = ["." if is_small(row) else "" for row in rows]
    pattern = {"shape": shapes, **DOTTED}
    bar["marker"] |= {"color": [row["rate"] for row in rows], "coloraxis": "coloraxis", "pattern": pattern}
    return bar


def _missing(rows: list[Row], places: dict[str, tuple[int, int]], chosen: str | None, language: str) -> Spec:
    """The tiles without a rate: hatched, with a word instead of a number."""
    bar = _bar(rows, places, chosen, language)
    hatched = {"shape": "/", "fgcolor": _GREY, "fgopacity": 0.35, "solidity": 0.08, "size": 8}
    bar["marker"] |= {"color": CLEAR, "pattern": hatched}
    return {**bar, "textfont": {"color": _GREY}}


def _bar(rows: list[Row], places: dict[str, tuple[int, int]], chosen: str | None, language: str) -> Spec:
    is_chosen = [row["region_code"] == chosen for row in rows]
    return {
        "type": "bar",
        "x": [places[row["region_code"]][0] for row in rows],
        "y": [SIDE] * len(rows),
        "base": [-places[row["region_code"]][1] - SIDE / 2 for row in rows],
        "width": SIDE,
        "marker": {
            "line": {
                "width": [4 if is_it else 1 for is_it in is_chosen],
                "color": [_CHOSEN if is_it else _GREY for is_it in is_chosen],
            }
        },
        "text": [_words(row, language, is_chosen=is_it) for row, is_it in zip(rows, is_chosen, strict=True)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "customdata": [[row["region_code"] if row["reports"] else "", told(row, language)] for row in rows],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _words(row: Row, language: str, *, is_chosen: bool) -> str:
    name = escape(_short(row), quote=False)
    lines = [TILE_CHOSEN.say(language, name=name) if is_chosen else name, rate_word(row, language)]
    return "<br>".join([*lines, SMALL_SAMPLE.say(language)] if is_small(row) else lines)


def _short(row: Row) -> str:
    return short_name(row["name"])


def _title(provinces: pl.DataFrame, rate: Indicator, year: int, why: str, language: str) -> str:
    """From the lowest to the highest rate that stands on enough cases; `why` there is none, where there is none."""
    words: dict[str, object] = {"rate": rate.label(language), "year": year}
    known = provinces.filter(pl.col("rate").is_not_null())
    if known.is_empty():
        return TILES_TITLE_NONE.say(language, why=why, **words)
    words["overall"] = percent(int(known["numerator"].sum()) / int(known["denominator"].sum()), language)
    enough = known.filter((pl.col("denominator") >= STABILITY_LIMITS[0]) & (pl.col("region_code") != ""))
    if enough.is_empty():
        return TILES_TITLE_SMALL.say(language, **words)
    lowest, highest = (enough.sort("rate", "region_code").row(k, named=True) for k in (0, -1))
    words |= {"n": enough.height, "lowest": _short(lowest), "highest": _short(highest)}
    words |= {"low": percent(lowest["rate"], language), "high": percent(highest["rate"], language)}
    return (TILES_TITLE if enough.height > 1 else TILES_TITLE_ONE).say(language, **words)


def _note(provinces: pl.DataFrame, language: str) -> str:
    unplaced = int(provinces.filter(pl.col("region_code") == "")["reports"].sum())
    more = TILES_UNPLACED.say(language, n=count(unplaced, language)) if unplaced else ""
    return joined([TILES_NOTE.say(language), more], language)
