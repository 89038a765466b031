"""In the source: Where a number or a sentence stands in the original document, and the document itself to download."""

from etl.vocabulary.page_labels.source import SOURCE_PAGE, SOURCE_PAGE_PURPOSE
from pages.parts.frame import open_page
from pages.parts.view import View, current_view


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(SOURCE_PAGE), view.say(SOURCE_PAGE_PURPOSE)):
        return


show(current_view())
