"""What a panel draws: the tab that the reader looks at, and no other."""

import pytest

from etl.vocabulary.labels import ABOUT, TABLE
from tests.app.conftest import Opener

pytestmark = pytest.mark.as_a_reader

PAGE, TABS = "pages/proactive.py", "tabs decisions"


def test_a_closed_tab_costs_nothing(open_at: Opener) -> None:
    """Protects the pace of a filter change: tables that nobody looks at are neither made nor sent."""
    app = open_at(PAGE)
    assert app.get("plotly_chart")
    assert not app.dataframe
    assert not app.get("download_button")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_opened_tab_stays_open(open_at: Opener, language: str) -> None:
    """Protects the reader of a table: it is there once its tab is opened, and after the next choice of a filter."""
    app = open_at(PAGE, lang=language)
    app.session_state[TABS] = TABLE.say(language)
    assert len(app.run().dataframe) == 1
    assert len(app.multiselect(key="year").set_value([2023]).run().dataframe) == 1
    app.session_state[TABS] = ABOUT.say(language)
    assert not app.run().dataframe


def test_another_language_opens_the_chart_again(open_at: Opener) -> None:
    """Protects the switch of the language: the name of an open tab is another word there, and nothing fails."""
    app = open_at(PAGE)
    app.session_state[TABS] = TABLE.zh
    app.run()
    app.button_group(key="lang").set_value("en").run()
    assert not app.exception
    assert app.get("plotly_chart")
