"""After the agreement: what to do when a payment cannot be made or was missed, and what to do when all is paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assessment import dates, money
from assessment.case import IN_COURT, Debt, IfLate
from assessment.credit import CreditCalendar, calendar
from assessment.deal.tracking import Instalment, Tracked
from assessment.rules import Rules
from assessment.stages import Step
from assessment.text import Text

_TO_WRITE = timedelta(days=2)
_TO_ASK = timedelta(days=7)
_TO_REMIND = timedelta(days=15)
_TO_CHECK_MONTHS = 2
"""Lenders report month by month; when a closing shows is their habit, so the day is ours."""


def what_now(tracked: Tracked, debt: Debt, suggested: int, rules: Rules) -> tuple[Step, ...]:
    """What to do today: about what was missed, or what is left to do once all is paid; nothing while all is kept.

    `suggested` is what the household can pay to this debt a month, in fen.
    """
    if tracked.finished:
        return tuple(_when_done(tracked, debt, tracked.finished, rules))
    row = tracked.open
    if row is None or row.standing not in {"grace", "missed"}:
        return ()
    return tuple(_when_late(tracked, row, debt, suggested))


def record(tracked: Tracked, debt: Debt, rules: Rules) -> CreditCalendar:
    """What the credit report would show if every payment still open is made on its day, at best and at worst."""
    ends = tracked.finished or max(row.day for row in tracked.rows)
    cleared = max(ends, tracked.as_of)
    best = tracked.agreement.day or tracked.as_of
    since = {"current": (best, best), "until_cleared": (cleared, cleared)}.get(
        tracked.agreement.reporting, (best, cleared)
    )
    return calendar(debt.days_overdue, tracked.as_of, since, cleared, rules)


def _when_late(tracked: Tracked, row: Instalment, debt: Debt, suggested: int) -> Iterator[Step]:
    today = tracked.as_of
    yield _call(row, today)
    yield _effect(tracked, row, debt)
    yield Step(
        today + _TO_WRITE,
        Text("把电话里说好的写下来，请对方回一句"),
        Text("口头答应的宽限，过后不好证明。"),
        (
            Text("发短信或在官方 App 里写：第 {number} 期我在某月某日付 {short}，请确认协议继续有效。", number=row.number, short=money.told(row.short)),
            Text("没有回复也截图留好，记进“往来记录”，附上截图的指纹。"),
        ),
    )  # fmt: skip
    if len(tracked.missed) > 1 or row.fen > suggested:
        yield _ask_anew(tracked, row, suggested)


def _call(row: Instalment, today: date) -> Step:
    by = row.last_day if row.standing == "grace" else today
    title = (
        Text("第 {number} 期晚了，还在宽限里：{day} 以前付，或者先打电话", number=row.number, day=row.last_day)
        if row.standing == "grace"
        else Text("第 {number} 期过了期：今天先打电话，说清哪天付", number=row.number)
    )
    return Step(
        by,
        title,
        Text("约好 {day} 付 {amount}，还差 {short}。越早说，对方越可能照旧履行。", day=row.day, amount=money.told(row.fen), short=money.told(row.short)),
        (
            Text("手上够：马上付到协议写的账户，存好回执，记成“我还了钱”。"),
            Text("手上不够：可以这样说：“第 {number} 期我晚了，不是不还。我能在某月某日付清，请确认不算违约、不恢复罚息。”", number=row.number),
            Text("付一部分以前先问：付了算不算履行，会不会先冲罚息。"),
            Text("不为了这一期再去借钱，也不动房租、看病、吃饭的钱。"),
        ),
    )  # fmt: skip


def _effect(tracked: Tracked, row: Instalment, debt: Debt) -> Step:
    """What the agreement says of a payment that is late, and from which day."""
    agreement = tracked.agreement
    how = [_HOW[agreement.if_late]]
    if agreement.clause:
        how = [_ASK_CLAUSE] if agreement.if_late == "unknown" else how
        how.insert(0, Text("协议原话：“{clause}”", clause=agreement.clause))
    if debt.court in IN_COURT:
        how.append(Text("在法院达成的和解、调解，断了以后对方可以申请恢复执行。打 12348 问清楚。"))
    quoted = agreement.if_late == "unknown" and bool(agreement.clause)
    why = Text("最后一天是 {day}；{effect}", day=row.last_day, effect=_QUOTED if quoted else _EFFECT[agreement.if_late])
    return Step(max(row.last_day, tracked.as_of), Text("看清协议怎么写“晚了一期”"), why, tuple(how))


_QUOTED = Text("晚了会怎样，照协议原话。")
_ASK_CLAUSE = Text("拿不准原话是什么意思，就请对方书面说明，或打 12348 问清楚；弄清了，在“约定怎么写的”里选好。")
_EFFECT: dict[IfLate, Text] = {
    "unknown": Text("协议里没写清晚了会怎样，对方可能自己解释。"),
    "pay_on": Text("协议写的是补上就行。"),
    "charge": Text("过了这天，协议写的是恢复计息或收违约金。"),
    "all_due": Text("过了这天，协议写的是剩下的全部到期。"),
    "cancelled": Text("过了这天，协议写的是减免作废，按原来的欠款追。"),
}
_HOW: dict[IfLate, Text] = {
    "unknown": Text("翻出协议找“逾期”“违约”“提前到期”几个字；找不到，就请对方书面说明。"),
    "pay_on": Text("补上以后，请对方确认协议继续有效、没有另记违约。"),
    "charge": Text("问清从哪天起收、按什么数收，请对方发明细；多收的可以核对。"),
    "all_due": Text("打电话时先问：今天补上，还算不算全部到期；请对方书面确认不追究这一次。"),
    "cancelled": Text("打电话时先问：今天补上，减免还算不算；请对方书面确认。真的作废了，也要一份新的欠款明细。"),
}


def _ask_anew(tracked: Tracked, row: Instalment, suggested: int) -> Step:
    why = _too_much(row, suggested) or Text(
        "已经有 {count} 期没付上。一期一期地欠，不如一次谈好。", count=len(tracked.missed)
    )
    return Step(
        tracked.as_of + _TO_ASK,
        Text("提出把约定改成还得起的数"),
        why,
        (
            Text("先到“能还多少”把收支更新，再到“通话”页算一个新的数。"),
            Text("还是先拿书面的新协议，再付新的第一期。新协议写好以前，旧协议照样算数。"),
        ),
    )


def _too_much(row: Instalment, suggested: int) -> Text | None:
    """Why the agreed month cannot last; None where it can."""
    if not suggested:
        return Text("按现在的收支，留够生活费和别的还款以后，没有余钱还这一笔：照旧下去还会再断。")
    if row.fen <= suggested:
        return None
    return Text(
        "约定每月 {amount}，您现在每月能稳定还这笔的是 {suggested}：照旧下去还会再断。",
        amount=money.told(row.fen), suggested=money.told(suggested),
    )  # fmt: skip


def _when_done(tracked: Tracked, debt: Debt, day: date, rules: Rules) -> Iterator[Step]:
    agreement = tracked.agreement
    if agreement.receipt is None:
        yield Step(
            day + _TO_ASK,
            Text("要一张盖章的结清证明"),
            Text("{day}付清了，一共 {paid}。没有结清证明，过几年又来催就说不清。", day=day, paid=money.told(tracked.paid)),
            (
                Text("可以这样说：“我已按协议付清，请出具盖章的结清证明，写明编号、日期和‘已全部结清、无其他欠款’。”"),
                Text("{day} 还没给，就书面再要一次，留下工单号，再向“催收核对”页列的渠道反映。", day=day + _TO_ASK + _TO_REMIND),
            ),
        )  # fmt: skip
    if agreement.checked is None and debt.lender != "private":
        yield _check(dates.add_months(day, _TO_CHECK_MONTHS), rules)
    years = int(rules.value("bad_record_years"))
    yield Step(
        dates.add_years(day, years),
        Text("协议、每次付款的回执和结清证明，至少留到这一天"),
        Text("有过逾期的，记录从付清那天起再留 {years} 年，到时自动删除；没有逾期的没有这一条。", years=years),
        (Text("到期查一次报告；没删的，可以提异议，不用花钱请人。"),),
        None,
        ("bad_record_years",),
    )


def _check(day: date, rules: Rules) -> Step:
    return Step(
        day,
        Text("查一次信用报告，看这笔是不是写成“结清”"),
        Text("各家按月上报，一般一两个月能看到，这个日子是估计。"),
        (
            Text("核对四处：账户状态是不是“结清”、余额是不是 0、逾期月数对不对、有没有多出别的账户。"),
            Text("写错了就提异议，{days} 天内要答复；在下面填上错在哪里，就有一份异议。", days=rules.value("credit_objection_days")),
        ),
        None,
        ("credit_free_queries", "credit_objection_days"),
    )  # fmt: skip
