"""Lenders by the words of a bill's line, a listed debt's name or a report's institution."""

from __future__ import annotations

import re
from functools import lru_cache

from assessment.case import LenderClass

BANKS: tuple[tuple[str, str], ...] = (
    ("工商银行", "工商银行|工行|牡丹卡|融e借"), ("建设银行", "建设银行|建行|龙卡|快贷|ConstructionBank|CCB"), ("农业银行", "农业银行|农行|网捷贷"),
    ("交通银行", "交通银行|交行|买单吧|惠民贷"), ("邮储银行", "邮政储蓄|邮储"), ("招商银行", "招商银行|招行|掌上生活|闪电贷"), ("中信银行", "中信银行|动卡空间|信秒贷"),
    ("浦发银行", "浦发|浦东发展银行|浦大喜奔"), ("民生银行", "民生银行|全民生活"), ("兴业银行", "兴业银行|好兴动"), ("光大银行", "光大银行|阳光惠生活"),
    ("平安银行", "平安银行|平安口袋"), ("广发银行", "广发银行|广发卡|发现精彩"), ("华夏银行", "华夏银行|华彩生活"), ("浙商银行", "浙商银行"), ("渤海银行", "渤海银行"),
    ("恒丰银行", "恒丰银行"), ("北京银行", "北京银行"), ("上海银行", "上海银行"), ("江苏银行", "江苏银行"), ("宁波银行", "宁波银行"), ("南京银行", "南京银行"),
    ("杭州银行", "杭州银行"), ("徽商银行", "徽商银行"), ("长沙银行", "长沙银行"), ("微众银行", "微众银行"), ("网商银行", "网商银行"),
    ("中国银行", "中国银行(?!业|保险)|中行|缤纷生活"),
)  # fmt: skip
"""Banks by the names and apps they go by; 中国银行 stands last, since other names begin with 中国."""
_BANK = tuple((name, re.compile(pattern)) for name, pattern in BANKS)
_BEFORE_CARD = re.compile(r"(?:银行|股份有限公司|有限公司|信用卡中心发放的|个人|的|-|—|－)*(?:信用卡|贷记卡)")
_CARD_APPS = re.compile("掌上生活|买单吧|动卡空间|浦大喜奔|全民生活|阳光惠生活|发现精彩|缤纷生活|华彩生活|好兴动")
_CARD = re.compile("信用卡|贷记卡|银行卡中心")
_KNOWN: tuple[tuple[str, str, LenderClass], ...] = (
    ("花呗", "花呗", "consumer_finance"), ("借呗", "借呗", "consumer_finance"), ("网商贷", "网商贷", "bank"),
    ("京东.{0,2}金条|^金条|金条.{0,4}(?:还|借|账单|分期)", "京东金条", "microloan"), ("白条(?![鸡鸭鹅羊猪兔牛肉])", "京东白条", "microloan"), ("先享后付|先用后付", "先享后付", "other"), ("信用购", "花呗", "consumer_finance"),
    ("美团月付|月付.{0,6}美团|美团.{0,4}月付", "美团月付", "microloan"), ("美团(借钱|生意贷|生活费)", "美团借钱", "microloan"),
    ("抖音月付|DOU分期|抖音分期", "抖音月付", "microloan"), ("放心借", "放心借", "microloan"),
    ("微粒贷", "微粒贷", "bank"), ("微信分付|(?<![一-龥])分付", "微信分付", "microloan"), ("有钱花|度小满", "度小满有钱花", "microloan"),
    ("360(?:借条|数科|金融|周转)|奇富(?:科技|借条)", "360借条", "microloan"), ("分期乐|乐信(?:集团|分期|普惠)|桔子分期", "分期乐", "microloan"), ("拍拍贷|信也科技", "拍拍贷", "microloan"),
    ("招联|好期贷", "招联消费金融", "consumer_finance"), ("马上(消费|金融)|安逸花", "马上消费金融", "consumer_finance"),
    ("中邮消费|邮你贷", "中邮消费金融", "consumer_finance"), ("中银消费", "中银消费金融", "consumer_finance"), ("杭银消费", "杭银消费金融", "consumer_finance"),
    ("兴业消费", "兴业消费金融", "consumer_finance"), ("捷信(?:消费|金融|贷|$|[^物快])", "捷信消费金融", "consumer_finance"), ("海尔消费", "海尔消费金融", "consumer_finance"),
    ("平安普惠|陆金|平安融易", "平安普惠", "microloan"), ("随星借|小米(?:贷款|金融)|天星(?:金融|数科|消费)", "小米随星借", "microloan"),
    ("滴水贷|滴滴(金融|贷|月付)", "滴滴滴水贷", "microloan"), ("唯品花", "唯品花", "consumer_finance"), ("任性(付|贷)", "苏宁任性付", "consumer_finance"),
    ("拿去花|借去花", "携程拿去花", "consumer_finance"), ("还呗", "还呗", "microloan"), ("你我贷", "你我贷", "microloan"), ("小赢(?:卡贷|科技)", "小赢卡贷", "microloan"),
    ("洋钱罐", "洋钱罐", "microloan"), ("羊小咩", "羊小咩", "microloan"), ("宜享花|宜享", "宜享花", "microloan"), ("省呗", "省呗", "microloan"),
    ("来分期", "来分期", "microloan"), ("信用飞", "信用飞", "microloan"), ("榕树(?:贷|借)", "榕树贷款", "microloan"), ("玖富", "玖富", "microloan"), ("桔多多", "桔多多", "microloan"),
    ("国美易卡", "国美易卡", "microloan"), ("豆豆钱", "豆豆钱", "microloan"), ("时光分期", "时光分期", "microloan"),
)  # fmt: skip
_NAMED = tuple((re.compile(pattern), name, kind) for pattern, name, kind in _KNOWN)
NAMES: tuple[tuple[str, str], ...] = (*((name, pattern) for pattern, name, _kind in _KNOWN), *BANKS)
"""Every lender we know and how it is recognised."""
_FAMILIES: tuple[tuple[str, frozenset[str]], ...] = (
    ("蚂蚁", frozenset({"花呗", "借呗"})), ("京东盛际|京东科技|京东金融|网银在线", frozenset({"京东金条", "京东白条"})), ("微众|财付通小额", frozenset({"微粒贷", "微信分付"})),
    ("三快|美团小", frozenset({"美团月付", "美团借钱"})), ("中融小|抖音", frozenset({"抖音月付", "放心借"})), ("网商", frozenset({"网商贷"})),
    ("度小满|满易", frozenset({"度小满有钱花"})), ("福州三六零|三六零", frozenset({"360借条"})), ("携程小", frozenset({"携程拿去花"})), ("小米小", frozenset({"小米随星借"})),
)  # fmt: skip
"""Companies that lend, and the names people know their loans by."""
_COMPANIES = tuple((re.compile(pattern), brands) for pattern, brands in _FAMILIES)
_COMPANY = re.compile(
    r"(?:^|[^一-龥])((?:(?![还给转代扣付到向])[一-龥]){2,8}?)(?:市|省)?(消费金融|小额贷款|小贷|融资担保|融资租赁|信托)(?:有限|股份|责任|公司|$|[^一-龥])"
)
_LOAN = re.compile("贷款|借款|个贷|消费贷|信用贷|快贷|正常还款")
_CLASSES: dict[str, LenderClass] = {"消费金融": "consumer_finance", "小额贷款": "microloan", "小贷": "microloan"}


@lru_cache(maxsize=4096)
def bank_in(words: str) -> str:
    """The first bank that is named; nothing where none is."""
    met = [(found.start(), name) for name, pattern in _BANK if (found := pattern.search(words))]
    return min(met)[1] if met else ""


@lru_cache(maxsize=4096)
def creditor_in(words: str) -> tuple[str, LenderClass] | None:
    """The lender a line names, and its class; None where it names none."""
    for pattern, name, kind in _NAMED:
        if pattern.search(words):
            return name, kind
    if _CARD.search(words) or _CARD_APPS.search(words):
        return _card_in(words), "credit_card"
    if company := _COMPANY.search(words):
        return f"{company[1]}{company[2]}", _CLASSES.get(company[2], "other")
    return (f"{bank_in(words) or '银行'}贷款", "bank") if _LOAN.search(words) else None


def _card_in(words: str) -> str:
    """The bank whose card it is: the one named right before the word, by its app, or the only one."""
    for name, pattern in _BANK:
        for found in pattern.finditer(words):
            if _CARD_APPS.fullmatch(found[0]) or _BEFORE_CARD.match(words, found.end()):
                return f"{name}信用卡"
    return f"{bank_in(words)}信用卡"


def lender_of(name: str) -> LenderClass:
    """The class of a lender by its name."""
    found = creditor_in(name)
    return found[1] if found else "other"


def same(listed: str, creditor: str) -> bool:
    """Whether a listed debt's name means this creditor.

    A card whose bank is not named may be any bank's; a company may be any of the names its loans go by.
    """
    mine, its = creditor_in(listed), creditor_in(creditor)
    if its and its[1] == "credit_card":
        return "卡" in listed and _one_bank(listed, creditor)
    if mine and its and mine[0] == its[0]:
        return True
    if _related(listed, creditor, mine[0] if mine else "", its[0] if its else ""):
        return True
    bare = creditor.removeprefix("京东").removesuffix("消费金融").removesuffix("小额贷款").removesuffix("贷款")
    return len(bare) > 1 and bare in listed


def _one_bank(listed: str, creditor: str) -> bool:
    named, bank = bank_in(listed), bank_in(creditor)
    return not named or not bank or named == bank


def _related(listed: str, creditor: str, mine: str, its: str) -> bool:
    """Whether one is a company and the other a name its loans go by."""
    return any(
        (pattern.search(creditor) and mine in brands) or (pattern.search(listed) and its in brands)
        for pattern, brands in _COMPANIES
    )
