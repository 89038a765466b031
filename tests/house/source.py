"""The project's own source as house tests look at it: which files there are, and their syntax trees."""

import ast
import subprocess
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

ROOMS = ("etl", "pages", "tests")
NOT_OURS = {".venv", ".git", "build", "data"}


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file below the folders (all rooms when none is named), and dashboard.py, sorted."""
    found = [path for folder in folders or ROOMS for path in (ROOT / folder).rglob("*.py")]
    return tuple(sorted([*found, *ROOT.glob("*.py")]))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, methods and nested ones included."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def strings(path: Path) -> set[str]:
    """Every string constant of a file."""
    return {
        node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def short(path: Path) -> str:
    """The path from the project's root, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def tracked_files() -> tuple[Path, ...]:
    """The files that are or would be committed; without git, everything that is not installed or built."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        named = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        return tuple(sorted(path for path in ROOT.rglob("*") if path.is_file() and not _is_left_behind(path)))
    return tuple(sorted(ROOT / name for name in named if name and (ROOT / name).is_file()))


def _is_left_behind(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return bool(NOT_OURS.intersection(parts)) or any(part.startswith(".") or "cache" in part for part in parts[:-1])


@cache
def text_of(path: Path) -> str:
    """The text of a tracked file, "" when it is binary."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
