"""What is planted in the demo corpus to be found: each planting changes one report and says so on the answer sheet.

A planting gets the body's reports, oldest first, and those of its neighbour in the list of bodies, a peer.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Final

from etl.demo.history import Draft, Planted, due_of
from etl.demo.layout import Layout
from etl.demo.texts import Voice, problems
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

Planting = Callable[[list[Draft], list[Draft], Random], None]

_ORGANISATIONS: Final = tuple(who.name for who in APPLICANTS if who.name not in ("natural_person", "total"))


def _raise(draft: Draft, keys: list[CellKey], by: int) -> None:
    for key in keys:
        draft.cells[key] = str(int(draft.cells[key]) + by)


def _note(draft: Draft, kind: str, rule: str = "", key: CellKey = ("", "", ""), note: str = "") -> None:
    draft.planted.append(Planted(kind, rule, *key, note))


def missing_report(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """A year without a report between years with one."""
    gone = drafts.pop(random.randrange(1, len(drafts) - 1))
    _note(drafts[0], "missing_report", "COVERAGE", note=str(gone.year))


def broken_total(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """A total that is not the sum of its row."""
    draft, key = random.choice(drafts), (REQUESTS, "received", "total")
    _raise(draft, [key], random.randint(1, 9))
    _note(draft, "broken_total", "T3.APPLICANTS", key)


def broken_balance(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Requests carried out that do not follow from those on hand; every row still adds up."""
    draft = random.choice(drafts)
    _raise(draft, [(REQUESTS, "carried_out", "natural_person"), (REQUESTS, "carried_out", "total")], 3)
    _note(draft, "broken_balance", "T3.BALANCE", (REQUESTS, "carried_out", "natural_person"))


def broken_outcomes(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Results that do not make up the number concluded; every row still adds up."""
    draft = random.choice(drafts)
    _raise(draft, [(REQUESTS, "granted", "natural_person"), (REQUESTS, "granted", "total")], 2)
    _note(draft, "broken_outcomes", "T3.OUTCOMES", (REQUESTS, "granted", "natural_person"))


def broken_columns(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Two columns off by one in opposite directions, under a total that balances."""
    draft = max(drafts, key=lambda one: int(one.cells[REQUESTS, "granted", "natural_person"]))
    if draft.cells[REQUESTS, "granted", "natural_person"] == "0":
        return
    _raise(draft, [(REQUESTS, "granted", "natural_person")], -1)
    _raise(draft, [(REQUESTS, "granted", random.choice(_ORGANISATIONS))], 1)
    _note(draft, "broken_columns", "T3.OUTCOMES", (REQUESTS, "granted", "natural_person"))


def broken_reviews(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """A total of table four that is not the sum of its outcomes."""
    draft, key = random.choice(drafts), (REVIEWS, "administrative_review", "total")
    _raise(draft, [key], 1)
    _note(draft, "broken_reviews", "T4.TOTAL", key)


def too_few_items(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """More items taken away than there were, in the last year of the form that counts them."""
    draft, item = [one for one in drafts if one.form == FORM_2019][-1], random.choice(("licences", "penalties"))
    last, change = (PROACTIVE, item, "items_last_year"), (PROACTIVE, item, "items_change")
    draft.cells[change] = str(-int(draft.cells[last]) - random.randint(1, 5))
    _note(draft, "too_few_items", "T2.2019", change)


def items_mismatch(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Items of last year that are not what the year before came to."""
    draft, item = [one for one in drafts if one.form == FORM_2019][-1], random.choice(("licences", "penalties"))
    _raise(draft, [key := (PROACTIVE, item, "items_last_year")], random.randint(1, 4))
    _note(draft, "items_mismatch", "XY.ITEMS", key)


def in_force_mismatch(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Documents in force that do not follow from those of the year before, in the last year there is."""
    key = (PROACTIVE, "normative_documents", "in_force")
    _raise(drafts[-1], [key], random.randint(1, 4))
    _note(drafts[-1], "in_force_mismatch", "XY.IN_FORCE", key)


def carry_mismatch(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """More carried in than the year before carried out; the year's own sums hold."""
    draft = random.choice(drafts[1:])
    rows = ("carried_in", "granted", "concluded")
    _raise(draft, [(REQUESTS, item, who) for item in rows for who in ("natural_person", "total")], 4)
    _note(draft, "carry_mismatch", "XY.CARRY", (REQUESTS, "carried_in", "total"))


def unreadable_cell(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Something printed in a cell that is not certainly a number."""
    draft, key = random.choice(drafts), (REQUESTS, "received", "business")
    draft.cells[key] = random.choice(("约5", "3？", "见附件", "1或2"))
    _note(draft, "unreadable_cell", "UNREADABLE", key, draft.cells[key])


def blank_cells(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """The organisations' columns left empty beside a filled total."""
    draft = _unshifted(random.choice(drafts))
    for item in request_items(draft.form):
        draft.cells |= dict.fromkeys(((REQUESTS, item, who) for who in _ORGANISATIONS), "")
    _note(draft, "blank_cells", "BLANK", (REQUESTS, "received", "business"))


def blank_table(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Table four printed but never filled in."""
    draft = _unshifted(random.choice(drafts))
    draft.cells |= {key: "" for key in draft.cells if key[0] == REVIEWS}
    _note(draft, "blank_table", "BLANK", (REVIEWS, "administrative_review", "total"))


def marks_for_nothing(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """A stroke where the form asks for a number that does not apply."""
    draft = _unshifted(random.choice(drafts))
    mark = random.choice(("/", "—", "无"))
    draft.cells |= {key: mark for key in draft.cells if key[0] == PROACTIVE and key[1] == "regulations"}
    _note(draft, "marks_for_nothing", "NOT_APPLICABLE", next(iter(draft.cells)), mark)


def _unshifted(draft: Draft) -> Draft:
    """The draft in a layout in which empty cells can still be told apart."""
    draft.layouts = [replace(layout, shifted_rows=False) for layout in draft.layouts]
    return draft


def one_other_row(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """A report on the form of 2021 whose （六）其他处理 is the one row of the form before."""
    draft = random.choice([one for one in drafts if one.form != FORM_2019])
    for who in APPLICANTS:
        parts = [int(draft.cells.pop((REQUESTS, item, who.name))) for item in OTHER_THREE_ROWS]
        draft.cells[REQUESTS, "other", who.name] = str(sum(parts))
    draft.cells = _in_printed_order(draft.cells)
    _note(draft, "one_other_row", key=(REQUESTS, "other", ""))


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


def duplicate(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """The same report in a second file format."""
    draft = random.choice(drafts)
    other: Layout = replace(draft.layouts[0], format="html" if draft.layouts[0].format == "docx" else "docx")
    draft.layouts.append(replace(other, shifted_rows=False))
    _note(draft, "duplicate", note="same_report")


def superseded(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """An earlier version with other numbers, replaced a month later."""
    draft = random.choice(drafts)
    draft.earlier = draft.sheet()
    draft.cells = dict(draft.cells)
    draft.published_on += timedelta(days=30)
    _raise(draft, [(REQUESTS, item, who) for item in ("received", "granted", "concluded") for who in _BOTH], 1)
    _note(draft, "superseded", "DUPLICATE", (REQUESTS, "received", "total"), "newer_version")


_BOTH: Final = ("natural_person", "total")


def late(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """A report published after the day the law sets."""
    draft = random.choice(drafts)
    draft.published_on = due_of(draft.body, draft.year) + timedelta(days=random.randint(20, 90))
    _note(draft, "late", "LATE", note=str(draft.published_on))


def own_text_repeated(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Section five of the year before, with only the years moved on."""
    place = random.randrange(1, len(drafts))
    before, draft = drafts[place - 1], drafts[place]
    shift = draft.year - before.year
    moved = tuple(
        re.sub(r"\d{4}(?=年)", lambda found: str(int(found[0]) + shift), p) for p in before.sections["problems"]
    )
    draft.sections["problems"] = moved
    _note(draft, "own_text_repeated", note=str(before.year))


def peer_text_copied(drafts: list[Draft], peers: list[Draft], random: Random) -> None:
    """Section five of a neighbour of the same year, with the name changed."""
    draft, peer = _pair(drafts, peers, random)
    draft.sections["problems"] = _borrowed(draft, peer)
    _note(draft, "peer_text_copied", note=peer.body.name)


def peer_text_edited(drafts: list[Draft], peers: list[Draft], random: Random) -> None:
    """Section five of a neighbour whose part on measures was then written anew."""
    draft, peer = _pair(drafts, peers, random)
    own = problems(draft.speaker, Voice(keeps=0), random)
    draft.sections["problems"] = (*_borrowed(draft, peer)[:2], *own[2:])
    _note(draft, "peer_text_edited", note=peer.body.name)


def _pair(drafts: list[Draft], peers: list[Draft], random: Random) -> tuple[Draft, Draft]:
    by_year = {peer.year: peer for peer in peers}
    draft = random.choice([one for one in drafts if one.year in by_year])
    return draft, by_year[draft.year]


def _borrowed(draft: Draft, peer: Draft) -> tuple[str, ...]:
    theirs, ours = peer.speaker.office, draft.speaker.office
    return tuple(paragraph.replace(theirs, ours) for paragraph in peer.sections["problems"])


def other_agency_named(drafts: list[Draft], peers: list[Draft], random: Random) -> None:
    """A neighbour's name left standing in the narrative."""
    draft, peer = _pair(drafts, peers, random)
    first, *rest = draft.sections["overview"]
    residue = f"上述做法由{peer.body.name}各科室共同落实。"
    draft.sections["overview"] = (first, *rest, residue)
    _note(draft, "other_agency_named", "TX.NAME", note=peer.body.name)


def stale_year(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Last year's date left standing in the preamble."""
    draft = random.choice(drafts[1:])
    year = draft.year - 1
    draft.sections["preamble"] = (f"本报告统计期限为{year}年1月1日至{year}年12月31日，由办公室汇总各科室材料后编写。",)
    _note(draft, "stale_year", "TX.YEAR", note=str(year))


def wrong_count(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """A number of requests in the narrative that is not the table's."""
    draft = random.choice(drafts)
    wrong = int(draft.cells[REQUESTS, "received", "total"]) + random.randint(2, 30)
    overview = list(draft.sections["overview"])
    overview[2] = f"（二）依申请公开。{draft.year}年新收政府信息公开申请{wrong}件，均已登记办理。"
    draft.sections["overview"] = tuple(overview)
    _note(draft, "wrong_count", "TX.COUNT", key=(REQUESTS, "received", "total"), note=str(wrong))


def empty_section_five(drafts: list[Draft], _: list[Draft], random: Random) -> None:
    """Section five that says nothing."""
    draft = random.choice(drafts)
    draft.sections["problems"] = ("无。",)
    draft.layouts = [replace(layout, problems_heading="official") for layout in draft.layouts]
    _note(draft, "empty_section_five", "TX.PROBLEMS_EMPTY")


PLANTINGS: Final[tuple[Planting, ...]] = (
    broken_total,
    missing_report,
    peer_text_copied,
    own_text_repeated,
    duplicate,
    superseded,
    broken_balance,
    unreadable_cell,
    blank_cells,
    broken_outcomes,
    broken_reviews,
    too_few_items,
    items_mismatch,
    in_force_mismatch,
    carry_mismatch,
    peer_text_edited,
    other_agency_named,
    late,
    wrong_count,
    stale_year,
    broken_columns,
    blank_table,
    marks_for_nothing,
    one_other_row,
    empty_section_five,
)
