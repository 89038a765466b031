"""Prose: every module and test says what it is for, every exception to a lint or type rule says why."""

import ast
import re

from tests.conftest import ROOT
from tests.house.source import functions, python_files, short, text_of, tree

EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma)")
EXCEPTION_WITH_REASON = re.compile(
    r"#\s*(?:noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|type:\s*ignore\[[a-z, -]+\]|pragma:\s*[a-z ]+?)"
    r"\s*(?:#|-|—|:)\s*\S+\s+\S+"
)


def test_every_module_says_what_it_is() -> None:
    """Protects the newcomer: a module opens with a sentence, not with an import."""
    silent = [short(path) for path in python_files() if len((ast.get_docstring(tree(path)) or "").split()) < 4]
    assert not silent, silent


def test_every_test_says_what_it_protects() -> None:
    """Protects tests from being kept or deleted without anyone knowing what for."""
    silent = [
        f"{short(path)}:{function.lineno} {function.name}"
        for path in python_files("tests")
        for function in functions(path)
        if function.name.startswith("test_") and len((ast.get_docstring(function) or "").split()) < 4
    ]
    assert not silent, "\n".join(silent)


def test_every_exception_in_the_code_gives_its_reason() -> None:
    """Protects lint and types from being switched off in silence: `# noqa: CODE  # why`."""
    bare = [
        f"{short(path)}:{number} {line.strip()}"
        for path in python_files()
        if path.name != "test_prose.py"
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if EXCEPTION.search(line) and not EXCEPTION_WITH_REASON.search(line)
    ]
    assert not bare, "\n".join(bare)


def test_every_ignored_lint_rule_gives_its_reason() -> None:
    """Protects pyproject.toml: each line that ignores a rule ends with a comment of some words."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ignores = re.search(r"^ignore = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    per_file = re.search(r"^\[tool\.ruff\.lint\.per-file-ignores\]\n(.*?)\n\n", text, re.MULTILINE | re.DOTALL)
    assert ignores, "no list of ignored rules found"
    assert per_file, "no list of rules ignored by file found"
    lines = [line for line in (ignores[1] + per_file[1]).splitlines() if re.search(r'"[A-Z]+\d*"', line)]
    assert len(lines) > 10
    assert not [line for line in lines if not re.search(r"#\s*\S+\s+\S+", line)]
