"""How reports speak of their year, of themselves, of problems and of improvements: patterns for the rules about texts."""

from typing import Final

PERIOD: Final = r"(?P<begin>\d{4,6})年1月1日[^。；\n]{0,8}?(?:至|到|—|–|-|－|~|～|，)+[^。；\n\d]{0,4}(?:(?P<end>\d{4,6})年)?12月31日"
PERIOD_IN_WORDS: Final = r"统计(?:期限|时间|周期|年度|区间|范围)[^。；\n\d]{0,8}(?P<begin>\d{4,6})年(?:全年|度)"
"""The period of the report, in text without white space."""
PERIOD_NAMED: Final = "统计|期限|数据|报告期|本报告|本年报|时限"
"""Words near a period that make it that of the report."""
OPENING: Final = r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?(?:[^，。；\d]{0,8}情况[。：])?(?P<year>20\d{2})年度?，?(?!\d)(?P<rest>[^\d]*)"
"""A sentence that opens with a year."""
NO_OPENING: Final = "^[^，]*(?:以来|施行|实施后|颁布|修订)|^(?:底|末|至|到|—|－|-|、|的|起|上半年|下半年|结转|相比|条例|是)"
"""What follows a year that is not the one spoken of."""
SELF_AT_WORK: Final = (
    "^(?:全年)?(?:本机关|本单位|本部门|[我本](?:局|委|办|厅|镇|乡|街道|单位|部门|中心)|全局|全委)"
    "(?:共|总共|累计|全年)?(?:主动|通过|依法|在)?[^，。]{0,12}(?:公开|发布|收到|受理|新收|办结|制发|印发)"
)
"""The agency's own work of the year."""
COMPARED: Final = "比|较|同期|增长|下降|增加|减少|荣获|评为|分别"

_KINDS_OF_BODIES: Final = "局|委员会|委|厅|办公室|人民政府|街道办事处|管委会|管理委员会|中心|联合会"
NAME: Final = f"(?P<name>[\\u4e00-\\u9fff（）]{{2,24}}?(?:{_KINDS_OF_BODIES}))"
SELF_NAMED: Final = (
    f"(?:现将|现公布|现发布|现公开){NAME}(?:\\d{{4}}年(?:度)?)?政府信息公开(?:工作)?(?:情况|年度报告|年报|报告)",
    f"(?:本报告|本年度报告|本年报|年度报告|报告)由{NAME}(?:按|编制|编写|依据|依照|根据|负责)",
    f"(?:现将|现公布|现发布|现公开){NAME}\\d{{4}}年(?:度)?政府信息公开",
    f"由{NAME}(?:各|机关各)(?:科室|股室|处室|科|股|处)",
)
"""Where a report names itself; the name ends with what an agency's name ends with."""
SELF_NAMED_SOMEHOW: Final = ("(?:现将|现公布|现发布|现公开)", "报告由|年报由", "由[^。]{2,24}(?:科|股|处)")
"""One of these is in every text that the patterns before match, and is found faster."""
_RECEIVED: Final = "(?:共|全年|累计|本年度?|20\\d{2}年度?)*(?:新收|收到|受理)[^，。；]{0,8}信息公开申请"
NAMED_AT_WORK: Final = f"(?:^|[，。；：、）)])(?:20\\d{{2}}年)?(?:度|全年)?{NAME}{_RECEIVED}"
"""Who receives the requests, at the beginning of a clause."""
WRITTEN: Final = "(?:编制|编写)(?:并|、)?(?:公布|发布|公开)?了?(?:本报告|本年度报告|本年报)"
NAMED_AS_AUTHOR: Final = f"(?:^|[，。；：、）)]){NAME}[^，。；]{{0,24}}?{WRITTEN}"
"""Who writes the report, at the beginning of a clause."""
NAMED_AT_WORK_SOMEHOW: Final = f"[省市州盟县区旗][^，。；\\n]{{0,30}}{_RECEIVED}"
"""In every text that the pattern of requests matches with a place in the name, and found faster."""
BEFORE_NAMES: Final = ("通过", "经", "由", "其中", "依托", "加强", "推进", "配合", "参加")
"""Words before a name that are no part of the place it begins with."""
DATE_ALONE: Final = "(?:20\\d{2}|二[〇○零]\\S{2})年\\S{1,3}月\\S{1,4}日"
"""A date that stands alone on a line, below who signs."""
SIGNED_SOMEHOW: Final = f"(?:{_KINDS_OF_BODIES})\\s*\\n"
"""In every text that ends a line with an agency."""
PLACE_IN_NAME: Final = "[\\u4e00-\\u9fff]{1,7}?(?:自治区|自治州|自治县|省|市|州|盟|县|区|旗)"
ENDS_OF_NAMES: Final = f"{_KINDS_OF_BODIES}|政府|办"

PROBLEM_WORDS: Final = "问题|不足|薄弱|有待|欠缺|短板|不够|困难|差距|缺乏|不强|不高|不及时|不规范|滞后|偏慢|弱项|需要?(?:进一步)?(?:加强|提升|提高|完善|改进)|仍需|尚需|不到位|单一|缺失|偏少|不全"
MEASURE_WORDS: Final = "改进|整改|措施|下一步|今后|将|加强|完善|健全|提升|提高|强化|优化|推进|深化|规范|加大|落实|拓展|建立|努力|计划|打算|培训|解决|开展|组织"
STRONG_PROBLEMS: Final = "存在(?:的)?(?:主要)?(?:问题|不足|困难|短板)|不足|不够|有待|薄弱|欠缺|滞后"
STRONG_MEASURES: Final = "下一步|改进(?:措施|情况)|整改措施|今后|将"
NO_PROBLEMS: Final = "(?:无|没有|未发现|不存在)(?:明显|突出|其他|重大|任何|存在)*(?:的)?(?:主要)?问题"
SECTION_MARKS: Final = {
    "overview": "总体情况|概述|概况|基本情况",
    "proactive": "主动公开",
    "requests": "申请.{0,4}情况|依申请公开",
    "reviews": "复议",
    "problems": "问题|不足",
    "other_matters": "报告的?事项|其[他它]事项",
}
"""What a heading of a section has in it, however it is worded."""
