"""What the parts make of text without Streamlit: plain text, differences between years."""

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from etl.vocabulary.sentences import sentences_of
from pages.parts.differences import ALONE, CHANGED, SAME, compared, marked
from pages.parts.plain import escaped

NASTY: Final = st.text(alphabet=st.sampled_from("=+-@，。\"'\n\t\r,;1a字 *_[](){}<>#|~$:!`\\"), max_size=30)


@given(NASTY)
def test_no_sign_of_markup_survives_unescaped(text: str) -> None:
    """Protects the screen: each sign that Markdown or HTML reads stands behind a backslash."""
    shown = escaped(text)
    bare = shown.replace("\\\\", "").split("\\")
    assert not set("`*_{}[]()<>#|~$:") & set(bare[0] + "".join(part[1:] for part in bare[1:]))
    assert "\n" not in shown


@given(
    st.text(alphabet=st.sampled_from("甲乙丙。！；\n [](*"), max_size=40), st.text(alphabet="甲乙丙。；", max_size=40)
)
def test_the_runs_of_a_sentence_are_the_sentence(text: str, other: str) -> None:
    """Protects the compared text: marking what differs loses and adds no letter."""
    sentences = compared(text, other)
    assert [sentence.text for sentence in sentences] == sentences_of(text)
    for sentence in sentences:
        assert "".join(run.text for run in sentence.runs) == sentence.text


def test_sentences_are_the_same_reworded_or_alone() -> None:
    """Protects the three marks, and that white space alone makes no difference."""
    now = "公开不够 及时。已安排专人每月检查两次。全新的一句完全不同的话！"
    before = "公开不够及时。已安排专人每季度检查两次。"
    assert [sentence.state for sentence in compared(now, before)] == [SAME, CHANGED, ALONE]


def test_a_text_without_last_year_stands_alone() -> None:
    """Protects a first report: nothing is marked as copied."""
    assert {sentence.state for sentence in compared("甲。乙。", None)} == {ALONE}
    assert compared(None, "甲。") == ()


def test_marks_speak_without_colour() -> None:
    """Protects readers who do not see the ground: a sign in front of each sentence."""
    lines = list(marked(compared("公开不够及时。新的一句。", "公开不够及时。"), "green"))
    assert lines[0].startswith("＝ ")
    assert lines[1].startswith("＋ :green-background[")
