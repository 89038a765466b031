"""What a document, its folders and its telephone say about where it is from, as sets of divisions.

Each piece of evidence names the divisions it points to, so that it can be weighed against the candidates of a name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.recognising.gazetteer import Codes, Gazetteer, Regions
from etl.recognising.report import Clue

FOLDER = "文件夹"
TELEPHONE = "联系电话区号"
POSTCODE = "邮政编码"
WEB_SITE = "网站域名"
ISSUER = "发布单位"
TEXT = "文中提到"
_FIRM = frozenset({FOLDER, TELEPHONE})
_MOST_NAMED = 3
_FEWEST_LETTERS_ANYWHERE = 5
_NOT_CHINESE = re.compile(r"[^\u4e00-\u9fff]+")
_ENDING = re.compile("[省市县区州盟旗]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kind of evidence: what it says in a sentence, and for each thing said the divisions it points to."""

    kind: str
    sentence: str
    pointers: tuple[Codes, ...]

    @property
    def is_firm(self) -> bool:
        """Whether evidence that fits no candidate is a contradiction; other kinds then say nothing."""
        return self.kind in _FIRM

    @property
    def codes(self) -> Codes:
        """All divisions pointed to."""
        return frozenset[str]().union(*self.pointers)


def evidence_from(clues: tuple[Clue, ...], folders: tuple[str, ...], gazetteer: Gazetteer) -> tuple[Evidence, ...]:
    """All that points to a place, the firmest first: folders, telephones, postcodes, web sites, places in the text."""
    found = (
        *_from_folders(folders, gazetteer),
        _from_telephones(_texts(clues, "phone"), gazetteer),
        _from_postcodes(_texts(clues, "postcode"), gazetteer),
        _from_hosts(_texts(clues, "domain"), gazetteer),
        _from_issuers(_texts(clues, "issuer"), gazetteer),
        _from_places(_texts(clues, "place"), gazetteer),
    )
    return tuple(evidence for evidence in found if evidence is not None)


def _texts(clues: Sequence[Clue], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clue.text for clue in clues if clue.kind == kind))


def _from_folders(folders: Sequence[str], gazetteer: Gazetteer) -> Iterator[Evidence]:
    """One piece per folder that names a place, the innermost first, each within those around it where it can be."""
    outer: Codes = frozenset()
    found: list[Evidence] = []
    for folder in folders:
        if places := places_in(folder, gazetteer):
            outer = _within(places[-1], outer, gazetteer) or places[-1]
            found.append(Evidence(FOLDER, f"{FOLDER}“{folder}”", (outer,)))
    yield from reversed(found)


def _from_telephones(phones: Sequence[str], gazetteer: Gazetteer) -> Evidence | None:
    area_codes = dict.fromkeys(phone.partition("-")[0] for phone in phones)
    known = {code: regions for code in area_codes if (regions := gazetteer.with_area_code(code))}
    says = "、".join(f"{code} → {_named(regions, gazetteer)}" for code, regions in known.items())
    return _evidence(TELEPHONE, f"{TELEPHONE} {says}", known, gazetteer)


def _from_postcodes(postcodes: Sequence[str], gazetteer: Gazetteer) -> Evidence | None:
    known = {postcode: codes for postcode in postcodes if (codes := gazetteer.with_postcode(postcode))}
    says = "、".join(f"{postcode} → {_named(codes, gazetteer)}" for postcode, codes in known.items())
    return _evidence(POSTCODE, f"{POSTCODE} {says}", known, gazetteer)


def _from_hosts(hosts: Sequence[str], gazetteer: Gazetteer) -> Evidence | None:
    known = {host: codes for host in hosts if (codes := _of_host(host, gazetteer))}
    says = "、".join(f"{host} → {_named(codes, gazetteer)}" for host, codes in known.items())
    return _evidence(WEB_SITE, f"{WEB_SITE} {says}", known, gazetteer)


def _of_host(host: str, gazetteer: Gazetteer) -> Codes:
    """The divisions of the part before gov.cn; of parts further left only when they are too long for initials."""
    *others, last = host.removesuffix(".gov.cn").split(".")
    long = (label for label in reversed(others) if len(label) >= _FEWEST_LETTERS_ANYWHERE)
    return next((codes for label in (last, *long) if (codes := gazetteer.with_web_name(label))), frozenset())


def _from_issuers(issuers: Sequence[str], gazetteer: Gazetteer) -> Evidence | None:
    known = {issuer: places[-1] for issuer in issuers if (places := places_in(issuer, gazetteer))}
    return _evidence(ISSUER, f"{ISSUER}“{'”“'.join(known)}”", known, gazetteer)


def _from_places(places: Sequence[str], gazetteer: Gazetteer) -> Evidence | None:
    known = {place: _codes(regions) for place in places if (regions := gazetteer.named(place))}
    return _evidence(TEXT, f"{TEXT}“{'”“'.join(known)}”", known, gazetteer)


def _evidence(kind: str, sentence: str, known: Mapping[str, Codes], gazetteer: Gazetteer) -> Evidence | None:
    """Evidence without the divisions that only contain others named: 山东省 beside 枣庄市 adds nothing."""
    pointers = set(known.values())
    inner = tuple(
        one for one in pointers if not any(_within(other, one, gazetteer) == other for other in pointers - {one})
    )
    return Evidence(kind, sentence, inner or tuple(pointers)) if known else None


def _within(inner: Codes, outer: Codes, gazetteer: Gazetteer) -> Codes:
    return frozenset(code for code in inner if any(gazetteer.is_within(code, one) for one in outer))


def _codes(regions: Regions) -> Codes:
    return frozenset(region.region_code for region in regions)


def _named(codes: Codes, gazetteer: Gazetteer) -> str:
    outermost = [code for code in sorted(codes) if not _within(frozenset({code}), codes - {code}, gazetteer)]
    names = [gazetteer.full_name(code) for code in outermost]
    return "、".join(names[:_MOST_NAMED]) + ("等" if len(names) > _MOST_NAMED else "")


def places_in(text: str, gazetteer: Gazetteer) -> tuple[Codes, ...]:
    """The divisions named in a short text in order, each within the one before it where it can be.

    A name without its kind counts only when it is all that the text says, numbers and marks aside.
    """
    if short := gazetteer.named_short(_NOT_CHINESE.sub("", text)):
        return (_codes(short),)
    found: list[Codes] = []
    for regions in _named_in(text, gazetteer):
        codes = _codes(regions)
        found.append(_within(codes, found[-1] if found else frozenset(), gazetteer) or codes)
    return tuple(found)


def _named_in(text: str, gazetteer: Gazetteer) -> Iterator[Regions]:
    """The divisions whose full name stands in the text, left to right, the longest at each place."""
    start = 0
    for end in (found.end() for found in _ENDING.finditer(text)):
        earliest = max(start, end - gazetteer.longest_name)
        regions = next((names for at in range(earliest, end - 1) if (names := gazetteer.named(text[at:end]))), ())
        if regions and text[end - 1 : end + 1] != "市场":
            start = end
            yield regions
