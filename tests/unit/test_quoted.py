"""The words of a sentence that are meant: found by their place, in older builds by what they say."""

import pytest

from pages.parts.origins.quoted import apart


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ({"words": "办结12件", "start": 2, "end": 9}, ("全年", "办结 12 件", "，上年办结12件。")),
        ({"words": "办结12件", "start": 12, "end": 17}, ("全年办结 12 件，上年", "办结12件", "。")),
        ({"words": "上年"}, ("全年办结 12 件，", "上年", "办结12件。")),
        ({"words": "不在其中"}, ("全年办结 12 件，上年办结12件。", "", "")),
        ({"words": "", "start": 0, "end": 0}, ("全年办结 12 件，上年办结12件。", "", "")),
    ],
    ids=["with blanks", "the second of two", "older build", "older build, not found", "none meant"],
)
def test_the_sentence_is_taken_apart_around_what_is_meant(
    quote: dict[str, object], parts: tuple[str, str, str]
) -> None:
    """Protects the mark on the page: the words as printed, at their own place; nothing marked rather than wrong."""
    assert apart({"sentence": "全年办结 12 件，上年办结12件。", **quote}) == parts
