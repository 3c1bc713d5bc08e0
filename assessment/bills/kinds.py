"""What a line of a bill was: living, income, repayment, borrowing, or a move between a person's own accounts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assessment.bills.categories import category_of
from assessment.bills.columns import Role
from assessment.bills.creditors import NAMES, bank_in, creditor_in
from assessment.bills.ledger import Entry, Kind
from assessment.text import label

IN, OUT, NEUTRAL = "in", "out", ""
WALLETS = frozenset({"支付宝", "微信", "京东", "美团"})
OWN_BOOKS = frozenset({"随手记", "挖财"})
"""Apps people keep books in: what they wrote down there stands in their wallets' and banks' bills too."""

_REPAY = re.compile(
    "还款|还贷|还信用|月供|代扣.{0,4}贷|贷.{0,4}代扣|分期扣|扣款还|还本|本息|归还|结清|贷款扣款|贷款回收|逾期|信用借还"
)
_REPAID_BACK = re.compile("还款.{0,3}(?:退|返|失败)|溢缴")
_BORROWED = re.compile("放款|借款到账|贷款到账|贷款发放|借款发放|个贷发放|贷款入账|借据发放|取现到账|提款到账|预借现金")
_INTEREST = re.compile("返现|奖励|立减|返利|利息|结息|收益|回馈")
_BONUS = re.compile(f"{_INTEREST.pattern}|红包|优惠|返还|补贴金|免息")
_MOVED = re.compile(
    "零钱通|零钱提现|零钱充值|余额宝|余利宝|理财|转存|定期|活期|买入|卖出|赎回|转入到|转出到|提现|充值-|账户充值|余额充值|零钱-|"
    "小金库|小荷包|证券|银证|结售汇|申购|约定转存|通知存款|大额存单|钱包充值|账户存取|本人.{0,4}[账卡户]|自己.{0,3}[账卡户]|转.{0,4}(?:本人|自己)"
)
_MOVED_IN_A_WALLET = re.compile(
    "零钱通|零钱提现|零钱充值|余额宝|余利宝|理财通|余额提现|小金库|小荷包|^充值-|^提现-|账户存取|投资理财"
)
"""A wallet marks what moves between its own pockets as neither income nor spending; only these words overrule it."""
_FUND = re.compile("基金(?!会)|股票|债券|黄金积存")
_MOVED_ALONE = re.compile("转存|定期|活期|约定")
_WAGES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (label("公积金提取"), "公积金"), (label("失业金"), "失业"), (label("低保、救助"), "低保|救助|最低生活保障|抚恤|优抚"), (label("养老金"), "养老|退休"),
        (label("报销"), "报销"), (label("年终奖、奖金"), "奖金|年终|绩效奖"), (label("工资"), "工资|薪|代发|劳动报酬|salary|payroll|绩效"),
        (label("补贴"), "补贴|津贴|补助"), (label("劳务、兼职"), "劳务|佣金|提成|稿费|报酬|兼职|骑手|配送费|跑腿|收入结算|接单"),
    )
)  # fmt: skip
_ANY_WAGE = re.compile("|".join(pattern.pattern for _name, pattern in _WAGES))
_NO_WAGE = re.compile("公积金(?:管理)?中心.{0,6}(?:还|冲)|养老保险缴|红包补贴|补贴红包|平台补贴|外卖补贴")
_TRANSFER = re.compile(
    "转账|汇款|转支|转出|转入|转取|汇出|汇入|网转|跨行|他行|互转|超级网银|转给|无卡支付|网银互联|手机银行|行内|转存|柜台取|atm|取款|取现|入账"
)
_PERSON = re.compile(
    "转账|红包|群收款|亲属卡|亲情卡|亲友代付|扫码|收款|赞赏|代付|汇款|汇入|转入|转存|入账|转支|互转|网转|往来"
)
_SHOP_INCOME = re.compile("二维码收款|收钱码|收款码|商家收款|经营|营业款|货款|商户结算|结算款")
_CREDIT = re.compile("花呗|白条|月付|先享后付|先用后付|信用卡|分付|信用购")
_MORTGAGE = re.compile("房贷|按揭|住房|公积金贷款|购房")
_OWN_CARD = re.compile("自动还款|约定还款|自动转[帐账]还款|银行卡中心|信用卡中心|牡丹卡")
_CARD_PAID = re.compile("还款|银联入账|转入|存入|溢缴|payment|入账|自扣")
_LENDS = re.compile(
    "消费金融|小额贷款|小贷|贷|借|花呗|白条|金条|有钱花|度小满|安逸花|招联|捷信|还呗|省呗|普惠|月付|分期乐|洋钱罐|羊小咩|宜享花|玖富"
)
_COMPANY = re.compile("公司|有限|集团|中心|局|学校|大学|医院|协会|合作社|工厂|财政|事务所|商行|经营部|工会|街道|村委")
_BETWEEN_PEOPLE = re.compile("转账|红包")
_FEE = re.compile(r"服务费[¥￥]?(\d+)\.(\d{2})")
_THROUGH = {
    "财付通": "微信", "微信": "微信", "tenpay": "微信", "wechat": "微信", "支付宝": "支付宝", "alipay": "支付宝", "蚂蚁金服": "支付宝", "京东": "京东",
    "网银在线": "京东", "美团": "美团", "三快": "美团", "钱袋宝": "美团",
}  # fmt: skip
_NAMES_A_WALLET = re.compile("|".join(_THROUGH))
_KEPT = re.compile(
    r"(?:主动|自动|提前|约定|正常|逾期|最低|全额)?还款|\d{4}年\d{1,2}月|账单|第?\d{1,3}期?[/／]?(?:共)?\d{1,3}期|分期|扣款|代扣|放款|贷款|借款|归还|本息|本金|利息|"
    r"手续费|消费(?!金融)|信用借还|信用卡|贷记卡|银联|支付宝|财付通|" + "|".join(pattern for _name, pattern in NAMES)
)
_LONGEST = 60
_HEAD: tuple[Role, ...] = ("kind", "category", "goods", "more", "place")


@dataclass(slots=True)
class Line:
    """One line's day, amount in fen, way and words by role.

    `head` is what the platform or bank calls it, without whom it went to; `told` all of its words.
    """

    day: date
    gross: int
    way: str
    words: Mapping[Role, str]
    head: str = field(init=False)
    told: str = field(init=False)

    def __post_init__(self) -> None:
        words = self.words
        self.head = " ".join([words[role] for role in _HEAD if role in words]).lower()
        self.told = f"{self.head} {words.get('party', '')} {words.get('note', '')}".lower()


@dataclass(frozen=True, slots=True)
class Book:
    """Whose bill it is: its platform, the owner's name while it is read, and the card where it is a card's."""

    platform: str
    owner: str = ""
    card: str = ""

    @property
    def wallet(self) -> bool:
        return self.platform in WALLETS


def entry_of(book: Book, line: Line, net: int) -> Entry:
    """One line sorted: the lender it names, the category it belongs to, or where it came from."""
    told, method = line.told, line.words.get("method", "")
    kind = _kind(book, line, told)
    category = source = creditor = words = ""
    if kind in {"repaid", "borrowed"}:
        creditor, words = _creditor(book, told), shown(line)
    elif kind == "received":
        source = _source(book, line, told)
    else:
        creditor = book.card or _credit_used(method)
        words = shown(line) if creditor and "分期" in told else ""
        category = (category_of(line.words.get("category", ""), told) or "") if kind == "spent" else ""
    return Entry(
        line.day, net, line.gross - _fee(line) if kind == "moved" else line.gross, kind, category, source, creditor, words,
        book.platform, _payer(book, method), _through(book, told), kind == "moved" or bool(_TRANSFER.search(line.head)),
    )  # fmt: skip


def _kind(book: Book, line: Line, told: str) -> Kind:
    way = line.way
    if book.card:
        return "spent" if way == OUT else "moved"
    if way != OUT and _BORROWED.search(told):
        return "borrowed"
    if way != IN and (_is_repayment(told) or _goes_to_lender(line, told)):
        return "repaid"
    if way == IN and _comes_from_lender(told):
        return "borrowed"
    if book.owner and book.owner in line.words.get("party", ""):
        return "moved"
    if way == NEUTRAL or (_is_own_move(book, line, way) and not wage_in(told)):
        return "moved"
    return "received" if way == IN else "spent"


def _is_own_move(book: Book, line: Line, way: str) -> bool:
    if book.wallet:
        return bool(_MOVED_IN_A_WALLET.search(line.head))
    found = _MOVED.search(line.head)
    if found:
        return way == OUT or not _MOVED_ALONE.fullmatch(found[0])
    return bool(_MOVED.search(line.words.get("party", "")) or _FUND.search(line.told))


def _is_repayment(told: str) -> bool:
    if not _REPAY.search(told) or _MORTGAGE.search(told) or _REPAID_BACK.search(told):
        return False
    return "还款" in told or "信用借还" in told or creditor_in(told) is not None or bool(_OWN_CARD.search(told))


def _goes_to_lender(line: Line, told: str) -> bool:
    """Whether money out went to a company that lends, and not to its shop."""
    whom = " ".join(line.words.get(role, "") for role in ("party", "more", "place")).lower()
    if not _LENDS.search(whom) or "商城" in told or _MORTGAGE.search(told):
        return False
    found = creditor_in(whom)
    return found is not None and found[1] in {"consumer_finance", "microloan"}


def _comes_from_lender(told: str) -> bool:
    """Money in from a lender is borrowed, unless it is a bonus, wages or something given back."""
    found = creditor_in(told)
    return found is not None and not _BONUS.search(told) and not wage_in(told) and "退" not in told


def _creditor(book: Book, told: str) -> str:
    found = creditor_in(told)
    name = found[0] if found else ""
    if name in {"", "银行贷款"} and _BETWEEN_PEOPLE.search(told):
        return ""
    bank = "" if book.wallet or book.platform in OWN_BOOKS else book.platform
    if bank and (name == "信用卡" or (not name and _OWN_CARD.search(told))):
        return f"{bank}信用卡"
    return f"{bank}贷款" if bank and name == "银行贷款" else name


def _credit_used(method: str) -> str:
    found = creditor_in(method) if method and _CREDIT.search(method) else None
    return found[0] if found else ""


def _payer(book: Book, method: str) -> str:
    """Whose money a wallet's payment was: a bank's, or another wallet's."""
    if not method or not book.wallet:
        return ""
    return _named_wallet(book, method) or bank_in(method) or ("银行" if "银行" in method or "储蓄卡" in method else "")


def _through(book: Book, told: str) -> str:
    """The wallet or shop a line's words name, other than the one whose bill it is."""
    return _named_wallet(book, told)


def _named_wallet(book: Book, words: str) -> str:
    if not _NAMES_A_WALLET.search(words):
        return ""
    named = (_THROUGH[found[0]] for found in _NAMES_A_WALLET.finditer(words))
    return next((name for name in named if name != book.platform), "")


def _fee(line: Line) -> int:
    """What of a withdrawal's amount was the wallet's charge, and so did not arrive."""
    found = _FEE.search(line.words.get("note", ""))
    return min(line.gross, int(found[1]) * 100 + int(found[2])) if found else 0


def is_card_payment(line: Line) -> bool:
    """Whether money in on a card's statement says that it repays the card."""
    return bool(_CARD_PAID.search(line.told))


def shown(line: Line) -> str:
    """What a line says of a loan, in words we know: nothing else of it is kept, so no name or number can be."""
    return " ".join(dict.fromkeys(found[0] for found in _KEPT.finditer(line.told)))[:_LONGEST]


def wage_in(told: str) -> str:
    """The income a line names, in one word; nothing where it names none."""
    if not _ANY_WAGE.search(told) or _NO_WAGE.search(told):
        return ""
    return next(name for name, pattern in _WAGES if pattern.search(told))


def _source(book: Book, line: Line, told: str) -> str:
    """Where income came from, without any person's name."""
    if wage := wage_in(told):
        return f"wage:{wage}"
    if _SHOP_INCOME.search(told):
        return "merchant"
    if _INTEREST.search(told):
        return "interest"
    if not book.wallet and _NAMES_A_WALLET.search(told):
        return "wallet"
    from_company = _COMPANY.search(line.words.get("party", ""))
    return "person" if _PERSON.search(line.head) and not from_company else "other"
