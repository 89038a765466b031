"""Pages ask through the view they are given, so that what they ask is kept or not by one rule."""

import ast

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
