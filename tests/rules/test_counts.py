"""The reader of counts on labelled sentences of our own: how often it is right, and how much it finds.

`narrative_sentences.csv` holds sentences in the manner of annual reports with what a careful person takes from each:
`received=12` is a count to compare with the table, `received=12?` one that may mean something else. A certain claim is
what may become a fail; precision and recall are those of certain claims, and stand in the manual word for word.
`worked` sentences were at hand when the patterns were written; `fresh` ones were written afterwards (one of them
changed a rule: none at all needs no object).
"""

import csv
from collections import Counter
from pathlib import Path
from typing import Final

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.checking.counts import WORTH_READING, Claim, may_count, read_counts, squeezed
from etl.checking.doubts import Setting
from etl.checking.figures import number_of
from etl.checking.passages import sentences
from tests.conftest import ROOT

YEAR, AGENCY = 2023, "霁川县商务局"
LABELLED: Final = Path(__file__).with_name("narrative_sentences.csv")
RECALL_EXPECTED: Final = 0.9
SENTENCES_EXPECTED: Final = 200


def labelled() -> list[dict[str, str]]:
    """The labelled sentences: section, before (the sentence before in the paragraph), sentence, claims."""
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(row: dict[str, str]) -> tuple[Claim, ...]:
    """The claims of a labelled sentence."""
    return read_counts(row["sentence"], Setting(YEAR, AGENCY, row["section"], row["before"]))


def said(claims: list[Claim]) -> Counter[str]:
    """Claims as the labels write them, doubts aside."""
    return Counter(f"{claim.quantity}={claim.value}" for claim in claims)


def measured(kind: str) -> tuple[int, int, int, int]:
    """Sentences of a kind, and their certain claims that are right, that are read, and that are labelled."""
    rows = [row for row in labelled() if row["kind"] == kind]
    right = found = wanted = 0
    for row in rows:
        certain, labels = said([claim for claim in read(row) if not claim.doubt]), certain_labels(row)
        right += (certain & labels).total()
        found += certain.total()
        wanted += labels.total()
    return len(rows), right, found, wanted


def certain_labels(row: dict[str, str]) -> Counter[str]:
    """What a careful person is certain of."""
    return Counter(label for label in row["claims"].split() if not label.endswith("?"))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["sentence"][:40]) for row in labelled()])
def test_a_certain_claim_is_always_right(row: dict[str, str]) -> None:
    """Protects agencies from a false alarm: what the reader is certain of is what a careful person reads."""
    assert not said([claim for claim in read(row) if not claim.doubt]) - certain_labels(row)


@pytest.mark.parametrize(("kind", "name"), [("worked", "编写读取规则时用过的"), ("fresh", "写好规则之后另拟的")])
def test_precision_and_recall_are_as_published(kind: str, name: str) -> None:
    """Protects the published figures: every certain claim right, recall not below what is said."""
    sentences, right, found, wanted = measured(kind)
    assert right == found
    assert right / wanted >= RECALL_EXPECTED
    published = (
        f"{name} {sentences} 个句子中有 {wanted} 处可与表格比较的件数，判为确定的 {found} 处全部正确"
        f"（准确率 100%），召回率 {right / wanted:.1%}"
    )
    assert published in (ROOT / "docs" / "manual.zh.md").read_text(encoding="utf-8")


def test_labelled_sentences_are_many_and_each_there_once() -> None:
    """Protects the measure from counting a sentence twice, and from resting on few."""
    assert len(labelled()) >= SENTENCES_EXPECTED
    keys = Counter((row["section"], row["before"], row["sentence"]) for row in labelled())
    assert max(keys.values()) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("三", 3),
        ("十二", 12),
        ("二十", 20),
        ("二百零五", 205),
        ("一千二百", 1200),
        ("两", 2),
        ("一二", None),
    ],
)
def test_numbers_are_read_in_digits_and_in_chinese(text: str, value: int | None) -> None:
    """Protects counts written out in characters."""
    assert number_of(text) == value


@given(st.sampled_from([row["sentence"] for row in labelled()]), st.integers(0, 99999))
@settings(max_examples=60, deadline=None)
def test_claims_stand_where_they_say_whatever_the_number(sentence: str, number: int) -> None:
    """Protects the highlighting: a claim's words are in the sentence, its number among them, in any spacing."""
    spaced = sentence.replace("12", f" {number} ")
    for claim in read_counts(spaced, Setting(YEAR, AGENCY, "requests")):
        words = squeezed(spaced)[claim.start : claim.end]
        assert words
        if words.count(str(claim.value)) == 0:
            assert (
                not any(letter.isascii() and letter.isdigit() for letter in words) or "," in words or claim.value == 0
            )


@given(st.text(alphabet="收到申请公开办结转下年度，。、0123456789件其中（）无未 \n一十百", max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    """Protects loads from a sentence nobody thought of."""
    for claim in read_counts(text, Setting(YEAR, AGENCY, "overview")):
        assert claim.value >= 0
        assert claim.start <= claim.end <= len(squeezed(text))


def is_screened_out(text: str) -> bool:
    """Whether the screen over whole sections, which Polars reads, passes the text over."""
    return not pl.Series([text]).str.contains(WORTH_READING).item()


@pytest.mark.parametrize("row", [pytest.param(row, id=row["sentence"][:40]) for row in labelled()])
def test_the_screen_never_passes_over_a_sentence_that_counts(row: dict[str, str]) -> None:
    """Protects the rule from its own haste: what is screened out unread says no count."""
    assert read(row) == () or not is_screened_out(f"前文。\n{row['before']}{row['sentence']}\n后文")


@given(st.text(alphabet="收到申请公开办结转，。！、0０零12三件条余无未 \n\r\t\x1c\u3000\x85", max_size=40))
@settings(max_examples=300, deadline=None)
def test_the_screen_and_the_reader_know_the_same_texts(text: str) -> None:
    """Protects odd texts: white space that Python knows and Polars does not, signs at the end of lines."""
    if is_screened_out(text):
        assert not any(may_count(sentence.text) for sentence in sentences(text))
