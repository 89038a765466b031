"""Nested areas: every block as large as what is in it, names safe, what has no denominator left to the table."""

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME
from pages.charts.nested import WHOLE, nested_areas
from pages.charts.picture import Picture

RATE = INDICATOR_BY_NAME["full_grant_rate"]


def regions(*rows: tuple[str, str | None, str | None, bool, int | None, int | None]) -> pl.DataFrame:
    """Rows of `ratios_by_region` from code, name, parent, is_own, numerator and denominator."""
    told = [
        {
            "region_code": code,
            "name": name,
            "parent_code": parent,
            "is_own": is_own,
            "numerator": top,
            "denominator": bottom,
            "rate": top / bottom if top is not None and bottom else None,
            "reports": 3,
            "left_out": 0,
        }
        for code, name, parent, is_own, top, bottom in rows
    ]
    return pl.DataFrame(told, infer_schema_length=None)


SOME = regions(
    ("990000", "云泽省", None, False, 60, 150),
    ("990000", "云泽省", None, True, 10, 50),
    ("990100", "云州市", "990000", False, 50, 100),
    ("990101", "<b>东溪</b>区", "990100", False, 40, 80),
    ("990102", "西溪县", "990100", False, 10, 20),
    ("990200", "泽州市", "990000", False, None, None),
    ("998000", "海角省", None, False, 30, 50),
    ("", None, None, False, 0, 5),
)


def drawn(rows: pl.DataFrame = SOME, area: str = "全部地区") -> Picture:
    """The picture of these rows in Chinese."""
    return nested_areas(rows, RATE, 2024, area, "zh")


def test_each_block_lies_in_the_one_above_it() -> None:
    """Protects the nesting: own agencies inside their division, the top level and unknown regions below the whole."""
    block = drawn().figure.data[0]
    above = dict(zip(block.ids, block.parents, strict=True))
    assert above == {
        WHOLE: "", "990000": WHOLE, "990000 itself": "990000", "990100": "990000", "990101": "990100",
        "990102": "990100", "998000": WHOLE, "": WHOLE,
    }  # fmt: skip  # a table: a block and the one above


def test_a_single_division_is_the_whole() -> None:
    """Protects one chosen area from standing twice, as itself and as what it lies in."""
    block = drawn(
        regions(("990101", "东溪区", "990100", False, 4, 8), ("甲局", "甲局", "990101", False, 4, 8))
    ).figure.data[0]
    assert dict(zip(block.ids, block.parents, strict=True)) == {"990101": "", "甲局": "990101"}
    assert list(block.values) == [0, 8]


def test_a_block_is_as_large_as_what_is_in_it() -> None:
    """Protects areas: only innermost blocks have a value, and they add up to the whole."""
    block = drawn().figure.data[0]
    values = dict(zip(block.ids, block.values, strict=True))
    assert block.branchvalues == "remainder"
    assert values["990000"] == values["990100"] == values[WHOLE] == 0
    assert sum(values.values()) == 150 + 50 + 5


def test_the_title_says_the_rate_and_the_largest_part() -> None:
    """Protects the title: rate, its numbers, and where most of them come from."""
    assert drawn().title == "全部地区 2024 年予以公开率 43.9%（90 / 205 件）；分母最大的是云泽省，占 73.2%"
    province = SOME.filter(pl.col("region_code").str.starts_with("99") & (pl.col("region_code") != "998000"))
    assert (
        drawn(province, "云泽省").title == "云泽省 2024 年予以公开率 40.0%（60 / 150 件）；分母最大的是云州市，占 66.7%"
    )


def test_what_has_no_denominator_has_no_block() -> None:
    """Protects missing from becoming an area; the note leads to the table."""
    picture = drawn()
    assert "990200" not in picture.figure.data[0].ids
    assert "见表" in picture.note


def test_a_small_sample_says_so_in_its_block() -> None:
    """Protects small divisions from a bare rate."""
    block = drawn().figure.data[0]
    words = dict(zip(block.ids, (data[0] for data in block.customdata), strict=True))
    assert words["990102"].endswith("样本不足")
    assert "样本不足" not in words["990101"]


def test_a_name_with_tags_is_drawn_letter_for_letter() -> None:
    """Protects the figure from names in documents: a tag is shown, not obeyed."""
    block = drawn().figure.data[0]
    assert not any("<b>" in label for label in block.labels)
    assert not any("<b>" in data[1] for data in block.customdata)


def test_the_title_says_names_as_they_are() -> None:
    """Protects title, alternative text and saved picture from A&amp;B: only the figure itself reads tags."""
    picture = drawn(regions(("1", "甲&乙", None, False, 40, 80), ("2", "<b>丙</b>", None, False, 10, 20)))
    assert "甲&乙" in picture.title
    assert "甲&amp;乙" in picture.figure.data[0].labels
    assert "&amp;" not in picture.title + picture.alt


def test_nothing_known_is_an_empty_picture() -> None:
    """Protects the empty state: no number is not zero."""
    picture = drawn(regions(("990200", "泽州市", None, False, None, None)), "泽州市")
    assert picture.is_empty
    assert picture.title == "泽州市 2024 年予以公开率：未报告"


def test_brackets_are_those_of_the_language() -> None:
    """Protects English blocks from Chinese brackets."""
    said = {one: nested_areas(SOME, RATE, 2024, "A", one).figure.data[0].customdata[1][0] for one in ("zh", "en")}
    assert said == {"zh": "40.0%（150）", "en": "40.0% (150)"}
