"""The way through court and enforcement: steps, time limits, what it costs, what is left to the household."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assessment.case import Debt, Household
from assessment.law import costs
from assessment.rules import Rules
from assessment.text import Money, Text

_YEAR = 365


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way: what happens, what to do in it, and the rules."""

    title: Text
    what: Text
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """One cost of the way, between its least and its most. Yuan."""

    title: Text
    low: Decimal
    high: Decimal
    rule: str


@dataclass(frozen=True, slots=True)
class CourtPath:
    """What may follow for one debt; costs are what the debtor may have to bear if the court so decides."""

    stages: tuple[Stage, ...]
    costs: tuple[Cost, ...]

    @property
    def low(self) -> Decimal:
        return sum((cost.low for cost in self.costs), Decimal("0.00"))

    @property
    def high(self) -> Decimal:
        return sum((cost.high for cost in self.costs), Decimal("0.00"))


@dataclass(frozen=True, slots=True)
class Retention:
    """What must be left of an income a month, and the most that could be withheld. Yuan."""

    kept: Decimal
    most_withheld: Decimal
    assumed: bool
    words: Text
    rules: tuple[str, ...] = ("wage_retention", "protected_living", "minimum_living")


def court_path(debt: Debt, rules: Rules) -> CourtPath:
    """The steps a lender may take, in order, with what they may cost. Sources: 民事诉讼法; 诉讼费用交纳办法."""
    return CourtPath(tuple(_stages(rules)), court_costs(debt.owed, debt.principal, rules))


def court_costs(claim: Decimal, principal: Decimal, rules: Rules) -> tuple[Cost, ...]:
    """What suit and enforcement of a claim may cost the debtor.

    At least the halved acceptance fee; at most the whole one with preservation, enforcement and a year of the doubled
    interest on `principal`. Yuan. Who bears it the court decides (诉讼费用交纳办法 第二十九条).
    """
    nothing = Decimal("0.00")
    return (
        Cost(Text("案件受理费（简易程序或调解减半）"), costs.court_fee(claim, simplified=True, law=rules), costs.court_fee(claim, law=rules), "court_fee_brackets"),
        Cost(Text("对方申请保全的费用"), nothing, costs.preservation_fee(claim, rules), "preservation_fee_brackets"),
        Cost(Text("强制执行的费用"), nothing, costs.enforcement_fee(claim, rules), "enforcement_fee_brackets"),
        Cost(Text("判决后拖一年的加倍利息"), nothing, costs.delay_interest(principal, _YEAR, rules), "delay_interest"),
    )  # fmt: skip


def _stages(rules: Rules) -> Iterator[Stage]:
    yield Stage(
        Text("诉前调解"),
        Text("法院或调解组织可能先打电话约调解，可以不同意；人民调解不收费，其他的先问清。谈成的协议，{days} 天内双方可以一起申请法院确认。", days=rules.value("mediation_confirm_days")),
        ("free_mediation", "mediation_confirm_days"),
    )  # fmt: skip
    yield Stage(
        Text("支付令"),
        Text("收到后 {days} 天内，对债务本身有异议就书面提出；只说没钱、要延期没有用，口头说也没有用。", days=rules.value("payment_order_days")),
        ("payment_order_days",),
    )  # fmt: skip
    yield Stage(
        Text("起诉和答辩"),
        Text("先核实真假（12368）。签收起诉状后 {days} 天内交答辩状；看是不是这个法院该管。网上借款的案子现在由普通法院审。", days=rules.value("answer_days")),
        ("answer_days", "court_place", "internet_courts"),
    )  # fmt: skip
    yield Stage(
        Text("仲裁"),
        Text("合同写了仲裁的，可能收到仲裁通知。不接受网上仲裁要明确说；对裁决不服、有法定理由的，{months} 个月内申请撤销。", months=rules.value("award_set_aside_months")),
        ("online_arbitration", "award_set_aside_months"),
    )  # fmt: skip
    yield Stage(
        Text("判决和上诉"),
        Text("小额诉讼一审终审；其他的，判决送达后 {days} 天内可以上诉。", days=rules.value("appeal_days")),
        ("small_claims", "appeal_days"),
    )
    yield Stage(
        Text("申请执行"),
        Text("对方要在判决写的日子以后 {years} 年内申请执行。收到通知要如实报告财产，可以谈执行和解。", years=rules.value("enforcement_years")),
        ("enforcement_years", "asset_report", "enforcement_settlement"),
    )  # fmt: skip
    yield Stage(
        Text("限高和失信"),
        Text("没按执行通知还的，可能被限制高消费。列入失信名单要有六种情形之一：有能力却拒不履行，伪造证据或暴力妨碍执行，隐匿转移财产，违反财产报告，违反限高令，无正当理由不履行执行和解协议。第一种没有固定期限，其余 {years} 年，可以延长。光是逾期，两样都不会有。", years=rules.value("dishonest_list")),
        ("consumption_limit", "dishonest_list", "dishonest_correction_days"),
    )  # fmt: skip
    yield Stage(
        Text("没有财产可执行"),
        Text("法院会先终结这一次执行，债还在；以后有了财产，可以随时再执行。"),
        ("nothing_found",),
    )


def retention(household: Household, monthly_income: Decimal, rules: Rules) -> Retention:
    """What a court must leave of `monthly_income` to live on. Yuan a month.

    The local minimum times everyone who lives on it (查封扣押冻结规定 第三条); the share withheld is set by the court
    case by case (民事诉讼法 第二百五十四条), so the most is what lies above it.
    """
    stated = household.minimum_per_head
    per_head = stated if stated is not None else _known_minimum(household, rules)
    kept = (per_head * household.people).quantize(Decimal("0.01"))
    most = max(monthly_income - kept, Decimal("0.00"))
    words = (
        Text("按当地低保 {per_head} 一人、{people} 人算，每月至少要留 {kept}。法院裁定留多少，没有全国统一的比例。", per_head=Money(per_head), people=household.people, kept=Money(kept))
        if stated is not None
        else Text("没有填当地低保，暂按能查到的标准 {per_head} 一人、{people} 人算，估计每月要留 {kept}；多半偏低，请问街道办后填上。", per_head=Money(per_head), people=household.people, kept=Money(kept))
    )  # fmt: skip
    return Retention(kept, most, stated is None, words)


def _known_minimum(household: Household, rules: Rules) -> Decimal:
    for place, yuan in rules.value("minimum_living_by_place").items():
        if place in household.place:
            return Decimal(yuan)
    return Decimal(rules.value("minimum_living")[household.region])


def untouchable() -> tuple[tuple[Text, str], ...]:
    """What cannot be taken, each with its rule."""
    return (
        (Text("您和所扶养家属必需的生活费，按当地低保标准定。"), "protected_living"),
        (Text("必需的衣服、家具、炊具、餐具，孩子上学的东西，身体缺陷必需的辅助工具、医疗物品。"), "exempt_goods"),
        (
            Text(
                "必需的住房可以查封，一般不能拍卖；有例外，例如扶养人另有住房、判决后转移房产、对方提供廉租标准的房子或从房款里留出五到八年租金。"
            ),
            "exempt_home",
        ),
        (Text("工资可以扣，但要留出生活必需费用，并且要有法院的裁定。"), "wage_retention"),
    )
