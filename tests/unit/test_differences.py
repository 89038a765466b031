"""Two texts compared sentence by sentence: exact, quick however long, and honest about what is not compared."""

import random
import time
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.vocabulary.sentences import sentences_of
from pages.parts.differences import (
    ALONE,
    CHANGED,
    LETTERS_COMPARED,
    SAME,
    SENTENCES_COMPARED,
    UNCOMPARED,
    compared,
)

WORDS: Final = (
    "公开 信息 时效性 有待 提高 加强 培训 建立 台账 安排 专人 每月 检查 部分 单位 重视 不够 完善 制度".split()
)
SECONDS: Final = 2
"""Of the processor: many times what it takes, and less than setting every sentence against every other would."""


def a_text(sentences: int, words: int, seed: int) -> str:
    """A text of invented sentences."""
    invent = random.Random(seed)
    return "".join("".join(invent.choices(WORDS, k=words)) + "。" for _ in range(sentences))


@given(st.text(alphabet="甲乙丙丁。；“”（）\n ", max_size=60), st.text(alphabet="甲乙丙丁。；“”（）\n ", max_size=60))
def test_runs_and_sentences_are_the_text(text: str, other: str) -> None:
    """Protects the text: the runs, marked or not, are the sentence; shared runs stand in the other text."""
    sentences = compared(text, other)
    assert [one.text for one in sentences] == sentences_of(text)
    for one in sentences:
        assert "".join(run.text for run in one.runs) == one.text
        assert all(left.shared != right.shared or left.shared for left, right in pairwise(one.runs))
        assert one.state == SAME or all(run.text in other for run in one.runs if run.shared)


def test_the_likest_sentence_is_found_among_many() -> None:
    """Protects reworded sentences: of many others the one that was changed is found, wherever it stands."""
    before = sentences_of(a_text(120, 12, 1))
    now = [sentence[:6] + "另行" + sentence[8:] for sentence in before]
    random.Random(2).shuffle(now)
    found = compared("".join(now), "".join(before))
    assert {one.state for one in found} == {CHANGED}
    for one in found:
        kept = "".join(run.text for run in one.runs if run.shared)
        assert len(kept) >= len(one.text) - 4


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (a_text(150, 20, 1), a_text(150, 20, 2)),
        (a_text(SENTENCES_COMPARED, 12, 1), a_text(SENTENCES_COMPARED, 12, 2)),
        ("的" * LETTERS_COMPARED, "的" * (LETTERS_COMPARED - 9)),
        (("的" * 39 + "。") * 300, ("的" * 37 + "。") * 300),
        (a_text(1, 5000, 1)[:LETTERS_COMPARED], a_text(1, 5000, 2)[:LETTERS_COMPARED]),
        (a_text(20_000, 3, 1), a_text(100, 3, 2)),
    ],
    ids=["150 sentences", "as many as are compared", "one letter", "one sentence", "no end", "a whole report"],
)
def test_comparing_holds_up_nobody(text: str, other: str) -> None:
    """Protects all other readers: long texts, and texts cut wrongly, are compared soon or not at all."""
    compared.cache_clear()
    start = time.process_time()
    found = compared(text, other)
    assert time.process_time() - start < SECONDS
    assert "".join(run.text for one in found for run in one.runs) == text


@pytest.mark.parametrize(
    "long", [a_text(SENTENCES_COMPARED + 1, 2, 1), a_text(20, 400, 1)], ids=["sentences", "letters"]
)
def test_a_text_that_is_too_long_is_not_compared(long: str) -> None:
    """Protects the reader from a comparison nobody made: nothing is said to be the same, or new, on either side."""
    short = a_text(3, 4, 2)
    assert {one.state for one in compared(long, short)} == {UNCOMPARED}
    assert {one.state for one in compared(short, long)} == {UNCOMPARED}
    assert {one.state for one in compared(short, short)} == {SAME}
    assert {one.state for one in compared(short, None)} == {ALONE}


def test_the_same_two_texts_are_compared_once() -> None:
    """Protects every further run of the page: what was compared is kept."""
    compared.cache_clear()
    first = compared("甲乙丙。", "甲乙丁。")
    assert compared("甲乙丙。", "甲乙丁。") is first
