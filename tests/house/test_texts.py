"""Texts of the interface: each declared once, and one thing under one name in either language."""

import ast
import re
from collections.abc import Iterator

from tests.house.source import python_files, short, tree

ONE_WORD_IN_CHINESE = {
    "比率": "a rate and the group of all rates are words of the reader, ratio is the unit of a number",
    "说明": "a remark, what a finding says, and the sheet that tells what a file is",
    "算式": "what a rule compared, and how an indicator is computed",
    "名称": "what something is called, and headings that are names instead of codes",
    "填报状态": "the kind of word in the dictionary, and the column beside a cell",
    "位置": "where a number stands among its peers, and where a cell stands in a document",
    "结果": "how a request ended, and how a case did",
    "件数": "of requests, and of cases",
    "复议诉讼件数": "the indicators to choose from, and the file of reviews and of cases",
}
"""Texts that are one in Chinese and several in English, each with the meanings that English tells apart."""


def test_no_text_is_declared_twice() -> None:
    """Protects the wording of the interface: two texts that read alike drift apart when one of them is mended."""
    declared: dict[tuple[str, str], set[str]] = {}
    for said, place in _texts_declared():
        declared.setdefault(said, set()).add(place)
    assert len(declared) > 500
    assert not [f"{said[0]}: {', '.join(sorted(places))}" for said, places in declared.items() if len(places) > 1]


def test_one_word_in_chinese_is_one_in_english() -> None:
    """Protects an English reader from two names for one thing; small letters and plurals are the same name."""
    names: dict[str, set[str]] = {}
    for (zh, en), _ in _texts_declared():
        names.setdefault(zh, set()).add(re.sub(r"(?<=\w)(ies|y|s)\b", "", en.lower()).removeprefix("the "))
    several = {zh for zh, english in names.items() if len(english) > 1}
    assert several == ONE_WORD_IN_CHINESE.keys(), "merge them, or say why not"


def _texts_declared() -> Iterator[tuple[tuple[str, str], str]]:
    """What each text written out in the vocabulary says in Chinese and English, and where it stands."""
    for path in python_files("etl/vocabulary"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Text":
                said = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if len(said) == len(node.args):
                    yield (str(said[0]), str(said[1])), f"{short(path)}:{node.lineno}"
