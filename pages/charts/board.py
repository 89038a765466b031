"""Who has reported: parts of an area against years."""

from typing import Final

import polars as pl

from etl.vocabulary.labels import COLUMN_PART
from etl.vocabulary.page_labels.overview import COVERAGE_ALT, COVERAGE_CELL, COVERAGE_CUT, COVERAGE_TITLE
from pages.charts.picture import Picture, Spec, board
from pages.charts.wording import drawn_names

ROWS_DRAWN: Final = 25


def coverage_board(coverage: pl.DataFrame, language: str) -> Picture:
    """A cell for each part and year with the agencies that have a report out of those known.

    The frame is that of `coverage_by_part`. With more parts than fit, those that miss most in the last year are drawn.
    """
    years = sorted(set(coverage["year"].to_list()))
    names = drawn_names(coverage, language)
    labels_of_rows = [names[part] for part in coverage.select("part_code", "is_own").iter_rows()]
    rows = coverage.with_columns(pl.Series("label", labels_of_rows, dtype=pl.String))
    drawn, parts = _missing_most(rows), rows.select("part_code", "is_own").n_unique()
    labels = list(dict.fromkeys(drawn["label"].to_list()))
    figure = board(_cells(drawn, labels, years, language), len(labels))
    last = rows.filter(pl.col("year") == years[-1]) if years else rows
    totals = {"known": int(last["known"].sum()), "reported": int(last["reported"].sum())}
    title = COVERAGE_TITLE.say(language, year=years[-1] if years else "", **totals)
    alt = COVERAGE_ALT.say(language, rows=COLUMN_PART.say(language), n=len(labels))
    note = COVERAGE_CUT.say(language, n=len(labels)) if parts > len(labels) else ""
    return Picture(figure, title, alt, note, is_empty=not years)


def _missing_most(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of the parts that are drawn, in the order of the frame."""
    last = rows.filter(pl.col("year") == pl.col("year").max())
    short = (pl.col("known") - pl.col("reported")).alias("short")
    chosen = last.with_columns(short).sort("short", descending=True, maintain_order=True).head(ROWS_DRAWN)
    keys = ["part_code", "is_own"]
    return rows.join(chosen.select(keys), on=keys, how="semi", maintain_order="left")


def _cells(drawn: pl.DataFrame, labels: list[str], years: list[int], language: str) -> Spec:
    by_place = {(row["label"], row["year"]): row for row in drawn.iter_rows(named=True)}
    grid = [[by_place[label, year] for year in years] for label in labels]
    return {
        "x": [str(year) for year in years],
        "y": labels,
        "z": [[cell["reported"] / cell["known"] for cell in line] for line in grid],
        "zmin": 0,
        "zmax": 1,
        "text": [[f"{cell['reported']}/{cell['known']}" for cell in line] for line in grid],
        "customdata": [[_hover(cell, language) for cell in line] for line in grid],
    }


def _hover(cell: dict[str, object], language: str) -> str:
    numbers = {name: cell[name] for name in ("year", "known", "reported")}
    return COVERAGE_CELL.say(language, name=cell["label"], **numbers)
