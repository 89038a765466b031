"""Letters to agencies: what goes into them under which decisions, in the words of the form, and never more."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl
import pytest

from etl.deciding import Verdict, decide, decisions_in_force
from etl.deciding.shapes import SEEN
from etl.vocabulary.decisions import CONFIRMED, DISMISSED, REOPENED
from etl.vocabulary.expectations import expected
from etl.vocabulary.form import REQUESTS
from etl.vocabulary.rules import RULES, Rule
from pages.parts.letters import gathering
from pages.parts.letters.blocks import Grid
from pages.parts.letters.gathering import Wanted, letters_due, letters_to, standings_of
from pages.parts.letters.letter import Letter, Sender
from pages.parts.letters.wording import words_of_letter
from pages.parts.view import Data, View
from pages.queries.ask import Connection
from pages.queries.selection import EVERYTHING, Selection
from tests.letter_findings import BUREAU, GOVERNMENT, NOBODY, a_house_of_findings

BALANCE, COUNT, DOUBT, NOTE = "balance", "count", "doubt", "note"
OPEN, NOTES = "open findings", "notes"
NO_SENDER = Sender()


@dataclass(frozen=True)
class Desk:
    """Somebody at a desk: a warehouse, the folder of its decisions, and what he asks for."""

    folder: Path
    connection: Connection

    def view(self, language: str = "zh") -> View:
        """His view."""
        return View(language, Data(str(self.folder), self.connection))

    def wanted(self, *more: str, selection: Selection = EVERYTHING, sender: Sender = NO_SENDER) -> Wanted:
        """What he asks for, under the decisions made so far; OPEN and NOTES among `more` widen it."""
        return Wanted(selection, decisions_in_force(self.folder), OPEN in more, NOTES in more, sender)

    def decides(self, decision: str, *ids: str) -> None:
        """He decides on findings."""
        found = standings_of(self.view(), self.wanted(), [BUREAU, GOVERNMENT]).filter(pl.col("finding_id").is_in(ids))
        assert decide(self.folder, found.select(*SEEN), Verdict(decision, "已看过", "张三")) == len(ids)

    def changes(self, finding_id: str, left: float) -> None:
        """A number of a finding changes with a new build."""
        self.connection.execute("UPDATE findings SET left_value = ? WHERE finding_id = ?", [left, finding_id])

    def letters(self, wanted: Wanted, language: str = "zh", agencies: Sequence[str] = (BUREAU,)) -> list[Letter]:
        """The letters that he gets."""
        return list(letters_to(self.view(language), wanted, agencies))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk over the warehouse of `a_house_of_findings`."""
    with duckdb.connect(str(a_house_of_findings(tmp_path))) as connection:
        yield Desk(tmp_path, connection)


def said(letter: Letter) -> str:
    """All words of a letter, block by block."""
    return "\n".join(
        "\n".join(" | ".join(row) for row in block.rows)
        if isinstance(block, Grid)
        else "".join(run.text for run in block.runs)
        for block in words_of_letter(letter)
    )


def test_without_a_confirmed_finding_there_is_no_letter(desk: Desk) -> None:
    """Protects the office from sending what nobody has looked at: open findings make no letter by themselves."""
    assert desk.letters(desk.wanted()) == []
    assert letters_due(desk.view(), desk.wanted())["findings"].sum() == 0


def test_a_confirmed_finding_goes_into_the_letter(desk: Desk) -> None:
    """Protects the default: what a person confirmed, and that alone."""
    desk.decides(CONFIRMED, BALANCE)
    (letter,) = desk.letters(desk.wanted())
    assert [item.rule for item in letter.items] == ["申请收支平衡"]
    assert letter.items[0].is_confirmed
    assert "所列各处均已经人工核对确认" in said(letter)


def test_a_dismissed_finding_never_goes_into_a_letter(desk: Desk) -> None:
    """Protects the agency: not with the open ones either, and not when its numbers changed since; reopened it does."""
    desk.decides(DISMISSED, BALANCE)
    before = [item.rule for item in desk.letters(desk.wanted(OPEN, NOTES))[0].items]
    desk.changes(BALANCE, 99)
    after = [item.rule for item in desk.letters(desk.wanted(OPEN, NOTES))[0].items]
    assert "申请收支平衡" not in (*before, *after)
    desk.decides(REOPENED, BALANCE)
    assert "申请收支平衡" in said(desk.letters(desk.wanted(OPEN, NOTES))[0])


def test_a_confirmed_finding_whose_numbers_changed_counts_as_open(desk: Desk) -> None:
    """Protects from a confirmation of other numbers: it is left out by default and marked as not yet looked at."""
    desk.decides(CONFIRMED, BALANCE)
    desk.changes(BALANCE, 99)
    assert desk.letters(desk.wanted()) == []
    (letter,) = desk.letters(desk.wanted(OPEN))
    assert not any(item.is_confirmed for item in letter.items)


def test_open_findings_say_that_nobody_has_looked(desk: Desk) -> None:
    """Protects the reader of the letter: each point says whether a person confirmed it, and the opening counts them."""
    desk.decides(CONFIRMED, BALANCE)
    (letter,) = desk.letters(desk.wanted(OPEN))
    assert {item.rule: item.is_confirmed for item in letter.fails} == {"申请收支平衡": True, "文字与表格的件数": False}
    assert "其中 1 处已经人工核对确认，2 处尚未经人工核对" in said(letter)


def test_doubts_stand_apart_and_notes_only_when_chosen(desk: Desk) -> None:
    """Protects what could not be judged from reading like a fault, and the letter from blanks nobody asked about."""
    (letter,) = desk.letters(desk.wanted(OPEN))
    assert [item.rule for item in letter.doubts] == ["办理结果合计"]
    assert letter.notes == ()
    assert "请核实（1 处）" in said(letter)
    assert "不表示有误" in said(letter)
    assert letter.doubts[0].doubt_when
    (more,) = desk.letters(desk.wanted(OPEN, NOTES))
    assert [item.rule for item in more.notes] == ["空白单元格"]
    assert more.fails == letter.fails


def test_a_finding_is_told_with_both_sides_and_its_cells(desk: Desk) -> None:
    """Protects the point of the letter: what was compared, with what, which cells, what they hold and where."""
    desk.decides(CONFIRMED, BALANCE)
    (item,) = desk.letters(desk.wanted())[0].fails
    assert item.asks.startswith("表三每一列")
    assert item.message == "表三 · 自然人：对不上，甲 ≠ 乙"
    assert item.compared == ""  # the message says it
    assert item.sides == "左边 15，右边 14，差 1"
    first, second, last_year = item.cells
    assert (first.year, first.table, first.row, first.column) == ("2023", "表三", "本年新收", "自然人")
    assert (first.value, first.printed, first.place) == ("1,015", "1015", "第 3 张表第 5 行第 2 列")
    assert second.value == "空白"
    assert last_year.year == "2022"
    assert item.expected == expected("T3.BALANCE").zh


def test_a_sentence_is_quoted_with_the_words_that_are_meant(desk: Desk) -> None:
    """Protects findings about texts: the sentence, its section and number, where that stands, and the words in it."""
    desk.decides(CONFIRMED, COUNT)
    (item,) = desk.letters(desk.wanted())[0].fails
    (quote,) = item.quotes
    assert (quote.sentence, quote.words) == ("全年办结12件，均已答复。", "办结12件")
    assert "总体情况" in quote.place
    assert "第 5 句" in quote.place
    assert "第 44 段文字" in quote.place


@pytest.mark.parametrize(
    ("sentence", "words", "start", "marked"),
    [
        ("全年办结 12 件，均已答复。", "办结12件", 2, "办结 12 件"),
        ("上年办结12件，全年办结12件。", "办结12件", 10, "办结12件"),
    ],
)
def test_the_words_marked_are_those_that_are_meant(
    desk: Desk, sentence: str, words: str, start: int, marked: str
) -> None:
    """Protects the agency from the wrong words: blanks do not hide those meant, and of two the right ones are bold."""
    quote = {"table": None, "item": None, "measure": None, "place": "p44", "section": "overview", "position": 5}
    quote |= {"sentence": sentence, "words": words, "start": start, "end": start + len(marked)}
    desk.connection.execute("UPDATE findings SET cells = ? WHERE finding_id = ?", [json.dumps([quote]), COUNT])
    desk.decides(CONFIRMED, COUNT)
    (letter,) = desk.letters(desk.wanted())
    (runs,) = (
        block.runs
        for block in words_of_letter(letter)
        if not isinstance(block, Grid) and block.runs[-1].text.startswith("（总体情况第")
    )
    assert [(run.text, run.is_strong) for run in runs[1:4]] == [
        (f"“{sentence[:start]}", False),
        (marked, True),
        (f"{sentence[start + len(marked) :]}”", False),
    ]


def test_what_was_corrected_by_hand_is_named_as_such(desk: Desk) -> None:
    """Protects the agency from a number that it did not print: cells and reports say what was corrected, and why."""
    desk.decides(CONFIRMED, COUNT)
    (letter,) = desk.letters(desk.wanted())
    (cell,) = letter.fails[0].cells
    assert cell.value == "14（人工更正：原文为“41”，理由：与单位核实）"
    corrections = [text for paper in letter.papers for text in paper.corrections]
    assert corrections == ["2023年报的区划经人工更正：由“”改为“990100”，理由：报送单位在云州市。"]
    assert corrections[0] in said(letter)
    assert "李四" not in said(letter)  # who corrected it is nobody's business outside


def test_the_letter_names_its_reports_rules_build_and_sender(desk: Desk) -> None:
    """Protects what makes it checkable: which files, which rules how often, from which build, who asks until when."""
    desk.decides(CONFIRMED, BALANCE)
    (letter,) = desk.letters(desk.wanted(sender=Sender("云州市政务公开办", "2026 年 12 月 31 日前")))
    text = said(letter)
    assert "2023 | 云州市商务局2023年年度报告 | 云州市商务局2023.html | 未写明" in text
    assert "共用 2 条规则核查" in text
    assert "数据版本 1，建成于 2026-11-01 00:00 UTC" in text
    assert "请于2026 年 12 月 31 日前将核对结果回复我单位" in text
    assert "云州市政务公开办" in text
    (blank,) = desk.letters(desk.wanted())
    assert "（发函单位）____" in said(blank)
    assert "请于________年____月____日前" in said(blank)


def test_an_english_letter_is_english(desk: Desk) -> None:
    """Protects the English page: nothing but what the documents say stands in the letter in Chinese."""
    desk.decides(CONFIRMED, BALANCE)
    (letter,) = desk.letters(desk.wanted(), "en")
    text = said(letter)
    assert "Requests in and out balance" in text
    assert "left 15, right 14, difference 1" in text
    assert "table 3, row 5, column 2" in text
    read_in_documents = ("报送单位在云州市", "云泽省", "云州市", "商务局", "年年度报告")
    for words in read_in_documents:
        text = text.replace(words, "")
    assert not [letter for letter in text if "\u3000" <= letter <= "\uffef"]


def test_the_years_chosen_bound_the_letter(desk: Desk) -> None:
    """Protects a letter about one year from findings and reports of others."""
    (letter,) = desk.letters(desk.wanted(OPEN, NOTES, selection=Selection(years=(2023,))))
    assert (letter.years, len(letter.papers)) == ((2023,), 1)
    assert desk.letters(desk.wanted(OPEN, NOTES, selection=Selection(years=(2022,)))) == []


@pytest.mark.parametrize("more", [(), (OPEN,), (NOTES,), (OPEN, NOTES)], ids=" and ".join)
def test_as_many_letters_are_written_as_were_announced(desk: Desk, more: Sequence[str]) -> None:
    """Protects the number on the button: the same agencies and findings, counted ahead and written out."""
    desk.decides(CONFIRMED, BALANCE, NOTE)
    desk.decides(DISMISSED, COUNT)
    wanted = desk.wanted(*more)
    due = letters_due(desk.view(), wanted)
    letters = desk.letters(wanted, agencies=due["agency_id"].to_list())
    announced = {row["agency_id"]: row["findings"] for row in due.iter_rows(named=True) if row["findings"]}
    assert {letter.agency_id: len(letter.items) for letter in letters} == announced
    assert NOBODY in due["agency_id"]
    assert NOBODY not in announced


def test_nobody_without_a_name_is_written_to(desk: Desk) -> None:
    """Protects the office from a letter to nobody; its index names the files and titles of the reports instead."""
    desk.decides(CONFIRMED, BALANCE)
    assert desk.letters(desk.wanted())
    desk.connection.execute("UPDATE agencies SET name = '' WHERE agency_id = ?", [BUREAU])
    assert not desk.letters(desk.wanted())
    for wanted in (desk.wanted(), desk.wanted(OPEN)):
        due = {row["agency_id"]: row for row in letters_due(desk.view(), wanted).iter_rows(named=True)}
        assert due[BUREAU]["findings"] == 0
    titles = desk.connection.execute(
        "SELECT title FROM reports WHERE agency_id = ? AND is_current", [BUREAU]
    ).fetchall()
    assert titles
    assert all(title in due[BUREAU]["papers"] for (title,) in titles)
    assert {row["papers"] for agency, row in due.items() if agency != BUREAU} == {""}


def test_letters_do_not_depend_on_how_many_are_asked_for_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects a region of thousands: it is asked in rounds, and each letter is the same as asked for alone."""
    wanted, agencies = desk.wanted(OPEN), [GOVERNMENT, NOBODY, BUREAU]
    together = [said(letter) for letter in desk.letters(wanted, agencies=agencies)]
    monkeypatch.setattr(gathering, "AGENCIES_AT_ONCE", 1)
    alone = [said(letter) for letter in desk.letters(wanted, agencies=agencies)]
    assert len(together) == 2
    assert [text.split("建成于")[0] for text in together] == [text.split("建成于")[0] for text in alone]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_says_what_is_expected(rule: Rule) -> None:
    """Protects the letter from a finding with nothing asked, and from blame: it asks to look, to tell or to explain."""
    text = expected(rule.name)
    assert text.zh != expected("declared no longer").zh or rule.name in ("NONNEGATIVE", "INTEGER")
    assert text.zh.startswith("请")
    assert text.en.startswith("Please")
    assert not [word for word in ("违规", "错误", "必须", "责令", "抄袭", "问责") if word in text.zh]


def test_a_finding_with_more_cells_than_a_page_says_how_many_are_left(desk: Desk) -> None:
    """Protects the letter from a hundred lines of blanks, and the reader from believing that he saw them all."""
    many = [{"table": REQUESTS, "item": "granted", "measure": "total", "place": f"t3.r{n}.c1"} for n in range(40)]
    desk.connection.execute("UPDATE findings SET cells = ? WHERE finding_id = ?", [json.dumps(many), DOUBT])
    (letter,) = desk.letters(desk.wanted(OPEN))
    assert (len(letter.doubts[0].cells), letter.doubts[0].more_cells) == (30, 10)
    assert "另有 10 个单元格" in said(letter)
