"""One rule for formulas in CSV: the command line and the pages write the same."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from etl.harmless import ARMOUR, harmless
from pages.parts.taking.csv_file import _safe

TEXTS = st.lists(st.text(alphabet=" =+-@＝＋－＠\t\r\n019.,%件a—'", max_size=5), min_size=1, max_size=20)


@given(TEXTS)
def test_both_sides_disarm_the_same(texts: list[str]) -> None:
    """Protects one text from being a formula in the one file and harmless in the other."""
    column = pl.DataFrame({"text": texts}).select(_safe("text", keep=False))
    assert column["text"].to_list() == [harmless(text) for text in texts]


@given(TEXTS)
def test_what_is_left_alone_runs_nothing(texts: list[str]) -> None:
    """Protects whoever opens the file: what begins with a sign and has no armour is a number or a mark."""
    for text in map(harmless, texts):
        if not text.startswith(ARMOUR) and text.strip()[:1] in tuple("=+-@＝＋－＠"):
            assert set(text) <= set("+-－019.,%")
