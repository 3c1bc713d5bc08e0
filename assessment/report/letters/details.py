"""A request for the contract, the flows and how interest was worked out. It rests on no fact but the debt itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assessment.report.letters import points
from assessment.report.letters.draft import Draft, sent
from assessment.report.letters.matter import Matter
from assessment.report.paper import Block, Heading, Paper, paragraph
from assessment.text import Text


def draft(about: Matter) -> Draft:
    """Not for a debt that may be barred: asking about it may be taken for talking of it again."""
    start = Draft(
        "details", Text("索取合同、流水和计息明细"), points.recipient(about), rules=("data_copy", "data_refusal"), sent=sent(about, "details")
    )  # fmt: skip
    if about.barred:
        return start.wanting(Text("这笔债可能过了诉讼时效，先到“诉讼时效”页看清，再决定要不要联系对方。"))
    if not about.debt.name.strip():
        return start.wanting(Text("还缺：欠谁的。到“债务”页填上名字。"))
    title = Text("关于“{name}”借款的合同、流水和计息明细", name=about.name)
    return replace(start, paper=Paper(title, tuple(_blocks(about))), lacks=(points.BY_HAND,))


def _blocks(about: Matter) -> Iterator[Block]:
    signed = about.debt.contract_date
    yield paragraph(points.to_lender(about))
    yield points.head()
    if signed:
        yield paragraph(Text("这封信说的是“{name}”这笔借款，借款日期 {day}。", name=about.name, day=signed))
    else:
        yield paragraph(Text("这封信说的是“{name}”这笔借款。", name=about.name))
    yield Heading(Text("请书面给我"))
    yield points.items(_between_people() if about.private else _of_institution(about))
    if about.excess:
        yield Heading(Text("请核对收费"))
        yield from points.charges(about)
    if not about.private:
        rules = ("data_copy", "data_refusal", *(["cost_statement"] if _stated(about) else []))
        yield paragraph(Text("不能给的，请书面说明理由。"), *points.cited(about, rules))
    yield points.reservation()
    yield points.signature()


def _of_institution(about: Matter) -> Iterator[Text]:
    yield Text("借款合同和它的全部附件、补充协议。")
    yield Text("放款凭证：哪天、从哪个账户、到账多少。")
    yield Text("每一次还款和扣款的明细：日期、金额，其中多少抵本金、利息、罚息、费用。")
    yield Text("利息、罚息和各项费用的计算办法：利率、起止日期、每一步的数。")
    yield Text("担保费、服务费、保险费由谁收、收了多少、依据合同哪一条。")
    yield Text("债权有没有转让；委托了哪家催收机构，它的全称。")
    if _stated(about):
        yield Text("签约前给我看的综合融资成本明示表。")


def _stated(about: Matter) -> bool:
    """Whether the loan is of the days since which its whole cost must be shown before signing."""
    signed = about.debt.contract_date
    return signed is not None and signed >= about.law.cost_statement.rulings[0].since


def _between_people() -> Iterator[Text]:
    yield Text("借条、借款合同和转账记录。")
    yield Text("收到的每一次还款：日期和金额，其中多少抵本金、多少抵利息。")
    yield Text("现在要的利息是怎么算的：利率、起止日期、每一步的数。")
