"""What went wrong, in one language: errors carry both, as the command line shows them."""

import re
from typing import Final

from etl.errors import GongkaiError
from etl.vocabulary.labels import EN, ZH

_IN_ENGLISH: Final = re.compile(r"（([A-Za-z][ -~]*)）")


def fault_in_words(fault: GongkaiError, language: str) -> str:
    """The message for a screen, out of a Chinese sentence, the English one in brackets, and what they are about."""
    text = str(fault)
    english = _IN_ENGLISH.search(text)
    if english is None:
        return text
    said = {ZH: text[: english.start()], EN: f"{english[1][0].upper()}{english[1][1:]}"}
    return said[language] + text[english.end() :]
