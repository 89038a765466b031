"""Words: each declared once, whole in both languages, and used by somebody."""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

import etl.vocabulary
from etl.checking.across import JUDGES_ACROSS
from etl.checking.check import JUDGES
from etl.checking.texts import JUDGES_OF_TEXTS
from etl.vocabulary import agencies, form, indicators, reasons, regions, rules, tables
from etl.vocabulary.indicator import Indicator
from etl.vocabulary.labels import Text
from etl.vocabulary.words import Word
from tests.conftest import ROOT
from tests.house.source import python_files, short, strings, tree

VOCABULARY = ROOT / "etl" / "vocabulary"
CODE = re.compile(r"\d{6}")
FOR_TESTS = ("expected_cells",)
"""What the product offers to tests alone: the answers to the invented sheets."""


def modules() -> Iterator[str]:
    """The modules of the vocabulary."""
    return (name for _, name, _ in pkgutil.walk_packages(etl.vocabulary.__path__, "etl.vocabulary."))


@cache
def declared_words() -> tuple[Word, ...]:
    """Every word that some constant of the vocabulary holds, each once, and the words of tables and columns."""
    found: dict[int, Word] = {}
    for name in modules():
        for value in vars(importlib.import_module(name)).values():
            found |= {id(word): word for word in _words_in(value)}
    return (*found.values(), *tables.words())


def _words_in(value: object) -> Iterator[Word]:
    if isinstance(value, Word):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from _words_in(part)
    elif isinstance(value, dict):
        yield from _words_in(tuple(value.values()))


def product_strings(folder: str) -> set[str]:
    """Every string constant of a folder's code, the vocabulary left out."""
    files = [path for path in python_files(folder) if VOCABULARY not in path.parents]
    return set().union(*(strings(path) for path in files))


def names_used() -> Counter[str]:
    """How often each name is read, imported or taken as an attribute in the whole product."""
    product = [path for path in python_files("etl", "pages") if path.is_file()]
    return Counter(name for path in product for name in _names_in(ast.walk(tree(path))))


def _names_in(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)


def test_every_word_is_whole_in_both_languages() -> None:
    """Protects the interface from a missing label or definition in Chinese or English."""
    words = declared_words()
    assert len(words) > 200
    lacking = [
        (word.kind, word.name)
        for word in words
        if not all((word.label_zh, word.label_en, word.definition, word.definition_en, word.source))
    ]
    assert not lacking


def test_no_word_is_declared_twice() -> None:
    """Protects the one meaning of a name within its kind; items of tables two and three share a kind, not a name."""
    keys = {(word.kind, word.name, word.label_zh) for word in declared_words()}
    twice = [key for key, times in Counter((kind, name) for kind, name, _ in keys).items() if times > 1]
    assert not twice


def test_no_two_words_of_a_kind_look_alike() -> None:
    """Protects the reader of a list from two entries with one label."""
    kinds = {"item", "measure", "applicant", "channel", "outcome", "indicator", "rule", "reason", "status", "section"}
    labels = {(word.kind, word.name, label) for word in declared_words() for label in (word.label_zh, word.label_en)}
    seen = Counter((kind, label) for kind, _, label in labels if kind in kinds)
    assert not [key for key, times in seen.items() if times > 1]


def test_every_public_name_is_used() -> None:
    """Protects against orphans: what the vocabulary declares, and what a module offers, some code reads."""
    used = names_used() + Counter(FOR_TESTS)
    orphans = [
        f"{short(path)}:{node.lineno} {target}"
        for path in python_files("etl", "pages")
        for node in tree(path).body
        for target in _public_names(node)
        if not used[target]
    ]
    assert not orphans, "\n".join(orphans)


def _public_names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        names = [node.target.id]
    elif isinstance(node, ast.Assign):
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
    elif isinstance(node, ast.FunctionDef | ast.ClassDef):
        names = [node.name]
    else:
        names = []
    return [name for name in names if not name.startswith("_")]


def test_no_constant_repeats_one_of_the_vocabulary() -> None:
    """Protects the one place of a word: a second constant with its text drifts from it unseen."""
    declared: dict[object, set[str]] = {}
    for path in python_files("etl"):
        for name, value in _constants(path):
            declared.setdefault(value, set()).add(f"{short(path)} {name}")
    twice = [places for places in declared.values() if len(places) > 1]
    assert not [places for places in twice if any(place.startswith("etl/vocabulary") for place in places)]


def _constants(path: Path) -> Iterator[tuple[str, object]]:
    """Name and value of the constants of a module of etl that are texts, or several; a second name for one is none."""
    if path.stem == "__main__" or not short(path).startswith("etl/"):
        return
    values = vars(importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts)))
    for node in tree(path).body:
        if isinstance(node, ast.AnnAssign | ast.Assign) and not isinstance(node.value, ast.Name):
            value = values.get(name := ast.unparse(node.target if isinstance(node, ast.AnnAssign) else node.targets[0]))
            if (isinstance(value, str) and len(value) > 3) or (isinstance(value, tuple) and len(value) > 1):
                yield name, value


def test_a_column_of_several_tables_has_one_label() -> None:
    """Protects the reader of tables and lists from one thing under two names."""
    words = [(key.name, key.label_zh, key.label_en) for key in indicators.KEYS]
    columns = {column.name: column.word for column in tables.TABLE_BY_NAME["indicators"].columns}
    assert words == [(name, columns[name].label_zh, columns[name].label_en) for name, _, _ in words]


def test_every_item_and_measure_is_printed_by_some_form() -> None:
    """Protects items and measures from staying declared after the last form that prints them."""
    printed = {name for which in form.FORMS for cell in form.printed_cells(which) for name in cell[1:]}
    rows = {word.name for word in (*form.PROACTIVE_ITEMS, *form.REQUEST_ITEMS, *form.CHANNELS)}
    columns = {word.name for word in (*form.PROACTIVE_MEASURES, *form.APPLICANTS, *form.OUTCOMES)}
    assert rows | columns == printed


def test_every_reason_is_given_by_some_code() -> None:
    """Protects the clerk's list of reasons from reasons nobody gives."""
    assert not {word.name for word in reasons.REASONS} - product_strings("etl")


def test_every_status_is_given_by_some_code() -> None:
    """Protects the five statuses of a cell: each is decided somewhere in reading or recognising, and not only named."""
    decided = _constants_used("etl/reading", "etl/recognising")
    assert not [name for name in _named_as(form, form.STATUSES) if name not in decided]


def test_every_outcome_of_a_document_is_decided() -> None:
    """Protects the clerk's counts: each outcome is given by reading or filing."""
    decided = _constants_used("etl/readings", "etl/filing")
    assert not [name for name in _named_as(reasons, reasons.DOCUMENT_OUTCOMES) if name not in decided]


@pytest.mark.parametrize(
    ("room", "words"),
    [
        ("etl/recognising", form.STATUSES),
        ("etl/checking", (*form.STATUSES, *agencies.REGION_STATUSES)),
        ("etl/demo/sheet.py", form.STATUSES),
        ("etl/filing", (*reasons.DOCUMENT_OUTCOMES, *agencies.REGION_STATUSES)),
        ("etl/readings", (*reasons.DOCUMENT_OUTCOMES, *form.STATUSES)),
        ("etl/__main__.py", reasons.DOCUMENT_OUTCOMES),
    ],
)
def test_statuses_and_outcomes_are_never_written_out(room: str, words: tuple[Word, ...]) -> None:
    """Protects comparisons from a slip that no tool sees: code says REPORTED, not a text that looks like it."""
    names, columns = {word.name for word in words}, {column.name for table in tables.TABLES for column in table.columns}
    files = [path for path in python_files("etl") if short(path).startswith(room)]
    assert files
    assert not [(short(path), text) for path in files for text in strings(path) & names - columns]


def test_what_pages_ask_for_stands_in_the_vocabulary() -> None:
    """Protects questions from the same slip: neither pages nor their SQL write out a code that is a word."""
    words = (*form.STATUSES, *reasons.DOCUMENT_OUTCOMES, *agencies.KINDS, *agencies.REGION_STATUSES)
    codes = re.compile(f"'({'|'.join(word.name for word in words)})'")
    outcomes = {word.name for word in reasons.DOCUMENT_OUTCOMES}
    written = [
        (short(path), text)
        for path in python_files("pages")
        for text in strings(path)
        if text in outcomes or (short(path).startswith("pages/queries/") and codes.search(text))
    ]
    assert not written


def _named_as(module: ModuleType, words: tuple[Word, ...]) -> list[str]:
    """The names of the constants of a module that hold these words' names."""
    return [next(name for name, value in vars(module).items() if value == word.name) for word in words]


def _constants_used(*rooms: str) -> set[str]:
    """Every name that the code of some rooms reads; importing it is not enough."""
    files = [path for path in python_files("etl") if short(path).startswith(tuple(f"{room}/" for room in rooms))]
    nodes = (node for path in files for node in ast.walk(tree(path)))
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def test_every_rule_is_judged() -> None:
    """Protects the list of rules from promising what nobody checks: each rule has its judge."""
    assert JUDGES.keys() | JUDGES_ACROSS.keys() | JUDGES_OF_TEXTS.keys() == rules.RULE_BY_NAME.keys()


def test_rates_stand_on_columns_that_exist() -> None:
    """Protects each rate: numerator and denominator are columns of the same table, declared before it."""
    names = [word.name for word in indicators.INDICATORS]
    for position, word in enumerate(indicators.INDICATORS):
        parts = {part for part in (word.numerator, word.denominator, *word.plus, *word.minus, word.of) if part}
        assert parts <= set(names[:position]), word.name


def test_indicators_say_their_formula() -> None:
    """Protects the help beside each figure: an indicator without its formula in both languages cannot be checked."""
    computed = [word for word in indicators.INDICATORS if word.family != "key"]
    assert all(isinstance(word, Indicator) and word.formula and word.formula_en for word in computed)


def test_every_region_has_a_real_code_and_a_parent() -> None:
    """Protects the gazetteer: six digits, current codes once, every parent known, nothing in the invented range 99."""
    every = regions.standard_regions()
    codes = {region.region_code for region in every}
    assert len(codes) > 3000
    assert all(CODE.fullmatch(code) and not code.startswith("99") for code in codes)
    assert {region.parent_code for region in every} - {None} <= codes
    current = Counter(region.region_code for region in every if region.to_year is None)
    assert max(current.values()) == 1
    assert {region.level for region in every} == set(regions.LEVELS)


def test_every_text_of_the_interface_says_the_same_in_both_languages() -> None:
    """Protects switching the language: both texts are there and fill in the same values."""
    texts = {
        (name, key): value
        for name in modules()
        for key, value in vars(importlib.import_module(name)).items()
        if isinstance(value, Text)
    }
    assert len(texts) > 50
    unlike = [key for key, text in texts.items() if not text.zh or not text.en or _values(text.zh) != _values(text.en)]
    assert not unlike


def _values(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}
