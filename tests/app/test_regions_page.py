"""The page of regions: rate and year of the link, a tile that sets the filter, the agencies of a county."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import panel
from pages.parts.view import View
from tests.app.conftest import Opener

PAGE = "pages/regions.py"


def titles(app: AppTest) -> list[str]:
    """What the two pictures say."""
    return [element.value.replace("\\", "") for element in app.subheader]


def pick_in(monkeypatch: pytest.MonkeyPatch, key: str, value: str) -> None:
    """Has the panel of this key say that the reader picked something."""
    shown: Callable[..., str | None] = panel.show_panel

    def show_and_pick(view: View, name: str, *rest: object, **more: object) -> str | None:
        told = shown(view, name, *rest, **more)
        return value if name == key else told

    monkeypatch.setattr(panel, "show_panel", show_and_pick)


def test_the_link_opens_its_rate_and_year(open_at: Opener) -> None:
    """Protects shared links, by code and by the label of the other language."""
    app = open_at(PAGE, map_rate="refusal_rate", map_year="2022")
    assert ["2022 年不予公开率" in title for title in titles(app)] == [True, True]
    assert not app.warning
    assert "2022 年不予公开率" in titles(open_at(PAGE, map_rate="Refusal rate", map_year="2022"))[0]


def test_the_map_keeps_all_provinces_when_one_is_chosen(open_at: Opener) -> None:
    """Protects the way back: the tiles stay, only the nested areas follow the filter."""
    app = open_at(PAGE, province="990000")
    assert titles(app)[0].startswith("2024 年予以公开率：2 个省级地区")
    assert titles(app)[1].startswith("云泽省 2024 年予以公开率")
    assert set(app.dataframe[1].value["region_code"]) == {"990000", "990100", "990101", "990102", "990200", "990201"}


def test_a_picked_tile_sets_the_filter(open_at: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the click on a tile: the province at the left follows, a prefecture of the old one goes."""
    app = open_at(PAGE, province="990000", prefecture="990100")
    pick_in(monkeypatch, "by-province-990000", "998000")
    app.run()
    assert not app.exception
    assert app.selectbox(key="province").value == "998000"
    assert app.selectbox(key="prefecture").value is None
    assert titles(app)[1].startswith("海角省 2024 年")
    assert not app.warning


def test_a_province_that_the_filter_does_not_know_is_not_set(open_at: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the filter: a row of a province without reports can be picked, and nothing happens."""
    pick_in(monkeypatch, "by-province-all", "110000")
    app = open_at(PAGE)
    assert not app.exception
    assert app.selectbox(key="province").value is None


def test_a_county_falls_into_its_agencies(open_at: Opener) -> None:
    """Protects the end of the drill: where there is no division below, agencies stand in the picture and the table."""
    table = open_at(PAGE, province="990000", prefecture="990100", county="990101").dataframe[1].value
    assert {"东溪区人民政府", "东溪区教育局"} <= set(table["region"])
    assert "单位" in set(table["level_label"])


def test_names_say_where_a_namesake_lies(open_at: Opener) -> None:
    """Protects the table from two rows of one name: each is told with the divisions above it."""
    table = open_at(PAGE).dataframe[1].value
    assert {"云泽省云州市东溪区", "云泽省泽州市东溪区"} <= set(table["region"])
    assert "区划未定" not in set(table["region"])
