"""The page of one agency: links open the agency they name, every number leads to its cells, gaps are said in words."""

from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from etl.vocabulary.form import REQUESTS
from etl.vocabulary.page_labels.agency import AGENCY_TO_CHOOSE, AGENCY_UNKNOWN, FINDINGS_NONE, SEE_DOCUMENT
from etl.vocabulary.page_labels.reuse import AGENCY_TITLE, REUSE
from tests.app.conftest import Opener, unfolded
from tests.app.test_pages import charts, texts
from tests.builders import a_warehouse
from tests.warehouses import a_filed, some_filed

PAGE = "pages/agency.py"
BUREAU = "云州市商务局@990100"
LABEL = "云州市商务局（云泽省云州市）"
LABEL_EN = "云州市商务局 (云泽省云州市)"


def address(app: AppTest, name: str) -> str:
    """What stands in the address under a name."""
    value = app.query_params.get(name, "")
    return value if isinstance(value, str) else value[-1]


def labels(app: AppTest, start: str) -> list[str]:
    """The labels of the buttons whose key starts so."""
    return [button.label.replace("\\", "") for button in app.button if str(button.key).startswith(start)]


@pytest.mark.parametrize("named", [BUREAU, "云州市商务局", LABEL, LABEL_EN])
def test_a_link_opens_the_agency_outside_the_filters(open_at: Opener, named: str) -> None:
    """Protects links to an agency: by id, by name and by the label that stands in the address, whatever is filtered."""
    app = open_at(PAGE, agency=named, province="998000", kind="department")
    assert not app.exception
    assert app.selectbox(key="agency").value == BUREAU
    assert app.header[0].value == "云州市商务局"


def test_the_label_in_the_address_opens_the_same_view_again(open_at: Opener) -> None:
    """Protects copied links: what the page writes into the address leads back to the same agency and number."""
    first = open_at(PAGE, agency=BUREAU, number="granted", number_year="2021", profile_rate="refusal_rate")
    kept = {name: address(first, name) for name in ("agency", "number", "number_year", "profile_rate")}
    again = open_at(PAGE, **kept)
    assert kept["agency"] == LABEL
    for app in (first, again):
        chosen = [app.selectbox(key=key).value for key in kept]
        assert chosen == [BUREAU, "granted", 2021, "refusal_rate"]


@pytest.mark.parametrize(("language", "label"), [("zh", LABEL), ("en", LABEL_EN)])
def test_the_label_has_the_brackets_of_its_language(open_at: Opener, language: str, label: str) -> None:
    """Protects both ways of writing it: a link of either language opens here, and is written as this language does."""
    for named in (LABEL, LABEL_EN):
        app = open_at(PAGE, agency=named, lang=language)
        assert app.selectbox(key="agency").value == BUREAU
        assert address(app, "agency") == label
        assert not app.warning


def test_namesakes_are_told_apart_in_the_address(open_at: Opener, tmp_path: Path) -> None:
    """Protects links to one of two agencies of one name and place, and to those that no document names."""
    bureau, unnamed = a_filed(agency="云州市商务局", region="990100"), a_filed(agency="", region=None)
    with duckdb.connect(str(a_warehouse(tmp_path, [bureau, unnamed]))) as writing:
        for old, new in ((BUREAU, "twin"), ("@None", "other")):
            for table in ("agencies", "indicators"):
                writing.execute(f"INSERT INTO {table} SELECT * REPLACE ('{new}' AS agency_id) FROM {table} "
                                f"WHERE agency_id = '{old}'")  # fmt: skip  # one statement
    for agency_id in (BUREAU, "twin", "@None", "other"):
        app = open_at(PAGE, data_dir=tmp_path, agency=agency_id)
        box = app.selectbox(key="agency")
        assert box.value == agency_id
        assert len(set(box.options)) == len(box.options)
        label = box.options[box.index or 0]
        assert open_at(PAGE, data_dir=tmp_path, agency=label).selectbox(key="agency").value == agency_id
        assert open_at(PAGE, data_dir=tmp_path, agency=label, lang="en").selectbox(key="agency").value == agency_id


def test_an_unknown_agency_is_said_and_nobody_shown_instead(open_at: Opener) -> None:
    """Protects against reading another agency's numbers after a link to one that is gone."""
    app = open_at(PAGE, agency="早已撤销局")
    assert not app.exception
    assert "早已撤销局" in app.info[0].value
    assert charts(app) == 0
    assert app.selectbox(key="agency").value is None
    app.run()
    assert app.info[0].value.replace("\\", "") in {AGENCY_TO_CHOOSE.zh, AGENCY_UNKNOWN.say("zh", name="早已撤销局")}
    chosen = app.selectbox(key="agency").select_index(0).run()
    assert chosen.header
    assert charts(chosen) >= 1


def test_a_year_without_a_report_is_named(open_at: Opener) -> None:
    """Protects the gap from looking like a blank: the missing year is named in the head."""
    app = open_at(PAGE, agency="泽州市商务局@990200")
    assert any("未报告" in text.value and "2022" in text.value for text in app.text)


def test_a_number_of_a_missing_year_says_that_there_is_no_report(open_at: Opener) -> None:
    """Protects a click on a year that is not reported: a word, and no way into a document of another year."""
    app = open_at(PAGE, agency="泽州市商务局@990200", number="granted", number_year="2022")
    assert app.selectbox(key="number_year").value == 2022
    assert any("2022 年未报告" in note.value for note in app.info)
    assert labels(app, "number ") == []


def test_another_agency_is_not_asked_for_a_year_it_did_not_report(open_at: Opener) -> None:
    """Protects the reader who goes from agency to agency: a missing year gives way to the newest that was reported."""
    app = open_at(PAGE, agency=BUREAU, number="granted", number_year="2022")
    app.selectbox(key="agency").select("泽州市商务局@990200").run()
    assert not app.exception
    assert app.selectbox(key="number_year").value == 2024
    assert address(app, "number_year") in ("", "2024")
    app.selectbox(key="number_year").select(2022).run()
    assert app.selectbox(key="number_year").value == 2022


def test_years_without_any_report_say_what_to_do(open_at: Opener) -> None:
    """Protects from a blank page when the years chosen hold no report of this agency; its documents stay in reach."""
    app = open_at(PAGE, agency="泽州市商务局@990200", year="2022")
    assert not app.exception
    assert "2022" in app.info[0].value
    assert "2023" in app.info[0].value
    assert app.dataframe
    assert "profile_rate" not in [box.key for box in app.selectbox]
    assert FINDINGS_NONE.zh not in texts(app)


def test_no_finding_is_not_called_a_missing_number(open_at: Opener, tmp_path: Path) -> None:
    """Protects a clean report: that no rule found anything is said as such, not as something left unreported."""
    clean = a_filed(agency="云州市财政局", region="990100")
    a_warehouse(tmp_path, [a_filed(), clean])  # the first report of the invented warehouse has a finding
    app = open_at(PAGE, data_dir=tmp_path, agency="云州市财政局")
    assert FINDINGS_NONE.zh in texts(app)
    assert charts(app) == 1


def test_an_ambiguous_or_unknown_place_is_said(open_at: Opener) -> None:
    """Protects the reader from taking an unresolved place for one that is certain."""
    app = open_at(PAGE, agency="某县商务局@None")
    assert any("未能确定" in text.value for text in app.text)


def test_a_rate_is_taken_apart_into_its_cells(open_at: Opener) -> None:
    """Protects the way to the source: numerator and denominator, each cell with the number read there."""
    app = open_at(PAGE, agency=BUREAU, number="refusal_rate", number_year="2023")
    assert len(labels(app, "number numerator")) == 8
    (below,) = labels(app, "number denominator")
    assert below.startswith("表三 · 总计 · 办结总计：")


def test_one_cell_leads_to_its_place_in_the_document(open_at: Opener) -> None:
    """Protects the second click: the button of a cell opens the source viewer at that cell of that report."""
    app = open_at(PAGE, agency=BUREAU, number="granted", number_year="2023")
    button = next(one for one in app.button if str(one.key).startswith("number "))
    after = button.click().run()
    assert address(after, "cell") == "requests:granted:total"
    assert address(after, "report")


def test_going_back_shows_the_page_as_it_was_left(open_at: Opener) -> None:
    """Protects the Back button: what was chosen comes back with the page."""
    app = open_at(PAGE, agency=BUREAU, number="granted", number_year="2023", year=["2022", "2023"])
    left = next(one for one in app.button if str(one.key).startswith("number ")).click().run()
    asked = {name: address(left, name) for name in ("report", "cell")}
    left.query_params.clear()
    for name, value in asked.items():
        left.query_params[name] = value
    back = left.switch_page(PAGE).run()
    assert [back.selectbox(key=key).value for key in ("agency", "number", "number_year")] == [BUREAU, "granted", 2023]
    assert back.multiselect(key="year").value == [2022, 2023]


def test_a_blank_cell_is_called_blank(open_at: Opener, tmp_path: Path) -> None:
    """Protects the reason of a missing number: the cell says that it is blank, the number that it is not reported."""
    a_warehouse(tmp_path, [a_filed(cells={(REQUESTS, "concluded", "total"): None})])
    app = open_at(PAGE, data_dir=tmp_path, number="requests_concluded")
    assert labels(app, "number ") == ["表三 · 总计 · 办结总计：空白"]
    assert any("办结：未报告" in text.replace("\\", "") for text in texts(app))


def test_what_the_form_does_not_print_does_not_apply(open_at: Opener) -> None:
    """Protects the break of the forms: a measure of the other form does not apply, and offers no cell."""
    app = open_at(PAGE, agency=BUREAU, number="licences_items_change", number_year="2023")
    assert labels(app, "number ") == []
    assert any("不适用" in note.value for note in app.info)


def test_each_text_has_a_way_into_its_document(open_at: Opener) -> None:
    """Protects the way from section five of any year to its place in the document."""
    app = unfolded(open_at(PAGE, agency=BUREAU), "fold text ")
    ways = [one for one in app.button if str(one.key).startswith("text ")]
    assert len(ways) == len({filed.year for filed in some_filed() if filed.agency == "云州市商务局"})
    assert {one.label for one in ways} == {SEE_DOCUMENT.zh}
    after = ways[0].click().run()
    assert address(after, "section") == "problems"


@pytest.mark.as_a_reader
def test_what_is_folded_away_is_not_drawn(open_at: Opener) -> None:
    """Protects the speed of the page: letters, texts, reuse and documents wait until somebody opens them."""
    app = open_at(PAGE, agency=BUREAU)
    assert not [one for one in app.button if str(one.key).startswith("text ")]
    assert not [one for one in app.text_input if one.key == "letter office"]
    assert AGENCY_TITLE.zh not in [one.value for one in app.subheader]
    app.session_state["tabs papers"] = REUSE.zh
    assert AGENCY_TITLE.zh in [one.value for one in app.run().subheader]


def test_an_agency_is_drawn_once_whatever_is_chosen_next(open_at: Opener) -> None:
    """Protects a page that is drawn before the list of all agencies is: never two of them, never the one before."""
    app = open_at(PAGE, agency=BUREAU)
    app.multiselect(key="year").select(2023).run()
    assert [one.value for one in app.header] == ["云州市商务局"]
    app.selectbox(key="agency").select("泽州市商务局@990200").run()
    assert [one.value for one in app.header] == ["泽州市商务局"]
