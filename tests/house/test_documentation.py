"""The documents tell the truth: every command, room, table, rule, page and reason is in them, as it is in the code."""

import argparse
import re
from pathlib import Path

import pytest

from etl.__main__ import _parser
from etl.vocabulary.form import ROWS_AND_COLUMNS
from etl.vocabulary.reasons import REASONS
from etl.vocabulary.rules import RULES
from etl.vocabulary.tables import TABLES
from pages import PLAN
from tests.conftest import ROOT

READMES = {"README.md": "en", "README.zh.md": "zh"}
MANUAL = "docs/manual.zh.md"
DOCUMENTS = (*READMES, MANUAL)

START = (
    "python3 -m venv .venv && .venv/bin/pip install -c constraints.txt -e . "
    "&& .venv/bin/python -m etl demo --if-empty && .venv/bin/streamlit run dashboard.py"
)
TEST = 'python3 -m venv .venv && .venv/bin/pip install -c constraints.txt -e ".[test]" && .venv/bin/python -m pytest'


def text(document: str) -> str:
    """The text of a document."""
    return (ROOT / document).read_text(encoding="utf-8")


def shell_blocks(document: str) -> list[str]:
    """The contents of the ```sh blocks in order."""
    return [block.strip() for block in re.findall(r"^```sh\n(.*?)^```", text(document), re.MULTILINE | re.DOTALL)]


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """The commands of `python -m etl` by name."""
    found = (action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(next(found).choices)


def options(command: argparse.ArgumentParser) -> set[str]:
    """The options of a command, its help aside."""
    return {name for action in command._actions for name in action.option_strings if name not in ("-h", "--help")}


@pytest.mark.parametrize("document", READMES)
def test_a_readme_opens_with_the_two_commands(document: str) -> None:
    """Protects the promise of two lines: they stand first, are one line each, and are those that are tried out."""
    assert shell_blocks(document)[:2] == [START, TEST]
    assert text(document).index(START) < text(document).index(TEST) < text(document).index("\n## ")


def test_the_build_server_runs_the_readme_s_test_command() -> None:
    """Protects the test command from working for us only: .ci/run ends with the very line a reader copies."""
    lines = [line for line in text(".ci/run").splitlines() if line.strip()]
    assert lines[-1] == TEST


@pytest.mark.parametrize("document", READMES)
def test_the_windows_lines_are_the_same_commands(document: str) -> None:
    """Protects readers on Windows from a command that was changed only for the others."""
    block = re.search(r"^```bat\n(.*?)^```", text(document), re.MULTILINE | re.DOTALL)
    assert block
    windows = [line.replace("py -m venv", "python3 -m venv") for line in block[1].splitlines()]
    assert [line.replace(".venv\\Scripts\\", ".venv/bin/") for line in windows] == [START, TEST]


@pytest.mark.parametrize("document", READMES)
def test_every_command_and_option_is_documented(document: str) -> None:
    """Protects users from options they cannot know of, and from documented ones that are gone."""
    rows = dict(re.findall(r"^\| `python -m etl (\w+)([^`]*)`", text(document), re.MULTILINE))
    assert rows.keys() == subcommands().keys()
    for name, command in subcommands().items():
        assert set(re.findall(r"--[a-z-]+", rows[name])) == options(command), name


@pytest.mark.parametrize("document", READMES)
def test_every_room_is_on_the_map(document: str) -> None:
    """Protects the newcomer: each folder of etl and pages has its line, and no line names a room that is gone."""
    rooms = {f"{side}/{path.parent.name}" for side in ("etl", "pages") for path in (ROOT / side).glob("*/__init__.py")}
    named = set(re.findall(r"^\| `((?:etl|pages)/\w+)` \|", text(document), re.MULTILINE))
    assert named == rooms


@pytest.mark.parametrize(("document", "language"), READMES.items())
def test_every_table_rule_and_page_is_listed_in_its_own_words(document: str, language: str) -> None:
    """Protects the lists from falling behind the vocabulary: each line is what the vocabulary says, word for word."""
    lines = text(document).splitlines()
    expected = [f"| `{table.name}` | {table.word.explanation(language)} |" for table in TABLES]
    expected += [f"| `{rule.name}` | {rule.label(language)} | {rule.explanation(language)} |" for rule in RULES]
    expected += [f"| {page.title.say(language)} | `/{page.address}` | {page.purpose.say(language)} |" for page in PLAN]
    assert not [line for line in expected if line not in lines]


def test_the_manual_explains_every_page_rule_and_reason() -> None:
    """Protects the clerk: whatever the screen or a load says is found in the manual."""
    lines = text(MANUAL).splitlines()
    expected = [f"| {page.title.zh} | `/{page.address}` | {page.purpose.zh} |" for page in PLAN]
    expected += [f"| `{rule.name}` | {rule.label_zh} | {rule.definition} |" for rule in RULES]
    assert not [line for line in expected if line not in lines]
    for reason in REASONS:
        assert re.search(rf"^\| {re.escape(reason.label_zh)} \| \S.+ \|$", text(MANUAL), re.MULTILINE), reason.name


def test_the_manual_lists_the_code_name_of_every_row_and_column_that_can_be_corrected() -> None:
    """Protects the clerk who corrects a number: what a line may say of a cell is written down, table by table."""
    for table, names in ROWS_AND_COLUMNS.items():
        for column, words in zip(("item", "measure"), names, strict=True):
            row = re.search(rf"^\| `{table}`（.+?） \| `{column}` \| (.+) \|$", text(MANUAL), re.MULTILINE)
            assert row
            assert re.findall(r"`([\w.]+)`", row[1]) == [word.name for word in words]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_and_named_files_exist(document: str) -> None:
    """Protects readers from links to nowhere and from commands on files that were moved."""
    links = re.findall(r"\]\(([^)#:]+)\)", text(document))
    assert not [link for link in links if not ((ROOT / document).parent / link).exists()]
    named = set(re.findall(r"(?<![\w/.])(?:etl|pages|tests|docs|\.ci)/[\w./]*\w", text(document)))
    assert not [name for name in sorted(named) if not (ROOT / name).exists()]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_test_commands_in_the_documents_select_tests(document: str) -> None:
    """Protects the one command per room: the folder is there, and where a word selects, some file bears it."""
    for folder, word in re.findall(r"-m pytest (tests/\w+)(?: -k (\w+))?", text(document)):
        files = [path.name for path in (ROOT / folder).glob("test_*.py")]
        assert [name for name in files if word in name], (folder, word)


@pytest.mark.parametrize("document", READMES)
def test_both_readmes_name_the_same_settings(document: str) -> None:
    """Protects settings read from the environment from being known to the code only."""
    code = [path for folder in ("etl", "pages") for path in (ROOT / folder).rglob("*.py")]
    used = {name for path in code for name in re.findall(r"GONGKAI_[A-Z_]+", path.read_text(encoding="utf-8"))}
    assert used
    assert not [name for name in used if name not in text(document)]


@pytest.mark.parametrize("document", READMES)
def test_both_readmes_name_what_lies_in_the_parts(document: str) -> None:
    """Protects the plan of the house: whoever looks for the pieces of a page finds each folder of them named."""
    row = next(line for line in text(document).splitlines() if line.startswith("| `pages/parts` |"))
    rooms = {path.parent.name for path in (ROOT / "pages" / "parts").glob("*/__init__.py")}
    assert rooms == set(re.findall(r"`(\w+)/`", row))


def test_both_readmes_have_the_same_parts() -> None:
    """Protects the Chinese reader from a tour that lost a part: as many headings, blocks and table rows in both."""
    shapes = [_shape(ROOT / document) for document in READMES]
    assert shapes[0] == shapes[1]


def _shape(document: Path) -> list[str]:
    starts = (re.match(r"#+ |\||```", line) for line in document.read_text(encoding="utf-8").splitlines())
    return [start[0] for start in starts if start]


def test_a_page_s_address_is_never_its_script_s_name() -> None:
    """Protects deep links: where both are alike, Streamlit runs the page alone, without filters and frame."""
    stems = {path.stem for path in (ROOT / "pages").glob("*.py")}
    addresses = [page.address for page in PLAN]
    assert not stems & set(addresses)
    assert len(set(addresses)) == len(addresses)


def test_every_page_script_is_in_the_plan() -> None:
    """Protects a page from being written and never reached."""
    scripts = {f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py") if path.name != "__init__.py"}
    assert {page.script for page in PLAN} == scripts
