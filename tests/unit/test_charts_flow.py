"""The flow of requests as a picture: labels carry the numbers, differences are named, nothing is hidden or made up."""

from itertools import pairwise
from typing import Any

import pytest

from etl.vocabulary.form import REQUEST_ITEMS
from pages.charts.flow import HEIGHT, PAD, flow_links, flow_rows, request_flow_picture
from pages.charts.flow_places import ACROSS, drawn_pad, placed

both_languages = pytest.mark.parametrize("language", ["zh", "en"])


def flow(**numbers: int | None) -> dict[str, Any]:
    """A row of `request_flow`: nothing anywhere but what is named; `other` is not printed."""
    items = {word.name: 0 for word in REQUEST_ITEMS if word.name != "concluded"} | {"other": None}
    named = {name.replace("__", "."): number for name, number in numbers.items()}
    return {**items, "short": 0, "over": 0, "reports": 3, "left_out": 1, **named}


SOME = flow(
    received=90, carried_in=10, granted=50, refused__state_secret=20, refused__third_party_rights=5, carried_out=15,
    unavailable__not_held=7, short=5, over=2,
)  # fmt: skip  # one flow, not a list of numbers
NONE = dict.fromkeys(flow(), None) | {"reports": 2, "left_out": 2}


def labels(row: dict[str, Any], language: str = "zh") -> list[str]:
    """What stands beside the nodes."""
    return list(request_flow_picture(row, 2024, "自然人", language).figure.data[0].node.label)


def test_title_says_what_happened() -> None:
    """Protects titles: how many, the two most frequent outcomes, what was carried out."""
    title = request_flow_picture(SOME, 2024, "自然人", "zh").title
    assert title == "2024 年自然人受理 100 件：予以公开 50.0%、不予公开 25.0%；结转下年度 15.0%"
    english = request_flow_picture(SOME, 2024, "Natural person", "en").title
    assert english == "Natural person in 2024, 100 requests on hand: Granted 50.0%, Refused 25.0%; 15.0% carried out"
    few = request_flow_picture(flow(received=20, granted=20), 2024, "自然人", "zh").title
    assert few.endswith("（样本不足）")


def test_labels_carry_name_number_and_share() -> None:
    """Protects readers without colours: a node says what it is and how large."""
    assert "受理合计 100（100.0%）" in labels(SOME)
    assert "属于国家秘密 20（20.0%）" in labels(SOME)
    assert "state secret 20 (20.0%)" in labels(SOME, "en")


def test_nothing_of_nothing_is_drawn_but_the_table_has_it() -> None:
    """Protects the picture from nodes of no size; the table tells the zero."""
    assert not any("重复申请" in label for label in labels(SOME))
    rows = flow_rows(SOME, "zh")
    repeated = rows.filter(rows["target"] == "重复申请").row(0, named=True)
    assert (repeated["number"], repeated["share"]) == (0, 0.0)


def test_differences_of_the_reports_are_named() -> None:
    """Protects honesty: rows that do not add up are flows of their own, and the note says how many."""
    assert "未能对应（多出） 2（2.0%）" in labels(SOME)
    assert "未能对应（缺少） 5（5.0%）" in labels(SOME)
    note = request_flow_picture(SOME, 2024, "自然人", "zh").note
    assert "多出的 2 件" in note
    assert "缺少的 5 件" in note
    assert "未能对应" not in request_flow_picture(flow(received=1, granted=1), 2024, "自然人", "zh").note


def test_what_flows_in_flows_out() -> None:
    """Protects the picture: the balance of `request_flow` is that of the links, in the middle and in each outcome."""
    links = list(flow_links(SOME))
    for node in ("on_hand", "refused", "unavailable"):
        into = sum(number for _, target, number in links if target == node)
        assert into == sum(number for source, _, number in links if source == node)


def test_reasons_stand_by_their_number() -> None:
    """Protects reading order: the most frequent reason of an outcome comes first."""
    more = SOME | {"refused.internal_affairs": 30}
    reasons = [target for source, target, number in flow_links(more) if source == "refused" and number]
    assert reasons == ["refused.internal_affairs", "refused.state_secret", "refused.third_party_rights"]


@both_languages
def test_reports_left_out_are_counted(language: str) -> None:
    """Protects against gaps in silence: how many reports count, and how many do not."""
    note = request_flow_picture(SOME, 2024, "自然人", language).note
    assert "2" in note
    assert "1" in note


def test_a_row_of_form_2019_is_not_itemised() -> None:
    """Protects the change of form: one printed row is shown as such, three rows by their names."""
    one_row = flow(received=9, other=9) | {name: None for name in flow() if name.startswith("other.")}
    assert "未分项 9（100.0%）" in labels(one_row)
    assert flow_rows(one_row, "zh").filter(flow_rows(one_row, "zh")["source"] == "其他处理").height == 1


def test_an_empty_year_says_so() -> None:
    """Protects an empty picture: nothing known and no requests are two things."""
    unknown = request_flow_picture(NONE, 2024, "自然人", "zh")
    assert unknown.is_empty
    assert "没有各项都填报的年报" in unknown.title
    assert flow_rows(NONE, "zh").is_empty()
    nothing = request_flow_picture(flow(), 2024, "自然人", "zh")
    assert nothing.is_empty
    assert nothing.title == "2024 年自然人没有申请"
    assert flow_rows(flow(), "zh")["share"].null_count() == flow_rows(flow(), "zh").height


def test_alt_text_holds_every_node() -> None:
    """Protects readers who cannot see the picture."""
    picture = request_flow_picture(SOME, 2024, "自然人", "zh")
    assert all(label in picture.alt for label in labels(SOME))


def test_no_two_nodes_of_a_column_touch() -> None:
    """Protects labels from covering each other: nodes stand a pad apart and inside the picture."""
    sizes = {"a": 70, "b": 30, "whole": 100, "g": 60, "r": 40, "x": 1, "y": 39}
    columns = [["a", "b"], ["whole"], ["g", "r"], ["x", "y"]]
    places = placed(columns, sizes, HEIGHT, PAD)
    unit = (HEIGHT - PAD) / 100
    for column, across in zip(columns, ACROSS, strict=True):
        edges = [
            (places[n][1] * HEIGHT - sizes[n] * unit / 2, places[n][1] * HEIGHT + sizes[n] * unit / 2) for n in column
        ]
        assert {places[n][0] for n in column} == {across}
        assert all(-1 < top < bottom < HEIGHT + 1 for top, bottom in edges)
        assert all(below[0] - above[1] == pytest.approx(PAD) for above, below in pairwise(edges))
    assert drawn_pad(columns, sizes, ["g", "x", "y"], HEIGHT, PAD) == pytest.approx(PAD / 2)
