"""What the judges look at: the reports of a batch and their cells, laid out once for all rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from etl.one_row import one_row_by
from etl.vocabulary.cells import CODE_OF_KEY, CODES_OF_TABLE, KEY_OF_CODE
from etl.vocabulary.form import DECIMAL_MEASURES, FORM_2019, MISSING, OTHER_ONE_ROW, OTHER_THREE_ROWS, STATUSES

CELLS: Final = len(KEY_OF_CODE)
IS_AMOUNT: Final = pl.col("code").is_in([code for code, key in enumerate(KEY_OF_CODE) if key[2] in DECIMAL_MEASURES])
STATUS: Final = pl.Enum([word.name for word in STATUSES])

_FACT_COLUMNS: Final = ("report", "code", "value", "number", "unit", "status", "raw", "place")
_LEFT_OVER_COLUMNS: Final = ("report", "table_name", "text", "place")
_NAMES: Final = [str(code) for code in range(CELLS)]
_TABLE_OF_CODE: Final = {code: table for table, codes in CODES_OF_TABLE.items() for code in codes}
_OTHERS: Final = pl.DataFrame(
    [(code, *key[:2]) for key, code in CODE_OF_KEY.items() if key[1] in {*OTHER_ONE_ROW, *OTHER_THREE_ROWS}],
    schema={"code": pl.UInt16, "table_name": pl.String, "item": pl.String},
    orient="row",
)


@dataclass(frozen=True, slots=True)
class Material:
    """The frames that every judge is given; `report` numbers the reports of the batch from 0.

    `reports`: as given to `lay_out`, with `report`, `one_row` (whether （六）其他处理 is printed as one row) and
    `previous`, the number of last year's report of the agency, null when there is none.
    `facts`: one row per cell that a report has, in no order: `report`, `code`, `value`, `number`, `unit`, `status`,
    `raw`, `place`. `number` is the value as Float64: sums of counts are exact in it, and much faster than in decimals.
    `grid`: for every report all cells of both forms, by report and code: `code`, `number`, `status`, and `fact`, the
    row of `facts`; the last three are null where the report does not have the cell.
    `numbers`: one row per report, and one column for the number of each cell, named by its code.
    `tables`: one row per report, and for each table a column that says whether the document has it.
    `left_overs`: one row per cell that nobody claimed (`report`, `table_name`, `text`, `place`), by their places.
    """

    reports: pl.DataFrame
    facts: pl.DataFrame
    grid: pl.DataFrame
    numbers: pl.DataFrame
    tables: pl.DataFrame
    left_overs: pl.DataFrame

    def count(self, **conditions: pl.Expr) -> pl.DataFrame:
        """One row per report: for how many of its cells each of the conditions on `grid` holds."""
        return self.grid.select(per_report(is_so).arr.sum().alias(name) for name, is_so in conditions.items())

    def facts_where(self, condition: pl.Expr) -> pl.DataFrame:
        """The facts for which a condition on `grid` holds, by report and code."""
        return self.facts[self.grid.filter(condition).get_column("fact")]

    def look_up(self, cells: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
        """These columns of the facts of some cells (`report`, `code`), null where the report does not have the cell."""
        at = cells.select(pl.col("report").cast(pl.UInt32) * CELLS + pl.col("code")).to_series()
        rows = self.grid.get_column("fact").gather(at)
        return self.facts.select(pl.col(columns).gather(rows))

    def facts_of(self, reports: pl.Series) -> pl.DataFrame:
        """All facts of some reports."""
        rows = self.grid.select(per_report("fact")).to_series().gather(reports).explode()
        return self.facts[rows.drop_nulls()]


def per_report(cells: str | pl.Expr) -> pl.Expr:
    """A column of `grid` as one row for each report."""
    column = pl.col(cells) if isinstance(cells, str) else cells
    return column.reshape((-1, CELLS))


def every(codes: Sequence[int], reports: pl.Series) -> pl.DataFrame:
    """One row per report and code (`report`, `code`), in the order given."""
    rows = pl.int_range(len(reports) * len(codes), dtype=pl.UInt32, eager=True)
    cells = pl.Series(codes, dtype=pl.UInt16).gather(rows % len(codes))
    return pl.DataFrame({"report": reports.gather(rows // len(codes)), "code": cells})


def with_tables(facts: pl.DataFrame) -> pl.DataFrame:
    """The facts with `table_name`."""
    return facts.with_columns(table_name=pl.col("code").replace_strict(_TABLE_OF_CODE, return_dtype=pl.String))


def lay_out(cells: pl.DataFrame, left_overs: pl.DataFrame, reports: pl.DataFrame) -> Material:
    """The material of a batch; cells and left-overs of what is no report here are dropped.

    `cells`: report_number, code, value (Decimal or null), unit, status, raw, place. `left_overs`: report_number,
    table_name, text, place. `reports`: as `etl.checking.batch.check_batch` is given them, current ones only.
    """
    numbered = _with_previous(reports).with_row_index("report")
    numbers = numbered.select("report_number", "report")
    facts = _facts(cells, numbers)
    grid = _grid(facts, numbered.height)
    with_rows = numbered.join(_one_row(facts), on="report", how="left", maintain_order="left")
    return Material(
        with_rows.with_columns(one_row=pl.col("one_row").fill_null(pl.col("form") == FORM_2019)),
        facts,
        grid,
        grid.select(per_report("number").arr.to_struct(fields=_NAMES)).unnest("number"),
        _tables(grid),
        _left_overs(left_overs, numbers),
    )


def _with_previous(reports: pl.DataFrame) -> pl.DataFrame:
    """The reports with the position of the agency's report of the year before; none where two claim that year."""
    numbered = reports.with_row_index("previous")
    known = numbered.filter((pl.col("agency") != "") & pl.col("year").is_not_null())
    before = known.select("previous", "agency_id", pl.col("year") + 1).unique(["agency_id", "year"], keep="none")
    return reports.join(before, on=["agency_id", "year"], how="left", maintain_order="left")


def _facts(cells: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """The cells of the reports. Only the number is looked up: a join of whole rows copies every text."""
    asked = cells.select("report_number").join(numbers, on="report_number", how="left", maintain_order="left")
    facts = cells.select(
        asked.get_column("report"),
        pl.col("code").cast(pl.UInt16),
        pl.col("status").cast(STATUS),
        *("value", "unit", "raw", "place"),
        number=pl.col("value").cast(pl.Float64),
    ).select(_FACT_COLUMNS)
    return facts.filter(pl.col("report").is_not_null()) if facts.get_column("report").has_nulls() else facts


def _grid(facts: pl.DataFrame, reports: int) -> pl.DataFrame:
    """Put in order by their places in it: sorting whole facts would copy every text."""
    at = facts.select(pl.col("report") * CELLS + pl.col("code")).to_series()
    nowhere = pl.select(pl.repeat(None, reports * CELLS, dtype=pl.UInt32).alias("fact")).to_series()
    rows = nowhere.scatter(at, pl.select(pl.int_range(facts.height, dtype=pl.UInt32)).to_series())
    code = pl.select((pl.int_range(reports * CELLS, dtype=pl.UInt32) % CELLS).cast(pl.UInt16).alias("code"))
    return code.with_columns(facts.get_column("number").gather(rows), facts.get_column("status").gather(rows), rows)


def _one_row(facts: pl.DataFrame) -> pl.DataFrame:
    named = facts.select("report", "code", "status").join(_OTHERS, on="code")
    return one_row_by(named, "report")


def _tables(grid: pl.DataFrame) -> pl.DataFrame:
    is_there = (pl.col("status") != MISSING).fill_null(value=False)
    return grid.select(
        per_report(is_there & of_table(table)).arr.any().alias(table) for table in CODES_OF_TABLE
    ).with_row_index("report")


def of_table(table: str) -> pl.Expr:
    """Whether a cell is of the table."""
    codes = CODES_OF_TABLE[table]
    return pl.col("code").is_between(codes[0], codes[-1])


def _left_overs(left_overs: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    place = pl.col("place").str.extract_all(r"\d+").list.eval(pl.element().cast(pl.UInt32))
    mine = left_overs.join(numbers, on="report_number")
    return mine.sort("report", "table_name", place, maintain_order=True).select(_LEFT_OVER_COLUMNS)
