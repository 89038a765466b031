"""What every judge is given says of each cell what was read, in whatever order the cells come."""

import random
from dataclasses import replace
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.checking.around import Around, beside_last_year
from etl.checking.check import check
from etl.checking.levels import judge_rollup
from etl.checking.wording import number
from etl.vocabulary.cells import CODE_OF_KEY, CODES_OF_TABLE, KEY_OF_CODE
from etl.vocabulary.form import FORMS, PROACTIVE, REQUESTS, TABLES, printed_cells
from etl.vocabulary.rules import RULE_BY_NAME
from tests.rules.shards import Sheet, consistent_cells, frames, laid_out, zero_cells
from tests.rules.test_properties import a_spoilt_report

FEES = (PROACTIVE, "fees", "amount")


def two_forms() -> list[Sheet]:
    """A spoilt report on each form."""
    return [a_spoilt_report(form, 11, at) for at, form in enumerate(FORMS)]


def test_every_cell_of_the_forms_has_one_code_and_its_tables_stand_together() -> None:
    """Protects the numbering: a cell that is left out is never judged, and a table is taken for a range of codes."""
    assert set(KEY_OF_CODE) == {key for form in FORMS for key in printed_cells(form)}
    assert [code for table in TABLES for code in CODES_OF_TABLE[table]] == list(range(len(KEY_OF_CODE)))


def test_the_grid_holds_each_cell_where_its_report_and_code_say() -> None:
    """Protects all sums: number and status of every cell are found by report and code, and null where there is none."""
    sheets = two_forms()
    cells, left_overs, reports = frames(sheets)
    material = laid_out(cells.sample(fraction=1, shuffle=True, seed=3), left_overs, reports)
    known = {(row[0], row[1:4]): row for row in cells.select("document_id", *_KEY, "value", "status").rows()}
    for at, (code, value, status) in enumerate(material.grid.select("code", "number", "status").rows()):
        sheet, key = sheets[at // len(KEY_OF_CODE)], KEY_OF_CODE[code]
        row = known.get((sheet.document_id, key))
        assert (value, status) == ((None, None) if row is None else (_float(row[4]), row[5]))
        assert material.numbers[at // len(KEY_OF_CODE), str(code)] == value


_KEY = ("table_name", "item", "measure")


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def test_cells_and_reports_are_counted_and_looked_up_as_by_hand() -> None:
    """Protects the counts behind every judgement, and the places that findings name."""
    sheets = two_forms()
    shard = frames(sheets)
    material = laid_out(*shard)
    blanks = material.count(blank=pl.col("status") == "blank")["blank"].to_list()
    assert blanks == [list(sheet.printed.values()).count("") for sheet in sheets]
    asked = pl.DataFrame({"report": [1, 1], "code": [CODE_OF_KEY[REQUESTS, "received", "total"], 0]})
    places = material.look_up(asked, ("place",))["place"].to_list()
    assert KEY_OF_CODE[0] not in sheets[1].printed
    assert places == [_place(shard[0], sheets[1], KEY_OF_CODE[asked["code"][0]]), None]
    assert material.facts_of(pl.Series([1], dtype=pl.UInt32)).height == len(sheets[1].printed)


def _place(cells: pl.DataFrame, sheet: Sheet, key: tuple[str, str, str]) -> str:
    row = dict(zip(_KEY, key, strict=True))
    return str(cells.filter(document_id=sheet.document_id, **row)["place"].item())


@given(st.integers(0, 1000))
@settings(max_examples=6, deadline=None)
def test_the_order_of_cells_changes_no_finding(seed: int) -> None:
    """Protects rebuilds: the warehouse hands cells on in any order, and findings stay as they are to the letter."""
    cells, left_overs, reports = frames([a_spoilt_report(form, seed + at, at) for at, form in enumerate(FORMS * 2)])
    shuffled = cells.sample(fraction=1, shuffle=True, seed=seed)
    first, second = (check(laid_out(given, left_overs, reports)) for given in (cells, shuffled))
    assert first.findings.equals(second.findings)
    assert first.judgements.equals(second.judgements)


def test_left_over_cells_are_told_in_the_order_of_their_places() -> None:
    """Protects the message: row ten comes after row nine, in whatever order the warehouse hands them on."""
    texts = [(REQUESTS, f"第{at}处") for at in range(1, 12)]
    cells, left_overs, reports = frames([Sheet(zero_cells("2021"), left_overs=texts)])
    shuffled = left_overs.sample(fraction=1, shuffle=True, seed=1)
    findings = check(laid_out(cells, shuffled, reports)).findings.filter(rule="LEFT_OVER")
    assert "“第1处”、“第2处”、“第3处”" in findings["message"].item()
    assert findings["cells"].item().index("t9.r9.c9") < findings["cells"].item().index("t9.r10.c9")


def test_last_years_cells_stand_beside_this_years() -> None:
    """Protects the rules across years: each cell beside the same cell of the report before, and no other."""
    sheets = [Sheet(consistent_cells("2021", at), number=at, year=2021 + at) for at in range(3)]
    random.Random(5).shuffle(sheets)
    material = laid_out(*frames(sheets))
    codes = [CODE_OF_KEY[REQUESTS, "received", "total"], CODE_OF_KEY[REQUESTS, "concluded", "total"]]
    rows = beside_last_year(material, codes).select("report", "code", "number", "last_number").rows()
    by_year = {sheet.year: sheet for sheet in sheets}
    expected = []
    for report, sheet in enumerate(sheets):
        before = by_year.get((sheet.year or 0) - 1)
        keys = [(code, KEY_OF_CODE[code]) for code in codes] if before is not None else []
        expected += [
            (report, code, float(sheet.printed[key]), float(before.printed[key])) for code, key in keys if before
        ]
    assert rows == expected


def test_sums_of_amounts_print_no_more_decimals_than_amounts_have() -> None:
    """Protects the reader: 0.1 and 0.2 make 0.3, whatever they make in binary."""
    body = Sheet({**zero_cells("2021"), FEES: "0.1"}, units={FEES: "万元"})
    sheets = [
        replace(body, number=0, agency="测试县人民政府", kind="government"),
        replace(body, number=1, agency="测试县商务局"),
        replace(body, number=2, agency="测试县司法局", printed={**body.printed, FEES: "0.2"}),
    ]
    shard = frames(sheets)
    around = Around(laid_out(*shard), shard[-1], pl.DataFrame())
    (violation,) = judge_rollup(RULE_BY_NAME["ROLLUP"], around).violations
    assert violation.expression[0] == "本报告 0.1 ≠ 各单位之和 0.3（差 −0.2）"


@pytest.mark.parametrize(("bodies", "more"), [(2, "。"), (23, " 等，另有 3 个。")])
def test_a_sum_names_its_bodies_and_the_cell_of_its_sides(bodies: int, more: str) -> None:
    """Protects the government that is written to: it can check the sum only if it knows of whom and of which cell."""
    received = (REQUESTS, "received", "total")
    own = Sheet({**zero_cells("2021"), FEES: "1", received: "9"}, number=0, agency="测试县人民政府", kind="government")
    other = {**zero_cells("2021"), (REQUESTS, "carried_in", "total"): "1"}
    sheets = [own, *(Sheet(other, number=n, agency=f"测试县{chr(0x4E00 + n)}局") for n in range(1, bodies + 1))]
    shard = frames(sheets)
    found = judge_rollup(RULE_BY_NAME["ROLLUP"], Around(laid_out(*shard), shard[-1], pl.DataFrame())).violations
    message, english = next(one.message for one in found if one.message[0].startswith("表三"))
    widest = "本年新收" if bodies == 2 else "上年结转"
    assert f"两边的数是相差最多的“总计 · {widest}”。合计的单位：" in message
    named = sorted(sheet.agency for sheet in sheets[1:])[:20]
    assert message.endswith(f"{'、'.join(named)}{more}")
    assert english.endswith(", ".join(named) + (" and 3 more." if bodies > 20 else "."))


def test_no_zero_is_printed_with_a_sign() -> None:
    """Protects the words of a finding from those of another: zeros of both signs are equal, and are told alike."""
    assert number(Decimal("-0.00")) == number(Decimal(0)) == "0"
    assert number(Decimal("-1.50")) == "−1.5"
