"""The page of two texts where there is no measure: it says whether they were compared at all."""

from pathlib import Path

import pytest

from etl.vocabulary.page_labels import pair
from etl.vocabulary.reuse import LONGEST_COMPARED
from tests.app.conftest import Opener
from tests.builders import a_filed, a_warehouse

PAIR = "pages/pair.py"


@pytest.mark.parametrize(
    ("text", "why"),
    [("长" * (LONGEST_COMPARED + 1), "第五部分超过 20000 字"), ("短。", "第五部分不足 200 字"), ("长" * 200, None)],
)
def test_a_pair_that_the_load_did_not_compare_says_so(
    open_at: Opener, tmp_path: Path, text: str, why: str | None
) -> None:
    """Protects two texts that were never compared from standing as two that are not alike."""
    a_warehouse(tmp_path, [a_filed(year=2022, text=text), a_filed(year=2023, text="文" * 300)])
    app = open_at(PAIR, data_dir=tmp_path, this=f"{1:016x}", beside=f"{0:016x}")
    assert not app.exception
    told = [note.value for note in app.info]
    if why is None:
        assert told == [pair.NOT_LISTED.zh]
    else:
        assert any("没有比对这一对" in note and why in note for note in told)
