"""The frame: filters and language that stand in the address, a new build picked up, text that stays text."""

from pathlib import Path

from etl.vocabulary.page_labels.overview import QUESTIONS
from pages import PLAN
from pages.parts.choosing.filters import PARAMETERS
from tests.app.conftest import Opener
from tests.builders import STRANGE_TEXT, a_filed, a_warehouse


def test_filters_hold_on_every_page(open_at: Opener) -> None:
    """Protects the reader's view from being lost when the page changes."""
    app = open_at(province="云泽省", year="2023")
    app.switch_page("pages/requests.py").run()
    assert app.selectbox(key="province").value == "990000"
    assert app.multiselect(key="year").value == [2023]
    assert app.text[0].value.startswith("云泽省 · 2023")


def test_address_is_understood_by_code_and_in_both_languages(open_at: Opener) -> None:
    """Protects links made by other tools and by readers of the other language; the address is put right."""
    for name in ("department", "部门", "Department"):
        app = open_at(kind=name, province="990000")
        assert app.multiselect(key="kind").value == ["department"], name
        assert app.query_params["kind"] == "部门"
        assert app.query_params["province"] == "云泽省"


def test_choosing_a_filter_writes_it_into_the_address(open_at: Opener) -> None:
    """Protects copied links: what is chosen can be sent."""
    app = open_at()
    app.selectbox(key="province").select("990000").run()
    app.selectbox(key="prefecture").select("990200").run()
    assert not app.exception
    assert app.selectbox(key="prefecture").value == "990200"
    assert "泽州市" in app.text[0].value


def test_drill_offers_only_what_lies_below(open_at: Opener) -> None:
    """Protects the drill: counties of one prefecture only, so that namesakes elsewhere cannot be meant."""
    app = open_at(province="990000", prefecture="990200")
    assert app.selectbox(key="county").options == ["东溪区"]
    assert app.selectbox(key="prefecture").options == ["云州市", "泽州市"]


def test_changing_the_province_drops_the_prefecture(open_at: Opener) -> None:
    """Protects against a view of one province under the name of another's city."""
    app = open_at(province="云泽省", prefecture="泽州市")
    app.selectbox(key="province").select("998000").run()
    assert app.selectbox(key="prefecture").value is None
    assert app.text[0].value.startswith("海角省 · ")


def test_clearing_empties_every_filter(open_at: Opener) -> None:
    """Protects the way out of filters that leave too little."""
    app = open_at(province="990000", year="2023", kind="department", sector="商务")
    app.sidebar.button[0].click().run()
    assert app.text[0].value.startswith("全部地区 · 全部年度 · 全部类别 · 全部系统：58")


def test_switching_the_language_keeps_the_view(open_at: Opener) -> None:
    """Protects filters and choices of the page when the language changes."""
    app = open_at("pages/requests.py", kind="department")
    app.selectbox(key="rate").select("refusal_rate").run()
    app.segmented_control[0].set_value("en").run()
    assert app.title[0].value == "Request outcomes"
    assert app.multiselect(key="kind").value == ["department"]
    assert app.selectbox(key="rate").value == "refusal_rate"


def test_a_new_build_is_picked_up_without_a_restart(open_at: Opener, tmp_path: Path) -> None:
    """Protects against stale figures: the next click after a load shows the new build."""
    a_warehouse(tmp_path, [a_filed()], build="build-1.duckdb")
    app = open_at(data_dir=tmp_path)
    assert "1 份年报" in app.text[0].value
    a_warehouse(tmp_path, [a_filed(), a_filed(year=2022)], build="build-2.duckdb")
    assert "2 份年报" in app.run().text[0].value


def test_text_of_a_document_is_never_markup(open_at: Opener) -> None:
    """Protects the screen from documents: tags, links and directives of a text are shown, not obeyed."""
    app = open_at("pages/problems.py", find_text_agency="东溪区教育局*")
    assert not app.exception
    shown = [block.value for block in app.markdown if "alert" in block.value]
    assert shown
    for block in shown:
        assert "<script" not in block.replace("\\<", "")
        assert "](" not in block.replace("\\]", "")
    assert "<script>" in STRANGE_TEXT


def test_name_of_an_agency_is_never_markup(open_at: Opener) -> None:
    """Protects titles: a star in a name stays a star."""
    app = open_at("pages/problems.py", find_text_agency="东溪区教育局*")
    assert any("东溪区教育局\\*" in title.value for title in app.subheader)


def test_search_that_finds_nobody_says_so(open_at: Opener) -> None:
    """Protects the search for an agency from an empty box without a word."""
    app = open_at("pages/problems.py", find_text_agency="不存在的单位")
    assert not app.exception
    assert any("不存在的单位" in note.value for note in app.info)


def test_year_without_a_report_before_says_so(open_at: Opener) -> None:
    """Protects the comparison: without the report of the year before nothing is compared with another year."""
    app = open_at("pages/problems.py", find_text_agency="泽州市商务局", text_year="2023")
    assert not app.exception
    assert any("2022 年的年报未入库" in note.value for note in app.info)


def test_files_that_were_not_loaded_are_named_with_a_reason(open_at: Opener) -> None:
    """Protects rejected documents from disappearing."""
    app = open_at()
    boxes = [box.label for box in app.expander if "2 个文件未能导入" in box.label]
    assert boxes
    card = next(card for card in app.metric if card.label == "未能导入")
    assert f"“{boxes[0]}”" in card.help
    rejected = [table.value for table in app.dataframe if "reason" in table.value.columns]
    assert rejected[0]["path"].to_list() == ["坏文件1.docx", "坏文件2.docx"]


def test_the_front_page_leads_to_every_page_of_the_menu(open_at: Opener) -> None:
    """Protects the three clicks: each page is an answer to a question that the front page asks."""
    assert QUESTIONS.keys() == {page.address for page in PLAN[1:] if page.is_menu}
    links = open_at().get("page_link")
    assert len(links) == len(QUESTIONS)


def test_no_two_pages_share_a_parameter_of_the_address(open_at: Opener) -> None:
    """Protects the way back: a parameter that two pages bind is lost when a reader goes from one to the other."""
    owners: dict[str, list[str]] = {}
    for page in PLAN:
        app = open_at(page.script)
        drawn = (*app.selectbox, *app.multiselect, *app.text_input, *app.segmented_control)
        for key in {str(widget.key) for widget in drawn if widget.key} - {*PARAMETERS, "lang"}:
            owners.setdefault(key, []).append(page.script)
    assert len(owners) > 15
    assert not {key: pages for key, pages in owners.items() if len(pages) > 1}


def test_a_long_text_in_the_address_is_told_in_short(open_at: Opener) -> None:
    """Protects the page from a note that fills it: of a value nobody understands only the beginning is told."""
    for name in ("province", "entity", "agency"):
        app = open_at({"entity": "pages/compare.py", "agency": "pages/agency.py"}.get(name), **{name: "云" * 3000})
        told = [note.value for note in (*app.warning, *app.info) if "云云" in note.value]
        assert told, name
        assert all("云" * 50 in note and len(note) < 200 for note in told), name


def test_components_of_our_own_are_left_out_of_the_state_that_is_listed(open_at: Opener) -> None:
    """Protects the speed of every box: by the end of a key Streamlit tells what it lists; another version may not."""
    app = open_at("pages/requests.py")
    assert app.get("bidi_component")
    assert not [key for key in app.session_state if key.startswith(("picture", "back button", "page language"))]
