"""Figures of reuse, shared texts, themes and words found: what is drawn, what is only told, what is never ranked."""

from datetime import date

import polars as pl
import pytest

from etl.vocabulary.labels import NOT_APPLICABLE, SMALL_SAMPLE
from etl.vocabulary.page_labels.reuse import STANDINGS
from etl.vocabulary.reuse import NO_PREVIOUS, TOO_FEW
from etl.vocabulary.tables import TABLE_BY_NAME
from pages.charts.found import found_years, texts_there
from pages.charts.reuse import BINS, DRAWN, leading, spread, why_not
from pages.charts.shared_texts import TEXTS_DRAWN, members_board, shared_bars
from pages.charts.themes import named_again, themes_over_parts, themes_over_years

WORDS = {column.name: column.word for column in TABLE_BY_NAME["text_reuse"].columns}
STICKINESS, SPECIFICITY = WORDS["stickiness"], WORDS["specificity"]
STRANGE = "<b>甲</b>局"
LABELS = (("staff", "队伍能力"), ("depth", "内容深度"))


def reports(*values: float | None, ranked: bool = True, name: str = "甲局") -> pl.DataFrame:
    """A frame like that of `reuse_of_year`, the values in this order."""
    rows = [
        {
            "report_id": str(k), "name": name, "place": "云泽省", "value": value, "among": 40,
            "percentile": None if value is None or not ranked else 1 - k / 100,
            "reason": NO_PREVIOUS if value is None else None if ranked else TOO_FEW,
        }
        for k, value in enumerate(values)
    ]  # fmt: skip  # one row
    kinds = {"value": pl.Float64, "percentile": pl.Float64, "reason": pl.String}
    return pl.DataFrame(rows, schema_overrides=kinds) if rows else pl.DataFrame(schema=kinds)


def counted(places: dict[int, int], without: int = 0) -> pl.DataFrame:
    """A frame like that of `reuse_spread`: reports by column, and how many have no value."""
    known: dict[str, object] = {
        "width": 1 / BINS,
        "median": 0.3,
        "p75": 0.325,
        "highest": 1.0,
        "known": sum(places.values()),
        "ranked": 0,
    }
    rows: list[dict[str, object]] = [{"place": k, "reason": None, "reports": n, **known} for k, n in places.items()]
    rows += [{"place": None, "reason": NO_PREVIOUS, "reports": without, **known}] if without else []
    kinds = {"place": pl.Int32, "reason": pl.String, "reports": pl.Int64}
    return pl.DataFrame(rows, schema_overrides=kinds) if rows else pl.DataFrame(schema=kinds)


def test_every_value_stands_in_one_column_and_what_is_missing_in_none() -> None:
    """Protects the distribution: the ends belong to it, a missing value is told with its reason and never a zero."""
    picture = spread(counted({0: 2, 1: 1, 6: 30, 10: 1, BINS - 1: 1}, without=1), STICKINESS, 2023, "zh")
    numbers = list(picture.figure.data[0].y)
    assert len(numbers) == BINS
    assert sum(numbers) == 35
    assert (numbers[0], numbers[1], numbers[10], numbers[-1]) == (2, 1, 1, 1)
    assert "35" in picture.title
    assert "1 份" in picture.note


def test_few_reports_are_said_to_be_few() -> None:
    """Protects a handful of reports from standing like a distribution, and none from standing like zero."""
    assert "样本不足" in spread(counted({4: 1, 8: 1}), STICKINESS, 2023, "zh").title
    assert spread(counted({}, without=2), STICKINESS, 2023, "zh").is_empty
    assert spread(counted({}), STICKINESS, 2023, "en").is_empty


def test_only_the_ranked_are_drawn_and_each_bar_leads_to_its_report() -> None:
    """Protects small groups from a rank, and the click from going elsewhere."""
    both = pl.concat([reports(*[0.9] * (DRAWN + 2)), reports(1.0, None, ranked=False)])
    picture = leading(both, DRAWN + 2, STICKINESS, 2023, "zh", lowest_first=False)
    assert [told[0] for told in picture.figure.data[0].customdata] == [str(k) for k in reversed(range(DRAWN))]
    assert "2 份" in picture.note
    assert leading(reports(1.0, ranked=False), 0, STICKINESS, 2023, "zh", lowest_first=False).is_empty
    assert why_not(both.row(-2, named=True), "zh") == "可比年报不足 30 份，不排名"
    assert why_not(both.row(0, named=True), "zh") is None


def test_a_measure_with_a_unit_is_no_share() -> None:
    """Protects a number per 1,000 characters from being read as a percentage, and an empty bar from losing its word."""
    picture = leading(reports(0.0, 12.5), 2, SPECIFICITY, 2023, "zh", lowest_first=True)
    assert "每千字 0 个" in picture.title
    assert "最低" in picture.title
    assert list(picture.figure.data[0].textposition) == ["inside", "outside"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_name_is_shown_letter_for_letter(language: str) -> None:
    """Protects the figures from names that look like markup."""
    picture = leading(reports(0.5, name=STRANGE), 1, STICKINESS, 2023, language, lowest_first=False)
    assert "&lt;b&gt;" in picture.figure.data[0].customdata[0][1]
    assert "&lt;b&gt;" in picture.figure.layout.yaxis.ticktext[0]


def shared(texts: int) -> pl.DataFrame:
    """A frame like that of `shared_texts_found`, the first text shared by most."""
    return pl.DataFrame([
        {
            "text_id": f"t{k}", "first_name": STRANGE, "first_year": 2021 if k else None, "first": 1,
            "inside": texts - k, "outside": 0, "unknown": 0, "chosen": texts - k + 1, "agencies": texts - k + 1,
            "first_published": date(2022, 1, 1), "first_is_sure": True, "perhaps": 0,
        }
        for k in range(texts)
    ])  # fmt: skip  # one row


def test_the_largest_shared_texts_are_drawn_and_the_rest_is_told() -> None:
    """Protects the picture from thousands of texts: the largest on top, the others as a number."""
    picture = shared_bars(shared(TEXTS_DRAWN + 3), "zh")
    assert [told[0] for told in picture.figure.data[0].customdata][-1] == "t0"
    assert len(picture.figure.data) == 2, "standings that nobody has need no layer"
    assert "3 段" in picture.note
    assert str(TEXTS_DRAWN + 3) in picture.title
    assert "None" not in picture.title
    assert shared_bars(shared(0), "zh").is_empty


def test_nobody_is_drawn_or_told_as_first_where_that_is_not_known() -> None:
    """Protects an agency from standing as the source of a text whose users' days do not tell who was first."""
    unsure = shared(3).with_columns(first_is_sure=False, first=0, perhaps=1)
    for language, says, never in (("zh", "最早之一", "最早发布"), ("en", "one of the earliest", "first published")):
        picture = shared_bars(unsure, language)
        assert says in picture.title
        assert never not in picture.title
        assert "2021" not in picture.title
        names = [layer.name for layer in picture.figure.data]
        assert names == [STANDINGS[name].say(language) for name in ("perhaps", "inside")]
    used = {"part_code": "990000", "part_name": "云泽省", "is_own": False, "year": 2021, "agencies": 2}
    rows = pl.DataFrame([used])
    assert "最早发布" in members_board(rows, "甲局", "zh", is_sure=True).title
    assert "先后不明" in members_board(rows, "甲局", "zh", is_sure=False).title


def test_a_year_without_the_text_is_a_gap() -> None:
    """Protects the grid: nobody in a year is no cell, and years between are there."""
    rows = [("990000", "云泽省", False, 2021, 2), ("990000", "云泽省", False, 2023, 1), ("", None, False, None, 1)]
    names = ["part_code", "part_name", "is_own", "year", "agencies"]
    picture = members_board(pl.DataFrame(rows, schema=names, orient="row"), STRANGE, "zh", is_sure=True)
    assert list(picture.figure.data[0].x) == ["2021", "2022", "2023"]
    assert [list(line) for line in picture.figure.data[0].z] == [[2, None, 1]]
    undated = pl.DataFrame(rows[2:], schema=names, orient="row", schema_overrides={"year": pl.Int32})
    assert members_board(undated, "甲局", "zh", is_sure=True).is_empty


def share(top: int, bottom: int, **known: object) -> dict[str, object]:
    """What a share is made of."""
    rate = top / bottom if bottom else None
    return {"numerator": top, "denominator": bottom, "rate": rate, "promised": 0, "left_out": 0, **known}


def test_themes_are_told_with_their_counts_and_small_samples_are_marked() -> None:
    """Protects the grid of themes: out of how many, what is small, and what has no denominator at all."""
    frame = pl.DataFrame([
        share(3, 40, year=2022, theme="depth"), share(20, 40, year=2022, theme="staff"),
        share(1, 10, year=2023, theme="depth"), share(5, 10, year=2023, theme="staff"),
    ])  # fmt: skip  # one row each
    picture = themes_over_years(frame, LABELS, "zh")
    assert list(picture.figure.data[0].y) == ["队伍能力", "内容深度"]
    assert [list(line) for line in picture.figure.data[0].text] == [["50%", "50%*"], ["8%", "10%*"]]
    assert "5 / 10" in picture.title
    empty = pl.DataFrame([share(0, 0, year=2023, theme="staff")], schema_overrides={"rate": pl.Float64})
    assert themes_over_years(empty, LABELS, "zh").is_empty
    assert themes_over_years(empty, LABELS, "zh").figure.data[0].text[0][0] == NOT_APPLICABLE.zh


def test_a_year_that_has_just_begun_does_not_empty_the_grid() -> None:
    """Protects sixty reports of last year from the first one of this year that names nothing."""
    frame = pl.DataFrame([share(40, 60, year=2023, theme="staff"), share(0, 1, year=2024, theme="staff")])
    picture = themes_over_years(frame, LABELS, "zh")
    assert not picture.is_empty
    assert "2023" in picture.title
    assert "40 / 60" in picture.title


def test_themes_that_share_the_first_place_are_all_named() -> None:
    """Protects a theme from being called the first when others are named as often."""
    tied = [share(1, 1, year=2023, theme=theme) for theme in ("staff", "depth")]
    before = [share(9, 9, year=2022, theme="staff"), share(1, 9, year=2022, theme="depth")]
    picture = themes_over_years(pl.DataFrame([*tied, *before]), LABELS, "zh")
    assert "“队伍能力”、“内容深度”（并列）：1 / 1" in picture.title
    parts = {"part_code": "01", "part_name": "县", "is_own": False}
    by_part = themes_over_parts(pl.DataFrame([{**one, **parts} for one in tied]), (2023,), LABELS, "zh")
    assert "“队伍能力”、“内容深度”（并列）：1 / 1" in by_part.title
    many = pl.DataFrame([share(1, 1, year=2023, theme=theme) for theme in "abcde"])
    assert "“a”、“b”、“c”等 5 个主题（并列）" in themes_over_years(many, LABELS, "zh").title
    again = pl.DataFrame([share(30, 60, theme="staff", left_out=0), share(30, 60, theme="depth", left_out=0)])
    assert "（并列）" in named_again(again, LABELS, "zh").title


def test_nearly_all_is_not_all_in_the_grid() -> None:
    """Protects the two reports of 500 that do not name a theme, and the two that do, from being rounded away."""
    frame = pl.DataFrame([share(498, 500, year=2023, theme="staff"), share(2, 500, year=2023, theme="depth")])
    assert [list(line) for line in themes_over_years(frame, LABELS, "zh").figure.data[0].text] == [["99%"], ["1%"]]


def test_parts_with_most_reports_are_drawn() -> None:
    """Protects the grid from more columns than fit; the title counts all parts together."""
    rows = [
        share(1, k + 1, theme="staff", part_code=f"{k:02}", part_name=f"县{k}", is_own=False, promised=0)
        for k in range(20)
    ]
    picture = themes_over_parts(pl.DataFrame(rows), (2022, 2023), LABELS, "zh")
    assert list(picture.figure.data[0].x) == [f"县{k}" for k in range(5, 20)]
    assert "20 / 210" in picture.title
    assert "5" in picture.note


def test_small_samples_are_not_ranked_among_the_themes_named_again() -> None:
    """Protects a theme that three reports name from leading the list."""
    rows = [share(30, 60, theme="staff", left_out=4), share(3, 3, theme="depth", left_out=1)]
    picture = named_again(pl.DataFrame(rows), LABELS, "zh")
    assert [told[0] for told in picture.figure.data[0].customdata] == ["depth", "staff"]
    assert "队伍能力" in picture.title
    assert SMALL_SAMPLE.zh in picture.figure.data[0].text[0]
    assert "5 次" in picture.note
    alone = named_again(pl.DataFrame(rows[1:]), LABELS, "zh")
    assert "不排名" in alone.title
    assert "写为问题 3 次，其中 3 次" in alone.title, "a report counts for each of its themes: times, not reports"
    assert named_again(pl.DataFrame(rows).head(0), LABELS, "zh").is_empty


def test_the_share_of_texts_that_hold_words_stands_with_its_counts() -> None:
    """Protects the years of a search: a year without a text has no column, a year without a hit has one of zero."""
    frame = pl.DataFrame([
        {"year": 2021, **share(0, 50)}, {"year": 2022, **share(0, 0)}, {"year": 2023, **share(5, 20)},
    ])  # fmt: skip  # one row each
    picture = found_years(frame, 5, "“台账”", "zh")
    assert list(picture.figure.data[0].x) == [2021, 2023]
    assert list(picture.figure.data[0].marker.pattern.shape) == ["", "/"]
    assert "5 / 20" in picture.title
    assert found_years(frame, 0, "“台账”", "zh").is_empty
    undated = frame.with_columns(numerator=pl.lit(0))
    assert "未能确定" in found_years(undated, 2, "“台账”", "zh").title


def test_a_report_of_no_known_year_is_not_counted_among_the_years() -> None:
    """Protects the title of a search: its number is the sum of the columns, and the rest is told apart."""
    frame = pl.DataFrame([
        {"year": 2022, **share(3, 50)}, {"year": 2023, **share(5, 20)}, {"year": None, **share(1, 1)},
    ])  # fmt: skip  # one row each
    picture = found_years(frame, 9, "“台账”", "zh")
    assert "2022—2023 年写到“台账”的年报 8 份，年度未能确定的另有 1 份" in picture.title
    assert list(picture.figure.data[0].x) == [2022, 2023]
    assert "另有" not in found_years(frame.head(2), 8, "“台账”", "zh").title


def test_texts_that_can_be_searched_are_counted() -> None:
    """Protects the first sight of the search page."""
    frame = pl.DataFrame({"year": [2022, 2023], "reports": [3, 2], "texts": [2, 2]})
    assert "4" in texts_there(frame, "zh").title
    assert texts_there(frame.with_columns(texts=pl.lit(0)), "en").is_empty
    assert texts_there(frame, "zh").note == ""
    undated = pl.concat([frame, pl.DataFrame({"year": [None], "reports": [1], "texts": [1]}, schema=frame.schema)])
    picture = texts_there(undated, "zh")
    assert "5" in picture.title
    assert "1 份" in picture.note
    assert list(picture.figure.data[0].y) == [2, 2]
    assert texts_there(undated.tail(1), "zh").why_empty == texts_there(undated.tail(1), "zh").note != ""
