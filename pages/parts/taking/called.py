"""What the files of a panel are called: what they show, of whom, of which years, in the words of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from etl.vocabulary.page_labels.files import FILES
from etl.vocabulary.words import Word
from pages.parts.taking.files import file_name
from pages.parts.view import View


@dataclass(frozen=True, slots=True)
class Called:
    """What a panel's words and the filters do not say: what was chosen, and the years that are shown."""

    what: str = ""
    years: tuple[int, ...] = ()


AS_THEY_SAY = Called()
"""The rate is the first of the words, the years are those of the filters."""


def called_after(view: View, key: str, words: Sequence[Word], called: Called = AS_THEY_SAY) -> str:
    """The name of the file without its ending, "" for a key that has none in FILES."""
    fitting = [name for name in FILES if key == name or key.startswith(f"{name}-")]
    if not fitting:
        return ""
    what = called.what or (words[0].label(view.language) if words else "")
    return file_name(view, view.say(FILES[max(fitting, key=len)], what=what), called.years)
