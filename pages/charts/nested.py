"""Divisions inside the divisions above them: area is the denominator, colour is the rate."""

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME, Indicator
from etl.vocabulary.labels import SMALL_SAMPLE
from etl.vocabulary.page_labels.regions import (
    NESTED_ALT,
    NESTED_DO,
    NESTED_NOTE,
    NESTED_NUMBERS,
    NESTED_TITLE,
    NESTED_TITLE_NONE,
    NESTED_TITLE_WHOLE,
)
from pages.charts.picture import Picture, Spec, laid_out
from pages.charts.regional import Row, colour_axis, drawn_name, is_small, region_name, told
from pages.charts.wording import count, no_rate, percent, rate_word

WHOLE = "whole"
DEPTH = 3
"""Levels in sight at once; a click opens the next."""


def nested_areas(regions: pl.DataFrame, rate: Indicator, year: int, area: str, language: str) -> Picture:
    """A block for each division with a denominator, inside the one above it; the frame is that of `ratios_by_region`.

    Rows whose parent is not in the frame lie right below the whole, which is called `area`; a single such row is it.
    """
    rows = [row for row in regions.iter_rows(named=True) if (row["denominator"] or 0) > 0]
    codes = {row["region_code"] for row in rows if not row["is_own"]}
    tops = [row for row in rows if not row["is_own"] and row["parent_code"] not in codes]
    whole = _whole(tops, area)
    blocks = rows if len(tops) == 1 else [whole, *rows]
    figure = laid_out([_blocks(blocks, codes, language)], height=480, coloraxis=colour_axis(regions))
    words = {"rate": rate.label(language), "denominator": INDICATOR_BY_NAME[str(rate.denominator)].label(language)}
    why, why_empty = no_rate(regions["denominator"], language)
    named = {"rate": words["rate"], "year": str(year), "area": area}
    title = _title(whole, _parts(rows, tops), named, why, language)
    alt, note = NESTED_ALT.say(language, **words), NESTED_NOTE.say(language, **words)
    return Picture(figure, title, alt, note, not rows, NESTED_DO.say(language), why_empty)


def _whole(tops: list[Row], area: str) -> Row:
    """What all blocks lie in, with the sums of those right below it."""
    sums = {name: sum(row[name] for row in tops) for name in ("numerator", "denominator", "reports", "left_out")}
    rate = sums["numerator"] / sums["denominator"] if sums["denominator"] else None
    return {"region_code": WHOLE, "name": area, "parent_code": None, "is_own": False, "rate": rate, **sums}


def _parts(rows: list[Row], tops: list[Row]) -> list[Row]:
    """What the area falls into: the divisions right below it, for one division what lies right below that."""
    if len(tops) != 1:
        return tops
    code = tops[0]["region_code"]
    return [row for row in rows if row["parent_code"] == code or (row["is_own"] and row["region_code"] == code)]


def _blocks(rows: list[Row], codes: set[str], language: str) -> Spec:
    """Only the innermost blocks have a value of their own, so every block is exactly as large as what is in it."""
    above = {row["parent_code"] for row in rows} | {row["region_code"] for row in rows if row["is_own"]} | {WHOLE}
    root = rows[0]["region_code"] if rows else WHOLE
    is_inner = [row["is_own"] or row["region_code"] not in above for row in rows]
    return {
        "type": "treemap",
        "ids": [f"{row['region_code']} itself" if row["is_own"] else row["region_code"] for row in rows],
        "parents": [_parent(row, codes, root) for row in rows],
        "labels": [drawn_name(row, language) for row in rows],
        "values": [row["denominator"] if inner else 0 for row, inner in zip(rows, is_inner, strict=True)],
        "branchvalues": "remainder",
        "maxdepth": DEPTH,
        "sort": True,
        "marker": {
            "colors": [row["rate"] for row in rows],
            "coloraxis": "coloraxis",
            "line": {"width": 1},
        },
        "tiling": {"pad": 2},
        "customdata": [[_words(row, language), told(row, language)] for row in rows],
        "texttemplate": "%{label}<br>%{customdata[0]}",
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "pathbar": {"thickness": 24},
    }


def _parent(row: Row, codes: set[str], root: str) -> str:
    if row["is_own"]:
        return str(row["region_code"])
    if row["region_code"] == root:
        return ""
    return str(row["parent_code"]) if row["parent_code"] in codes else root


def _words(row: Row, language: str) -> str:
    numbers = NESTED_NUMBERS.say(language, rate=rate_word(row, language), n=count(row["denominator"], language))
    return f"{numbers}<br>{SMALL_SAMPLE.say(language)}" if is_small(row) else numbers


def _title(whole: Row, parts: list[Row], words: dict[str, str], why: str, language: str) -> str:
    """The rate of the whole and its largest part; `why` there is none, where there is none."""
    if whole["rate"] is None:
        return NESTED_TITLE_NONE.say(language, why=why, **words)
    words |= {"value": percent(whole["rate"], language)}
    words |= {"top": count(whole["numerator"], language), "bottom": count(whole["denominator"], language)}
    if len(parts) < 2:
        return NESTED_TITLE_WHOLE.say(language, **words)
    largest = max(parts, key=lambda row: row["denominator"])
    share = percent(largest["denominator"] / whole["denominator"], language)
    return NESTED_TITLE.say(language, largest=region_name(largest, language), share=share, **words)
