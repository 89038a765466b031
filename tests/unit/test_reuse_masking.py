"""What is set aside before texts are compared, and that nothing of the original is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reuse.masking import BREAK, MARK, Owner, masked, masked_with_places, own_names
from etl.side_by_side import shared_runs
from etl.vocabulary.sentences import sentences_of

OWNER = Owner("青河县商务局", ("云泽省", "云州市", "青河县"))
OTHER = Owner("白山区教育局", ("云泽省", "泽州市", "白山区"))
PIECES = (
    "青河县 商务局 我局 全县 基本单位 2023年 ２０２３年 二〇二三年 1,234.5 12 （一） ⑴ ㈠ ﬁ … "
    "，。；！ \n \u3000 \u200b \ue000 公开 时效 不足 云州市 白山区教育局 𠮷"
)
texts = st.lists(st.sampled_from([*PIECES.split(" "), " ", "\n", "。"]), max_size=40).map("".join)


def as_compared(text: str, owner: Owner = OWNER) -> str:
    """The text with its names as #."""
    return masked(sentences_of(text), owner).replace(MARK, "#").replace(BREAK, "|")


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("2023年　收到 １２ 件，共1,234.5万元。", "0年收到0件,共0万元。"),
        ("二〇二三年和2022年", "0年和0年"),
        ("青河县商务局、青河县人民政府、青河、商务局、我局", "#、#、#、#、#"),
        ("云泽省云州市青河县商务局", "#"),
        ("云州市青河县县政府办公室", "#"),
        ("全县各单位，本委、本单位，本级政府", "#各单位,#、#,#"),
        ("基本单位；办理办法；全市场；资本局部；委员", "基本单位;|办理办法;|全市场;|资本局部;|委员"),
        ("白山区教育局", "白山区教育局"),
    ],
)
def test_what_a_copy_changes_is_set_aside_and_nothing_else(text: str, compared: str) -> None:
    """Protects the measures: numbers, years and own names count for nothing, words that look like them are kept."""
    assert as_compared(text) == compared


def test_no_name_of_one_letter_is_masked() -> None:
    """Protects texts from losing single letters that stand everywhere: a place of two letters is taken whole."""
    for owner in (OWNER, Owner("义县商务局", ("辽宁省", "锦州市", "义县")), Owner("县政府"), Owner("")):
        assert all(len(name) > 1 for name in own_names(owner))


def test_a_copy_under_another_name_is_the_same_text() -> None:
    """Protects finding copies: with names, years and numbers changed a text is letter for letter the same."""
    text = "{year}年，{name}收到{count}件。我{kind}加强培训，{place}各单位参加{count}次。"
    first = text.format(year=2022, name="青河县商务局", count=7, kind="局", place="青河县")
    copy = text.format(year=2023, name="白山区教育局", count=128, kind="委", place="白山区")
    assert as_compared(first) == as_compared(copy, OTHER)


@given(texts, st.sampled_from([OWNER, OTHER, Owner("")]))
def test_places_of_letters_tell_the_same_text(text: str, owner: Owner) -> None:
    """Protects what is shown from being another text than what is measured; places follow one another."""
    whole, places = masked_with_places(text, owner)
    assert whole == masked(sentences_of(text), owner)
    assert len(whole) == len(places)
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert [start for start, _ in places] == sorted(start for start, _ in places)


@given(texts, texts)
def test_runs_are_together_the_text(text: str, other: str) -> None:
    """Protects the reader: whatever is marked, every letter of both texts stands there, once and in order."""
    own, others = shared_runs(text, OWNER, other, OTHER)
    assert "".join(run.text for run in own) == text
    assert "".join(run.text for run in others) == other


@given(texts)
def test_a_text_shares_all_of_itself(text: str) -> None:
    """Protects the marks: of two equal texts every letter is marked as shared, unless they are too short to compare."""
    own, _ = shared_runs(text, OWNER, text, OWNER)
    long_enough = len(masked(sentences_of(text), OWNER).replace(BREAK, "")) >= 5
    letters = "".join(run.text for run in own if not run.is_shared)
    assert not long_enough or not [letter for letter in letters if letter not in " \n\u3000\u200b\ue000"]


def test_shared_runs_show_what_is_only_set_aside() -> None:
    """Protects from reading a shared run as letter for letter the same: names and numbers in it are told apart."""
    own, others = shared_runs("我局收到12件，已经办结。另有新事", OWNER, "本委收到7件，已经办结。", OTHER)
    assert [run.text for run in own if run.is_shared] == ["我局", "收到", "12", "件，已经办结。"]
    assert [run.text for run in own if run.is_masked] == ["我局", "12"]
    assert [run.text for run in own if not run.is_shared] == ["另有新事"]
    assert all(run.is_shared for run in others)
