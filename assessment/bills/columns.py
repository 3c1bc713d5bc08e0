"""Which column of a bill holds what: by the words of its header, never by its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.bills.amounts import fen_of
from assessment.bills.days import looks_like_a_day

Role = Literal[
    "kind", "category", "party", "goods", "more", "place", "note", "flow", "amount", "paid", "in", "out", "back", "fee", "balance",
    "currency", "method", "status", "order", "shop_order", "tail",
]  # fmt: skip
Rows = Sequence[Sequence[str]]

_SEARCHED = 120
_FEWEST = 4
_LOOKED_AT = 12
_DAYS = (
    "交易日期", "交易日", "交易时间", "交易创建时间", "付款时间", "交易日期时间", "日期", "发生日期", "时间", "记账日期", "记账日", "银行记账日", "入账日期", "入账日",
    "账务日期", "会计日期", "消费日期", "收入日期", "transdate", "transactiondate", "date",
)  # fmt: skip
_WORDS: Mapping[Role, tuple[str, ...]] = {
    "kind": ("交易类型", "类型", "交易名称", "业务类型", "业务摘要", "交易种类", "业务种类", "收支方式"),
    "category": ("交易分类", "子类别", "二级分类", "子分类", "支出小类", "支出大类", "收入大类", "类别", "一级分类", "分类"),
    "party": (
        "交易对方", "商户名称", "对方户名", "对手信息", "对方账户名", "对方账户名称", "对方名称", "对方账号与户名", "对方户名/账号", "交易对手名称", "交易对手", "对手户名",
        "收付方名称", "收(付)方名称", "收/付款人", "商户", "商家", "对方",
    ),
    "goods": (
        "商品", "商品说明", "商品名称", "交易说明", "订单标题", "交易描述", "交易摘要", "摘要", "交易备注", "用途", "description", "narration", "memo",
    ),
    "more": ("交易附言", "附言", "客户摘要", "交易详情", "用途", "附加信息"),
    "place": ("交易地点/附言", "交易地点", "交易场所", "商户名称/城市"),
    "note": ("备注", "交易备注", "备注说明"),
    "flow": ("收/支", "收支", "收付", "收支类型", "收/付", "借贷", "借贷标志", "借贷状态", "借贷方向", "收付标志", "dcflg", "交易方向"),
    "amount": (
        "结算金额", "入账金额", "入账币种/金额", "记账金额/币种", "记账金额", "人民币金额", "金额(元)", "金额", "交易金额", "交易金额(元)", "收入/支出金额", "发生额",
        "交易额", "订单金额", "交易币种/金额", "交易金额/币种", "transamt", "amount",
    ),
    "paid": ("实付金额", "实付金额(元)"),
    "in": (
        "记账金额(收入)", "交易金额(收入)", "收入", "收入金额", "收入(元)", "存入", "存入金额", "贷方发生额", "贷方金额", "贷方", "贷方(入账)", "转入金额", "转入", "credit",
    ),
    "out": (
        "记账金额(支出)", "交易金额(支出)", "支出", "支出金额", "支出(元)", "取出", "取出金额", "支取", "支取金额", "借方发生额", "借方金额", "借方", "借方(出账)", "转出金额",
        "转出", "消费金额", "debit",
    ),
    "back": ("成功退款(元)", "成功退款", "退款金额"),
    "fee": ("服务费(元)", "服务费", "手续费"),
    "balance": ("余额", "账户余额", "联机余额", "本次余额", "交易后余额", "可用余额", "balance"),
    "currency": ("记账币种", "结算币种", "入账货币", "入账币种", "币种", "币别", "货币", "账户币种", "交易币种", "交易货币"),
    "method": ("收/付款方式", "支付方式", "付款方式", "收款方式", "账户", "账户1", "交易渠道", "渠道"),
    "status": ("交易状态", "当前状态", "状态"),
    "order": ("交易订单号", "交易单号", "交易号", "流水号", "交易流水号"),
    "shop_order": ("商家订单号", "商户单号", "商家单号"),
    "tail": ("卡号末四位", "卡末四位", "卡号后四位", "卡片类型"),
}  # fmt: skip
_PARTS: tuple[tuple[str, Role], ...] = (
    ("余额", "balance"), ("币", "currency"), ("收入", "in"), ("存入", "in"), ("贷方", "in"), ("支出", "out"), ("支取", "out"), ("借方", "out"),
    ("金额", "amount"), ("发生额", "amount"), ("户名", "party"), ("对方", "party"), ("对手", "party"), ("商户", "party"), ("摘要", "goods"),
    ("说明", "goods"), ("描述", "goods"), ("用途", "goods"), ("附言", "more"), ("备注", "note"), ("类型", "kind"), ("状态", "status"),
)  # fmt: skip
"""Parts of words, for the header of a bank nobody has told us of."""
_DAY_PARTS = ("日期", "时间", "日")
_OF_DEBTS = re.compile("债|贷款|借款|欠|逾期|利率|月供|期数|本金|平台|还款日|应还|市值|预算")
_BLANK = re.compile(r"[\s:*_]")
_LATIN = re.compile(r"[a-z.&]+")
_BRACKETS = re.compile(r"\([^)]*\)$|/元$")
_CHINESE = re.compile("[一-龥]")


@dataclass(frozen=True, slots=True)
class Header:
    """A header's line, its columns of days, the day meant first, and its other columns by role."""

    line: int
    days: tuple[int, ...]
    columns: Mapping[Role, int]


def normal(word: str) -> str:
    """A header's word, its width and blanks evened out."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", word)).lower()


def header_in(rows: Rows) -> Header | None:
    """The header of a bill; None where the rows are no bill.

    Where no line holds words that are known, one is taken whose words resemble them, if days and amounts stand below it.
    """
    return max(_known(rows), key=_width, default=None) or next(_alike(rows), None)


def _width(header: Header) -> int:
    return len(header.columns)


def _known(rows: Rows) -> Iterator[Header]:
    for line, row in enumerate(rows[:_SEARCHED]):
        words = _spellings(row)
        header = Header(line, _days(words), _columns(words))
        if _is_header(header):
            yield header


def _spellings(row: Sequence[str]) -> dict[str, int]:
    """Every way to spell each word of a line, with its place; the plainest spelling and the first place win.

    Bilingual headers keep both languages in a cell; units stand in brackets.
    """
    found: dict[str, int] = {}
    for spell in (normal, _chinese_only, _without_brackets):
        for place, word in enumerate(row):
            if word and (spelt := spell(word)):
                found.setdefault(spelt, place)
    return found


def _chinese_only(word: str) -> str:
    plain = normal(word)
    return _LATIN.sub("", plain) if _CHINESE.search(plain) else ""


def _without_brackets(word: str) -> str:
    return _BRACKETS.sub("", _chinese_only(word) or normal(word))


def _days(words: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(words[word] for word in _DAYS if word in words))


def _columns(words: Mapping[str, int]) -> dict[Role, int]:
    """Each role's column; of two that could be it, the one whose word says it more plainly; no column has two roles."""
    found: dict[Role, int] = {}
    for role, known in _WORDS.items():
        place = next((words[word] for word in known if word in words and words[word] not in found.values()), None)
        if place is not None:
            found[role] = place
    return found


def _is_header(header: Header) -> bool:
    columns = header.columns
    ways = {"in", "out"} & columns.keys()
    amount = "amount" in columns or "paid" in columns or len(ways) > 1 or (bool(ways) and "category" in columns)
    way = bool({"flow", "balance", "in", "out", "status", "tail", "currency", "kind"} & columns.keys())
    told = bool({"party", "goods", "kind", "more", "place", "category"} & columns.keys())
    posted = len(header.days) > 1
    return bool(header.days) and amount and (way or posted) and told and len(columns) + len(header.days) >= _FEWEST


def _alike(rows: Rows) -> Iterator[Header]:
    for line, row in enumerate(rows[:_SEARCHED]):
        words = [normal(word) for word in row]
        if any(map(_OF_DEBTS.search, words)) or sum(map(bool, words)) < _FEWEST:
            continue
        days = tuple(place for place, word in enumerate(words) if word.endswith(_DAY_PARTS))
        header = Header(line, days, _resembling(words, days))
        if days and _is_header(header) and _days_and_amounts_below(rows, header):
            yield header


def _resembling(words: Sequence[str], days: Sequence[int]) -> dict[Role, int]:
    found: dict[Role, int] = {}
    for place, word in enumerate(words):
        role = next((role for part, role in _PARTS if part in word), None)
        if role is not None and place not in days:
            found.setdefault(role, place)
    return found


def _days_and_amounts_below(rows: Rows, header: Header) -> bool:
    below = [row for row in rows[header.line + 1 : header.line + 1 + _LOOKED_AT] if sum(map(bool, row)) >= 3]
    amounts = [header.columns[role] for role in ("amount", "in", "out") if role in header.columns]
    good = [
        row
        for row in below
        if any(looks_like_a_day(_at(row, place)) for place in header.days)
        and any(fen_of(_at(row, place)) is not None for place in amounts)
    ]
    return bool(below) and len(good) * 3 >= len(below) * 2


def _at(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""
