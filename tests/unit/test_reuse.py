"""What section five repeats: every measure against a count by hand, every missing one with its reason."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from etl.reuse import common
from etl.reuse.crew import Crew
from etl.reuse.masking import BREAK, Owner
from etl.reuse.prints import key_of, prints_of
from etl.reuse.store import Kept
from etl.vocabulary.reuse import COMMON, LONGEST_COMPARED, SHINGLE
from tests.benchmark.copies import made_corpus
from tests.filed_texts import Filed, a_text, found, others

CORPUS = made_corpus(600, seed=5)
Row = dict[str, Any]


def measures(filed: Sequence[Filed], kept: Path) -> list[Row]:
    """The rows of `text_reuse` in the order of the reports."""
    rows: list[Row] = found(filed, kept).measures.sort(pl.col("report_id").str.slice(1).cast(pl.Int32)).to_dicts()
    return rows


def test_a_text_taken_over_from_last_year_is_kept_whole(tmp_path: Path) -> None:
    """Protects stickiness and similarity: with years and numbers changed they are 1, with another text 0."""
    text = a_text(1)
    filed = [
        Filed(year=2021, text="2021年共12件。" + text),
        Filed(year=2023, text="2023年共7件。" + text),
        Filed(year=2024, text=a_text(2)),
    ]
    first, second, third = measures(filed, tmp_path)
    assert (first["own_reason"], first["stickiness"]) == ("no_previous", None)
    assert (second["previous_report_id"], second["previous_year"]) == ("r0", 2021)
    assert (second["stickiness"], second["yoy_similarity"]) == (1.0, 1.0)
    assert third["previous_report_id"] == "r1"
    assert third["stickiness"] == 0.0
    assert third["yoy_similarity"] < 0.1


def test_stickiness_counts_the_characters_of_sentences_that_share_a_long_run(tmp_path: Path) -> None:
    """Protects the definition: a sentence counts as a whole from 16 characters in a row, not from 15."""
    new, old = a_text(3), a_text(4)
    sixteen, fifteen = old[:16] + "另外写的话" * 4 + "。", old[20:35] + "其余写的话" * 4 + "。"
    filed = [Filed(year=2022, text=old), Filed(year=2023, text=sixteen + fifteen + new)]
    stickiness = measures(filed, tmp_path)[1]["stickiness"]
    assert stickiness == pytest.approx(len(sixteen) / len(sixteen + fifteen + new))


@pytest.mark.parametrize(
    ("filed", "reasons"),
    [
        ([Filed()], ["no_section"] * 4),
        ([Filed(text=" \n ")], ["no_section"] * 4),
        ([Filed(text=a_text(1)[:199])], ["too_short"] * 4),
        ([Filed(text="长" * (LONGEST_COMPARED + 1))], ["too_long"] * 4),
        ([Filed(text=a_text(1))], [None, "no_previous", "too_few", "too_few"]),
        ([Filed(text=a_text(1), year=None)], [None, "year_not_known", "year_not_known", "year_not_known"]),
        ([Filed(text=a_text(1)), Filed(year=2020)], [None, "previous_no_section", "too_few", "too_few"]),
        ([Filed(text=a_text(1)), Filed(year=2020, text="短。")], [None, "previous_too_short", "too_few", "too_few"]),
        (
            [Filed(text=a_text(1)), Filed(year=2020, text="长" * (LONGEST_COMPARED + 1))],
            [None, "previous_too_long", "too_few", "too_few"],
        ),
        ([Filed(text=a_text(1)), *others()], [None, "no_previous", "none_alike", None]),
        ([Filed(text=a_text(1)), *others(year=2024)], [None, "no_previous", "too_few", "too_few"]),
        ([Filed(text=a_text(1)), *others(year=2022)], [None, "no_previous", "none_alike", "too_few"]),
    ],
)
def test_what_is_not_measured_has_its_reason(filed: list[Filed], reasons: list[str | None], tmp_path: Path) -> None:
    """Protects from a zero for what is not known: no text, a short one, no report before, too few to compare with."""
    row = measures(filed, tmp_path)[0]
    assert [row[name] for name in ("reason", "own_reason", "peer_reason", "boilerplate_reason")] == reasons
    told = [row[name] is not None for name in ("redundancy", "stickiness", "peer_containment", "boilerplate_share")]
    assert told == [reason is None for reason in reasons]


def test_the_peer_that_contains_most_is_named_with_who_was_first(tmp_path: Path) -> None:
    """Protects the evidence: share, report and order are those of the pair, counted by hand on sets of shingles."""
    source, half = a_text(1), a_text(1)[:190] + a_text(2)[:150]
    filed = [
        Filed("白山县商务局", 2022, source),
        Filed("青河县商务局", 2023, half, region_code="990201", parent_code="990200"),
        *others(),
    ]
    reuse = found(filed, tmp_path)
    mine, theirs = shingles(half), shingles(source)
    (match,) = reuse.matches.to_dicts()
    assert (match["report_id"], match["other_report_id"], match["kind"]) == ("r1", "r0", "peer")
    assert match["containment"] == pytest.approx(len(mine & theirs) / len(mine))
    assert match["other_containment"] == pytest.approx(len(mine & theirs) / len(theirs))
    assert match["resemblance"] == pytest.approx(len(mine & theirs) / len(mine | theirs))
    assert (match["other_published"], match["is_same_parent"], match["is_identical"]) == ("not_known", False, False)
    rows = {row["report_id"]: row for row in reuse.measures.to_dicts()}
    assert rows["r1"]["peer_report_id"] == "r0"
    assert rows["r1"]["peer_containment"] == match["containment"]
    assert rows["r0"]["peer_containment"] is None


def shingles(text: str) -> set[str]:
    """The shingles of a text in which nothing is masked."""
    return {text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1)}


@pytest.mark.parametrize(
    ("region", "parent", "inside"),
    [
        ("990101", "990100", True),
        ("990102", "990100", True),
        ("990100", "990000", True),
        ("990201", "990200", False),
        (None, None, None),
    ],
)
def test_links_inside_one_parent_are_marked(
    region: str | None, parent: str | None, inside: bool | None, tmp_path: Path
) -> None:
    """Protects wording that a superior office wrote for all: same division, the one above, a sister; else unknown."""
    copy = Filed("白山县商务局", 2024, a_text(1), region_code=region, parent_code=parent)
    (match,) = found([Filed(text=a_text(1)), copy], tmp_path).matches.to_dicts()
    assert match["is_same_parent"] is inside


def test_redundancy_and_specificity_count_what_is_printed(tmp_path: Path) -> None:
    """Protects both definitions: sentences that stand twice, and numbers, dates, titles and quoted names."""
    twice = "这一句话在本部分内写了两遍，一个字也没有改。"
    text = twice + a_text(1) + "2023年5月6日，印发《办法》，开展“回头看”三次，共12件。" + twice
    (row,) = measures([Filed(text=text)], tmp_path)
    assert row["redundancy"] == pytest.approx(2 * len(twice) / len(text))
    assert row["specificity"] == pytest.approx(1000 * 5 / len(text))


@pytest.mark.parametrize("sample", [2_000, 300])
def test_boilerplate_is_what_many_reports_of_the_year_use(
    sample: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects the share from its quick ways: on a made corpus it is that of a plain count of all wording."""
    monkeypatch.setattr(common, "_SAMPLE", sample)
    monkeypatch.setattr(common, "COMMON_FROM", 0.03)
    monkeypatch.setattr(common, "COMMON_BELOW", 0.2)
    prints, years = printed(600)
    shares = common.boilerplate(years, prints, Kept(tmp_path / "1"), Crew(1))
    texts = {
        key: (masked.split(BREAK), lengths)
        for key, masked, lengths in prints.select("key", "masked", "lengths").iter_rows()
    }
    users: dict[str, int] = {}
    for key in years["key"]:
        for run in {line[at : at + COMMON] for line in texts[key][0] for at in range(len(line) - COMMON + 1)}:
            users[run] = users.get(run, 0) + 1
    runs = {run for run, count in users.items() if 0.03 <= count / len(years) < 0.2}
    assert runs
    for key, _, share in shares.select("key", "year", "boilerplate_share").iter_rows():
        lines, lengths = texts[key]
        told = [any(line[at : at + COMMON] in runs for at in range(len(line))) for line in lines]
        assert share == pytest.approx(
            sum(n for n, is_told in zip(lengths, told, strict=True) if is_told) / sum(lengths)
        )


def printed(count: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The prints of the first texts of the made corpus, and their keys as reports of one year."""
    owners = CORPUS.reports.select("agency", "places").iter_rows()
    texts = [
        (text, Owner(agency, tuple(places)))
        for text, (agency, places) in islice(zip(CORPUS.texts["text"], owners, strict=True), count)
    ]
    keyed = [(key_of(text, owner), text, owner) for text, owner in texts]
    years = pl.DataFrame({"key": [key for key, _, _ in keyed]}, schema={"key": pl.UInt64})
    return prints_of(keyed).unique("key"), years.with_columns(year=pl.lit(2023, pl.Int32))


def test_percentiles_stand_within_year_and_kind(tmp_path: Path) -> None:
    """Protects the standing: half of the equals count as below, and thirty are needed."""
    before = [Filed(one.agency, 2022, one.text) for one in others(31)]
    rows = measures([*before, *others(31)], tmp_path)
    assert {row["comparable"] for row in rows} == {31}
    assert {row["stickiness_percentile"] for row in rows} == {None, 0.5}
    assert {(row["stickiness_ranked"], row["peer_containment_ranked"]) for row in rows[31:]} == {(31, 31)}
    thirty = measures([*before[:30], *others(31)], tmp_path)[30:]
    assert {(row["comparable"], row["stickiness_ranked"], row["redundancy_ranked"]) for row in thirty} == {(31, 30, 31)}
    assert {row["stickiness_percentile"] for row in thirty} == {None, 0.5}
    fewer = measures([*before[:29], *others(29)], tmp_path)
    assert {row["stickiness_percentile"] for row in fewer} == {None}
