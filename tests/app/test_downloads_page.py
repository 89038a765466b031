"""The page of downloads: what is asked for stands in the address, and the page says what the file will hold."""

import json
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from etl.vocabulary.tables import TABLE_BY_NAME, TABLES, Table
from pages.parts.taking import file_door, workbook
from tests.app.conftest import Opener

PAGE: Final = "pages/downloads.py"


def offered(app: AppTest) -> dict[str, Any]:
    """What the button of the whole table was told."""
    told = [json.loads(mounted.proto.json or "{}") for mounted in app.get("bidi_component")]
    return next(data for data in told if "token" in data)


def first_rows(app: AppTest) -> dict[str, list[Any]]:
    """The columns of the first rows; behind them on the page stands the table of what columns mean."""
    rows: dict[str, list[Any]] = app.dataframe[-2].value.to_dict("list")
    return rows


def test_table_headings_and_format_stand_in_the_address(open_at: Opener) -> None:
    """Protects a copied link: the same table in the same words as the same kind of file."""
    app = open_at(PAGE, table="reviews", headings="codes", format="xlsx")
    assert app.selectbox(key="table").value == "reviews"
    assert offered(app)["label"].startswith("下载 Excel（")
    assert list(first_rows(app)) == [column.name for column in TABLE_BY_NAME["reviews"].columns]


def test_the_first_rows_are_in_words_for_people(open_at: Opener) -> None:
    """Protects people from code names: names in front, codes said in words."""
    rows = first_rows(open_at(PAGE, table="reviews"))
    assert list(rows)[:3] == ["agency_name", "region_name", "report_year"]
    assert set(rows["channel"]) == {"行政复议", "行政诉讼·未经复议直接起诉", "行政诉讼·复议后起诉"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_can_be_taken_away(open_at: Opener, table: Table) -> None:
    """Protects every table of the warehouse: it is offered, counted and shown."""
    app = open_at(PAGE, table=table.name, lang="en")
    assert not app.exception
    assert offered(app)["label"].endswith("rows)")


def test_the_page_says_that_a_file_is_prepared_on_click(open_at: Opener) -> None:
    """Protects the reader's patience: what happens after the click is said before it."""
    assert "点击后在服务器上准备" in offered(open_at(PAGE))["told"]


def test_the_page_says_before_the_click_that_a_large_workbook_is_slow(
    open_at: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects the reader's time: how long Excel takes, what is quicker; nothing of it for other files or few rows."""

    def is_told(**address: str) -> bool:
        return any("CSV 或 Parquet 快得多" in caption.value for caption in open_at(PAGE, **address).caption)

    assert not is_told(format="xlsx")
    monkeypatch.setattr(workbook, "QUICK_CELLS", 10)
    assert is_told(format="xlsx")
    assert not is_told(format="csv")


def test_a_file_stays_on_offer_while_it_is_on_the_screen(open_at: Opener) -> None:
    """Protects a quiet tab: runs of this page, here and by others, leave its file where it is."""
    app = open_at(PAGE, table="reviews")
    token = offered(app)["token"]
    for table in ("requests", "proactive", "reviews"):
        open_at(PAGE, table=table)
    assert offered(app.run())["token"] == token
    assert token in file_door._offers


@pytest.mark.parametrize("change", [{"format": "xlsx"}, {"headings": "codes"}, {"lang": "en"}, {"table": "cells"}])
def test_another_file_is_another_offer(open_at: Opener, change: dict[str, str]) -> None:
    """Protects from getting the file chosen before: whatever changes the file changes what is offered."""
    app = open_at(PAGE, table="reviews")
    token = offered(app)["token"]
    for name, value in change.items():
        app.query_params[name] = value
    changed = offered(app.run())["token"]
    assert changed != token
    assert offered(app.multiselect(key="year").select(2023).run())["token"] not in {token, changed}
