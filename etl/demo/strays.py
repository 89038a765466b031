"""Files of the demo corpus that are no report and must be rejected with a reason."""

from pathlib import Path
from typing import Final

FOLDER: Final = "其他材料"

_NOTICE: Final = (
    "关于做好年度报告编制工作的通知\n\n各科室：\n\n"
    "请于下周五前把本科室的公开数据报办公室汇总，逾期影响考核。\n\n办公室\n2024年1月3日\n"
)
_ATTACHMENT_PAGE: Final = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>云泽省档案馆2023年政府信息公开工作年度报告</title></head>'
    "<body><h1>云泽省档案馆2023年政府信息公开工作年度报告</h1><p>发布时间：2024-01-15</p>"
    '<p>附件：<a href="/files/2023.pdf">云泽省档案馆2023年政府信息公开工作年度报告.pdf</a></p></body></html>'
)


def stray_files(a_report: bytes) -> dict[str, tuple[bytes, str]]:
    """Name → (bytes, the reason for its rejection); `a_report` is a docx, half of which makes a damaged one."""
    return {
        "关于编制年度报告的通知.txt": (_NOTICE.encode(), "not_a_report"),
        "云泽省档案馆2023年度报告.html": (_ATTACHMENT_PAGE.encode(), "notice_only"),
        "空白文件.txt": (b"", "empty"),
        "下载中断的年度报告.docx": (a_report[: len(a_report) // 2], "damaged"),
        "扫描件年度报告.pdf": (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n", "format_not_supported"),
    }


def write_strays(folder: Path, a_report: bytes) -> list[tuple[str, str]]:
    """The stray files written below the corpus folder; (path relative to it, reason) of each."""
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    written = []
    for name, (data, reason) in stray_files(a_report).items():
        (folder / FOLDER / name).write_bytes(data)
        written.append((f"{FOLDER}/{name}", reason))
    return written
