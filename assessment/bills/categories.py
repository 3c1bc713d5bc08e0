"""What a payment was for: the platform's own category, else the words of the line, as one of our lines of living."""

from __future__ import annotations

import re
from functools import lru_cache

from assessment.case import ExpenseCategory

_BY_WORDS: tuple[tuple[ExpenseCategory, str], ...] = (
    ("mortgage", "房贷|按揭|公积金贷款|住房贷款"),
    ("rent", "房租|租金|租房|公寓|自如|蛋壳|房东"),
    ("property_fee", "物业"),
    ("heating", "取暖|供暖|供热|暖气"),
    ("utilities", "电费|水费|燃气|煤气|国家电网|自来水|水电|电力"),
    ("phone", "话费|中国移动|中国联通|中国电信|宽带|流量|通信"),
    ("tuition", "学费|培训|教育|幼儿园|学校|辅导|考试|书费|校园"),
    ("childcare", "母婴|奶粉|尿不湿|纸尿裤|托育|托班|保姆|月嫂|亲子|婴"),
    ("medical", "医院|医疗|药房|药店|诊所|门诊|挂号|体检|健康|口腔|药"),
    ("insurance", "保险|社保|医保|养老金缴|人寿|财险"),
    ("transport", "交通|出行|地铁|公交|打车|滴滴|高德|铁路|12306|机票|航空|加油|停车|高速|etc|单车|中石化|中石油|爱车|充电|客运|一卡通"),
    ("food", "餐饮|美食|外卖|美团|饿了么|食品|超市|菜|肉|水果|生鲜|粮油|饭|面馆|火锅|奶茶|咖啡|便利|小吃|烧烤|食堂|酒饮|零食|早餐|餐厅|盒马|米线|面包|牛奶"),
    ("clothing", "服饰|服装|鞋|衣|裤|内衣|袜|优衣库|穿搭|美妆|美容|美发|护肤"),
    ("leisure", "文化休闲|娱乐|电影|视频会员|游戏|运动|健身|旅游|酒店|ktv|演出|音乐|会员|直播|彩票|景区|图书"),
    ("daily_goods", "日用|百货|家居|家装|电器|数码|拼多多|淘宝|天猫|网购|五金|快递|家政|清洁|洗|宠物|电脑|手机通讯|1号店|商户消费"),
    ("gifts", "亲友|人情|红包|转账|礼|捐|公益|赞赏|群收款|亲属卡"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _BY_WORDS)
_LINE_FIRST: frozenset[ExpenseCategory] = frozenset(
    {"mortgage", "rent", "property_fee", "heating", "utilities", "phone", "insurance"}
)


@lru_cache(maxsize=8192)
def category_of(platform: str, line: str) -> ExpenseCategory:
    """Our line of living: fixed costs by the line itself, the rest by the platform's category, then by the line."""
    told = _first(line)
    if told in _LINE_FIRST:
        return told
    return _first(platform) or told or "gifts"


def _first(words: str) -> ExpenseCategory | None:
    return next((name for name, pattern in _PATTERNS if pattern.search(words)), None)
