"""The detailed report's tables, where a text layer keeps names of fields in one line and their values in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assessment.creditreport.fields import evened

_FIELDS = {
    "lender": ("管理机构", "发放机构", "经办机构", "发卡机构"), "account": ("账户标识", "账户编号", "账户号"), "opened": ("开立日期", "开户日期", "发放日期"),
    "due": ("到期日期", "终止日期"), "currency": ("账户币种", "币种"), "original": ("借款金额", "发放金额", "合同金额"),
    "limit": ("账户授信额度", "授信额度", "共享授信额度"), "product": ("业务种类",), "security": ("担保方式",), "method": ("还款方式",), "frequency": ("还款频率",),
    "count": ("还款期数",), "joint": ("共同借款标志",), "status": ("账户状态",), "as_of": ("截至日期",), "balance": ("余额", "账户余额", "当前余额", "已用额度", "透支余额"),
    "class": ("五级分类",), "left": ("剩余还款期数",), "due_now": ("本月应还款", "本期应还款"), "day": ("应还款日",), "paid": ("本月实还款",), "last": ("最近一次还款日期",),
    "terms_overdue": ("当前逾期期数",), "overdue": ("当前逾期总额",), "closed_on": ("账户关闭日期",),
    "overdue_31": ("逾期31-60天未还本金",), "overdue_61": ("逾期61-90天未还本金",), "overdue_91": ("逾期91-180天未还本金",), "overdue_181": ("逾期180天以上未还本金",),
}  # fmt: skip
_NAMES = {name: key for key, names in _FIELDS.items() for name in names}
_ACCOUNT = re.compile(r"^账户\s*\d+")
_SECTION = re.compile(
    r"(非循环贷账户|循环额度下分账户|循环贷账户|准贷记卡账户|贷记卡账户|被追偿信息|相关还款责任信息|授信协议信息)"
)
_GRID = re.compile(r"^(\d{4})((?:\s+[/*N1-7CDZGBM#A-]){1,12})\s*$")
_FEWEST = 3
_CODES = frozenset("N1234567CDZGBM")
_LEFT_ASIDE = frozenset({"相关还款责任信息", "授信协议信息"})


def detailed_accounts(text: str) -> Iterator[dict[str, str]]:
    """Each account's fields by our names; what was read is also there as printed, under names that begin with a dot."""
    told: dict[str, str] = {}
    section = names = None
    for raw in evened(text).replace("★", "*").replace("☆", "*").splitlines():
        line = raw.strip()
        if found := _SECTION.search(line):
            section = found[1]
        if _ACCOUNT.match(line):
            yield from _whole(told)
            told = {"section": section or ""}
            names = None
            continue
        words = line.split()
        known = [_NAMES.get(word) for word in words]
        if len(words) >= _FEWEST and sum(map(bool, known)) >= max(_FEWEST, len(words) - 1):
            names = words
            continue
        if names is not None and len(words) == len(names):
            _fill(told, names, words)
        names = None
        if grid := _GRID.match(line):
            _status(told, grid)
    yield from _whole(told)


def _fill(told: dict[str, str], names: list[str], values: list[str]) -> None:
    for name, value in zip(names, values, strict=True):
        key = _NAMES.get(name)
        if key and value not in {"--", "-"}:
            told.setdefault(key, value)
            if key != "account":
                told[f"·{name}"] = value


def _status(told: dict[str, str], grid: re.Match[str]) -> None:
    """The last status of the latest year that has one; years may stand in either order."""
    codes = [code for code in grid[2].split() if code in _CODES]
    if codes and grid[1] >= told.get("year", ""):
        told["year"], told["code"] = grid[1], codes[-1]


def _whole(told: dict[str, str]) -> Iterator[dict[str, str]]:
    if told.get("lender") and told.get("section") not in _LEFT_ASIDE:
        yield told
