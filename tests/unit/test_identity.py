"""Who reported on which year, and when, in documents of invented agencies."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.document import Cell, Document, Paragraph, Table
from etl.recognising.identity import identify
from etl.recognising.report import Identity

BODY = ("一、总体情况", "本年度认真落实条例要求，各项工作平稳有序。", "六、其他需要报告的事项", "无。")
TITLE = "青禾市商务局2020年政府信息公开工作年度报告"


def of(*lines: str, file_title: str = "", meta: tuple[tuple[str, str], ...] = ()) -> Identity:
    """The identity of a document of these lines."""
    blocks = tuple(Paragraph(number, line) for number, line in enumerate(lines, start=1))
    return identify(Document("text/plain", blocks, title=file_title, meta=meta))


def who_and_when(identity: Identity) -> tuple[str, int | None]:
    """Agency and year."""
    return identity.agency, identity.year


HEADS = [
    (TITLE,),
    ("青禾市商务局", "2020年度政府信息公开工作年度报告"),
    ("青禾市商务局2020年政府信息公开工作", "年度报告"),
    ("青禾市商务局", "2020年度", "政府信息公开工作年度报告"),
    ("青禾市商务", "局2020年政府信息公开工作年度报告"),
    ("青禾市", "商务局2020年政府信息公开工作年度报告"),
    ("附件1", TITLE),
    ("附件1", "", TITLE),
    ("正文", TITLE),
    ("首页", "当前位置：政务公开", TITLE, "发布时间：2021-01-20"),
    ("青禾市商务局2018年政府信息公开工作年度报告", "青禾市商务局2019年政府信息公开工作年度报告", TITLE),
]


@pytest.mark.parametrize("head", HEADS)
def test_the_title_is_found_wherever_its_lines_stand(head: tuple[str, ...]) -> None:
    """Protects titles over several lines, below marks and navigation, and beside links to other years' reports."""
    identity = of(*head, *BODY)
    assert who_and_when(identity) == ("青禾市商务局", 2020)
    assert (identity.agency_from, identity.year_from) == ("title", "title")
    assert identity.title.endswith("年度报告")


def test_links_to_other_reports_after_the_text_are_not_taken() -> None:
    """Protects site pages that list the reports of other years below."""
    identity = of(TITLE, *BODY, "青禾市商务局2023年政府信息公开工作年度报告")
    assert identity.year == 2020


def test_of_several_titles_the_one_of_the_file_is_taken() -> None:
    """Protects pages whose list of reports stands between the title and the text."""
    lines = (TITLE, "青禾市商务局2023年政府信息公开工作年度报告", *BODY)
    assert of(*lines, file_title=f"{TITLE}_青禾市人民政府").year == 2020


def test_a_title_that_only_the_file_has_is_taken() -> None:
    """Protects pages that print the title as a picture."""
    identity = of(*BODY, file_title=TITLE)
    assert who_and_when(identity) == ("青禾市商务局", 2020)
    assert (identity.agency_from, identity.year_from) == ("file_title", "file_title")
    assert of(*BODY, meta=(("ArticleTitle", TITLE),)).year == 2020


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("统计期限为2020年1月1日至2020年12月31日。",), (2020, "period")),
        (("2020年度，我局收到申请3件。",), (2020, "text")),
        (("青禾市商务局", "2021年1月20日"), (2020, "publication")),
        (("发布日期：2021-01-20",), (2020, "publication")),
        (("下一年我局将继续努力。",), (None, "")),
    ],
)
def test_a_title_without_year_leaves_it_to_the_period_then_the_text_then_the_date(
    lines: tuple[str, ...], expected: tuple[int | None, str]
) -> None:
    """Protects the order of the evidence for the year; none is invented."""
    identity = of("青禾市商务局政府信息公开工作年度报告", *BODY, *lines)
    assert (identity.year, identity.year_from) == expected


def test_a_title_that_names_the_year_of_publication_is_corrected_by_the_period() -> None:
    """Protects against 2021 in the title of the report on 2020 that was published in January 2021."""
    period = "统计期限为2020年1月1日至2020年12月31日。"
    signed = ("青禾市商务局", "2021年1月20日")
    assert of("青禾市商务局2021年政府信息公开工作年度报告", period, *BODY, *signed).year == 2020
    assert of("青禾市商务局2021年政府信息公开工作年度报告", *BODY, *signed).year == 2021
    assert of("青禾市商务局2021年政府信息公开工作年度报告", period, *BODY, "青禾市商务局", "2022年1月20日").year == 2021


@given(st.integers(2008, 2090))
def test_plans_and_comparisons_never_change_the_year(year: int) -> None:
    """Protects the year from every other year that a text mentions."""
    lines = (
        f"{year - 1}年收到申请2件，{year}年收到申请3件。",
        f"{year + 1}年，我局将继续推进公开，{year + 1}年度计划如下。",
        f"根据国办公开办函〔{year + 1}〕30号文件。",
        "青禾市商务局",
        f"{year + 1}年1月20日",
    )
    identity = of(f"青禾市商务局{year}年政府信息公开工作年度报告", *BODY, *lines)
    assert identity.year == year
    assert identity.published_on == date(year + 1, 1, 20)


@pytest.mark.parametrize(
    ("lines", "agency", "found_in"),
    [
        (("成立了由局长任组长的青县商务局信息公开领导小组。",), "青县商务局", "text"),
        (("成立了由局长任组长、科室负责人为成员的禾县商务局信息公开领导小组。",), "禾县商务局", "text"),
        (("济南市历下区商务局高度重视，历下区商务局多次研究，历下区商务局落实到位。",), "历下区商务局", "text"),
        (("由和县商务局牵头。",), "和县商务局", "text"),
        (("市商务局和县商务局共同推进，创新县商务局机制，积极推动禾县商务局工作。",), "商务局", "title"),
        (("全县商务局系统高度重视，县商务局多次研究。",), "商务局", "title"),
        (("学习历下区商务局、槐荫区商务局的做法。",), "商务局", "title"),
        (("历下区商务局", "2021年1月20日"), "历下区商务局", "signature"),
        (("各级商务局高度重视。",), "商务局", "title"),
    ],
)
def test_a_title_without_place_is_completed_only_when_the_text_is_clear(
    lines: tuple[str, ...], agency: str, found_in: str
) -> None:
    """Protects the name of the agency: cut at the right place on its left, and never one of two."""
    identity = of("商务局2020年政府信息公开工作年度报告", *BODY, *lines)
    assert (identity.agency, identity.agency_from) == (agency, found_in)


@pytest.mark.parametrize(
    ("lines", "agency", "found_in"),
    [
        (("历下区人民政府高度重视。",), "历下区人民政府", "text"),
        (("历下区人民政府办公室高度重视。",), "历下区", "title"),
        (("历下区人民政府", "2021年3月20日"), "历下区人民政府", "signature"),
    ],
)
def test_a_title_that_names_only_a_place_is_of_its_government(
    lines: tuple[str, ...], agency: str, found_in: str
) -> None:
    """Protects governments, which write 历下区2020年…, from becoming two agencies, or their office."""
    identity = of("历下区2020年政府信息公开工作年度报告", *BODY, *lines)
    assert (identity.agency, identity.agency_from) == (agency, found_in)


@pytest.mark.parametrize(
    ("lines", "file_title", "expected"),
    [
        (("青禾市商务局", "2021年1月20日"), "", ("青禾市商务局", "signature")),
        (("青禾市商务局 2021年1月20日",), "", ("青禾市商务局", "signature")),
        (("青禾市商务局", "", "二〇二一年一月二十日", "联系电话：0531-1234567"), "", ("青禾市商务局", "signature")),
        ((), "2020年政府信息公开工作年度报告-青禾市商务局", ("青禾市商务局", "file_title")),
        ((), "2020年政府信息公开工作年度报告_青禾市人民政府", ("", "")),
        (("发布机构：青禾市商务局",), "", ("青禾市商务局", "issuer")),
        (("主办单位：青禾市商务局",), "", ("", "")),
        (("我局高度重视。",), "", ("", "")),
        (("版权所有：青禾市门户网站",), "", ("", "")),
    ],
)
def test_without_an_agency_in_the_title_the_document_must_name_it_elsewhere(
    lines: tuple[str, ...], file_title: str, expected: tuple[str, str]
) -> None:
    """Protects the order of the evidence for the agency; none is invented."""
    identity = of("2020年政府信息公开工作年度报告", *BODY, *lines, file_title=file_title)
    assert (identity.agency, identity.agency_from) == expected


@pytest.mark.parametrize(
    ("lines", "meta", "published_on"),
    [
        (("青禾市商务局", "2021年1月20日"), (("PubDate", "2021-02-01 09:00"),), date(2021, 1, 20)),
        (("发布日期：2021-01-25",), (), date(2021, 1, 25)),
        ((), (("PubDate", "2021-02-01 09:00"),), date(2021, 2, 1)),
        (("2021年1月20日",), (), date(2021, 1, 20)),
        (("2026年5月1日",), (), None),
        (("青禾市商务局", "2019年1月20日"), (), None),
        (("依据2021年1月10日印发的通知，开展工作。",), (), None),
        ((), (), None),
    ],
)
def test_the_date_of_publication_is_one_that_can_be(
    lines: tuple[str, ...], meta: tuple[tuple[str, str], ...], published_on: date | None
) -> None:
    """Protects lateness and versions from dates of other things, and from one before the year reported on."""
    assert of(TITLE, *BODY, *lines, meta=meta).published_on == published_on


def test_a_document_of_another_kind_keeps_its_first_line_and_names_nobody() -> None:
    """Protects the person who reads why a document was rejected."""
    identity = of("关于召开年度会议的通知", "各科室：", "定于下周召开会议。")
    assert identity.title == "关于召开年度会议的通知"
    assert who_and_when(identity) == ("", None)


def test_the_particulars_in_a_small_table_above_the_text_are_read() -> None:
    """Protects site pages, which print publisher, date and title as a table of labels and values."""
    rows = (("索引号：", "00001", "发布机构：", "青禾市商务局"), ("名 称：", TITLE, "发文日期:2021-01-22", ""))
    cells = tuple(
        tuple(Cell(text, row, column) for column, text in enumerate(texts, start=1))
        for row, texts in enumerate(rows, start=1)
    )
    lines = tuple(Paragraph(number, line) for number, line in enumerate(BODY, start=1))
    identity = identify(Document("text/html", (Table(1, cells, is_ragged=False, width=4), *lines)))
    assert who_and_when(identity) == ("青禾市商务局", 2020)
    assert identity.published_on == date(2021, 1, 22)
    assert ("issuer", "青禾市商务局") in {(clue.kind, clue.text) for clue in identity.clues}


def test_a_heading_that_reads_like_a_title_is_none() -> None:
    """Protects the title from headings such as 一、…工作报告 where the title itself is missing."""
    assert who_and_when(of("一、商务局2019年政务公开工作总结", "平稳有序。", file_title="通知公告")) == ("", None)


@given(st.lists(st.text(alphabet="公开年度报告市县区商务局一、20 -，。", max_size=40), max_size=12))
def test_any_lines_are_identified_without_a_fault(lines: list[str]) -> None:
    """Protects a load from a text that no one thought of."""
    identity = of(*lines)
    assert identity.year is None or 2007 <= identity.year <= 2099


def clues_of(*lines: str, **parts: str) -> dict[str, list[str]]:
    """The clues of a document by kind."""
    found: dict[str, list[str]] = {}
    for clue in of(TITLE, *BODY, *lines, file_title=parts.get("file_title", "")).clues:
        found.setdefault(clue.kind, []).append(clue.text)
    return found


def test_clues_are_kept_as_printed() -> None:
    """Protects the evidence for the place: telephones, postcodes, web sites, places and who published."""
    clues = clues_of(
        "联系地址：云麓省霁城市溪桥区清和路8号，邮编：250014，电话：（0531）86012345",
        "网址：http://sw.jinan.gov.cn/zwgk，传真0531－86012346",
        "在省、市指导下，对照济南市、山东省要求落实，赴青岛市学习，借鉴烟台市经验。",
        "发布机构：历下区商务局",
        file_title=f"{TITLE}-历下区政府网",
    )
    assert clues == {
        "phone": ["0531-86012345", "0531-86012346"],
        "postcode": ["250014"],
        "domain": ["sw.jinan.gov.cn"],
        "issuer": ["历下区政府网", "历下区商务局"],
        "place": ["云麓省", "霁城市", "济南市", "山东省"],
    }


@pytest.mark.parametrize(
    "line",
    [
        "受理编号053186012345678",
        "手机13905311234",
        "共支出250014元",
        "见www.example.com",
        "规范济南市场秩序",
        "全市、全省、各市县区",
    ],
)
def test_what_only_looks_like_a_clue_is_none(line: str) -> None:
    """Protects the region from numbers and words that mean something else."""
    assert not clues_of(line)
