"""The page of request outcomes: each share stands with its numbers and what its sample is worth."""

from pathlib import Path

import pytest

from etl.vocabulary.form import FORM_2021, REQUESTS, request_items
from pages.charts.wording import sample_word
from tests.app.conftest import Opener
from tests.builders import a_filed, a_warehouse

PAGE = "pages/requests.py"
TABLES = {"trend": 0, "outcomes": 1, "applicants": 2, "reasons": 3}


@pytest.mark.parametrize("place", TABLES.values(), ids=TABLES)
def test_rates_and_shares_carry_a_word_for_their_sample(open_at: Opener, place: int) -> None:
    """Protects small denominators from standing bare in a table."""
    table = open_at(PAGE).dataframe[place].value
    assert len(table)
    known = table[table["denominator"].notna()]
    assert len(known)
    assert list(known["sample"]) == [sample_word(int(number), "zh") for number in known["denominator"]]


def test_few_are_said_to_be_few(open_at: Opener, tmp_path: Path) -> None:
    """Protects a title from telling 70 % of ten reasons as if it were a finding."""
    reasons = [item for item in request_items(FORM_2021) if item.startswith("refused.")]
    numbers = dict(zip(reasons, (7, 3), strict=False))
    a_warehouse(tmp_path, [a_filed(cells={(REQUESTS, item, "total"): numbers.get(item, 0) for item in reasons})])
    titles = [title.value.replace("\\", "") for title in open_at(PAGE, tmp_path, outcome="refused").subheader]
    told = next(title for title in titles if "最多的理由" in title)
    assert told.startswith("2023 年不予公开 10 件（样本不足）")
    assert told.endswith("（70.0%）")
