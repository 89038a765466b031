"""The words of the dictionary as rows: found by any part in either language, each with formula and tables."""

import pytest

from etl.vocabulary.dictionary import all_words
from etl.vocabulary.page_labels.dictionary import WORD_KINDS
from pages.parts.words import as_rows, code_name, key_of, tables_of, word_named, words_by_key, words_found


def test_every_word_stands_in_the_dictionary_once() -> None:
    """Protects completeness: whatever the vocabulary declares is explained on the page, and of a known kind."""
    words = list(all_words())
    assert all(word_named(key_of(word)) for word in words)
    assert {word.kind for word in words} == WORD_KINDS.keys()
    assert as_rows(words, "zh").height == as_rows(words, "en").height == len(words)


@pytest.mark.parametrize("part", ["予以公开率", "FULL_GRANT", "full grant", "reports.is_current", "结果维持"])
def test_a_word_is_found_by_any_part_of_it(part: str) -> None:
    """Protects the search: Chinese, English, code names, capitals or not."""
    assert words_found(part, ())


def test_kinds_narrow_the_search() -> None:
    """Protects the box of kinds: only words of the kinds chosen, in the order of kinds."""
    assert {word.kind for word in words_found("", ("rule", "status"))} == {"rule", "status"}
    assert not words_found("予以公开率", ("sector",))
    assert not words_found("没有这样的词", ())


@pytest.mark.parametrize(
    ("key", "tables"),
    [
        ("item:granted", ["requests"]),
        ("item:licences", ["proactive"]),
        ("measure:made", ["proactive"]),
        ("channel:administrative_review", ["reviews"]),
        ("outcome:upheld", ["reviews"]),
        ("indicator:full_grant_rate", ["indicators"]),
        ("indicator:reporting_coverage", []),
        ("region_status:resolved", ["agencies"]),
        ("column:reports.title", ["reports"]),
        ("table:sections", ["sections"]),
        ("agency_kind:government", ["agencies", "indicators"]),
    ],
)
def test_a_word_names_the_tables_that_have_it(key: str, tables: list[str]) -> None:
    """Protects the way from a word to its rows: the tables where it stands, and no other."""
    assert tables_of(words_by_key()[key]) == tables


def test_formulas_and_units_are_in_the_reader_s_language() -> None:
    """Protects readers of either language: formula and unit in words, none where there is none."""
    word = words_by_key()["indicator:requests_received"]
    zh, en = (as_rows([word], language).row(0, named=True) for language in ("zh", "en"))
    assert (zh["unit"], en["unit"]) == ("件", "count")
    assert zh["formula"] != en["formula"]
    rule = as_rows([words_by_key()["rule:T3.BALANCE"]], "zh").row(0, named=True)
    assert (rule["formula"], rule["unit"]) == (None, None)
    assert key_of(word) == "indicator:requests_received"


def test_an_indicator_and_its_column_are_one_word() -> None:
    """Protects the reader of the dictionary from everything standing there twice; links to the column still open."""
    found = words_found("full_grant_rate", ())
    assert [key_of(word) for word in found if word.label_zh == "予以公开率"] == ["indicator:full_grant_rate"]
    assert word_named("column:indicators.full_grant_rate") == word_named("indicator:full_grant_rate")


def test_a_column_that_stands_alike_in_several_tables_is_one_word() -> None:
    """Protects the list from nine rows for one number: they are one, with the tables that have it."""
    labels = [(word.kind, word.label_zh, word.definition, code_name(word)) for word in words_found("", ())]
    assert len(labels) == len(set(labels))
    word = word_named("column:proactive.report_id")
    assert word is not None
    assert {"reports", "proactive", "requests", "reviews"} <= set(tables_of(word))
    assert as_rows([word], "zh")["name"].to_list() == ["report_id"]
    assert word_named("column:nothing.at_all") is None
