"""All findings as a file: those of the agency chosen, with their sentences and cells, and what is not known."""

import csv
import json
from pathlib import Path

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from etl.deciding import Verdict, decide
from etl.vocabulary.page_labels import checks as says
from etl.warehouse.published_rows import findings
from pages.parts.taking import file_door
from tests.app.conftest import Opener
from tests.letter_findings import BUREAU, GOVERNMENT, a_house_of_findings

PAGE = "pages/checks.py"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with findings of every kind, and nothing decided."""
    a_house_of_findings(tmp_path)
    return tmp_path


def token(app: AppTest) -> str:
    """What the button of the file was given."""
    assert not app.exception
    mounted = [json.loads(one.proto.json or "{}") for one in app.get("bidi_component")]
    (found,) = [told["token"] for told in mounted if "token" in told]
    return str(found)


def written(app: AppTest, folder: Path) -> str:
    """The file that the button gives."""
    path = folder / "findings.csv"
    file_door._offers[token(app)].write(path)
    return path.read_text("utf-8-sig")


def rows(app: AppTest, folder: Path) -> list[dict[str, str]]:
    """The findings in the file, by their headings."""
    lines = list(csv.reader(written(app, folder).splitlines()))
    head = next(number for number, line in enumerate(lines) if "发现编号" in line)
    return [dict(zip(lines[head], line, strict=True)) for line in lines[head + 1 :] if len(line) == len(lines[head])]


def test_two_agencies_of_one_name_have_files_of_their_own(open_at: Opener, folder: Path) -> None:
    """Protects one agency from the findings of its namesake, in a tab that looks at one after the other."""
    (build,) = (folder / "warehouse").glob("build-*.duckdb")
    with duckdb.connect(str(build)) as connection:
        connection.execute("UPDATE agencies SET name = '城关镇人民政府'")
    app = open_at(PAGE, folder, findings_of=BUREAU)
    first = token(app)
    app.query_params["findings_of"] = GOVERNMENT
    second = token(app.run())
    assert first != second
    assert [row["发现编号"].strip() for row in rows(app, folder)] == ["other"]
    other = open_at(PAGE, folder, findings_of=GOVERNMENT, findings_file="parquet")
    file_door._offers[token(other)].write(folder / "findings.parquet")
    assert f"城关镇人民政府（单位编号 {GOVERNMENT}）" in str(pl.read_parquet_metadata(folder / "findings.parquet"))


def test_a_decision_makes_it_another_file(open_at: Opener, folder: Path) -> None:
    """Protects the file from the standings of before, even when two decisions fall on one moment."""
    app = open_at(PAGE, folder)
    before = token(app)
    assert token(app.run()) == before
    decide(folder, findings(folder), Verdict("confirmed", "", "张三"))
    assert token(app.run()) != before


def test_a_file_made_without_the_decisions_says_so(open_at: Opener, folder: Path) -> None:
    """Protects the file from “nobody has decided” where nobody can know it: it says that the record is unreadable."""
    (folder / "decisions.sqlite").write_bytes(b"this is no database, and nobody knows what was decided" * 9)
    app = open_at(PAGE, folder, findings_file="parquet")
    file_door._offers[token(app)].write(folder / "findings.parquet")
    told = str(pl.read_parquet_metadata(folder / "findings.parquet"))
    assert says.FILE_NO_DECISIONS.zh not in told
    assert says.READ_FAILED.zh.partition("{")[0] in told
    assert set(pl.read_parquet(folder / "findings.parquet")["处理情况"]) == {says.STANDING_UNKNOWN.zh}


def test_a_file_names_sentences_and_whose_cells_they_are(open_at: Opener, folder: Path) -> None:
    """Protects the clerk who works from the file alone: the sentence stands in it, last year's cell is told apart."""
    app = open_at(PAGE, folder, findings_of=BUREAU)
    named = {row["发现编号"].strip(): row["涉及的单元格或语句"] for row in rows(app, folder)}
    assert "总体情况：“全年办结12件，均已答复。”" in named["count"]
    own, blank, before = named["balance"].split("、")
    assert before.endswith("（2022 年年报）")
    assert "年报" not in own + blank
    assert own in named["balance"]


def test_a_file_names_the_agency_of_a_cell_that_is_another_s(open_at: Opener, folder: Path) -> None:
    """Protects sums of many bodies from a list in which every cell looks like the government's own."""
    (build,) = (folder / "warehouse").glob("build-*.duckdb")
    with duckdb.connect(str(build)) as connection:
        connection.execute("UPDATE findings SET cells = (SELECT cells FROM findings WHERE finding_id = 'balance')")
    named = {row["发现编号"].strip(): row["涉及的单元格或语句"] for row in rows(open_at(PAGE, folder), folder)}
    assert named["other"].endswith("（云州市商务局，2022 年年报）")
