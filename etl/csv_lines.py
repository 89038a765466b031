"""Tables that a person put into a folder, and their lines: whatever charset and header a spreadsheet made of them."""

import csv
import io
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Final

from etl.errors import UsageError

TABLES: Final = frozenset({".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".et"})
"""How the names of tables end that a spreadsheet writes; of these only CSV is read."""


def files_in(folder: Path, endings: Container[str]) -> tuple[Path, ...]:
    """The files of a folder whose names end so, in order; what is hidden or a spreadsheet has open is none."""
    seen = (path for path in folder.glob("*") if path.suffix.lower() in endings and path.is_file())
    return tuple(sorted(path for path in seen if not path.name.startswith(("~$", "."))))


def csv_lines(data: bytes, name: str, needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Where each line that says something stands, and its values by column, without surrounding blanks.

    Raises UsageError naming `name` (and the line) when a needed column is missing, a line says more than there are
    columns, or the file is no CSV.
    """
    reader = csv.DictReader(io.StringIO(_decoded(data, name), newline=""))
    header = [(column or "").strip().lower() for column in reader.fieldnames or ()]
    lacking = [column for column in needed if column not in header]
    if lacking:
        raise UsageError(f"{name}：缺少列 {'、'.join(lacking)}（missing columns）")
    reader.fieldnames = header
    try:
        for row in reader:
            where = f"{name} 第 {reader.line_num} 行（line {reader.line_num}）"
            if any(extra.strip() for extra in row.pop(None, ())):
                raise UsageError(f"{where}：内容比列名多，可能多了逗号（more fields than columns）")
            values = {key: (value or "").strip() for key, value in row.items() if key and isinstance(value, str | None)}
            if any(values.values()):
                yield where, values
    except csv.Error as fault:
        raise UsageError(f"{name} 第 {reader.line_num} 行不是有效的 CSV（not CSV）：{fault}") from fault


def _decoded(data: bytes, name: str) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for charset in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{name}：文字编码既不是 UTF-8 也不是 GBK（neither UTF-8 nor GBK）")
