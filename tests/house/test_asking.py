"""Pages ask through the view they are given, so that what they ask is kept or not by one rule."""

import ast
import re

from tests.conftest import ROOT
from tests.house.source import short, tree


def test_no_page_reaches_behind_its_view() -> None:
    """Protects the one way to an answer: no page takes the connection in its own hands."""
    reaching = [
        f"{short(path)}:{node.lineno}"
        for path in sorted((ROOT / "pages").glob("*.py"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "connection"
    ]
    assert reaching == []


def test_a_place_is_put_together_in_one_way() -> None:
    """Protects the name of a place from being said in two ways: one module knows of what names it is made."""
    queries = sorted((ROOT / "pages" / "queries").glob("*.py"))
    together = re.compile(r"concat\(\S*province_name\W.*county")
    knowing = [path.name for path in queries if together.search(path.read_text(encoding="utf-8"))]
    assert knowing == ["places.py"]
