"""The page of findings where nothing was found: an answer too, with what was judged."""

from pathlib import Path

import duckdb

from etl.vocabulary.page_labels import checks as says
from tests.app.conftest import Opener
from tests.app.test_checks_page import PAGE, written
from tests.builders import a_warehouse


def test_nothing_found_says_what_was_judged(open_at: Opener, tmp_path: Path) -> None:
    """Protects the empty page: no findings is an answer, with the number of judgements behind it."""
    a_warehouse(tmp_path)
    with duckdb.connect(str(tmp_path / "warehouse" / "build-1.duckdb")) as connection:
        connection.execute("DELETE FROM findings; DELETE FROM finding_counts")
    app = open_at(PAGE, tmp_path)
    assert not app.exception
    assert says.NOTHING_TITLE.zh in written(app)
    assert says.NOTHING_AT_ALL.zh.partition("{")[0] in written(app)
    assert "项无法判断" in written(app)
    assert says.NOTHING_DO.zh in written(open_at(PAGE, tmp_path, finding_rule="ROLLUP"))


def test_notes_that_are_folded_are_not_nothing(open_at: Opener, tmp_path: Path) -> None:
    """Protects the reader from two sentences that cannot both be true: with notes folded, not nothing was found."""
    a_warehouse(tmp_path)
    with duckdb.connect(str(tmp_path / "warehouse" / "build-1.duckdb")) as connection:
        connection.execute("UPDATE findings SET severity = 'info'; UPDATE finding_counts SET severity = 'info'")
        ((notes,),) = connection.execute("SELECT count(*) FROM findings").fetchall()
        told = "sum(passed)::INT, sum(uncertain)::INT, sum(not_assessable)::INT"
        ((passed, uncertain, unmade),) = connection.execute(f"SELECT {told} FROM judgement_counts").fetchall()
    app = open_at(PAGE, tmp_path)
    assert "没有任何发现" not in written(app)
    assert says.NOTHING_TITLE.zh not in [title.value for title in app.subheader]
    assert says.NOTHING_GRAVE_TITLE.zh in written(app)
    sums = {"passed": passed, "uncertain": uncertain, "not_assessable": unmade}
    assert says.NOTHING_GRAVE.say("zh", notes=notes, **sums) in written(app)
