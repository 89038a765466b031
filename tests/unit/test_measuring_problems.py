"""Section five beside the year before: held against a comparison by hand of the same texts."""

from collections.abc import Mapping

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from etl.measuring.problems import prints_of_problems, with_problem_states

LETTERS = "公开不足问题改进措施一二"
BLANKS = " \t\n\r\u00a0\u3000"
Reports = dict[tuple[str, int | None], str | None]

texts = st.one_of(
    st.none(),
    st.text(LETTERS[:2] + BLANKS, max_size=14),
    st.sampled_from(
        ["问题：时效不足，改进措施已定", "问题：时效 不足，\n改进措施已定", "改进措施已定，问题：时效不足"]
    ),
)
reports = st.dictionaries(st.tuples(st.sampled_from("甲乙"), st.one_of(st.none(), st.integers(2019, 2023))), texts)


def states(filed: Reports) -> dict[tuple[str, int | None], str | None]:
    """The state of each report as the pipeline computes it; a text of two lines or more stands in two sections."""
    ids = {key: f"r{number}" for number, key in enumerate(filed)}
    parts = {
        ids[key]: [first, rest] if rest else [first]
        for key, text in filed.items()
        if text is not None
        for first, _, rest in [text.partition("\n")]
    }
    rows = [(f"d{r}", n, "problems", text) for r, of in parts.items() for n, text in reversed(list(enumerate(of)))]
    other = [(f"d{r}", 9, "overview", "总体情况") for r in ids.values()]
    types = {"document_id": pl.String, "position": pl.Int32, "section": pl.String, "text": pl.String}
    sections = pl.DataFrame([*rows, *other], schema=types, orient="row")
    who = [(ids[key], f"d{ids[key]}", *key, None) for key in filed]
    known = {"report_id": pl.String, "document_id": pl.String, "agency_id": pl.String, "year": pl.Int32}
    measured = pl.DataFrame(who, schema={**known, "problems_state": pl.String}, orient="row")
    found = with_problem_states(measured, prints_of_problems(sections, measured))
    assert found.columns == measured.columns
    assert found["report_id"].to_list() == list(ids.values())
    return dict(zip(filed, found["problems_state"], strict=True))


def by_hand(filed: Mapping[tuple[str, int | None], str | None], agency: str, year: int | None) -> str | None:
    """The state of one report, said the slow way."""
    squeezed = {key: "".join(char for char in text or "" if char not in BLANKS) for key, text in filed.items()}
    own = squeezed[agency, year]
    if len(own) < 10:
        return "missing"
    if year is None:
        return None
    if (agency, year - 1) not in squeezed:
        return "first"
    return "same" if squeezed[agency, year - 1] == own else "changed"


@given(reports)
def test_the_state_is_that_of_a_comparison_by_hand(filed: Reports) -> None:
    """Protects the count of unchanged sections: letters count, white space and how the text is cut do not."""
    assert states(filed) == {key: by_hand(filed, *key) for key in filed}


def test_the_same_letters_in_another_order_are_a_change() -> None:
    """Protects the word “identical”: sentences that changed places are not the same text."""
    filed: Reports = {
        ("甲", 2022): "一是问题不足问题不足\n二是改进措施改进措施",
        ("甲", 2023): "二是改进措施改进措施\n一是问题不足问题不足",
    }
    assert states(filed)["甲", 2023] == "changed"
