"""The page of those out of line: the year and the rate of the link, the way to the agency, kinds that are mixed."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import panel
from tests.app.conftest import Opener

PAGE = "pages/outliers.py"


def title(app: AppTest) -> str:
    """What the funnel says."""
    return app.subheader[0].value.replace("\\", "")


def test_the_last_year_and_the_refusal_rate_come_first(open_at: Opener) -> None:
    """Protects the first look: the newest year, the rate that is asked for most."""
    assert title(open_at(PAGE)).startswith("2024 年不予公开率")


def test_the_link_opens_its_rate_and_year(open_at: Opener) -> None:
    """Protects shared links, by code and by the label of the other language."""
    app = open_at(PAGE, funnel_rate="carryover_rate", funnel_year="2021")
    assert title(app).startswith("2021 年结转率")
    assert not app.warning
    other = open_at(PAGE, funnel_rate="Carryover rate", funnel_year="2021")
    assert title(other).startswith("2021 年结转率")


def test_no_rate_that_is_no_share_is_offered(open_at: Opener) -> None:
    """Protects the funnel from the dispute rate, whose numerator may exceed its denominator."""
    offered = open_at(PAGE).selectbox(key="funnel_rate").options
    assert "争议率" not in offered
    assert "复议纠错率" in offered


def test_the_years_offered_are_those_under_the_filters(open_at: Opener) -> None:
    """Protects against a year that the sidebar has taken away."""
    app = open_at(PAGE, year=["2020", "2022"])
    assert app.selectbox(key="funnel_year").options == ["2022", "2020"]
    assert title(app).startswith("2022 年")


def test_a_year_taken_away_by_the_sidebar_gives_way(open_at: Opener) -> None:
    """Protects a reader who narrows the years after choosing one here."""
    app = open_at(PAGE, funnel_year="2021")
    app.multiselect(key="year").set_value([2023]).run()
    assert not app.exception
    assert title(app).startswith("2023 年")


def test_mixed_kinds_are_told_and_one_kind_is_not(open_at: Opener) -> None:
    """Protects agencies from being set beside those of another kind without a word."""
    assert any("乡镇街道" in note.value for note in open_at(PAGE).info)
    assert not open_at(PAGE, kind="department").info


def test_every_agency_of_the_year_is_in_the_table_once(open_at: Opener) -> None:
    """Protects the numbers behind the picture: small samples and missing numbers stand there too, with a word."""
    table = open_at(PAGE).dataframe[0].value
    assert len(table) == 11
    assert "未报告" in set(table["position_label"])


def test_the_table_is_english_behind_the_switch(open_at: Opener) -> None:
    """Protects the English view down to the words in the cells."""
    table = open_at(PAGE, lang="en").dataframe[0].value
    assert set(table["kind_label"]) == {"Government", "Department", "Township"}
    assert "not reported" in set(table["position_label"])


def test_a_picked_point_opens_the_agency(open_at: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the way from a point to the agency behind it."""
    monkeypatch.setattr(panel, "show_panel", lambda *_, **__: "东溪区教育局@990101")
    app = open_at(PAGE)
    monkeypatch.undo()
    assert not app.exception
    assert app.session_state["agency"] == "东溪区教育局@990101"


def test_a_picked_point_opens_the_rate_that_was_looked_at(open_at: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the thread of thought: the profile draws the rate in which the agency stood out, also the next one."""
    monkeypatch.setattr(panel, "show_panel", lambda *_, **__: "东溪区教育局@990101")
    app = open_at(PAGE, funnel_rate="carryover_rate", profile_rate="full_grant_rate")
    monkeypatch.undo()
    assert not app.exception
    assert app.session_state["profile_rate"] == "carryover_rate"
    assert app.selectbox(key="profile_rate").value == "carryover_rate"
