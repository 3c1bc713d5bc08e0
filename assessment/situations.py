"""Where a person may stand with a lender or a court, and the words for it: do first, say, keep, turn to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Literal

from assessment import dates
from assessment.case import Case, EventKind
from assessment.stages import Stage
from assessment.text import Text

Name = Literal[
    "crisis", "no_contact", "first_call", "refused", "agreed", "broken", "summons", "judgment", "enforcement",
    "barred", "harassed", "paid_agent", "no_plan",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Situation:
    """One situation. `said` is what may be said word for word; it is empty where saying nothing is best."""

    name: Name
    title: Text
    first: tuple[Text, ...]
    said: tuple[Text, ...]
    keep: tuple[Text, ...]
    turn_to: tuple[Text, ...]
    rules: tuple[str, ...]


SITUATIONS: tuple[Situation, ...] = (
    Situation(
        "crisis",
        Text("太难了，不想活了"),
        (
            Text("现在先不管钱。打 12356，全国统一的心理援助热线，可以不说名字。"),
            Text("正处在危险里，打 120 或 110，或者马上去最近的医院急诊。"),
            Text("给一个信得过的人打电话或发消息：我现在很难受，请你来陪我。"),
        ),
        (Text("我现在很难受，有伤害自己的念头，请帮帮我。"),),
        (),
        (Text("欠债是民事的事，有办法慢慢解决；人比任何一笔债都要紧。"),),
        ("crisis_line",),
    ),
    Situation(
        "no_contact",
        Text("逾期了，还没跟对方联系过"),
        (
            Text("先看这笔债多久没动静：超过三年的先别联系，到“诉讼时效”页看清再说。"),
            Text("没那么久的，今天或明天主动打官方电话；越早越好谈。"),
        ),
        (
            Text(
                "我是借款人本人，因为收入变化这期没能按时还。我愿意还，想了解本金、利息、罚息各多少，有没有延期或分期的办法。"
            ),
        ),
        (Text("记下日期、时间、工号、对方说的数。"), Text("把合同、还款记录、App 里的借款详情截图存好。")),
        (Text("拿不准怎么说，先打 12348 问法律。"),),
        ("limitation_years", "extension_request"),
    ),
    Situation(
        "first_call",
        Text("正要打第一个电话，或对方刚打来"),
        (
            Text("先听，先记，不当场答应任何数字。"),
            Text("核实对方：哪家机构、工号、案件编号，再挂掉用官方号码打回去。"),
            Text("三年多没动静的债，先别请求延期、别答应给方案，到“诉讼时效”页看清再说。"),
        ),
        (
            Text("请把欠款的本金、利息、罚息、费用分开告诉我，我记一下。"),
            Text("我需要先核对合同和收支，核对后再答复您。"),
        ),
        (Text("通话录音，或通话后马上写下要点，记进“往来记录”。"),),
        (Text("对方要求转到个人账户、或让您另借一笔来还，都不要照做。"),),
        ("allocation_order", "limitation_years"),
    ),
    Situation(
        "refused",
        Text("对方拒绝了我的方案"),
        (
            Text("问清为什么拒绝、由谁决定、对方能接受什么，请他书面答复。"),
            Text("不要因为被拒绝就答应还不起的数；能还的部分可以先谈怎么抵。"),
        ),
        (
            Text("我的收支表显示每月最多能还这么多，这是我能一直做到的数。请把您的方案书面发给我。"),
            Text("如果需要，我可以提供失业、病历、收入证明。"),
        ),
        (Text("拒绝的答复、工单号、您提交方案的凭证。"),),
        (
            Text("先走对方的投诉渠道；没有结果，银行和消费金融公司打 12378，小额贷款公司打 12345 转当地金融管理部门。"),
            Text("可以申请人民调解，不收费。"),
        ),
        ("consumer_relief_2025", "free_mediation"),
    ),
    Situation(
        "agreed",
        Text("谈成了"),
        (
            Text("先拿书面协议，再付第一笔。协议要写清总额、每期金额和日期、减免了什么、付清即结清。"),
            Text("核对收款账户是不是公司账户。"),
        ),
        (Text("请把刚才谈的每一条写进协议发给我，我核对后按约付款；也请写明怎样上报征信。"),),
        (Text("协议、每次付款凭证；全部付清后索要结清证明。"),),
        (Text("在调解组织达成的协议，双方可以在三十天内一起申请法院确认。"),),
        ("mediation_confirm_days", "personal_plan_months"),
    ),
    Situation(
        "broken",
        Text("谈好了，但这期还不上"),
        (
            Text("到期前就联系，说清差多少、哪天能补，请求只动这一期。"),
            Text("先看协议里断一期的后果：有没有宽限，会不会恢复原来的全部欠款。"),
        ),
        (Text("这一期我能先付一部分，余下的请允许延到某日；我不想破坏协议，请书面确认。"),),
        (Text("提前联系的记录、部分付款的凭证。"),),
        (Text("按现在的收支到“能还多少”重新算一遍，再决定改不改整个方案。"),),
        ("allocation_order",),
    ),
    Situation(
        "summons",
        Text("收到起诉状、传票"),
        (
            Text("看签收日期，十五天内交答辩状；不交，案子照样审。"),
            Text("核对本金、已还的钱、利率；可能过了时效的，在一审里自己提出。"),
        ),
        (Text("请原告提供借款合同、放款凭证和逐笔明细；利息、罚息和费用过高的部分，请求法院依法调减。"),),
        (Text("信封、传票、起诉状、合同、还款记录、与对方的往来。"),),
        (Text("打 12368 核实案号是真的；打 12348 或去法律援助中心咨询，借款纠纷一般派不了免费律师，咨询免费。"),),
        ("answer_days", "limitation_years", "financial_total_cost", "legal_aid"),
    ),
    Situation(
        "judgment",
        Text("判决下来了"),
        (
            Text("看判决书写没写“终审”；不是终审的，十五天内可以上诉。"),
            Text("看清哪天以前还、还多少；还不上就在那天以前联系对方谈分期履行。"),
        ),
        (Text("判决我收到了，一次还不清，请求按月履行，写成书面的和解协议。"),),
        (Text("判决书、送达日期、之后每次付款的凭证。"),),
        (Text("判决后还不清的钱，先抵判决的本息，再抵加倍的迟延利息。"),),
        ("appeal_days", "allocation_judgment"),
    ),
    Situation(
        "enforcement",
        Text("被申请强制执行"),
        (
            Text("按通知如实报告财产；隐瞒、转移的可能被罚款、拘留，严重的构成犯罪。"),
            Text("生活费被冻结，带上家庭人口、收入、支出的证明，请执行法官留出来。"),
        ),
        (Text("我家里有几口人，靠这份收入生活，请求保留必需的生活费；我愿意每月固定还一部分，请求与申请人和解。"),),
        (Text("执行通知、财产报告的回执、被冻结账户的流水。"),),
        (Text("打 12368 联系执行法官；限制高消费不等于失信：履行完毕的应当解除，提供担保或对方同意的可以解除。"),),
        ("protected_living", "asset_report", "consumption_limit"),
    ),
    Situation(
        "barred",
        Text("这笔债三年多没动静了"),
        (
            Text(
                "先不还一点、不签字、不说分期、不答应任何日子，也不主动联系。这些都可能让时效重新起算，或者被当作放弃抗辩。"
            ),
            Text("找出最后一次还款、最后一次收到催收的日期。"),
        ),
        (),
        (Text("短信、信件、扣款记录，连同日期。"),),
        (Text("打 12348 把经过讲清。过了时效的债并没有消失，只是对方起诉时您可以在一审提出抗辩。"),),
        ("limitation_years",),
    ),
    Situation(
        "harassed",
        Text("被骚扰、威胁，或者家人单位被打扰"),
        (
            Text("有人身危险马上打 110。没有的，先留证据，不对骂。"),
            Text("把每次的时间、号码、原话记进“往来记录”，到“催收核对”看哪些过了界。"),
        ),
        (Text("请只联系我本人，不要联系我的家人和单位；请说明您的机构和工号，本次通话我会录音。"),),
        (Text("录音、截图、通话记录、对方发给别人的内容。"),),
        (Text("先向出借方投诉并要工单号，再打 12378 或 12345；威胁、侮辱、泄露隐私，报警。"),),
        ("limitation_years",),
    ),
    Situation(
        "paid_agent",
        Text("有人说交钱就能帮我停催、减免、修复征信"),
        (
            Text("不要交钱，不要给身份证、电话卡、银行卡，不要按他教的写假病历、假贫困证明。"),
            Text("已经给了的，马上挂失电话卡和银行卡，保存聊天和转账记录。"),
        ),
        (Text("我自己跟机构谈，不需要代理。"),),
        (Text("对方的账号、电话、收款记录、承诺的话。"),),
        (Text("被骗打 110；真实的逾期记录花钱删不掉。"),),
        ("bad_record_years", "credit_repair"),
    ),
    Situation(
        "no_plan",
        Text("哪个方案都还不起"),
        (
            Text("先保住吃饭、看病、住房和谋生的钱，不硬签。"),
            Text("三年多没动静的债，先别请求暂缓，到“诉讼时效”页看清再说。"),
            Text("书面说明没有还款能力，请求暂缓；情况好转主动联系。"),
        ),
        (Text("扣除基本生活费后我没有余钱，现在签任何分期都会再断。请求暂缓，收入恢复后我会按能力还。"),),
        (Text("收入、支出、病历、失业等真实材料，提交的凭证。"),),
        (
            Text("问街道办能不能申请低保、临时救助；打 12348 咨询。"),
            Text("全国没有个人破产；只有深圳、厦门在特定条件下可以申请。"),
        ),
        ("protected_living", "limitation_years"),
    ),
)

_BY_EVENT: dict[EventKind, Name] = {
    "enforcement": "enforcement", "judgment": "judgment", "sued": "summons", "broken": "broken", "agreement": "agreed",
    "refused": "refused", "call": "first_call",
}  # fmt: skip
_BY_COURT: dict[str, Name] = {"enforcement": "enforcement", "judgment": "judgment", "sued": "summons"}


def likely(case: Case, stages: Sequence[Stage], barred: Collection[int], *, negative: bool) -> Name:
    """The situation the facts and the last events point to; the person may choose another.

    `barred` are the places of debts that limitation may bar: the situation only where nothing else is overdue.
    """
    for court in ("enforcement", "judgment", "sued"):
        if any(debt.court == court for debt in case.debts):
            return _BY_COURT[court]
    if barred and all(place in barred for place, debt in enumerate(case.debts) if debt.days_overdue):
        return "barred"
    if negative:
        return "no_plan"
    logged = [event for event in case.events if event.kind in _BY_EVENT and event.day]
    if logged:
        return _BY_EVENT[max(logged, key=lambda event: (event.day, dates.clock(event.time) or time.min)).kind]
    return "no_contact" if any(stage in {"early", "middle"} for stage in stages) else "first_call"
