"""Rows about section five of the invented warehouse: its sentences and themes, what it repeats, who shares it."""

import json
import re
from typing import Final

from etl.vocabulary.reuse import BEFORE, NO_PREVIOUS, NO_SECTION, NONE_ALIKE, OWN_REPORT, PEER_REPORT, YEAR_NOT_KNOWN
from etl.vocabulary.tables import TABLE_BY_NAME
from tests.warehouse_rows import Row, complete

Rows = dict[str, list[Row]]

SHARED_BY: Final = (
    # agency, year, inside one parent with the first
    ("云泽省商务厅@990000", 2021, True),
    ("云州市商务局@990100", 2022, True),
    ("泽州市商务局@990200", 2023, True),
    ("天涯市教育局@998100", 2024, False),
)
"""Who uses the one shared text of the invented warehouse, the first publisher first."""
_SENTENCE: Final = re.compile(r"[^。\n]+[。\n]?")
_THEMES: Final = {"时效": "timeliness", "检查": "oversight", "台账": "institutions"}
_WHOSE: Final = ("region_code", "year", "kind", "sector")
_RANKED: Final = "government"


def add_reuse(rows: Rows) -> None:
    """Sentences with roles and themes, measures of every current report, the alike pairs of SHARED_BY."""
    _tell_sentences(rows)
    _count_themes(rows)
    _measure(rows)
    _share(rows)
    count_texts(rows)


def count_texts(rows: Rows) -> None:
    """What is counted ahead about section five, from the rows that are there now."""
    measures = [c.name for c in TABLE_BY_NAME["text_counts"].columns[7:]]
    with_sentence = {row["report_id"] for row in rows["sentences"]}
    texts: dict[tuple[object, ...], Row] = {}
    whose = {row["report_id"]: tuple(row[name] for name in _WHOSE) for row in rows["text_reuse"]}
    for row in rows["text_reuse"]:
        group = whose[row["report_id"]]
        counts = texts.setdefault(group, complete("text_counts", **dict(zip(_WHOSE, group, strict=True))))
        there = {"reports": True, "written": row["characters"] is not None, "told": row["report_id"] in with_sentence}
        _add(counts, there | {name: row[name] is not None for name in measures})
    themes: dict[tuple[object, ...], Row] = {}
    for row in (row for row in rows["problem_themes"] if row["report_id"] in whose):
        group = (*whose[row["report_id"]], row["theme"])
        named = dict(zip((*_WHOSE, "theme"), group, strict=True))
        is_named, again = bool(row["named"]), row["is_repeated"]
        counts = themes.setdefault(group, complete("theme_counts", **named))
        compared = {"compared": is_named and again is not None, "repeated": is_named and bool(again)}
        _add(counts, {"named": is_named, "promised": bool(row["promised"]), **compared})
    rows["text_counts"], rows["theme_counts"] = list(texts.values()), list(themes.values())


def _add(counts: Row, more: dict[str, bool]) -> None:
    for name, counts_too in more.items():
        counts[name] = int(str(counts[name])) + counts_too


def matched(report_id: str, other_id: str, kind: str, **known: object) -> Row:
    """An alike pair: the later report, the earlier one, and what is known of both."""
    measures = {"containment": 0.9, "other_containment": 0.8, "resemblance": 0.7, "other_published": BEFORE}
    return complete("text_matches", report_id=report_id, other_report_id=other_id, kind=kind, **{**measures, **known})


def _tell_sentences(rows: Rows) -> None:
    for section in rows["sections"]:
        for position, text in enumerate(_SENTENCE.findall(str(section["text"])), start=1):
            words = [word for word in _THEMES if word in text]
            role = "problem" if "有待" in text else "measure" if words else "other"
            told = [(role, "有待"), *((_THEMES[word], word) for word in words)]
            rows["sentences"].append(complete(
                "sentences", report_id=section["report_id"], position=position, text=text.strip(), role=role,
                theme=_THEMES[words[0]] if words else None, themes=json.dumps([_THEMES[word] for word in words]),
                words=json.dumps([_says(*one, text) for one in told if one[1] in text], ensure_ascii=False),
            ))  # fmt: skip  # one row, one line of names and one of values


def _says(what: str, word: str, text: str) -> dict[str, object]:
    start = text.find(word)
    return {"says": what, "word": word, "start": start, "end": start + len(word)}


def _count_themes(rows: Rows) -> None:
    """Named and promised by theme; timeliness was promised before in every second year."""
    told: dict[tuple[object, str], dict[str, int]] = {}
    for sentence in rows["sentences"]:
        for theme in json.loads(str(sentence["themes"])):
            counts = told.setdefault((sentence["report_id"], theme), {"named": 0, "promised": 0})
            counts["named" if sentence["role"] == "problem" else "promised"] += 1
    of_report = {row["report_id"]: row for row in rows["indicators"]}
    there = {(row["agency_id"], row["year"]) for row in rows["indicators"]}
    for (report_id, theme), counts in told.items():
        report = of_report.get(report_id)
        if report is None:
            continue
        year = report["year"]
        before: Row = {}
        if isinstance(year, int) and (report["agency_id"], year - 1) in there:
            promised = year % 2
            before = {"named_before": 1, "promised_before": promised, "is_repeated": bool(promised and counts["named"])}
        rows["problem_themes"].append(complete("problem_themes", report_id=report_id, theme=theme, **counts, **before))


def _measure(rows: Rows) -> None:
    """Measures that follow from the number of the report; governments are ranked, the others are too few."""
    written = {row["report_id"] for row in rows["sections"] if str(row["text"]).strip()}
    by_year = {(row["agency_id"], row["year"]): row["report_id"] for row in rows["indicators"]}
    for number, report in enumerate(rows["indicators"]):
        year = report["year"]
        before = by_year.get((report["agency_id"], year - 1)) if isinstance(year, int) else None
        reason = NO_SECTION if report["report_id"] not in written else YEAR_NOT_KNOWN if year is None else None
        known: Row = {} if reason else {"boilerplate_share": 0.2, "redundancy": 0.0, "specificity": 12.5}
        if before is not None and not reason:
            known |= {"stickiness": number % 20 / 20, "yoy_similarity": number % 10 / 10}
        ranks = {f"{name}_percentile": number % 10 / 10 for name in known if report["kind"] == _RANKED}
        own = reason or (None if before is not None else NO_PREVIOUS)
        rows["text_reuse"].append(complete(
            "text_reuse", report_id=report["report_id"], characters=None if reason == NO_SECTION else 240,
            comparable=9, previous_report_id=before, reason=reason, own_reason=own, peer_reason=reason or NONE_ALIKE,
            boilerplate_reason=reason, **whose(report), **known, **ranks,
        ))  # fmt: skip  # as above


def whose(report: Row) -> Row:
    """What `text_reuse` repeats of a report: its agency and what it is grouped by."""
    return {name: report[name] for name in ("agency_id", *_WHOSE)}


def _share(rows: Rows) -> None:
    by_year = {(row["agency_id"], row["year"]): row for row in rows["indicators"]}
    users = [(by_year[agency, year], inside) for agency, year, inside in SHARED_BY if (agency, year) in by_year]
    if len(users) < len(SHARED_BY):
        return
    first = users[0][0]["report_id"]
    for user, inside in users:
        rows["shared_texts"].append(complete(
            "shared_texts", text_id="shared-1", report_id=user["report_id"], agency_id=user["agency_id"],
            region_code=user["region_code"], year=user["year"], first_report_id=first,
            is_first=user["report_id"] == first, first_is_sure=True, resemblance=0.9, is_same_parent=inside,
            agencies=len(users),
        ))  # fmt: skip  # as above
        if user["report_id"] != first:
            rows["text_matches"].append(matched(str(user["report_id"]), str(first), PEER_REPORT, is_same_parent=inside))
    own = by_year["云州市商务局@990100", 2023], by_year["云州市商务局@990100", 2022]
    rows["text_matches"].append(
        matched(str(own[0]["report_id"]), str(own[1]["report_id"]), OWN_REPORT, is_same_parent=True)
    )
