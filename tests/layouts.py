"""How hypothesis draws invented sheets and the layouts they are printed in."""

from dataclasses import fields
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from etl.demo.layout import Layout
from etl.demo.sheet import Sheet
from etl.vocabulary.form import DECIMAL_MEASURES, FORMS, REQUESTS, REVIEWS, SIGNED_MEASURES, CellKey
from tests.sheets import a_sheet, cells_printed

AGENCIES = ("霁川市商务局", "云泽省教育厅", "澹桥县人民政府", "荻湾区青桐镇人民政府", "绮屏市市场监督管理局")
NOTHING = ("", "/", "—", "无", "-", "约5", "见附件")
"""What stands in cells that hold no number: blanks, marks, and what nobody can read for certain."""

COUNTS = st.one_of(st.integers(0, 9), st.integers(0, 99_999_999)).map(str)
SIGNED = st.integers(-999, 9_999).map(str)
AMOUNTS = st.integers(0, 9_999_999_999).map(lambda tenths: f"{tenths // 10_000}.{tenths % 10_000:04}")


def a_number(key: CellKey) -> st.SearchStrategy[str]:
    """Plain numbers that fit a cell."""
    if key[2] in DECIMAL_MEASURES:
        return AMOUNTS
    return SIGNED if key[2] in SIGNED_MEASURES else COUNTS


@st.composite
def sheets(draw: st.DrawFn, *, with_gaps: bool = True) -> Sheet:
    """Sheets in which no two cells hold the same number, but for some drawn at random and some without any.

    The sums of the form do not hold: a reader must not need them. `with_gaps` off leaves a number in every cell.
    """
    form = draw(st.sampled_from(FORMS))
    keys = cells_printed(form, draw(st.sampled_from((None, None, 1, 3))))
    start = draw(st.integers(1, 9_000))
    cells = {key: str(start + place) for place, key in enumerate(keys)}
    for key in draw(st.lists(st.sampled_from(keys), max_size=12, unique=True)):
        cells[key] = draw(st.one_of(a_number(key), st.sampled_from(NOTHING)) if with_gaps else a_number(key))
    if with_gaps:
        cells |= dict.fromkeys(draw(st.sampled_from(_gaps(keys))), "")
    sheet = a_sheet(draw(st.sampled_from(AGENCIES)), draw(st.integers(2019, 2025)), form)
    return Sheet(sheet.agency, sheet.year, form, cells, sheet.sections, sheet.published_on, sheet.phone, sheet.places)


def _gaps(keys: tuple[CellKey, ...]) -> tuple[tuple[CellKey, ...], ...]:
    """Cells that offices leave empty together: none, all organisations, the totals of results, all of table four."""
    return (
        (),
        (),
        tuple(key for key in keys if key[0] == REQUESTS and key[2] not in ("natural_person", "total")),
        tuple(key for key in keys if key[0] == REQUESTS and key[2] == "total" and "." in key[1]),
        tuple(key for key in keys if key[0] == REVIEWS),
    )


def layouts(**fixed: object) -> st.SearchStrategy[Layout]:
    """Layouts with every choice drawn on its own from what the dataclass declares, but for the `fixed` ones."""
    hints = get_type_hints(Layout)
    drawn = {field.name: _choices(hints[field.name]) for field in fields(Layout) if field.name not in fixed}
    return st.builds(Layout, **drawn, **{name: st.just(value) for name, value in fixed.items()})


def _choices(declared: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 — a type is a value here
    if declared is bool:
        return st.booleans()
    assert get_origin(declared) is not None, declared
    return st.sampled_from(get_args(declared))


@st.composite
def printed_reports(draw: st.DrawFn) -> tuple[Sheet, Layout]:
    """A sheet and a layout that loses nothing of it: rows whose columns are shifted have a number in every cell."""
    layout = draw(layouts())
    return draw(sheets(with_gaps=not layout.shifted_rows)), layout
