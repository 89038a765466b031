"""Compare over years: One indicator, several regions or agencies, year by year."""

from etl.vocabulary.page_labels.compare import COMPARE, COMPARE_PURPOSE
from pages.parts.frame import open_page
from pages.parts.view import View, current_view


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(COMPARE), view.say(COMPARE_PURPOSE)):
        return


show(current_view())
