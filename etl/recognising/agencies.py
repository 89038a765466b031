"""Where a reporting body belongs: its own name first, and evidence only where the name is not enough.

Nothing is guessed: namesakes without evidence stay `ambiguous`, a place that the gazetteer lacks stays `unresolved`,
and both keep their candidates for a person to choose from.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.recognising.evidence import FOLDER, Evidence, evidence_from
from etl.recognising.gazetteer import Codes, Gazetteer
from etl.recognising.nearest import nearest_places
from etl.recognising.place_names import Reading, branch_place, is_township, read_name, sector_of, zone_of
from etl.recognising.report import Clue
from etl.vocabulary.agencies import (
    AMBIGUOUS,
    DEPARTMENT,
    DEPARTMENT_ENDINGS,
    GOVERNMENT,
    GOVERNMENT_ENDINGS,
    NATIONAL_WORDS,
    OTHER,
    RESOLVED,
    TOWNSHIP,
    UNRESOLVED,
)
from etl.vocabulary.lists import MANIFEST
from etl.vocabulary.regions import COUNTY, PROVINCE

_MOST_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Agency:
    """A reporting body and its division.

    `region_code` is None unless `region_status` is `resolved`; `region_evidence` is a sentence for a person;
    `region_candidates` are the possible codes, best first; `level` is that of the division, None when not resolved;
    `sector` is None for other kinds than departments and where the name tells none.
    """

    name: str
    region_code: str | None
    region_status: str
    region_evidence: str
    region_candidates: tuple[str, ...]
    kind: str
    sector: str | None
    level: str | None


@dataclass(frozen=True, slots=True)
class _Finding:
    """The outcome for a name: status, sentence, codes best first (one when resolved)."""

    status: str
    sentence: str
    codes: tuple[str, ...]


def resolve(
    name: str,
    gazetteer: Gazetteer,
    *,
    year: int | None = None,
    clues: Sequence[Clue] = (),
    folders: Sequence[str] = (),
    region_code: str | None = None,
) -> Agency:
    """The body of a name, with its division as far as it is certain.

    `year` (the year reported on) chooses between divisions of different times; `folders` are names of folders,
    outermost first; `region_code` is what a manifest says, and wins when the gazetteer has it.
    """
    agency = _without_region(name, gazetteer, year)
    stated = gazetteer.get(region_code) if region_code else None
    finding = _Finding(RESOLVED, MANIFEST, (stated.region_code,)) if stated else None
    finding = finding or _find(name, gazetteer, year, tuple(clues), tuple(folders))
    if region_code and not stated:
        finding = replace(finding, sentence=f"{finding.sentence}（{MANIFEST} 给出的代码 {region_code} 不在区划表中）")
    is_certain = finding.status == RESOLVED
    region = gazetteer.get(finding.codes[0]) if is_certain else None
    return replace(
        agency,
        region_code=region.region_code if region else None,
        region_status=finding.status,
        region_evidence=finding.sentence,
        region_candidates=finding.codes,
        level=region.level if region else None,
    )


@lru_cache(maxsize=16384)
def _without_region(name: str, gazetteer: Gazetteer, year: int | None) -> Agency:
    reading = read_name(name, gazetteer, year)
    kind = kind_of(name, reading)
    sector = sector_of(reading.rest) if kind == DEPARTMENT else None
    return Agency(name, None, UNRESOLVED, "", (), kind, sector, None)


def kind_of(name: str, reading: Reading) -> str:
    """The kind of a body: `government`, `department`, `township` or `other`."""
    if is_township(reading.rest):
        return TOWNSHIP
    if name.endswith(GOVERNMENT_ENDINGS) or (reading.place and not reading.rest):
        return GOVERNMENT
    is_zone_committee = bool(zone_of(reading.rest)) and name.endswith(("管理委员会", "管委会"))
    return DEPARTMENT if name.endswith(DEPARTMENT_ENDINGS) and not is_zone_committee else OTHER


def _find(
    name: str, gazetteer: Gazetteer, year: int | None, clues: tuple[Clue, ...], folders: tuple[str, ...]
) -> _Finding:
    reading = _at_the_level_of(name, read_name(name, gazetteer, year))
    if branch := branch_place(reading, gazetteer, year):
        return _Finding(RESOLVED, f"名称：{gazetteer.full_name(branch.region_code)}的分局", (branch.region_code,))
    if len(reading.regions) == 1 and not reading.unknown:
        return _Finding(RESOLVED, _why_unique(reading, gazetteer, year), (reading.regions[0].region_code,))
    evidence = evidence_from(clues, folders, gazetteer)
    if reading.unknown:
        return _lacking(reading, gazetteer, year, evidence)
    return _decide(reading, gazetteer, evidence) if reading.regions else _without_place(name, gazetteer, evidence)


def _at_the_level_of(name: str, reading: Reading) -> Reading:
    """Only provinces have a 厅: 吉林商务厅 is not of 吉林市."""
    provinces = tuple(region for region in reading.regions if region.level == PROVINCE)
    return replace(reading, regions=provinces) if provinces and name.endswith("厅") else reading


def _why_unique(reading: Reading, gazetteer: Gazetteer, year: int | None) -> str:
    (region,) = reading.regions
    if zone := zone_of(reading.rest):
        return f"名称：“{zone}”不是行政区划，归入所在的{gazetteer.full_name(region.region_code)}"
    if reading.is_short:
        return f"名称：“{reading.place}”只能是{gazetteer.full_name(region.region_code)}"
    if len(gazetteer.named(reading.place)) == 1:
        return f"名称：“{reading.place}”全国唯一"
    reason = f"在 {year} 年唯一" if gazetteer.knows_name(reading.place) else "含上级地名"
    return f"名称：“{reading.place}”{reason}"


def _decide(reading: Reading, gazetteer: Gazetteer, evidence: Sequence[Evidence]) -> _Finding:
    """Namesakes: what all the evidence together leaves; `ambiguous` when it leaves none or several."""
    everyone = tuple(region.region_code for region in reading.regions)
    fits = [(piece, _fitting(piece, everyone, gazetteer)) for piece in evidence]
    telling = [(piece, codes) for piece, codes in fits if codes and len(codes) < len(everyone)]
    against = [piece.sentence for piece, codes in fits if not codes and piece.is_firm]
    left = frozenset(everyone).intersection(*(codes for _, codes in telling))
    sentences = [piece.sentence for piece, _ in telling]
    if len(left) == 1 and not against:
        return _Finding(RESOLVED, "；".join(sentences), tuple(left))
    ranked = tuple(sorted(everyone, key=lambda code: (-sum(code in codes for _, codes in telling), code)))
    if against or not left:
        reason = f"依据互相矛盾：{'；'.join(sentences + against)}"
    else:
        reason = f"{'；'.join(sentences)}，仍有 {len(left)} 处可能" if sentences else "没有可以区分的依据"
    return _Finding(AMBIGUOUS, f"名称“{reading.place}”有 {len(everyone)} 处同名，{reason}", ranked)


def _fitting(evidence: Evidence, candidates: Sequence[str], gazetteer: Gazetteer) -> Codes:
    """The candidates in the divisions pointed to; a pointer that fits all of them (their own name) tells nothing."""
    fits = [frozenset(one for one in candidates if _lies_in(one, codes, gazetteer)) for codes in evidence.pointers]
    telling = [codes for codes in fits if len(codes) < len(candidates)]
    return frozenset[str]().union(*(telling if any(telling) else fits))


def _lies_in(code: str, outer: Codes, gazetteer: Gazetteer) -> bool:
    return any(gazetteer.is_within(code, one) for one in outer)


def _lacking(reading: Reading, gazetteer: Gazetteer, year: int | None, evidence: Sequence[Evidence]) -> _Finding:
    """A place that the gazetteer does not have, with the nearest names it has."""
    outer = tuple(region.region_code for region in reading.regions)
    near = [region.region_code for region in nearest_places(reading.unknown, gazetteer, year, outer)]
    fits = [frozenset(code for code in near if _lies_in(code, piece.codes, gazetteer)) for piece in evidence]
    ranked = sorted(near, key=lambda code: -sum(code in codes for codes in fits))
    hint = "，列出相近的地名供核对" if near else ""
    sentence = f"名称中的“{reading.place}{reading.unknown}”不在区划表中{hint}"
    return _Finding(UNRESOLVED, sentence, tuple(ranked) or outer)


def _without_place(name: str, gazetteer: Gazetteer, evidence: Sequence[Evidence]) -> _Finding:
    """A name without a place: only a folder that leaves no choice of level decides, the rest offers candidates."""
    folder = next((piece for piece in evidence if piece.kind == FOLDER), None)
    if folder is not None and (codes := _only(folder.codes, name, gazetteer)):
        return _Finding(RESOLVED, folder.sentence, codes)
    candidates = tuple(dict.fromkeys(code for piece in evidence for code in sorted(piece.codes)))
    hints = f"；线索：{'；'.join(piece.sentence for piece in evidence)}" if evidence else ""
    return _Finding(UNRESOLVED, f"{_why_no_place(name)}{hints}", candidates[:_MOST_CANDIDATES])


def _why_no_place(name: str) -> str:
    if not name:
        return "文件中没有写明单位名称"
    return "全国性机构，不属于一个地方" if name.startswith(NATIONAL_WORDS) else "名称中没有地名"


def _only(codes: Codes, name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The one code that a body without a place in its name can have; empty when there is a choice.

    That is a county, a prefecture without counties, or the province of a 厅.
    """
    is_unsaid = not name or name.startswith(NATIONAL_WORDS)
    region = gazetteer.get(next(iter(codes))) if len(codes) == 1 and not is_unsaid else None
    if region is None:
        return ()
    is_lowest = region.level == COUNTY or not gazetteer.children(region.region_code)
    is_provincial = region.level == PROVINCE and name.endswith("厅")
    return (region.region_code,) if is_lowest or is_provincial else ()
