"""Provinces as tiles: each in its place, missing is a word and a hatch, small samples are marked and not compared."""

from typing import Any

import polars as pl
import pytest

from etl.vocabulary.indicators import INDICATOR_BY_NAME
from etl.vocabulary.tiles import TILE_ROWS, TILES
from pages.charts.tiles import places_of, province_tiles

RATE = INDICATOR_BY_NAME["full_grant_rate"]


def provinces(*rows: tuple[str, str | None, int | None, int | None]) -> pl.DataFrame:
    """Rows of `provinces_of` from code, name, numerator and denominator."""
    told = [
        {
            "region_code": code,
            "name": name,
            "level": "province" if code else None,
            "parent_code": None,
            "is_own": False,
            "numerator": top,
            "denominator": bottom,
            "rate": top / bottom if top is not None and bottom else None,
            "reports": 0 if bottom is None else 3,
            "left_out": 1,
        }
        for code, name, top, bottom in rows
    ]
    types = {"numerator": pl.Int64, "denominator": pl.Int64, "rate": pl.Float64, "name": pl.String}
    return pl.DataFrame(told, schema_overrides=types, infer_schema_length=None)


SOME = provinces(
    ("330000", "浙江省", 40, 100),
    ("150000", "内蒙古自治区", 60, 100),
    ("110000", "北京市", None, None),
    ("460000", "海南省", 9, 10),
    ("991000", "云泽省", 50, 100),
    ("", None, 5, 10),
)


def tiles(rows: pl.DataFrame, chosen: str | None = None) -> dict[str, dict[str, Any]]:
    """What stands on each tile and where, by its first line."""
    figure = province_tiles(rows, RATE, 2024, chosen, "zh").figure
    drawn = [(bar, k, text) for bar in figure.data for k, text in enumerate(bar.text)]
    return {
        text.split("<br>")[0]: {
            "text": text,
            "place": (bar.x[k], bar.base[k]),
            "data": bar.customdata[k],
            "bar": bar,
            "k": k,
        }
        for bar, k, text in drawn
    }


def test_each_province_stands_in_its_place() -> None:
    """Protects the map: column and row as declared, invented provinces in rows below it."""
    found = tiles(SOME)
    column, row = TILES["330000"]
    assert found["浙江"]["place"][0] == column
    assert -found["浙江"]["place"][1] == pytest.approx(row + 0.47)
    assert -found["云泽"]["place"][1] > TILE_ROWS


def test_invented_provinces_alone_stand_in_the_first_row() -> None:
    """Protects the demo from an empty map above its three provinces."""
    assert places_of(["991000", "992000"]) == {"991000": (0, 0), "992000": (1, 0)}


def test_a_missing_rate_is_a_word_and_a_hatch() -> None:
    """Protects missing from looking like zero."""
    missing = tiles(SOME)["北京"]
    assert missing["text"] == "北京<br>未报告"
    assert missing["bar"].marker.pattern.shape == "/"
    assert "没有年报" in missing["data"][1]


def test_a_small_sample_is_dotted_named_and_not_compared() -> None:
    """Protects against 9 of 10 standing out as the highest."""
    picture, small = province_tiles(SOME, RATE, 2024, None, "zh"), tiles(SOME)["海南"]
    assert small["text"].endswith("样本不足")
    assert small["bar"].marker.pattern.shape[small["k"]] == "."
    assert picture.title == "2024 年予以公开率：3 个省级地区从 40.0%（浙江）到 60.0%（内蒙古），总体 51.3%"
    assert picture.figure.layout.coloraxis.cmax == pytest.approx(0.6)


def test_the_chosen_province_is_marked_by_more_than_colour() -> None:
    """Protects the reader's place on the map."""
    found = tiles(SOME, "330000")
    assert "▸ 浙江" in found
    assert found["▸ 浙江"]["bar"].marker.line.width[found["▸ 浙江"]["k"]] > 1


def test_only_provinces_with_reports_can_be_picked() -> None:
    """Protects the filter from a province that it does not know."""
    found = tiles(SOME)
    assert found["浙江"]["data"][0] == "330000"
    assert found["北京"]["data"][0] == ""


def test_reports_of_an_unknown_region_are_told() -> None:
    """Protects reports without a place from vanishing off the map."""
    assert "区划未定" in province_tiles(SOME, RATE, 2024, None, "zh").note


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("991000", "云泽省", None, None)], "2024 年予以公开率：各省级地区未报告"),
        ([("991000", "云泽省", 1, 10)], "2024 年予以公开率：各省级地区均样本不足，总体 10.0%"),
        ([("991000", "云泽省", 10, 100)], "2024 年予以公开率：云泽 10.0%"),
    ],
)
def test_the_title_says_what_little_there_is(rows: list[tuple[str, str, int | None, int | None]], said: str) -> None:
    """Protects the edges: nothing known, only small samples, a single province."""
    assert province_tiles(provinces(*rows), RATE, 2024, None, "zh").title == said


def test_the_title_says_names_as_they_are() -> None:
    """Protects title, alternative text and saved picture from A&amp;B: only the figure itself reads tags."""
    rows = provinces(("991000", "甲&乙省", 10, 100), ("992000", "丙省", 60, 100))
    picture = province_tiles(rows, RATE, 2024, None, "zh")
    assert "甲&乙" in picture.title
    assert "&amp;" not in picture.title + picture.alt
    assert any(text.startswith("甲&amp;乙") for text in picture.figure.data[0].text)


def test_no_rows_give_an_empty_picture() -> None:
    """Protects the page on which nobody is placed."""
    assert province_tiles(SOME.clear(), RATE, 2024, None, "en").is_empty
