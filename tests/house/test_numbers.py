"""Numbers read the same everywhere: one module knows how, nobody formats one on the side."""

import ast

from tests.house.source import python_files, short, tree

HOME = "etl/vocabulary/numerals.py"


def test_no_page_writes_separators_of_its_own() -> None:
    """Protects 428.875 from being 428.88 in one place and 12345678901 from being 1.2e+10 in another."""
    own = [
        f"{short(path)}:{node.lineno}"
        for path in python_files()
        if short(path).startswith("pages/")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FormattedValue) and node.format_spec and "," in ast.unparse(node.format_spec)
    ]
    assert not own, f"say it by {HOME}: " + ", ".join(own)
