"""Numbers, years and sentences as people write them, in both languages; what is missing is a word."""

from etl.vocabulary.labels import joined
from pages.charts.wording import count, percent, points, rate_word, rests_on, sample_word, shortened, span


def test_numbers_read_as_people_write_them() -> None:
    """Protects wording: separators, one decimal, signs, words for what is missing."""
    assert count(12034.0, "zh") == "12,034"
    assert count(428.875, "zh") == "428.875"
    assert count(None, "zh") == percent(None, "zh") == "未报告"
    assert count(0, "zh") == "0"
    assert percent(0.5234, "en") == "52.3%"
    assert (points(0.021), points(-0.003), points(-0.0001)) == ("+2.1", "−0.3", "0.0")
    assert (span([2021, 2024], "zh"), span([2024], "zh"), span([], "zh")) == ("2021—2024 年", "2024 年", "")
    assert sample_word(0, "zh") == rate_word({"denominator": 0, "rate": None}, "zh") == "不适用"
    assert rate_word({"denominator": None, "rate": None}, "zh") == "未报告"
    assert [sample_word(n, "zh") for n in (None, 29, 30, 99, 100)] == [
        None,
        "样本不足",
        "样本中等",
        "样本中等",
        "样本充足",
    ]


def test_long_names_are_cut_with_a_mark() -> None:
    """Protects figures from names that leave no room, and names that just fit from being cut."""
    assert [shortened(name, 3) for name in ("", "商务局", "商务厅办")] == ["", "商务局", "商务厅…"]


def test_sentences_are_joined_as_each_language_does() -> None:
    """Protects notes: a space between English sentences, none between Chinese ones, none for what is not said."""
    assert joined(["甲。", "", "乙。"], "zh") == "甲。乙。"
    assert joined(["A.", "", "B."], "en") == "A. B."
    assert not joined([], "en")


def test_a_number_says_on_how_many_reports_it_rests() -> None:
    """Protects the reader of a young year: one report of fourteen agencies is no rate of the area."""
    assert rests_on({"reports": 1, "left_out": 0}, "zh") == "1 份年报"
    assert rests_on({"reports": 1200, "left_out": 3}, "zh") == "1,197 份年报，另有 3 份缺数、未计入"
