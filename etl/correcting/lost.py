"""The corrections that find no document, said so that a person can mend the line: where it stands, and why."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import polars as pl

_NAMED_AT_MOST: Final = 5


def lost_lines(listed: pl.DataFrame, lost: Collection[str], paths: Sequence[str]) -> Iterator[str]:
    """One sentence per correction of `lost` (ids), with its file and line, in the order listed.

    `listed`: columns of `etl.correcting.listed.CORRECTIONS`. `paths`: those of all files seen.
    """
    rows = listed.filter(pl.col("correction_id").is_in(list(lost)))
    for where, document, path in rows.select("listed_in", "named_document", "named_path").iter_rows():
        yield f"{where}：没有找到更正针对的年报（no such report）：{document or path}{_why(path, paths)}"


def _why(path: str, paths: Sequence[str]) -> str:
    """What of the path keeps it from being found, as the end of the sentence; "" when no file has it."""
    if path in paths:
        return "（不同文件夹里有相同的路径，或文件没有导入；请改写 document_id，give the document_id）"
    alike = sorted({seen for seen in paths if path and seen.endswith(f"/{path}")})
    if len(alike) > 1:
        more = f"等 {len(alike)} 个" if len(alike) > _NAMED_AT_MOST else ""
        return f"（几个文件叫这个名字，请写全路径，give the full path：{'、'.join(alike[:_NAMED_AT_MOST])}{more}）"
    if alike:
        return f"（请写全路径；文件没有导入的，先导入，give the full path：{alike[0]}）"
    return ""
