"""The funnel as a pure figure: outside is told by marker and name, small samples are faint, what is cut is said."""

import polars as pl
import pytest

from etl.vocabulary.indicators import INDICATOR_BY_NAME
from pages.charts.funnel import NAMED, POINTS_DRAWN, Whole, funnel
from pages.queries.outliers import limits_along

RATE = INDICATOR_BY_NAME["refusal_rate"]
WHOLE = Whole(RATE, 2024, 1234, 10034, 0.123)


def agencies(*rows: tuple[str, str, int, int]) -> pl.DataFrame:
    """Rows of `rates_by_agency` from name, position, numerator and denominator."""
    told = [
        {
            "agency_id": f"id-{name}",
            "name": name,
            "place": "云泽省",
            "kind": "department",
            "numerator": top,
            "denominator": bottom,
            "rate": top / bottom,
            "low_95": 0.1,
            "high_95": 0.2,
            "position": position,
        }
        for name, position, top, bottom in rows
    ]
    return pl.DataFrame(told)


SOME = agencies(
    ("甲局", "above_998", 90, 100),
    ("乙局", "below_998", 1, 900),
    ("丙局", "within", 12, 100),
    ("丁局", "above_95", 20, 100),
    ("戊局", "too_small", 1, 1),
)


def test_the_title_counts_those_outside() -> None:
    """Protects the title: how many of those judged lie outside, and the overall rate with its numbers."""
    picture = funnel(SOME, limits_along(0.123, 900), WHOLE, "zh")
    assert picture.title == (
        "2024 年不予公开率：4 家（分母 ≥ 30）中 1 家高于、1 家低于 99.8% 控制限；总体 12.3%（1,234 / 10,034 件）"
    )


def test_markers_tell_the_positions_apart() -> None:
    """Protects colour-blind readers: no two positions share a marker, and those outside carry their names."""
    figure = funnel(SOME, limits_along(0.123, 900), WHOLE, "zh").figure
    points = {trace.name: trace for trace in figure.data if "markers" in trace.mode}
    assert len({trace.marker.symbol for trace in points.values()}) == len(points) == 5
    assert list(points["高于 99.8% 上限"].text) == ["甲局"]
    assert not any(points["范围内"].text)


def test_small_samples_are_faint_and_never_named() -> None:
    """Protects against 1 of 1 standing out: hollow, faint, without a name, outside the count."""
    figure = funnel(SOME, limits_along(0.123, 900), WHOLE, "zh").figure
    small = next(trace for trace in figure.data if trace.name == "样本不足，不排名")
    assert small.marker.symbol == "circle-open"
    assert small.marker.opacity < 0.6
    assert not any(small.text)


def test_every_point_leads_to_its_agency() -> None:
    """Protects the click: each point carries the id of its agency, a limit carries none."""
    figure = funnel(SOME, limits_along(0.123, 900), WHOLE, "zh").figure
    points = [trace for trace in figure.data if "markers" in trace.mode]
    assert {data[0] for trace in points for data in trace.customdata} == set(SOME["agency_id"])
    assert all(trace.customdata is None for trace in figure.data if trace.mode == "lines")


def test_too_many_points_are_cut_and_the_note_says_so() -> None:
    """Protects the browser from a hundred thousand points, and the reader from taking the sample for all."""
    rows = [(f"{k}局", "within", 12, 100) for k in range(POINTS_DRAWN + 500)]
    rows += [(f"外{k}局", "above_998", 90, 100) for k in range(10)]
    picture = funnel(agencies(*rows), limits_along(0.123, 900), WHOLE, "zh")
    drawn = {trace.name: len(trace.x) for trace in picture.figure.data if "markers" in trace.mode}
    assert drawn == {"范围内": POINTS_DRAWN, "高于 99.8% 上限": 10}
    assert "2,500" in picture.note
    above = next(trace for trace in picture.figure.data if trace.name == "高于 99.8% 上限")
    assert sum(bool(text) for text in above.text) == NAMED


def test_many_outside_is_told_as_difference_not_as_fault() -> None:
    """Protects agencies from a verdict where units simply differ."""
    assert "过度离散" in funnel(SOME, limits_along(0.123, 900), WHOLE, "zh").note
    usual = agencies(*[(f"{k}局", "within", 12, 100) for k in range(5)])
    assert "过度离散" not in funnel(usual, limits_along(0.123, 900), WHOLE, "zh").note


def test_a_name_with_tags_is_drawn_letter_for_letter() -> None:
    """Protects the figure from names in documents: a tag is shown, not obeyed."""
    strange = agencies(('<a href="x">甲</a>局', "above_998", 90, 100))
    trace = funnel(strange, limits_along(0.123, 900), WHOLE, "zh").figure.data[-1]
    assert "<a" not in trace.text[0]
    assert "<a" not in trace.customdata[0][1]


def test_the_axis_is_logarithmic_only_where_volumes_are_wide() -> None:
    """Protects the axis: a few like volumes are not squeezed into a logarithm."""
    assert funnel(SOME, limits_along(0.123, 900), WHOLE, "zh").figure.layout.xaxis.type == "log"
    alike = agencies(("甲局", "within", 12, 100), ("乙局", "within", 12, 140))
    assert funnel(alike, limits_along(0.123, 140), WHOLE, "zh").figure.layout.xaxis.type == "linear"


@pytest.mark.parametrize(("largest", "place"), [(900, 0.903), (100, 8.0)])
def test_the_word_for_the_small_stands_where_their_ground_begins(largest: int, place: float) -> None:
    """Protects the label and the axis: a text is placed by its logarithm on such an axis, and would stretch it else."""
    drawn = agencies(("甲局", "within", 12, largest), ("乙局", "too_small", 1, 10))
    layout = funnel(drawn, limits_along(0.123, largest), WHOLE, "zh").figure.layout
    assert layout.shapes[-1].x0 == 8.0
    assert layout.annotations[-1].x == pytest.approx(place, abs=0.001)


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "2024 年不予公开率：未报告"), ("en", "Refusal rate 2024: not reported")]
)
def test_nothing_known_is_said(language: str, said: str) -> None:
    """Protects the empty state: no number is not zero."""
    whole = Whole(RATE, 2024, None, None, None)
    picture = funnel(SOME.clear(), limits_along(None, 0), whole, language)
    assert picture.is_empty
    assert picture.title == said


def test_nobody_with_thirty_cases_is_said() -> None:
    """Protects small places: the title says that nobody is judged."""
    few = agencies(("戊局", "too_small", 1, 1))
    assert "没有分母达到 30 的单位" in funnel(few, limits_along(0.5, 1), WHOLE, "zh").title
