"""Bytes become text in the charset they are in, whatever a page says; what fits no charset is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.errors import Rejection
from etl.reading.charset import decode

SIMPLIFIED = "霁川市商务局2023年度报告\n一、总体情况\n本年度公开信息32条，收到申请12件，均按期答复。"
TRADITIONAL = "霽川市商務局年度報告\n一、總體情況\n本年度公開資訊，收到申請，均按期答覆。"
COMMON = (
    "的一是了不在有人我他这中大来上个国说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起"
    "还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长信息规章"
)
OF_CHINA = ("utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030")


@pytest.mark.parametrize(
    ("text", "encoding", "charset"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "utf-16", "utf-16-le"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (TRADITIONAL, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "utf-8", "utf-8"),
    ],
)
def test_a_charset_is_told_without_a_declaration(text: str, encoding: str, charset: str) -> None:
    """Protects text files, which never say what they are written in."""
    assert decode(text.encode(encoding)) == (text, charset)


@given(st.text(st.sampled_from(COMMON + "，。、（）0123456789\n\t ABC"), min_size=1), st.sampled_from(OF_CHINA))
def test_any_ordinary_text_comes_back_as_it_was(text: str, encoding: str) -> None:
    """Protects every character: a wrong charset would read other ones without a complaint."""
    text = "报告" + text
    assert decode(text.encode(encoding))[0] == text


@given(st.integers(1, 200), st.sampled_from([b"\xff", b"\xfe\xfe", b"\x80\x80"]))
def test_a_broken_byte_is_never_replaced_in_silence(at: int, broken: bytes) -> None:
    """Protects numbers beside damage: a file with bytes that fit nowhere is refused, not patched."""
    data = (SIMPLIFIED * 3).encode()
    at %= len(data)
    with pytest.raises(Rejection) as refused:
        decode(data[:at] + broken + data[at:])
    assert refused.value.code == "charset_unknown"


def test_damage_in_a_text_says_where_it_is() -> None:
    """Protects the clerk, who can fetch the original again when told that the file is damaged and where."""
    before, after = SIMPLIFIED[:12].encode(), SIMPLIFIED[12:].encode()
    with pytest.raises(Rejection, match=f"第 {len(before) + 1} 个字节"):
        decode(before + b"\xff" + after)


def test_a_description_cut_by_the_site_does_not_lose_the_page() -> None:
    """Protects pages of sites that cut their description through the middle of a character."""
    for encoding in ("utf-8", "gbk"):
        cut = b'<meta name="description" content="' + SIMPLIFIED.encode(encoding)[:7] + b'">'
        text, _ = decode(b"<html><head>" + cut + b"</head><p>" + SIMPLIFIED.encode(encoding))
        assert text.endswith(SIMPLIFIED)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\0\1\2\3" * 100, SIMPLIFIED.encode() + b"\1\2\3\4" * 9])
def test_binary_data_is_not_taken_for_text(data: bytes) -> None:
    """Protects the warehouse from programs and pictures named .txt."""
    with pytest.raises(Rejection) as refused:
        decode(data)
    assert refused.value.code in ("format_unknown", "charset_unknown")


def test_padding_with_zeros_is_no_text() -> None:
    """Protects files that a download tool filled up to a whole block."""
    assert decode(SIMPLIFIED.encode("gbk") + b"\0" * 300) == (SIMPLIFIED, "gb18030")
