"""The board of agencies and years, and the bars of one year, as pure functions."""

from typing import Any

import plotly.graph_objects as go
import polars as pl

from pages.charts.agency_board import AGENCIES_DRAWN, agency_board, missing_bars

YEARS = [2022, 2023, 2024]


def an_agency(**what: object) -> dict[str, Any]:
    """One row as `agencies_by_year` gives it."""
    usual = {
        "agency_id": "a1", "name": "东溪区教育局", "place": "云泽省东溪区", "part_code": "990000",
        "part_name": "云泽省", "is_own": False, "years": YEARS, "replaced": [], "undated": 0,
        "missing": 0, "matching": 1, "short": 0,
    }  # fmt: skip  # one row, one line of names and values
    return usual | what


def frame(*rows: dict[str, Any]) -> pl.DataFrame:
    """Rows as a frame, lists of years typed even when empty."""
    lists = {"years": pl.List(pl.Int32), "replaced": pl.List(pl.Int32)}
    return pl.DataFrame(list(rows), schema_overrides=lists, infer_schema_length=None)


def dots(figure: go.Figure, name: str) -> set[tuple[str, str]]:
    """Agency and year of each dot of one state."""
    (trace,) = [trace for trace in figure.data if trace.name == name]
    return {(ids[0], year) for ids, year in zip(trace.customdata, trace.x, strict=True)}


def test_each_agency_and_year_has_one_dot_of_its_state() -> None:
    """Protects the board: filled, with its ring, or hollow; every dot carries the agency that a click goes to."""
    board = frame(
        an_agency(years=[2022, 2024], replaced=[2024], missing=1, matching=2, short=1),
        an_agency(agency_id="a2", matching=2, short=1),
    )
    picture = agency_board(board, YEARS, "全部地区", "zh")
    assert dots(picture.figure, "未报告") == {("a1", "2023")}
    assert dots(picture.figure, "有年报，另有被取代的旧版") == {("a1", "2024")}
    assert dots(picture.figure, "有年报") == {("a1", "2022"), ("a2", "2022"), ("a2", "2023"), ("a2", "2024")}
    symbols = [trace.marker.symbol for trace in picture.figure.data]
    assert len(set(symbols)) == 3
    assert picture.title == "2022—2024 年：2 家单位中 1 家有缺，1 家每年都有年报"


def test_agencies_of_a_part_stand_together_those_that_miss_most_first() -> None:
    """Protects reading by region: the part with the largest gap leads, its name above its agencies."""
    other = {"part_code": "980000", "part_name": "海角省"}
    rows = (
        an_agency(agency_id="a3", name="丙局", years=[2022], missing=2),
        an_agency(agency_id="a1", name="甲局", years=[2022, 2023], missing=1, **other),
        an_agency(agency_id="a2", name="乙局"),
    )
    labels = agency_board(frame(*rows), YEARS, "全部地区", "zh").figure.layout.yaxis.ticktext
    assert list(labels) == ["<b>云泽省</b>", "丙局", "乙局", "<b>海角省</b>", "甲局"]


def test_a_board_that_is_cut_says_so() -> None:
    """Protects readers from taking the drawn agencies for all."""
    rows = [an_agency(agency_id=f"a{k}", matching=900, short=900, missing=1) for k in range(AGENCIES_DRAWN + 5)]
    picture = agency_board(frame(*rows), YEARS, "全部地区", "en")
    assert "30" in picture.note
    assert "35" in picture.hint
    assert "900" in picture.note
    assert len(picture.figure.layout.yaxis.ticktext) == AGENCIES_DRAWN


def test_names_from_documents_are_shown_letter_for_letter() -> None:
    """Protects the figure from tags in a name, in the axis and in the hover."""
    figure = agency_board(frame(an_agency(name="<b>粗</b>局", place="<i>")), YEARS, "全部地区", "zh").figure
    assert figure.layout.yaxis.ticktext[0] == "&lt;b&gt;粗&lt;/b&gt;局"
    assert "<" not in figure.data[0].customdata[0][1]


def test_an_empty_board_is_no_picture() -> None:
    """Protects a search that finds nobody."""
    picture = agency_board(frame(an_agency()).clear(), YEARS, "全部地区", "zh")
    assert picture.is_empty
    assert picture.title == "没有这样的单位"


def coverage(**reported: int) -> pl.DataFrame:
    """Parts of ten known agencies each with so many reports for 2023, as `coverage_by_part` gives them."""
    rows = [
        {"part_code": name, "part_name": name, "is_own": False, "year": 2023, "reported": number, "known": 10}
        for name, number in reported.items()
    ]
    return pl.DataFrame(rows)


def test_bars_show_who_is_short_and_nobody_else() -> None:
    """Protects the picture of one year: a part that misses nobody has no bar, the title has the whole."""
    picture = missing_bars(coverage(甲=10, 乙=7, 丙=2), 2023, "zh")
    (bars,) = picture.figure.data
    assert dict(zip(bars.y, bars.x, strict=True)) == {"乙": 3, "丙": 8}
    assert list(bars.text) == ["3/10", "8/10"]
    assert picture.title == "2023 年：已知的 30 家单位中 11 家没有年报"
    assert bars.customdata is None


def test_a_year_without_gaps_says_so() -> None:
    """Protects a full year from an empty picture without a word."""
    picture = missing_bars(coverage(甲=10), 2023, "zh")
    assert picture.is_empty
    assert picture.title == "2023 年：已知的 10 家单位都有年报"
