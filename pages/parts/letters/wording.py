"""A letter in words: from the value to the paragraphs and tables that every file of it holds."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Final

from etl.vocabulary.labels import COLUMN_RULE, LIST_MARK, Text
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels import letters as says
from pages.parts.letters.blocks import (
    ADDRESSEE,
    BODY,
    DETAIL,
    HEADING,
    ITEM,
    REMARK,
    SIGNATURE,
    TITLE,
    Block,
    Grid,
    Paragraph,
    Run,
    paragraph,
)
from pages.parts.letters.letter import Item, Letter, NamedCell, Quote

_PAPER_WIDTHS: Final = (10, 40, 34, 16)
_CELL_WIDTHS: Final = (10, 9, 21, 15, 16, 11, 18)
_JUDGED_WIDTHS: Final = (52, 14, 18, 16)
Part = Callable[[Letter], Iterator[Block]]


def words_of_letter(letter: Letter) -> Iterator[Block]:
    """The letter from its title to its date, piece by piece."""
    yield paragraph(TITLE, says.HEAD.say(letter.language))
    yield paragraph(ADDRESSEE, says.ADDRESSEE.say(letter.language, agency=letter.agency))
    yield paragraph(BODY, _opening(letter))
    yield paragraph(BODY, _decided(letter))
    numbers = iter(says.NUMBERS.say(letter.language).split())
    item_numbers = count(1)
    for title, part in _parts(letter, item_numbers):
        yield paragraph(HEADING, says.HEADING.say(letter.language, n=next(numbers), title=title))
        yield from part
    yield paragraph(SIGNATURE, _signed(letter))
    day = letter.build.day
    yield paragraph(SIGNATURE, says.DATED.say(letter.language, year=day.year, month=day.month, day=day.day))


def _parts(letter: Letter, numbers: Iterator[int]) -> Iterator[tuple[str, Iterator[Block]]]:
    """Title and contents of each part; one without findings is left out."""
    yield says.PAPERS_HEADING.say(letter.language), _papers(letter)
    for title, items, meaning in (
        (says.FAILS_HEADING, letter.fails, None),
        (says.DOUBTS_HEADING, letter.doubts, says.DOUBTS_MEANING),
        (says.NOTES_HEADING, letter.notes, says.NOTES_MEANING),
    ):
        if items:
            yield title.say(letter.language, n=len(items)), _items(letter, items, meaning, numbers)
    yield says.JUDGED_HEADING.say(letter.language), _judged(letter)
    yield says.REPLY_HEADING.say(letter.language), _reply(letter)


def _opening(letter: Letter) -> str:
    counts = {"reports": len(letter.papers), "n": len(letter.items)}
    return says.OPENING.say(letter.language, place=letter.place, years=_years(letter), **counts)


def _years(letter: Letter) -> str:
    """The years of the reports, as a run where they are one."""
    years, language = letter.years, letter.language
    if not years:
        return says.OF_NO_YEAR.say(language)
    is_run = len(years) > 2 and years == tuple(range(years[0], years[-1] + 1))
    run = says.YEAR_RUN.say(language, first=years[0], last=years[-1])
    return says.OF_YEARS.say(language, years=run if is_run else LIST_MARK.say(language).join(map(str, years)))


def _decided(letter: Letter) -> str:
    confirmed = sum(item.is_confirmed for item in letter.items)
    still_open = len(letter.items) - confirmed
    text = says.ALL_CONFIRMED if not still_open else says.HOW_DECIDED if confirmed else says.NONE_CONFIRMED
    return text.say(letter.language, confirmed=confirmed, open=still_open)


def _papers(letter: Letter) -> Iterator[Block]:
    head = tuple(text.say(letter.language) for text in says.PAPER_COLUMNS)
    rows = tuple((paper.year, paper.title, paper.file, paper.published) for paper in letter.papers)
    yield Grid(head, rows, _PAPER_WIDTHS)
    for paper in letter.papers:
        yield from (paragraph(REMARK, correction) for correction in paper.corrections)


def _items(letter: Letter, items: Sequence[Item], meaning: Text | None, numbers: Iterator[int]) -> Iterator[Block]:
    if meaning is not None:
        yield paragraph(BODY, meaning.say(letter.language))
    for item in items:
        yield from _item(letter, item, next(numbers), is_doubt=items is letter.doubts)


def _item(letter: Letter, item: Item, number: int, *, is_doubt: bool) -> Iterator[Block]:
    """One finding: the rule, what was found, both sides, the sentences, the cells, what is asked for."""
    language = letter.language
    looked_at = says.LOOKED_AT_YES if item.is_confirmed else says.LOOKED_AT_NO
    yield paragraph(ITEM, says.ITEM_HEAD.say(language, n=number, year=item.year, rule=item.rule))
    yield from _detail(language, COLUMN_RULE, item.asks)
    yield from _detail(language, says.MISSING_HERE if is_doubt else says.FOUND, item.message)
    yield from _detail(language, says.COMPARED, item.compared)
    yield from _detail(language, says.SIDES, item.sides)
    yield from _detail(language, says.DOUBT_WHEN, item.doubt_when)
    for quote in item.quotes:
        yield _quoted(language, quote)
    if item.cells:
        yield paragraph(DETAIL, _label(language, says.CELLS_HEAD))
        head = tuple(text.say(language) for text in says.CELL_COLUMNS)
        yield Grid(head, tuple(map(_cell, item.cells)), _CELL_WIDTHS)
    if item.more_cells:
        yield paragraph(REMARK, says.CELLS_MORE.say(language, n=item.more_cells))
    yield from _detail(language, says.LOOKED_AT, looked_at.say(language))
    yield from _detail(language, says.EXPECTED, item.expected)


def _cell(cell: NamedCell) -> tuple[str, ...]:
    return (cell.year, cell.table, cell.row, cell.column, cell.value, cell.printed, cell.place)


def _detail(language: str, label: Text, text: str) -> Iterator[Paragraph]:
    """A line with its label; none where there is nothing to say."""
    if text:
        yield Paragraph(DETAIL, (Run(_label(language, label), is_strong=True), Run(text)))


def _label(language: str, label: Text) -> str:
    return says.LABELLED.say(language, label=label.say(language))


def _quoted(language: str, quote: Quote) -> Paragraph:
    """The sentence with the words that are meant in bold, and its place."""
    before, after = quote.sentence[: quote.start], quote.sentence[quote.start + len(quote.words) :]
    runs = (Run(f"“{before}"), Run(quote.words, is_strong=True), Run(f"{after}”"), Run(quote.place))
    return Paragraph(DETAIL, (Run(_label(language, says.QUOTED), is_strong=True), *runs))


def _judged(letter: Letter) -> Iterator[Block]:
    """Which rules were judged, how often they hold, what could not be judged; and what all this was made from."""
    language, judged = letter.language, letter.judged
    passed, uncertain, nothing = (
        sum(getattr(one, name) for one in judged) for name in ("passed", "uncertain", "not_assessable")
    )
    counts = {"passed": passed, "uncertain": uncertain, "not_assessable": nothing}
    if judged:
        said = {name: cell_number(number) for name, number in counts.items()}
        yield paragraph(BODY, says.JUDGED.say(language, rules=len(judged), **said))
        head = tuple(text.say(language) for text in says.JUDGED_COLUMNS)
        rows = ((one.rule, *map(cell_number, (one.passed, one.uncertain, one.not_assessable))) for one in judged)
        yield Grid(head, tuple(rows), _JUDGED_WIDTHS)
    else:
        yield paragraph(BODY, says.NOT_JUDGED.say(language))
    build = letter.build
    times = {"time": f"{build.built_at:%Y-%m-%d %H:%M}", "now": f"{build.made_at:%Y-%m-%d %H:%M}"}
    yield paragraph(REMARK, says.MADE_FROM.say(language, build=build.build_id, **times))


def _reply(letter: Letter) -> Iterator[Block]:
    typed, language = letter.sender.deadline.strip(), letter.language
    deadline = says.REPLY_BY.say(language, deadline=typed) if typed else says.REPLY_BLANK.say(language)
    yield paragraph(BODY, says.REPLY.say(language, deadline=deadline))


def _signed(letter: Letter) -> str:
    office = letter.sender.office.strip()
    return says.SIGNED.say(letter.language, office=office) if office else says.SIGNED_BLANK.say(letter.language)
