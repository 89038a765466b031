"""The declared indicators hang together: parts are columns, cells are of the form, words are complete."""

from etl.vocabulary.form import FORMS, printed_cells
from etl.vocabulary.indicators import GROUP_INDICATORS, INDICATOR_BY_NAME, INDICATORS, KEY
from etl.vocabulary.short_labels import SHORT_LABELS

CELLS = {cell for form in FORMS for cell in printed_cells(form)}


def test_every_name_is_declared_once() -> None:
    """Protects columns: two indicators of one name would silently be one."""
    assert len(INDICATOR_BY_NAME) == len(INDICATORS)
    assert not {indicator.name for indicator in GROUP_INDICATORS} & INDICATOR_BY_NAME.keys()


def test_every_rate_has_its_numerator_and_denominator_beside_it() -> None:
    """Protects aggregates: Σ numerator / Σ denominator needs both as columns of the same table."""
    parts = [
        (i.name, part)
        for i in INDICATORS
        if i.unit == "ratio" and i.family in ("rate", "change")
        for part in (i.numerator, i.denominator)
    ]
    assert len(parts) > 60
    assert not [(name, part) for name, part in parts if part not in INDICATOR_BY_NAME]


def test_every_part_of_a_formula_exists() -> None:
    """Protects formulas from a cell that no form prints and a column that is not there."""
    for indicator in INDICATORS:
        assert set(indicator.cells) | set(indicator.cells_one_row) <= CELLS, indicator.name
        assert set(indicator.plus) | set(indicator.minus) | ({indicator.of} - {None}) <= INDICATOR_BY_NAME.keys()


def test_every_printed_cell_of_the_totals_is_an_indicator() -> None:
    """Protects completeness: table two, table four, and the total column of table three all reach the indicators."""
    used = {cell for i in INDICATORS for cell in (*i.cells, *i.cells_one_row)}
    expected = {cell for cell in CELLS if cell[0] != "requests" or cell[2] == "total"}
    assert not expected - used


def test_every_indicator_explains_itself_in_both_languages() -> None:
    """Protects tooltips: label, definition and formula in Chinese and English, and a topic that has a name."""
    for indicator in (*INDICATORS, *GROUP_INDICATORS):
        for language in ("zh", "en"):
            assert indicator.label(language), indicator.name
            assert indicator.explanation(language), indicator.name
            assert indicator.family == KEY or indicator.formula_text(language), indicator.name
        assert indicator.topic


def test_labels_tell_indicators_apart() -> None:
    """Protects legends: no two columns carry the same label in either language."""
    for language in ("zh", "en"):
        labels = [indicator.label(language) for indicator in INDICATORS]
        assert len(set(labels)) == len(labels), [label for label in labels if labels.count(label) > 1]


def test_short_labels_tell_cells_apart() -> None:
    """Protects sentences about cells: within a table no two rows and no two columns share a short label."""
    for table in ("proactive", "requests", "reviews"):
        for position in (1, 2):
            names = {cell[position] for cell in CELLS if cell[0] == table}
            for language in (0, 1):
                assert len({SHORT_LABELS[table, name][language] for name in names}) == len(names)
