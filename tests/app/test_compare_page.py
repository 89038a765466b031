"""The page that compares over years: what a link says is opened, what cannot be opened is told."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import Opener

PAGE = "pages/compare.py"
BUREAU = "云州市商务局@990100"


def chosen(app: AppTest) -> list[str]:
    """The codes in the box of regions and agencies."""
    return list(app.multiselect(key="entity box").value)


def entities(app: AppTest) -> list[str]:
    """Who stands in the table, in order."""
    return list(dict.fromkeys(app.dataframe[0].value["entity"]))


def test_nothing_chosen_shows_what_the_area_falls_into(open_at: Opener) -> None:
    """Protects the first look: the area as a whole and its parts, without any choice."""
    assert entities(open_at(PAGE)) == ["全部地区整体", "云泽省", "海角省"]
    assert entities(open_at(PAGE, province="990000")) == ["云泽省整体", "云州市", "泽州市"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_link_opens_the_same_view_in_both_languages(open_at: Opener, language: str) -> None:
    """Protects copied links: regions and agencies stand in it by code, in their order, and stay there."""
    codes = ["990200", BUREAU]
    app = open_at(PAGE, lang=language, entity=codes, group="none", indicator="requests_received", look="small")
    assert not app.exception
    assert not app.warning
    assert chosen(app) == codes
    assert entities(app)[1:] == ["泽州市", "云州市商务局"]
    assert app.query_params["entity"] == codes


def test_choosing_writes_the_code_into_the_address(open_at: Opener) -> None:
    """Protects copied links: what is chosen can be sent, what is taken out is gone from the address."""
    app = open_at(PAGE, seek="商务局")
    app.multiselect(key="entity box").select(BUREAU).run()
    assert app.query_params["entity"] == BUREAU
    assert "云州市商务局" in entities(app)
    app.multiselect(key="entity box").unselect(BUREAU).run()
    assert "entity" not in app.query_params


def test_what_is_chosen_stays_when_another_name_is_searched(open_at: Opener) -> None:
    """Protects the choice: the box lists what was found, and those chosen before."""
    app = open_at(PAGE, entity=[BUREAU], seek="商务局")
    app.text_input(key="seek").set_value("教育").run()
    assert chosen(app) == [BUREAU]
    app.text_input(key="seek").set_value("没有这样的名字").run()
    assert chosen(app) == [BUREAU]
    assert any("没有这样的名字" in caption.value for caption in app.caption)


def test_the_choice_is_there_after_another_page(open_at: Opener) -> None:
    """Protects the choice from a look at another page."""
    app = open_at(PAGE, entity=["990200"])
    app.switch_page("pages/overview.py").run()
    app.switch_page(PAGE).run()
    assert chosen(app) == ["990200"]


def test_an_entity_that_is_gone_is_told(open_at: Opener) -> None:
    """Protects old links: a code that nobody has any more is said, the others are shown; it is told until taken out."""
    app = open_at(PAGE, entity=["gone99", "990200"])
    for _ in range(2):
        assert ["gone99" in note.value for note in app.warning] == [True]
        assert chosen(app) == ["990200"]
        app.run()
    app.multiselect(key="entity box").set_value([]).run()
    assert not app.warning


def test_groups_say_what_they_need(open_at: Opener) -> None:
    """Protects against an empty picture without a word: what to choose first is said."""
    assert "先在左侧选一个地区" in open_at(PAGE, group="siblings").info[0].value
    assert "选一家单位" in open_at(PAGE, group="alike").info[0].value
    assert "没有与" in open_at(PAGE, group="alike", entity="西溪县青石镇人民政府@990102").info[0].value
    assert (
        "没有有年报的同级地区" in open_at(PAGE, group="siblings", province="998000", prefecture="998100").info[0].value
    )
    assert entities(open_at(PAGE, group="alike", entity=BUREAU))[1:] == ["云州市商务局", "泽州市商务局"]


def offered(app: AppTest) -> list[str]:
    """What can be chosen in the box, in its order."""
    return list(app.multiselect(key="entity box").options)


def test_the_members_of_a_group_are_in_the_box_without_a_search(open_at: Opener) -> None:
    """Protects the supervisor's first step: whom the group names can be picked at once, before anybody else."""
    assert offered(open_at(PAGE))[:2] == ["云泽省", "海角省"]
    assert offered(open_at(PAGE, province="990000"))[:2] == ["云州市（云泽省）", "泽州市（云泽省）"]
    assert offered(open_at(PAGE, province="990000", group="siblings"))[0] == "海角省"
    alike = open_at(PAGE, group="alike", entity=BUREAU)
    assert offered(alike)[:2] == ["云州市商务局（云泽省云州市）", "泽州市商务局（云泽省泽州市）"]
    assert any("先列“同类单位”的 1 个" in caption.value for caption in alike.caption)
    own = open_at(PAGE, province="990000", group="none", entity=BUREAU)
    assert offered(own)[1:5] == ["云州市（云泽省）", "泽州市（云泽省）", "海角省", "泽州市商务局（云泽省泽州市）"]


def test_without_an_agency_the_box_of_agencies_alike_has_agencies(open_at: Opener) -> None:
    """Protects the group of agencies alike from a dead end: the first is picked from the box at once."""
    app = open_at(PAGE, group="alike", province="998000")
    assert offered(app)[0] == "天涯市教育局（海角省天涯市）"
    assert not {"云泽省", "海角省"} & set(offered(app))
    app.multiselect(key="entity box").select(BUREAU).run()
    assert not app.info


def test_an_entity_without_a_number_is_named(open_at: Opener) -> None:
    """Protects the silent from dropping out without a word."""
    app = open_at(PAGE, entity="云州市财政局@990100", group="none")
    assert any("未报告，1 个：云州市财政局" in caption.value.replace("\\", "") for caption in app.caption)
    assert "云州市财政局" in entities(app)


def test_agencies_chosen_are_shown_whatever_the_filters_say(open_at: Opener) -> None:
    """Protects a chosen agency from a filter that is about regions; the note says so."""
    app = open_at(PAGE, entity=BUREAU, group="none", kind="government")
    rows = app.dataframe[0].value
    own = rows[rows["entity"] == "云州市商务局"]
    assert list(own["year"]) == list(range(2019, 2025))
    assert own["value"].notna().all()
