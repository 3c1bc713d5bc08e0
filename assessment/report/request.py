"""A written request to one lender: what is owed to it, what the household can do, what is asked. Nothing of other lenders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from assessment import money
from assessment._assess import DebtAssessment
from assessment.affordability import Affordability
from assessment.case.words import HARDSHIPS
from assessment.deal.month import month_left
from assessment.law.rate_caps import cap
from assessment.offers import Judged, Outcome, paid_today
from assessment.report.capital import capital
from assessment.report.paper import BLANK, Block, Heading, Items, Paper, Paragraph, Table, paragraph
from assessment.report.schedule import schedule
from assessment.report.wishes import Wishes
from assessment.rules import Rules
from assessment.text import Percent, Text


def request(
    found: DebtAssessment, option: Judged | None, home: Affordability, wishes: Wishes, as_of: date, law: Rules
) -> Paper:
    """The request for an option, or for a pause where none can be carried.

    Every amount is the option's own, to the fen; amounts that are promised stand in formal characters too.
    """
    title = Text("关于“{name}”欠款的还款方案请求", name=_name(found))
    return Paper(title, tuple(_blocks(found, option, home, wishes, as_of, law)))


def _blocks(
    found: DebtAssessment, option: Judged | None, home: Affordability, wishes: Wishes, as_of: date, law: Rules
) -> Iterator[Block]:
    yield paragraph(_to(found))
    yield paragraph(Text("借款人：＿＿＿＿＿＿　合同编号：＿＿＿＿＿＿　日期：{day}", day=as_of))
    yield Heading(Text("一、欠款"))
    yield from _owed(found)
    yield Heading(Text("二、我的情况"))
    yield from _situation(found, option, home, wishes)
    yield Heading(Text("三、我的请求"))
    yield from _asked(found, option.outcome, as_of, law) if option else _pause(home)
    yield Heading(Text("四、请书面确认"))
    yield Items(_CONFIRM_BETWEEN_PEOPLE if found.debt.lender == "private" else _CONFIRM)
    yield paragraph(
        Text(
            "请在 {day} 以前书面答复。谈妥并收到书面协议以后，我按约定付款。", day=as_of + timedelta(days=wishes.days)
        ),
        Text("本函只为协商还款方式；欠款数额以双方核对一致的为准。"),
    )
    yield paragraph(Text("借款人签名：＿＿＿＿＿＿　联系方式：＿＿＿＿＿＿"))
    if option is not None:
        yield Heading(Text("附：还款表"))
        yield schedule(option.outcome)


def _to(found: DebtAssessment) -> Text:
    if found.debt.lender == "private":
        return Text("致：{name}", name=_name(found))
    return Text("致：＿＿＿＿＿＿（“{name}”的出借机构，名称照合同写）", name=_name(found))


def _owed(found: DebtAssessment) -> Iterator[Block]:
    claim = found.position.claim
    parts = (
        (Text("本金"), claim.principal), (Text("利息"), claim.interest), (Text("罚息、违约金"), claim.penalty), (Text("其他费用"), claim.fees),
        (Text("合计"), claim.total),
    )  # fmt: skip
    yield Table((Text("项目"), Text("金额")), tuple((name, money.told(fen)) for name, fen in parts))
    if found.debt.days_overdue:
        yield paragraph(Text("到今天逾期 {days} 天。", days=found.debt.days_overdue))
    yield paragraph(Text("以上是我自己的记录，请核对；有出入的，请给我逐笔明细。"))


def _situation(found: DebtAssessment, option: Judged | None, home: Affordability, wishes: Wishes) -> Iterator[Block]:
    if wishes.hardships:
        yield Items(tuple(Text(HARDSHIPS[each]) for each in wishes.hardships))
    if wishes.words:
        yield paragraph(Text("{words}", words=wishes.words))
    yield Paragraph((
        month_left(found, option.outcome.monthly if option else 0, home),
        Text("如有需要，我可以提供收入、失业、病历等证明。"),
    ))  # fmt: skip


def _asked(found: DebtAssessment, result: Outcome, as_of: date, law: Rules) -> Iterator[Block]:
    yield paragraph(Text("请求按“{title}”处理：", title=Text(result.title)))
    yield Items(tuple(_terms(found, result, as_of, law)))


def _terms(found: DebtAssessment, result: Outcome, as_of: date, law: Rules) -> Iterator[Text]:
    terms, at_once = result.terms, paid_today(as_of, result.path)
    if at_once:
        yield Text("签约当天付 {amount}（{words}）。", amount=money.told(at_once), words=_formal(at_once))
    if terms.grace:
        yield Text("头 {months} 个月不付款。", months=terms.grace)
    later = [
        (day, paid) for day, paid in zip(result.path.dates, result.path.payment, strict=True) if paid and day > as_of
    ]
    if later:
        most = max(paid for _day, paid in later)
        yield Text(
            "从 {first} 到 {last}，分 {count} 期，每期最多 {most}（{words}）。",
            first=later[0][0], last=later[-1][0], count=len(later), most=money.told(most), words=_formal(most),
        )  # fmt: skip
        yield _interest(found, terms.annual_rate, law)
    yield from _waived(result)
    yield Text(
        "一共付 {amount}（{words}），付清以后这笔债结清。", amount=money.told(result.total), words=_formal(result.total)
    )


def _interest(found: DebtAssessment, rate: Decimal, law: Rules) -> Text:
    """What is asked on the interest to come; nobody asks for a rate above what courts support."""
    if not rate:
        return Text("今后不再计息。")
    line = cap(found.debt, law)
    most = rate if line is None else line.line(paid=False)[1]
    if rate > most:
        return Text(
            "合同年利率 {rate} 超过法院一般支持的 {line}，请减到这以内；上面和附表的数按合同利率算，减了以后相应减少。",
            rate=Percent(rate), line=Percent(most),
        )  # fmt: skip
    return Text("今后的年利率不超过 {rate}。", rate=Percent(rate))


def _waived(result: Outcome) -> Iterator[Text]:
    named = (
        (Text("本金"), result.waived.principal), (Text("利息"), result.waived.interest), (Text("罚息、违约金"), result.waived.penalty),
        (Text("其他费用"), result.waived.fees),
    )  # fmt: skip
    for name, fen in named:
        if fen:
            yield Text("减免{name} {amount}（{words}）。", name=name, amount=money.told(fen), words=_formal(fen))


def _pause(home: Affordability) -> Iterator[Block]:
    yield Items((
        Text("扣除基本生活费后，我现在没有余钱，签任何分期都会再断。")
        if home.negative
        else Text("我算过现有的分期办法，每月都超过我能一直做到的数，签了也会再断。"),
        Text("请求暂缓还款，并停止计收罚息和违约金；收入恢复后，我会主动提出能做到的方案。"),
        Text("请只联系我本人，不要联系我的家人和单位。"),
    ))  # fmt: skip


_CONFIRM: tuple[Text, ...] = (
    Text("总额，每一期的日期和金额。"),
    Text("减免了哪几项，各是多少；付清以后不再追讨余款。"),
    Text("收款账户的户名和账号；只付到公司账户。"),
    Text("有一期晚了怎么办，有没有宽限。"),
    Text("怎样、什么时候向征信机构报送；协议履行期间是否停止催收。"),
    Text("付清以后出具结清证明。"),
)
_CONFIRM_BETWEEN_PEOPLE: tuple[Text, ...] = (
    Text("总额，每一期的日期和金额。"),
    Text("减免了哪几项，各是多少；付清以后不再追讨余款。"),
    Text("收款的账户；每次付款都留下凭证。"),
    Text("有一期晚了怎么办，有没有宽限。"),
    Text("付清以后写收条，退还借条。"),
)


def _name(found: DebtAssessment) -> str:
    return found.debt.name.strip() or BLANK


def _formal(fen: int) -> str:
    return capital(money.to_yuan(fen))


def asked_for(found: DebtAssessment, place: int | None) -> Judged | None:
    """The option at a place, or the recommended one; None where nothing can be carried."""
    at = found.comparison.recommended if place is None else place
    return None if at is None else found.comparison.options[at]


def may_be_asked(options: Sequence[Judged]) -> tuple[int, ...]:
    """Places of the options that can be asked of a lender and carried."""
    carried = {"floor", "suggested", "ceiling", "assets"}
    return tuple(place for place, each in enumerate(options) if each.fit in carried)
