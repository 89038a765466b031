"""Where a reporting body belongs: by its name, by evidence, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognising.agencies import Agency, resolve
from etl.recognising.gazetteer import Gazetteer, standard_gazetteer
from etl.recognising.report import Clue
from etl.vocabulary.regions import COUNTY, Region, standard_regions

GAZETTEER = standard_gazetteer()
YEAR = 2024
CURRENT = tuple(region for region in standard_regions() if region.stood_at_end_of(YEAR))
UNIQUE = tuple(region for region in CURRENT if len(GAZETTEER.named(region.name, YEAR)) == 1)
SHARED = tuple(region for region in CURRENT if len(GAZETTEER.named(region.name, YEAR)) > 1)
BODIES = st.sampled_from(
    ("商务局", "人民政府", "市场监督管理局", "城市管理局", "县域经济发展中心", "民政局", "人民政府办公室")
)


def resolved(name: str, *clues: tuple[str, str], folders: tuple[str, ...] = (), year: int | None = YEAR) -> Agency:
    """The agency of a name with some clues."""
    return resolve(name, GAZETTEER, year=year, clues=[Clue(*clue) for clue in clues], folders=folders)


def outcome(agency: Agency) -> tuple[str, str | None]:
    """Status and code."""
    return agency.region_status, agency.region_code


@given(st.sampled_from(UNIQUE), BODIES)
def test_a_body_of_a_place_with_a_name_of_its_own_belongs_there(region: Region, body: str) -> None:
    """Protects the ordinary case for each of some three thousand places."""
    agency = resolved(region.name + body)
    assert outcome(agency) == ("resolved", region.region_code)
    assert region.name in agency.region_evidence
    assert agency.level == region.level


@given(st.sampled_from(SHARED), BODIES)
def test_namesakes_without_evidence_stay_ambiguous_with_all_of_them(region: Region, body: str) -> None:
    """Protects against the silent guess: every place that bears the name is offered, none is taken."""
    agency = resolved(region.name + body)
    assert outcome(agency) == ("ambiguous", None)
    assert set(agency.region_candidates) == {one.region_code for one in GAZETTEER.named(region.name, YEAR)}


@given(st.sampled_from(CURRENT), BODIES, st.integers(1, 2))
def test_the_parents_in_front_of_a_name_decide(region: Region, body: str, parents: int) -> None:
    """Protects names that say all, from 山东省 or only from the prefecture down."""
    lineage = GAZETTEER.lineage(region.region_code)
    names = "".join(one.name for one in lineage[-1 - parents :])
    assert outcome(resolved(names + body)) == ("resolved", region.region_code)


@given(st.sampled_from(SHARED), BODIES)
def test_folders_of_the_parents_decide(region: Region, body: str) -> None:
    """Protects the order in which supervisors keep their files."""
    folders = tuple(one.name for one in GAZETTEER.lineage(region.region_code)[:-1])
    agency = resolved(region.name + body, folders=("年报", *folders, "2024"))
    assert outcome(agency) == ("resolved", region.region_code)
    assert folders[-1] in agency.region_evidence


@given(st.sampled_from(SHARED), st.integers(1_000_000, 99_999_999))
def test_a_telephone_decides_only_where_its_area_code_does(region: Region, number: int) -> None:
    """Protects against a telephone that fits several namesakes, and never takes one that it does not fit."""
    lineage = GAZETTEER.lineage(region.region_code)
    area_code = next((code for one in reversed(lineage) for code in one.area_codes), None)
    if area_code is None:
        return
    agency = resolved(f"{region.name}商务局", ("phone", f"{area_code}-{number}"))
    assert agency.region_code in (region.region_code, None)
    assert region.region_code in agency.region_candidates


CASES = [
    ("济南市中区财政局", (), ("resolved", "370103")),
    ("济南市中级人民法院", (), ("resolved", "370100")),
    ("山东济南市中区财政局", (), ("resolved", "370103")),
    ("新疆奇台县水利局", (), ("resolved", "652325")),
    ("吉林省商务厅", (), ("resolved", "220000")),
    ("吉林市商务局", (), ("resolved", "220200")),
    ("吉林商务厅", (), ("resolved", "220000")),
    ("朝阳市教育局", (), ("resolved", "211300")),
    ("朝阳县教育局", (), ("resolved", "211321")),
    ("海南省民政厅", (), ("resolved", "460000")),
    ("海南州民政局", (), ("resolved", "632500")),
    ("乌海市海南区民政局", (), ("resolved", "150303")),
    ("公安县公安局", (), ("resolved", "421022")),
    ("国家税务总局枣庄市市中区税务局", (), ("resolved", "370402")),
    ("枣庄商务局", (), ("resolved", "370400")),
    ("淄博市高新区商务局", (), ("resolved", "370300")),
    ("江苏省镇江市商务局", (), ("resolved", "321100")),
    ("淄博市生态环境局临淄分局", (), ("resolved", "370305")),
    ("济南市公安局市中区分局", (), ("resolved", "370103")),
    ("淄博市生态环境局高新分局", (), ("resolved", "370300")),
    ("中共临淄区委宣传部", (), ("resolved", "370305")),
    ("东莞市石龙镇人民政府", (), ("resolved", "441900")),
    ("临淄区凤凰镇人民政府", (), ("resolved", "370305")),
    ("巢湖市教育局", (), ("resolved", "340181")),
    ("朝阳市场监督管理局", (), ("ambiguous", None)),
    ("城区街道办事处", (), ("unresolved", None)),
    ("新城区街道办事处", (), ("unresolved", None)),
    ("城关镇人民政府", (), ("unresolved", None)),
    ("曲江新区管理委员会", (), ("unresolved", None)),
    ("枣庄市鼓楼区商务局", (), ("unresolved", None)),
    ("国家发展和改革委员会", (), ("unresolved", None)),
    ("商务局", (("phone", "0532-85911111"),), ("unresolved", None)),
    ("县商务局", (), ("unresolved", None)),
    ("", (("phone", "0532-85911111"),), ("unresolved", None)),
    ("市中区水利局", (("phone", "0632-3111111"),), ("resolved", "370402")),
    ("市中区水利局", (("phone", "0833-2111111"),), ("resolved", "511102")),
    ("市中区水利局", (("phone", "0533-2111111"),), ("ambiguous", None)),
    ("市中区水利局", (("phone", "0632-3111111"), ("place", "济南市")), ("ambiguous", None)),
    ("市中区水利局", (("phone", "0533-2111111"), ("domain", "zaozhuang.gov.cn")), ("ambiguous", None)),
    ("市中区水利局", (("place", "山东省"), ("place", "枣庄市"), ("place", "市中区")), ("resolved", "370402")),
    ("市中区水利局", (("place", "山东省"),), ("ambiguous", None)),
    ("市中区水利局", (("place", "济南市"), ("place", "枣庄市")), ("ambiguous", None)),
    ("市中区水利局", (("place", "济南市"), ("place", "枣庄市"), ("phone", "0531-8111111")), ("resolved", "370103")),
    ("市中区水利局", (("domain", "slj.zaozhuang.gov.cn"),), ("resolved", "370402")),
    ("市中区水利局", (("postcode", "250001"),), ("ambiguous", None)),
    ("朝阳区水利局", (("postcode", "130012"),), ("resolved", "220104")),
    ("朝阳区水利局", (("domain", "chaoyang.gov.cn"),), ("ambiguous", None)),
    ("朝阳区水利局", (("phone", "010-65091111"),), ("resolved", "110105")),
    ("鼓楼区民政局", (("issuer", "福州市鼓楼区人民政府门户网站"),), ("resolved", "350102")),
]


@pytest.mark.parametrize(("name", "clues", "expected"), CASES)
def test_hard_names_are_resolved_or_left_open(
    name: str, clues: tuple[tuple[str, str], ...], expected: tuple[str, str | None]
) -> None:
    """Protects the traps: places in longer words, short forms, namesakes of three levels, evidence that contradicts."""
    assert outcome(resolved(name, *clues)) == expected


def test_a_contradiction_is_named() -> None:
    """Protects the person who must settle it: both sides stand in the sentence."""
    evidence = resolved("市中区水利局", ("phone", "0632-3111111"), ("place", "济南市")).region_evidence
    assert "互相矛盾" in evidence
    assert "0632" in evidence
    assert "济南市" in evidence


def test_a_place_that_is_in_no_gazetteer_is_never_guessed() -> None:
    """Protects 郑县, which looks like 郏县: the likeness is offered, the evidence of a telephone only ranks it."""
    agency = resolved("郑县商务局", ("phone", "0375-6111111"), year=2021)
    assert outcome(agency) == ("unresolved", None)
    assert agency.region_candidates[0] == "410425"
    assert resolved("郑县商务局", year=2016).region_candidates[0] == "410425"  # before 南郑县, which stood then
    assert "郑县" in agency.region_evidence


def test_an_unknown_district_of_a_known_city_is_looked_for_there() -> None:
    """Protects the candidates: the nearest name inside the city that is named."""
    assert resolved("济南市力下区商务局").region_candidates == ("370102",)


@pytest.mark.parametrize(
    ("name", "folders", "expected"),
    [
        ("商务局", ("河南省", "平顶山市", "郏县"), ("resolved", "410425")),
        ("商务局", ("济南", "市中区"), ("resolved", "370103")),
        ("商务局", ("市中区",), ("unresolved", None)),
        ("商务局", ("广东", "东莞"), ("resolved", "441900")),
        ("商务局", ("河南省",), ("unresolved", None)),
        ("商务厅", ("河南省",), ("resolved", "410000")),
        ("城关镇人民政府", ("03 郏县",), ("resolved", "410425")),
        ("郑县商务局", ("郏县",), ("unresolved", None)),
        ("", ("郏县",), ("unresolved", None)),
        ("鼓楼区民政局", ("江苏", "徐州市场调查"), ("ambiguous", None)),
        ("鼓楼区民政局", ("江苏", "2022_徐州市"), ("resolved", "320302")),
        ("鼓楼区民政局", ("浙江省",), ("ambiguous", None)),
    ],
)
def test_folders_decide_only_when_they_leave_no_choice(
    name: str, folders: tuple[str, ...], expected: tuple[str, str | None]
) -> None:
    """Protects bodies without a place from being put at the level of the folder they happen to lie in."""
    assert outcome(resolved(name, folders=folders)) == expected


def test_the_manifest_wins_and_says_so() -> None:
    """Protects what a person wrote by hand from what the program thinks."""
    agency = resolve("鼓楼区民政局", GAZETTEER, year=YEAR, clues=[Clue("phone", "025-83111111")], region_code="350102")
    assert (*outcome(agency), agency.region_evidence) == ("resolved", "350102", "manifest.csv")


def test_a_manifest_code_that_does_not_exist_is_named_and_not_taken() -> None:
    """Protects against a slip of the pen in a manifest."""
    agency = resolve("临淄区商务局", GAZETTEER, year=YEAR, region_code="990999")
    assert outcome(agency) == ("resolved", "370305")
    assert "990999" in agency.region_evidence


@pytest.mark.parametrize(
    ("name", "kind", "sector"),
    [
        ("临淄区人民政府", "government", None),
        ("临淄区", "government", None),
        ("和田地区行政公署", "government", None),
        ("临淄区人民政府办公室", "department", "政府办公室"),
        ("临淄区商务局", "department", "商务"),
        ("河南省教育厅", "department", "教育"),
        ("临淄区教育和体育局", "department", "教育"),
        ("临淄区卫健局", "department", "卫生健康"),
        ("临淄区发展和改革委员会", "department", "发展和改革"),
        ("临淄区城市管理局", "department", "城市管理"),
        ("临淄区人民政府外事办公室", "department", "外事"),
        ("临淄区规划和自然资源局", "department", "自然资源"),
        ("临淄区城乡建设局", "department", "住房和城乡建设"),
        ("临淄区乡村振兴局", "department", "乡村振兴"),
        ("临淄区公共资源交易中心", "department", "行政审批"),
        ("临淄区闻韶街道办事处", "township", None),
        ("临淄区凤凰镇人民政府", "township", None),
        ("东乌珠穆沁旗嘎达布其镇", "township", None),
        ("淄博市高新技术产业开发区管理委员会", "other", None),
        ("临淄区人民医院", "other", None),
        ("临淄区供水集团有限公司", "other", None),
        ("", "other", None),
    ],
)
def test_kind_and_sector_follow_from_the_name(name: str, kind: str, sector: str | None) -> None:
    """Protects peers: who is compared with whom."""
    agency = resolved(name)
    assert (agency.kind, agency.sector) == (kind, sector)


def test_own_divisions_are_resolved_like_any_other() -> None:
    """Protects the demo: invented places, with a namesake that its address decides."""
    own = (
        Region("991000", "云麓省", "province", None),
        Region("991100", "霁城市", "prefecture", "991000"),
        Region("991200", "岫城市", "prefecture", "991000"),
        Region("991101", "溪桥区", COUNTY, "991100"),
        Region("991201", "溪桥区", COUNTY, "991200"),
    )
    gazetteer = Gazetteer((*standard_regions(), *own))
    assert resolve("溪桥区商务局", gazetteer, year=YEAR).region_status == "ambiguous"
    clues = [Clue("place", "云麓省"), Clue("place", "岫城市")]
    assert resolve("溪桥区商务局", gazetteer, year=YEAR, clues=clues).region_code == "991201"
