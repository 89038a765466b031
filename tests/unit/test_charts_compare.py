"""Pictures of several regions and agencies: gaps stay gaps, no line joins two meanings, titles say what is seen."""

from collections.abc import Sequence

import polars as pl
import pytest

from etl.vocabulary.indicators import INDICATOR_BY_NAME
from pages.charts.compare import MOST_DRAWN, compared_lines, small_charts, undrawn, weightiest
from pages.charts.compare_words import value_word
from pages.charts.picture import DASHES, MARKERS

RATE = INDICATOR_BY_NAME["full_grant_rate"]
VOLUME = INDICATOR_BY_NAME["requests_received"]
AMOUNT = INDICATOR_BY_NAME["fees_amount"]
TYPES = {"numerator": pl.Float64, "denominator": pl.Float64, "value": pl.Float64, "meaning": pl.String}


def series(**entities: Sequence[tuple[int, float | None, float | None]]) -> pl.DataFrame:
    """Rows of `entity_series` from year, numerator and denominator; the entity called `whole` is the whole area."""
    told = [
        {
            "code": "" if code == "whole" else code,
            "year": year,
            "meaning": "",
            "numerator": top,
            "denominator": bottom,
            "value": top / bottom if top is not None and bottom else None,
            "reports": 3,
            "left_out": 1,
        }
        for code, points in entities.items()
        for year, top, bottom in points
    ]
    return pl.DataFrame(told, schema_overrides=TYPES)


SOME = series(
    whole=[(2022, 52, 100), (2023, None, None), (2024, 61, 100)],
    a=[(2022, 10, 40), (2023, None, None), (2024, 30, 40)],
    b=[(2022, 9, 30), (2023, 3, 30), (2024, 6, 30)],
    c=[(2022, 0, 5), (2023, 5, 5), (2024, 5, 5)],
)
NAMES = {"a": "甲市", "b": "乙市", "c": "丙局"}


def test_title_tells_the_way_and_the_range() -> None:
    """Protects titles: what the area did and between whom the others stand; a small sample is not ranked."""
    title = compared_lines(SOME, NAMES, RATE, "云泽省", "zh").title
    assert title == "2022—2024 年予以公开率：云泽省 52.0% → 61.0%；2024 年从 20.0%（乙市）到 75.0%（甲市）"
    english = small_charts(SOME, NAMES, RATE, "云泽省", "en").title
    assert english == "Full grant rate 2022–2024: 云泽省 52.0% → 61.0%; in 2024 from 20.0% (乙市) to 75.0% (甲市)"


def test_title_without_a_value_says_not_reported() -> None:
    """Protects an area that reported nothing from a title with numbers."""
    nothing = series(whole=[(2023, None, None)])
    picture = compared_lines(nothing, {}, RATE, "云泽省", "zh")
    assert picture.title == "予以公开率：云泽省未报告"
    assert picture.is_empty
    assert small_charts(nothing, {}, RATE, "云泽省", "en").is_empty


def test_the_whole_area_is_first_and_thick() -> None:
    """Protects the reference that everybody is read against."""
    figure = compared_lines(SOME, NAMES, RATE, "云泽省", "zh").figure
    assert [trace.name for trace in figure.data] == ["云泽省整体", "甲市", "乙市", "丙局"]
    assert figure.data[0].line.width > max(trace.line.width for trace in figure.data[1:])


def test_a_missing_year_is_a_gap_and_small_samples_are_hollow() -> None:
    """Protects against a line drawn through nothing, and against 5 of 5 looking like 500 of 500."""
    figure = compared_lines(SOME, NAMES, RATE, "云泽省", "zh").figure
    assert figure.data[1].y == (0.25, None, 0.75)
    assert figure.data[1].connectgaps is False
    assert all(symbol.endswith("-open") for symbol in figure.data[3].marker.symbol)
    assert not any(symbol.endswith("-open") for symbol in figure.data[2].marker.symbol)


def test_no_line_joins_two_meanings() -> None:
    """Protects against a trend made by a change of the form; the title stays within the later meaning."""
    points = series(whole=[(2019, 1, 100), (2020, 2, 100), (2021, 30, 100), (2022, 31, 100)])
    changed = points.with_columns(pl.Series("meaning", ["one row", "one row", "three rows", "three rows"]))
    residual = INDICATOR_BY_NAME["residual_other_rate"]
    picture = compared_lines(changed, {}, residual, "云泽省", "zh")
    assert picture.figure.data[0].x == (2019, 2020, None, 2021, 2022)
    assert picture.figure.data[0].y == (0.01, 0.02, None, 0.3, 0.31)
    assert "2021—2022 年" in picture.title
    assert "不连线" in picture.note
    mixed = points.with_columns(pl.Series("meaning", ["one row", None, None, "three rows"]))
    assert compared_lines(mixed, {}, residual, "云泽省", "zh").figure.data[0].y.count(None) == 3


def test_lines_differ_without_colour() -> None:
    """Protects readers who cannot tell colours apart: dash and marker never repeat together with the colour."""
    many = {f"e{k}": f"单位{k}" for k in range(MOST_DRAWN)}
    frame = series(whole=[(2024, 5, 100)], **{code: [(2024, 5, 100)] for code in many})
    figure = compared_lines(frame, many, RATE, "云泽省", "zh").figure
    looks = [(k % 10, trace.line.dash, trace.marker.symbol[0]) for k, trace in enumerate(figure.data)]
    assert len(set(looks)) == MOST_DRAWN + 1
    assert {trace.line.dash for trace in figure.data} == set(DASHES)
    assert {trace.marker.symbol[0] for trace in figure.data} == set(MARKERS)


def test_names_at_line_ends_do_not_cover_each_other() -> None:
    """Protects labels: of two lines that end together one is named in the legend only, the whole area always."""
    close = series(whole=[(2024, 50, 100)], a=[(2024, 51, 100)], b=[(2024, 90, 100)], c=[(2024, None, None)])
    figure = compared_lines(close, NAMES, RATE, "云泽省", "zh").figure
    assert [trace.text[-1].strip() for trace in figure.data] == ["整体", "", "乙市", ""]


def test_every_point_says_whom_it_is_of() -> None:
    """Protects the way on: a click carries the code of the entity."""
    for chart in (compared_lines, small_charts):
        figure = chart(SOME, NAMES, RATE, "云泽省", "zh").figure
        carried = {trace.customdata[0][0] for trace in figure.data if trace.customdata is not None}
        assert carried >= set(NAMES)


def test_small_charts_share_a_scale_and_a_reference() -> None:
    """Protects the comparison of small charts: one axis, the whole area in each."""
    picture = small_charts(SOME, NAMES, RATE, "云泽省", "zh")
    references = [trace for trace in picture.figure.data if trace.mode == "lines"]
    assert [trace.y for trace in references] == [(0.52, None, 0.61)] * len(NAMES)
    assert {axis.matches for axis in picture.figure.select_yaxes()} == {None, "y"}
    assert [note.text for note in picture.figure.layout.annotations] == list(NAMES.values())
    assert "细灰线是云泽省整体" in picture.note
    assert "is missing. The thin grey line" in small_charts(SOME, NAMES, RATE, "云泽省", "en").alt
    assert "断开。细灰线" in picture.alt


def test_names_from_documents_stay_text() -> None:
    """Protects the figure from tags in a name."""
    for chart in (compared_lines, small_charts):
        figure = chart(SOME, {"a": "<b>甲</b>"}, RATE, "云泽省", "zh").figure
        shown = str([trace.name for trace in figure.data]) + str(figure.layout.annotations)
        assert "<b>" not in shown
        assert "&lt;b&gt;" in shown


def test_the_largest_are_drawn_when_not_all_fit() -> None:
    """Protects large groups: those chosen stay, the rest by denominators, in the order given."""
    many = {f"e{k}": [(2024, 1.0, 10.0 * (k % 7 + 1))] for k in range(20)}
    frame = series(whole=[(2024, 5, 100)], **many)
    drawn = weightiest(frame, ["e0"], list(many))
    assert len(drawn) == MOST_DRAWN
    assert drawn[0] == "e0"
    assert {"e6", "e13", "e5", "e12", "e19"} <= set(drawn)
    assert drawn[1:] == sorted(drawn[1:], key=list(many).index)


def test_those_without_a_value_are_named_with_the_reason() -> None:
    """Protects the silent, who are named, and those who reported zeros, who are not silent."""
    frame = series(
        whole=[(2024, 5, 100)], a=[(2024, None, None)], b=[(2024, 1, 10)], c=[(2023, None, 0), (2024, None, 0)]
    )
    assert undrawn(frame, ["a", "b", "c", "gone"], "zh") == {"未报告": ["a", "gone"], "不适用（分母为零）": ["c"]}


@pytest.mark.parametrize(
    ("indicator", "value", "word"),
    [
        (RATE, 0.5, "50.0%"),
        (RATE, None, "未报告"),
        (VOLUME, 1234.0, "1,234"),
        (AMOUNT, 12.5, "12.5万元"),
        (AMOUNT, None, "未报告"),
    ],
)
def test_values_are_said_as_what_they_are(indicator: object, value: float | None, word: str) -> None:
    """Protects numbers: a rate is no count, an amount has its unit, nothing is no zero."""
    assert value_word(value, indicator, "zh") == word  # type: ignore[arg-type]  # one of three kinds
