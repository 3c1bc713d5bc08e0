"""Which column of a bill holds what: by the words of its header, never by its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Literal

Role = Literal[
    "time",
    "clock",
    "kind",
    "party",
    "goods",
    "flow",
    "amount",
    "paid",
    "in",
    "out",
    "balance",
    "method",
    "status",
    "order",
    "note",
]
Rows = Sequence[Sequence[str]]

_SEARCHED = 80
_FEWEST = 4
_WORDS: Mapping[Role, tuple[str, ...]] = {
    "time": ("交易时间", "交易创建时间", "付款时间", "交易日期", "记账日期", "记账日", "交易日", "入账日期", "日期", "时间", "date"),
    "clock": ("记账时间", "交易时刻"),
    "kind": ("交易类型", "交易分类", "类型", "交易名称", "业务类型", "业务摘要"),
    "party": ("交易对方", "商户名称", "对方户名", "对手信息", "对方账户名", "对方名称", "交易地点/附言", "对方账号与户名", "交易场所", "收付方名称", "商户"),
    "goods": ("商品", "商品说明", "商品名称", "交易说明", "订单标题", "摘要", "交易摘要", "附言", "客户摘要", "用途", "交易详情", "交易描述", "description"),
    "flow": ("收/支", "收支", "收付", "收支类型", "借贷", "借贷标志", "借贷状态", "收付标志", "dcflg"),
    "amount": ("金额", "金额(元)", "交易金额", "订单金额", "人民币金额", "发生额", "交易额", "amount"),
    "paid": ("实付金额", "实付金额(元)"),
    "in": ("收入", "收入金额", "收入(元)", "交易金额(收入)", "记账金额(收入)", "贷方发生额", "贷方发生额(收入)", "贷方金额", "存入", "存入金额", "转入金额"),
    "out": ("支出", "支出金额", "支出(元)", "交易金额(支出)", "记账金额(支出)", "借方发生额", "借方发生额(支取)", "借方金额", "取出", "支取金额", "转出金额"),
    "balance": ("余额", "账户余额", "联机余额", "本次余额", "balance"),
    "method": ("收/付款方式", "支付方式", "付款方式", "交易渠道", "渠道"),
    "status": ("交易状态", "当前状态", "状态"),
    "order": ("交易订单号", "交易单号", "交易号", "流水号", "交易流水号"),
    "note": ("备注", "交易备注"),
}  # fmt: skip
_BLANK = re.compile(r"[\s:*]")


def normal(word: str) -> str:
    """A header's word, its width and blanks evened out."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", word)).lower()


def header_in(rows: Rows) -> tuple[int, Mapping[Role, int]] | None:
    """The place of a bill's header and its columns by role; None where the rows are no bill."""
    found: tuple[int, dict[Role, int]] | None = None
    for place, row in enumerate(rows[:_SEARCHED]):
        columns = _columns(row)
        if _is_header(columns) and (found is None or len(columns) > len(found[1])):
            found = place, columns
    return found


def _columns(row: Sequence[str]) -> dict[Role, int]:
    """Each role's column; of two that could be it, the one whose word says it more plainly."""
    words = {normal(word): place for place, word in reversed(list(enumerate(row))) if word}
    found = {role: next((words[word] for word in known if word in words), None) for role, known in _WORDS.items()}
    return {role: place for role, place in found.items() if place is not None}


def _is_header(columns: Mapping[Role, int]) -> bool:
    amount = "amount" in columns or "paid" in columns or {"in", "out"} <= columns.keys()
    way = bool({"flow", "balance", "in", "status"} & columns.keys())
    told = bool({"party", "goods", "kind"} & columns.keys())
    return "time" in columns and amount and way and told and len(columns) >= _FEWEST
