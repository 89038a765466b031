"""The pages of section five's wording: who repeats, who shares, two texts side by side, themes, search."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from etl.vocabulary.page_labels import pair, search, themes
from tests.app.conftest import Opener
from tests.builders import a_filed, a_warehouse
from tests.warehouses import STRANGE_TEXT, some_filed

REUSE, PAIR, THEMES, SEARCH = "pages/reuse.py", "pages/pair.py", "pages/themes.py", "pages/search.py"


def html(app: AppTest) -> str:
    """All HTML of the page."""
    return "".join(element.proto.body for element in app.get("html"))


def heads(app: AppTest) -> list[str]:
    """The sub-headings of the page."""
    return [head.value for head in app.subheader]


def test_every_measure_says_who_is_ranked_and_who_is_not(open_at: Opener) -> None:
    """Protects the ranking: governments have percentiles in the invented data, the others say why they have none."""
    app = open_at(REUSE, reuse_measure="stickiness", reuse_year="2023")
    assert not app.exception
    ranked = next(frame.value for frame in app.dataframe if "percentile" in frame.value.columns)
    kinds = ranked.groupby("kind_label")["percentile"].count()
    assert kinds["政府"] > 0
    assert kinds.drop("政府").sum() == 0
    assert ranked.loc[ranked["percentile"].isna(), "why_not"].notna().all()
    assert any("供人工复核" in head for head in heads(app))


def test_a_link_to_a_measure_opens_it_in_the_other_language(open_at: Opener) -> None:
    """Protects a copied link: code or label, Chinese or English, it is the same measure."""
    for name in ("specificity", "具体程度", "Specificity"):
        app = open_at(REUSE, lang="en", reuse_measure=name)
        assert app.selectbox(key="reuse_measure").value == "specificity"
        assert not app.warning


def test_a_year_that_the_filters_leave_out_gives_way(open_at: Opener) -> None:
    """Protects the page from a choice that is there no more: the year chosen before, and a theme nobody names."""
    app = open_at(REUSE, reuse_year="2019")
    app.multiselect(key="year").set_value([2023]).run()
    assert not app.exception
    assert app.selectbox(key="reuse_year").options == ["2023"]
    themes_page = open_at(THEMES, again_theme="publicity")
    assert not themes_page.exception
    assert any(head.startswith("0 次") for head in heads(themes_page))


def test_a_shared_text_tells_its_members(open_at: Opener) -> None:
    """Protects the way from a text to its users: the first publisher first, one parent told apart."""
    app = open_at(REUSE, shared="shared-1")
    members = next(frame.value for frame in app.dataframe if "relation" in frame.value.columns)
    assert members["relation"].tolist() == ["最早发布", *["与该单位同属一个上级"] * 2, "不属同一上级"]
    assert open_at(REUSE, shared="gone").exception == []


def test_a_warehouse_without_shared_texts_says_what_to_do(open_at: Opener, tmp_path: Path) -> None:
    """Protects the reader from a blank: nothing shared is said, with what may be done."""
    a_warehouse(tmp_path, [a_filed(year=2022), a_filed()])
    app = open_at(REUSE, data_dir=tmp_path)
    assert not app.exception
    assert "没有发现多个单位共用的文字" in heads(app)


def test_a_pair_is_named_by_its_address(open_at: Opener) -> None:
    """Protects the evidence on another desk: both texts, how much of each is in the other, who was first."""
    # 泽州市商务局 2023 uses the text that 云泽省商务厅 published first, in 2021
    app = open_at(PAIR, this=_id("泽州市商务局", 2023), beside=_id("云泽省商务厅", 2021))
    assert not app.exception
    assert any(head.endswith("文本高度相似，供人工复核") for head in heads(app))
    assert [one.value for one in app.metric] == ["90.0%", "80.0%", "70.0%"]
    assert any("云泽省商务厅 2021 年先发布" in line.value for line in app.markdown)
    told = {line.value for line in app.caption}
    assert "泽州市商务局 2023 年的片段出现在云泽省商务厅 2021 年" in told
    assert not any("左边" in line or "右边" in line for line in told)
    assert html(app).count('role="region"') == 2
    assert "text-decoration" in html(app)


def test_own_years_stand_side_by_side_too(open_at: Opener) -> None:
    """Protects the comparison of an agency with itself, where no parent has to be asked for."""
    app = open_at(PAIR, this=_id("云州市商务局", 2023), beside=_id("云州市商务局", 2022))
    assert any("2023 年与2022 年的第五部分高度相似" in head for head in heads(app))
    assert not any("同一个上级" in line.value for line in app.markdown)


def test_any_two_reports_can_be_read_side_by_side(open_at: Opener) -> None:
    """Protects from a number that nobody measured: two texts that are no alike pair are shown without one."""
    app = open_at(PAIR, this=_id("云州市商务局", 2024), beside=_id("天涯市教育局", 2020))
    assert not app.metric
    assert any("没有比对这一对" in note.value for note in app.info), "texts of a sentence or two"
    assert html(app).count('role="region"') == 2


def test_a_pair_that_is_gone_or_no_pair_says_what_to_do(open_at: Opener) -> None:
    """Protects old and broken links, also one that somebody made up."""
    assert heads(open_at(PAIR)) == [pair.NONE_ASKED.zh]
    gone = open_at(PAIR, this="<script>", beside=_id("云州市商务局", 2024))
    assert not gone.exception
    assert "script" in heads(gone)[0]
    same = _id("云州市商务局", 2024)
    assert any(text.value == pair.SAME_TWICE.zh for text in open_at(PAIR, this=same, beside=same).markdown)


def test_nothing_of_a_document_becomes_markup(open_at: Opener, tmp_path: Path) -> None:
    """Protects the reader from a document that was made to be run: side by side, in a list of hits, in whole."""
    a_warehouse(tmp_path, [a_filed(year=2022, text=STRANGE_TEXT), a_filed(year=2023, text=STRANGE_TEXT)])
    for app in (
        open_at(PAIR, data_dir=tmp_path, this=f"{1:016x}", beside=f"{0:016x}"),
        open_at(SEARCH, data_dir=tmp_path, find_words="粗体"),
    ):
        assert not app.exception
        assert "<script" not in html(app)
        assert "&lt;script&gt;" in html(app)


def test_themes_are_told_by_year_and_by_region(open_at: Opener) -> None:
    """Protects both ways of looking at themes, and the end of the drill, where parts are agencies."""
    by_year = open_at(THEMES)
    assert "year" in by_year.dataframe[0].value.columns
    by_part = open_at(THEMES, themes_by="part", province="990000")
    assert "part" in by_part.dataframe[0].value.columns
    assert {"denominator", "rate", "left_out"} <= set(by_part.dataframe[0].value.columns)


def test_what_is_named_again_shows_both_years_and_the_words(open_at: Opener) -> None:
    """Protects the evidence of a promise not kept: the sentences of both years with the words that decided."""
    app = open_at(THEMES, again=f"{_id('云州市商务局', 2023)}:timeliness")
    assert not app.exception
    assert any("2022 年写了“时效”的改进，2023 年又写为问题" in head for head in heads(app))
    assert html(app).count(">时效<") >= 2
    gone = open_at(THEMES, again="nothing:staff")
    assert any(note.value == themes.PICK_GONE.zh for note in gone.info)


def test_words_are_found_and_marked(open_at: Opener) -> None:
    """Protects the search: how many, where, marked, and all of it to take away."""
    app = open_at(SEARCH, find_words="时效性 “建立台账”")
    assert not app.exception
    assert any(head.endswith("处文字写到“建立台账”和“时效性”") for head in heads(app))
    assert html(app).count("<mark") >= 20
    assert app.get("download_button")


def test_nothing_found_says_what_to_try(open_at: Opener) -> None:
    """Protects the reader from an empty page, and from words that are a pattern elsewhere."""
    app = open_at(SEARCH, find_words="100%_没有 <b>")
    assert not app.exception
    assert any(text.value == search.FOUND_NONE_DO.zh for text in app.markdown)


def test_pages_of_hits_are_turned_by_the_address(open_at: Opener) -> None:
    """Protects a link to the second page of a list, and one to a page that the list does not have."""
    captions = [
        next(c.value for c in open_at(SEARCH, find_words="公开", hits=page).caption if "条。" in c.value)
        for page in ("1", "2", "99", "x", "9" * 5000)
    ]
    assert "第 1—10 条" in captions[0].replace("\\", "")
    assert "第 11—20 条" in captions[1].replace("\\", "")
    assert "第 51—55 条" in captions[2]
    assert captions[3] == captions[4] == captions[0]


def test_the_profile_of_an_agency_leads_to_its_texts(open_at: Opener) -> None:
    """Protects the way from an agency to what it repeats: a line a year, reasons in words."""
    app = open_at("pages/agency.py", agency="云州市商务局@990100")
    rows = next(frame.value for frame in app.dataframe if "own" in frame.value.columns)
    assert rows["year"].tolist() == [2024, 2023, 2022, 2021, 2020, 2019]
    assert "沿用率" in rows["own"][0]
    assert rows["own"].iloc[-1] == "本库没有该单位更早年度的年报"


def _id(agency: str, year: int) -> str:
    """The id of a report of the invented warehouse."""
    return next(f"{k:016x}" for k, one in enumerate(some_filed()) if (one.agency, one.year) == (agency, year))
