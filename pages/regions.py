"""Regions at a glance: One indicator by region: a tile grid of provinces and nested areas below them."""

from etl.vocabulary.page_labels.regions import REGIONS, REGIONS_PURPOSE
from pages.parts.frame import open_page
from pages.parts.view import View, current_view


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(REGIONS), view.say(REGIONS_PURPOSE)):
        return


show(current_view())
