"""What is to be said of a bill as it was read: lines that were not, and sums that differ from its own."""

from __future__ import annotations

from collections.abc import Iterator

from assessment import money
from assessment.bills.ledger import Bill
from assessment.problems import Standing
from assessment.text import Text, label

Remark = tuple[Text, Text, Standing]
"""What is so, what to do about it, and how it stands."""

_LISTED = 10


def remarks(bill: Bill) -> Iterator[Remark]:
    """Every remark about one bill."""
    if bill.unread and not bill.lines:
        yield (
            Text("账单里的日期没有写年份，文件里也没有写是哪一年的，{count} 行都没有读。", count=len(bill.unread)),
            Text("请在表头上面加一行，写明账单月份，例如“2026年10月账单”，再上传。"),
            "refused",
        )
    elif bill.unread:
        listed = "、".join(map(str, bill.unread[:_LISTED]))
        yield (
            Text("账单里有 {count} 行没有读懂：第 {rows} 行。", count=len(bill.unread), rows=listed),
            Text("请核对这几行的日期和金额。"),
            "refused",
        )
    yield from _sums(bill)


def _sums(bill: Bill) -> Iterator[Remark]:
    for name, told, counted in zip((label("收入"), label("支出")), bill.told, bill.counted, strict=True):
        if told is not None and told != counted:
            yield (
                Text(
                    "账单自己写的{name}合计是 {told}，逐行加起来是 {counted}，差 {apart}。",
                    name=Text(name), told=money.told(told), counted=money.told(counted), apart=money.told(abs(told - counted)),
                ),
                Text("平台自己也说明合计的算法和明细不同，差一点不要紧；差得多的话请重新导出一份。"),
                "note",
            )  # fmt: skip
