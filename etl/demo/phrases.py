"""The building blocks of invented narrative but for section five. All wording is our own."""

from typing import Final

PREAMBLES: Final = (
    "依照公开条例和国务院办公厅规定的年报格式，{agency}编制并公布本报告，所列数据自{year}年1月1日起，至12月31日止。",
    "本报告由{agency}按公开条例编写，统计期限为{year}年全年，电子版可在政府网站下载。",
    "现将{agency}{year}年政府信息公开工作情况报告如下，读者如有疑问可向办公室询问。",
)
OVERVIEW_OPENINGS: Final = (
    "{year}年，{agency}围绕中心工作推进公开，公开目录较上年更完整。",
    "一年来，{agency}按年度要点安排公开任务，各项工作总体平稳。",
    "{year}年，{agency}把公开融入日常业务，重点抓好决策、执行和结果三个环节。",
)
PUBLISHING: Final = (
    "（一）主动公开。{year}年通过各类渠道发布信息{posts}条，其中网站{web}条，新媒体{media}条。",
    "（一）主动公开情况。全年对外发布信息{posts}条，网站{web}条，新媒体账号{media}条。",
)
REQUESTS_NONE: Final = (
    "（二）依申请公开。{year}年未收到政府信息公开申请。",
    "（二）依申请公开情况。全年没有收到政府信息公开申请。",
)
REQUESTS_SOME: Final = (
    "（二）依申请公开。{year}年新收政府信息公开申请{received}件，上年结转{carried_in}件，办结{concluded}件，结转下年度{carried_out}件。",
    "（二）依申请公开情况。全年新收政府信息公开申请{received}件，办结{concluded}件；予以公开{granted}件，部分公开{granted_in_part}件。",
)
MANAGEMENT: Final = (
    "（三）政府信息管理。对拟公开的文件先审查后发布，全年复核公开属性{checks}份。",
    "（三）政府信息管理情况。修订公开指南一次，清理过时文件{checks}份。",
)
PLATFORMS: Final = (
    "（四）平台建设。调整网站公开专栏{columns}个，新媒体账号保持每周更新。",
    "（四）平台建设情况。完成公开专栏适老化改造，新增查阅点{columns}处。",
)
SUPERVISION: Final = (
    "（五）监督保障。组织培训{trainings}次，未发生责任追究情形。",
    "（五）监督保障情况。把公开工作列入考核，年内开展培训{trainings}次。",
)
DISPUTES_NONE: Final = ("本年度没有因政府信息公开被申请行政复议或者提起行政诉讼。",)
DISPUTES_SOME: Final = ("本年度因政府信息公开被申请行政复议{reviewed}件，被提起行政诉讼{sued}件。",)
OTHER_MATTERS: Final = (
    "{year}年没有收取信息处理费。",
    "{year}年未发出收费通知，信息处理费总额为零。",
    "除上述内容外，没有其他需要说明的事项；信息处理费未收取。",
)
