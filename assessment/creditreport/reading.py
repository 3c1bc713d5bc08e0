"""A personal credit report, given as text, as its accounts: the brief one by its sentences, the detailed one by its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from assessment.creditreport.accounts import Account, Report
from assessment.creditreport.brief import sentences_in
from assessment.creditreport.detailed import tables_in
from assessment.creditreport.fields import day, evened, joined
from assessment.text import Text

_MARKS = ("个人信用报告", "信用报告", "信贷记录", "信贷交易信息明细", "征信中心")
_BRIEF = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日[^。]{2,60}?(?:发放的|授信|接收债权|代偿)")
_DETAILED = re.compile(r"(?:管理机构|发卡机构).{0,200}?(?:账户状态|余额)|信贷交易信息明细")
_ENTERPRISE = re.compile("企业信用报告|中征码.{0,20}统一社会信用代码")
_REPORT_DAY = re.compile(r"(?:报告时间|报告日期|查询时间)[:：]?(\d{4}[-.年]\d{1,2}[-.月]\d{1,2})")
_QUERIES = re.compile("机构查询记录")
_QUERY = re.compile(
    r"(\d{4}年\d{1,2}月\d{1,2}日|\d{4}\.\d{1,2}\.\d{1,2})(?:(?!\d{4}[年.]).){2,60}?(贷款审批|信用卡审批|担保资格审查|保前审查|资信审查)"
)
"""Queries made because somebody asked for credit; those of a lender about its own borrowers are none."""
_THREE_MONTHS = timedelta(days=92)
_PUBLIC = (
    ("欠税", re.compile("欠税记录.{0,40}?[0-9]|欠税总额")), ("法院判决", re.compile("民事判决记录.{0,60}?法院|诉讼标的金额")),
    ("强制执行", re.compile("强制执行记录.{0,60}?法院|申请执行标的")), ("行政处罚", re.compile("行政处罚记录.{0,60}?(?:局|委|厅|处罚金额|机构名称)")),
)  # fmt: skip
_ARREARS = re.compile("欠费金额|当前缴费状态欠费|缴费状态.{0,8}欠费")


def is_report(text: str) -> bool:
    """Whether a text is a personal credit report."""
    plain = joined(evened(text))
    if not any(mark in plain for mark in _MARKS) or _ENTERPRISE.search(plain):
        return False
    return bool(_BRIEF.search(plain) or _DETAILED.search(plain))


def report_in(text: str) -> Report:
    """The accounts of a report given as text; a text that is none gives a report without accounts.

    Every account stands for itself: two alike are two. Closed accounts, guarantees and public records are counted, not
    taken for debts. Nothing of names, card or identity numbers is kept.
    """
    plain = evened(text)
    letters = joined(plain)
    brief, detailed = sentences_in(plain), tables_in(plain)
    found = brief if len(brief.accounts) >= len(detailed.accounts) else detailed
    told = _REPORT_DAY.search(letters)
    report_day = day(told[1]) if told else None
    guarantees = brief.guarantees + detailed.guarantees
    notes = tuple(_notes(letters, found.accounts, guarantees, found.unread))
    return Report(report_day, found.accounts, guarantees, _queries(letters, report_day), notes)


def _queries(letters: str, report_day: date | None) -> int | None:
    """Queries of the three months before the report; None where the report lists none at all, or has no day."""
    section = _QUERIES.search(letters)
    if report_day is None or section is None:
        return None
    days = [day(found[1]) for found in _QUERY.finditer(letters, section.end())]
    return sum(1 for each in days if each and timedelta(0) <= report_day - each <= _THREE_MONTHS)


def _notes(letters: str, accounts: tuple[Account, ...], guarantees: int, unread: int) -> Iterator[Text]:
    """What of the report was left aside, each by its name."""
    if unread:
        yield Text("有 {count} 个账户没有读懂，请对照报告，欠着的自己补上。", count=unread)
    closed = sum(each.closed and not each.owed for each in accounts)
    if closed:
        yield Text("已经结清、销户或没有激活的账户有 {count} 个，没有当作欠款。", count=closed)
    nothing = sum(not each.closed and not each.owed for each in accounts)
    if nothing:
        yield Text("还开着、眼下没有欠款的账户有 {count} 个，没有列出来。", count=nothing)
    if guarantees:
        yield Text("替别人担保或共同还款的有 {count} 处，是或有的债，没有算进来；对方逾期时会找您。", count=guarantees)
    records = [name for name, pattern in _PUBLIC if pattern.search(letters)]
    if records:
        yield Text(
            "报告里有公共记录（{names}），没有自动填，请到对应债务里改“法院程序到哪一步”。", names="、".join(records)
        )
    if _ARREARS.search(letters):
        yield Text("报告里有电信、水电一类的欠费，没有算进来；欠着的请自己加一笔。")
