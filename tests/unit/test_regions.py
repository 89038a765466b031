"""The gazetteer: the facts it ships, and how they are asked for."""

from collections import Counter

import pytest

from etl.errors import UsageError
from etl.recognising.gazetteer import Gazetteer, standard_gazetteer
from etl.vocabulary.regions import Region, short_name, standard_regions

GAZETTEER = standard_gazetteer()

# Not of GB/T 2260: only the statistics bureau numbers them.
STATISTICAL = {"232761", "232762", "232763", "232764", "632857"}

# Divisions of prefecture and county level at the end of a year, as the Ministry of Civil Affairs counts them.
OFFICIAL_COUNTS = {
    2008: (333, 2857),  # 2859, less the two districts of Chongqing whose codes were given to others
    2012: (333, 2852),
    2013: (333, 2853),
    2014: (333, 2854),
    2015: (334, 2850),
    2018: (333, 2851),
    2019: (333, 2846),
    2020: (333, 2844),
    2021: (333, 2843),
    2023: (333, 2844),
    2024: (333, 2846),
}


@pytest.mark.parametrize("year", OFFICIAL_COUNTS)
def test_the_divisions_of_a_year_are_as_many_as_officially_counted(year: int) -> None:
    """Protects the gazetteer from places that are missing, doubled or in the wrong years."""
    codes = {region.region_code for region in standard_regions() if region.stood_at_end_of(year)} - STATISTICAL
    levels = Counter(GAZETTEER.lineage(code)[-1].level for code in codes)
    prefectures, counties = OFFICIAL_COUNTS[year]
    assert levels["province"] == 34
    assert levels["prefecture"] == prefectures
    assert levels["county"] == counties


def test_every_code_fits_its_level_and_its_parent() -> None:
    """Protects the tree: a county under a foreign province would move its reports there."""
    for region in standard_regions():
        code, parent = region.region_code, region.parent_code
        assert (region.level == "province") == code.endswith("0000") == (parent is None)
        assert (region.level == "county") == (not code.endswith("00"))
        if parent is not None:
            assert parent[:2] == code[:2]
            assert parent[2:4] in ("00", code[2:4])


def test_no_code_has_two_current_names() -> None:
    """Protects the key of the table `regions`."""
    current = Counter(region.region_code for region in standard_regions() if region.to_year is None)
    assert max(current.values()) == 1


def test_names_of_one_code_follow_each_other_without_overlap() -> None:
    """Protects years from having two names for one place."""
    last: dict[str, int | None] = {}
    for region in standard_regions():
        if region.region_code in last:
            assert last[region.region_code] == region.from_year
        last[region.region_code] = region.to_year


@pytest.mark.parametrize(
    ("code", "full_name"),
    [
        ("110105", "北京市朝阳区"),
        ("370402", "山东省枣庄市市中区"),
        ("652325", "新疆维吾尔自治区昌吉回族自治州奇台县"),
        ("419001", "河南省济源市"),
        ("441900", "广东省东莞市"),
        ("460400", "海南省儋州市"),
        ("370116", "山东省济南市莱芜区"),
        ("330113", "浙江省杭州市临平区"),
        ("371200", "山东省莱芜市"),
        ("232761", "黑龙江省大兴安岭地区加格达奇区"),
    ],
)
def test_known_places_have_their_codes_and_parents(code: str, full_name: str) -> None:
    """Protects against a shifted column: well-known places of every shape."""
    assert GAZETTEER.full_name(code) == full_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("恩施土家族苗族自治州", "恩施"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("鄂温克族自治旗", "鄂温克"),
        ("六枝特区", "六枝"),
        ("神农架林区", "神农架"),
        ("金林区", "金林"),
        ("和田地区", "和田"),
        ("香港特别行政区", "香港"),
        ("忠县", "忠县"),
    ],
)
def test_a_short_name_drops_kind_and_nationalities(name: str, short: str) -> None:
    """Protects the ways in which people write places, and two-character names from losing their only other one."""
    assert short_name(name) == short


def test_official_short_forms_are_names_too() -> None:
    """Protects autonomous prefectures and counties, which hardly ever write their whole name."""
    assert [region.region_code for region in GAZETTEER.named("恩施州")] == ["422800"]
    assert [region.region_code for region in GAZETTEER.named("昌吉州")] == ["652300"]
    assert [region.region_code for region in GAZETTEER.named("长阳县")] == ["420528"]


@pytest.mark.parametrize(
    ("name", "year", "codes"),
    [
        ("市中区", 2022, ["370103", "370402", "511002", "511102"]),
        ("市中区", 2012, ["370103", "370402", "370802", "511002", "511102"]),
        ("三元区", 2020, ["350403"]),
        ("三元区", 2021, ["350404"]),
        ("江北区", 2024, ["330205", "500105"]),
        ("江北区", 2025, ["330205", "500105"]),
        ("江北区", 2026, ["330205"]),
        ("临平区", 2020, ["330113"]),
        ("鹿泉市", 2020, ["130185"]),
        ("鹿泉市", None, ["130185"]),
        ("桥西区", None, ["130104", "130703"]),
        ("没有区", 2020, []),
    ],
)
def test_a_name_means_the_places_of_its_time(name: str, year: int | None, codes: list[str]) -> None:
    """Protects old reports from today's map, and today's from places that are gone."""
    assert [region.region_code for region in GAZETTEER.named(name, year)] == codes


def test_the_table_of_regions_names_every_level_above() -> None:
    """Protects the drill from province to county: each division can be reached from its province."""
    rows = {row["region_code"]: row for row in GAZETTEER.frame().iter_rows(named=True)}
    assert len(rows) == len(GAZETTEER)
    names = ("province_name", "prefecture_name", "county_name")
    assert [rows["110105"][name] for name in names] == ["北京市", "北京市", "朝阳区"]
    assert [rows["370402"][name] for name in names] == ["山东省", "枣庄市", "市中区"]
    assert [rows["419001"][name] for name in names] == ["河南省", None, "济源市"]
    assert [rows["441900"][name] for name in names] == ["广东省", "东莞市", None]
    assert [rows["310000"][name] for name in names] == ["上海市", None, None]


def test_children_are_those_that_stand_today() -> None:
    """Protects the drill from abolished divisions."""
    names = {region.name for region in GAZETTEER.children("330100")}
    assert {"临平区", "钱塘区", "拱墅区"} <= names
    assert not names & {"下城区", "江干区", "临安市"}


@pytest.mark.parametrize(
    ("area_code", "name"),
    [
        ("0531", "济南市"),
        ("010", "北京市"),
        ("0898", "海南省"),
        ("0851", "遵义市"),
        ("0851", "贵阳市"),
        ("0728", "仙桃市"),
    ],
)
def test_an_area_code_names_its_places(area_code: str, name: str) -> None:
    """Protects the strongest evidence that reports give, shared codes included."""
    assert name in {GAZETTEER.lineage(code)[-1].name for code in GAZETTEER.with_area_code(area_code)}


def test_every_mainland_prefecture_has_an_area_code_and_a_web_name() -> None:
    """Protects prefectures from being the only ones that evidence cannot reach."""
    prefectures = [region for region in standard_regions() if region.level == "prefecture" and region.to_year is None]
    assert not [region for region in prefectures if not region.web_names]
    without = {region.name for region in prefectures if not region.area_codes}
    assert without == {"海口市", "三亚市", "三沙市", "儋州市"}  # Hainan has one code, that of the province


OWN = (Region("991000", "云麓省", "province", None), Region("991100", "霁城市", "prefecture", "991000"))


def test_own_divisions_stand_beside_those_of_the_standard() -> None:
    """Protects the demo and development zones, which have codes of their own."""
    gazetteer = Gazetteer((*standard_regions(), *OWN))
    assert gazetteer.full_name("991100") == "云麓省霁城市"
    assert len(gazetteer) == len(GAZETTEER) + len(OWN)


@pytest.mark.parametrize(
    ("region", "says"),
    [
        (Region("991200", "霁城市", "prefecture", "999000"), "不在区划表中"),
        (Region("991200", "霁城市", "prefecture", None), "不在区划表中"),
        (Region("991201", "溪桥县", "county", "370103"), "层级不高于它"),
        (Region("991200", "霁城市", "prefecture", "991200"), "层级不高于它"),
        (Region("992000", "霁城省", "province", "991000"), "层级不高于它"),
        (Region("370103", "另一个区", "county", "370100"), "同时属于"),
    ],
)
def test_a_division_that_cannot_be_is_refused_with_its_reason(region: Region, says: str) -> None:
    """Protects a load from a gazetteer with holes: the person who wrote the line is told what is wrong."""
    with pytest.raises(UsageError, match=says):
        Gazetteer((*standard_regions(), *OWN, region))


def test_a_gazetteer_may_be_empty() -> None:
    """Protects tests and tools that bring their own few divisions."""
    assert not Gazetteer(())
    assert Gazetteer((Region("991000", "云麓省", "province", None),)).named("云麓省")
