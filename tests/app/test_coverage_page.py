"""The page of who reported: what its choices do, and where it leads."""

import polars as pl
from streamlit.testing.v1 import AppTest

from tests.app.conftest import Opener

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
