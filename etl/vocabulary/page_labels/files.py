"""What the files of panels are called, by the key of the panel; `{what}` is the rate, or whatever else is chosen."""

from typing import Final

from etl.vocabulary.labels import Text
from etl.vocabulary.page_labels.coverage import COVERAGE
from etl.vocabulary.page_labels.dictionary import DICTIONARY
from etl.vocabulary.page_labels.overview import FINDINGS
from etl.vocabulary.page_labels.reuse import COLUMN_AGAIN, REUSE
from etl.vocabulary.page_labels.search import SEARCH, WHOLE_TEXT

_BY_YEAR: Final = Text("{what}-逐年", "{what} by year")
FILES: Final[dict[str, Text]] = {
    "coverage": COVERAGE,
    "parts-by-year": Text("各地报送情况", "Who reported by part"),
    "agencies-by-year": Text("各单位报送情况", "Who reported by agency"),
    "no-report": Text("没有年报的单位", "Agencies without a report"),
    "reports-apart": Text("年份或单位未识别的年报", "Reports of unknown year or agency"),
    "findings": FINDINGS,
    "not-loaded": Text("未能导入的文件", "Documents not loaded"),
    "agency-rate": Text("{what}", "{what}"),
    "agency-numbers": Text("历年数字", "Numbers over the years"),
    "agency-findings": FINDINGS,
    "agency-texts": WHOLE_TEXT,
    "agency-documents": Text("年报文件", "Report documents"),
    "cells": Text("年报单元格", "Cells of the report"),
    "passed-by-region": Text("核查通过率-各地", "Checks passed by region"),
    "passed-by-rule": Text("核查通过率-各规则", "Checks passed by rule"),
    "decisions": Text("处理决定数量", "Decisions"),
    "item": Text("主动公开-{what}", "Proactive disclosure, {what}"),
    "rate-by-year": _BY_YEAR,
    "outcomes": Text("办理结果构成", "Mix of outcomes"),
    "applicants": Text("申请人构成", "Mix of applicants"),
    "reasons": Text("{what}的理由", "Reasons for {what}"),
    "flow": Text("申请流向-{what}", "Flow of requests, {what}"),
    "cases": Text("复议诉讼件数", "Reviews and cases"),
    "results": Text("复议诉讼结果", "Results of reviews and cases"),
    "review-rate-by-year": _BY_YEAR,
    "section-five": Text("第五部分写作情况", "Section five by year"),
    "sentences": Text("第五部分逐句对照", "Section five by sentence"),
    "themes-by-year": Text("问题主题-逐年", "Themes by year"),
    "themes-by-part": Text("问题主题-各地", "Themes by part"),
    "again": COLUMN_AGAIN,
    "again-list": Text("改进后又写为问题-逐条", "Themes named again, each"),
    "texts": SEARCH,
    "found-by-year": Text("写到{what}的年报-逐年", "Reports that hold {what} by year"),
    "texts-found": Text("检索结果", "Texts found"),
    "reuse-spread": Text("{what}-分布", "{what}, distribution"),
    "reuse-ranked": Text("{what}-排名", "{what}, ranked"),
    "shared-texts": Text("共用文本", "Shared texts"),
    "shared-text": Text("共用文本-{what}", "Text shared with {what}"),
    "pair": Text("并排对照", "Two texts side by side"),
    "alike": Text("相似的年报", "Alike reports"),
    "agency-reuse": REUSE,
    "compared": Text("{what}-比较", "{what} compared"),
    "out-of-line": Text("{what}-偏离提示", "{what}, out of line"),
    "by-province": Text("{what}-各省", "{what} by province"),
    "by-region": Text("{what}-各地区", "{what} by region"),
    "dictionary": DICTIONARY,
    "filled": Text("填报情况", "Who fills what in"),
    "filled-by-year": Text("{what}-填报情况", "Reports with {what}"),
    "rows-by-year": Text("{what}-各年行数", "{what}, rows by year"),
}
"""A key may go on after a dash: `item-fees` is called as `item` is; the longest that fits counts."""
