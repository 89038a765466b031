"""How reports say in words what tables three and four say in numbers: quantities, turns of phrase, and what casts doubt.

Patterns are regular expressions over a sentence without white space. A turn of phrase is taken only as a whole: words
before it that `LEADS` does not know make the count doubtful, so that a new wording is never an alarm.
"""

import re
from dataclasses import dataclass
from typing import Final

from etl.vocabulary.form import REQUESTS
from etl.vocabulary.quantities import LOOSE, NAMED_ROWS
from etl.vocabulary.short_labels import short_label
from etl.vocabulary.words import Word

SENTENCE: Final = r"[^。！？!?\n]*[^。！？!?\s][^。！？!?\n]*[。！？!?]?"
"""One sentence of a section; found one after the other they are numbered from 1.

It goes on behind ；, where `etl.vocabulary.sentences` cuts section five: a year, a period or a scope that is named before
a semicolon holds for the counts behind it (上半年收到5件；办结4件), and cut off from it they would be taken for the year's.
"""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A turn of phrase for a quantity; `names_object` when it says itself that requests (or disputes) are counted."""

    quantity: str
    pattern: str
    names_object: bool = False
    doubt: str = ""


def _names(word: Word) -> str:
    """The label of a row, short and as the form prints it, without its number."""
    return "|".join(
        re.escape(text) for text in (word.label_zh.split(".", 1)[1], short_label(REQUESTS, word.name, "zh"))
    )


COMES_IN: Final = "收办|新收|收到|接到|受理|共有"
"""Only of requests that came in are those carried in a part that the table has."""
EXPLICIT: Final = "新"
"""What a count says with this word is what the form calls it; no other reading is granted."""

OWN_NAME: Final = "\ue000"
"""What stands for each letter of the agency's own name while a sentence is read."""
THIS_YEAR, LAST_YEAR, NEXT_YEAR = "THIS", "LAST", "NEXT"
"""What stands for the year reported on and its neighbours meanwhile."""

_REQUEST: Final = (
    "(?:(?:关于|有关)?(?:依申请(?:政府)?信息公开(?:的)?(?:申请)?(?:事项|件)?|依申请公开(?:政府信息)?(?:信息)?(?:的)?(?:申请(?:书|表|件|事项)?|件|事项|信息)?"
    "|(?:政府|政务)?信息(?:依申请)?公开(?:的)?(?:书面)?申请(?:书|表|件|事项)?|公开(?:政府)?信息(?:的)?申请|(?:依)?申请公开(?:的)?(?:政府)?信息(?:的)?(?:申请)?|公开申请|依申请件?))"
)
_WHO: Final = (
    "(?:(?:社会)?公众|群众|申请人|公民、法人(?:和|或|及|或者|以及|与)其[他它]组织)?(?:提出|提交|递交|申请)?(?:的)?"
)
_TAKE: Final = "(?:新收到?|新接收|新受理|登记受理|收到并受理|接收并受理|接收受理|收到|接收到?|接到|受理|收)(?:了|的)?"
_CLOSE: Final = "(?:已)?(?:按时|依法|按期|如期|及时|依法依规|按规定|当年|年内)*(?:办结|办理完毕|办理完结)(?:了)?"
_ANSWER: Final = "(?:已)?(?:按时|依法|按期|如期|及时|依法依规|按规定|均|全部)*(?:答复|回复|办理|处理|办理答复|办理并答复|作出答复|予以答复|依法处理)(?:了)?"
_FIRST_YEAR: Final = "(?:上年度?|上一年度?|去年|上年度?末|LAST年度?)"
_NEXT_YEAR: Final = "(?:下年度?|下一年度?|次年度?|明年|来年|NEXT年度?)"
_ON: Final = "(?:结转|转结|顺延|转|延续|延期)(?:至|到|入)?"
_MATTER: Final = "(?:因|由|涉及|就|对|有关|关于)?(?:政府|政务)?信息公开(?:工作|申请|答复|事项|行为|问题|类)?(?:而|被|所)?(?:引发|引起|产生|导致|发生)?(?:的)?"
_SUFFERED: Final = "(?:收到|发生|引发|引起|产生|涉及)?(?:被)?(?:申请人)?(?:申请|提起|提出|要求)?(?:的)?"
_CASES: Final = "(?:案件|案|申请|事项|情况)?"
_REVIEW: Final = f"行政复议{_CASES}"
_LAWSUIT: Final = f"行政(?:诉讼|应诉){_CASES}"
_BOTH: Final = f"行政复议{_CASES}(?:、|和|与|或|或者|及|以及|并|/)+(?:被)?(?:申请人)?(?:提起|引发|发生)?(?:的)?(?:行政)?(?:诉讼|应诉){_CASES}"

BARE: Final = Phrase("received", "(?:收到|受理|接收|接到)(?:申请)?")
PHRASES: Final = (
    Phrase("received", f"{_TAKE}{_WHO}{_REQUEST}", names_object=True),
    Phrase("received", f"{_REQUEST}(?:方面)?(?:共)?(?:新收到?|新受理|收到|受理|接收)(?:申请)?", names_object=True),
    Phrase("received", "(?:新收到?|新受理)(?:申请)?"),
    BARE,
    Phrase("received", _REQUEST, names_object=True, doubt=LOOSE.name),
    Phrase("handled", f"(?:收办|应办理|应办)(?:的)?(?:{_REQUEST}|申请)?"),
    Phrase("concluded", f"{_CLOSE}{_REQUEST}", names_object=True),
    Phrase("concluded", f"{_REQUEST}{_CLOSE}", names_object=True),
    Phrase("concluded", f"{_CLOSE}(?:申请)?(?:总计)?"),
    Phrase("concluded", f"{_ANSWER}{_REQUEST}", names_object=True, doubt=LOOSE.name),
    Phrase("concluded", f"{_ANSWER}(?:申请)?", doubt=LOOSE.name),
    Phrase(
        "carried_in",
        f"{_FIRST_YEAR}(?:结转|转结|转入|遗留)(?:至|到|入)?(?:本年度?|今年)?(?:继续)?(?:办理)?(?:的)?(?:{_REQUEST}|申请)?",
    ),
    Phrase("carried_in", f"(?:结转|转结)(?:自)?{_FIRST_YEAR}(?:的)?(?:{_REQUEST}|申请)?"),
    Phrase("carried_out", f"{_ON}{_NEXT_YEAR}(?:继续)?(?:办理|答复|处理)?(?:的)?(?:{_REQUEST}|申请)?"),
    Phrase("granted", "予以公开(?:的|类)?"),
    Phrase("granted", "(?:予以公开|同意公开|全部公开)(?:答复|的|类)*", doubt=LOOSE.name),
    Phrase("granted_in_part", "(?:予以)?部分公开(?:的|类)?"),
    Phrase("refused", "不予公开(?:的|类)?"),
    Phrase("unavailable", "无法提供(?:的|类)?"),
    Phrase("not_processed", "不予处理(?:的|类)?"),
    Phrase("other", "其[他它]处理(?:的|类)?"),
    *(Phrase(word.name, f"(?:因|属于|属)?(?:{_names(word)})(?:的|类)?") for word in NAMED_ROWS),
    Phrase("disputes", f"(?:收到|发生|新增)?{_MATTER}{_SUFFERED}{_BOTH}", names_object=True),
    Phrase("disputes", f"{_SUFFERED}{_BOTH}"),
    Phrase("reviews", f"(?:收到|发生|新增)?{_MATTER}{_SUFFERED}{_REVIEW}", names_object=True),
    Phrase("reviews", f"{_SUFFERED}{_REVIEW}"),
    Phrase("lawsuits", f"(?:收到|发生|新增)?{_MATTER}{_SUFFERED}{_LAWSUIT}", names_object=True),
    Phrase("lawsuits", f"{_SUFFERED}{_LAWSUIT}"),
    Phrase("direct", "未经复议直接(?:起诉|提起诉讼)(?:的)?"),
    Phrase("after", "(?:经)?复议后(?:起诉|提起诉讼)(?:的)?"),
)
"""Tried in this order; the first that covers the whole head of a number is what is counted."""

TAKEN: Final = f"{_TAKE}(?:{_WHO})"
"""The head of 收到12件政府信息公开申请."""
BEHIND: Final = f"^{_WHO}{_REQUEST}"
"""What follows the unit there."""
OUTCOMES_BEHIND: Final = (
    Phrase("carried_out", f"(?:申请)?(?:将|需|已|按规定|依法)?{_ON}{_NEXT_YEAR}"),
    Phrase("granted", "(?:申请)?(?:为|属于|已|依法)?予以公开"),
    Phrase("granted_in_part", "(?:申请)?(?:为|属于|已|依法)?(?:予以)?部分公开"),
    Phrase("refused", "(?:申请)?(?:为|属于|已|依法)?不予公开"),
    Phrase("unavailable", "(?:申请)?(?:为|属于|已|依法)?无法提供"),
    Phrase("not_processed", "(?:申请)?(?:为|属于|已|依法)?不予处理"),
)
"""A count before its name, as 其中5件予以公开."""
HEADS_OF_OUTCOMES_BEHIND: Final = "(?:其中)?[:：]?(?:有|另有|尚有|还有|剩余|其余)?"

_NONE: Final = (
    "(?:均|都|也)?(?:没有|未曾|未|无|不存在|尚未)(?:再)?(?:发生|收到|接到|接收到?|受理|新收|出现|产生|有)?(?:过|任何)?"
)
NOTHING: Final = (
    Phrase(
        "received",
        f"(?:均|都|也)?(?:没有|未曾|未|尚未)(?:收到|接到|接收到?|受理|新收到?)(?:过)?(?:任何)?(?:的)?{_WHO}{_REQUEST}(?:情况|情形)?",
        names_object=True,
    ),
    Phrase("received", f"(?:无|没有)(?:任何)?{_REQUEST}(?:情况|情形)?", names_object=True, doubt=LOOSE.name),
    Phrase(
        "carried_in", f"(?:无|没有){_FIRST_YEAR}(?:{_REQUEST}|申请)?(?:结转|转结)(?:的)?(?:{_REQUEST}|申请)?(?:情况)?"
    ),
    Phrase("carried_in", f"{_FIRST_YEAR}(?:无|没有)(?:结转|转结)(?:的)?(?:{_REQUEST}|申请)?"),
    Phrase(
        "carried_out",
        f"(?:无|没有)(?:需)?(?:{_REQUEST})?{_ON}{_NEXT_YEAR}(?:继续)?(?:办理)?(?:的)?(?:{_REQUEST}|申请)?(?:情况|事项)?",
    ),
    Phrase(
        "disputes",
        f"(?:{_MATTER})?{_NONE}{_MATTER}{_SUFFERED}{_BOTH}(?:的)?(?:情况|情形|案件|事件|现象)?",
        names_object=True,
    ),
    Phrase("disputes", f"{_NONE}{_SUFFERED}{_BOTH}(?:的)?(?:情况|情形|案件|事件|现象)?"),
    Phrase(
        "reviews",
        f"(?:{_MATTER})?{_NONE}{_MATTER}{_SUFFERED}{_REVIEW}(?:的)?(?:情况|情形|案件|事件|现象)?",
        names_object=True,
    ),
    Phrase("reviews", f"{_NONE}{_SUFFERED}{_REVIEW}(?:的)?(?:情况|情形|案件|事件|现象)?"),
    Phrase(
        "lawsuits",
        f"(?:{_MATTER})?{_NONE}{_MATTER}{_SUFFERED}{_LAWSUIT}(?:的)?(?:情况|情形|案件|事件|现象)?",
        names_object=True,
    ),
    Phrase("lawsuits", f"{_NONE}{_SUFFERED}{_LAWSUIT}(?:的)?(?:情况|情形|案件|事件|现象)?"),
)
"""How a text says that there was none; each covers a whole clause."""

_WHOLE_YEAR: Final = (
    "(?:自|从)?(?:THIS|本)年1月1日(?:起)?(?:至|到|—|–|-|－|~|～)+(?:THIS年|本年)?12月31日(?:止)?(?:期间)?"
)
WHOLE_YEAR: Final = (
    f"{_WHOLE_YEAR}|(?:截至|截止|至|到)?THIS年(?:12月31日|12月底|年底|底|末)|(?:截至|截止)(?:本年度?|年)(?:底|末)"
)
"""Words for the whole year reported on; THIS, LAST and NEXT stand for the years."""
TIMES: Final = f"(?:在)?(?:{WHOLE_YEAR}|(?:THIS年)?(?:全年|年内|本年度?)累计|THIS年(?:度|全年|度内|内|期间|以来)?|本年度?|本年内|全年度?|全年度内|年内|年度内|今年(?:以来)?|本?报告期内?|一年来|当年)"
SELVES: Final = f"(?:{OWN_NAME}+|本机关|本单位|本部门|[我本](?:局|委|办|厅|院|中心|镇|乡|街道|单位|机关|部门|处|馆))"
OWN_PART: Final = f"其中[，：]?{SELVES}"
"""The agency's own is only a part of what was counted before."""
LEADS: Final = f"(?:[（(][一二三四五六七八九十0-9]+[）)])?(?:{TIMES}|{SELVES}|共|总共|一共|共计|合计|总计|含|包括|包含|全部|已|其中|另|另有|在|现|实际|[:：])*"
"""What may stand before a turn of phrase without changing what it counts."""
CONNECTORS: Final = (
    "(?:的)?(?:数量|总量|总数|件数|数目|数|量)?(?:分别)?(?:共计|共有|合计|总计|共|为|是|达到|达|有|计)*[:：]?"
)
"""What may stand between a turn of phrase and its number."""

CARRIES: Final = (
    f"{_ON}{_NEXT_YEAR}|{_FIRST_YEAR}[^，；。]{{0,14}}?(?:结转|转结|转入|遗留)|(?:结转|转结)(?:自)?{_FIRST_YEAR}"
)
"""Words in which another year is no other year's count."""
YEARS: Final = "(?P<other>(?:LAST|NEXT|\\d{4})年|上一年度?|上年度?|去年|前年|往年|历年)|(?P<own>THIS年|本年|今年|全年|本报告期|年内)"
"""Which year is spoken of."""
CLAUSE: Final = r"[^，；。：（）,;:()！？]+"
"""What stands between two commas."""
TRIGGERS: Final = (
    "申请|结转|转结|转下|顺延|办结|办理|处理|受理|收办|答复|回复|新收|收到|复议|诉|予以公开|部分公开|不予|无法提供"
    "|掌握|秘密|案卷|查询事项|内部事务|过程性|第三方|现成信息|不明确|出版物|反复|重新出具"
)
"""No sentence without one of these says anything of tables three and four."""
SCOPES: Final = (
    "全[省市州盟县区旗镇乡街]|全系统|本级|[我本][市县区省州盟旗]|各(?:有关|相关|级|部门|单位|乡|镇|街|地|县|区|市|科|股|处|成员|职能)|代表|代为|代[收办]|备案|下属|直属|所属|辖区"
    "|[省市县区州旗]政府|政府办|政府办公室|公开办(?![理结])|转[来办交送]|移交|移送|交办|上级|[省市]局|复议机关|复议机构|行政区域|审理|应诉人|第三人|部门间|牵头|汇总|统计(?!期限|时间)|合并|改革前|被申请人的"
)
PERIODS: Final = "累计|[上下]半年|第?[一二三四1-4]季度|截至目前|截止目前|截至[^，]{0,12}[月日]|\\d{1,2}月|近年|历年|年来|以来|期间|首次|同期|比重|占"
ROUND: Final = "(?:余|多|左右|以上|以下|以内|上下|近百)"
EVERY: Final = "(?:均|各|都|分别|平均|每)"
PARTS: Final = "平均|每|分别|指导|协助|督促|审核|协调|配合|同一|网络|网上|网站|信函|邮寄|邮政|快递|当面|现场|窗口|电子邮件|邮箱|传真|平台|在线|线上|线下|书面|口头|电话|自然人|法人|企业|公司|个人|律师|科研|社会组织|主动公开|转办|同比|环比|增加|减少|增长|下降|上升|降低|多出|少了|占比|其余|涉及|补正|延期|撤回|征求|超期|逾期"
"""Words that make a number a part, a difference or something else: no claim at all."""
NEGATED: Final = "(?:未|不|没|尚未|拟|应|需|可|能|待|正在|计划|预计|争取|第|每|平均|若|如|凡)$"
OTHER_OBJECTS: Final = (
    "建议|提案|议案|信访|热线|来信|来访|留言|咨询|投诉|举报|工单|许可|处罚|信箱|民意|诉求|仲裁|赔偿|稿件|图解"
)
REQUESTS_NAMED: Final = "依申请|信息公开(?:的)?申请|公开申请|申请公开|申请人"
INCLUDES: Final = (
    "^(?:[（(]|，)?(?:(?:其中)?(?:(?:均为|均系)上年度?结转|均?(?:含|包括|包含|加上|连同))|其中(?:上年|结转))"
)
COUNTS_OF: Final = "件次|件|份|宗|起|例|条|个|项|次"
EXACT_UNITS: Final = ("件", "份", "宗", "起", "例", "件次")
