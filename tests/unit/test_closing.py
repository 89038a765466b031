"""Who signed a report is none of the problems in section five, and no line of section five is taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognising.closing import without_closing
from etl.recognising.sections import read_sections
from tests.sheets import a_document

SIGNED = ("云泽省商务厅", "2024年1月20日")
CONTACTS = ("联系地址：云泽省云州市清和路1号", "联系电话：0990-1234567", "邮编：990000")
PROBLEM = "公开的时效性有待提高。"


@pytest.mark.parametrize(
    "block",
    [
        SIGNED,
        (*SIGNED, *CONTACTS),
        (*CONTACTS, *SIGNED),
        ("", "云 泽 省 商 务 厅", "", "二〇二四年一月二十日", ""),
        ("云泽省商务厅 2024年1月20日",),
    ],
)
def test_who_signed_is_no_problem(block: tuple[str, ...]) -> None:
    """Protects section five where section six has no heading: it ends with its own last line."""
    headings = ("四、行政复议、行政诉讼情况", "无", "五、存在的主要问题及改进情况")
    told = read_sections(a_document(*headings, PROBLEM, *block))
    assert [(section.section, section.text) for section in told][-1] == ("problems", PROBLEM)


@pytest.mark.parametrize(
    "tail",
    [
        ("云泽省商务厅",),
        ("2024年1月20日",),
        ("联系电话：0990-1234567",),
        ("云泽省商务厅", "有待改进", "2024年1月20日"),
        ("下一步由云泽省商务厅", "2024年1月20日前完成。"),
        ("整改责任单位：云泽省商务厅", "2024年1月20日"),
        (*SIGNED, "以上问题正在整改。"),
        (*SIGNED, "地址：栏目里的地址不全；电话没有写明。"),
    ],
)
def test_what_is_not_certainly_a_signature_stays(tail: tuple[str, ...]) -> None:
    """Protects section five from losing a line: half a block, or one with anything behind it, is text."""
    text = "\n".join((PROBLEM, *tail))
    assert without_closing(text) == text


def test_other_sections_keep_what_stands_below_them() -> None:
    """Protects section six, and section five before it, from any change."""
    told = read_sections(a_document("五、存在的主要问题及改进情况", *SIGNED, "六、其他需要报告的事项", "无", *SIGNED))
    assert [section.text for section in told] == ["\n".join(SIGNED), "\n".join(("无", *SIGNED))]


@given(st.lists(st.sampled_from([PROBLEM, *SIGNED, *CONTACTS, ""]), max_size=6))
def test_lines_are_only_taken_from_the_end(lines: list[str]) -> None:
    """Protects the text: what is left is how it began, and taking the block away twice takes no sentence."""
    text = "\n".join(lines)
    assert text.startswith(without_closing(text))
    assert without_closing(text).count(PROBLEM) == text.count(PROBLEM)
