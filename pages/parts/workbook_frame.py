"""The parts of a workbook that are not rows: what sheets there are, how cells look, how the archive hangs together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from etl.vocabulary.page_labels.downloads import ABOUT_SHEET
from pages.parts.sheet_xml import escaped_xml

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECLARED: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_STYLES: Final = f"""{DECLARED}<styleSheet xmlns="{MAIN}">
<numFmts count="3"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>
<numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>
<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>
<font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFE3EAF2"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="11">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" \
applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">\
<alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
"""In the order of STYLES: general, text, whole number, amount, percent, year, date, time, heading, wrapped, strong."""

_ROOT: Final = (
    f'{DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of rows: its title, the cells it fills (A1:C9), its rows below the heading."""

    title: str
    area: str
    rows: int


def frame_parts(language: str, sheets: Sequence[Sheet]) -> dict[str, str]:
    """The parts by their names in the archive, for a workbook of the sheet about it and these."""
    count = len(sheets) + 1
    return {
        "[Content_Types].xml": _content_types(count),
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _workbook(language, sheets),
        "xl/_rels/workbook.xml.rels": _relations(count),
        "xl/styles.xml": _STYLES,
    }


def _content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{k}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for k in range(1, count + 1)
    )
    return (
        f'{DECLARED}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>{sheets}</Types>'
    )


def _workbook(language: str, sheets: Sequence[Sheet]) -> str:
    titles = [ABOUT_SHEET.say(language), *(sheet.title for sheet in sheets)]
    listed = "".join(
        f'<sheet name="{escaped_xml(title)}" sheetId="{k}" r:id="rId{k}"/>' for k, title in enumerate(titles, 1)
    )
    filtered = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{k}" hidden="1">'
        f"'{escaped_xml(sheet.title)}'!{_fixed(sheet.area)}</definedName>"
        for k, sheet in enumerate(sheets, 1)
    )
    return (
        f'{DECLARED}<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}">'
        f'<bookViews><workbookView activeTab="0"/></bookViews>'
        f"<sheets>{listed}</sheets><definedNames>{filtered}</definedNames></workbook>"
    )


def _fixed(area: str) -> str:
    """A1:C9 as $A$1:$C$9."""
    corners = ((corner.rstrip("0123456789"), corner.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for corner in area.split(":"))
    return ":".join(f"${letters}${row}" for letters, row in corners)


def _relations(count: int) -> str:
    sheets = "".join(
        f'<Relationship Id="rId{k}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{k}.xml"/>'
        for k in range(1, count + 1)
    )
    styles = f'<Relationship Id="rId{count + 1}" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    return f'{DECLARED}<Relationships xmlns="{_PACKAGE}/relationships">{sheets}{styles}</Relationships>'
