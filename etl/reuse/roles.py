"""What a sentence of section five is: a problem, a measure, or neither; by its words, then by what is around it."""

from typing import Final

import polars as pl

from etl.reuse.finding import MARKS, find
from etl.vocabulary.themes import (
    DECIDES,
    HEAVIEST,
    LEAD,
    MEASURE,
    MEASURE_PART,
    NEIGHBOURS_SAY,
    OTHER,
    PART_SAYS,
    PROBLEM,
    PROBLEM_PART,
    SETS_ASIDE,
    SETTLED,
    WORDS_SAY,
)

_MARK: Final = "clause_end"
_REST_OF_LEAD: Final = 42
"""Bytes (some fourteen letters) that may follow 以下 where it announces."""
_CLOSED: Final = ""

_IS_PROBLEM: Final = pl.col("says") == PROBLEM
_IS_MEASURE: Final = pl.col("says").is_in([MEASURE, SETTLED])
_OPENS: Final = pl.col("says").is_in([PROBLEM_PART, MEASURE_PART])


def find_role_words(texts: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """The words found that speak for a role (columns of `find`), without words for problems that name none here."""
    marks = words.clear().vstack(
        pl.DataFrame([(mark, False, False, _MARK, 0) for mark in MARKS], schema=words.schema, orient="row")
    )
    hits = find(texts, pl.concat([words, marks]))
    is_new = pl.col("sentence") != pl.col("sentence").shift(1)
    ends_clause = pl.col("word").str.slice(-1).is_in(list(MARKS)).shift(1)
    clause = (is_new | (ends_clause & (pl.col("at") != pl.col("at").shift(1)))).fill_null(value=True).cum_sum()
    placed = hits.with_columns(clause=clause.cast(pl.Int64))
    asides = pl.when(pl.col("says") == SETS_ASIDE).then("clause").forward_fill()
    settled = pl.when(pl.col("says") == SETTLED).then("clause").backward_fill()
    settles = pl.when(pl.col("says") == SETTLED).then("sentence").backward_fill()
    is_aside = (asides == pl.col("clause")).fill_null(value=False)
    is_settled = ((settled - pl.col("clause") <= 1) & (settles == pl.col("sentence"))).fill_null(value=False)
    return placed.filter(~(_IS_PROBLEM & (is_aside | is_settled))).drop("clause")


def weigh(texts: pl.DataFrame, hits: pl.DataFrame) -> pl.DataFrame:
    """One row per text: what its words weigh for each role, the part it opens, whether it is a heading or announces.

    Columns: sentence; problem, measure, other (weight of all words), problem_most, measure_most, other_most (of the
    heaviest); opens (problem, measure, "" where it opens both, null where none); is_passing (what it opens ends with
    the next number); is_numbered; is_heading.
    """
    placed = hits.join(texts.select("sentence", "ends"), on="sentence", maintain_order="left")
    found = placed.group_by("sentence").agg(**_weights(), **_parts(), **_endings())
    every = texts.select("sentence", "text", "begins").join(found, on="sentence", how="left", maintain_order="left")
    whole = every.with_columns(pl.col(*_weights()).fill_null(0), pl.col(*_parts(), *_endings()).fill_null(value=False))
    says_something = pl.any_horizontal("problem_part", "measure_part", pl.col("problem", "measure") > 0)
    leads = pl.col("text").str.contains("：[”\\s]*$") | (pl.col("announces") & says_something)
    return whole.select(
        "sentence",
        *_weights(),
        opens=_opened(leads),
        is_passing=~(pl.col("opens_part") | leads),
        is_numbered=pl.col("begins") > 0,
        is_heading=leads | pl.col("ends_as_heading"),
    )


def _weights() -> dict[str, pl.Expr]:
    """What the words of a sentence weigh for each role, all together and the heaviest."""
    weight = pl.col("weight").cast(pl.Int64)
    roles = {"problem": _IS_PROBLEM, "measure": _IS_MEASURE, "other": pl.col("says") == OTHER}
    sums = {role: weight.filter(is_of_role).sum() for role, is_of_role in roles.items()}
    return sums | {f"{role}_most": weight.filter(is_of_role).max() for role, is_of_role in roles.items()}


def _parts() -> dict[str, pl.Expr]:
    """Which parts the words of a sentence open, and whether more than in passing."""
    return {
        "problem_part": (pl.col("says") == PROBLEM_PART).any(),
        "measure_part": (pl.col("says") == MEASURE_PART).any(),
        "opens_part": (pl.col("weight") >= DECIDES).filter(_OPENS).any(),
    }


def _endings() -> dict[str, pl.Expr]:
    """Whether a sentence ends with the word for a part, and whether it ends shortly behind a word that announces."""
    end, ends = pl.col("end"), pl.col("ends")
    lead_end = end.filter(pl.col("says") == LEAD).max()
    inner_mark = end.filter((pl.col("says") == _MARK) & (end <= ends)).max()
    is_short = ends.first() - lead_end.cast(pl.Int64) <= _REST_OF_LEAD
    return {
        "ends_as_heading": (_OPENS & (end >= ends)).any(),
        "announces": is_short & (inner_mark.fill_null(0) <= lead_end),
    }


def _opened(leads: pl.Expr) -> pl.Expr:
    """The part that a sentence opens; one that announces without such a word opens that of its own words."""
    both = pl.col("problem_part") & pl.col("measure_part")
    return (
        pl.when(both)
        .then(pl.lit(_CLOSED))
        .when(pl.col("problem_part"))
        .then(pl.lit(PROBLEM))
        .when(pl.col("measure_part"))
        .then(pl.lit(MEASURE))
        .when(leads & (pl.col("problem_most") >= DECIDES))
        .then(pl.lit(PROBLEM))
        .when(leads & (pl.col("measure") >= DECIDES))
        .then(pl.lit(MEASURE))
    )


def decide(sentences: pl.DataFrame) -> pl.DataFrame:
    """The same rows with `role` and `role_from`; `sentences`: report_number and the columns of `weigh`, in order."""
    told = sentences.with_columns(part=_part())
    told = told.with_columns(said=_by_words())
    before = pl.when(pl.col("said") != OTHER).then("said").forward_fill().over("report_number")
    told = told.with_columns(around=pl.coalesce("part", before))
    told = told.with_columns(said=pl.coalesce("said", _by_weak_words()), from_part=_by_part())
    told = told.with_columns(near=pl.coalesce("said", "from_part"))
    told = told.with_columns(from_neighbours=_by_neighbours())
    role = pl.coalesce("near", "from_neighbours", pl.lit(OTHER))
    source = (
        pl.when(role == OTHER)
        .then(None)
        .when(pl.col("said").is_not_null())
        .then(pl.lit(WORDS_SAY))
        .when(pl.col("from_part").is_not_null())
        .then(pl.lit(PART_SAYS))
        .otherwise(pl.lit(NEIGHBOURS_SAY))
    )
    return told.select(*sentences.columns, role=role, role_from=source)


def _part() -> pl.Expr:
    """The part a sentence stands in; one opened in passing (对此) lasts until the next number, the others go on."""
    lasting = pl.when(~pl.col("is_passing")).then("opens")
    passing = pl.coalesce("opens", pl.when("is_numbered").then(pl.lit(_CLOSED)))
    here = pl.when("is_passing").then(passing).otherwise(pl.lit(_CLOSED)).forward_fill().over("report_number")
    there = lasting.forward_fill().over("report_number")
    part = pl.when(here != _CLOSED).then(here).otherwise(there)
    return pl.when(part != _CLOSED).then(part)


def _by_words() -> pl.Expr:
    """The role that the words say by themselves, weighed against the part; null where they do not."""
    named, told = pl.col("problem_most") >= DECIDES, pl.col("measure") >= DECIDES
    certain = pl.col("measure_most") == HEAVIEST
    in_problems, in_measures = (
        (pl.col("part") == PROBLEM).fill_null(value=False),
        (pl.col("part") == MEASURE).fill_null(value=False),
    )
    return (
        pl.when(pl.col("is_heading") | (pl.col("other_most") == HEAVIEST))
        .then(pl.lit(OTHER))
        .when(named & told & in_measures & (pl.col("problem_most") < HEAVIEST))
        .then(pl.lit(MEASURE))
        .when(named)
        .then(pl.lit(PROBLEM))
        .when(certain)
        .then(pl.lit(MEASURE))
        .when((pl.col("other") > 0) & ~in_measures)
        .then(pl.lit(OTHER))
        .when(told & in_problems & (pl.col("problem") > 0))
        .then(pl.lit(PROBLEM))
        .when(told)
        .then(pl.lit(MEASURE))
        .when(pl.col("other") > 0)
        .then(pl.lit(OTHER))
    )


def _by_weak_words() -> pl.Expr:
    """The role of the sentences around, where a word speaks for it and none against it."""
    stays = pl.col("problem") >= pl.col("measure")
    return (
        pl.when((pl.col("around") == PROBLEM) & (pl.col("problem") > 0) & stays)
        .then(pl.lit(PROBLEM))
        .when((pl.col("around") == MEASURE) & (pl.col("measure") > 0))
        .then(pl.lit(MEASURE))
    )


def _by_part() -> pl.Expr:
    """The role of the part, for a sentence with a number of its own."""
    return pl.when(pl.col("is_numbered")).then(pl.col("part"))


def _by_neighbours() -> pl.Expr:
    """The role that the sentences before and behind share, where the part has no other; a heading says nothing."""
    before, behind = (pl.col("near").shift(by).over("report_number") for by in (1, -1))
    opens_before = pl.col("opens").shift(1).over("report_number") == pl.col("around")
    is_between = (before == pl.col("around")) | (opens_before & pl.col("is_heading").shift(1).over("report_number"))
    ends_there = behind.is_null() | pl.col("is_heading").shift(-1).over("report_number")
    stays = (behind == pl.col("around")) | (ends_there & pl.col("part").is_not_null())
    return pl.when(is_between & stays).then(pl.col("around"))
