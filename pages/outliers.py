"""Out of line: Whose rate is out of line given its volume. It points out, it does not judge."""

from etl.vocabulary.page_labels.outliers import OUTLIERS, OUTLIERS_PURPOSE
from pages.parts.frame import open_page
from pages.parts.view import View, current_view


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(OUTLIERS), view.say(OUTLIERS_PURPOSE)):
        return


show(current_view())
