"""What findings point to, as text for a file: cells in the words of the form, whose they are, and sentences."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import polars as pl

from etl.vocabulary.labels import LIST_MARK, ONE_YEAR, UNNAMED
from etl.vocabulary.page_labels import checks as says
from pages.parts.origins.asked import cell_in_words, section_in_words
from pages.parts.view import View
from pages.queries.checks import Ids, reports_known

_CELL: Final = r'"table":"\w+","item":"[\w.]+","measure":"[\w.]+"'
_MORE: Final = r'"(?:section|report_id)": ?"'
"""Stands in the list of a finding that names a sentence or another report; most name neither."""
Row = Mapping[str, Any]


def spots_in_words(view: View, findings: pl.DataFrame) -> pl.Series:
    """The cells and sentences that each finding names (columns cells, agency_id); "" where it names none."""
    listed = findings["cells"].fill_null("")
    said = _cells_said(view, listed)
    has_more = listed.str.contains(_MORE)
    some = findings.filter(has_more)
    spots = [json.loads(one) for one in some["cells"]]
    ids = {spot["report_id"] for one in spots for spot in one if spot.get("report_id")}
    others = {row["report_id"]: row for row in _known(view, ids).iter_rows(named=True)}
    mark = view.say(LIST_MARK)
    owners = some["agency_id"]
    told = [mark.join(_said(view, one, owner, others)) for one, owner in zip(spots, owners, strict=True)]
    return said.scatter(has_more.arg_true(), told) if told else said


def _cells_said(view: View, listed: pl.Series) -> pl.Series:
    """The cells alone, a million findings at a time."""
    found = listed.str.extract_all(_CELL)
    keys = found.explode(empty_as_null=True).drop_nulls().unique()
    words = {key: cell_in_words(_key(key), view.language) for key in keys}
    said = found.list.eval(pl.element().replace(words)) if words else found
    return said.list.join(view.say(LIST_MARK)).alias("cell_words")


def _key(text: str) -> tuple[str, str, str]:
    table, item, measure = text.split('"')[3::4]
    return table, item, measure


def _known(view: View, reports: set[str]) -> pl.DataFrame:
    return view.ask_once(reports_known, Ids("", tuple(sorted(reports))))


def _said(view: View, spots: Sequence[Row], owner: str, others: Mapping[str, Row]) -> Iterator[str]:
    for one in spots:
        if one.get("section"):
            section = section_in_words(one["section"], view.language)
            said = says.FILE_SENTENCE if one["sentence"] else says.FILE_SECTION
            yield view.say(said, section=section, sentence=one["sentence"])
        elif one["item"] and one["measure"]:
            cell = cell_in_words((one["table"], one["item"], one["measure"]), view.language)
            yield _of_other(view, cell, owner, others[one["report_id"]]) if one.get("report_id") in others else cell


def _of_other(view: View, cell: str, owner: str, other: Row) -> str:
    """A cell of another report, with its year; of another agency with its name, too."""
    year = says.YEAR_UNKNOWN.say(view.language) if other["year"] is None else view.say(ONE_YEAR, year=other["year"])
    agency = "" if other["agency_id"] == owner else other["agency"] or view.say(UNNAMED)
    said = says.FILE_CELL_OF_AGENCY if agency else says.FILE_CELL_OF_YEAR
    return view.say(said, cell=cell, year=year, agency=agency)
