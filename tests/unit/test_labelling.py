"""Sentences told apart: nothing is lost, words stand where it is said, and a turn of phrase means what readers take."""

import json
from typing import Final

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.reuse.labelling import label
from etl.reuse.lexicon import read_lexicon
from etl.vocabulary.sentences import BLANKS, sentences_of
from etl.vocabulary.themes import MEASURE, OTHER, PROBLEM, ROLES, STANDARD

LEXICON: Final = read_lexicon(STANDARD / "none")
PIECES: Final = (
    *(
        "（一）存在的主要问题",
        "改进情况：",
        "一是",
        "2.",
        "信息更新不及时",
        "公开意识不强",
        "加强培训",
        "针对解读单一的问题",
    ),
    *("已解决", "下一步", "，", ",", "。", "；", "\n", " ", "“", "”", "（", "）", "a𠀀b", "\u3000", "无", "热点问题"),
)
TEXTS: Final = st.lists(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), min_size=1, max_size=4)


def labelled(*texts: str) -> pl.DataFrame:
    """The labelled sentences of reports with these texts of section five."""
    rows = [(n, at, one) for n, text in enumerate(texts) for at, one in enumerate(sentences_of(text), 1)]
    schema = {"report_number": pl.Int32, "position": pl.Int32, "text": pl.String}
    return label(pl.DataFrame(rows, schema=schema, orient="row"), LEXICON)


def roles_of(text: str) -> list[str]:
    """The roles of the sentences of a text."""
    return [str(role) for role in labelled(text)["role"]]


@settings(max_examples=30)
@given(TEXTS)
def test_labelling_loses_and_moves_nothing(texts: list[str]) -> None:
    """Protects the text: the labelled sentences one behind the other are all of it but blanks, in their order."""
    found = labelled(*texts)
    without = str.maketrans("", "", BLANKS)
    for number, text in enumerate(texts):
        own = found.filter(report_number=number)
        assert "".join(own["text"]).translate(without) == text.translate(without)
        assert own["position"].to_list() == list(range(1, own.height + 1))


@settings(max_examples=30)
@given(TEXTS)
def test_words_stand_where_it_is_said(texts: list[str]) -> None:
    """Protects the marks on the page: each word is in the sentence at its place, and says its role or a theme."""
    themes_known = {word.name for word in LEXICON.themes}
    for row in labelled(*texts).to_dicts():
        themes, words = json.loads(row["themes"]), json.loads(row["words"])
        assert set(themes) <= themes_known
        assert row["theme"] == (themes[0] if themes else None)
        for word in words:
            as_printed = row["text"][word["start"] : word["end"]].replace(",", "，").replace(":", "：")
            assert as_printed == word["word"]
            assert word["says"] in {row["role"], *themes}
        assert set(themes) == {word["says"] for word in words} & themes_known
        assert (row["role_from"] is None) == (row["role"] == OTHER)
        assert row["role"] in {word.name for word in ROLES}


@settings(max_examples=30)
@given(TEXTS)
def test_a_report_is_told_alike_alone_and_among_others(texts: list[str]) -> None:
    """Protects every report from its neighbours in the build: no heading reaches beyond its own report."""
    together = labelled(*texts)
    for number, text in enumerate(texts):
        alone = labelled(text).drop("report_number")
        assert together.filter(report_number=number).drop("report_number").equals(alone)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("信息更新不及时。", PROBLEM),
        ("仍存在更新不及时的问题。", PROBLEM),
        ("未出现更新不及时的情况。", MEASURE),
        ("没有发现信息更新不及时的问题。", OTHER),
        ("更新不及时的问题已解决。", MEASURE),
        ("更新不及时的问题得到明显改善，但解读质量不高。", PROBLEM),
        ("针对更新不及时的问题，建立了提醒机制。", MEASURE),
        ("公开工作与上年持平。", OTHER),
        ("及时回应热点问题。", OTHER),
        ("下一步，我局将回应热点问题。", MEASURE),
        ("我局还存在以下不足：", OTHER),
        ("无。", OTHER),
    ],
)
def test_negation_and_what_is_settled_are_understood(sentence: str, role: str) -> None:
    """Protects agencies from a word taken out of its sentence."""
    (told,) = roles_of(sentence)
    assert told == role or (told, role) == (OTHER, MEASURE)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "（一）存在的主要问题\n1.栏目每季换一次。\n（二）改进情况\n1.栏目每周换一次。",
            [OTHER, PROBLEM, OTHER, MEASURE],
        ),
        ("1.栏目每季换一次。\n2.栏目每周换一次。", [OTHER, OTHER]),
        ("主要问题：一是更新不及时；\n有的等到年底。\n二是意识不强。", [PROBLEM, PROBLEM, PROBLEM]),
        ("存在的问题：更新不及时。对此，建立提醒机制。\n二是个别文件晚。", [PROBLEM, MEASURE, PROBLEM]),
    ],
)
def test_parts_and_numbers_decide_where_words_do_not(text: str, roles: list[str]) -> None:
    """Protects context: a numbered sentence is what its heading says, and without a heading nothing is guessed."""
    assert roles_of(text) == roles


def test_what_decided_is_told() -> None:
    """Protects trust: a role that stands on the heading alone says so, one that stands on words names them."""
    text = "（一）存在的主要问题\n1.栏目每季换一次。\n2.更新不及时。"
    rows = labelled(text)
    assert rows["role_from"].to_list() == [None, "part", "words"]
    words = json.loads(rows["words"][2])
    assert {"says": PROBLEM, "word": "不及时", "start": 4, "end": 7} in words
    assert {"says": "timeliness", "word": "更新不及时", "start": 2, "end": 7} in words


def test_no_sentences_are_no_rows() -> None:
    """Protects a load of reports without section five."""
    assert labelled("").is_empty()
    assert labelled("").columns == [
        "report_number",
        "position",
        "text",
        "role",
        "role_from",
        "theme",
        "themes",
        "words",
    ]
