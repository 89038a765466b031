"""Pictures in which nothing has a value: each says its own reason, not that numbers were left unreported."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.vocabulary.form import FORM_2021, printed_cells
from etl.vocabulary.labels import NOTHING_TO_DRAW
from pages.parts.plain import escaped
from tests.app.conftest import Opener
from tests.builders import a_filed, a_warehouse


def notes(app: AppTest) -> list[str]:
    """What stands in the blue boxes of the page."""
    assert not app.exception
    return [note.value for note in app.info]


def test_too_few_to_rank_is_not_called_unreported(open_at: Opener, tmp_path: Path) -> None:
    """Protects the reader of a small library: what is too little to rank, or shared by nobody, was not left blank."""
    a_warehouse(tmp_path, [a_filed(year=2022), a_filed()])
    app = open_at("pages/reuse.py", data_dir=tmp_path)
    assert escaped(NOTHING_TO_DRAW.zh) not in notes(app)
    assert any("没有可以排名的年报" in head.value for head in app.subheader)


@pytest.mark.parametrize(
    "script", ["requests", "reviews", "compare", "outliers", "agency", "overview", "regions", "proactive"]
)
def test_zeros_are_not_called_unreported(open_at: Opener, tmp_path: Path, script: str) -> None:
    """Protects whoever reported zeros everywhere: out of zero there is no rate, but nothing was left unreported."""
    zeros = dict.fromkeys(printed_cells(FORM_2021), 0)
    a_warehouse(tmp_path, [a_filed(cells=zeros), a_filed(agency="另一局", cells=zeros)])
    app = open_at(f"pages/{script}.py", data_dir=tmp_path)
    assert escaped(NOTHING_TO_DRAW.zh) not in notes(app)
    told = [*app.subheader, *app.caption, *app.metric, *app.markdown]
    assert not [one.value for one in told if "未报告" in one.value]


def test_words_that_nobody_wrote_are_not_called_unreported(open_at: Opener) -> None:
    """Protects the search: no hit is what the title says, and no number was left out."""
    app = open_at("pages/search.py", find_words="没有这样的词句")
    assert escaped(NOTHING_TO_DRAW.zh) not in notes(app)
    assert app.subheader[0].value.startswith("没有年报写到")


def test_the_search_tells_a_year_that_is_not_known_apart(open_at: Opener, tmp_path: Path) -> None:
    """Protects numbers that agree: the texts looked through are those of the years and the one without a year."""
    a_warehouse(tmp_path, [a_filed(year=2022, text="建立台账。"), a_filed(agency="无年度局", year=None, text="台账。")])
    app = open_at("pages/search.py", data_dir=tmp_path, find_words="台账")
    assert app.dataframe[0].value["year_told"].tolist() == ["2022", "年度未定"]
    assert app.dataframe[0].value["numerator"].tolist() == [1, 1]
    before = open_at("pages/search.py", data_dir=tmp_path)
    assert before.subheader[0].value == "可以检索 2 份年报的第五部分"
    assert any("其中 1 份的年度未能确定" in note.value for note in before.caption)
