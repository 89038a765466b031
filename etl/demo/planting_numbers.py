"""Plantings in the cells of one report: sums that do not hold, and cells that hold no number."""

from dataclasses import replace
from random import Random
from typing import Final

from etl.demo.bodies import Body
from etl.demo.history import Draft
from etl.vocabulary.form import (
    APPLICANTS,
    FORM_2019,
    OTHER_THREE_ROWS,
    PROACTIVE,
    REQUESTS,
    REVIEWS,
    CellKey,
    request_items,
)

ORGANISATIONS: Final = tuple(who.name for who in APPLICANTS if who.name not in ("natural_person", "total"))
BOTH: Final = ("natural_person", "total")


def cells_of(items: tuple[str, ...]) -> list[CellKey]:
    """Natural persons and the total in rows of table three: raised together, every row still adds up."""
    return [(REQUESTS, item, who) for item in items for who in BOTH]


def not_the_sum(drafts: list[Draft], _: Body, random: Random) -> None:
    """A government that reports more than its departments and townships together; its own sums hold."""
    draft = random.choice(drafts)
    some = 3 + int(draft.cells[REQUESTS, "received", "total"]) // 5
    draft.add(cells_of(("received", "granted", "concluded")), random.randint(2, some))
    draft.note("not_the_sum", "ROLLUP", (REQUESTS, "received", "total"))


def broken_total(drafts: list[Draft], _: Body, random: Random) -> None:
    """A total that is not the sum of its row, and so does not balance either."""
    draft, key = random.choice(drafts), (REQUESTS, "received", "total")
    draft.add([key], random.randint(1, 9))
    draft.note("broken_total", "T3.APPLICANTS", key)
    draft.note("broken_total", "T3.BALANCE", key)


def broken_balance(drafts: list[Draft], _: Body, random: Random) -> None:
    """Requests carried out that do not follow from those on hand; every row still adds up."""
    draft = random.choice(drafts)
    draft.add(cells_of(("carried_out",)), 3)
    draft.note("broken_balance", "T3.BALANCE", (REQUESTS, "carried_out", "natural_person"))


def carried_out_beyond(drafts: list[Draft], _: Body, random: Random) -> None:
    """More requests carried out than there were, which cannot balance."""
    draft = random.choice(drafts)
    on_hand = sum(int(draft.cells[REQUESTS, item, "total"]) for item in ("received", "carried_in"))
    draft.add(cells_of(("carried_out",)), on_hand + random.randint(1, 5))
    draft.note("carried_out_beyond", "PL.CARRIED_OUT", (REQUESTS, "carried_out", "total"))
    draft.note("carried_out_beyond", "T3.BALANCE", (REQUESTS, "carried_out", "natural_person"))


def broken_outcomes(drafts: list[Draft], _: Body, random: Random) -> None:
    """Results that do not make up the number concluded; every row still adds up."""
    draft = random.choice(drafts)
    draft.add(cells_of(("granted",)), 2)
    draft.note("broken_outcomes", "T3.OUTCOMES", (REQUESTS, "granted", "natural_person"))


def broken_columns(drafts: list[Draft], _: Body, random: Random) -> None:
    """Two columns off by one in opposite directions, under a total that balances."""
    draft = max(drafts, key=lambda one: int(one.cells[REQUESTS, "granted", "natural_person"]))
    draft.add([(REQUESTS, "granted", "natural_person")], -1)
    draft.add([(REQUESTS, "granted", random.choice(ORGANISATIONS))], 1)
    draft.note("broken_columns", "T3.OUTCOMES", (REQUESTS, "granted", "natural_person"))


def broken_reviews(drafts: list[Draft], _: Body, random: Random) -> None:
    """A total of table four that is not the sum of its outcomes."""
    draft, key = random.choice(drafts), (REVIEWS, "administrative_review", "total")
    draft.add([key], 1)
    draft.note("broken_reviews", "T4.TOTAL", key)


def disputes_without_requests(drafts: list[Draft], _: Body, random: Random) -> None:
    """A review where nobody requested anything."""
    draft = random.choice([one for one in drafts if _on_hand(one) == 0])
    draft.add([(REVIEWS, "administrative_review", outcome) for outcome in ("upheld", "total")], 1)
    draft.note("disputes_without_requests", "PL.DISPUTES", (REVIEWS, "administrative_review", "total"))


def _on_hand(draft: Draft) -> int:
    return sum(int(draft.cells[REQUESTS, item, "total"]) for item in ("received", "carried_in"))


def negative_number(drafts: list[Draft], _: Body, random: Random) -> None:
    """A count below zero."""
    draft, key = random.choice(drafts), (PROACTIVE, "licences", "decisions")
    draft.cells[key] = str(-random.randint(1, 19))
    draft.note("negative_number", "NONNEGATIVE", key)


def fraction(drafts: list[Draft], _: Body, random: Random) -> None:
    """Half a decision."""
    draft, key = random.choice(drafts), (PROACTIVE, "penalties", "decisions")
    draft.cells[key] = f"{random.randint(1, 60)}.5"
    draft.note("fraction", "INTEGER", key, draft.cells[key])


def long_amount(drafts: list[Draft], _: Body, random: Random) -> None:
    """An amount with more decimals than the form asks for."""
    draft, key = random.choice(_of_2021(drafts)), (PROACTIVE, "fees", "amount")
    draft.cells[key] = f"{random.randint(1, 400)}.{random.randint(10_000, 99_999) // 10 * 10 + 7}"
    draft.note("long_amount", "DECIMAL", key, draft.cells[key])


def _of_2021(drafts: list[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.form != FORM_2019]


def missing_row(drafts: list[Draft], _: Body, random: Random) -> None:
    """A row of table three that is not printed; preferably one of zeros."""
    draft = random.choice(_of_2021(drafts))
    items = [item for item in request_items(draft.form) if item.startswith(("refused", "not_processed"))]
    item = min(items, key=lambda name: int(draft.cells[REQUESTS, name, "total"]))
    for who in APPLICANTS:
        del draft.cells[REQUESTS, item, who.name]
    draft.note("missing_row", "MISSING", (REQUESTS, item, "total"))


def unreadable_cell(drafts: list[Draft], _: Body, random: Random) -> None:
    """Something printed in a cell that is not certainly a number."""
    draft, key = random.choice(drafts), (REQUESTS, "received", "business")
    draft.cells[key] = random.choice(("约5", "3？", "见附件", "1或2"))
    draft.note("unreadable_cell", "UNREADABLE", key, draft.cells[key])


def blank_cells(drafts: list[Draft], _: Body, random: Random) -> None:
    """The organisations' columns left empty beside a filled total."""
    draft = _unshifted(random.choice(drafts))
    for item in request_items(draft.form):
        draft.cells |= dict.fromkeys(((REQUESTS, item, who) for who in ORGANISATIONS), "")
    draft.note("blank_cells", "BLANK", (REQUESTS, "received", "business"))


def blank_table(drafts: list[Draft], _: Body, random: Random) -> None:
    """Table four printed but never filled in."""
    draft = _unshifted(random.choice(drafts))
    draft.cells |= {key: "" for key in draft.cells if key[0] == REVIEWS}
    draft.note("blank_table", "BLANK", (REVIEWS, "administrative_review", "total"))


def marks_for_nothing(drafts: list[Draft], _: Body, random: Random) -> None:
    """A stroke where the form asks for a number that does not apply."""
    draft = _unshifted(random.choice(drafts))
    mark = random.choice(("/", "—", "无"))
    draft.cells |= {key: mark for key in draft.cells if key[0] == PROACTIVE and key[1] == "regulations"}
    draft.note("marks_for_nothing", "NOT_APPLICABLE", next(iter(draft.cells)), mark)


def _unshifted(draft: Draft) -> Draft:
    """The draft in a layout in which empty cells can still be told apart."""
    draft.layouts = [replace(layout, shifted_rows=False) for layout in draft.layouts]
    return draft


def one_other_row(drafts: list[Draft], _: Body, random: Random) -> None:
    """A report on the form of 2021 whose （六）其他处理 is the one row of the form before."""
    draft = random.choice(_of_2021(drafts))
    for who in APPLICANTS:
        parts = [int(draft.cells.pop((REQUESTS, item, who.name))) for item in OTHER_THREE_ROWS]
        draft.cells[REQUESTS, "other", who.name] = str(sum(parts))
    draft.cells = _in_printed_order(draft.cells)
    draft.note("one_other_row", key=(REQUESTS, "other", ""))


def _in_printed_order(cells: dict[CellKey, str]) -> dict[CellKey, str]:
    """The cells with the row `other` back before the sum of the results."""
    moved = {key: text for key, text in cells.items() if key[:2] == (REQUESTS, "other")}
    ordered: dict[CellKey, str] = {}
    for key, text in cells.items():
        if key[:2] == (REQUESTS, "concluded"):
            ordered |= moved
        if key not in moved:
            ordered[key] = text
    return ordered
