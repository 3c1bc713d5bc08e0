"""How far a debt has come, and what to do next, with dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from assessment import dates
from assessment.affordability import Affordability
from assessment.case import IN_COURT, Case, Debt, Event
from assessment.law.limitation import clock
from assessment.rules import Rules
from assessment.text import Money, Text

Stage = Literal["current", "early", "middle", "late"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: by when (None: before the lender is spoken to at all, whenever that is), why, how; for one debt or the whole household."""

    day: date | None
    title: Text
    why: Text
    how: tuple[Text, ...]
    debt: int | None = None
    rules: tuple[str, ...] = ()


def stage(debt: Debt, rules: Rules) -> Stage:
    """逾期初期, 中期 or 后期, from court papers first and days overdue after."""
    if debt.court in IN_COURT:
        return "late"
    if not debt.days_overdue:
        return "current"
    return "middle" if debt.days_overdue > rules.value("stage_days") else "early"


def next_steps(
    case: Case, affordability: Affordability, stages: Sequence[Stage], as_of: date, rules: Rules
) -> tuple[Step, ...]:
    """Every step for the household and its debts, the soonest first, those without a day last."""
    steps = [*_household(case, affordability, as_of)]
    for place, (debt, reached) in enumerate(zip(case.debts, stages, strict=True)):
        steps += _for_debt(place, debt, case.events, reached, affordability, as_of, rules)
    return tuple(sorted(steps, key=lambda step: (step.day or date.max, step.debt is not None)))


def _household(case: Case, found: Affordability, as_of: date) -> Iterator[Step]:
    if case.debts and found.negative and case.incomes:
        yield Step(
            as_of,
            Text("先不签任何分期，把缓一缓的请求提出来"),
            Text("每月结余是 {left}，现在签的分期都会再断。", left=Money(found.surplus_guided.yuan)),
            (
                Text(
                    "跟每一家说明：现在没有还款能力，请求先停催、缓几个月，等收入恢复再谈。超过三年没动静的债先不联系，问清时效再说。"
                ),
                Text("能表示诚意就付一小笔，但先留够吃饭、看病和住房的钱；付之前问清先冲本金还是利息。"),
                Text("打 12348 免费问法律，问街道办能不能申请低保、临时救助。"),
                Text("不借新还旧，不找收费的“债务代理”“征信修复”。"),
            ),
            None,
            ("protected_living",),
        )
    if any(debt.days_overdue for debt in case.debts):
        yield Step(
            as_of + timedelta(days=7),
            Text("查一次自己的信用报告，保住还没逾期的账"),
            Text("报告列出所有欠款，漏掉的债会打乱计划；没逾期的账按时还，损失最小。"),
            (
                Text("在中国人民银行征信中心或银行网点查，每年两次免费，本人查询不影响信用。"),
                Text("逐笔和这里填的对一遍，发现不对可以提出异议。"),
            ),
            None,
            ("credit_free_queries", "credit_objection_days", "bad_record_years"),
        )


def _for_debt(
    place: int, debt: Debt, events: Sequence[Event], reached: Stage, found: Affordability, as_of: date, rules: Rules
) -> Iterator[Step]:
    if may_be_barred(debt, events, as_of, rules):
        yield _check_limitation(place)
        return
    match reached:
        case "current":
            if debt.due_day:
                yield _keep_current(place, debt, as_of)
        case "early" | "middle" if found.negative and found.income.lines:
            yield _ask_for_time(place, as_of)
        case "early":
            yield from _early(place, as_of)
        case "middle":
            yield from _middle(place, debt, found, as_of)
        case "late":
            yield from _late(place, debt, as_of, rules)


def may_be_barred(debt: Debt, events: Sequence[Event], as_of: date, rules: Rules) -> bool:
    """Overdue for so long that limitation may have run out: no court paper, and nothing logged that surely stopped it."""
    years: int = rules.value("limitation_years")
    if debt.court in IN_COURT or not debt.days_overdue:
        return False
    since = as_of - timedelta(days=debt.days_overdue)
    found = clock(debt, events, as_of, rules)
    stopped = any(restart.sure and dates.add_years(restart.day, years) > as_of for restart in found.restarts)
    return found.verdict != "judged" and dates.add_years(since, years) <= as_of and not stopped


def _check_limitation(place: int) -> Step:
    return Step(
        None,
        Text("这笔债很久了，先弄清诉讼时效，再跟对方联系"),
        Text(
            "时效一般是三年。过了时效，对方起诉时您可以提出抗辩；但主动要求延期、还一点钱或签字，时效会重新起算，抗辩也可能没了。"
        ),
        (
            Text("先找出最后一次还款、最后一次收到催收的日期和证据。"),
            Text("多数债因为催收而中断过时效，是否过期要逐件看；打 12348 问清楚再决定怎么联系。"),
            Text("问清之前，先不还一点、不签字、不说分期，也不主动联系。"),
        ),
        place,
        ("limitation_years",),
    )


def _next_due(debt: Debt, as_of: date) -> date:
    day = dates.on_day(as_of, debt.due_day or as_of.day)
    return day if day > as_of else dates.on_day(dates.add_months(as_of.replace(day=1), 1), debt.due_day or as_of.day)


def _keep_current(place: int, debt: Debt, as_of: date) -> Step:
    return Step(
        _next_due(debt, as_of),
        Text("按时还这一期"),
        Text("没逾期的账最值得保住；若这期可能还不上，到期前就联系对方，比逾期后好谈。"),
        (Text("到期前可以请求展期，对方可以同意，也可以不同意。"),),
        place,
    )


def _early(place: int, as_of: date) -> Iterator[Step]:
    yield Step(
        as_of + timedelta(days=1),
        Text("主动联系对方，说清困难和能还的数"),
        Text("越早联系越好谈。每次沟通都留下记录，以后协商、投诉、应诉都用得上。"),
        (
            Text("打合同或 App 里的官方电话，先问清：本金、利息、罚息各多少，补上多少就不算逾期。"),
            Text(
                "可以这样说：我不是不还，收入有变化，想按每月还得起的数申请分期或延期。数字用方案比较页里这笔债撑得住的那一个。"
            ),
            Text("记下日期、时间、工号和对方说的话；能录音就录音。"),
            Text("不要转账到个人账户，不要另借一笔来还。"),
        ),
        place,
    )
    yield Step(
        as_of + timedelta(days=7),
        Text("把收入和困难的证明备齐"),
        Text("谈延期或减免，对方多半会要证明；真实的材料最有用，假材料会惹上法律麻烦。"),
        (Text("工资流水、离职证明、病历和费用单、家庭支出单据，拍照存好。"),),
        place,
    )


def _ask_for_time(place: int, as_of: date) -> Step:
    """Nothing is left over: no sum is offered, only time is asked for."""
    return Step(
        as_of + timedelta(days=3),
        Text("书面说明现在没有还款能力，请求缓一缓"),
        Text("现在答应任何一个月供都会再断。先把情况说清、留下凭证，等收入恢复再谈方案。"),
        (
            Text(
                "可以这样写：我愿意还，但扣除基本生活费后没有余钱，请求暂缓，并请停止计收罚息；情况好转我会主动联系。"
            ),
            Text("附上失业、看病、低保等真实材料，走对方的官方渠道提交，留下工单号。"),
            Text("不答应具体数字，也不为了凑钱再借。遇到威胁、骚扰，打 110，保留录音和截图。"),
        ),
        place,
        ("protected_living",),
    )


def _middle(place: int, debt: Debt, found: Affordability, as_of: date) -> Iterator[Step]:
    yield Step(
        as_of + timedelta(days=3),
        Text("提出一份具体的书面方案"),
        Text("写清每月还多少、分几期、请对方减免什么，比一句“还不起”有用。数字用方案比较页里撑得住的那一个。"),
        (
            Text(
                "所有债加起来，每月不要超过 {amount}；答应了做不到，比不答应更糟。", amount=Money(found.suggested.yuan)
            ),
            Text("签了信用卡个性化分期，催收应当停止，除非您又违约。请对方确认还计不计息、怎么上报征信。")
            if debt.lender == "credit_card"
            else Text("请对方确认：签了之后停止催收吗，还计不计息，怎么上报征信。"),
            Text("谈成先拿书面协议，再付第一笔；全部付清后要结清证明。"),
        ),
        place,
        ("personal_plan_months",) if debt.lender == "credit_card" else (),
    )
    yield _mediate(place, as_of) if debt.lender == "private" else _complain(place, as_of)


def _mediate(place: int, as_of: date) -> Step:
    return Step(
        as_of + timedelta(days=15),
        Text("谈不拢，可以一起去做人民调解"),
        Text("街道、村委会的人民调解不收费，谈成的协议双方可以一起请法院确认。"),
        (
            Text("带上借条、转账和还款的记录，把本金、利息一笔笔对清。"),
            Text("遇到威胁、骚扰，打 110，保留录音和截图。"),
        ),
        place,
        ("free_mediation", "mediation_confirm_days"),
    )


def _complain(place: int, as_of: date) -> Step:
    return Step(
        as_of + timedelta(days=15),
        Text("对方不答复，就书面再提一次，并向主管部门反映"),
        Text("先走对方自己的投诉渠道，留下工单号；没有结果再往上反映。"),
        (
            Text("银行、消费金融公司：12378。小额贷款公司：12345 转当地金融管理部门。信用报告有误：12363。"),
            Text("遇到威胁、骚扰、上门不走，打 110，保留录音和截图。"),
        ),
        place,
    )


def _late(place: int, debt: Debt, as_of: date, rules: Rules) -> Iterator[Step]:
    if debt.court == "payment_order":
        yield _payment_order(place, as_of, rules)
    elif debt.court == "sued":
        yield _summons(place, as_of, rules)
    elif debt.court == "judgment":
        yield _judgment(place, as_of, rules)
    else:
        yield _enforcement(place, as_of)
    yield Step(
        as_of + timedelta(days=2),
        Text("问法律援助和法律咨询"),
        Text("借款纠纷不在法律援助法列出的代理事项里，一般派不了免费律师；咨询是免费的。"),
        (
            Text("打 12348，或去当地法律援助中心，带上传票、合同、还款记录。"),
            Text("接到自称法院的电话，打 12368 核实案号。"),
        ),
        place,
        ("legal_aid",),
    )


def _payment_order(place: int, as_of: date, rules: Rules) -> Step:
    days: int = rules.value("payment_order_days")
    return Step(
        as_of,
        Text("支付令：收到之日起 {days} 天内，看要不要提书面异议", days=days),
        Text(
            "到期不提异议，支付令就能强制执行。只有对债务本身有异议，并且写成书面，才有用；只说没钱、要延期，或只口头说，都不算。"
        ),
        (
            Text("先查信封上的签收日期，从那天起数 {days} 天。", days=days),
            Text("金额不对、已经还过、利率过高、不是本人借的，都可以写明理由和证据，交给发支付令的法院。"),
            Text("只对其中一部分有异议的，别的部分照样有效。"),
        ),
        place,
        ("payment_order_days",),
    )


def _summons(place: int, as_of: date, rules: Rules) -> Step:
    days: int = rules.value("answer_days")
    return Step(
        as_of + timedelta(days=1),
        Text("收到起诉状：看签收日期，{days} 天内交答辩状", days=days),
        Text("不答辩，案子照样审、照样判，只是少了您这一边的说法。答辩不需要文采，写清事实就行。"),
        (
            Text("核对本金、已还的钱、利率和罚息；算不清的地方请法院要求对方说明。"),
            Text("认为利息、罚息合计太高，要在答辩里提出来，法院一般不主动减。"),
            Text("可能过了三年时效的，要在一审里自己提出时效抗辩；法院不会提醒，到二审一般就晚了。"),
            Text("按小额诉讼审理的，举证期一般不超过七天，判了就是终审；不同意这样审，要在开庭前提出。"),
            Text("可以请求法院主持调解，把撑得住的分期方案带上。"),
            Text("把传票上的开庭时间记下来，准时到庭。"),
        ),
        place,
        ("answer_days", "limitation_pleading", "small_claims", "financial_total_cost"),
    )


def _judgment(place: int, as_of: date, rules: Rules) -> Step:
    days: int = rules.value("appeal_days")
    return Step(
        as_of,
        Text("判决：先看能不能上诉，能上诉的从收到之日起 {days} 天内提出", days=days),
        Text(
            "判决书写明“终审”的（小额诉讼）不能上诉。过了期限判决生效，还不上的，在判决的钱之外另按每天万分之一点七五加付迟延利息。"
        ),
        (
            Text("核对判决的本金、利息起止日。"),
            Text("还不上就主动联系对方，请求分期履行，写成和解协议。和解以后又断了，对方可以恢复执行原判决。"),
        ),
        place,
        ("appeal_days", "small_claims", "delay_interest"),
    )


def _enforcement(place: int, as_of: date) -> Step:
    return Step(
        as_of + timedelta(days=1),
        Text("强制执行：如实报告财产，提出分期和解"),
        Text("法院要给您和家人留出必需的生活费；隐瞒、转移财产会有严重后果。"),
        (
            Text("按执行通知写明财产，说明家庭人口和生活费。"),
            Text("工资卡、生活费被冻结，带上证明向执行法官申请留出必需部分。"),
            Text("跟对方谈执行和解，写明每月金额和日期。"),
        ),
        place,
        ("protected_living",),
    )
