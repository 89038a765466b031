"""Bytes → (text, charset): strict decoding decides, a page's own declaration only breaks ties.

Pages lie about their charset and text files say nothing. So every likely charset is tried without replacing
a single character, and among those that fit, the one whose characters are the common ones of Chinese is taken.
"""

import codecs
import re
from collections.abc import Iterable
from functools import cache

from etl.errors import Rejection

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FAMILY = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cp950": "big5hkscs", "utf-8": "utf-8",
    "utf8": "utf-8",
}  # fmt: skip
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE
)
_META = re.compile(rb"<meta\b[^<>]*>", re.IGNORECASE)
_HEAD = 65_536
_SAMPLE = 800
_COMMON_ENOUGH = 0.5
_DECLARED_BONUS = 0.1
_ASCII = bytes(range(128))
_CONTROL = bytes((*range(1, 9), *range(14, 27), *range(28, 32), 127))
_MOST_CONTROL = 0.002
_TWO_HANZI = re.compile("[\u3400-\u9fff]{2}")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its charset (utf-8, utf-16-le, utf-16-be, gb18030, big5hkscs …).

    Raises `Rejection`: `charset_unknown` when no charset fits strictly, `format_unknown` for binary data.
    """
    text, charset = _decode(data)
    sample = b"" if charset.startswith(("utf-16", "utf-32")) else data[:_HEAD]
    if len(sample) - len(sample.translate(None, _CONTROL)) > len(sample) * _MOST_CONTROL:
        raise Rejection("format_unknown", "不是文字文件")
    return text.lstrip("\ufeff"), charset


def _decode(data: bytes) -> tuple[str, str]:
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], charset), charset
    if b"\0" in data.rstrip(b"\0"):
        return _decode_wide(data)
    # Some download tools pad a file with zero bytes to a whole block.
    data = data.rstrip(b"\0")
    # Sites cut their description to a number of bytes, through the middle of a character; nobody sees it.
    found = _best(data) or _best(_META.sub(b" ", data))
    if found is None:
        raise Rejection("charset_unknown", _where_utf8_breaks(data))
    return found


def _strictly(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        raise Rejection("charset_unknown", f"文件标明 {charset}，第 {error.start + 1} 个字节起不符") from error


def _decode_wide(data: bytes) -> tuple[str, str]:
    """UTF-16 without a mark: zero bytes stand beside every ASCII character."""
    fits = [(text, charset) for charset in ("utf-16-le", "utf-16-be") if (text := _try(data, charset)) is not None]
    scored = [(_share_of_known(text[:_SAMPLE]), text, charset) for text, charset in fits if "\0" not in text]
    score, text, charset = max(scored, default=(0.0, "", ""))
    if score < _COMMON_ENOUGH:
        raise Rejection("format_unknown", "不是文字文件")
    return text, charset


def _share_of_known(text: str) -> float:
    known = _common("gb18030") | _common("big5hkscs")
    return sum(character in known or " " <= character <= "~" or character.isspace() for character in text) / len(text)


def _best(data: bytes) -> tuple[str, str] | None:
    """The charset that fits the bytes strictly and reads most like Chinese; None when none does."""
    text = _try(data, "utf-8")
    if text is not None and (text.isascii() or _holds_hanzi(data)):
        return text, "utf-8"
    fits = [(text, "utf-8", max(_COMMON_ENOUGH, _likeness(text, "gb18030")))] if text is not None else []
    fits += _eight_bit(data)
    if not fits:
        return None
    text, charset, score = max(fits, key=lambda fit: fit[2])
    return (text, charset) if score >= _COMMON_ENOUGH else None


def _holds_hanzi(data: bytes) -> bool:
    """Whether UTF-8 data holds a word of Chinese; other charsets that fit it by chance do not read like that."""
    beyond = data.translate(None, _ASCII)[: _SAMPLE * 3]
    return _TWO_HANZI.search(beyond.decode("utf-8", "ignore")) is not None


def _eight_bit(data: bytes) -> Iterable[tuple[str, str, float]]:
    declared = _declared(data)
    for charset in ("gb18030", "big5hkscs"):
        if (text := _try(data, charset)) is not None:
            yield text, charset, _likeness(text, charset) + (_DECLARED_BONUS if charset == declared else 0.0)


def _try(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    name = (found[1] or found[2]).decode("ascii").lower() if found else ""
    return _FAMILY.get(name, "")


def _likeness(text: str, charset: str) -> float:
    """The share of the characters beyond ASCII that are common ones in a charset."""
    sample = ""
    for found in _BEYOND_ASCII.finditer(text):
        sample += found[0]
        if len(sample) > _SAMPLE:
            break
    return sum(map(_common(charset).__contains__, sample)) / len(sample) if sample else 0.0


@cache
def _common(charset: str) -> frozenset[str]:
    """The marks and the frequent hanzi of a charset: both GB 2312 and Big5 put them in rows of their own."""
    leads, trails = (
        ((0xA1, 0xA3), (0xB0, 0xD7)), ((0xA1, 0xFE),)
    ) if charset == "gb18030" else (
        ((0xA1, 0xA3), (0xA4, 0xC6)), ((0x40, 0x7E), (0xA1, 0xFE))
    )  # fmt: skip
    pairs = (
        bytes((lead, trail))
        for first, last in leads
        for lead in range(first, last + 1)
        for low, high in trails
        for trail in range(low, high + 1)
    )
    return frozenset(character for pair in pairs for character in pair.decode(charset, "ignore"))


def _where_utf8_breaks(data: bytes) -> str:
    """For the clerk: a file that is UTF-8 but for one broken place is damaged, not in a strange charset."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _TWO_HANZI.search(data[: error.start].decode("utf-8")):
            return f"像是 UTF-8，第 {error.start + 1} 个字节起有损坏"
    return ""
