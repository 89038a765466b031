"""What a sentence is: one rule for the warehouse, which cuts texts in bulk, and for the pages, which compare two of them."""

import re
from typing import Final

_ENDS: Final = "。！？；"
_CLOSING: Final = "”’」』）)"
_OPEN, _CLOSE, _INSIDE = "[（(]", "[）)]", "[^（()）\n]"
_ASIDE: Final = f"{_OPEN}(?:{_INSIDE}|{_OPEN}{_INSIDE}*{_CLOSE})*{_CLOSE}"
"""What stands in brackets on one line, with brackets in it at most once."""

_END: Final = f"(?:[{_ENDS}]+[{_CLOSING}]*)+"
SENTENCE: Final = f"(?:{_ASIDE}|[^{_ENDS}\n])+(?:{_END})?|{_END}"
"""One sentence, with the quotation mark that closes behind its end; nothing in brackets ends one.

Rules that compare counts read longer ones, see `etl.vocabulary.narrative.SENTENCE`: here each item of a list stands alone.
The pattern reads alike in Python and in DuckDB, and never takes a step back: however long the text, it is read once.
"""

BLANKS: Final = " \N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}\t\r\n"
"""What is no part of a sentence at either end of it; where nothing else is, there is no sentence."""

_SENTENCE: Final = re.compile(SENTENCE)


def sentences_of(text: str | None) -> list[str]:
    """The sentences of a text; together they are the text without blanks between sentences. None for no text."""
    return [sentence for found in _SENTENCE.findall(text or "") if (sentence := found.strip(BLANKS))]
