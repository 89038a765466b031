"""Who reported: Which agency has a report for which year and which has none: agencies against years, by region."""

from etl.vocabulary.page_labels.coverage import COVERAGE, COVERAGE_PURPOSE
from pages.parts.frame import open_page
from pages.parts.view import View, current_view


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(COVERAGE), view.say(COVERAGE_PURPOSE)):
        return


show(current_view())
