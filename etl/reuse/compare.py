"""The door of the room: texts of all current reports compared; what is new is computed, what was compared is kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from etl.reuse.alike import best_of, kept_of, links_of, own_links, shares_of
from etl.reuse.candidates import candidates
from etl.reuse.common import boilerplate
from etl.reuse.crew import Crew
from etl.reuse.evidence import matches_of, shared_texts_of
from etl.reuse.exact import counted
from etl.reuse.masking import Owner
from etl.reuse.measures import IS_MEASURED, measures_of, with_previous
from etl.reuse.names import Texts, with_names_other
from etl.reuse.own import beside_before
from etl.reuse.prints import PRINTS, key_of, prints_of
from etl.reuse.shared import parts_of, roots_to_compare
from etl.reuse.store import Kept
from etl.vocabulary.reuse import LONGEST_COMPARED, SHORTEST_COMPARED

_PRINTS: Final = "prints"
_KEYS: Final[dict[str, Any]] = {"report_number": pl.UInt32, "key": pl.UInt64, "characters": pl.UInt32}
_PER_WORKER: Final = 5_000
Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Reuse:
    """The rows of the tables `text_reuse`, `text_matches` and `shared_texts`."""

    measures: pl.DataFrame
    matches: pl.DataFrame
    shared: pl.DataFrame


def compare_texts(reports: pl.DataFrame, texts: Texts, kept: Kept, crew: Crew, advance: Advance) -> Reuse:
    """What the texts of the reports repeat; pass all current reports at once, and what reads their texts.

    `reports`: report_id, report_number, agency_id, agency, places (names of its division and of those above, a list),
    region_code, parent_code, kind, year, published_on.
    """
    kept.drop_remains()
    reports = reports.with_columns(pl.col("report_number").cast(_KEYS["report_number"]))
    keys, prints = printed(reports, texts, kept, crew, advance)
    told = with_previous(reports.join(keys, on="report_number", how="left", maintain_order="left"))
    users = _in_order(told, prints)
    texts_used, prints = _texts(users, prints), prints.drop("bands")
    found, texts_used = candidates(texts_used), texts_used.drop("bands")
    own = _own_pairs(users)
    counts = _counts(found, own, texts_used, kept, crew)
    links = links_of(counts, users)
    best = best_of(links, users.select("report", "year"))
    measures = measures_of(told, _self_measures(told, prints, kept, crew), _peer_measures(users, best))
    return Reuse(
        measures,
        with_names_other(matches_of(kept_of(links, best), own_links(own, counts), users), texts, texts_used),
        shared_texts_of(parts_of(_numbered(counts, texts_used)), users, texts_used),
    )


def printed(
    reports: pl.DataFrame, texts: Texts, kept: Kept, crew: Crew, advance: Advance
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """report_number, key and characters of every text that has any; and the prints of all, computed where new."""
    owners = reports.select("report_number", "agency", "places")
    before = kept.frame(_PRINTS, PRINTS)
    known, fresh = set(before["key"]), [pl.DataFrame(schema=PRINTS)]
    keys = [pl.DataFrame(schema=_KEYS)]
    for part in texts():
        numbered = part.with_columns(pl.col("report_number").cast(_KEYS["report_number"]))
        rows = list(_keyed(numbered.join(owners, on="report_number")))
        new = {key: (key, text, owner) for _, key, _, text, owner in rows if key is not None and key not in known}
        fresh += crew.each(prints_of, _parts([*new.values()]))
        known |= new.keys()
        keys.append(pl.DataFrame([row[:3] for row in rows], schema=_KEYS, orient="row"))
        advance(len(rows))
    kept.add(_PRINTS, pl.concat(fresh))
    every = pl.concat(keys)
    del known
    used = before.filter(pl.col("key").is_in(every["key"].drop_nulls().implode()))
    return every, pl.concat([before if len(used) == len(before) else used, *fresh])


def _keyed(texts: pl.DataFrame) -> Iterator[tuple[int, int | None, int, str, Owner]]:
    """The texts that have letters, with key, characters and owner; no key for one too long to be compared."""
    for number, text, agency, places in texts.select("report_number", "text", "agency", "places").iter_rows():
        characters = len("".join(text.split()))
        if characters:
            owner = Owner(agency, tuple(places or ()))
            key = key_of(text, owner) if characters <= LONGEST_COMPARED else None
            yield number, key, characters, text, owner


def _parts(texts: list[tuple[int, str, Owner]]) -> list[list[tuple[int, str, Owner]]]:
    return [texts[start : start + _PER_WORKER] for start in range(0, len(texts), _PER_WORKER)]


def _in_order(told: pl.DataFrame, prints: pl.DataFrame) -> pl.DataFrame:
    """The reports that are compared, numbered in order of publication (`report`), with number of agency and print.

    One that does not say its day stands behind those of the year in which it was due, so that two without a day stand
    in the order of their years; two with a day always stand in that of their days.
    """
    asked = told.filter(IS_MEASURED & pl.col("year").is_not_null()).join(prints.select("key", "print"), on="key")
    undated = pl.col("published_on").is_null()
    by_then = pl.when(undated).then(pl.date(pl.col("year") + 1, 12, 31)).otherwise("published_on")
    in_order = asked.sort(by_then, undated, "year", "report_id").with_row_index("report")
    return in_order.with_columns(agency_number=pl.col("agency_id").rank("dense"))


def _texts(users: pl.DataFrame, prints: pl.DataFrame) -> pl.DataFrame:
    """Each text once, in the order in which it was first published: number, print, lead, is_of_one, masked, bands."""
    first = users.group_by("print").agg(
        pl.col("report").min(),
        lead=pl.col("agency_number").sort_by("report").first(),
        is_of_one=pl.col("agency_number").n_unique() == 1,
    )
    one = prints.select("print", "masked", "bands").unique("print", keep="any")
    return first.sort("report").with_row_index("number").join(one, on="print", how="left", maintain_order="left")


def _own_pairs(users: pl.DataFrame) -> pl.DataFrame:
    """report, other and their prints for every report whose report before is compared too."""
    before = users.select(previous_report_id="report_id", other="report", other_print="print")
    return users.join(before, on="previous_report_id").select("report", "other", "print", "other_print")


def _counts(found: pl.DataFrame, own: pl.DataFrame, texts: pl.DataFrame, kept: Kept, crew: Crew) -> pl.DataFrame:
    """How much the pairs of texts share that may be alike, and every pair of an agency's own (see `COUNTS`)."""
    peers = _with_prints(found, texts)
    pairs = pl.concat([peers, own.select(peers.columns)]).filter(pl.col("print") != pl.col("other_print"))
    counts = counted(pairs, texts, kept, crew)
    more = _with_prints(roots_to_compare(_numbered(counts, texts)), texts)
    return pl.concat([counts, counted(more, texts, kept, crew)]).unique(["print", "other_print"])


def _with_prints(pairs: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    return pairs.select(print=texts["print"].gather(pairs["a"]), other_print=texts["print"].gather(pairs["b"]))


def _numbered(counts: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """The pairs of texts by their numbers (a the earlier, b) with their resemblance."""
    numbers = texts.select("print", "number")
    named = (
        shares_of(counts)
        .join(numbers, on="print")
        .join(numbers.select(other_print="print", other="number"), on="other_print")
    )
    return named.select(
        a=pl.min_horizontal("number", "other"), b=pl.max_horizontal("number", "other"), resemblance="resemblance"
    )


def _self_measures(told: pl.DataFrame, prints: pl.DataFrame, kept: Kept, crew: Crew) -> pl.DataFrame:
    """report_id with what is told of each text by itself, beside the report before, and of the year's wording."""
    measured = told.filter(IS_MEASURED).select("report_id", "key", "year", "previous_key", "previous_characters")
    is_beside = pl.col("previous_characters").is_between(SHORTEST_COMPARED, LONGEST_COMPARED)
    pairs = measured.filter(is_beside).select("key", "previous_key").unique()
    own = beside_before(pairs, prints, kept, crew)
    common = boilerplate(measured.filter(pl.col("year").is_not_null()).select("key", "year"), prints, kept, crew)
    alone = prints.select(
        "key",
        redundancy=pl.col("repeated") / pl.col("lengths").list.sum(),
        specificity=pl.col("details") * 1000.0 / pl.col("lengths").list.sum(),
    )
    beside = measured.join(own, on=["key", "previous_key"], how="left").join(alone, on="key", how="left")
    with_common = beside.join(common, on=["key", "year"], how="left")
    return with_common.select(
        "report_id", "stickiness", "yoy_similarity", "boilerplate_share", "redundancy", "specificity"
    )


def _peer_measures(users: pl.DataFrame, best: pl.DataFrame) -> pl.DataFrame:
    """report_id with what is told of it beside other agencies, and how many reports it could be compared with."""
    until = users.group_by("year").len().sort("year").select("year", until=pl.col("len").cum_sum())
    own = users.sort("agency_number", "year").select("report", own=pl.int_range(1, pl.len() + 1).over("agency_number"))
    named = users.select(peer="report", peer_report_id="report_id")
    return (
        users.join(until, on="year")
        .join(own, on="report")
        .join(best, on="report", how="left")
        .join(named, on="peer", how="left")
        .select(
            "report_id",
            "peer_containment",
            "peer_resemblance",
            "peer_report_id",
            comparable_peers=pl.col("until") - pl.col("own"),
        )
    )
