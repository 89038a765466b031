"""Which word of the form a printed label means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognising import labels
from etl.vocabulary.form import APPLICANTS, OUTCOMES, REQUEST_ITEMS
from etl.vocabulary.words import Word

ITEMS = tuple(word for word in REQUEST_ITEMS if word.name != "other.other")
LONG_ITEMS = tuple(word for word in ITEMS if len(labels.letters_of(word.label_zh)) >= 8)


@pytest.mark.parametrize("word", REQUEST_ITEMS, ids=lambda word: word.name)
def test_every_row_of_the_form_is_known_by_its_own_label(word: Word) -> None:
    """Protects the vocabulary: a row whose official label is not recognised would always be lost."""
    assert labels.request_row(word.label_zh) == ("item", word.name)


@given(st.sampled_from(ITEMS), st.sampled_from(("", " ", "\n", "\u3000")), st.integers(0, 40))
def test_white_space_inside_a_label_changes_nothing(word: Word, space: str, at: int) -> None:
    """Protects labels that are wrapped or spaced out."""
    text = word.label_zh
    at = 4 + at % max(1, len(text) - 4)
    assert labels.request_row(text[:at] + space + text[at:]) == ("item", word.name)


@given(st.sampled_from(LONG_ITEMS), st.data())
def test_a_lost_glyph_never_makes_another_row(word: Word, data: st.DataObject) -> None:
    """Protects the rows from one another: a damaged label is its own row or no row."""
    letters = labels.letters_of(word.label_zh)
    at = data.draw(st.integers(0, len(letters) - 1))
    assert labels.request_row(letters[:at] + letters[at + 1 :]) in {("item", word.name), None}


OTHERS = (
    ("（六）其他", "", "other"),
    ("（六）其他处理", "", "other"),
    ("3.其他", "", "other.other"),
    ("其他", "other.fee_unpaid", "other.other"),
)


@pytest.mark.parametrize(("text", "previous", "item"), OTHERS)
def test_the_word_other_is_decided_by_its_number_and_neighbours(text: str, previous: str, item: str) -> None:
    """Protects the one-row and the three-row form of （六）其他处理 from one another."""
    assert labels.request_row(text, previous) == ("item", item)


NOT_LABELS = ("本年结转政府信息公开申请数量", "政府公报公开政府信息数", "主动公开情况", "备注", "法人或其他组织")


@pytest.mark.parametrize("text", NOT_LABELS)
def test_what_is_near_to_two_rows_or_to_none_is_no_row(text: str) -> None:
    """Protects against claiming a row by a label that could be another's."""
    assert labels.request_row(text) is None


@pytest.mark.parametrize("word", APPLICANTS, ids=lambda word: word.name)
def test_every_applicant_is_known_by_its_own_label(word: Word) -> None:
    """Protects the columns of table three."""
    assert labels.applicant(word.label_zh) == word.name


@pytest.mark.parametrize("word", OUTCOMES, ids=lambda word: word.name)
def test_every_outcome_is_known_by_its_own_label(word: Word) -> None:
    """Protects the columns of table four."""
    assert labels.outcome(word.label_zh) == word.name
