"""Texts that several agencies share: the largest ones, and where and when one of them was used."""

from html import escape
from typing import Any, Final

import polars as pl

from etl.vocabulary.labels import UNNAMED, joined
from etl.vocabulary.page_labels.reuse import (
    BOARD_ALT,
    BOARD_CUT,
    BOARD_POINT,
    BOARD_TITLE,
    BOARD_TITLE_NONE,
    BOARD_TITLE_UNSURE,
    REPORT_OF,
    SHARED_ALT,
    SHARED_CUT,
    SHARED_HINT,
    SHARED_NONE,
    SHARED_NOTE,
    SHARED_POINT,
    SHARED_TITLE,
    SHARED_TITLE_UNDATED,
    SHARED_TITLE_UNSURE,
    STANDINGS,
)
from pages.charts.picture import Picture, Spec, board, laid_out, patterned
from pages.charts.wording import count, drawn_names, shortened

TEXTS_DRAWN: Final = 12
PARTS_DRAWN: Final = 25
_LONGEST_NAME: Final = 14
_STEPS: Final = 10

Row = dict[str, Any]


def shared_bars(texts: pl.DataFrame, language: str) -> Picture:
    """The texts that most agencies share, split by how these stand to the first publisher or one of the first.

    The frame is that of `shared_texts_found`; agencies under the filters are drawn. Each bar carries its text.
    """
    drawn = list(texts.head(TEXTS_DRAWN).iter_rows(named=True))[::-1]
    layers = [_layer(drawn, name, k, language) for k, name in enumerate(STANDINGS) if any(row[name] for row in drawn)]
    ticks = {"tickvals": list(range(len(drawn))), "ticktext": [_label(row, language) for row in drawn]}
    figure = laid_out(
        layers,
        height=110 + 30 * max(len(drawn), 2),
        barmode="stack",
        xaxis={"tickformat": ",d", "rangemode": "tozero", **_whole_steps(drawn)},
        yaxis={"tickmode": "array", **ticks},
    )
    alt = SHARED_ALT.say(language, n=len(drawn))
    if not drawn:
        return Picture(figure, SHARED_NONE.say(language), alt, is_empty=True, why_empty="")
    largest = drawn[-1]
    dated = SHARED_TITLE if largest["first_year"] is not None else SHARED_TITLE_UNDATED
    said = dated if largest["first_is_sure"] else SHARED_TITLE_UNSURE
    words = {"n": count(texts.height, language), "most": count(largest["chosen"], language)}
    name = largest["first_name"] or UNNAMED.say(language)
    title = said.say(language, first=name, year=largest["first_year"], **words)
    rest = texts.height - len(drawn)
    cut = SHARED_CUT.say(language, n=len(drawn), rest=count(rest, language)) if rest else ""
    return Picture(
        figure, title, alt, joined([cut, SHARED_NOTE.say(language)], language), hint=SHARED_HINT.say(language)
    )


def members_board(members: pl.DataFrame, first: str, language: str, *, is_sure: bool) -> Picture:
    """How many agencies used a text in each part of the area and year; the frame is that of `members_by_part`.

    `first` is the agency that published the text first, or where that is not sure one of the earliest.
    """
    known = members.filter(pl.col("year").is_not_null())
    names = drawn_names(known, language)
    rows = known.with_columns(
        pl.Series("label", [names[part] for part in known.select("part_code", "is_own").iter_rows()], dtype=pl.String)
    )
    size = pl.col("agencies").sum()
    parts = rows.group_by("label", maintain_order=True).agg(size).sort("agencies", descending=True, maintain_order=True)
    labels = parts["label"].head(PARTS_DRAWN).to_list()
    years = list(range(min(known["year"]), max(known["year"]) + 1)) if known.height else []
    figure = board(_cells(rows, labels, years, language), len(labels))
    alt = BOARD_ALT.say(language)
    if known.is_empty():
        return Picture(figure, BOARD_TITLE_NONE.say(language), alt, is_empty=True, why_empty="")
    by_year = known.group_by("year").agg(size).sort("agencies", "year", descending=[True, False])
    most = by_year.row(0, named=True)
    words = {"first": first, "parts": count(parts.height, language), "n": count(most["agencies"], language)}
    title = (BOARD_TITLE if is_sure else BOARD_TITLE_UNSURE).say(language, year=most["year"], **words)
    rest = parts.height - len(labels)
    note = BOARD_CUT.say(language, n=len(labels), rest=count(rest, language)) if rest else ""
    return Picture(figure, title, alt, note)


def _layer(rows: list[Row], standing: str, k: int, language: str) -> Spec:
    name = STANDINGS[standing].say(language)
    return {
        "type": "bar",
        "orientation": "h",
        "x": [row[standing] for row in rows],
        "y": list(range(len(rows))),
        "name": name,
        "marker": {"pattern": patterned(k)},
        "text": [str(row[standing]) if row[standing] else "" for row in rows],
        "textangle": 0,
        "insidetextanchor": "middle",
        "customdata": [
            [
                row["text_id"],
                SHARED_POINT.say(
                    language, first=_label(row, language), standing=name, n=count(row[standing], language)
                ),
            ]
            for row in rows
        ],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
    }


def _whole_steps(rows: list[Row]) -> Spec:
    """Ticks at whole numbers where there would be some between them."""
    return {"dtick": 1} if max((row["chosen"] for row in rows), default=0) <= _STEPS else {}


def _label(row: Row, language: str) -> str:
    """The agency that a text is named by and the year, letter for letter; a long name is cut."""
    cut = shortened(row["first_name"] or UNNAMED.say(language), _LONGEST_NAME)
    year = row["first_year"]
    return escape(cut if year is None else REPORT_OF.say(language, agency=cut, year=year), quote=False)


def _cells(rows: pl.DataFrame, labels: list[str], years: list[int], language: str) -> Spec:
    numbers = {(row["label"], row["year"]): row["agencies"] for row in rows.iter_rows(named=True)}
    grid = [[numbers.get((label, year)) for year in years] for label in labels]
    return {
        "x": [str(year) for year in years],
        "y": labels,
        "z": grid,
        "zmin": 0,
        "text": [["" if number is None else str(number) for number in line] for line in grid],
        "customdata": [
            [
                BOARD_POINT.say(language, name=label, year=year, n=count(numbers.get((label, year), 0), language))
                for year in years
            ]
            for label in labels
        ],
        "hoverongaps": False,
    }
