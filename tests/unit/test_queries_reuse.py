"""Reuse of texts as pages ask for it, against rows that were put there one by one."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from etl.vocabulary.reuse import (
    AFTER,
    NO_SECTION,
    NONE_ALIKE,
    ORDER_NOT_KNOWN,
    OWN_REPORT,
    PEER_REPORT,
    TOO_FEW,
    TOO_SHORT,
)
from etl.warehouse.published import open_published
from pages.queries.ask import Connection
from pages.queries.pairs import alike_of, reuse_of_agency, texts_of_reports
from pages.queries.places import BY_AGENCY, BY_REGION
from pages.queries.reuse import (
    MEASURES,
    members_by_part,
    members_of,
    reuse_of_year,
    reuse_spread,
    reuse_years,
    shared_texts_found,
)
from pages.queries.selection import EVERYTHING, Selection
from tests.builders import a_filed
from tests.reuse_rows import count_texts, matched, whose
from tests.warehouse_rows import Row, complete
from tests.warehouses import a_warehouse_of, warehouse_rows

FILED = (
    a_filed(agency="甲局", region="990100", year=2022, text="甲局的旧文。"),
    a_filed(agency="甲局", region="990100", year=2023, text="甲局的新文。"),
    a_filed(agency="乙局", region="990101", year=2023, text="乙局的文字。"),
    a_filed(agency="丙局", region="998100", year=2023, text="丙局的文字。"),
    a_filed(agency="丁局", region=None, year=2023, text=None),
    a_filed(agency="甲镇", region="990102", year=2023, kind="township", text="甲镇的文字。"),
)
OLD, NEW, SECOND, THIRD, SILENT, TOWN = (f"{number:016x}" for number in range(6))
REUSE: tuple[dict[str, object], ...] = (
    {"report_id": OLD, "own_reason": "no_previous", "redundancy": 0.1},
    {"report_id": NEW, "stickiness": 0.4, "stickiness_percentile": 0.5, "stickiness_ranked": 36,
     "previous_report_id": OLD, "peer_containment": 0.8, "peer_report_id": THIRD},
    {"report_id": SECOND, "stickiness": 0.9, "stickiness_percentile": 1.0, "stickiness_ranked": 37,
     "previous_report_id": OLD, "peer_reason": NONE_ALIKE},
    {"report_id": THIRD, "stickiness": 0.95, "specificity": 9.0},
    {"report_id": SILENT, "reason": NO_SECTION, "own_reason": NO_SECTION},
    {"report_id": TOWN, "reason": TOO_SHORT, "own_reason": TOO_SHORT},
)  # fmt: skip  # one report after the other
SHARED: tuple[dict[str, object], ...] = (
    {"text_id": "a", "report_id": OLD, "agency_id": "甲局@990100", "year": 2022, "is_first": True,
     "first_is_sure": True, "is_same_parent": True},
    {"text_id": "a", "report_id": NEW, "agency_id": "甲局@990100", "year": 2023, "is_same_parent": True},
    {"text_id": "a", "report_id": SECOND, "agency_id": "乙局@990101", "year": 2023, "is_same_parent": True},
    {"text_id": "a", "report_id": THIRD, "agency_id": "丙局@998100", "year": 2023, "is_same_parent": False},
    {"text_id": "a", "report_id": SILENT, "agency_id": "丁局@None", "year": 2023, "is_same_parent": None},
    {"text_id": "b", "report_id": OLD, "agency_id": "甲局@990100", "year": 2022, "is_first": True,
     "first_is_sure": False, "is_same_parent": True},
    {"text_id": "b", "report_id": THIRD, "agency_id": "丙局@998100", "year": 2023, "is_same_parent": False},
)  # fmt: skip  # as above


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open warehouse of six reports."""
    folder: Path = tmp_path_factory.mktemp("reuse")
    rows = warehouse_rows(FILED)
    of_report = {row["report_id"]: row for row in rows["indicators"]}
    rows["text_reuse"] = [
        complete("text_reuse", characters=300, comparable=40, **whose(of_report[str(one["report_id"])]), **one)
        for one in REUSE
    ]
    rows["shared_texts"] = [
        complete("shared_texts", first_report_id=OLD, agencies=4, resemblance=0.75, **one) for one in SHARED
    ]
    rows["text_matches"] = [
        matched(NEW, OLD, OWN_REPORT, is_same_parent=True, containment=0.6),
        matched(SECOND, NEW, PEER_REPORT, other_published=ORDER_NOT_KNOWN, is_same_parent=True),
        matched(NEW, THIRD, PEER_REPORT, is_same_parent=False, names_other="丙局"),
        matched(TOWN, THIRD, OWN_REPORT, other_published=AFTER),
    ]
    rows["problem_themes"] = _themes()
    count_texts(rows)
    a_warehouse_of(folder, rows)
    opened = open_published(folder).connection
    yield opened
    opened.close()


def _themes() -> list[Row]:
    known = {"named": 1, "promised_before": 1, "named_before": 0}
    return [
        complete("problem_themes", report_id=NEW, theme="staff", is_repeated=True, **known),
        complete("problem_themes", report_id=NEW, theme="depth", is_repeated=False, **known),
        complete("problem_themes", report_id=OLD, theme="staff", named=1),
    ]


def test_reports_are_ranked_by_percentile_and_the_others_stand_behind(connection: Connection) -> None:
    """Protects small groups from a rank: a higher share without a percentile stands behind every ranked one."""
    found = reuse_of_year(connection, EVERYTHING, "stickiness", 2023)
    assert found["report_id"].to_list() == [SECOND, NEW, THIRD, SILENT, TOWN]
    assert found["reason"].to_list() == [None, None, TOO_FEW, NO_SECTION, TOO_SHORT]
    assert found["value"].to_list() == [0.9, 0.4, 0.95, None, None]
    assert found["among"].to_list() == [37, 36, 0, 0, 0]
    assert found["other_name"].to_list() == ["甲局", "甲局", None, None, None]
    assert found["other_year"].to_list()[:2] == [2022, 2022]
    assert found["place"].to_list()[:3] == ["云泽省云州市东溪区", "云泽省云州市", "海角省天涯市"]


def test_the_first_of_the_ranking_are_those_of_the_whole(connection: Connection) -> None:
    """Protects the screen, which shows the first rows, from another order than the file has."""
    whole = reuse_of_year(connection, EVERYTHING, "stickiness", 2023)
    for limit in range(1, 7):
        assert reuse_of_year(connection, EVERYTHING, "stickiness", 2023, limit).equals(whole.head(limit))


def test_reports_spread_over_columns_of_one_width(connection: Connection) -> None:
    """Protects the distribution against a count by hand: the ends, the reasons, and what holds for all."""
    found = reuse_spread(connection, Selection(None, (2022,)), "stickiness", 2023, 20)
    assert found.select("place", "reason", "reports").rows() == [
        (8, None, 1), (18, None, 1), (19, None, 1), (None, NO_SECTION, 1), (None, TOO_SHORT, 1),
    ]  # fmt: skip  # one row
    assert set(found.select("width", "median", "p75", "known", "ranked").rows()) == {(0.05, 0.9, 0.925, 3, 2)}
    counted = reuse_spread(connection, EVERYTHING, "specificity", 2023, 20)
    assert counted.filter(pl.col("place").is_not_null()).select("place", "reports", "width").rows() == [(9, 1, 1.0)]
    assert reuse_spread(connection, EVERYTHING, "stickiness", 2019, 20).is_empty()


def test_the_filters_hold_and_the_years_among_them_do_not(connection: Connection) -> None:
    """Protects the year that is chosen on the page from the one in the sidebar, and the rest of the sidebar."""
    of_town = Selection("990000", (2022,), ("township",))
    assert reuse_of_year(connection, of_town, "stickiness", 2023)["report_id"].to_list() == [TOWN]
    assert reuse_of_year(connection, Selection("990101"), "stickiness", 2023)["report_id"].to_list() == [SECOND]


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_can_be_asked_for(connection: Connection, measure: str) -> None:
    """Protects each choice of the page: every report of the year stands there, with a value or with a reason."""
    found = reuse_of_year(connection, EVERYTHING, measure, 2023)
    assert found.height == 5
    assert reuse_years(connection, EVERYTHING, measure)["year"].to_list() == [2023, 2022]


def test_nothing_but_a_measure_becomes_sql(connection: Connection) -> None:
    """Protects the warehouse from a name that somebody typed into the address."""
    with pytest.raises(KeyError):
        reuse_of_year(connection, EVERYTHING, "1; DROP TABLE reports", 2023)


def test_a_year_tells_how_many_have_the_measure(connection: Connection) -> None:
    """Protects the first choice of the page, the last year in which anything is known."""
    assert reuse_years(connection, EVERYTHING, "stickiness").rows() == [(2023, 5, 3), (2022, 1, 0)]
    assert reuse_years(connection, EVERYTHING, "redundancy").rows() == [(2023, 5, 0), (2022, 1, 1)]


def test_a_shared_text_tells_who_is_inside_one_parent(connection: Connection) -> None:
    """Protects what is legitimate from standing among the rest: agencies by how they stand to the first publisher."""
    found = shared_texts_found(connection, EVERYTHING).row(0, named=True)
    assert {name: found[name] for name in ("agencies", "chosen", "first", "inside", "outside", "unknown")} == {
        "agencies": 4, "chosen": 4, "first": 1, "inside": 1, "outside": 1, "unknown": 1,
    }  # fmt: skip  # one row
    assert (found["first_name"], found["first_year"], found["reports"], found["regions"]) == ("甲局", 2022, 5, 3)
    under_filter = shared_texts_found(connection, Selection("998000")).row(0, named=True)
    assert (under_filter["agencies"], under_filter["chosen"], under_filter["outside"]) == (4, 1, 1)
    assert shared_texts_found(connection, Selection(None, (2019,))).is_empty()


def test_the_first_publisher_stands_first_among_the_members(connection: Connection) -> None:
    """Protects the reader's eye: the text from which the others may come is on top."""
    found = members_of(connection, EVERYTHING, "a")
    assert found["report_id"][0] == OLD
    assert dict(found.select("report_id", "standing").iter_rows()) == {
        OLD: "first", NEW: "first", SECOND: "inside", THIRD: "outside", SILENT: "unknown",
    }  # fmt: skip  # one row


def test_nobody_stands_first_where_the_days_do_not_tell(connection: Connection) -> None:
    """Protects one of the earliest from being counted or listed as the first publisher."""
    found = shared_texts_found(connection, EVERYTHING).row(1, named=True)
    assert (found["text_id"], found["first_is_sure"]) == ("b", False)
    assert (found["first"], found["perhaps"], found["outside"]) == (0, 1, 1)
    assert members_of(connection, EVERYTHING, "b")["standing"].to_list() == ["perhaps", "outside"]


def test_members_are_counted_by_part_and_year(connection: Connection) -> None:
    """Protects the grid: agencies, not reports, and those of an unknown division apart."""
    found = members_by_part(connection, EVERYTHING, "a", BY_REGION)
    assert found.select("part_code", "year", "agencies").rows() == [
        ("", 2023, 1), ("990000", 2022, 1), ("990000", 2023, 2), ("998000", 2023, 1),
    ]  # fmt: skip  # one row
    county = members_by_part(connection, Selection("990101"), "a", BY_AGENCY)
    assert county.select("part_name", "year", "agencies").rows() == [("乙局", 2023, 1)]


def test_a_pair_is_found_from_either_side(connection: Connection) -> None:
    """Protects the evidence: who holds what of whom and who was first turn round with the side one looks from."""
    found = {row["report_id"]: row for row in alike_of(connection, NEW).iter_rows(named=True)}
    assert found.keys() == {OLD, SECOND, THIRD}
    assert (found[OLD]["containment"], found[OLD]["other_containment"], found[OLD]["order"]) == (0.6, 0.8, "before")
    assert (found[SECOND]["containment"], found[SECOND]["order"]) == (0.8, ORDER_NOT_KNOWN)
    assert found[THIRD]["names_other"] == "丙局"
    back = alike_of(connection, OLD).row(0, named=True)
    assert (back["report_id"], back["containment"], back["order"]) == (NEW, 0.8, "after")
    assert [alike_of(connection, one)["order"].to_list() for one in (TOWN, THIRD)] == [["after"], ["after", "before"]]
    assert alike_of(connection, "nobody").is_empty()


def test_texts_come_with_the_names_of_their_places(connection: Connection) -> None:
    """Protects the masking of names: a text without section five is NULL, a division that is not known has no names."""
    found = {row["report_id"]: row for row in texts_of_reports(connection, (NEW, SILENT, "x")).iter_rows(named=True)}
    assert found.keys() == {NEW, SILENT}
    assert (found[NEW]["text"], found[NEW]["prefecture_name"], found[NEW]["county_name"]) == (
        "甲局的新文。",
        "云州市",
        None,
    )
    assert (found[SILENT]["text"], found[SILENT]["place"]) == (None, "")


def test_an_agency_has_a_row_for_each_year(connection: Connection) -> None:
    """Protects the profile: what is not known stays unknown, and a theme that nobody could compare is not counted."""
    found = reuse_of_agency(connection, "甲局@990100")
    assert found.select("year", "stickiness", "own_reason", "peer_name", "repeated").rows() == [
        (2023, 0.4, None, "丙局", 1), (2022, None, "no_previous", None, None),
    ]  # fmt: skip  # one row


def test_nothing_named_again_is_none_and_not_unknown(tmp_path: Path) -> None:
    """Protects an agency that writes 「无。」 from being told that the year before is missing, and gaps from a 0."""
    texts = {2020: "无。", 2021: "公开的时效性有待提高。", 2022: "无。", 2023: None, 2024: "无。"}
    rows = warehouse_rows([a_filed(agency="甲局", year=year, text=text) for year, text in texts.items()])
    rows["problem_themes"] = [
        complete("problem_themes", report_id=f"{1:016x}", theme="timeliness", named=1, promised_before=0)
    ]
    a_warehouse_of(tmp_path, rows)
    opened = open_published(tmp_path).connection
    found = reuse_of_agency(opened, "甲局@990000")
    opened.close()
    assert found.select("year", "repeated").rows() == [(2024, None), (2023, None), (2022, 0), (2021, 0), (2020, None)]
