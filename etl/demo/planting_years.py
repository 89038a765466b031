"""Plantings beside last year's report: numbers that do not follow from it, and numbers that are simply its."""

from itertools import pairwise
from random import Random
from typing import Final

from etl.demo.bodies import Body
from etl.demo.history import Draft
from etl.demo.planting_numbers import cells_of
from etl.demo.sheet import states_number
from etl.vocabulary.form import APPLICANTS, FORM_2019, PROACTIVE, REQUESTS, CellKey

_COUNTED_ON: Final = ("licences", "penalties")


def too_few_items(drafts: list[Draft], _: Body, random: Random) -> None:
    """More items taken away than there were, in the last year of the form that counts them."""
    draft, item = [one for one in drafts if one.form == FORM_2019][-1], random.choice(_COUNTED_ON)
    last, change = (PROACTIVE, item, "items_last_year"), (PROACTIVE, item, "items_change")
    draft.cells[change] = str(-int(draft.cells[last]) - random.randint(1, 5))
    draft.note("too_few_items", "T2.2019", change)


def items_mismatch(drafts: list[Draft], _: Body, random: Random) -> None:
    """Items of last year that are not what the year before came to."""
    draft, item = [one for one in drafts if one.form == FORM_2019][-1], random.choice(_COUNTED_ON)
    draft.add([key := (PROACTIVE, item, "items_last_year")], random.randint(1, 4))
    draft.note("items_mismatch", "XY.ITEMS", key)


def in_force_mismatch(drafts: list[Draft], _: Body, random: Random) -> None:
    """Documents in force that do not follow from those of the year before, in the last year there is."""
    key = (PROACTIVE, "normative_documents", "in_force")
    drafts[-1].add([key], random.randint(1, 4))
    drafts[-1].note("in_force_mismatch", "XY.IN_FORCE", key)


def carry_mismatch(drafts: list[Draft], _: Body, random: Random) -> None:
    """More carried in than the year before carried out; the year's own sums hold."""
    draft = random.choice(drafts[1:])
    draft.add(cells_of(("carried_in", "granted", "concluded")), 4)
    draft.note("carry_mismatch", "XY.CARRY", (REQUESTS, "carried_in", "total"))


def identical_numbers(drafts: list[Draft], _: Body, random: Random) -> None:
    """The numbers of last year once more, all of them."""
    pairs = [(last, draft) for last, draft in pairwise(drafts) if last.form == draft.form]
    last, draft = random.choice(pairs)
    draft.cells = dict(last.cells)
    draft.note("identical_numbers", "XY.IDENTICAL", note=str(last.year))


def note_echoes(drafts: list[Draft]) -> None:
    """What the changed numbers of a body also break between its years goes on the answer sheet."""
    for last, draft in pairwise(drafts):
        if last.year + 1 != draft.year:
            continue
        for who in APPLICANTS:
            if _differ(last.cells[REQUESTS, "carried_out", who.name], draft.cells[REQUESTS, "carried_in", who.name]):
                _echo(draft, "XY.CARRY", (REQUESTS, "carried_in", who.name))
        for name in _COUNTED_ON if draft.form == FORM_2019 else ():
            if _came_to(last, name) != int(draft.cells[PROACTIVE, name, "items_last_year"]):
                _echo(draft, "XY.ITEMS", (PROACTIVE, name, "items_last_year"))
        if last.form == draft.form != FORM_2019 and _in_force(last, draft) != _documents(draft, "in_force"):
            _echo(draft, "XY.IN_FORCE", (PROACTIVE, "normative_documents", "in_force"))


def _differ(last: str, now: str) -> bool:
    return last != now and all(states_number(text) for text in (last, now))


def _echo(draft: Draft, rule: str, key: CellKey) -> None:
    if all(planted.rule != rule for planted in draft.planted):
        draft.note("follows_from_another", rule, key)


def _came_to(draft: Draft, name: str) -> int:
    return sum(int(draft.cells[PROACTIVE, name, measure]) for measure in ("items_last_year", "items_change"))


def _documents(draft: Draft, measure: str) -> int:
    return int(draft.cells[PROACTIVE, "normative_documents", measure])


def _in_force(last: Draft, draft: Draft) -> int:
    return _documents(last, "in_force") + _documents(draft, "issued") - _documents(draft, "repealed")
