"""The page of who reported: what its choices do, and where it leads."""

from pathlib import Path

import polars as pl
from streamlit.testing.v1 import AppTest

from tests.app.conftest import Opener
from tests.warehouses import a_filed, a_warehouse

PAGE = "pages/coverage.py"


def board(app: AppTest) -> pl.DataFrame:
    """The rows of the board under “Table”."""
    return next(pl.from_pandas(table.value) for table in app.dataframe if "2022" in table.value.columns)


def test_the_switch_leaves_those_that_miss_a_year(open_at: Opener) -> None:
    """Protects the link that a supervisor sends round: only those with a gap, each gap a sign and a word."""
    every, short = board(open_at(PAGE)), board(open_at(PAGE, board_show="short"))
    assert len(every) > len(short) > 0
    assert (short["missing"] > 0).all()
    row = short.row(by_predicate=pl.col("agency") == "泽州市商务局", named=True)
    assert (row["2022"], row["2023"]) == ("○ 未报告", "● 有年报")


def test_an_agency_is_found_by_part_of_its_name(open_at: Opener) -> None:
    """Protects the search, and the word for one that finds nobody."""
    app = open_at(PAGE, board_find="教育")
    assert set(board(app)["agency"]) == {"东溪区教育局", "东溪区教育局*", "天涯市教育局"}
    nobody = open_at(PAGE, board_find="没有这个名字")
    assert not nobody.exception
    assert any("没有这样的单位" in head.value for head in nobody.subheader)


def test_the_list_of_a_year_names_who_is_short(open_at: Opener) -> None:
    """Protects the list of one year: chosen in the address, titled with its numbers, those with a report left out."""
    app = open_at(PAGE, missing_year="2022", province="990000")
    assert app.selectbox(key="missing_year").value == 2022
    names = set(app.dataframe[-1].value["agency"])
    assert "泽州市商务局" in names
    assert "云泽省商务厅" not in names
    assert any(head.value.startswith("2022 年：已知的") for head in app.subheader)


def test_a_year_that_nobody_misses_is_told_in_words(open_at: Opener) -> None:
    """Protects a full year from looking like missing data."""
    app = open_at(PAGE, kind="government")
    assert any("都有年报" in note.value for note in app.info)


def test_chosen_years_are_the_columns(open_at: Opener) -> None:
    """Protects the years filter: the board looks at the years chosen, agencies known from others stay on it."""
    rows = board(open_at(PAGE, year=["2022", "2023"]))
    assert {"2022", "2023"} <= set(rows.columns)
    assert "2021" not in rows.columns
    assert "泽州市商务局" in set(rows["agency"])


def test_reports_of_unknown_year_or_agency_stand_apart(open_at: Opener, tmp_path: Path) -> None:
    """Protects agencies from being called short for a report that nobody could date or name: it is listed apart."""
    unknown = (a_filed(agency="云州市民政局", year=None), a_filed(agency="", year=2022))
    a_warehouse(tmp_path, (a_filed(year=2022), a_filed(year=2023), *unknown))
    app = open_at(PAGE, tmp_path)
    assert [box.label for box in app.expander] == ["2 份年报另列，不算作缺报：年份未识别 1 份，单位未识别 1 份"]
    listed = app.expander[0].dataframe[0].value
    assert list(zip(listed["agency"], listed["year_word"], strict=True)) == [
        ("（未写明名称）", "2022"),
        ("云州市民政局", "未识别"),
    ]
    assert any(head.value.endswith("1 家单位每年都有年报") for head in app.subheader)
    assert any(note.value.endswith("已知的 1 家单位都有年报") for note in app.info)


def test_without_any_known_year_the_reason_is_told(open_at: Opener, tmp_path: Path) -> None:
    """Protects a load of undated reports from a page of empty boards."""
    a_warehouse(tmp_path, (a_filed(year=None),))
    app = open_at(PAGE, tmp_path)
    assert any("都未识别" in note.value for note in app.info)
    assert len(app.expander) == 1
