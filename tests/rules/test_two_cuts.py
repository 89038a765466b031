"""Why counts are read in longer sentences than section five has: what stands before a semicolon holds behind it."""

import re
from typing import Final

import pytest

from etl.checking.counts import Claim, read_counts
from etl.checking.doubts import Setting
from etl.vocabulary import narrative, sentences

SPANNING: Final = (
    "2022年我局收到政府信息公开申请5件；办结政府信息公开申请4件。",
    "上半年收到政府信息公开申请5件；办结政府信息公开申请4件。",
    "全市共收到政府信息公开申请5件；办结政府信息公开申请4件；予以公开3件。",
    "累计收到政府信息公开申请50件；不予公开4件。",
)


def certain(cut: str, text: str) -> list[Claim]:
    """The claims without doubt in the sentences of a text."""
    found, before = [], ""
    for sentence in re.findall(cut, text):
        claims = read_counts(sentence, Setting(2023, "霁川县商务局", "overview", before))
        found += [claim for claim in claims if not claim.doubt]
        before = sentence
    return found


@pytest.mark.parametrize("text", SPANNING)
def test_year_period_and_scope_reach_over_a_semicolon(text: str) -> None:
    """Protects agencies from alarms about counts of half a year or a whole city, and both cuts from being made one."""
    assert not certain(narrative.SENTENCE, text)
    assert certain(sentences.SENTENCE, text)
