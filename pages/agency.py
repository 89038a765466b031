"""Agency profile: One agency over the years: its indicators among its peers, its findings, its texts, its documents."""

from etl.vocabulary.page_labels.agency import AGENCY, AGENCY_PURPOSE
from pages.parts.frame import open_page
from pages.parts.view import View, current_view


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(AGENCY), view.say(AGENCY_PURPOSE)):
        return


show(current_view())
