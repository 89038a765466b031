"""The sentence that a finding points to, taken apart around the words of it that are meant."""

from collections.abc import Mapping
from typing import Any


def apart(quote: Mapping[str, Any]) -> tuple[str, str, str]:
    """What stands before the words that are meant, the words as printed, and what follows; the words may be "".

    A build of an older version says only which words, without white space: they are looked for then.
    """
    sentence, words = quote["sentence"], quote["words"]
    start = quote.get("start", sentence.find(words))
    end = quote.get("end", start + len(words))
    if not words or start < 0:
        return sentence, "", ""
    return sentence[:start], sentence[start:end], sentence[end:]
