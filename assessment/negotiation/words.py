"""What to say on the phone or before the court for each of the three places."""

from __future__ import annotations

from typing import Literal

from assessment import money
from assessment._assess import DebtAssessment
from assessment.negotiation.lawsuit import JUDGED
from assessment.negotiation.pins import Name
from assessment.offers import Outcome
from assessment.rules import Rules
from assessment.text import Percent, Text, label

Before = Literal["due", "lender", "court", "judged"]

_SAID: dict[tuple[Before, Name], str] = {
    ("due", "opening"): label("我现在没有逾期，想在到期前申请调整还款：{terms}。这是按我家收支算出来、能一直做到的数。"),
    ("due", "target"): label("如果能这样定：{terms}，我可以接受。请先把书面协议发给我，我核对后按协议还；没收到以前照原合同还。"),
    ("due", "walk_away"): label("我最多只能做到这样：{terms}。条件再重，答应了也做不到。不行的话，我先按原合同尽量还。"),
    ("lender", "opening"): label("我愿意还，想这样还：{terms}。这是按我家收支算出来、能一直做到的数；要看收入和困难的证明，我可以给。"),
    ("lender", "target"): label("如果能这样定：{terms}，我可以接受。请先把书面协议发给我，我核对后按约付第一笔。"),
    ("lender", "walk_away"): label("我最多只能做到这样：{terms}。条件再重，答应了也做不到。请把您的方案书面发给我，我核对后答复。"),
    ("court", "opening"): label("我同意调解，请求这样还：{terms}，写进调解书。这是按我家收支算出来、能一直做到的数。"),
    ("court", "target"): label("如果能这样定：{terms}，我愿意达成调解，请写进调解书，并写明付清就了结。"),
    ("court", "walk_away"): label("我最多只能做到这样：{terms}，收支明细可以提交。条件再重，答应了也做不到。"),
    ("judged", "opening"): label("判决我收到了，一次付不清。请求分期履行：{terms}，写成书面的和解协议。"),
    ("judged", "target"): label("如果能这样定：{terms}，我愿意签执行和解协议，并写明付清就了结。"),
    ("judged", "walk_away"): label("我最多只能做到这样：{terms}。扣掉必需的生活费，条件再重就做不到，收支明细可以提交。"),
}  # fmt: skip


def before(found: DebtAssessment) -> Before:
    """Whom the sentence is for: the lender before or after the due day, the court, or the lender with a judgment."""
    if found.debt.court in JUDGED:
        return "judged"
    if found.debt.court == "sued":
        return "court"
    return "due" if found.stage == "current" else "lender"


def said(found: DebtAssessment, name: Name, result: Outcome) -> Text:
    """The sentence word for word, with this deal's own numbers."""
    return Text(_SAID[before(found), name], terms=terms(result))


def terms(result: Outcome) -> Text:
    """A deal's own numbers, as they stand inside a sentence."""
    months, payment = result.terms.months, money.told(result.monthly)
    interest = _interest(result)
    if not result.waived.total:
        return Text(
            "分 {months} 期还，每月最多 {payment}，{interest}", months=months, payment=payment, interest=interest
        )
    return Text(
        "减免 {off}，剩下的分 {months} 期还，每月最多 {payment}，{interest}",
        off=money.told(result.waived.total), months=months, payment=payment, interest=interest,
    )  # fmt: skip


def _interest(result: Outcome) -> Text:
    rate = result.terms.annual_rate
    return Text("今后按年利率 {rate} 计息", rate=Percent(rate)) if rate else Text("今后不再计息")


def compared(worth: int, ends: tuple[int, int]) -> Text:
    """A deal's worth to the lender beside what it may have without one. Fen."""
    low, high = (money.told(end) for end in ends)
    said = money.told(worth)
    if worth >= ends[1]:
        return Text(
            "对方算下来约值 {worth}；不谈的话，它大约能得 {low} 到 {high}。按估计，它接受比打官司划算。",
            worth=said,
            low=low,
            high=high,
        )
    if worth >= ends[0]:
        return Text(
            "对方算下来约值 {worth}；不谈的话，它大约能得 {low} 到 {high}。答不答应，看它觉得官司会怎样。",
            worth=said,
            low=low,
            high=high,
        )
    return Text(
        "对方算下来约值 {worth}；不谈的话，它大约能得 {low} 到 {high}。按估计，它多半不会接受。",
        worth=said,
        low=low,
        high=high,
    )


def stage_note(found: DebtAssessment, law: Rules) -> Text | None:
    """What the stage of the debt changes about talking; None where nothing."""
    if found.debt.court in JUDGED:
        return Text("已经有判决，谈的是分期履行或执行和解。和解以后又断了，对方可以恢复执行原判决。")
    match found.debt.court, found.stage:
        case "payment_order", _:
            return Text(
                "收到支付令，谈归谈，{days} 天照样算：对债务本身有异议，要另外写成书面交给法院。",
                days=law.value("payment_order_days"),
            )
        case "sued", _:
            return Text("已经起诉，先在 {days} 天内交答辩状，再谈；可以请法院主持调解。", days=law.value("answer_days"))
        case _, "current":
            return Text("这笔没有逾期，按时还最好。要谈，得在到期前请求展期或调整，对方可以不答应。")
        case _, "early":
            return Text(
                "刚逾期，减免多半谈不成，这是惯例；先谈分几期、缓几个月。对方这时多半还没打算起诉，下面跟打官司的比较只作参考。"
            )
    return None
