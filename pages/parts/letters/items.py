"""A finding as an item of a letter: in the words of the form, with its cells, its sentences and what is asked for."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import polars as pl

from etl.vocabulary.decisions import CONFIRMED
from etl.vocabulary.expectations import expected
from etl.vocabulary.form import MISSING
from etl.vocabulary.labels import EN, ZH
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels import letters as says
from etl.vocabulary.rules import RULE_BY_NAME, UNCERTAIN
from etl.vocabulary.short_labels import TABLE_LABELS
from pages.parts.letters.letter import Item, NamedCell, Quote, Row
from pages.parts.origins.asked import place_in_words, section_in_words, status_in_words, words_of
from pages.parts.origins.quoted import apart
from pages.parts.view import View

CELLS_LISTED: Final = 30
"""Cells of one finding that are listed; the others are counted. A column of table three has fewer."""
_KEY: Final = ("report_id", "table_name", "item", "measure")
_SUFFIX: Final = {ZH: "", EN: "_en"}
Read = Mapping[tuple[str, ...], Row]
"""Cells as read (rows of `cells_named`) by report, table, item and measure."""
Named = Mapping[str, Any]
"""One entry of the JSON list of a finding."""


def cells_of(findings: pl.DataFrame) -> pl.DataFrame:
    """The cells that these findings name and that will be listed, in the columns that `cells_named` asks for."""
    rows = [
        _key(finding["report_id"], one)
        for finding in findings.select("report_id", "cells").iter_rows(named=True)
        for one in _listed(json.loads(finding["cells"]))
        if one["item"] and one["measure"]
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(_KEY, pl.String), orient="row")


def by_key(cells: pl.DataFrame) -> Read:
    """The rows of `cells_named` by what they were asked for."""
    return {tuple(row[name] for name in _KEY): row for row in cells.iter_rows(named=True)}


def item_of(view: View, finding: Row, read: Read) -> Item:
    """One finding (a row of `findings_to_tell` with its standing) in the words of the letter."""
    rule, suffix = RULE_BY_NAME.get(finding["rule"]), _SUFFIX[view.language]
    message, expression = finding[f"message{suffix}"], finding[f"expression{suffix}"]
    named: list[Named] = json.loads(finding["cells"])
    doubts = {ZH: rule.uncertain_when, EN: rule.uncertain_when_en} if rule else {}
    is_doubt = finding["state"] == UNCERTAIN
    return Item(
        year=_year(view, finding["year"]),
        rule=rule.label(view.language) if rule else finding["rule"],
        asks=rule.explanation(view.language) if rule else "",
        message=message,
        compared="" if expression in message else expression,
        sides=_sides(view, finding),
        doubt_when=doubts.get(view.language, "") if is_doubt else "",
        expected=view.say(expected(finding["rule"])),
        is_confirmed=finding["standing"] == CONFIRMED,
        cells=tuple(_cell(view, finding, one, read) for one in _listed(named)),
        more_cells=max(0, len(list(_cells(named))) - CELLS_LISTED),
        quotes=tuple(_quote(view, one) for one in named if one.get("section")),
    )


def _cells(named: Iterable[Named]) -> Iterator[Named]:
    """What stands in a table; a sentence does not."""
    return (one for one in named if one["table"])


def _listed(named: Sequence[Named]) -> list[Named]:
    return list(_cells(named))[:CELLS_LISTED]


def _key(report_id: str, one: Named) -> tuple[str, ...]:
    return (one.get("report_id") or report_id, one["table"], one["item"], one["measure"])


def _cell(view: View, finding: Row, one: Named, read: Read) -> NamedCell:
    place = place_in_words(view, one["place"])
    if not one["item"] or not one["measure"]:
        table = TABLE_LABELS.get(one["table"], (one["table"],) * 2)[view.language == EN]
        return NamedCell(_bare_year(view, finding["year"]), table, view.say(says.WHOLE_TABLE), "", "", "", place)
    table, row, column = words_of({"table_name": one["table"], **one}, view.language)
    kept = read.get(_key(finding["report_id"], one), {})
    year = kept.get("year", finding["year"])
    return NamedCell(_bare_year(view, year), table, row, column, _value(view, kept), kept.get("raw", ""), place)


def _value(view: View, kept: Row) -> str:
    """The number, or in words why there is none; one corrected by hand is called so, with what the document says."""
    value, status = kept.get("value"), kept.get("status", MISSING)
    said = status_in_words(status, view.language) if value is None else cell_number(value)
    if kept.get("reason") is None:
        return said
    return view.say(says.CELL_CORRECTED, value=said, was=kept["was"], reason=kept["reason"])


def _quote(view: View, one: Named) -> Quote:
    section, place = section_in_words(one["section"], view.language), place_in_words(view, one["place"])
    said = says.QUOTE_PLACE if one["position"] else says.QUOTE_PLACE_WHOLE
    before, words, _ = apart(one)
    told = view.say(said, section=section, n=one["position"], place=place)
    return Quote(one["sentence"], words, told, len(before))


def _sides(view: View, finding: Row) -> str:
    sides = {"left": finding["left_value"], "right": finding["right_value"], "delta": finding["delta"]}
    if None in sides.values():
        return ""
    # The minus of print, as in the sentence above it.
    said = {name: cell_number(value).replace("-", "−") for name, value in sides.items()}
    return view.say(says.SIDES_SAID, **said)


def _year(view: View, year: int | None) -> str:
    return view.say(says.ITEM_NO_YEAR) if year is None else view.say(says.ITEM_YEAR, year=year)


def _bare_year(view: View, year: int | None) -> str:
    return view.say(says.YEAR_UNKNOWN) if year is None else str(year)
