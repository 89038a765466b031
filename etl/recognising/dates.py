"""Years and dates as printed: 2020年, 202020年 (a typing error), 二〇二〇年, 2021-01-29, 二〇二一年一月二十九日.

What can be read in more than one way is None.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

FIRST_YEAR: Final = 2007
"""The Regulations of 2007 ask for the first reports; no report speaks of an earlier year."""
_LAST_YEAR: Final = 2099

_CHINESE: Final = {digit: value for value, digits in enumerate(("〇○零0ОO", *"一二三四五六七八九")) for digit in digits}
_CHINESE_DIGIT: Final = "".join(_CHINESE)
_PRINTED_YEAR: Final = rf"(?:20[0-9]{{2}}(?![0-9])|[0-9]{{5,6}}(?=年)|二[{_CHINESE_DIGIT}]{{3}}(?=年))"
_YEAR: Final = re.compile(rf"(?<![0-9])(?P<year>{_PRINTED_YEAR})(?P<kind>年度|度|年(?![0-9]{{1,2}}月)|(?!年))")
_PERIOD: Final = re.compile(
    r"(?<![0-9])([0-9]{4,6})年0?1月0?1日(?:起|开始)?[^。;；\n0-9]{0,4}(?:([0-9]{4,6})年)?12月31日"
)
_DATE: Final = re.compile(r"(?<![0-9])(20[0-9]{2}) ?[年./-] ?([0-9]{1,2}) ?[月./-] ?([0-9]{1,2})(?![0-9]) ?日?")
_CHINESE_DATE: Final = re.compile(
    rf"(二[{_CHINESE_DIGIT}]{{3}})年([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})日"
)


def read_year(printed: str) -> int | None:
    """The year of a run of digits, Arabic or Chinese; of five or six digits the only year in it, else None."""
    if printed[:1] == "二":
        return _plausible("".join(str(_CHINESE[digit]) for digit in printed))
    found = {year for at in range(len(printed) - 3) if (year := _plausible(printed[at : at + 4])) is not None}
    return found.pop() if len(found) == 1 else None


def _plausible(digits: str) -> int | None:
    return int(digits) if digits.isdecimal() and FIRST_YEAR <= int(digits) <= _LAST_YEAR else None


def year_of_title(title: str) -> int | None:
    """The year that a title names; where it names several, the one called 年度; None when that is not one."""
    found: dict[str, set[int]] = {"年度": set(), "": set()}
    for match in _YEAR.finditer(title):
        if (year := read_year(match["year"])) is not None:
            found["年度" if match["kind"] in ("年度", "度") else ""].add(year)
    years = found["年度"] if len(found["年度"]) == 1 else found["年度"] | found[""]
    return years.pop() if len(years) == 1 else None


def without_years(title: str) -> str:
    """The title without the years it names."""
    return _YEAR.sub("", title)


def year_of_period(text: str) -> int | None:
    """The year of the first statistical period (1 January to 31 December) that is one year; None when there is none."""
    for start, end in _PERIOD.findall(text):
        years = {read_year(start), read_year(end or start)} - {None}
        if len(years) == 1:
            return years.pop()
    return None


def first_year_called_so(text: str) -> int | None:
    """The first year in the text that is called 年度; None when there is none."""
    for match in _YEAR.finditer(text):
        if match["kind"] == "年度" and (year := read_year(match["year"])) is not None:
            return year
    return None


def dates_in(text: str) -> Iterator[date]:
    """The dates in the text that can be, Arabic ones first."""
    for year, month, day in _DATE.findall(text):
        yield from _date(int(year), int(month), int(day))
    for year, month, day in _CHINESE_DATE.findall(text):
        yield from _date(read_year(year) or 0, _chinese_number(month), _chinese_number(day))


def is_only_a_date(text: str) -> bool:
    """Whether a line holds a date and nothing else."""
    bare = text.strip(" ()（）[]【】\t")
    return (_DATE.fullmatch(bare) or _CHINESE_DATE.fullmatch(bare)) is not None


def without_dates(text: str) -> str:
    """The text without its dates."""
    return _CHINESE_DATE.sub("", _DATE.sub("", text))


def _date(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return


def _chinese_number(digits: str) -> int:
    """十 → 10, 十二 → 12, 二十九 → 29."""
    tens, ten, ones = digits.rpartition("十")
    return (_CHINESE[tens] if tens else 1) * 10 * bool(ten) + (_CHINESE[ones] if ones else 0)
