"""Document → Report: who, which year, which form, the cells of the three tables, the parts of the narrative."""

from etl.errors import Rejection
from etl.reading.document import Document
from etl.recognising.identity import identify, title_is_of_a_report
from etl.recognising.report import Report, Section
from etl.recognising.sections import read_sections
from etl.recognising.tables import TableFacts, read_tables
from etl.vocabulary.form import FORM_PRE2019, FORM_UNKNOWN

_LAST_YEAR_BEFORE_THE_FORMS = 2018
_ENOUGH_TABLES = 2
_FEWEST_SECTIONS = 3
_SHORTEST_NARRATIVE = 600
_ATTACHMENT_WORDS = ("附件", "下载", "点击", "详见")


def recognise(document: Document) -> Report:
    """The facts of an annual report.

    Raises `Rejection` (`not_a_report`, `notice_only`) when the document is not one.
    """
    identity = identify(document)
    tables = read_tables(document)
    sections = read_sections(document)
    _require_a_report(document, title_is_of_a_report(identity.title), tables, sections)
    form = tables.form
    if form == FORM_UNKNOWN and identity.year is not None and identity.year <= _LAST_YEAR_BEFORE_THE_FORMS:
        form = FORM_PRE2019
    return Report(identity, form, tables.facts, sections, tables.left_overs)


def _require_a_report(document: Document, has_title: bool, tables: TableFacts, sections: tuple[Section, ...]) -> None:
    """Raise unless the official tables are there, or a title with a narrative long enough to be one."""
    if any(fact.place for fact in tables.facts) and (has_title or len(sections) > 1 or _has_most_tables(tables)):
        return
    letters = sum(len(paragraph.text) for paragraph in document.paragraphs)
    if has_title and (_named_sections(sections) >= _FEWEST_SECTIONS or letters >= _SHORTEST_NARRATIVE):
        return
    if has_title and any(word in paragraph.text for paragraph in document.paragraphs for word in _ATTACHMENT_WORDS):
        raise Rejection("notice_only")
    raise Rejection("not_a_report")


def _has_most_tables(tables: TableFacts) -> bool:
    return len({fact.table for fact in tables.facts}) >= _ENOUGH_TABLES


def _named_sections(sections: tuple[Section, ...]) -> int:
    return sum(1 for section in sections if section.section != "preamble")
