"""Reviews and lawsuits as pure figures: channels side by side, shares with what was decided, small samples starred."""

import polars as pl

from etl.vocabulary.labels import OUT_OF_ZERO_WHY
from pages.charts.disputes import case_bars, end_bars
from pages.charts.picture import Picture


def rows(*told: tuple[int, str, int | None, int | None]) -> pl.DataFrame:
    """Rows of `ratios_by_year` from year, name, numerator and denominator."""
    return pl.DataFrame(
        [
            {
                "year": year,
                "name": name,
                "numerator": top,
                "denominator": bottom,
                "rate": top / bottom if top is not None and bottom else None,
                "reports": 4,
                "left_out": 1,
            }
            for year, name, top, bottom in told
        ],
        schema_overrides={"numerator": pl.Int64, "denominator": pl.Int64, "rate": pl.Float64},
    )


CASES = rows(
    (2022, "review_total", 10, 10), (2022, "review_upheld", 6, 10),
    (2024, "review_total", 90, 90), (2024, "review_upheld", 60, 90), (2024, "review_corrected", 10, 90),
    (2024, "litigation_direct_total", 8, 8), (2024, "litigation_direct_upheld", 8, 8),
    (2024, "litigation_after_review_total", None, None), (2024, "litigation_after_review_upheld", None, None),
)  # fmt: skip  # a table: year by year
ENDS = rows(
    (2024, "review_upheld", 60, 80), (2024, "review_corrected", 10, 80), (2024, "review_other", 10, 80),
    (2024, "litigation_direct_upheld", 6, 8), (2024, "litigation_direct_corrected", 1, 8),
    (2024, "litigation_direct_other", 1, 8),
    (2024, "litigation_after_review_upheld", 0, 0), (2024, "litigation_after_review_corrected", 0, 0),
)  # fmt: skip  # as above


def test_the_title_counts_each_channel_that_reported() -> None:
    """Protects the title: cases of the last year, and no number for a channel nobody reported."""
    assert case_bars(CASES, "zh").title == "2024 年：行政复议 90 件、直接起诉 8 件"
    assert case_bars(CASES, "en").title == "2024: Administrative review 90, Litigation, direct 8"


def test_channels_stand_side_by_side_on_one_scale() -> None:
    """Protects the comparison of channels: three panels, one axis, years without reports kept as a gap."""
    figure = case_bars(CASES, "zh").figure
    assert {bar.xaxis for bar in figure.data} == {"x", "x2", "x3"}
    assert figure.layout.yaxis2.matches == "y"
    assert list(figure.layout.xaxis.tickvals) == [2022, 2023, 2024]


def test_results_differ_in_pattern_and_stand_once_in_the_legend() -> None:
    """Protects colour-blind readers, and the legend from twelve entries."""
    figure = case_bars(CASES, "zh").figure
    assert len({(bar.name, bar.marker.pattern.shape) for bar in figure.data}) == 5
    assert len({bar.marker.pattern.shape for bar in figure.data}) == 5
    shown = [bar.name for bar in figure.data if bar.showlegend]
    assert len(shown) == len(set(shown))


def test_shares_stand_with_what_was_decided() -> None:
    """Protects shares: number decided above the bar, a star and a word for fewer than thirty."""
    picture = end_bars(ENDS, "zh")
    assert picture.title == (
        "2024 年审结的案件：行政复议维持 75.0%、纠正 12.5%（80 件）；直接起诉维持 75.0%、纠正 12.5%（8 件，样本不足）"
    )
    above = [text for trace in picture.figure.data if trace.type == "scatter" for text in trace.text]
    assert above == ["80 件", "8 件*"]


def test_a_channel_without_cases_decided_has_no_bar() -> None:
    """Protects nothing decided from looking like nobody upheld."""
    figure = end_bars(ENDS, "zh").figure
    assert not [bar for bar in figure.data if bar.xaxis == "x3" and len(bar.x)]


def test_nothing_known_is_said() -> None:
    """Protects the empty state: no number is not zero."""
    nothing = rows((2024, "review_upheld", None, None), (2024, "review_total", None, None))
    assert case_bars(nothing, "zh").is_empty
    assert case_bars(nothing, "zh").title == "复议诉讼件数未报告"
    assert end_bars(nothing, "en").title == "Results of decided cases not reported"
    none_decided = end_bars(rows((2024, "review_upheld", 0, 0)), "zh")
    assert none_decided.title == "审结案件的结果不适用（分母为零）"
    assert none_decided.why_empty == OUT_OF_ZERO_WHY.zh


def rests(picture: Picture) -> dict[tuple[str, int], float]:
    """Panel and year of each hollow part, with its height."""
    hollow = [bar for bar in picture.figure.data if bar.name == "各项之和不足的部分"]
    return {(bar.xaxis, year): height for bar in hollow for year, height in zip(bar.x, bar.y, strict=True)}


def test_what_the_parts_lack_of_the_total_is_seen_and_told() -> None:
    """Protects bars that end below their total: the rest is drawn hollow, named and explained."""
    picture = case_bars(CASES, "zh")
    assert rests(picture) == {("x", 2022): 4, ("x", 2024): 20}
    assert "点纹空心段" in picture.note
    assert sum(bool(bar.showlegend) for bar in picture.figure.data if bar.name == "各项之和不足的部分") == 1
    short = rows((2024, "review_upheld", 60, 80), (2024, "review_corrected", 10, 80), (2024, "review_other", 8, 80))
    assert rests(end_bars(short, "zh")) == {("x", 2024): 2 / 80}


def test_parts_that_add_up_have_no_rest() -> None:
    """Protects readers from a legend and a note about nothing."""
    picture = end_bars(ENDS, "zh")
    assert not rests(picture)
    assert "空心段" not in picture.note


def test_parts_above_the_total_are_named() -> None:
    """Protects a sum that is larger than its total from passing unseen: the note names channel, year and how many."""
    over = rows((2024, "review_upheld", 70, 80), (2024, "review_corrected", 10, 80), (2024, "review_other", 3, 80))
    picture = end_bars(over, "zh")
    assert not rests(picture)
    assert "各项之和多于总数的：行政复议 2024 年（多 3 件）。" in picture.note
