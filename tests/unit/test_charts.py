"""Figures as pure functions: gaps stay gaps, forms are never joined, titles say what is seen, colour is never alone."""

import polars as pl
import pytest

from etl.vocabulary.form import FORM_2019, FORM_2021, PROACTIVE_ITEMS
from etl.vocabulary.indicators import INDICATOR_BY_NAME
from pages.charts.bars import finding_bars, row_bars, state_bars
from pages.charts.board import ROWS_DRAWN, coverage_board
from pages.charts.disclosure import DECISIONS, decision_lines, item_panels, volumes_of
from pages.charts.shares import applicant_mix, outcome_mix, reason_bars
from pages.charts.trend import PARTS_DRAWN, rate_trend
from pages.charts.wording import part_names

RATE = INDICATOR_BY_NAME["full_grant_rate"]
both_languages = pytest.mark.parametrize("language", ["zh", "en"])


def ratio_rows(*rows: tuple[int, int | None, int | None], name: str = "granted", **more: object) -> pl.DataFrame:
    """Rows of `ratios_by_year` from year, numerator and denominator."""
    told = [
        {
            "year": year,
            "name": name,
            "numerator": top,
            "denominator": bottom,
            "rate": top / bottom if top is not None and bottom else None,
            "reports": 9,
            "left_out": 2,
            **more,
        }
        for year, top, bottom in rows
    ]
    types = {"year": pl.Int32, "numerator": pl.Int64, "denominator": pl.Int64, "rate": pl.Float64}
    return pl.DataFrame(told, schema_overrides=types)


def part(code: str, name: str | None, *rows: tuple[int, int | None, int | None], is_own: bool = False) -> pl.DataFrame:
    """Rows of `ratios_by_part` for one part."""
    return ratio_rows(*rows, part_code=code, part_name=name, is_own=is_own)


def volume_rows(*rows: tuple[int, str, str, float | None]) -> pl.DataFrame:
    """Rows of `volumes_by_year` from year, form, name and total."""
    told = [
        {"year": year, "form": form, "name": name, "total": total, "reports": 4, "left_out": 1}
        for year, form, name, total in rows
    ]
    return pl.DataFrame(told, schema_overrides={"total": pl.Float64})


def test_trend_says_what_is_seen() -> None:
    """Protects titles: first and last year, place and numbers, not a name of the axes."""
    whole = ratio_rows((2021, 52, 100), (2024, 61, 100))
    parts = part("1", "甲市", (2021, 52, 100), (2024, 61, 100))
    assert rate_trend(whole, parts, RATE, "云泽省", "zh").title == "2021—2024 年予以公开率：云泽省 52.0% → 61.0%"
    assert rate_trend(whole, parts, RATE, "云泽省", "en").title == "Full grant rate 2021–2024: 云泽省 52.0% → 61.0%"


def test_a_missing_year_is_a_gap() -> None:
    """Protects lines from being drawn over a year that nobody reported, or from falling to zero there."""
    whole = ratio_rows((2019, 5, 10), (2020, None, None), (2022, 6, 10))
    line = rate_trend(whole, part("1", "甲市", (2022, None, None)), RATE, "全部地区", "zh").figure.data[0]
    assert list(line.x) == [2019, 2020, 2021, 2022]
    assert list(line.y) == [0.5, None, None, 0.6]
    assert line.connectgaps is False


def test_small_samples_are_hollow_and_named() -> None:
    """Protects against 1 of 1 looking like the best: hollow point, and the word on the hover."""
    whole = ratio_rows((2023, 1, 1), (2024, 40, 80))
    line = rate_trend(whole, part("1", "甲市", (2022, None, None)), RATE, "全部地区", "zh").figure.data[0]
    assert list(line.marker.symbol) == ["circle-open", "circle"]
    assert "样本不足" in line.text[0]
    assert "样本不足" not in line.text[1]
    assert "40 / 80" in line.text[1]
    assert "2 份未计入" in line.text[1]


def test_trend_draws_the_largest_parts_and_says_so() -> None:
    """Protects the chart from thirty lines, and the reader from believing that there are no more."""
    parts = pl.concat([part(str(k), f"{k}市", (2024, k, 100 + k)) for k in range(12)])
    picture = rate_trend(ratio_rows((2024, 60, 1200)), parts, RATE, "云泽省", "zh")
    assert [line.name for line in picture.figure.data[1:]] == ["5市", "6市", "7市", "8市", "9市", "10市", "11市"]
    assert len(picture.figure.data) == PARTS_DRAWN + 1
    assert str(PARTS_DRAWN) in picture.note


def test_lines_differ_in_more_than_colour() -> None:
    """Protects colour-blind readers and grey print: dash and marker tell lines apart."""
    parts = pl.concat([part(str(k), f"{k}市", (2024, 50, 100)) for k in range(PARTS_DRAWN)])
    lines = rate_trend(ratio_rows((2024, 60, 120)), parts, RATE, "云泽省", "zh").figure.data
    assert len({(line.line.dash, line.marker.symbol[0]) for line in lines}) == len(lines)


def test_parts_have_names_of_their_own() -> None:
    """Protects legends: the area itself, an unknown region and namesakes are told apart."""
    parts = pl.concat(
        part(code, name, (2024, 1, 2), is_own=code == "3")
        for code, name in (("1", "甲县"), ("2", "甲县"), ("", None), ("3", "乙市"))
    )
    assert list(part_names(parts, "zh").values()) == ["甲县", "甲县 (2)", "区划未定", "乙市本级"]


def test_a_name_with_tags_is_drawn_letter_for_letter() -> None:
    """Protects figures from names in documents: a tag in a name is shown, not obeyed."""
    parts = part("1", '<a href="x">甲</a>局', (2024, 1, 2))
    line = rate_trend(ratio_rows((2024, 1, 2)), parts, RATE, "全部地区", "zh").figure.data[1]
    assert "<" not in line.name
    assert "<" not in line.text[0]


@both_languages
@pytest.mark.parametrize("item", [word.name for word in PROACTIVE_ITEMS])
def test_forms_are_never_joined_by_a_line(item: str, language: str) -> None:
    """Protects the break between the forms: every measure of an item is drawn in bars, form by form."""
    names = volumes_of(item)
    rows = volume_rows(*((2020 + k, form, name, 5.0) for name, forms in names.items() for k, form in enumerate(forms)))
    figure = item_panels(rows, item, language).figure
    assert {trace.type for trace in figure.data} == {"bar"}
    assert len(figure.data) == sum(len(forms) for forms in names.values())


def test_only_decisions_are_joined_over_the_forms() -> None:
    """Protects the one line that may cross the break: decisions mean the same on both forms."""
    for name in DECISIONS:
        assert volumes_of(name.removesuffix("_decisions"))[name] == (FORM_2019, FORM_2021)
    rows = volume_rows(
        *((year, form, n, 7.0) for year, form in ((2020, FORM_2019), (2021, FORM_2021)) for n in DECISIONS)
    )
    picture = decision_lines(rows, "zh")
    assert {trace.type for trace in picture.figure.data} == {"scatter"}
    assert picture.title == "2020—2021 年行政许可处理决定：7 → 7 件"


def test_decisions_of_both_forms_in_a_year_are_added() -> None:
    """Protects years in which some report on the old form and some on the new, and missing from becoming zero."""
    rows = volume_rows(
        (2023, FORM_2019, DECISIONS[0], 3.0),
        (2023, FORM_2021, DECISIONS[0], 4.0),
        (2023, FORM_2019, DECISIONS[1], None),
        (2023, FORM_2021, DECISIONS[1], 0.0),
        (2023, FORM_2019, DECISIONS[2], None),
    )
    licences, penalties, coercion = decision_lines(rows, "zh").figure.data
    assert (list(licences.y), list(penalties.y), list(coercion.y)) == ([7.0], [0.0], [None])


def test_outcomes_title_names_the_largest_parts() -> None:
    """Protects the title of the outcomes from naming an old year or the wrong part."""
    shares = pl.concat(
        ratio_rows((2023, old, 100), (2024, new, 100), name=name)
        for name, old, new in (("granted", 10, 61), ("refused", 90, 20), ("unavailable", 0, 19))
    )
    assert outcome_mix(shares, "zh").title == "2024 年办结 100 件：予以公开 61.0%、不予公开 20.0%"


def test_stacked_parts_differ_in_pattern() -> None:
    """Protects stacked bars from speaking by colour alone."""
    names = ("granted", "granted_in_part", "refused", "unavailable", "not_processed", "other_handled")
    shares = pl.concat([ratio_rows((2024, 10, 60), name=name) for name in names])
    layers = outcome_mix(shares, "zh").figure.data
    assert len({layer.marker.pattern.shape for layer in layers}) == len(layers)


def test_reasons_are_ranked_and_told() -> None:
    """Protects the answer to "which reason most": it is on top and in the title."""
    shares = pl.concat(
        [
            ratio_rows((2024, 3, 10), name="refused_state_secret"),
            ratio_rows((2024, 7, 10), name="refused_administrative_query"),
        ]
    )
    picture = reason_bars(shares, "refused", "zh")
    assert picture.figure.data[0].y[-1] == "行政查询事项"
    assert picture.title == "2024 年不予公开 10 件（样本不足），最多的理由：行政查询事项（70.0%）"


@both_languages
def test_shares_of_few_say_so(language: str) -> None:
    """Protects against 70 % of ten reasons: the word stands in the title and on the hover, and not on large wholes."""
    word = {"zh": "样本不足", "en": "small sample"}[language]
    for bottom, is_told in ((29, True), (30, False)):
        shares = pl.concat(
            [ratio_rows((2024, top, bottom), name=name) for name, top in (("refused_state_secret", 20), ("granted", 9))]
        )
        for picture in (
            outcome_mix(shares, language), applicant_mix(shares, language), reason_bars(shares, "refused", language)
        ):  # fmt: skip  # one line of pictures
            assert (word in picture.title) is is_told
            hovers = [text for bar in picture.figure.data for text in bar.hovertext]
            assert hovers
            assert all((word in text) is is_told for text in hovers)


def test_applicants_title_names_who_asked_most() -> None:
    """Protects the answer to "who asked"."""
    shares = pl.concat(
        [
            ratio_rows((2024, 8, 10), name="received_natural_person"),
            ratio_rows((2024, 2, 10), name="received_business"),
        ]
    )
    assert applicant_mix(shares, "en").title == "2024: 10 requests received (small sample), 80.0% from natural person"


def board_rows(*rows: tuple[str, int, int, int]) -> pl.DataFrame:
    """Rows of `coverage_by_part` from part, year, reported, known."""
    told = [
        {
            "part_code": code,
            "part_name": f"{code}市",
            "is_own": False,
            "year": year,
            "reported": reported,
            "known": known,
        }
        for code, year, reported, known in rows
    ]
    return pl.DataFrame(told)


def test_board_says_numbers_in_its_cells() -> None:
    """Protects the board from colour alone: each cell says how many of how many."""
    picture = coverage_board(
        board_rows(("甲", 2023, 3, 4), ("甲", 2024, 4, 4), ("乙", 2023, 0, 2), ("乙", 2024, 1, 2)), "zh"
    )
    heat = picture.figure.data[0]
    assert [list(line) for line in heat.text] == [["3/4", "4/4"], ["0/2", "1/2"]]
    assert picture.title == "2024 年：已知的 6 家单位中 5 家有年报"


def test_board_shows_who_misses_most() -> None:
    """Protects a long board: those that miss most are drawn, and that there are more is said."""
    rows = board_rows(*((str(k), 2024, 100 - k, 100) for k in range(40)))
    picture = coverage_board(rows, "zh")
    assert len(picture.figure.data[0].y) == ROWS_DRAWN
    assert "39市" in picture.figure.data[0].y
    assert "0市" not in picture.figure.data[0].y
    assert picture.note


def finding_rows(*rows: tuple[str, str, str, int]) -> pl.DataFrame:
    """Rows of `findings_by_rule` from rule, severity, state, findings."""
    types = {"rule": pl.String, "severity": pl.String, "state": pl.String, "findings": pl.Int64}
    return pl.DataFrame(list(rows), schema=types, orient="row").with_columns(reports=pl.col("findings"))


def test_errors_stand_above_notes_however_many() -> None:
    """Protects the few errors from being buried under hundreds of notes."""
    rows = finding_rows(("ALL_ZERO", "info", "uncertain", 300), ("T3.BALANCE", "error", "fail", 2))
    picture = finding_bars(rows, "zh")
    assert picture.figure.data[0].y[-1].startswith("错误 · ")
    assert picture.title == "302 处核查发现：错误 2、提示 300"


def test_state_bars_tell_identical_and_missing_texts() -> None:
    """Protects the two answers of section five: who copied last year's word for word, who wrote nothing."""
    rows = pl.DataFrame({"year": [2024, 2024, 2024], "state": ["same", "missing", "changed"], "reports": [2, 1, 7]})
    assert state_bars(rows, "zh").title == "2024 年 10 份年报：2 份与上年一字不差，1 份没有写"


def test_rows_without_a_year_count_in_the_title_only() -> None:
    """Protects the count of an extract: rows without a year are not lost from the total."""
    rows = pl.DataFrame({"year": [2023, None], "rows": [4, 3]})
    picture = row_bars(rows, "章节", 7, "zh")
    assert "7 行" in picture.title
    assert list(picture.figure.data[0].x) == [2023]


@both_languages
def test_figures_of_nothing_are_empty_and_say_so(language: str) -> None:
    """Protects pages under filters for which a table holds no number: no figure raises, each says it is empty."""
    nothing = ratio_rows((2024, None, None))
    volumes = volume_rows(*((2024, FORM_2021, name, None) for name in DECISIONS))
    rules = volume_rows(*((2024, FORM_2021, name, None) for name in volumes_of("regulations")))
    pictures = [
        rate_trend(nothing, part("1", "甲市", (2024, None, None)), RATE, "甲市", language),
        outcome_mix(nothing, language),
        applicant_mix(nothing, language),
        reason_bars(nothing, "refused", language),
        decision_lines(volumes, language),
        item_panels(rules, "regulations", language),
        finding_bars(finding_rows(), language),
    ]
    assert all(picture.is_empty for picture in pictures)
    assert all(picture.title for picture in pictures)


@both_languages
def test_figures_have_a_text_alternative_and_a_clear_ground(language: str) -> None:
    """Protects readers who cannot see the figure, and both themes: nothing paints its own ground."""
    shares = ratio_rows((2024, 1, 2))
    board = board_rows(("甲", 2024, 1, 1))
    for picture in (outcome_mix(shares, language), applicant_mix(shares, language), coverage_board(board, language)):
        assert len(picture.alt) > 10
        assert picture.figure.layout.paper_bgcolor == picture.figure.layout.plot_bgcolor == "rgba(0,0,0,0)"
