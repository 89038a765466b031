"""The work on findings as a supervisor does it: a link opens one, it is dismissed, and every page knows it."""

import csv
import io
import re
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import expect

from etl.deciding import decisions_in_force
from etl.vocabulary.page_labels.checks import SEE_AGENCY
from etl.vocabulary.page_labels.source import MARK_HERE
from etl.warehouse.published_rows import findings
from tests.browser.conftest import Visitor
from tests.browser.looking import Visit

REASON = "已与单位核实，更正版即将发布"
WHO = "王科长"


@pytest.fixture
def finding(demo_dir: Path) -> dict[str, object]:
    """A finding about cells of a report that nobody has decided on."""
    decided = decisions_in_force(demo_dir)["finding_id"].implode()
    of_cells = pl.col("rule").is_in(["T3.BALANCE", "T3.OUTCOMES", "T3.APPLICANTS", "T4.TOTAL", "T2.2019"])
    rows = findings(demo_dir).filter(of_cells, pl.col("state") == "fail", ~pl.col("finding_id").is_in(decided))
    return rows.row(0, named=True)


def fill_in(reader: Visit, who: str, reason: str) -> None:
    """Name and reason in the form beside the open finding, the last of the page."""
    reader.page.get_by_role("textbox", name="决定人").last.fill(who)
    reader.page.get_by_role("textbox", name="理由").last.fill(reason)


def test_a_finding_is_dismissed_and_every_page_knows(visit: Visitor, finding: dict[str, object]) -> None:
    """Protects the work of people from link to file: opened, marked in its document, dismissed, kept, shown, taken."""
    link = f"data-checks?finding={finding['finding_id']}"
    reader = visit(link)
    assert str(finding["message"]) in reader.written()
    marked = reader.page.locator(f'td:has(span[title="{MARK_HERE.zh}"])').first
    expect(marked).to_be_attached()
    fill_in(reader, WHO, REASON)
    reader.page.get_by_role("button", name=re.compile("^不成立")).last.click()
    expect(reader.page.get_by_text(f"决定人 {WHO}").first).to_be_visible()
    reader.settled()
    assert not reader.faults
    again = visit(link)
    assert re.search(rf"不成立：{WHO}.*{REASON}", again.written())
    profile = visit(f"agency-profile?agency={finding['agency_id']}")
    profile.page.get_by_role("link", name=re.compile("数据核查.*一并")).click()
    profile.page.wait_for_url("**/data-checks?**")
    profile.settled()
    assert profile.address["findings_of"] == [str(finding["agency_id"])]
    taken = rows_taken(visit(f"data-checks?standing=不成立&findings_of={finding['agency_id']}"))
    row = next(row for row in taken if row["发现编号"].strip() == finding["finding_id"])
    assert (row["处理情况"], row["决定人"], row["决定理由"]) == ("不成立", WHO, REASON)
    assert row["发现的链接"].strip().endswith(link)


def rows_taken(reader: Visit) -> list[dict[str, str]]:
    """The file of all findings under the filters, as rows."""
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name=re.compile("^↓?\\s*下载全部 .* 条")).click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_back_from_the_profile_leads_to_the_open_finding(visit: Visitor, finding: dict[str, object]) -> None:
    """Protects the reader who looks at the agency for a moment: one step back is the finding that he came from."""
    reader = visit(f"data-checks?finding={finding['finding_id']}")
    reader.page.get_by_role("button", name=SEE_AGENCY.zh).click()
    reader.page.wait_for_url("**/agency-profile?*agency=*")
    reader.settled().page.go_back()
    reader.page.wait_for_url("**/data-checks?*finding=*")
    assert reader.settled().address["finding"] == [str(finding["finding_id"])]
    expect(reader.page.get_by_text(str(finding["message"])).last).to_be_visible()
