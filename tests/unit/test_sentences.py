"""Where a sentence ends: one rule on both sides, no letter lost, quotation marks and brackets whole."""

from typing import Final

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.vocabulary.sentences import BLANKS, sentences_of
from etl.warehouse.build import SENTENCES_CUT

TEXTS: Final = st.lists(
    st.text(alphabet="甲乙a1。！？；!?;”“」、，（）() \u3000\xa0\t\n", max_size=40), min_size=1, max_size=5
)


def sentences_of_warehouse(texts: list[str]) -> list[str]:
    """The sentences that a build makes of the sections of one report."""
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE sections(report_id TEXT, report_number BIGINT, position INT, section TEXT, text TEXT)"
        )
        connection.executemany(
            "INSERT INTO sections VALUES ('r', 1, ?, 'problems', ?)", [(at, text) for at, text in enumerate(texts)]
        )
        found = connection.sql(SENTENCES_CUT, params={"first": 1, "last": 1}).pl()
    assert found["position"].to_list() == list(range(1, found.height + 1))
    return [str(text) for text in found["text"]]


@given(TEXTS)
def test_warehouse_and_pages_cut_alike(texts: list[str]) -> None:
    """Protects the way from a marked sentence to its row: both sides number the same sentences."""
    assert sentences_of_warehouse(texts) == [sentence for text in texts for sentence in sentences_of(text)]


@given(TEXTS)
def test_no_letter_is_lost_between_sentences(texts: list[str]) -> None:
    """Protects the text: its sentences one behind the other are all of it but blanks."""
    without = str.maketrans("", "", BLANKS)
    for text in texts:
        assert "".join(sentences_of(text)).translate(without) == text.translate(without)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("群众反映“查不到。”二是不够；三是慢", ["群众反映“查不到。”", "二是不够；", "三是慢"]),
        ("有何问题？！很多。。。", ["有何问题？！", "很多。。。"]),
        ("名单（见附件；略）已公开。下一步", ["名单（见附件；略）已公开。", "下一步"]),
        ("台账（含（甲；乙）；丙）已建。", ["台账（含（甲；乙）；丙）已建。"]),
        ("（一)公开不够。（二）更新慢。", ["（一)公开不够。", "（二）更新慢。"]),
        ("没有关上（甲；乙。\n丙）丁", ["没有关上（甲；", "乙。", "丙）丁"]),
        ("网址 a?b=1;c!仍是一句。", ["网址 a?b=1;c!仍是一句。"]),
        ("　甲。 \n \n乙\xa0", ["甲。", "乙"]),
        ("", []),
    ],
)
def test_sentences_are_cut_where_a_reader_would(text: str, sentences: list[str]) -> None:
    """Protects sentences as people read them: closing marks belong to theirs, brackets are not cut in two."""
    assert sentences_of(text) == sentences


@pytest.mark.parametrize(
    "text", ["（" * 50_000, "（a" * 50_000, "（a（b；）" * 20_000, "（" + "（b）" * 50_000, "a" * 300_000]
)
def test_a_long_text_is_read_once(text: str) -> None:
    """Protects a load from a text of brackets that never close: it ends, and nothing of it is lost."""
    assert "".join(sentences_of(text)) == text
