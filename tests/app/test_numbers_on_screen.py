"""One number on several pages: it reads the same in a cell, in words, and on the button that leads to it."""

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from etl.vocabulary.form import PROACTIVE, REQUESTS
from tests.app.conftest import Opener
from tests.builders import a_filed, a_warehouse

AMOUNT, LARGE = 428.875, 12345678901


@pytest.fixture
def odd_numbers(tmp_path: Path) -> Path:
    """One report with an amount of three decimals and a number of eleven digits."""
    cells = {(PROACTIVE, "fees", "amount"): AMOUNT, (REQUESTS, "received", "total"): LARGE}
    a_warehouse(tmp_path, [a_filed(cells=cells)])
    return tmp_path


def formats(app: AppTest, table: int = 0) -> dict[str, dict[str, Any]]:
    """How the number columns of a table are shown, by their names."""
    told = json.loads(app.dataframe[table].proto.columns)
    return {name: column["type_config"] for name, column in told.items() if column.get("type_config")}


def test_the_way_to_a_cell_says_its_number_whole(open_at: Opener, odd_numbers: Path) -> None:
    """Protects large numbers from powers of ten on the button that leads to them."""
    address = {"number_topic": "requests", "number": "requests_received"}
    app = open_at("pages/agency.py", odd_numbers, **address)
    assert not app.exception
    assert any("12,345,678,901" in button.label.replace("\\", "") for button in app.button)


def test_a_cell_in_words_is_the_cell_of_the_table(open_at: Opener, odd_numbers: Path) -> None:
    """Protects the source page: all decimals, in words as in the table."""
    app = open_at("pages/source.py", odd_numbers, report="0" * 16, cell=f"{PROACTIVE}:fees:amount")
    assert any("428.875 ·" in block.value.replace("\\", "") for block in app.markdown)
    assert formats(app)["value"]["format"] == "%,g"
    assert AMOUNT in [float(value) for value in app.dataframe[0].value["value"].dropna()]


def test_rates_of_a_table_have_one_decimal(open_at: Opener) -> None:
    """Protects rates from 52.31 % on the screen beside 52.3 % in the chart; the step is the number of decimals."""
    app = open_at("pages/requests.py")
    assert formats(app)["rate"] == {"type": "number", "format": "percent", "step": 0.001}
    rates = app.dataframe[0].value["rate"].dropna()
    assert len(rates)
    assert all(rate == round(rate, 3) for rate in rates)
