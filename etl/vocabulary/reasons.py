"""What became of a document, and why it was not loaded, in words a clerk understands; each declared once."""

from typing import Final

from etl.vocabulary.words import Word


def _reason(name: str, zh: str, en: str) -> Word:
    return Word(name, "reason", zh, en, zh, en, "Gongkai")


LOADED: Final = "loaded"
DUPLICATE: Final = "duplicate"
SUPERSEDED: Final = "superseded"
REJECTED: Final = "rejected"
READ: Final = "read"
"""What the reading of a document ends in, unless it is `rejected`; filing decides what becomes of it."""


def _outcome(name: str, zh: str, en: str, zh_means: str, en_means: str) -> Word:
    return Word(name, "document_outcome", zh, en, zh_means, en_means, "Gongkai")


DOCUMENT_OUTCOMES: Final = (
    _outcome(LOADED, "已导入", "Loaded", "是该单位该年度的现行报告", "It is the report that counts for its agency and year"),
    _outcome(DUPLICATE, "重复", "Duplicate", "与另一份文件是同一份报告，只计一次", "The same report as another file; counted once"),
    _outcome(SUPERSEDED, "被新版取代", "Superseded", "同一单位同一年度另有现行版本，其数字仍可查看", "Another version counts for its agency and year; its numbers can still be looked at"),
    _outcome(REJECTED, "未导入", "Rejected", "未能读取或不是年报，原因另列", "It could not be read or is no report; the reason stands beside it"),
)
REASONS: Final = (
    _reason("empty", "文件是空的，没有任何内容", "The file is empty"),
    _reason("too_large", "文件过大，超过可读取的上限", "The file is larger than can be read"),
    _reason("damaged", "文件已损坏，无法打开，请重新取得原件", "The file is damaged and cannot be opened; fetch the original again"),
    _reason("no_access", "没有读取此文件的权限，或磁盘读取出错", "The file may not be read, or the disk failed"),
    _reason("encrypted", "文件设有密码，请提供无密码的版本", "The file is protected by a password; provide one without"),
    _reason("format_not_supported", "暂不支持这种文件格式（目前可读 txt、md、html、docx 和 zip），请另存为其中一种后再导入", "This format is not read yet (txt, md, html, docx and zip are); save it as one of them and load again"),
    _reason("format_unknown", "不是可识别的文件格式", "Not a known file format"),
    _reason("unsafe_archive", "压缩包里的内容不安全或过大（路径越界、膨胀过大、嵌套过深或文件过多），没有读取", "Something in an archive is unsafe or too large (a path that leads out, inflation, nesting, too many files); it was not read"),
    _reason("charset_unknown", "文字编码无法确定，打开是乱码", "The text encoding cannot be told"),
    _reason("not_a_report", "不是政府信息公开工作年度报告（没有年报的标题、章节或三张表）", "Not an annual report on information disclosure (no title, sections or tables of one)"),
    _reason("notice_only", "只是一则通知或链接页面，年报正文在附件里，请导入附件", "Only a notice; the report itself is an attachment, load that"),
    _reason("reading_failed", "读取时出现程序错误，已跳过，请把文件交给维护人员", "Reading failed by a fault of the program; give the file to the maintainers"),
    _reason("same_file", "与另一份文件逐字节相同", "Byte for byte the same as another file"),
    _reason("same_report", "与另一份文件内容相同（同一单位、同一年度）", "The same report as another file (same agency, same year, same content)"),
    _reason("newer_version", "同一单位同一年度另有发布日期较晚的版本", "Another version for the same agency and year was published later"),
    _reason("fuller_version", "同一单位同一年度另有一份，读出了统计表，这一份没有", "Another document for the same agency and year has tables that could be read, this one has none"),
    _reason("dated_version", "同一单位同一年度另有一份写明了发布日期，这一份没有，取写明的一份", "Another document for the same agency and year says when it was published, this one does not; the one that says so counts"),
    _reason("same_day_version", "同一单位同一年度另有一份，发布日期相同，取后导入的一份（同一次导入的，取文件次序靠后的）", "Another document for the same agency and year was published on the same day; the one loaded later counts (within one load, the later file)"),
    _reason("undated_version", "同一单位同一年度另有一份，发布日期都没有写明，取后导入的一份（同一次导入的，取文件次序靠后的）", "There is another document for the same agency and year and neither says when it was published; the one loaded later counts (within one load, the later file)"),
)
REASON_BY_NAME: Final = {word.name: word for word in REASONS}
