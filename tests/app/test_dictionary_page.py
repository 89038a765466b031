"""The dictionary: search and kinds in the address, one word explained, who fills it in, nothing found said."""

import pytest

from etl.vocabulary.page_labels.dictionary import FILLED_NONE_DO, WORDS_FOUND
from tests.app.conftest import Opener

PAGE = "pages/dictionary.py"


def test_the_search_stands_in_the_address(open_at: Opener) -> None:
    """Protects copied links: what was looked for, and in which kinds, by code or in either language."""
    for kind in ("rule", "核查规则", "Rule"):
        app = open_at(PAGE, word="申请", word_kind=kind)
        assert not app.exception
        assert app.text_input(key="word").value == "申请"
        assert app.multiselect(key="word_kind").value == ["rule"]
        assert set(app.dataframe[0].value["kind"]) == {"核查规则"}


def test_a_word_that_the_link_names_is_explained(open_at: Opener) -> None:
    """Protects links to a definition: label, formula, source, tables, and its numbers by year."""
    app = open_at(PAGE, entry="indicator:full_grant_rate")
    assert not app.exception
    assert "予以公开率" in [title.value for title in app.subheader]
    assert any("full\\_grant\\_rate" in block.value and "indicators" in block.value for block in app.markdown)
    assert len(app.get("plotly_chart")) == 2


def test_the_word_stays_when_the_language_changes(open_at: Opener) -> None:
    """Protects the detail view: the same word in the other language, the kinds kept."""
    app = open_at(PAGE, entry="rule:T3.BALANCE", word_kind="rule")
    app.segmented_control[0].set_value("en").run()
    assert not app.exception
    assert "Requests in and out balance" in [title.value for title in app.subheader]
    assert app.multiselect(key="word_kind").value == ["rule"]


def test_nothing_found_is_said(open_at: Opener) -> None:
    """Protects the reader from an empty table without a word; markup in the search is letters."""
    app = open_at(PAGE, word="<b>没有</b>")
    assert not app.exception
    assert any("\\<b\\>" in note.value for note in app.info)
    assert not app.dataframe


@pytest.mark.parametrize("entry", ["nonsense", "indicator:x", "<script>"])
def test_an_unknown_word_in_the_link_is_told(open_at: Opener, entry: str) -> None:
    """Protects old links: a word that is gone is named, the dictionary still stands."""
    app = open_at(PAGE, entry=entry)
    assert not app.exception
    assert app.warning
    assert app.dataframe


def test_words_without_numbers_say_so(open_at: Opener) -> None:
    """Protects the picture: where no indicator is found there is none, and what to do is said."""
    app = open_at(PAGE, word_kind="sector")
    assert not app.exception
    assert FILLED_NONE_DO.zh in [note.value for note in app.info]
    assert app.subheader[0].value.endswith(WORDS_FOUND.zh[5:])
