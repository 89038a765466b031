"""How an invented report is printed: every choice that published reports were seen to make."""

from dataclasses import dataclass
from typing import Literal

Format = Literal["docx", "html", "cell_lines", "tab_rows", "pipes"]
"""`cell_lines`: text with a tab before each cell and a blank line after each row;
`tab_rows`: text with one row per line; `pipes`: Markdown."""

Charset = Literal["utf-8", "utf-8-sig", "utf-16", "gb18030"]
Declared = Literal["", "utf-8", "gb2312", "gbk"]
Title = Literal["one_line", "two_lines", "wrapped", "after_attachment_mark", "year_first", "year_last", "site_name"]
Headings = Literal["chinese", "arabic", "bracketed", "misnumbered", "spaced", "glued", "unnumbered"]
ProblemsHeading = Literal["official", "rectification", "short", "with_subject", "lost"]
Labels = Literal[
    "official", "full_width_point", "ideographic_comma", "half_width", "spaced", "wrapped", "alternate", "plain_quotes"
]
Values = Literal["plain", "thousands", "full_width", "spaced", "with_unit", "point_zero", "signed", "mixed"]
Subtotal = Literal["none", "first", "last"]
"""Where a 法人小计 column stands among the organisations."""

TEXT_FORMATS: tuple[Format, ...] = ("cell_lines", "tab_rows", "pipes")


@dataclass(frozen=True, slots=True)
class Layout:
    """The choices of one printed report; none of them changes what the report states.

    `declared` is the charset an HTML page names, which may be wrong; docx has no charset.
    `merges` off prints empty cells where the form merges rows; `shifted_rows` (tab_rows only) drops the
    columns of merged labels and pads rows, as editors do when they paste; `outer_pipes` is for pipes only.
    `splits_requests` cuts table three in two with the header repeated, `splits_proactive` table two in one per article.
    `layout_table` and `scattered_digits` are for HTML (the latter for docx too).
    """

    format: Format = "docx"
    charset: Charset = "utf-8"
    declared: Declared = "utf-8"
    title: Title = "one_line"
    headings: Headings = "chinese"
    problems_heading: ProblemsHeading = "official"
    labels: Labels = "official"
    values: Values = "plain"
    subtotal: Subtotal = "none"
    merges: bool = True
    extra_row: bool = False
    note_rows: bool = False
    platform_table: bool = False
    splits_requests: bool = False
    splits_proactive: bool = False
    shifted_rows: bool = False
    scattered_digits: bool = False
    layout_table: bool = False
    outer_pipes: bool = True
