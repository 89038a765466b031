"""Errors: one message for the command line, one language of it for a screen."""

import pytest

from etl.deciding import Verdict
from etl.errors import UsageError
from etl.vocabulary.decisions import DISMISSED
from pages.parts.faults import fault_in_words


@pytest.mark.parametrize(
    ("verdict", "zh", "en"),
    [
        (Verdict(DISMISSED, "原文如此", ""), "请写明是谁作出的决定", "Say who decides"),
        (Verdict(DISMISSED, "", "张三"), "判为“不成立”要写明理由", "A reason is needed to dismiss a finding"),
    ],
)
def test_a_screen_shows_each_language_by_itself(verdict: Verdict, zh: str, en: str) -> None:
    """Protects the reader of either language from a sentence in the other."""
    with pytest.raises(UsageError) as fault:
        verdict.checked()
    assert (fault_in_words(fault.value, "zh"), fault_in_words(fault.value, "en")) == (zh, en)


def test_what_the_sentence_is_about_is_kept() -> None:
    """Protects the name of the file behind the sentence, and a message without English."""
    fault = UsageError("不能读写（cannot be read）：数据（a）.sqlite")
    assert fault_in_words(fault, "zh") == "不能读写：数据（a）.sqlite"
    assert fault_in_words(fault, "en") == "Cannot be read：数据（a）.sqlite"
    assert fault_in_words(UsageError("没有"), "en") == "没有"
