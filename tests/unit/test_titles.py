"""Titles of reports as a table: what they are, and the agency and year that they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognising.dates import dates_in, year_of_period, year_of_title
from etl.recognising.titles import is_agency, read_title, title_is_of_a_report

TITLES = [
    ("青禾市商务局2020年度政府信息公开工作年度报告", "青禾市商务局", 2020),
    ("青禾市商务局2020年度信息公开工作报告", "青禾市商务局", 2020),
    ("2020年青禾市商务局政府信息公开工作年度报告", "青禾市商务局", 2020),
    ("2020年度青禾市商务局政府信息公开年度报告", "青禾市商务局", 2020),
    ("青禾市商务局政府信息公开工作2022年度报告", "青禾市商务局", 2022),
    ("青禾市商务局政府信息公开工作年度报告（2023年度）", "青禾市商务局", 2023),
    ("青禾市商务局（2023年度）政府信息公开工作年度报告", "青禾市商务局", 2023),
    ("青禾市商务局政府信息公开工作年度报告2023年", "青禾市商务局", 2023),
    ("青禾市商务局2020政府信息公开年报", "青禾市商务局", 2020),
    ("青禾市商务局２０２０年政府信息公开工作年度报告", "青禾市商务局", 2020),
    ("青禾市商务局202020年政府信息公开工作年度报告", "青禾市商务局", 2020),
    ("青禾市商务局二〇二〇年政府信息公开工作年度报告", "青禾市商务局", 2020),
    ("青禾市商务局二○二一年度政府信息公开工作年度报告", "青禾市商务局", 2021),
    ("青禾市商务局关于2020年政府信息公开工作的年度报告", "青禾市商务局", 2020),
    ("关于青禾市商务局2020年政府信息公开工作情况的报告", "青禾市商务局", 2020),
    ("关于公布青禾市商务局2020年政府信息公开工作年度报告", "青禾市商务局", 2020),
    ("青禾市商务局 2020年度 政府信息公开工作 年度报告", "青禾市商务局", 2020),
    ("青禾市商务局2020年政务公开工作总结", "青禾市商务局", 2020),
    ("青禾市商务局2020年政府信息和政务公开年度报告", "青禾市商务局", 2020),
    ("青禾市商务局2020年政府信息公开年度报告-青禾市商务局", "青禾市商务局", 2020),
    ("青禾市商务局2020年政府信息公开年度报告_门户网站", "青禾市商务局", 2020),
    ("附件1 2020年青禾市商务局政府信息公开工作年度报告", "青禾市商务局", 2020),
    ("附件12020年青禾市商务局政府信息公开工作年度报告", "青禾市商务局", 2020),
    ("附件：青禾市商务局2020年政府信息公开工作年度报告", "青禾市商务局", 2020),
    ("《青禾市商务局2020年政府信息公开工作年度报告》", "青禾市商务局", 2020),
    ("青禾市商务局2020年政府信息公开工作年度报告（全文）", "青禾市商务局", 2020),
    ("青禾市商务局2021年印发2020年度政府信息公开年报", "", 2020),
    ("青禾市商务局（青禾市粮食局）2020年政府信息公开年报", "青禾市商务局（青禾市粮食局）", 2020),
    ("青禾市人民政府办公室2020年政府信息公开工作年度报告", "青禾市人民政府办公室", 2020),
    ("青禾市白石镇人民政府2020年政府信息公开工作年度报告", "青禾市白石镇人民政府", 2020),
    ("青禾市白石街道2020年政府信息公开工作年度报告", "青禾市白石街道", 2020),
    ("青禾市2020年政府信息公开工作年度报告", "青禾市", 2020),
    ("2020年青禾市人民政府信息公开工作年度报告", "青禾市人民政府", 2020),
    ("青禾市人民政府2020年政府信息公开工作年度报告", "青禾市人民政府", 2020),
    ("商务局2020年政府信息公开工作年度报告", "商务局", 2020),
    ("2020年政府信息公开工作年度报告", "", 2020),
    ("2020年政府信息公开工作年度报告-青禾市商务局", "", 2020),
    ("青禾市商务局政府信息公开工作年度报告", "青禾市商务局", None),
    ("青禾市商务局2019-2020年政府信息公开工作年度报告", "青禾市商务局", None),
    ("青禾市商务局202021年政府信息公开工作年度报告", "青禾市商务局", None),
]


@pytest.mark.parametrize(("text", "agency", "year"), TITLES)
def test_a_title_names_its_agency_and_year(text: str, agency: str, year: int | None) -> None:
    """Protects who is compared with whom and over which years, whatever the order of the words."""
    title = read_title(text)
    assert title is not None
    assert (title.agency, title.year) == (agency, year)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "关于做好2023年度政府信息公开工作年度报告编制工作的通知",
        "青禾市政府信息公开指南",
        "青禾市2023年政府工作报告",
        "青禾市商务局2023年法治政府建设情况报告",
        "青禾市商务局2023年政务公开工作要点",
        "现将青禾市商务局2023年政府信息公开工作年度报告公布如下。",
        "政府信息公开工作年度报告网上填报系统操作说明",
        "公开" + "1" * 80,
        "公开" + "年度" * 40 + "通知",
        "政府信息公开" * 15,
    ],
)
def test_other_titles_are_not_taken_for_a_report(text: str) -> None:
    """Protects the warehouse from notices, guides and other reports; and no text takes long."""
    assert not title_is_of_a_report(text)


def test_the_title_is_kept_as_printed_without_what_does_not_belong() -> None:
    """Protects the title that people read: its brackets stay, the attachment mark and the site's name go."""
    title = read_title("附件2：青禾市商务局政府信息公开工作年度报告（2023年度）- 青禾市人民政府")
    assert title is not None
    assert title.text == "青禾市商务局政府信息公开工作年度报告（2023年度）"
    assert title.site == "青禾市人民政府"


@given(st.integers(2008, 2098), st.booleans())
def test_the_year_of_publication_beside_the_year_reported_on_is_not_taken(year: int, is_first: bool) -> None:
    """Protects against the wrong one of two years; without 年度 neither is taken."""
    both = (f"{year + 1}年发布", f"{year}年度") if is_first else (f"{year}年度", f"{year + 1}年发布")
    assert year_of_title("".join(both) + "政府信息公开年报") == year
    assert year_of_title(f"{year}年、{year + 1}年政府信息公开年报") is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("统计期限为2020年1月1日至2020年12月31日", 2020),
        ("统计期限自2020年1月1日起，至2020年12月31日止", 2020),
        ("统计期限为2020年01月01日-12月31日", 2020),
        ("统计期限为202020年1月1日至2020年12月31日", 2020),
        ("2021年1月1日至2020年12月31日，2020年1月1日至2020年12月31日", 2020),
        ("2021年1月1日至2020年12月31日", None),
        ("2020年1月1日至2020年6月30日", None),
        ("2021年1月29日", None),
    ],
)
def test_the_statistical_period_gives_its_year(text: str, year: int | None) -> None:
    """Protects the evidence for the year, typing errors included, and never takes half a period."""
    assert year_of_period(text) == year


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2021年1月29日", ["2021-01-29"]),
        ("2021-01-29 10:22", ["2021-01-29"]),
        ("2021/1/9", ["2021-01-09"]),
        ("二〇二一年一月二十九日", ["2021-01-29"]),
        ("二○二一年十二月十日", ["2021-12-10"]),
        ("2021年2月30日", []),
        ("12021年1月1日", []),
        ("国办公开办函〔2021〕30号", []),
    ],
)
def test_dates_are_read_only_when_they_can_be(text: str, dates: list[str]) -> None:
    """Protects the date of publication from numbers that look like one."""
    assert [one.isoformat() for one in dates_in(text)] == dates


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("青禾市商务局", True),
        ("青禾市白石镇人民政府", True),
        ("青禾市供水集团有限公司", True),
        ("我局", False),
        ("附件：商务局", False),
        ("首页", False),
        ("局", False),
        ("2021年1月29日", False),
        ("感谢社会各界对我局的支持。", False),
    ],
)
def test_a_signature_is_told_from_other_short_lines(text: str, is_one: bool) -> None:
    """Protects the agency from being taken from a line that is none."""
    assert is_agency(text) is is_one
