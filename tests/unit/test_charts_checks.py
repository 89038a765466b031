"""Pictures of findings and judgements: every finding in a bar, titles that say what is seen, names never tags."""

import polars as pl

from etl.vocabulary.page_labels import checks as says
from etl.vocabulary.rules import RULES
from pages.charts.checks import BARS_DRAWN, finding_picture, group_rows, quality_board, rule_shares, with_shares

COUNTED = pl.DataFrame(
    {
        "rule": ["T3.BALANCE", "T3.BALANCE", "ROLLUP", "ALL_ZERO", "T3.BALANCE"],
        "severity": ["error", "info", "warning", "info", "error"],
        "state": ["fail", "uncertain", "fail", "uncertain", "fail"],
        "standing": ["open", "open", "open", "open", "dismissed"],
        "findings": [3, 1, 40, 7, 2],
        "year": [2023, 2023, None, 2024, 2024],
        "part_code": ["1", "1", "2", "", "2"],
        "part_name": ["A<b>", "A<b>", "乙", None, "乙"],
        "is_own": [False] * 5,
    },
    schema_overrides={"year": pl.Int32},
)
NONE = COUNTED.clear()
JUDGED = pl.DataFrame(
    {
        "part_code": ["1", "1", "2"],
        "part_name": ["A<b>", "A<b>", "乙"],
        "is_own": [False] * 3,
        "year": [2023, 2024, 2023],
        "passed": [90, 20, 0],
        "failed": [10, 5, 0],
        "uncertain": [1, 0, 4],
        "not_assessable": [2, 0, 9],
    }
)


def bars(counted: pl.DataFrame, by: str) -> dict[str, float]:
    """The length of every bar, all its layers together, by what a click on it carries."""
    figure = finding_picture(counted, by, "zh").figure
    lengths: dict[str, float] = {}
    for trace in figure.data:
        if trace.type == "bar":
            for (key,), number in zip(trace.customdata, trace.y if by == "year" else trace.x, strict=True):
                lengths[key] = lengths.get(key, 0) + number
    return lengths


def test_every_finding_is_in_the_bar_of_its_group() -> None:
    """Protects the picture: nothing is lost by splitting, a bar carries what a click on it asks for."""
    assert bars(COUNTED, "rule") == {"T3.BALANCE": 6, "ROLLUP": 40, "ALL_ZERO": 7}
    assert bars(COUNTED, "year") == {"2023": 4, "2024": 9, "None": 40}
    assert bars(COUNTED, "part") == {"1": 4, "2": 42, "": 7}


def test_a_bar_of_a_rule_counts_only_the_severity_that_it_names() -> None:
    """Protects agencies: a rule found twice as a warning and 99 times as a note has two bars, none says 101."""
    mixed = COUNTED.head(2).with_columns(rule=pl.lit("ROLLUP"), findings=pl.Series([2, 99]))
    figure = finding_picture(mixed, "rule", "zh").figure
    ends = next(trace for trace in figure.data if trace.type == "scatter")
    said = {label: text.strip() for label, text in zip(ends.y, ends.text, strict=True)}
    assert said == {"错误 · 与下属单位合计不一致": "2", "提示 · 与下属单位合计不一致": "99"}
    lengths = [number for trace in figure.data if trace.type == "bar" for number in trace.x]
    assert sorted(lengths) == [0, 0, 2, 99]
    assert group_rows(mixed, "rule", "zh").select("group", "findings").rows() == [
        ("与下属单位合计不一致", 2),
        ("与下属单位合计不一致", 99),
    ]


def test_the_title_says_how_many_and_where_most_are() -> None:
    """Protects the reader in a hurry: number, severities, the longest bar; no longest bar when two are."""
    title = finding_picture(COUNTED, "rule", "zh").title
    assert title.startswith("53 条发现：错误 5、警告 40、提示 8")
    assert "与下属单位合计不一致" in title
    same = COUNTED.with_columns(findings=pl.lit(1)).filter(pl.col("standing") == "open", pl.col("severity") != "info")
    assert "最多" not in finding_picture(same, "rule", "zh").title
    assert finding_picture(NONE, "part", "en").title == says.NOTHING_TITLE.en
    assert finding_picture(NONE, "part", "en").is_empty


def test_errors_come_first_and_the_rest_is_in_the_table() -> None:
    """Protects the few errors from drowning among many warnings, and the picture from a hundred bars."""
    rules = [rule.name for rule in RULES][: BARS_DRAWN + 3]
    many = pl.DataFrame({"rule": rules, "findings": range(1, len(rules) + 1)}).with_columns(
        severity=pl.when(pl.col("rule") == "T3.BALANCE").then(pl.lit("error")).otherwise(pl.lit("warning")),
        state=pl.lit("fail"),
        standing=pl.lit("open"),
    )
    picture = finding_picture(many, "rule", "zh")
    drawn = next(trace for trace in picture.figure.data if trace.type == "bar")
    assert len(drawn.y) == BARS_DRAWN
    assert drawn.customdata[-1] == ["T3.BALANCE"]
    assert picture.note == says.PICTURE_CUT.say("zh", n=BARS_DRAWN)
    assert group_rows(many, "rule", "zh").height == len(rules)


def test_names_from_documents_are_no_tags() -> None:
    """Protects the reader's browser: a figure reads tags in its texts, names are drawn letter for letter."""
    for figure in (finding_picture(COUNTED, "part", "zh").figure, quality_board(JUDGED, "zh").figure):
        assert "A<b>" not in figure.to_json()
        assert "A&lt;b&gt;" in figure.to_json()


def test_rows_say_how_many_are_open() -> None:
    """Protects the supervisor's count of work: what is decided is not open; where nobody knows, nothing is said."""
    rows = group_rows(COUNTED, "rule", "zh").filter(pl.col("key") == "T3.BALANCE", pl.col("severity") == "错误")
    assert rows.select("findings", "open", "decided").row(0) == (5, 3, 2)
    unknown = group_rows(COUNTED.with_columns(standing=pl.lit(None, pl.String)), "rule", "zh")
    assert unknown["open"].null_count() == unknown["decided"].null_count() == unknown.height
    assert unknown["findings"].sum() == 53


def test_the_share_passed_stands_on_what_was_judged() -> None:
    """Protects the share: what cannot be judged is neither passed nor failed, and nothing judged is no share."""
    rows = with_shares(JUDGED)
    assert rows["rate"].to_list() == [0.9, 0.8, None]
    assert rows["denominator"].to_list() == [100, 25, 0]
    picture = quality_board(JUDGED, "zh")
    assert picture.title == says.QUALITY_TITLE.say("zh", passed=110, judged=125, rate="88.0%", uncertain=5, unjudged=11)
    assert [list(line) for line in picture.figure.data[0].text] == [["90.0%", "80.0%*"], ["", ""]]
    assert quality_board(JUDGED.clear(), "zh").is_empty


def test_each_rule_is_drawn_whole() -> None:
    """Protects the picture of rules: the parts of a bar are all of it, and a rule never asked has none."""
    judged = JUDGED.with_columns(rule=pl.Series(["T3.BALANCE", "T4.TOTAL", "ROLLUP"])).with_columns(
        pl.when(pl.col("rule") == "ROLLUP").then(0).otherwise(pl.col(name)).alias(name) for name in says.JUDGED_SO
    )
    figure = rule_shares(judged, "zh").figure
    wholes = [round(sum(parts), 9) for parts in zip(*(trace.x for trace in figure.data), strict=True)]
    assert sorted(wholes) == [0, 1, 1]
    assert rule_shares(judged.clear(), "zh").is_empty
