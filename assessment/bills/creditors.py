"""Lenders by the words of a bill's line."""

from __future__ import annotations

import re
from functools import lru_cache

from assessment.case import LenderClass

_BANKS = "工商|农业|中国|建设|交通|邮政储蓄|招商|中信|浦发|民生|兴业|光大|平安|广发|华夏|浙商|渤海|恒丰|北京|上海|江苏|宁波|南京|杭州|微众|网商"
_CARD = re.compile(rf"({_BANKS})(?:银行)?(?:股份有限公司)?信用卡")
_KNOWN: tuple[tuple[str, str, LenderClass], ...] = (
    ("花呗", "花呗", "consumer_finance"), ("借呗", "借呗", "consumer_finance"), ("网商贷", "网商贷", "bank"),
    ("金条", "京东金条", "microloan"), ("白条", "京东白条", "microloan"), ("先享后付", "先享后付", "other"),
    ("美团月付|月付.{0,6}美团", "美团月付", "microloan"), ("美团(借钱|生意贷|生活费)", "美团借钱", "microloan"),
    ("抖音月付|dou分期|DOU分期", "抖音月付", "microloan"), ("放心借", "放心借", "microloan"),
    ("微粒贷", "微粒贷", "bank"), ("微信分付|^分付|分付(还款|账单)", "微信分付", "microloan"), ("有钱花|度小满", "度小满有钱花", "microloan"),
    ("360(借条|数科|金融)|奇富", "360借条", "microloan"), ("分期乐|乐信|桔子", "分期乐", "microloan"), ("拍拍贷|信也", "拍拍贷", "microloan"),
    ("招联|好期贷", "招联消费金融", "consumer_finance"), ("马上(消费|金融)|安逸花", "马上消费金融", "consumer_finance"),
    ("中邮消费", "中邮消费金融", "consumer_finance"), ("中银消费", "中银消费金融", "consumer_finance"),
    ("兴业消费", "兴业消费金融", "consumer_finance"), ("捷信", "捷信消费金融", "consumer_finance"),
    ("平安普惠|陆金", "平安普惠", "microloan"), ("随星借|小米(贷款|金融)|天星", "小米随星借", "microloan"),
    ("滴水贷|滴滴(金融|贷|月付)", "滴滴滴水贷", "microloan"), ("唯品花", "唯品花", "consumer_finance"),
    ("任性(付|贷)", "苏宁任性付", "consumer_finance"), ("拿去花|借去花", "携程拿去花", "consumer_finance"), ("还呗", "还呗", "microloan"),
    ("羊小咩|小赢|洋钱罐|你我贷|玖富|宜享|省呗|来分期|榕树|信用飞", "网络借款平台", "microloan"),
)  # fmt: skip
_NAMED = tuple((re.compile(pattern), name, kind) for pattern, name, kind in _KNOWN)
_COMPANY = re.compile(r"([一-龥]{2,8}?)(?:市|省)?(消费金融|小额贷款|小贷|融资担保|信托)(?:有限|股份|责任)*公司?")
_LOAN = re.compile("贷款|借款|个贷|消费贷|信用贷")
_CLASSES: dict[str, LenderClass] = {"消费金融": "consumer_finance", "小额贷款": "microloan", "小贷": "microloan"}


@lru_cache(maxsize=4096)
def creditor_in(words: str) -> tuple[str, LenderClass] | None:
    """The lender a line names, and its class; None where it names none."""
    for pattern, name, kind in _NAMED:
        if pattern.search(words):
            return name, kind
    if card := _CARD.search(words):
        return f"{card[1]}银行信用卡", "credit_card"
    if "信用卡" in words:
        return "信用卡", "credit_card"
    if company := _COMPANY.search(words):
        return f"{company[1]}{company[2]}", _CLASSES.get(company[2], "other")
    return ("银行贷款", "bank") if _LOAN.search(words) else None


def lender_of(name: str) -> LenderClass:
    """The class of a lender by its name."""
    found = creditor_in(name)
    return found[1] if found else "other"


def same(listed: str, creditor: str) -> bool:
    """Whether a listed debt's name means this creditor."""
    met = creditor_in(listed)
    if met and met[0] == creditor:
        return True
    bare = creditor.removeprefix("京东").removesuffix("消费金融")
    if creditor.endswith("信用卡"):
        bank = creditor.removesuffix("银行信用卡").removesuffix("信用卡")
        return ("信用卡" in listed or "卡" in listed) and (not bank or bank in listed)
    return len(bare) > 1 and bare in listed
