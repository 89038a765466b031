"""Reviews and litigation: how many, how they ended, and the shares upheld and corrected with their denominators."""

from etl.vocabulary.page_labels.reviews import REVIEWS, REVIEWS_PURPOSE
from pages.parts.frame import open_page
from pages.parts.view import View, current_view


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(REVIEWS), view.say(REVIEWS_PURPOSE)):
        return


show(current_view())
