"""What a payment was for: the platform's own category, else the words of the line, as one of our lines of living."""

from __future__ import annotations

import re
from functools import lru_cache

from assessment.case import ExpenseCategory

_Patterns = tuple[tuple[ExpenseCategory, re.Pattern[str]], ...]
_BY_WORDS: tuple[tuple[ExpenseCategory, str], ...] = (
    ("mortgage", "房贷|按揭|公积金贷款|住房贷款|住房按揭|个人住房"),
    ("rent", "房租|租金|租房|房屋租赁|公寓|自如|蛋壳|贝壳租|房东"),
    ("property_fee", "物业"),
    ("heating", "取暖|供暖|供热|暖气|热力"),
    ("utilities", "电费|水费|燃气|煤气|天然气|国家电网|国网|南方电网|供电|自来水|水电|电力|水务"),
    ("phone", "话费|中国移动|中国联通|中国电信|移动通信|宽带|流量|通信费|手机充值"),
    ("insurance", "保险|社保|医保|养老金缴|人寿|财险|保费|互助保障"),
    ("tuition", "学费|学习|进修|培训|教育|幼儿园|学校|中学|小学|大学|辅导|考试|书费|校园|学杂费|驾校"),
    ("childcare", "母婴|奶粉|尿不湿|纸尿裤|托育|托班|保姆|月嫂|亲子|婴|童装|玩具"),
    ("medical", "医院|医疗|药房|药店|诊所|门诊|挂号|体检|健康|口腔|卫生院|卫生服务|药"),
    ("transport", "交通|出行|地铁|轨道|公交|打车|滴滴|高德|铁路|12306|机票|航空|加油|停车|高速|etc|单车|中石化|中石油|中国石油|中国石化|爱车|充电|客运|一卡通|曹操|哈啰"),
    ("food", "餐|食|美食|外卖|美团|三快|饿了么|拉扎斯|超市|菜(?!鸟)|肉|水果|生鲜|粮油|饭|面馆|火锅|奶茶|咖啡|便利|小吃|烧烤|酒饮|零食|盒马|米线|面包|牛奶|饮料|茶|麦当劳|肯德基|金拱门|瑞幸|蜜雪|永辉|大润发|沃尔玛|蛋糕|包子|粉店|面条|酒楼"),
    ("clothing", "服饰|服装|鞋|衣|裤|内衣|袜|优衣库|穿搭|美妆|美容|美发|理发|护肤|个护"),
    ("leisure", "休闲|文娱|娱乐|电影|影票|视频会员|游戏|运动|健身|旅游|酒店|ktv|演出|音乐|会员|直播|彩票|景区|图书|网吧|棋牌|抖音|快手|爱奇艺|哔哩"),
    ("daily_goods", "日用|百货|家居|家装|电器|数码|拼多多|淘宝|天猫|京东|网购|唯品会|五金|快递|家政|清洁|洗|宠物|电脑|手机通讯|1号店|商城|便民|生活服务"),
    ("gifts", "人情|礼|捐|公益|赞赏|份子|随礼"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _BY_WORDS)
_LINE_FIRST: frozenset[ExpenseCategory] = frozenset(
    {"mortgage", "rent", "property_fee", "heating", "utilities", "phone", "insurance", "tuition", "medical"}
)
_FIXED = tuple(each for each in _PATTERNS if each[0] in _LINE_FIRST)
_FLEXIBLE = tuple(each for each in _PATTERNS if each[0] not in _LINE_FIRST)
_PLATFORM: dict[str, ExpenseCategory] = {
    "餐饮美食": "food", "食品酒饮": "food", "服饰装扮": "clothing", "服饰内衣": "clothing", "美容美发": "clothing", "美妆个护": "clothing", "日用百货": "daily_goods",
    "家居家装": "daily_goods", "数码电器": "daily_goods", "电脑办公": "daily_goods", "手机通讯": "daily_goods", "家用电器": "daily_goods", "其他网购": "daily_goods",
    "网购": "daily_goods", "收发快递": "daily_goods", "宠物": "daily_goods", "生活服务": "daily_goods", "运动户外": "leisure", "文化休闲": "leisure", "图书文娱": "leisure",
    "酒店旅游": "leisure", "交通出行": "transport", "爱车养车": "transport", "母婴亲子": "childcare", "母婴玩具": "childcare", "教育培训": "tuition", "医疗健康": "medical",
    "医疗保健": "medical", "住房物业": "property_fee", "公共服务": "utilities", "公益捐赠": "gifts", "保险": "insurance", "互助保障": "insurance", "交流通讯": "phone",
}  # fmt: skip
"""Categories as 支付宝 and 京东 name them."""


@lru_cache(maxsize=8192)
def category_of(platform: str, line: str) -> ExpenseCategory | None:
    """Our line of living: fixed costs by the line itself, the rest by the platform's category, then by the line.

    None where neither says what it was for. The line in small letters.
    """
    named = platform.split(maxsplit=1)[0] if platform else ""
    return (
        _first(_FIXED, line)
        or _PLATFORM.get(named)
        or (_first(_PATTERNS, platform) if platform else None)
        or _first(_FLEXIBLE, line)
    )


def _first(patterns: _Patterns, words: str) -> ExpenseCategory | None:
    return next((name for name, pattern in patterns if pattern.search(words)), None)
