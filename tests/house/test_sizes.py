"""Small functions and small modules, so that a newcomer finds the line by its function's name."""

import ast
from pathlib import Path

from tests.house.source import functions, python_files, short, text_of

LONGEST_BODY = 40
LONGEST_MODULE = 300

# A module may be longer when it is one table of words; each with its reason.
LONG_MODULES: dict[str, str] = {}


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement after the docstring to the end."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def module_lines(path: Path) -> int:
    """Lines of a file."""
    return text_of(path).count("\n")


def test_no_function_body_is_longer_than_forty_lines() -> None:
    """Protects reading: a function that does not fit a glance holds two subjects."""
    long = [
        f"{short(path)}:{function.lineno} {function.name} has {body_lines(function)} lines"
        for path in python_files()
        for function in functions(path)
        if body_lines(function) > LONGEST_BODY
    ]
    assert not long, "\n".join(long)


def test_no_module_is_longer_than_three_hundred_lines_without_a_reason() -> None:
    """Protects rooms from growing in one file: past about 300 lines a module is split by subject."""
    long = {short(path): module_lines(path) for path in python_files() if module_lines(path) > LONGEST_MODULE}
    assert not long.keys() - LONG_MODULES.keys(), long


def test_no_exception_outlives_its_module() -> None:
    """Protects the list of long modules from keeping names of modules that are short or gone."""
    long = {short(path) for path in python_files() if module_lines(path) > LONGEST_MODULE}
    assert not LONG_MODULES.keys() - long
