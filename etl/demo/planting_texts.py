"""Plantings in the narrative: other names, other years, other counts, and a section five that says too little."""

from dataclasses import replace
from random import Random
from typing import Final

from etl.demo.bodies import Body
from etl.demo.history import Draft
from etl.vocabulary.form import REQUESTS

_ONLY_WANTING: Final = (
    "财政信息更新偏慢",
    "政策解读的形式单一",
    "少数科室对公开的认识不足",
    "网上留言的回复多为套话，互动不足",
    "部分栏目内容单薄，公开的深度不够",
    "兼职人员更替频繁，业务力量薄弱",
    "站内搜索不好用，平台仍有短板",
    "答复文书的说理不够充分",
)


def other_agency_named(drafts: list[Draft], peer: Body, random: Random) -> None:
    """A peer's name left standing in the narrative."""
    draft = random.choice(drafts)
    residue = f"上述做法由{peer.name}各科室共同落实。"
    draft.sections["overview"] = (*draft.sections["overview"], residue)
    draft.note("other_agency_named", "TX.NAME", note=peer.name)


def stale_year(drafts: list[Draft], _: Body, random: Random) -> None:
    """Last year's date left standing in the preamble."""
    draft = random.choice(drafts[1:])
    year = draft.year - 1
    draft.sections["preamble"] = (f"本报告统计期限为{year}年1月1日至{year}年12月31日，由办公室汇总各科室材料后编写。",)
    draft.note("stale_year", "TX.YEAR", note=str(year))


def wrong_count(drafts: list[Draft], _: Body, random: Random) -> None:
    """A number of requests in the narrative that is not the table's."""
    draft = random.choice(drafts)
    wrong = int(draft.cells[REQUESTS, "received", "total"]) + random.randint(2, 30)
    overview = list(draft.sections["overview"])
    overview[2] = f"（二）依申请公开。{draft.year}年新收政府信息公开申请{wrong}件，均已登记办理。"
    draft.sections["overview"] = tuple(overview)
    draft.note("wrong_count", "TX.COUNT", (REQUESTS, "received", "total"), str(wrong))


def empty_section_five(drafts: list[Draft], _: Body, random: Random) -> None:
    """Section five that says nothing."""
    draft = random.choice(drafts)
    draft.sections["problems"] = ("无。",)
    _with_heading(draft)
    draft.note("empty_section_five", "TX.PROBLEMS_EMPTY")


def no_measures(drafts: list[Draft], _: Body, random: Random) -> None:
    """Section five that names problems and stops there."""
    draft = random.choice(drafts)
    said = random.sample(_ONLY_WANTING, k=3)
    draft.sections["problems"] = (f"存在的主要问题有：一是{said[0]}；二是{said[1]}；三是{said[2]}。",)
    _with_heading(draft)
    draft.note("no_measures", "TX.NO_MEASURES")


def said_twice(drafts: list[Draft], _: Body, random: Random) -> None:
    """Section five whose longest paragraph stands in it a second time."""
    draft = random.choice(drafts)
    paragraphs = draft.sections["problems"]
    draft.sections["problems"] = (*paragraphs, max(paragraphs, key=len))
    draft.note("said_twice")


def section_left_out(drafts: list[Draft], _: Body, random: Random) -> None:
    """A report that ends without its sixth section."""
    draft = random.choice(drafts)
    draft.left_out = ("other_matters",)
    draft.note("section_left_out", "TX.SECTIONS", note="other_matters")


def _with_heading(draft: Draft) -> None:
    """Sees to it that section five has its heading, by which alone it can be recognised."""
    draft.layouts = [replace(layout, problems_heading="official") for layout in draft.layouts]
