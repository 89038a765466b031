"""The demo corpus: sums hold where nothing is planted, and what is planted is where the answer sheet says."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.demo.bodies import invented_bodies
from etl.demo.cast import bodies_needed
from etl.demo.corpus import Corpus, write_corpus
from etl.demo.history import Draft
from etl.demo.play import planted_drafts
from etl.demo.roles import ROLES
from etl.vocabulary.form import APPLICANTS, CHANNELS, request_items
from etl.vocabulary.reasons import REASON_BY_NAME
from etl.vocabulary.regions import standard_regions
from etl.vocabulary.rules import RULE_BY_NAME, RULES

REPORTS = 560


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The default corpus, written once."""
    return write_corpus(tmp_path_factory.mktemp("demo") / "reports", REPORTS, seed=1)


@pytest.fixture(scope="module")
def drafts() -> list[Draft]:
    """The reports of the default corpus before they are written."""
    return list(planted_drafts(invented_bodies(bodies_needed(REPORTS))[1], REPORTS, seed=1))


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def files_of(folder: Path) -> Iterator[Path]:
    """Every file below a folder but the two lists."""
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".csv")


def totals(draft: Draft) -> dict[str, int]:
    """The 总计 column of table three."""
    return {item: int(draft.cells["requests", item, "total"]) for item in request_items(draft.form)}


def test_the_sums_of_the_form_hold_where_nothing_is_planted(drafts: list[Draft]) -> None:
    """Protects the findings of the demo: a broken sum is one that was planted, never one by accident."""
    for draft in (one for one in drafts if one.cells == one.truth):
        for who in APPLICANTS:
            column = {item: int(draft.cells["requests", item, who.name]) for item in request_items(draft.form)}
            results = sum(
                n for item, n in column.items() if item not in ("received", "carried_in", "concluded", "carried_out")
            )
            assert column["concluded"] == results
            assert column["received"] + column["carried_in"] == column["concluded"] + column["carried_out"]
        for channel in CHANNELS:
            *parts, total = [int(text) for key, text in draft.cells.items() if key[:2] == ("reviews", channel.name)]
            assert total == sum(parts)


def test_what_is_carried_out_of_a_year_is_carried_into_the_next(drafts: list[Draft]) -> None:
    """Protects the check across years from accidental findings."""
    by_year = {(draft.body, draft.year): draft for draft in drafts if draft.cells == draft.truth}
    pairs = [(draft, by_year.get((draft.body, draft.year + 1))) for draft in by_year.values()]
    carried = [(totals(draft)["carried_out"], totals(after)["carried_in"]) for draft, after in pairs if after]
    assert len(carried) > 300
    assert all(out == into for out, into in carried)


def test_counts_in_the_narrative_are_those_of_the_table(drafts: list[Draft]) -> None:
    """Protects what is planted in the narrative from company: no other count there is wrong."""
    told = 0
    for draft in (one for one in drafts if all(planted.rule != "TX.COUNT" for planted in one.planted)):
        if found := re.search(r"新收政府信息公开申请(\d+)件", "".join(draft.sections["overview"])):
            assert found[1] == draft.cells["requests", "received", "total"]
            told += 1
    assert told > 100


def test_no_invented_place_exists() -> None:
    """Protects real agencies: no name of a real division stands in an invented one."""
    real = {region.name for region in standard_regions()}
    divisions, bodies = invented_bodies(20_000)
    names = {"".join(division.names) for division in divisions} | {body.name for body in bodies}
    assert not [name for name in names for known in real if known in name]


def test_invented_codes_are_unused_and_lead_to_their_parents() -> None:
    """Protects the gazetteer: invented divisions are 99xxxx, unique, and only the twins share a name."""
    divisions, _ = invented_bodies(20_000)
    assert all(re.fullmatch(r"99\d{4}", division.code) for division in divisions)
    assert len({division.code for division in divisions}) == len(divisions)
    assert len({division.name for division in divisions}) == len(divisions) - 1


def test_the_demo_spans_regions_levels_kinds_years_and_formats(corpus: Corpus) -> None:
    """Protects the first impression: three provinces, six years and more, three formats in about equal parts."""
    paths = [path.relative_to(corpus.folder) for path in files_of(corpus.folder)]
    assert len({path.parts[0] for path in paths if path.parts[0].endswith("省")}) >= 3
    assert len({path.parts[1] for path in paths if len(path.parts) > 2}) >= 6
    kinds = Counter("text" if path.suffix in (".txt", ".md") else path.suffix for path in paths)
    assert all(kinds[kind] > REPORTS / 4 for kind in (".docx", ".html", "text"))
    assert len(paths) == corpus.files


def test_everything_planted_is_on_the_answer_sheet_once_at_least(corpus: Corpus) -> None:
    """Protects the demo's promise that there are things to find, and that we know where."""
    answers = rows_of(corpus.answer_sheet)
    kinds = {answer["kind"] for answer in answers}
    assert {role.kind for role in ROLES} | {"ambiguous_agency", "rejected"} <= kinds
    assert all((corpus.folder / answer["path"]).is_file() for answer in answers if answer["path"])


def test_the_answer_sheet_speaks_the_words_of_the_product(corpus: Corpus) -> None:
    """Protects acceptance: the rules and the reasons on the answer sheet are the product's own, every one."""
    answers = rows_of(corpus.answer_sheet)
    named = {answer["rule"] for answer in answers} - {""}
    assert {rule.name for rule in RULES if rule.identity} <= named <= RULE_BY_NAME.keys()
    assert {answer["note"] for answer in answers if answer["kind"] == "rejected"} <= REASON_BY_NAME.keys()


def test_the_answer_sheet_is_not_in_the_folder_that_is_loaded(corpus: Corpus) -> None:
    """Protects the exercise: nobody loads the answers with the questions."""
    assert corpus.folder not in corpus.answer_sheet.parents


def test_a_missing_report_is_missing(corpus: Corpus) -> None:
    """Protects the coverage page: the year is not there, its neighbours are."""
    for answer in (one for one in rows_of(corpus.answer_sheet) if one["kind"] == "missing_report"):
        found: dict[Path, set[int]] = {}
        for path in (path for path in files_of(corpus.folder) if path.name.startswith(answer["agency"])):
            found.setdefault(path.parents[1], set()).add(int(path.parent.name))
        year = int(answer["year"])
        assert any(year not in years and {year - 1, year + 1} <= years for years in found.values())


def test_the_manifest_names_files_that_are_there(corpus: Corpus) -> None:
    """Protects the clerk's list: its paths are relative to it."""
    rows = rows_of(corpus.folder / "manifest.csv")
    assert rows
    assert all((corpus.folder / row["path"]).is_file() for row in rows)


def test_the_same_seed_writes_the_same_corpus(tmp_path: Path) -> None:
    """Protects numbers quoted about the demo: a seed decides everything, another seed changes it."""
    first, again, other = (write_corpus(tmp_path / name, 40, seed) for name, seed in (("a", 5), ("b", 5), ("c", 6)))
    contents = [{p.relative_to(c.folder): p.read_bytes() for p in files_of(c.folder)} for c in (first, again, other)]
    assert contents[0] == contents[1]
    assert contents[0] != contents[2]


@pytest.mark.parametrize("reports", [1, 7, 40, 150])
def test_the_corpus_has_as_many_reports_as_asked_for(tmp_path: Path, reports: int) -> None:
    """Protects the benchmark: reports are counted once each, extra versions and strays on top."""
    corpus = write_corpus(tmp_path / "reports", reports, seed=2)
    agencies_and_years = {
        (path.parent, path.stem.removesuffix("（初稿）"))
        for path in files_of(corpus.folder)
        if path.parent.name.isdigit()
    }
    assert len(agencies_and_years) == reports
