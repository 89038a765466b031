"""The words in the names of reporting bodies: kinds, sectors, and what bodies and zones are called.

Kinds decide peers (`government`, `department`, `township`, `other`); sectors are the fields of work of departments,
each with the ways in which names of departments write it. Written for this project from published names.
"""

from typing import Final

from etl.vocabulary.words import Word

GOVERNMENT: Final = "government"
DEPARTMENT: Final = "department"
TOWNSHIP: Final = "township"
OTHER: Final = "other"


def _kind(name: str, zh: str, en: str, zh_means: str, en_means: str) -> Word:
    return Word(name, "agency_kind", zh, en, zh_means, en_means, "Gongkai")


KINDS: Final = (
    _kind(GOVERNMENT, "政府", "Government", "县级以上人民政府、行政公署", "A people's government of county level or above"),
    _kind(DEPARTMENT, "部门", "Department", "政府的工作部门、办公室及其派出机构", "A department or office of a government"),
    _kind(TOWNSHIP, "乡镇街道", "Township", "乡、镇人民政府和街道办事处", "A township, town or subdistrict office"),
    _kind(OTHER, "其他", "Other", "开发区管委会、企事业单位和其他机构", "A zone committee, enterprise, institution or other body"),
)

RESOLVED: Final = "resolved"
AMBIGUOUS: Final = "ambiguous"
UNRESOLVED: Final = "unresolved"


def _status(name: str, zh: str, en: str, zh_means: str, en_means: str) -> Word:
    return Word(name, "region_status", zh, en, zh_means, en_means, "Gongkai")


REGION_STATUSES: Final = (
    _status(RESOLVED, "已确定", "Resolved", "所在行政区划有依据可以确定", "The division is certain, and its evidence kept"),
    _status(AMBIGUOUS, "有歧义", "Ambiguous", "有多个同名区划，依据不足或互相矛盾", "Several divisions bear the name; evidence is missing or contradicts itself"),
    _status(UNRESOLVED, "未确定", "Unresolved", "名称中没有地名，或地名不在区划表中", "The name has no place, or one that the gazetteer lacks"),
)

SECTOR_NAMES: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("发展和改革", "Development and reform"): ("发展和改革", "发展改革", "发改"),
    ("教育", "Education"): ("教育体育", "教育和体育", "教育", "教体", "教科体"),
    ("科学技术", "Science and technology"): ("科学技术", "科技"),
    ("工业和信息化", "Industry and information"): ("工业和信息化", "工业信息化", "工业和科技", "工信", "经济和信息化", "经济信息化", "经信", "经济贸易", "经贸"),
    ("民族宗教", "Ethnic and religious affairs"): ("民族宗教", "民族事务", "民族和宗教", "宗教事务", "民宗"),
    ("公安", "Public security"): ("公安",),
    ("民政", "Civil affairs"): ("民政",),
    ("司法", "Justice"): ("司法",),
    ("财政", "Finance"): ("财政",),
    ("人力资源和社会保障", "Human resources and social security"): ("人力资源和社会保障", "人力资源社会保障", "劳动和社会保障", "人社"),
    ("自然资源", "Natural resources"): ("自然资源", "规划和自然资源", "规划与自然资源", "国土资源", "自规", "国土房管", "城乡规划"),
    ("生态环境", "Ecology and environment"): ("生态环境", "环境保护", "环保"),
    ("住房和城乡建设", "Housing and construction"): ("住房和城乡建设", "住房城乡建设", "住房和建设", "住房建设", "住房保障", "住房和城市建设", "住房公积金", "房产", "住建", "建设", "城乡建设"),
    ("交通运输", "Transport"): ("交通运输", "交通"),
    ("水利", "Water"): ("水利", "水务", "水旱"),
    ("农业农村", "Agriculture and rural affairs"): ("农业农村", "农业", "农牧", "畜牧", "农林", "农经", "海洋和渔业", "海洋与渔业", "渔业"),
    ("商务", "Commerce"): ("商务", "商贸"),
    ("文化和旅游", "Culture and tourism"): ("文化和旅游", "文化广电", "文化旅游", "文化体育", "文化广播", "文化", "文旅", "文广", "文体", "旅游", "广播电视"),
    ("卫生健康", "Health"): ("卫生健康", "卫生和计划生育", "卫生计生", "卫健", "卫计", "卫生", "人口和计划生育"),
    ("退役军人事务", "Veterans affairs"): ("退役军人",),
    ("应急管理", "Emergency management"): ("应急管理", "安全生产监督", "应急", "安监"),
    ("审计", "Audit"): ("审计",),
    ("外事", "Foreign affairs"): ("外事",),
    ("国有资产监督管理", "State-owned assets"): ("国有资产监督管理", "国资"),
    ("市场监督管理", "Market regulation"): ("市场监督管理", "市场监管", "工商行政管理", "工商", "质量技术监督", "质监", "食品药品监督", "药品监督", "知识产权"),
    ("体育", "Sport"): ("体育",),
    ("统计", "Statistics"): ("统计",),
    ("医疗保障", "Medical security"): ("医疗保障", "医保"),
    ("乡村振兴", "Rural revitalisation"): ("乡村振兴", "扶贫"),
    ("林业和草原", "Forestry"): ("林业", "林草", "园林", "绿化"),
    ("城市管理", "City management"): ("城市管理", "综合行政执法", "行政执法", "综合执法", "城管", "市政", "市容", "城市综合"),
    ("行政审批", "Administrative services"): ("行政审批", "政务服务", "行政服务", "审批服务", "公共资源交易", "营商环境"),
    ("数据", "Data"): ("大数据", "数据"),
    ("信访", "Petitions"): ("信访",),
    ("金融", "Financial work"): ("地方金融", "金融"),
    ("机关事务", "Government offices"): ("机关事务",),
    ("粮食和物资储备", "Grain and reserves"): ("粮食",),
    ("人民防空", "Civil air defence"): ("人民防空", "人防", "国防动员"),
    ("税务", "Taxation"): ("税务", "国家税务", "地方税务"),
    ("气象", "Meteorology"): ("气象",),
    ("供销合作", "Supply and marketing"): ("供销",),
    ("投资促进", "Investment promotion"): ("投资促进", "招商"),
    ("档案", "Archives"): ("档案",),
    ("地震", "Earthquakes"): ("地震", "防震减灾"),
    ("邮政", "Post"): ("邮政",),
    ("烟草", "Tobacco"): ("烟草",),
    ("政府办公室", "Government office"): ("政府办公", "行政公署办公"),
}
SECTORS: Final = tuple(
    Word(zh, "sector", zh, en, f"名称含“{'”“'.join(variants)}”的部门", f"Departments whose name has one of: {', '.join(variants)}", "Gongkai")
    for (zh, en), variants in SECTOR_NAMES.items()
)
SECTOR_BY_VARIANT: Final = {variant: zh for (zh, _), variants in SECTOR_NAMES.items() for variant in variants}

GOVERNMENT_ENDINGS: Final = ("人民政府", "政府", "行政公署", "行署")
TOWNSHIP_ENDINGS: Final = (
    "街道办事处", "街道办", "街道", "镇人民政府", "乡人民政府", "镇政府", "乡政府", "镇", "乡", "苏木人民政府", "苏木", "苏木政府", "地区办事处",
)
DEPARTMENT_ENDINGS: Final = (
    "局", "委员会", "委", "厅", "办公室", "办公厅", "办", "署", "处", "中心", "站", "队", "所", "社", "指挥部", "馆",
)
OTHER_ENDINGS: Final = (
    "管委会", "公司", "集团", "医院", "学校", "学院", "大学", "中学", "小学", "幼儿园", "法院", "检察院", "院", "会", "协会", "部", "台", "银行", "行", "库", "园",
)
"""How a name may end without being a government, a department or a township."""
ZONE_ENDINGS: Final = (
    "经济技术开发区", "高新技术产业开发区", "高新技术开发区", "经济开发区", "开发区", "高新区", "经开区", "保税区", "综保区", "保税港区", "示范区", "度假区",
    "风景名胜区", "风景区", "名胜区", "管理区", "工业园区", "产业园区", "工业园", "产业园", "科技园", "园区", "试验区", "实验区", "合作区", "功能区", "集聚区", "自贸区",
    "新区", "新城", "开发试验区", "保护区", "投资区", "旅游区", "示范园",
)
"""Zones that are not divisions of GB/T 2260; they belong to the division that contains them."""
NATIONAL_BEGINNINGS: Final = ("国家税务总局", "国家统计局", "国家能源局", "国家邮政局", "国家矿山安全监察局", "国家金融监督管理总局", "国家外汇管理局", "中国人民银行", "中国气象局", "中国地震局", "中华人民共和国", "中国共产党", "中共")
"""National bodies whose name stands before the place of their local office."""
NATIONAL_WORDS: Final = ("国家", "中国", "中华", "全国", "国务院")

WORDS_LIKE_PLACES: Final = (
    "城市", "城区", "区域", "社区", "园区", "校区", "景区", "片区", "库区", "林区", "牧区", "矿区", "县域", "市场", "人民", "中心城区", "主城区", "老城区",
)
"""Beginnings of what follows a place that end like a division and are none."""
LETTERS_OF_NO_PLACE: Final = frozenset("和与及到将使了按让各全我本该并等或以于给把跟就两每某原")
WORDS_BEFORE_A_PLACE: Final = frozenset((
    "创新", "推动", "推进", "指导", "协助", "配合", "支持", "督促", "组织", "要求", "根据", "按照", "结合", "围绕", "加强", "强化", "提升", "促进", "完善", "规范",
    "落实", "成立", "建立", "健全", "开展", "关于", "以及", "其中", "同时", "通过", "目前", "去年", "今年", "年度", "本年", "所有", "其他", "相关", "有关", "部分",
    "城乡", "邻近", "周边", "所属", "下属", "所辖", "近年", "依托",
))
"""What stands before 县 in running text without being the name of one: 全县, 创新县…, 推动县…."""
