"""What differs between the languages is a text of the vocabulary, not a question in the code."""

import ast

from tests.house.source import python_files, short, tree

LANGUAGE_WORDS = {"zh", "en", "ZH", "EN"}


def asks_for_language(test: ast.expr) -> bool:
    """Whether a condition compares something with the code of a language."""
    compared = [test, *ast.walk(test)]
    sides = [side for one in compared if isinstance(one, ast.Compare) for side in (one.left, *one.comparators)]
    return any(
        (isinstance(side, ast.Constant) and side.value in LANGUAGE_WORDS)
        or (isinstance(side, ast.Name) and side.id in LANGUAGE_WORDS)
        for side in sides
    )


def test_no_page_asks_which_language_it_speaks() -> None:
    """Protects against the space that was forgotten in one of nine places, and the comma in the tenth."""
    asked = [
        f"{short(path)}:{node.lineno}"
        for path in python_files()
        if short(path).startswith("pages/")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.If | ast.IfExp) and asks_for_language(node.test)
    ]
    assert not asked, "declare a Text, or use `joined`: " + ", ".join(asked)


def test_no_page_writes_brackets_of_one_language() -> None:
    """Protects English labels from Chinese brackets."""
    written = [
        f"{short(path)}:{node.lineno}"
        for path in python_files()
        if short(path).startswith("pages/") and not short(path).startswith("pages/queries/")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.JoinedStr)
        for part in node.values
        if isinstance(part, ast.Constant) and set("（）：，。；、") & set(str(part.value))
    ]
    assert not written, "declare a Text: " + ", ".join(written)
