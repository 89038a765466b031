"""Codes and missing names as words: the same words for the same codes on every page."""

import polars as pl
import pytest

from etl.vocabulary.labels import SEVERITIES, STATES
from etl.vocabulary.rules import RULES
from pages.parts.in_words import judged_in_words, or_word


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_rule_found_is_told_in_words(language: str) -> None:
    """Protects every list of findings from codes; a rule that nobody declares stands for itself."""
    rows = pl.DataFrame({"rule": [RULES[0].name, "T9.GONE"], "severity": ["error", "info"], "state": [*STATES]})
    told = rows.with_columns(judged_in_words(language))
    assert told["rule"].to_list() == [RULES[0].label(language), "T9.GONE"]
    assert told["severity"].to_list() == [SEVERITIES[name].say(language) for name in ("error", "info")]
    assert told["state"].to_list() == [word.say(language) for word in STATES.values()]


def test_a_missing_name_is_a_word() -> None:
    """Protects lists from empty cells: neither a blank nor nothing at all stands for a name."""
    rows = pl.DataFrame({"agency": ["甲局", "", None]})
    assert rows.select(or_word("agency", "未写明"))["agency"].to_list() == ["甲局", "未写明", "未写明"]
