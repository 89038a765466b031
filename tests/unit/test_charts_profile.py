"""Figures and words about one agency: gaps stay gaps, small samples are not ranked, no line joins unlike measures."""

from typing import Any

import polars as pl
import pytest

from etl.vocabulary.form import FORM_2019, FORM_2021, REQUESTS
from etl.vocabulary.indicators import INDICATOR_BY_NAME, INDICATORS, RATE, SUM, VOLUME
from etl.vocabulary.origins import is_printed, means_the_same, operands
from etl.vocabulary.page_labels.agency import SMALL_MARK
from pages.charts.number_words import number_word
from pages.charts.profile import findings_by_year, rate_profile
from pages.charts.wording import count

GRANTED = INDICATOR_BY_NAME["full_grant_rate"]
RESIDUAL = INDICATOR_BY_NAME["residual_other_rate"]
YEARS = (2019, 2020, 2021, 2022)


def rate_rows(*rows: tuple[int, int | None, int | None], **more: object) -> pl.DataFrame:
    """Rows of `rate_by_year` from year, numerator and denominator."""
    told = [
        {
            "year": year,
            "form": FORM_2019 if year < 2021 else FORM_2021,
            "report_id": f"r{year}",
            "rate": top / bottom if top is not None and bottom else None,
            "numerator": top,
            "denominator": bottom,
            "n": 35,
            "percentile": 0.71,
            "p25": 0.4,
            "p50": 0.5,
            "p75": 0.6,
            **more,
        }
        for year, top, bottom in rows
    ]
    return pl.DataFrame(told, schema_overrides={"rate": pl.Float64, "numerator": pl.Int64, "denominator": pl.Int64})


def test_the_title_says_where_the_agency_stands_among_its_peers() -> None:
    """Protects the title: what is seen first and last, and the place among how many."""
    rows = rate_rows((2019, 52, 100), (2022, 613, 1000))
    title = "予以公开率 2019—2022 年：52.0% → 61.3%，2022 年在 35 家同类中居第 71 百分位"
    assert rate_profile(rows, YEARS, GRANTED, "zh").title == title
    english = "Full grant rate 2019–2022: 52.0% → 61.3%; percentile 71 among 35 peers in 2022"
    assert rate_profile(rows, YEARS, GRANTED, "en").title == english


def test_a_small_sample_is_hollow_and_not_ranked() -> None:
    """Protects small agencies: 1 of 1 has no place among its peers, and looks different without colour."""
    picture = rate_profile(rate_rows((2021, 60, 100), (2022, 1, 1)), YEARS, GRANTED, "zh")
    assert "百分位" not in picture.title
    assert "样本不足" in picture.title
    line = picture.figure.data[0]
    assert list(line.marker.symbol)[-2:] == ["circle", "circle-open"]
    assert "样本不足" in line.text[-1]


def test_a_year_without_a_report_is_a_gap_and_a_word() -> None:
    """Protects against a line over a missing year and a blank that could be read as zero."""
    figure = rate_profile(rate_rows((2019, 5, 50), (2021, 6, 60), (2022, None, None)), YEARS, GRANTED, "zh").figure
    line = figure.data[0]
    assert list(line.x) == list(YEARS)
    assert list(line.y) == [0.1, None, 0.1, None]
    assert line.connectgaps is False
    assert figure.layout.xaxis.ticktext == ("2019", "2020<br>未报告", "2021", "2022")


def test_peers_are_drawn_where_there_are_enough() -> None:
    """Protects the blocks: from the first to the third quartile of a year, none where nobody computed them."""
    lone = rate_rows((2020, 5, 50), p25=None, p50=None, p75=None, percentile=None, n=3)
    both = pl.concat([lone, rate_rows((2021, 6, 60))], how="vertical_relaxed")
    _, band, median = rate_profile(both, YEARS, GRANTED, "zh").figure.data
    assert (list(band.x), list(band.base), list(band.y)) == ([2021], [0.4], [pytest.approx(0.2)])
    assert list(median.y) == [0.5]
    assert len(rate_profile(lone, YEARS, GRANTED, "zh").figure.data) == 1


def test_each_point_carries_its_report() -> None:
    """Protects the click on a point: it leads to the report the point stands for."""
    for trace in rate_profile(rate_rows((2021, 6, 60)), (2021,), GRANTED, "zh").figure.data:
        assert [list(carried) for carried in trace.customdata] == [["r2021"]]


def test_no_line_joins_forms_that_measure_different_things() -> None:
    """Protects the break of 2021: the residual of form 2019 is a whole row, that of form 2021 a third of it."""
    rows = rate_rows((2020, 5, 50), (2021, 6, 60))
    assert not means_the_same(RESIDUAL)
    broken = rate_profile(rows, (2020, 2021), RESIDUAL, "zh")
    assert list(broken.figure.data[0].y) == [0.1, None, 0.1]
    assert "不连线" in broken.note
    assert "(small sample). Forms 2019" in rate_profile(rows, (2020, 2021), RESIDUAL, "en").note
    assert broken.title.startswith("其他兜底率 2021 年：10.0%")
    longer = rate_rows((2019, 40, 100), (2020, 38, 100), (2021, 5, 100), (2022, 4, 100))
    assert rate_profile(longer, YEARS, RESIDUAL, "zh").title.startswith("其他兜底率 2021—2022 年：5.0% → 4.0%")
    assert rate_profile(longer, YEARS, GRANTED, "zh").title.startswith("予以公开率 2019—2022 年：40.0% → 4.0%")
    assert list(rate_profile(rows, (2020, 2021), GRANTED, "zh").figure.data[0].y) == [0.1, 0.1]


def test_nothing_known_is_said_and_not_drawn() -> None:
    """Protects the reader from an empty pair of axes without a word."""
    picture = rate_profile(rate_rows((2021, None, None)), YEARS, GRANTED, "zh")
    assert picture.is_empty
    assert "未报告" in picture.title


def test_findings_tell_no_report_from_no_finding() -> None:
    """Protects years without a report from looking like years without findings."""
    found = pl.DataFrame({"year": [2021, 2021, 2022], "state": ["fail", "uncertain", "fail"]})
    picture = findings_by_year(found, YEARS, (2020, 2021, 2022), "zh")
    assert picture.figure.layout.xaxis.ticktext[0] == "2019<br>未报告"
    assert [list(bars.y) for bars in picture.figure.data] == [[0, 0, 1, 1], [0, 0, 1, 0]]
    assert picture.title == "3 条核查发现：2 条不符，1 条无法判断，涉及 2 个年度"
    assert findings_by_year(found.clear(), YEARS, YEARS, "zh").is_empty


def a_row(form: str = FORM_2021, **known: object) -> dict[str, Any]:
    """A row of `numbers_by_year` in which nothing is reported but what is named."""
    return {**dict.fromkeys((one.name for one in INDICATORS), None), "form": form, **known}


@pytest.mark.parametrize(
    ("name", "row", "word"),
    [
        ("granted", None, "未报告"),
        ("granted", a_row(), "未报告"),
        ("granted", a_row(granted=0), "0"),
        ("granted", a_row(granted=12034), "12,034"),
        ("licences_items_change", a_row(), "不适用"),
        ("licences_items_change", a_row(FORM_2019), "未报告"),
        ("other_fee_unpaid", a_row(FORM_2019), "不适用"),
        ("full_grant_rate", a_row(granted=0, requests_concluded=0), "不适用"),
        ("full_grant_rate", a_row(requests_concluded=50), "未报告"),
        ("full_grant_rate", a_row(full_grant_rate=0.52, requests_concluded=50), "52.0%"),
        ("full_grant_rate", a_row(full_grant_rate=1.0, requests_concluded=1), "100.0%（样本不足）"),
    ],
)
def test_missing_is_a_word_and_never_zero(name: str, row: dict[str, Any] | None, word: str) -> None:
    """Protects the table of numbers: not reported, not on the form and out of nothing are told apart from zero."""
    assert number_word(INDICATOR_BY_NAME[name], row, "zh") == word


def test_a_small_sample_has_a_short_mark_in_the_table() -> None:
    """Protects narrow columns: the mark is the hollow point of the chart."""
    row = a_row(full_grant_rate=1.0, requests_concluded=1)
    assert number_word(GRANTED, row, "en", SMALL_MARK) == "○ 100.0%"
    assert count(None, "en") == "not reported"


def test_every_number_leads_to_printed_cells() -> None:
    """Protects the way to the source: each volume, sum and rate comes down to cells that some form prints."""
    for indicator in INDICATORS:
        if indicator.family in (VOLUME, SUM, RATE):
            assert any(is_printed(indicator, form) for form in (FORM_2019, FORM_2021)), indicator.name
            assert all(operand.cells(is_one_row=False) for operand in operands(indicator)), indicator.name


def test_operands_keep_sides_and_signs() -> None:
    """Protects the formula as it is taken apart: what is divided by what, and what is taken off."""
    rate = operands(INDICATOR_BY_NAME["carryover_rate"])
    assert [(one.volume.name, one.side) for one in rate] == [
        ("carried_out", "numerator"),
        ("requests_received", "denominator"),
        ("carried_in", "denominator"),
    ]
    change = operands(INDICATOR_BY_NAME["backlog_change"])
    assert [(one.volume.name, one.is_taken_off) for one in change] == [("carried_out", False), ("carried_in", True)]
    assert operands(INDICATOR_BY_NAME["stability"]) == ()
    other = operands(INDICATOR_BY_NAME["residual_other"])[0]
    assert other.cells(is_one_row=True) == ((REQUESTS, "other", "total"),)
    assert other.cells(is_one_row=False) == ((REQUESTS, "other.other", "total"),)
