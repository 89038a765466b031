"""Every rule about texts by example: what is written and printed, and the state it leads to.

Each example starts from a report of zeros in six sections that say nothing wrong (`PLAIN`), and writes only what it
names; a section that is None is not there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import polars as pl

from etl.vocabulary.form import REQUESTS, REVIEWS, SECTIONS, CellKey
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN
from tests.rules.shards import Sheet, zero_cells
from tests.rules.specs import requests, reviews

PLAIN: Final[Mapping[str, str]] = {
    "preamble": "本报告由测试县商务局按公开条例编写，统计期限为2023年1月1日至2023年12月31日。",
    "overview": "2023年，测试县商务局按年度要点安排公开任务。",
    "proactive": "",
    "requests": "",
    "reviews": "",
    "problems": "（一）存在的问题\n部分栏目更新不够及时。\n（二）改进情况\n下一步将按月核对更新日期。",
    "other_matters": "没有其他需要报告的事项。",
}
_HEADINGS: Final = {word.name: word.label_zh for word in SECTIONS}
SCHEMA: Final = pl.Schema({name: pl.Int32() if name == "position" else pl.String() for name in ("document_id", "position", "section", "heading", "text", "place")})


@dataclass(frozen=True)
class SpecOfText:
    """One example of a rule about texts: `texts` over the plain ones, `printed` over zeros, the `state` it leads to."""

    rule: str
    says: str
    texts: Mapping[str, str | None]
    state: str
    message: str = ""
    printed: Mapping[CellKey, str] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    without: str = ""

    def sheet(self) -> Sheet:
        """The report of the example."""
        form = self.about.get("form", "2021")
        cells = {key: text for key, text in zero_cells("2021").items() if key[0] != self.without}
        return Sheet({**cells, **self.printed}, form, **{name: value for name, value in self.about.items() if name != "form"})

    def sections(self) -> pl.DataFrame:
        """Its sections as the reader hands them on."""
        texts = {name: self.texts.get(name, PLAIN[name]) for name in PLAIN} if "" not in self.texts else {}
        rows = [(self.sheet().document_id, at, name, "" if name == "preamble" else _HEADINGS[name], text, f"p{at}")
                for at, (name, text) in enumerate(texts.items(), start=1) if text is not None]
        return pl.DataFrame(rows, schema=SCHEMA, orient="row")


UNREAD: Final[Mapping[str, str | None]] = {"": None}
"""A report of which no text was read."""

COUNTS: Final = (
    SpecOfText("TX.COUNT", "新收、办结与表一致", {"overview": "（二）依申请公开。2023年新收政府信息公开申请12件，办结12件。"}, PASSED,
               printed=requests("total", received="12", concluded="12")),
    SpecOfText("TX.COUNT", "新收与表不一致", {"overview": "（二）依申请公开。2023年新收政府信息公开申请12件。"}, FAIL,
               "总体情况第 2 句说“2023年新收政府信息公开申请12件”；表三 · 本年新收为 10，差 2。", requests("total", received="10")),
    SpecOfText("TX.COUNT", "说没有而表中有", {"overview": "全年未收到政府信息公开申请。"}, FAIL, "表三 · 本年新收为 3，差 −3。", requests("total", received="3")),
    SpecOfText("TX.COUNT", "代表区政府受理的只是一部分", {"overview": "（二）依申请公开。代表区政府受理政府信息公开申请17件。"}, UNCERTAIN, "句中有范围用语",
               requests("total", received="95")),
    SpecOfText("TX.COUNT", "受理数等于新收加结转", {"overview": "2023年受理政府信息公开申请15件。"}, UNCERTAIN, "与表中另一种读法的合计相等",
               requests("total", received="12", carried_in="3")),
    SpecOfText("TX.COUNT", "收办等于新收加结转", {"requests": "共收办申请3607件，其中新收3511件，上年结转96件。"}, PASSED,
               printed=requests("total", received="3511", carried_in="96")),
    SpecOfText("TX.COUNT", "诉讼等于直接起诉加复议后起诉", {"reviews": "2023年被提起行政诉讼46件。"}, PASSED,
               printed={**reviews("litigation_direct", total="26"), **reviews("litigation_after_review", total="20")}),
    SpecOfText("TX.COUNT", "诉讼只计了直接起诉的", {"reviews": "2023年被提起行政诉讼26件。"}, UNCERTAIN, "与表中另一种读法的合计相等",
               {**reviews("litigation_direct", total="26"), **reviews("litigation_after_review", total="20")}),
    SpecOfText("TX.COUNT", "一句两数，答复用词较宽", {"requests": "受理3259件，答复3278件。"}, UNCERTAIN, "用词较宽", requests("total", received="3259", concluded="3300")),
    SpecOfText("TX.COUNT", "文中另一处与表一致", {"overview": "我局收到政府信息公开申请12件。", "requests": "收到政府信息公开申请9件。"}, UNCERTAIN, "文中另一处所说与表格一致",
               requests("total", received="12")),
    SpecOfText("TX.COUNT", "表中总计空白", {"overview": "我局收到政府信息公开申请12件。"}, UNCERTAIN, "不作为单位的差错", requests("total", received="")),
    SpecOfText("TX.COUNT", "上一年的件数不比", {"overview": "2022年收到政府信息公开申请10件，2023年收到12件。"}, PASSED, printed=requests("total", received="12")),
    SpecOfText("TX.COUNT", "没有表三", {"overview": "我局收到政府信息公开申请12件。"}, NOT_ASSESSABLE, without=REQUESTS),
    SpecOfText("TX.COUNT", "没有表四", {"reviews": "被申请行政复议1件。"}, NOT_ASSESSABLE, without=REVIEWS),
    SpecOfText("TX.COUNT", "没有读到文字", UNREAD, NOT_ASSESSABLE),
)
RESIDUE: Final = (
    SpecOfText("TX.YEAR", "统计期限是报告年度", {}, PASSED),
    SpecOfText("TX.YEAR", "统计期限是上一年", {"preamble": "本报告统计期限为2022年1月1日至2022年12月31日。"}, FAIL,
               "导语第 1 句说“2022年1月1日至2022年12月31日”；报告的是 2023。"),
    SpecOfText("TX.YEAR", "统计期限的年份多印了数字", {"preamble": "本报告统计期限为202023年1月1日至2023年12月31日。"}, UNCERTAIN, "202023"),
    SpecOfText("TX.YEAR", "另一处写对了统计期限", {"preamble": "数据统计期限为2022年1月1日至2022年12月31日。\n统计期限为2023年1月1日至2023年12月31日。"}, UNCERTAIN, "2022"),
    SpecOfText("TX.YEAR", "总体情况开头是上一年", {"overview": "2022年，测试县商务局按年度要点安排公开任务。"}, FAIL, "总体情况第 1 句说“2022年”"),
    SpecOfText("TX.YEAR", "开头是上一年，后文是报告年度", {"overview": "2022年，测试县商务局按要点安排任务。2023年，任务全部完成。"}, UNCERTAIN, "2022"),
    SpecOfText("TX.YEAR", "主动公开部分说的是上一年", {"proactive": "2022年度，本单位主动公开信息45条。"}, FAIL, "2022"),
    SpecOfText("TX.YEAR", "开头说的是上一年的事", {"overview": "2022年，机构改革全面完成，职能有所调整。"}, UNCERTAIN, "2022"),
    SpecOfText("TX.YEAR", "上一年新条例施行", {"overview": "2022年新办法施行后，测试县商务局修订了指南。"}, PASSED),
    SpecOfText("TX.YEAR", "上一年某月", {"overview": "2022年5月起，测试县商务局修订了指南。"}, PASSED),
    SpecOfText("TX.YEAR", "跨年度的规划", {"overview": "统计数据表明，规划自2021年1月1日至2025年12月31日，进展顺利。"}, PASSED),
    SpecOfText("TX.YEAR", "与上一年相比", {"overview": "2023年，公开信息45条，比2022年增加5条。"}, PASSED),
    SpecOfText("TX.YEAR", "条例实施以来", {"overview": "2021年以来，测试县商务局按年度要点安排公开任务。"}, PASSED),
    SpecOfText("TX.YEAR", "没有读到文字", UNREAD, NOT_ASSESSABLE),
    SpecOfText("TX.NAME", "自称的就是本单位", {}, PASSED),
    SpecOfText("TX.NAME", "用简称自称", {"preamble": "现公布县商务局2023年政府信息公开工作年度报告。"}, PASSED),
    SpecOfText("TX.NAME", "自称的是别处的单位", {"preamble": "现公布霁川市商务局2023年政府信息公开工作年度报告。"}, FAIL, "“霁川市商务局”；报告的是 测试县商务局。"),
    SpecOfText("TX.NAME", "别处单位的科室", {"overview": "上述做法由霁川市商务局各科室共同落实。"}, FAIL, "霁川市商务局"),
    SpecOfText("TX.NAME", "同一地方的另一名称", {"preamble": "现公布测试县粮食局2023年政府信息公开工作年度报告。"}, UNCERTAIN, "测试县粮食局"),
    SpecOfText("TX.NAME", "提到别的单位不算", {"overview": "2023年，配合霁川市商务局开展培训，由各科室落实。"}, PASSED),
    SpecOfText("TX.NAME", "相似的第五部分留有对方名称", {"problems": "栏目更新不够及时。下一步霁川市商务局将按月核对日期。"}, UNCERTAIN, "第 2 句说“霁川市商务局”", about={"names_left": ["霁川市商务局"]}),
    SpecOfText("TX.NAME", "没有相似文字时提到别的单位不算", {"problems": "栏目更新不够及时。下一步参加霁川市商务局的培训。"}, PASSED),
    SpecOfText("TX.NAME", "收到申请的是别处的单位", {"overview": "2023年，霁川市残疾人联合会新收政府信息公开申请0件。"}, UNCERTAIN, "“霁川市残疾人联合会”"),
    SpecOfText("TX.NAME", "收到申请的是本单位", {"overview": "2023年测试县商务局收到政府信息公开申请0件，我局受理政府信息公开申请0件。"}, PASSED),
    SpecOfText("TX.NAME", "落款是别处的单位", {"other_matters": "没有其他需要报告的事项。\n霁川市商务局\n2024年1月20日"}, UNCERTAIN, "“霁川市商务局”"),
    SpecOfText("TX.NAME", "相似的第五部分有几处对方名称，一句只列一次", {"problems": "栏目更新不够及时。下一步由霁川市商务局各科室按月核对日期。"}, FAIL, "霁川市商务局", about={"names_left": ["霁川市", "霁川市商务局"]}),
    SpecOfText("TX.NAME", "本单位名称里含有对方名称", {"problems": "栏目更新不够及时，测试县商务局将按月核对。"}, PASSED, about={"names_left": ["商务局"]}),
    SpecOfText("TX.NAME", "对方名称写成另一种宽度", {"problems": "栏目更新不够及时。下一步霁川市商务局(口岸办)将按月核对日期。"}, UNCERTAIN, "第 2 句说“霁川市商务局(口岸办)”", about={"names_left": ["霁川市商务局（口岸办）"]}),
    SpecOfText("TX.NAME", "对方名称前有一个字写作几个字的编号", {"problems": "栏目更新不够及时。㈠下一步霁川市商务局将按月核对日期。"}, UNCERTAIN, "第 2 句说“霁川市商务局”", about={"names_left": ["霁川市商务局"]}),
    SpecOfText("TX.NAME", "收到申请的是上级单位", {"overview": "2023年，云泽省商务厅收到政府信息公开申请0件。"}, PASSED, about={"places": ["云泽省", "云州市", "测试县"]}),
    *(SpecOfText("TX.NAME", f"收到申请的不是别处：{who}", {"overview": f"2023年，{who}收到政府信息公开申请0件。"}, PASSED)
      for who in ("我县人民政府办公室", "全市政务公开办公室", "各县区政务服务中心", "通过市人民政府办公室", "城市管理委员会", "县人民政府办公室")),
    *(SpecOfText("TX.NAME", f"不是落款：{line}", {"other_matters": f"没有其他需要报告的事项。\n{line}\n另有一事。"}, PASSED)
      for line in ("霁川市商务局", "进一步加强城市公共服务中心")),
    SpecOfText("TX.NAME", "由别处的单位依照条例编制", {"preamble": "本报告由霁川市商务局依照条例编制。"}, FAIL, "霁川市商务局"),
    SpecOfText("TX.NAME", "别处的单位编制并公布本报告", {"preamble": "依照公开条例和国务院办公厅规定的年报格式，霁川市商务局编制并公布本报告。"}, UNCERTAIN, "霁川市商务局"),
    SpecOfText("TX.NAME", "依照别处的格式编制本报告", {"preamble": "根据国务院办公厅政府信息与政务公开办公室规定的格式编制本报告，测试县商务局编写本报告。"}, PASSED),
    SpecOfText("TX.NAME", "落款日期上面不是别处的单位", {"other_matters": "没有其他需要报告的事项。\n城市管理委员会\n2024年1月20日"}, PASSED),
    SpecOfText("TX.NAME", "先落本单位，又落别处的单位", {"other_matters": "没有其他需要报告的事项。\n测试县商务局\n2024年1月19日\n霁川市商务局\n2024年1月20日"}, UNCERTAIN, "“霁川市商务局”"),
    SpecOfText("TX.NAME", "落款是本单位", {"other_matters": "没有其他需要报告的事项。\n测试县商务局\n2024年1月20日"}, PASSED),
    SpecOfText("TX.NAME", "没有读到文字", UNREAD, NOT_ASSESSABLE),
)
FIVE: Final = "存在的主要问题及改进情况"
PARTS: Final = (
    SpecOfText("TX.SECTIONS", "六个部分齐全", {}, PASSED),
    SpecOfText("TX.SECTIONS", "没有第六部分", {"other_matters": None}, FAIL, "没有在应有的位置找到：其他需要报告的事项。"),
    SpecOfText("TX.SECTIONS", "第五部分放在第六部分之后", {"problems": None, "other_matters": f"没有。\n五、{FIVE}\n更新不够及时，将改进。"}, FAIL, f"没有在应有的位置找到：{FIVE}"),
    SpecOfText("TX.SECTIONS", "标题像是改写了", {"problems": None, "reviews": "没有发生。\n五、工作中的问题与打算\n更新不够及时。"}, UNCERTAIN, "标题可能改写"),
    SpecOfText("TX.SECTIONS", "早年的格式", {"other_matters": None}, NOT_ASSESSABLE, about={"form": "pre2019"}),
    SpecOfText("TX.SECTIONS", "没有读到文字", UNREAD, NOT_ASSESSABLE),
    SpecOfText("TX.PROBLEMS_EMPTY", "写了问题和改进", {}, PASSED),
    SpecOfText("TX.PROBLEMS_EMPTY", "只写“无”", {"problems": "无。"}, FAIL, f"{FIVE}：只写“无。”"),
    SpecOfText("TX.PROBLEMS_EMPTY", "不足十个字", {"problems": "没有明显问题。"}, FAIL, "只写“没有明显问题。”"),
    SpecOfText("TX.PROBLEMS_EMPTY", "没有这一部分", {"problems": None}, FAIL, "没有找到这一部分"),
    SpecOfText("TX.PROBLEMS_EMPTY", "标题下没有文字", {"problems": ""}, UNCERTAIN, "标题下没有文字"),
    SpecOfText("TX.PROBLEMS_EMPTY", "没有标题，别处写到不足", {"problems": None, "overview": "2023年，公开工作还有不足。"}, UNCERTAIN, "没有找到这一部分"),
    SpecOfText("TX.PROBLEMS_EMPTY", "早年的格式", {"problems": "无。"}, NOT_ASSESSABLE, about={"form": "pre2019"}),
    SpecOfText("TX.NO_MEASURES", "既有问题，也有改进", {}, PASSED),
    SpecOfText("TX.NO_MEASURES", "只写问题", {"problems": "存在的主要问题：栏目更新滞后，人手不足，形式单一。"}, FAIL, "写了问题，没有写改进"),
    SpecOfText("TX.NO_MEASURES", "只写改进", {"problems": "下一步将按月核对日期，安排专人值守，做到当日上网。"}, FAIL, "写了改进，没有写问题"),
    SpecOfText("TX.NO_MEASURES", "只写打算，用词不明", {"problems": "按月核对日期，组织专人值守，做到当日上网公布。"}, UNCERTAIN, "有相近的字样"),
    SpecOfText("TX.NO_MEASURES", "写明没有问题", {"problems": "本年度公开工作没有明显问题，各项任务均已完成。"}, PASSED),
    SpecOfText("TX.NO_MEASURES", "没有第五部分", {"problems": None}, NOT_ASSESSABLE),
)
SPECS_OF_TEXTS: Final[tuple[SpecOfText, ...]] = (*COUNTS, *RESIDUE, *PARTS)
