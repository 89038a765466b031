"""Dictionary: What every table, column, indicator and rule means: definition, formula, unit and source."""

from etl.vocabulary.page_labels.dictionary import DICTIONARY, DICTIONARY_PURPOSE
from pages.parts.frame import open_page
from pages.parts.view import View, current_view


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(DICTIONARY), view.say(DICTIONARY_PURPOSE)):
        return


show(current_view())
