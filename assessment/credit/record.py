"""What a person can read in the own report, whom else it touches, and what can be asked of those who keep it."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.case import Debt, Household
from assessment.rules import Rules
from assessment.text import Text


@dataclass(frozen=True, slots=True)
class Right:
    """Something the person may ask for: what, in one sentence how, and the rules."""

    title: Text
    how: Text
    rules: tuple[str, ...]


def rights(rules: Rules) -> tuple[Right, ...]:
    """Query, notice, objection, complaint, statement. Sources: 征信业管理条例 第十五、十六、十七、二十五、二十六条."""
    return (
        Right(
            Text("免费查报告，今年现在是每年 {count} 次", count=rules.value("credit_free_queries")),
            Text(
                "在中国人民银行征信中心网站、银行网点或自助机查。一般认为自己查不影响信用。每笔金条借款在报告里各算一个账户，逐笔核对。"
            ),
            ("credit_free_queries",),
        ),
        Right(
            Text("报成不良之前，对方要先告诉您"),
            Text("没有收到过告知的，可以向对方索要告知的证明，并据此投诉。"),
            ("credit_notice",),
        ),
        Right(
            Text("有错可以提异议，{days} 天内要答复", days=rules.value("credit_objection_days")),
            Text(
                "写清哪个账户、哪个月、错在哪里，附还款凭证，交给征信中心或出借方。查实有错的要改；查不清的也要把异议记上。"
            ),
            ("credit_objection_days",),
        ),
        Right(
            Text("不服可以向当地人民银行投诉，{days} 天内要答复", days=rules.value("credit_complaint_days")),
            Text("记错、没有事先告知、没有书面同意、满五年没删，都可以投诉；真实的逾期记录改不掉。也可以直接起诉。"),
            ("credit_complaint_days",),
        ),
        Right(
            Text("可以在报告里写一段自己的说明"),
            Text("比如失业、生病的经过。征信机构应当记上；它不改变记录本身。"),
            ("credit_statement",),
        ),
    )


def on_record(household: Household, rules: Rules) -> tuple[Text, ...]:
    """What the words of the personal print mean for later borrowing; empty where they were not entered."""
    found = []
    low, high = rules.value("query_habit")
    if household.overdue_months is not None:
        worst = Text("发生过 90 天以上逾期") if household.over_ninety else Text("没有发生过 90 天以上逾期")
        found.append(
            Text(
                "报告上写：最近 5 年内有 {months} 个月处于逾期状态，{worst}。",
                months=household.overdue_months,
                worst=worst,
            )
        )
        if household.over_ninety:
            found.append(Text("惯例：不少银行把 90 天以上逾期看得较重，各家不一，没有统一的说法。"))
    if household.queries is not None and household.queries >= low:
        found.append(
            Text(
                "惯例：三个月里被查 {low} 到 {high} 次以上，银行会更谨慎。您被查了 {count} 次，先不要再到处申请贷款。",
                low=low,
                high=high,
                count=household.queries,
            )
        )
    return tuple(found)


def effects(debt: Debt) -> tuple[Text, ...]:
    """Whom else this debt touches."""
    found = []
    if debt.security == "guarantee":
        found.append(Text("这笔有人担保：您逾期，担保人也会被要求还，他的信用报告也可能受影响。尽早告诉他。"))
    if debt.joint:
        found.append(Text("这笔有共同借款人：逾期一般会同时记在两个人的报告里，一个人还清对两个人都算。"))
    if debt.security in {"pledge", "mortgage"}:
        found.append(Text("这笔有抵押或质押：对方可以请求法院处理抵押物，先问清哪些东西押着。"))
    return tuple(found)
