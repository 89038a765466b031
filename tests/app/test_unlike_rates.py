"""Rates that mean one thing on form 2019 and another on form 2021: nowhere joined or ranked across the change."""

import pytest

from etl.vocabulary.indicators import INDICATORS, RATE
from etl.vocabulary.origins import means_the_same
from tests.app.conftest import Opener

UNLIKE = [one for one in INDICATORS if one.family == RATE and not means_the_same(one)]
BOXES = {"requests": "rate", "outliers": "funnel_rate", "regions": "map_rate", "reviews": "review_rate"}


def test_there_is_such_a_rate() -> None:
    """Protects the tests below from asking after nothing."""
    assert [rate.name for rate in UNLIKE] == ["residual_other_rate"]


@pytest.mark.parametrize("page", BOXES)
def test_pages_over_all_forms_do_not_offer_it(open_at: Opener, page: str) -> None:
    """Protects lines through the change of forms and ranks across it; a link that asks for the rate is told so."""
    app = open_at(f"pages/{page}.py", **{BOXES[page]: "residual_other_rate"})
    offered = set(app.selectbox(key=BOXES[page]).options)
    assert offered
    assert not offered & {rate.label_zh for rate in UNLIKE}
    assert any("residual_other_rate" in note.value.replace("\\", "") for note in app.warning)


def test_the_pages_that_break_the_line_offer_it(open_at: Opener) -> None:
    """Protects the rate from being lost: profile and comparison draw it with a gap and say why."""
    for page, box in {"agency": "profile_rate", "compare": "indicator"}.items():
        app = open_at(f"pages/{page}.py", **{box: "residual_other_rate"})
        assert app.selectbox(key=box).value == "residual_other_rate"
        assert not app.warning
        assert any("口径不同" in caption.value or "不连线" in caption.value for caption in app.caption)
