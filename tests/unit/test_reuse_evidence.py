"""What a person is shown of alike texts: which came first, whose name was left standing, which pairs are listed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from etl.reuse.names import with_names_left
from etl.vocabulary.reuse import PEERS_KEPT
from etl.vocabulary.tables import TABLE_BY_NAME
from tests.filed_texts import Filed, a_text, found, others

JANUARY = date(2024, 1, 5)


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        (JANUARY, date(2024, 1, 9), "before"),
        (JANUARY, JANUARY, "same_day"),
        (JANUARY, None, "not_known"),
    ],
)
def test_within_a_year_the_day_tells_who_was_first(
    first: date, second: date | None, order: str, tmp_path: Path
) -> None:
    """Protects an agency from being called the one that copied: without both days it is not known."""
    filed = [Filed("白山县商务局", text=a_text(1), published_on=second), Filed(text=a_text(1), published_on=first)]
    (match,) = found([*filed, *others()], tmp_path).matches.to_dicts()
    assert (match["other_published"], match["is_identical"]) == (order, True)
    shared = found([*filed, *others()], tmp_path).shared
    assert set(shared["first_is_sure"]) == {order == "before"}
    assert peers([*filed, *others()], tmp_path)[:2] == [("r1", 1.0), ("r0", 1.0)]


@pytest.mark.parametrize(
    ("old", "new", "first", "order"),
    [
        (date(2023, 6, 5), date(2023, 1, 5), "r1", "before"),
        (date(2022, 1, 5), date(2023, 1, 5), "r0", "before"),
        (date(2023, 1, 5), date(2023, 1, 5), "r0", "same_day"),
        (date(2023, 6, 5), None, "r0", "not_known"),
        (None, date(2023, 1, 5), "r0", "not_known"),
        (None, None, "r0", "not_known"),
    ],
)
def test_across_years_the_day_tells_who_was_first_too(
    old: date | None, new: date | None, first: str, order: str, tmp_path: Path
) -> None:
    """Protects the first publisher from a late report of an earlier year; by year alone nobody is told as first."""
    filed = [Filed("白山县商务局", 2021, a_text(1), old), Filed("青河县商务局", 2022, a_text(1), new)]
    reuse = found([*filed, *others(year=2022), *others(year=2021)], tmp_path)
    (match,) = reuse.matches.to_dicts()
    assert (match["other_report_id"], match["other_published"]) == (first, order)
    assert set(reuse.shared["first_report_id"]) == {first}
    assert set(reuse.shared["first_is_sure"]) == {order == "before"}
    rows = {row["report_id"]: row["peer_report_id"] for row in reuse.measures.to_dicts()}
    assert (rows["r0"], rows["r1"]) == (None, "r0"), "a peer is of the same or an earlier year, whenever published"


def test_a_peer_of_an_earlier_year_is_found_behind_one_published_first(tmp_path: Path) -> None:
    """Protects peer_containment: the first publisher is of a later year, the text was used in an earlier one too."""
    filed = [
        Filed("白山县商务局", 2021, a_text(1), date(2023, 6, 5)),
        Filed("青河县商务局", 2022, a_text(1), date(2023, 1, 5)),
        Filed("黑水县商务局", 2021, a_text(1), date(2023, 8, 5)),
    ]
    assert [peer for peer, _ in peers([*filed, *others(year=2021)], tmp_path)[:3]] == ["r2", "r0", "r0"]


def test_an_own_report_before_that_was_published_later_is_told_so(tmp_path: Path) -> None:
    """Protects the order of an agency's own reports, which stand by year, from being told against their days."""
    filed = [Filed(year=2021, text=a_text(1), published_on=date(2023, 6, 5))]
    filed.append(Filed(year=2022, text=a_text(1), published_on=date(2023, 1, 5)))
    (match,) = found(filed, tmp_path).matches.to_dicts()
    assert (match["report_id"], match["other_report_id"], match["other_published"]) == ("r1", "r0", "after")


def test_a_name_left_from_the_source_is_shown(tmp_path: Path) -> None:
    """Protects the evidence of a residue: the other agency's name in the text; one's own name is none."""
    source = "青河县商务局编写。" + a_text(1)
    filed = [Filed(text=source), Filed("白山县教育局", 2024, source), Filed("黑水县教育局", 2024, a_text(1))]
    matches = found(filed, tmp_path).matches.sort("report_id").to_dicts()
    named = {(row["report_id"], row["other_report_id"]): row["names_other"] for row in matches}
    assert named["r1", "r0"] == "青河县商务局"
    assert named["r2", "r0"] is None


@pytest.mark.parametrize(
    ("other", "place", "left", "named"),
    [
        ("青河县教育局", "青河县", "一是青河县教育局公开不全。", "青河县教育局"),
        ("青河县教育局", "青河县", "一是青河县 教育局公开不全。", "青河县教育局"),
        ("青河县教育局", "青河县", "一是县教育局公开不全，全县教育局都一样。", None),
        ("白水县商务局", "白水县", "一是白水县商务局公开不全。", "白水县商务局"),
        ("白水县商务局", "白水县", "一是白水县公开不全。", "白水县"),
        ("青河县人民政府", "青河县", "一是青河县人民政府公开不全。", None),
        ("白水县人民政府", "白水县", "一是白水县人民政府公开不全。", "白水县人民政府"),
        ("青河县商务", "青河县", "一是青河县商务局公开不全。", None),
    ],
)
def test_a_name_left_is_looked_for_as_it_was_written(
    other: str, place: str, left: str, named: str | None, tmp_path: Path
) -> None:
    """Protects a residue inside one county from being masked with it, and from being told where it does not stand."""
    copy = Filed("青河县商务局", 2024, left + a_text(1), places=("云泽省", "青河县"))
    filed = [Filed(other, 2023, a_text(1), places=("云泽省", place)), copy]
    (match,) = found(filed, tmp_path).matches.to_dicts()
    assert match["names_other"] == named


def test_more_pairs_than_the_closest_are_listed_where_a_measure_rests_on_them(tmp_path: Path) -> None:
    """Protects the evidence of a measure from a limit, and the reader from being told one that does not hold."""
    parts = [a_text(1000 + k, 7) for k in range(PEERS_KEPT + 5)]
    filed = [Filed(f"第{chr(0x5000 + k)}县教育局", text=part, published_on=JANUARY) for k, part in enumerate(parts)]
    whole = Filed("汇总局", text="\n".join(parts), published_on=date(2024, 3, 1))
    reuse = found([*filed, whole, *others()], tmp_path)
    assert set(reuse.matches["report_id"]) == {f"r{len(parts)}"}
    assert reuse.matches.height == len(parts)
    rests = reuse.measures.filter(pl.col("peer_report_id") == f"r{len(parts)}")
    assert set(reuse.matches["other_report_id"]) == set(rests["report_id"])
    word = TABLE_BY_NAME["text_matches"].word
    assert "最多" not in word.definition
    assert "at most" not in word.definition_en


def peers(filed: Sequence[Filed], kept: Path) -> list[tuple[str | None, float | None]]:
    """peer_report_id and peer_containment in the order of the reports."""
    rows = found(filed, kept).measures.sort(pl.col("report_id").str.slice(1).cast(pl.Int32))
    return rows.select("peer_report_id", "peer_containment").rows()


@pytest.mark.parametrize("day", [None, date(2024, 1, 3), date(2024, 1, 30)])
def test_a_name_left_is_found_whoever_published_first(day: date | None, tmp_path: Path) -> None:
    """Protects from a residue that only one order of two days, or the want of them, would show."""
    copy = Filed("青河县商务局", 2023, "一是白水县商务局公开不全。" + a_text(1), day, places=("云泽省", "青河县"))
    origin = Filed("白水县商务局", 2023, a_text(1), date(2024, 1, 10), places=("云泽省", "白水县"))
    for filed in ([copy, origin], [origin, copy]):
        matches = found(filed, tmp_path).matches
        left = with_names_left(pl.DataFrame({"report_id": ["r0", "r1"]}), matches)["names_left"].to_list()
        assert left == [["白水县商务局"] if one is copy else None for one in filed]


def test_names_left_go_to_the_checks_each_once(tmp_path: Path) -> None:
    """Protects the way from a copied text to a finding: what `names_other` tells of a report is handed over with it."""
    copy = Filed("青河县商务局", 2024, "一是白水县商务局公开不全。" + a_text(1), places=("云泽省", "青河县"))
    origin = [Filed("白水县商务局", year, a_text(1), places=("云泽省", "白水县")) for year in (2022, 2023)]
    matches = found([*origin, copy], tmp_path).matches
    reports = pl.DataFrame({"report_id": ["r0", "r1", "r2"]})
    assert with_names_left(reports, matches)["names_left"].to_list() == [None, None, ["白水县商务局"]]
