"""What section five names as problems: themes against years or parts of an area, and themes named again."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.labels import SMALL_SAMPLE, Text, joined
from etl.vocabulary.numerals import whole_percent
from etl.vocabulary.page_labels.themes import (
    AGAIN_ALT,
    AGAIN_BAR,
    AGAIN_NONE,
    AGAIN_NOTE,
    AGAIN_POINT,
    AGAIN_TITLE,
    AGAIN_TITLE_SMALL,
    BY_PART_TITLE,
    BY_YEAR_TITLE,
    COLUMNS_PART,
    COLUMNS_YEAR,
    MATRIX_ALT,
    MATRIX_CUT,
    MATRIX_NONE,
    MATRIX_NOTE,
    MATRIX_POINT,
    SMALL_SIGN,
    THEME_QUOTED,
    THEMES_TIED,
    THEMES_TIED_MORE,
)
from pages.charts.picture import Picture, Spec, laid_out
from pages.charts.wording import count, drawn_names, listed, rate_word, span

COLUMNS_DRAWN: Final = 15
_LONGEST_NAME, _LONGEST_OF_FEW, _FEW = 8, 18, 6
"""Letters of a name above a column, and above one of few columns."""
_NAMED: Final = 3
"""Themes that share the first place and are named in a title."""

Row = dict[str, Any]
Labels = Mapping[str, str]
"""What each theme is called."""


def themes_over_years(shares: pl.DataFrame, labels: tuple[tuple[str, str], ...], language: str) -> Picture:
    """A cell for each theme and year; the frame is that of `themes_by_year`, the theme most named on top.

    `labels` are the themes in the order of the vocabulary, each with its name. The title tells of the latest year in
    which any theme is named: one report of a year that has just begun says nothing about the others.
    """
    rows = shares.with_columns(pl.col("year").cast(pl.String).alias("column"))
    years = sorted(set(shares["year"].to_list()))
    picture = _matrix(rows, [str(year) for year in years], dict(labels), COLUMNS_YEAR, language)
    named = shares.filter(pl.col("numerator") > 0)
    if named.is_empty():
        return Picture(picture.spec, MATRIX_NONE.say(language), picture.alt, is_empty=True, why_empty="")
    most = named.sort("year", "numerator", descending=True, maintain_order=True).row(0, named=True)
    first = named.filter(year=most["year"], numerator=most["numerator"])["theme"].to_list()
    words = {"themes": _tied(first, dict(labels), language), **_told(most, dict(labels), language)}
    title = BY_YEAR_TITLE.say(language, year=most["year"], **words)
    return Picture(picture.spec, title, picture.alt, picture.note)


def themes_over_parts(
    shares: pl.DataFrame, years: tuple[int, ...], labels: tuple[tuple[str, str], ...], language: str
) -> Picture:
    """A cell for each theme and part of the area; the frame is that of `themes_by_part`, `years` are those counted."""
    names = drawn_names(shares, language)
    told = [names[part] for part in shares.select("part_code", "is_own").iter_rows()]
    rows = shares.with_columns(pl.Series("column", told, dtype=pl.String))
    sizes = rows.group_by("column", maintain_order=True).agg(pl.col("denominator").first())
    largest = sizes.sort("denominator", descending=True, maintain_order=True)["column"].head(COLUMNS_DRAWN).to_list()
    columns = [column for column in sizes["column"] if column in largest]
    picture = _matrix(rows, columns, dict(labels), COLUMNS_PART, language)
    totals = shares.group_by("theme", maintain_order=True).agg(pl.col("numerator", "denominator").sum())
    most = totals.filter((pl.col("numerator") > 0) & (pl.col("numerator") == pl.col("numerator").max()))
    if most.is_empty():
        return Picture(picture.spec, MATRIX_NONE.say(language), picture.alt, is_empty=True, why_empty="")
    of_most = most.with_columns((pl.col("numerator") / pl.col("denominator")).alias("rate")).row(0, named=True)
    words = {"themes": _tied(most["theme"].to_list(), dict(labels), language), **_told(of_most, dict(labels), language)}
    title = BY_PART_TITLE.say(language, span=span(sorted(years), language), **words)
    rest = sizes.height - len(columns)
    cut = MATRIX_CUT.say(language, n=len(columns), rest=rest) if rest else ""
    return Picture(picture.spec, title, picture.alt, joined([cut, picture.note], language))


def named_again(repeats: pl.DataFrame, labels: tuple[tuple[str, str], ...], language: str) -> Picture:
    """The share of each theme that had a measure told the year before; the frame is that of `repeats_by_theme`.

    Small samples are drawn last and marked, never ranked.
    """
    known = repeats.filter(pl.col("denominator") > 0)
    enough = known.filter(pl.col("denominator") >= STABILITY_LIMITS[0]).sort(
        "rate", descending=True, maintain_order=True
    )
    few = known.filter(pl.col("denominator") < STABILITY_LIMITS[0])
    rows = [*enough.iter_rows(named=True), *few.iter_rows(named=True)]
    figure = laid_out(
        [_again_bars(rows[::-1], dict(labels), language)],
        height=90 + 28 * max(len(rows), 2),
        xaxis={"tickformat": ".0%", "range": [0, 1]},
        yaxis={"type": "category"},
    )
    alt = AGAIN_ALT.say(language)
    top, bottom = (int(known[name].sum()) for name in ("numerator", "denominator"))
    note = AGAIN_NOTE.say(language, n=count(int(repeats["left_out"].sum()), language))
    if not top:
        return Picture(figure, AGAIN_NONE.say(language), alt, note, is_empty=not rows, why_empty=note)
    if enough.is_empty() or not enough["numerator"][0]:
        words = {"top": count(top, language), "bottom": count(bottom, language)}
        return Picture(figure, AGAIN_TITLE_SMALL.say(language, **words), alt, note)
    first = enough.filter(numerator=enough["numerator"][0], denominator=enough["denominator"][0])
    words = {"themes": _tied(first["theme"].to_list(), dict(labels), language)}
    title = AGAIN_TITLE.say(language, **words, **_told(enough.row(0, named=True), dict(labels), language))
    return Picture(figure, title, alt, note)


def _tied(themes: list[str], labels: Labels, language: str) -> str:
    """The themes that stand first, in quotation marks; where many do, the first of them and how many there are."""
    named = [THEME_QUOTED.say(language, theme=labels.get(theme, theme)) for theme in themes[:_NAMED]]
    told = listed(named, language)
    if len(themes) > len(named):
        return THEMES_TIED_MORE.say(language, themes=told, n=len(themes))
    return THEMES_TIED.say(language, themes=told) if len(themes) > 1 else told


def _told(row: Row, labels: Labels, language: str) -> dict[str, str]:
    return {
        "theme": labels.get(row["theme"], row["theme"]),
        "top": count(row["numerator"], language),
        "bottom": count(row["denominator"], language),
        "rate": rate_word(row, language),
    }


def _matrix(rows: pl.DataFrame, columns: list[str], labels: Labels, named: Text, language: str) -> Picture:
    """The bare grid with its note; `rows` have `column`, what stands above them."""
    totals = rows.group_by("theme", maintain_order=True).agg(pl.col("numerator").sum())
    themes = totals.sort("numerator", descending=True, maintain_order=True)["theme"].to_list()
    cells = {(row["theme"], row["column"]): row for row in rows.iter_rows(named=True)}
    longest = _LONGEST_OF_FEW if len(columns) <= _FEW else _LONGEST_NAME
    figure = laid_out(
        [_grid(cells, themes, columns, labels, language)],
        height=90 + 30 * max(len(themes), 2),
        xaxis={
            "type": "category",
            "side": "top",
            "showgrid": False,
            "tickmode": "array",
            "tickvals": list(range(len(columns))),
            "ticktext": [c if len(c) <= longest else f"{c[: longest - 1]}…" for c in columns],
        },
        yaxis={"type": "category", "autorange": "reversed", "showgrid": False},
    )
    alt = MATRIX_ALT.say(language, columns=named.say(language))
    return Picture(figure, "", alt, MATRIX_NOTE.say(language))


def _grid(
    cells: Mapping[tuple[str, str], Row], themes: list[str], columns: list[str], labels: Labels, language: str
) -> Spec:
    grid = [[cells[theme, column] for column in columns] for theme in themes]
    highest = max((cell["rate"] or 0 for line in grid for cell in line), default=1)
    return {
        "type": "heatmap",
        "x": columns,
        "y": [escape(labels.get(theme, theme), quote=False) for theme in themes],
        "z": [[cell["rate"] for cell in line] for line in grid],
        "zmin": 0,
        "zmax": max(highest, 0.1),
        "text": [[_short(cell, language) for cell in line] for line in grid],
        "texttemplate": "%{text}",
        "customdata": [[_point(cell, labels, language) for cell in line] for line in grid],
        "hovertemplate": "%{customdata}<extra></extra>",
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
    }


def _short(cell: Row, language: str) -> str:
    """The rate without decimals, with a sign where the sample is small."""
    if cell["rate"] is None:
        return rate_word(cell, language)
    rate = whole_percent(cell["rate"])
    return SMALL_SIGN.say(language, rate=rate) if cell["denominator"] < STABILITY_LIMITS[0] else rate


def _point(cell: Row, labels: Labels, language: str) -> str:
    is_small = 0 < cell["denominator"] < STABILITY_LIMITS[0]
    told = {name: escape(word, quote=False) for name, word in _told(cell, labels, language).items()}
    return MATRIX_POINT.say(
        language,
        column=cell["column"],
        promised=count(cell["promised"], language),
        small=f" · {SMALL_SAMPLE.say(language)}" if is_small else "",
        **told,
    )


def _again_bars(rows: list[Row], labels: Labels, language: str) -> Spec:
    told = [_told(row, labels, language) for row in rows]
    is_small = [row["denominator"] < STABILITY_LIMITS[0] for row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [row["rate"] for row in rows],
        "y": [escape(words["theme"], quote=False) for words in told],
        "marker": {"pattern": {"shape": ["/" if small else "" for small in is_small], "fillmode": "overlay"}},
        "text": [
            f"{AGAIN_BAR.say(language, **words)}{f' {SMALL_SAMPLE.say(language)}' if small else ''}"
            for words, small in zip(told, is_small, strict=True)
        ],
        "textposition": "auto",
        "insidetextanchor": "start",
        "textangle": 0,
        "customdata": [
            [row["theme"], AGAIN_POINT.say(language, left_out=count(row["left_out"], language), **words)]
            for row, words in zip(rows, told, strict=True)
        ],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }
