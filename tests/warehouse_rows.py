"""Rows of the invented warehouse that are made from its other rows: findings, judgements and what is counted ahead."""

from collections.abc import Mapping
from datetime import UTC, datetime

from etl.vocabulary.tables import TABLE_BY_NAME
from etl.vocabulary.verdicts import VERDICTS

Row = dict[str, object]


def complete(table: str, **known: object) -> Row:
    """A row with every declared column: what is not named is NULL where that may stand, else its type's empty value."""
    empty: dict[str, object] = {"VARCHAR": "", "BOOLEAN": False, "TIMESTAMP": datetime(2026, 11, 1, tzinfo=UTC)}
    if "report_id" in known and known["report_id"] is not None:
        known["report_number"] = int(str(known["report_id"]), 16) + 1
    columns = TABLE_BY_NAME[table].columns
    return {c.name: known.get(c.name, None if c.nullable else empty.get(c.sql_type, 0)) for c in columns}


def add_findings(rows: dict[str, list[Row]]) -> None:
    """A finding for every fifth current report; those that fail have two sides that differ by two."""
    for number, report in enumerate(rows["indicators"]):
        if number % 5 == 0:
            rows["findings"].append(complete(
                "findings", finding_id=f"f{number}", report_id=report["report_id"], severity="error",
                rule="T3.BALANCE" if number % 2 else "T4.TOTAL", state="fail" if number % 3 else "uncertain",
                cells="[]", expression="甲 ≠ 乙", expression_en="A ≠ B", message=f"第 {number} 份不平",
                message_en=f"No. {number}",
                **({"left_value": 7.0, "right_value": 5.0, "delta": 2.0} if number % 3 else {}),
            ))  # fmt: skip  # as above


def count_years(rows: dict[str, list[Row]]) -> None:
    """What is stored about agencies and findings because it is asked often: counts over other rows."""
    for agency in rows["agencies"]:
        own = [report for report in rows["indicators"] if report["agency_id"] == agency["agency_id"]]
        years = sorted({report["year"] for report in own if isinstance(report["year"], int)})
        spans = {"first_year": years[0], "last_year": years[-1]} if years else {}
        agency |= {"reports": len(own), "years": str(years), **spans}
    of_report = {report["report_id"]: report for report in rows["indicators"]}
    counted: dict[tuple[object, ...], list[object]] = {}
    for finding in rows["findings"]:
        group = [of_report[finding["report_id"]][name] for name in ("region_code", "year", "kind", "sector")]
        group += [finding[name] for name in ("rule", "severity", "state")]
        counted.setdefault(tuple(group), []).append(finding["report_id"])
    _count_judgements(rows, of_report)
    names = TABLE_BY_NAME["finding_counts"].key
    rows["finding_counts"] = [
        complete("finding_counts", **dict(zip(names, group, strict=True)), findings=len(ids), reports=len(set(ids)))
        for group, ids in counted.items()
    ]


def _count_judgements(rows: dict[str, list[Row]], of_report: Mapping[object, Row]) -> None:
    """Two rules judged in every report, seven times each, once in twenty reports without the table."""
    for number, report_id in enumerate(of_report):
        for rule in ("T3.BALANCE", "T4.TOTAL"):
            own = [row for row in rows["findings"] if (row["report_id"], row["rule"]) == (report_id, rule)]
            failed, uncertain = (sum(row["state"] == state for row in own) for state in ("fail", "uncertain"))
            counts = {"failed": failed, "uncertain": uncertain, "passed": 7 - failed - uncertain}
            came_out = {"not_assessable": 1} if number % 20 == 19 and not own else counts
            rows["judgements"].append(complete("judgements", report_id=report_id, rule=rule, **came_out))
    counted: dict[tuple[object, ...], list[Row]] = {}
    for row in rows["judgements"]:
        owner = of_report[row["report_id"]]
        group = (*(owner[name] for name in ("region_code", "year", "kind", "sector")), row["rule"])
        counted.setdefault(group, []).append(row)
    names = TABLE_BY_NAME["judgement_counts"].key
    for group, members in counted.items():
        sums = {verdict: sum(verdict_of(member) == verdict for member in members) for verdict in VERDICTS}
        told = dict(zip(names, group, strict=True)) | sums | {"reports": len(members)}
        rows["judgement_counts"].append(complete("judgement_counts", **told))


def verdict_of(judgements: Row) -> str:
    """What a rule says of a report, from a row of `judgements`: the gravest that came out."""
    return next((name for name in ("failed", "uncertain", "passed") if judgements[name]), "not_assessable")
