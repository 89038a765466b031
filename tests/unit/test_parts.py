"""What the parts make of text and rows without Streamlit: plain text, files, differences between years."""

import csv
import io
from typing import Final

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.csv_file import MARK, csv_bytes
from pages.parts.differences import ALONE, CHANGED, SAME, compared, marked, sentences_of
from pages.parts.plain import escaped, harmless

FORMULA_SIGNS: Final = "=+-@＝＋－＠"
NASTY: Final = st.text(alphabet=st.sampled_from("=+-@，。\"'\n\t\r,;1a字 *_[](){}<>#|~$:!`\\"), max_size=30)


def read_back(data: bytes) -> list[list[str]]:
    """The cells of a CSV as a spreadsheet reads them."""
    assert data.startswith(MARK)
    return list(csv.reader(io.StringIO(data[len(MARK) :].decode("utf-8"), newline="")))


@given(st.lists(NASTY, min_size=1, max_size=5))
def test_no_cell_of_a_file_is_a_formula(texts: list[str]) -> None:
    """Protects whoever opens an extract: text that a spreadsheet would run stands there harmless."""
    cells = [row[0] for row in read_back(csv_bytes([pl.DataFrame({"a": texts})], {}))[1:]]
    for cell, text in zip(cells, texts, strict=True):
        assert cell.removeprefix("'") == text.removeprefix("'")
        if cell[:1] and cell[0] in FORMULA_SIGNS + "\t\r":
            assert set(cell) <= set("+-0123456789.,%")


def test_numbers_and_codes_stay_as_they_are() -> None:
    """Protects values: a negative change is no formula, a code keeps its zeros, what is missing is empty."""
    frame = pl.DataFrame({"code": ["010100", "990000"], "raw": ["-185", "+4"], "value": [None, 3]})
    data = csv_bytes([frame], {"code": "区划代码"})
    assert read_back(data) == [["区划代码", "raw", "value"], ["010100", "-185", ""], ["990000", "+4", "3"]]
    assert b'"010100"' in data


def test_batches_make_one_file() -> None:
    """Protects large extracts: one heading, every row of every batch, in order."""
    frame = pl.DataFrame({"a": range(10)})
    batches = [frame.clear(), frame[:3], frame[3:]]
    assert csv_bytes(batches, {}) == csv_bytes([frame], {})
    assert len(read_back(csv_bytes(batches, {}))) == 11


def test_a_file_without_rows_still_has_its_heading() -> None:
    """Protects extracts of an empty table from being an empty file."""
    assert read_back(csv_bytes([pl.DataFrame({"a": [], "b": []})], {"a": "甲"})) == [["甲", "b"]]


def test_harmless_leaves_plain_text_alone() -> None:
    """Protects text from being changed without need; nothing is nothing."""
    assert [harmless(text) for text in (None, "", "商务局", "—", "-", "-3.5%")] == [
        None,
        "",
        "商务局",
        "—",
        "-",
        "-3.5%",
    ]
    assert harmless("=HYPERLINK(1)") == "'=HYPERLINK(1)"


@given(NASTY)
def test_no_sign_of_markup_survives_unescaped(text: str) -> None:
    """Protects the screen: each sign that Markdown or HTML reads stands behind a backslash."""
    shown = escaped(text)
    bare = shown.replace("\\\\", "").split("\\")
    assert not set("`*_{}[]()<>#|~$:") & set(bare[0] + "".join(part[1:] for part in bare[1:]))
    assert "\n" not in shown


@given(
    st.text(alphabet=st.sampled_from("甲乙丙。！；\n [](*"), max_size=40), st.text(alphabet="甲乙丙。；", max_size=40)
)
def test_the_runs_of_a_sentence_are_the_sentence(text: str, other: str) -> None:
    """Protects the compared text: marking what differs loses and adds no letter."""
    sentences = compared(text, other)
    assert [sentence.text for sentence in sentences] == sentences_of(text)
    for sentence in sentences:
        assert "".join(run.text for run in sentence.runs) == sentence.text


def test_sentences_are_the_same_reworded_or_alone() -> None:
    """Protects the three marks, and that white space alone makes no difference."""
    now = "公开不够 及时。已安排专人每月检查两次。全新的一句完全不同的话！"
    before = "公开不够及时。已安排专人每季度检查两次。"
    assert [sentence.state for sentence in compared(now, before)] == [SAME, CHANGED, ALONE]


def test_a_text_without_last_year_stands_alone() -> None:
    """Protects a first report: nothing is marked as copied."""
    assert {sentence.state for sentence in compared("甲。乙。", None)} == {ALONE}
    assert compared(None, "甲。") == []


def test_marks_speak_without_colour() -> None:
    """Protects readers who do not see the ground: a sign in front of each sentence."""
    lines = list(marked(compared("公开不够及时。新的一句。", "公开不够及时。"), "green"))
    assert lines[0].startswith("＝ ")
    assert lines[1].startswith("＋ :green-background[")
