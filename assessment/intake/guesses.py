"""What an entry's own name gives away where no column says it: which part of the case, and which kind within it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assessment.bills.categories import category_of
from assessment.bills.creditors import creditor_in
from assessment.case import AssetKind, ExpenseCategory, LenderClass
from assessment.layout import Section

_ASSETS: tuple[tuple[AssetKind, str], ...] = (
    ("provident", "公积金"),
    ("receivable", "应收|借出|别人欠|朋友欠|押金"),
    ("stock", "股票|证券"),
    ("fund", "基金|理财|债券|国债|余额宝|零钱通"),
    ("insurance", "保单|保险"),
    ("vehicle", "车(?!险|贷|位)|摩托"),
    ("property", "房(?!租|贷)|公寓|商铺|车位"),
    ("cash", "存款|现金|余额|活期|定期|银行卡|微信|支付宝|零钱|工资卡"),
    ("goods", "黄金|首饰|手机|电脑|家电|相机|手表"),
)
_KINDS = tuple((kind, re.compile(words)) for kind, words in _ASSETS)
_INCOME = re.compile(
    "工资|薪|奖金|兼职|补贴|津贴|租金收入|房租收入|退休金|养老金|佣金|提成|稿费|报销|低保|分红|利息收入|劳务|跑单|外卖收入|副业|收入|补助|抚养费收入"
)
_LIVING = re.compile(
    "伙食|生活费|房租|水电|话费|网费|交通|餐饮|买菜|吃饭|学费|教育|医疗|药|物业|燃气|保险|赡养|抚养|孝敬|油费|停车|日用|衣|娱乐|人情|通讯|房贷|车贷|烟酒|社保|取暖|幼儿园|零花"
)
_UNSURE_CATEGORY: ExpenseCategory = "gifts"
_GIFTS = re.compile("亲友|人情|红包|礼|捐|零花|零用")
_MORE: tuple[tuple[ExpenseCategory, re.Pattern[str]], ...] = (
    ("support", re.compile("赡养|抚养|孝敬|父母|老人|给家里")),
    ("food", re.compile("伙食|吃饭|买菜|吃喝|烟酒|三餐|生活费")),
    ("phone", re.compile("网费|通讯|宽带|话费")),
    ("transport", re.compile("交通|油费|油钱|停车|打车")),
    ("property_fee", re.compile("物业")),
    ("mortgage", re.compile("房贷|按揭")),
)
_CARD = re.compile("信用卡|贷记卡")
_PRIVATE = re.compile("^(亲友|朋友|亲戚|私人|个人借|民间|同事|同学|家人|父母|哥|姐|老[一-龥]$)")
_TYPES: Mapping[str, LenderClass] = {
    "信用卡": "credit_card", "银行贷款": "bank", "银行信用贷": "bank", "消费金融": "consumer_finance", "小贷": "microloan", "小额贷款": "microloan",
    "个人借款": "private", "亲友借款": "private", "民间借贷": "private", "私人借款": "private", "亲友": "private",
}  # fmt: skip


def part_of(name: str) -> Section | None:
    """The part of a case that an entry of such a name belongs to; None where it gives nothing away."""
    if _INCOME.search(name):
        return "incomes"
    if _LIVING.search(name):
        return "expenses"
    if creditor_in(name):
        return "debts"
    return "assets" if asset_kind(name) else None


def asset_kind(name: str) -> AssetKind | None:
    """What kind of thing a name says is owned."""
    return next((kind for kind, words in _KINDS if words.search(name)), None)


def expense_category(name: str) -> ExpenseCategory | None:
    """Which line of living a name says; None where it says none of ours."""
    told = next((category for category, words in _MORE if words.search(name)), None)
    if told:
        return told
    category = category_of("", name)
    return category if category != _UNSURE_CATEGORY or _GIFTS.search(name) else None


_OWNED = re.compile(
    "(现金|储蓄|储蓄卡|借记卡|银行卡|活期|定期|零钱|余额宝|存款|理财|基金|股票|投资|公积金|资产|虚拟)(账户)?"
)


def is_asset_type(section: Section, product: str) -> bool:
    """Whether a line in a list of debts is an account of what is owned, as apps export them all together."""
    return section == "debts" and bool(_OWNED.fullmatch(product.strip()))


def lender_class(name: str, product: str) -> LenderClass | None:
    """The class of a lender where the words themselves say it; a brand does not, since several lenders stand behind it."""
    if product in _TYPES:
        return _TYPES[product]
    if _CARD.search(name) or _CARD.search(product):
        return "credit_card"
    return "private" if _PRIVATE.search(name) else None
