"""A made corpus of sections five with planted copies: who copied from whom, and how, is known for each.

All words are invented: syllables at random, some clauses common to all, so that texts of different hands share as much
as reports do. Every text is a list of sentences with gaps for names, years and numbers, which a copy fills anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count
from random import Random
from typing import Final

import polars as pl

EXACT: Final = "exact"
NAMES: Final = "names, years and numbers changed"
EDITED: Final = tuple(f"and {edits} of its sentences edited" for edits in (1, 2, 3))
HALF: Final = "half copied"
TEMPLATE: Final = "same template, different content"
COPIED: Final = (EXACT, NAMES, *EDITED)
"""Copies that must be found."""
KINDS: Final = (*COPIED, HALF)

_LETTERS: Final = (
    "公开信息政务工作机关部门单位群众社会服务管理制度建设发展改革经济文化教育卫生农业水利交通环境保护安全生产财政金融市场监督"
    "质量标准技术科学人才队伍组织领导责任考核评价培训宣传解读回应平台网站渠道数据资源目录指南清单规范程序审查流程时限办理答复"
)
_YEARS: Final = (2019, 2020, 2021, 2022, 2023)
_WORDS: Final = 3_000
_STOCK: Final = 60
_STOCK_SHARE: Final = 0.25
_COPY_SHARE: Final = 0.1
_TEMPLATE_SHARE: Final = 0.01
_TEMPLATE_USERS: Final = 6
_STICKY_SHARE: Final = 0.3
_ENDS: Final = ("商务局", "教育局", "水务局", "财政局", "审计局", "统计局")

Sentences = tuple[str, ...]
Template = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """A copy: the number of its report, that of the report it was taken from, and how."""

    report: int
    source: int
    kind: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The frames that comparing takes, what was copied, and for each report the families its text belongs to.

    Reports of a family are copies of one text, at once or by way of others. `templates`: the reports that were written
    after a template, with its number.
    """

    reports: pl.DataFrame
    texts: pl.DataFrame
    planted: tuple[Planted, ...]
    families: tuple[frozenset[int], ...]
    templates: dict[int, int]


@dataclass(frozen=True, slots=True)
class _Draft:
    sentences: Sentences
    families: frozenset[int]
    template: int | None = None


class _Hand:
    """Writes sentences at random, always the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._words = ["".join(self.random.choices(_LETTERS, k=2)) for _ in range(_WORDS)]
        self._weights = list(accumulate(1 / (rank + 30) for rank in range(_WORDS)))
        self._stock = [self._new_clause() for _ in range(_STOCK)]

    def _new_clause(self) -> str:
        return "".join(self.random.choices(self._words, cum_weights=self._weights, k=self.random.randint(4, 7)))

    def clause(self) -> str:
        """A clause; some are common to all texts."""
        is_stock = self.random.random() < _STOCK_SHARE
        return self.random.choice(self._stock) if is_stock else self._new_clause()

    def sentence(self) -> str:
        """A sentence of three clauses, now and then with a name, a year or a number."""
        gap = self.random.choice(("", "", "", "{office}", "{year}年", "共{number}件", "{place}"))
        return f"{gap}{self.clause()}，{self.clause()}，{self.clause()}。"

    def draft(self) -> Sentences:
        """A section five, about 340 characters."""
        return tuple(self.sentence() for _ in range(self.random.randint(8, 10)))

    def edited(self, sentences: Sentences, edits: int) -> Sentences:
        """The sentences with some of them reworded, written anew, left out or preceded by a new one."""
        changed = list(sentences)
        for at in sorted(self.random.sample(range(len(sentences)), edits), reverse=True):
            clauses = sentences[at].rstrip("。").split("，")
            clauses[self.random.randrange(len(clauses))] = self.clause()
            reworded = "，".join(clauses) + "。"
            changed[at : at + 1] = self.random.choice(
                ([reworded], [reworded], [self.sentence()], [], [self.sentence(), sentences[at]])
            )
        return tuple(changed)

    def template(self) -> Template:
        """The beginnings and ends of sentences, between which each user writes its own."""
        return tuple((self._new_clause(), self._new_clause()[:8]) for _ in range(9))

    def filled(self, template: Template) -> Sentences:
        """A text after a template."""
        return tuple(f"{begin}，{self._new_clause()}{self._new_clause()}，{end}。" for begin, end in template)

    def printed(self, sentences: Sentences, name: str, year: int) -> str:
        """The text with its gaps filled, in paragraphs of three sentences."""
        filled = [
            sentence.format(
                office=self.random.choice((name, "我局", name[3:])),
                year=year,
                place=name[:3],
                number=self.random.randint(1, 4_000),
            )
            for sentence in sentences
        ]
        return "\n".join("".join(filled[at : at + 3]) for at in range(0, len(filled), 3))


def made_corpus(reports: int, seed: int) -> Corpus:
    """About so many reports of agencies over five years; a tenth of them copies of other agencies' reports."""
    names = [_agency(number) for number in range(-(-reports // len(_YEARS)))]
    hand, drafts, planted, texts = _Hand(seed), list[_Draft](), list[Planted](), list[str]()
    templates = _templates(hand)
    for number in range(len(names) * len(_YEARS)):
        year, agency = divmod(number, len(names))
        draft, copy = _written(hand, drafts, number, len(names), templates)
        is_as_printed = copy is not None and copy.kind == EXACT
        printed = hand.printed(draft.sentences, names[agency], _YEARS[year])
        texts.append(texts[copy.source] if copy and is_as_printed else printed)
        drafts.append(draft)
        planted += [copy] if copy else []
    families = tuple(draft.families for draft in drafts)
    of_template = {number: draft.template for number, draft in enumerate(drafts) if draft.template is not None}
    return Corpus(_reports(names), _texts(texts), tuple(planted), families, of_template)


def _templates(hand: _Hand) -> Iterator[tuple[int, Template]]:
    for number in count():
        template = hand.template()
        for _ in range(_TEMPLATE_USERS):
            yield number, template


def _written(
    hand: _Hand, drafts: Sequence[_Draft], number: int, agencies: int, templates: Iterator[tuple[int, Template]]
) -> tuple[_Draft, Planted | None]:
    """The text of a report: a copy of another agency's, kept from the year before, after a template, or new."""
    chance = hand.random.random()
    if number > agencies // 10 and chance < _COPY_SHARE:
        source = hand.random.randrange(number)
        if source % agencies != number % agencies:
            return _copied(hand, drafts[source], Planted(number, source, hand.random.choice(KINDS)))
    if number >= agencies and chance < _COPY_SHARE + _STICKY_SHARE:
        before = drafts[number - agencies]
        return _Draft(hand.edited(before.sentences, hand.random.randint(0, 3)), before.families), None
    if chance > 1 - _TEMPLATE_SHARE:
        at, template = next(templates)
        return _Draft(hand.filled(template), frozenset({number}), at), None
    return _Draft(hand.draft(), frozenset({number})), None


def _copied(hand: _Hand, source: _Draft, planted: Planted) -> tuple[_Draft, Planted]:
    sentences, families = source.sentences, source.families
    if planted.kind in EDITED:
        sentences = hand.edited(sentences, EDITED.index(planted.kind) + 1)
    if planted.kind == HALF:
        half = len(sentences) // 2
        sentences, families = (*sentences[:half], *hand.draft()[half:]), families | {planted.report}
    return _Draft(sentences, families), planted


def _agency(number: int) -> str:
    """A name that no other has: 云泽县商务局."""
    first, second = divmod(number // len(_ENDS), len(_LETTERS))
    return f"{chr(0x6C00 + first % 4_000)}{_LETTERS[second]}县{_ENDS[number % len(_ENDS)]}"


def _reports(names: Sequence[str]) -> pl.DataFrame:
    numbers = range(len(names) * len(_YEARS))
    rows = [
        (
            number,
            f"{number:016x}",
            f"{number % len(names):012x}",
            names[number % len(names)],
            _YEARS[number // len(names)],
        )
        for number in numbers
    ]
    frame = pl.DataFrame(rows, schema=["report_number", "report_id", "agency_id", "agency", "year"], orient="row")
    return frame.with_columns(
        pl.col("report_number").cast(pl.UInt32),
        pl.col("year").cast(pl.Int32),
        places=pl.concat_list(pl.lit("云泽省"), pl.col("agency").str.slice(0, 3)),
        region_code=pl.col("agency").str.slice(0, 3),
        parent_code=pl.lit("990000"),
        kind=pl.lit("department"),
        published_on=pl.lit(None, pl.Date),
    )


def _texts(texts: Sequence[str]) -> pl.DataFrame:
    return pl.DataFrame(
        {"report_number": range(len(texts)), "text": texts}, schema_overrides={"report_number": pl.UInt32}
    )
