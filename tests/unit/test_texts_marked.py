"""Texts with marks: letter for letter the text of the document, nothing in it taken for markup."""

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.vocabulary.reuse import LONGEST_COMPARED
from pages.parts.texts.beside import pieces_of, runs_of, why_uncompared
from pages.parts.texts.marks import FOUND, NAMES_PROBLEM, NAMES_THEME, PLAIN, SHARED, Piece, text_html
from pages.parts.texts.snippets import TERMS_AT_MOST, marked, snippet, terms_of, words_typed
from pages.parts.texts.told import told_pieces

HARD = "<script>alert(1)</script>&amp;\"'\n**粗** $x$ <mark>假</mark>"
texts = st.text(st.sampled_from("公开不及时人员，。<>&\"'\n Ab1"), max_size=80)


def bare(html: str) -> str:
    """What a reader sees of our own markup: the letters."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def a_report(text: str | None, agency: str = "甲县商务局") -> dict[str, object]:
    """A row of `texts_of_reports`."""
    places = {"province_name": "云泽省", "prefecture_name": None, "county_name": "甲县"}
    return {"agency": agency, "text": text, "is_current": True, "year": 2023, **places}


@given(st.lists(st.tuples(texts, st.sampled_from([PLAIN, SHARED, FOUND])), max_size=5))
def test_what_is_drawn_is_the_text_letter_for_letter(parts: list[tuple[str, str]]) -> None:
    """Protects the reader: nothing of a document becomes markup, no sign is put between its letters."""
    html = text_html([Piece(*part) for part in parts], HARD)
    assert bare(html) == "".join(text for text, _ in parts)
    assert set(re.findall(r"<(\w+)", html)) <= {"div", "mark", "span"}


@given(texts, texts)
def test_both_sides_of_a_pair_are_their_texts(text: str, other: str) -> None:
    """Protects the evidence: marking loses and adds no letter, whatever the texts share."""
    runs = runs_of(a_report(text), a_report(other, "乙局"))
    assert runs is not None
    assert ["".join(piece.text for piece in pieces_of(side)) for side in runs] == [text, other]


def test_what_both_say_is_marked_and_what_is_not_shared_is_plain() -> None:
    """Protects the meaning of the marks: the sentence of both is shared, the one of one side is not."""
    both = "一是政策解读形式较为单一，图解视频运用不多。"
    runs = runs_of(a_report(f"{both}二是人员常有变动。"), a_report(both, "乙局"))
    assert runs is not None
    left, right = (pieces_of(side) for side in runs)
    assert (left[0].mark, left[-1].mark) == (SHARED, PLAIN)
    assert "".join(piece.text for piece in right if piece.mark == SHARED) == both


def test_a_text_that_is_no_section_five_is_not_compared() -> None:
    """Protects the server from a report that was cut wrongly, and a report without text from an error."""
    assert runs_of(a_report("长" * (LONGEST_COMPARED + 1)), a_report("短")) is None
    assert runs_of(a_report("长 \n" * LONGEST_COMPARED), a_report("短")) is not None
    assert runs_of(a_report(None), a_report("短")) == ((), runs_of(a_report(None), a_report("短"))[1])  # type: ignore[index]  # both are short


@pytest.mark.parametrize(
    ("text", "known", "why"),
    [
        ("长 " * 200, {}, None),
        ("长" * LONGEST_COMPARED, {}, None),
        ("长" * (LONGEST_COMPARED + 1), {}, "超过 20000 字"),
        ("短 " * 199, {}, "不足 200 字"),
        (None, {}, "没有第五部分"),
        ("长" * 200, {"year": None}, "年度未能确定"),
        ("长" * 200, {"is_current": False}, "现行版本"),
    ],
)
def test_what_a_load_does_not_compare_is_said_with_its_reason(
    text: str | None, known: dict[str, object], why: str | None
) -> None:
    """Protects the reader from taking a pair that nobody compared for one that is not alike; limits are the load's."""
    told = why_uncompared({**a_report(text), **known}, "zh")
    assert told is None if why is None else told is not None and why in told


def test_words_and_phrases_are_told_apart() -> None:
    """Protects what is typed: blanks of any width part words, quotation marks of any kind hold a phrase together."""
    assert terms_of("人员变动　台账") == ("人员变动", "台账")
    assert terms_of("“更新 不及时” 台账") == ("更新 不及时", "台账")
    assert set(terms_of('台账 "a b" 「乙」 台账')) == {"台账", "a b", "乙"}
    assert terms_of('  “” " ') == ()
    many = " ".join(f"词{k}" for k in range(20))
    assert len(terms_of(many)) == TERMS_AT_MOST
    assert words_typed(many) == 20


@given(texts, st.lists(st.text(st.sampled_from("公开不及时<Ab"), min_size=1, max_size=3), max_size=3))
def test_every_place_found_is_marked_and_the_text_stays_whole(text: str, terms: list[str]) -> None:
    """Protects the whole text on the screen: letter for letter, capitals aside, and each mark holds a term."""
    pieces = marked(text, terms)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text.lower() in {term.lower() for term in terms} for piece in pieces if piece.mark == FOUND)
    rest = "|".join(piece.text for piece in pieces if piece.mark == PLAIN)
    assert not any(term.lower() in part.lower() for term in terms for part in rest.split("|"))


def test_a_snippet_shows_the_places_and_leaves_the_rest_out() -> None:
    """Protects the list from whole texts, and from hiding that something is left out."""
    pieces = snippet("前" * 100 + "台账" + "后" * 100 + "台账", ["台账"])
    assert [piece.text for piece in pieces if piece.mark == FOUND] == ["台账", "台账"]
    assert "".join(piece.text for piece in pieces).count("…") == 2
    assert sum(len(piece.text) for piece in pieces) < 150
    assert [piece.mark for piece in snippet("没有", ["台账"])] == [PLAIN]


def test_the_words_that_decided_are_marked_once() -> None:
    """Protects a sentence whose words speak for two things at one place: every letter stands there once."""
    words = [
        {"says": "problem", "word": "不及时", "start": 2, "end": 5},
        {"says": "timeliness", "word": "更新不及时", "start": 0, "end": 5},
        {"says": "staff", "word": "人员", "start": 6, "end": 8},
        {"says": "problem", "word": "不足", "start": 8, "end": 10},
    ]
    row = {"text": "更新不及时，人员不足。", "words": json.dumps(words), "role": "problem"}
    pieces = told_pieces(row, "timeliness")
    assert "".join(piece.text for piece in pieces) == row["text"]
    assert [(p.text, p.mark) for p in pieces if p.mark] == [("更新不及时", NAMES_THEME), ("不足", NAMES_PROBLEM)]
