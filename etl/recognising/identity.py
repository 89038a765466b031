"""Who reported on which year, and when: title, agency, year, date of publication, clues to the place.

The year is the one reported on. A title that names the year of its own publication is corrected by the statistical
period; plans for the next year and years of comparison are never looked at.
"""

from collections.abc import Sequence
from datetime import date

from etl.reading.document import Document
from etl.recognising.clues import find_clues
from etl.recognising.completing import completed, completed_government, lacks_place
from etl.recognising.dates import first_year_called_so, year_of_period
from etl.recognising.headline import find_headline
from etl.recognising.particulars import dates_said, lines_of_cells, publishers_said, titles_said
from etl.recognising.report import Identity
from etl.recognising.signature import Signature, find_signature
from etl.recognising.titles import Title, is_agency, is_place, read_title, title_is_of_a_report
from etl.vocabulary.agencies import GOVERNMENT_ENDINGS

__all__ = ["identify", "title_is_of_a_report"]

_OVERVIEW = 3000
_LONGEST_TITLE = 80
_LONGEST_LINE = 80
_NOTHING = Title("", "", None)


def identify(document: Document) -> Identity:
    """Who reported on which year; "" and None where the document does not say so with certainty."""
    lines = [line for paragraph in document.paragraphs if (line := paragraph.text.strip())]
    short = ["".join(line.split()) if len(line) <= _LONGEST_LINE else "" for line in lines]
    text = "\n".join((*lines, *lines_of_cells(document)))
    said = titles_said(document, text)
    of_file = next((title for title in map(read_title, said) if title is not None), _NOTHING)
    title = find_headline(short, said) or _NOTHING
    signature = find_signature(short)
    labelled = next(dates_said(text, document.meta), None)
    year, year_from = _year(title, of_file, text, signature.signed_on or labelled)
    agency, agency_from = _agency(title, of_file, signature, text)
    return Identity(
        title=title.text or of_file.text or _first_line(document.title, lines),
        agency=agency,
        agency_from=agency_from,
        year=year,
        year_from=year_from,
        published_on=_published_on(signature, labelled, year),
        clues=find_clues(document, text, of_file.site or title.site),
    )


def _first_line(file_title: str, lines: Sequence[str]) -> str:
    """What stands where a title should, for the person who reads why a document was rejected."""
    return (file_title or next(iter(lines), ""))[:_LONGEST_TITLE]


def _year(title: Title, of_file: Title, text: str, dated: date | None) -> tuple[int | None, str]:
    """The year reported on and where it was found: `title` `file_title` `period` `text` `publication`, or ""."""
    named, named_in = (title.year, "title") if title.year else (of_file.year, "file_title")
    period = year_of_period(text)
    if named is not None:
        is_of_publication = dated is not None and dated.year == named and period == named - 1
        return (period, "period") if is_of_publication else (named, named_in)
    if period is not None:
        return period, "period"
    if (called := first_year_called_so(text[:_OVERVIEW])) is not None:
        return called, "text"
    return (dated.year - 1, "publication") if dated is not None else (None, "")


def _agency(title: Title, of_file: Title, signature: Signature, text: str) -> tuple[str, str]:
    """The agency and where it was found: `title` `file_title` `signature` `text` `issuer`, or ""."""
    site = of_file.site or title.site
    name, found_in = (title.agency, "title") if title.agency else (of_file.agency, "file_title")
    if not name:
        return _agency_elsewhere(signature, site, text)
    if lacks_place(name):
        whole, whole_from = completed(name, signature.agency, site, text)
    elif is_place(name) and not is_agency(name):
        whole, whole_from = completed_government(name, signature.agency, text)
    else:
        return name, found_in
    return whole, whole_from or found_in


def _agency_elsewhere(signature: Signature, site: str, text: str) -> tuple[str, str]:
    """Who signed, whose name stands behind the title, or who is called the publisher.

    A government behind the title is the keeper of the site, whoever reported.
    """
    if signature.agency:
        return signature.agency, "signature"
    if is_agency(site) and not site.endswith(GOVERNMENT_ENDINGS):
        return site, "file_title"
    publisher = next(filter(is_agency, publishers_said(text)), "")
    return (publisher, "issuer") if publisher else ("", "")


def _published_on(signature: Signature, labelled: date | None, year: int | None) -> date | None:
    """The date of the signature, else the labelled one; None when it lies before the year reported on.

    A date that stands alone without a signature counts only when it is of that year or the next.
    """
    signed = signature.signed_on
    if signed is not None and not signature.agency and (year is None or signed.year not in (year, year + 1)):
        signed = None
    plausible = (one for one in (signed, labelled) if one is not None and (year is None or one >= date(year, 1, 1)))
    return next(plausible, None)
