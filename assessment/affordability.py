"""What a month can carry: reliable income, outgoings, the three figures, and the second opinions beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from assessment import money
from assessment.case import Asset, Assumptions, Case, Expense, Household, Income, Period, words
from assessment.figures import Capacity, Figure, Grade, Line, weakest
from assessment.rules import Rules
from assessment.text import Money, Percent, Text

MONTHS_IN: dict[Period, Fraction] = {
    "day": Fraction(365, 12),
    "week": Fraction(365, 84),
    "half_month": Fraction(2),
    "month": Fraction(1),
    "quarter": Fraction(1, 3),
    "half_year": Fraction(1, 6),
    "year": Fraction(1, 12),
}
GROUP_OF = {
    "food": "food", "clothing": "clothing", "daily_goods": "daily_goods", "transport": "transport_phone",
    "phone": "transport_phone", "leisure": "leisure", "gifts": "gifts",
}  # fmt: skip
GROUPS = tuple(dict.fromkeys(GROUP_OF.values()))
"""The groups of flexible spending that have a guideline."""
ENOUGH_HISTORY = 3
COUNTED_MONTHS = 9


@dataclass(frozen=True, slots=True)
class Opinion:
    """What another place's rule would allow a month, and where the rule comes from."""

    title: Text
    origin: Text
    figure: Figure


@dataclass(frozen=True, slots=True)
class Affordability:
    """A household's month. Yuan a month, except `asset_capacity` and `reserve`, which are sums."""

    income: Figure
    actual: Figure
    guided: Figure
    surplus_actual: Figure
    surplus_guided: Figure
    floor: Figure
    suggested: Figure
    ceiling: Figure
    capacity: Capacity
    negative: bool
    band: Text
    asset_capacity: Figure
    reserve: Figure
    second_opinions: tuple[Opinion, ...]


def afford(case: Case, rules: Rules) -> Affordability:
    """The three figures and everything they rest on. Source: docs/method.md, 能还多少."""
    income = _total(Text("每月可靠收入"), [_income(each, case.assumptions) for each in case.incomes])
    fixed = [_outgoing(each) for each in case.expenses if each.category not in words.FLEXIBLE]
    flexible = [each for each in case.expenses if each.category in words.FLEXIBLE]
    minimum = _protected(case.household, rules)
    actual = _outgoings(Text("实际支出"), fixed, [_outgoing(each) for each in flexible], minimum)
    guided = _outgoings(Text("按参考数调整后的支出"), fixed, _guided(flexible, case, rules), minimum)
    left_actual, left_guided = _difference(income, actual), _difference(income, guided)
    floor = _share_of(left_actual, case.assumptions.floor_share, Text("保底"))
    suggested = _share_of(left_guided, case.assumptions.suggested_share, Text("建议"))
    ceiling = _share_of(left_guided, Decimal(1), Text("上限"))
    return Affordability(
        income, actual, guided, left_actual, left_guided, floor, suggested, ceiling,
        capacity=Capacity(*(money.to_fen(each.yuan) for each in (floor, suggested, ceiling))),
        negative=left_guided.yuan <= 0,
        band=_band(income.yuan, left_guided.yuan, rules),
        asset_capacity=_assets(case, guided.yuan),
        reserve=_reserve(case, guided.yuan),
        second_opinions=_opinions(case, income, left_actual, left_guided, minimum, rules),
    )  # fmt: skip


def if_changed(case: Case, income: Decimal, living: Decimal) -> Case:
    """The same case with every income, and every flexible expense, multiplied."""
    incomes = tuple(
        each.model_copy(update={"amount": _cents(each.amount * income), "history": tuple(_cents(month * income) for month in each.history)})
        for each in case.incomes
    )  # fmt: skip
    expenses = tuple(
        each.model_copy(update={"amount": _cents(each.amount * living)}) if each.category in words.FLEXIBLE else each
        for each in case.expenses
    )
    return case.model_copy(update={"incomes": incomes, "expenses": expenses})


def monthly(yuan: Decimal, period: Period) -> Decimal:
    """An amount per period as a month's, a month being 365/12 days. Yuan, half up to the fen."""
    fen = Fraction(yuan) * 100 * MONTHS_IN[period]
    return money.to_yuan(_half_up(fen))


def _half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def _cents(yuan: Decimal) -> Decimal:
    return yuan.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _total(name: Text, lines: Sequence[Line], rules: tuple[str, ...] = ()) -> Figure:
    total = sum((line.yuan for line in lines), money.to_yuan(0))
    reason = Text("{name}共 {count} 项，合计 {total}。", name=name, count=len(lines), total=Money(total))
    return Figure(total, reason, tuple(lines), rules, weakest(line.grade for line in lines))


def _income(each: Income, assumptions: Assumptions) -> Line:
    name = Text("{name}", name=each.name)
    if each.kind == "steady":
        return Line(name, monthly(each.amount, each.period), each.grade)
    if len(each.history) >= ENOUGH_HISTORY:
        return Line(
            name,
            lower_half(each.history),
            each.grade,
            Text("取最近 {count} 个月里较低一半的平均。", count=len(each.history)),
        )
    typical = _cents(monthly(each.amount, each.period) * assumptions.typical_share)
    note = Text("没有逐月记录，按平常的 {share} 算。", share=Percent(assumptions.typical_share))
    return Line(name, typical, "inferred", note)


def lower_half(months: Sequence[Decimal]) -> Decimal:
    """The mean of the months at or below the median. Yuan, half up to the fen."""
    ordered = sorted(Fraction(month) for month in months)
    middle = len(ordered) // 2
    median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    low = [month for month in ordered if month <= median]
    return money.to_yuan(_half_up(sum(low, Fraction(0)) * 100 / len(low)))


def _outgoing(each: Expense) -> Line:
    return Line(_named(each), monthly(each.amount, each.period), each.grade)


def _named(each: Expense) -> Text:
    usual = Text(words.EXPENSE_CATEGORY[each.category])
    return Text("{name}", name=each.name) if each.name else usual


def _protected(household: Household, rules: Rules) -> Line:
    """The living costs that must be left: the local minimum, or the national average where it is not known."""
    stated = household.minimum_per_head
    listed = _listed(household, rules)
    if stated is not None:
        note = Text("当地低保标准 {amount} 一人，共 {people} 人。", amount=Money(stated), people=household.people)
        return Line(_MINIMUM, stated * household.people, "estimate", note)
    if listed is not None:
        place, per_head = listed
        note = Text("{place}的低保标准 {amount} 一人，取自规则表。", place=place, amount=Money(per_head))
        return Line(_MINIMUM, per_head * household.people, "estimate", note)
    per_head = _cents(Decimal(rules.value("minimum_living")[household.region]))
    note = Text("没有当地低保标准，暂用较旧的全国平均 {amount} 一人。", amount=Money(per_head))
    return Line(_MINIMUM, per_head * household.people, "inferred", note)


_MINIMUM = Text("基本生活费底线")


def _listed(household: Household, rules: Rules) -> tuple[str, Decimal] | None:
    """The place in the rules whose name stands in the household's, and its figure."""
    for place, yuan in rules.value("minimum_living_by_place").items():
        if place in household.place:
            return place, _cents(Decimal(yuan))
    return None


def _outgoings(name: Text, fixed: Sequence[Line], living: Sequence[Line], minimum: Line) -> Figure:
    """Fixed lines as they are and the living part, which never falls below the protected minimum."""
    spent = sum((line.yuan for line in living), money.to_yuan(0))
    short = max(minimum.yuan - spent, money.to_yuan(0))
    top_up = [Line(Text("补到基本生活费底线"), short, minimum.grade, minimum.note)] if short else []
    return _total(
        name,
        [*fixed, *living, *top_up],
        ("protected_living", "minimum_living", "minimum_living_by_place") if short else (),
    )


def _guided(flexible: Sequence[Expense], case: Case, rules: Rules) -> list[Line]:
    """Flexible lines, each group held to its guideline unless a reason stands beside a line."""
    return [
        line
        for group in dict.fromkeys(GROUP_OF[each.category] for each in flexible)
        for line in _held(group, flexible, case, rules)
    ]


def _held(group: str, flexible: Sequence[Expense], case: Case, rules: Rules) -> Iterable[Line]:
    own = [each for each in flexible if GROUP_OF[each.category] == group]
    allowed = guideline(group, case, rules) - sum(
        (monthly(each.amount, each.period) for each in own if each.reason), money.to_yuan(0)
    )
    for each in own:
        line = _outgoing(each)
        if each.reason:
            yield Line(line.label, line.yuan, line.grade, Text("有原因，按实际算：{reason}", reason=each.reason))
            continue
        kept = min(line.yuan, max(allowed, money.to_yuan(0)))
        allowed -= kept
        if kept == line.yuan:
            yield line
        else:
            yield Line(
                line.label,
                kept,
                "inferred",
                Text("实际 {actual}，超过参考数，没有写原因，按参考数算。", actual=Money(line.yuan)),
            )


def above_guideline(case: Case, rules: Rules) -> dict[int, Decimal]:
    """What of each flexible line is not counted for want of a reason, by its place in `case.expenses`. Yuan a month."""
    places = [place for place, each in enumerate(case.expenses) if each.category in words.FLEXIBLE]
    flexible = [case.expenses[place] for place in places]
    above = {}
    for group in dict.fromkeys(GROUP_OF[each.category] for each in flexible):
        own = [place for place in places if GROUP_OF[case.expenses[place].category] == group]
        for place, line in zip(own, _held(group, flexible, case, rules), strict=True):
            each = case.expenses[place]
            above[place] = monthly(each.amount, each.period) - line.yuan
    return {place: yuan for place, yuan in above.items() if yuan}


def guideline(group: str, case: Case, rules: Rules) -> Decimal:
    """The guideline for a group of flexible spending. Yuan a month for the whole household."""
    household = case.household
    per_head = Decimal(rules.value("spending_per_head")[group]) / COUNTED_MONTHS
    region = rules.value("spending_by_region")[household.region]
    return _cents(per_head * region * case.assumptions.guideline_share * household.people)


def _difference(income: Figure, outgoings: Figure) -> Figure:
    left = income.yuan - outgoings.yuan
    reason = Text(
        "收入 {income} 减去支出 {spent}，结余 {left}。",
        income=Money(income.yuan),
        spent=Money(outgoings.yuan),
        left=Money(left),
    )
    lines = (Line(Text("可靠收入"), income.yuan, income.grade), Line(Text("支出"), -outgoings.yuan, outgoings.grade))
    return Figure(left, reason, lines, (*income.rules, *outgoings.rules), weakest((income.grade, outgoings.grade)))


def _payable(yuan: Decimal) -> Decimal:
    """Rounded down, so that no fen is promised that is not there; nothing where nothing is left."""
    return money.to_yuan(int(max(yuan, money.to_yuan(0)) * 100))


def _share_of(surplus: Figure, share: Decimal, name: Text) -> Figure:
    yuan = _payable(surplus.yuan * share)
    reason = Text(
        "{name}是结余 {left} 的 {share}，也就是 {amount}。",
        name=name,
        left=Money(surplus.yuan),
        share=Percent(share),
        amount=Money(yuan),
    )
    if surplus.yuan <= 0:
        reason = Text("结余是 {left}，没有余钱，{name}为零。", name=name, left=Money(surplus.yuan))
    return Figure(yuan, reason, surplus.lines, surplus.rules, surplus.grade)


def _band(income: Decimal, surplus: Decimal, rules: Rules) -> Text:
    if surplus < 0:
        return Text("入不敷出")
    return Text("刚好持平") if surplus <= income * Decimal(rules.value("surplus_bands")) else Text("有结余")


QUICK_SHARE = {
    "fund": "quick_share_liquid", "stock": "quick_share_liquid", "insurance": "quick_share_claims", "provident": "quick_share_claims",
    "receivable": "quick_share_claims", "vehicle": "quick_share_goods", "goods": "quick_share_goods", "home": "quick_share_property",
    "property": "quick_share_property",
}  # fmt: skip


def _assets(case: Case, month: Decimal) -> Figure:
    """Cash above one month of living costs, and what the rest would bring quickly; kept apart from the month."""
    usable = [each for each in case.assets if not each.needed]
    cash = sum((each.value for each in usable if each.kind == "cash"), money.to_yuan(0))
    spare = max(cash - month, money.to_yuan(0))
    lines = [
        Line(
            Text("现金、存款"),
            spare,
            weakest(each.grade for each in usable if each.kind == "cash"),
            Text("留出一个月生活费 {month}。", month=Money(month)),
        )
    ]
    lines += [_sold(each, case.assumptions) for each in usable if each.kind != "cash"]
    total = sum((line.yuan for line in lines), money.to_yuan(0))
    reason = Text("手头现金留够一个月生活费，再加上其他资产急卖能拿到的钱，一共约 {total}。", total=Money(total))
    return Figure(total, reason, tuple(lines), (), weakest(line.grade for line in lines))


def _sold(each: Asset, assumptions: Assumptions) -> Line:
    share: Decimal = getattr(assumptions, QUICK_SHARE[each.kind]) if each.quick_share is None else each.quick_share
    worth = max(_cents(each.value * share) - each.loan, money.to_yuan(0))
    note = Text(
        "值 {value}，急卖约 {share}，先还上面的贷款 {loan}。",
        value=Money(each.value),
        share=Percent(share),
        loan=Money(each.loan),
    )
    return Line(Text("{name}", name=each.name), worth, "inferred" if each.quick_share is None else each.grade, note)


def _reserve(case: Case, month: Decimal) -> Figure:
    """Cash against the reserve to aim for."""
    cash = sum((each.value for each in case.assets if each.kind == "cash"), money.to_yuan(0))
    target = month * case.assumptions.reserve_months
    reason = Text(
        "应急储备的目标是 {months} 个月生活费 {target}，现在有 {cash}。",
        months=case.assumptions.reserve_months,
        target=Money(target),
        cash=Money(cash),
    )
    return Figure(cash, reason, (), (), weakest(each.grade for each in case.assets if each.kind == "cash"))


def _opinions(
    case: Case, income: Figure, actual: Figure, guided: Figure, minimum: Line, rules: Rules
) -> tuple[Opinion, ...]:
    half, eighty, saving = rules.value("half_rule"), rules.value("eighty_rule"), rules.value("sfs")
    necessary = minimum.yuan * eighty["living_multiple"]
    return (
        _opinion(Text("结余的一半"), Text("英国税务海关总署，分期缴税"), actual.yuan * half, "half_rule", actual.grade),
        _opinion(Text("八成规则"), Text("台湾地区，消费者债务清理"), (income.yuan - necessary) * eighty["share"], "eighty_rule", weakest((income.grade, minimum.grade))),
        _opinion(Text("标准财务报表"), Text("英国，债务咨询机构通用"), guided.yuan * (1 - saving), "sfs", guided.grade),
    )  # fmt: skip


def _opinion(title: Text, origin: Text, yuan: Decimal, rule: str, grade: Grade) -> Opinion:
    amount = _payable(yuan)
    return Opinion(
        title, origin, Figure(amount, Text("按这个算法，每月 {amount}。", amount=Money(amount)), (), (rule,), grade)
    )
