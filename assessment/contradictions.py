"""What in a case cannot all be true, or is more likely a slip."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from assessment import fits
from assessment.case import Case, Debt
from assessment.problems import Path, Place, Problem
from assessment.text import Money, Percent, Text

_REPAYMENT_WORDS = ("还款", "还债", "月供", "花呗", "借呗", "白条", "金条", "微粒贷", "信用卡", "网贷", "分期")
_TOLERANCE = Decimal("0.05")
_RARE_LOW, _RARE_HIGH = Decimal("0.001"), Decimal(1)


def contradictions(case: Case, as_of: date) -> tuple[Problem, ...]:
    """Every doubt about the case, each with where it stands and what would fit."""
    return (*_of_debts(case, as_of), *_of_assets(case), *_of_expenses(case))


def _doubt(path: Path, what: Text, instead: Text) -> Problem:
    return Problem(Place(path), what, instead, "doubtful")


def _of_debts(case: Case, as_of: date) -> Iterator[Problem]:
    seen: dict[tuple[str, Decimal], int] = {}
    for place, debt in enumerate(case.debts):
        at: Path = ("debts", place)
        twin = seen.setdefault((debt.name, debt.principal), place)
        if twin != place and debt.name:
            yield _doubt(
                (*at, "name"),
                Text("第 {first} 笔和第 {second} 笔的名称、本金一样。", first=twin + 1, second=place + 1),
                Text("如果是同一笔，请删掉一笔。"),
            )
        yield from _amounts(debt, at)
        yield from _rate(debt, at)
        yield from _time(debt, at, as_of)


def _amounts(debt: Debt, at: Path) -> Iterator[Problem]:
    if debt.original is not None and debt.principal > debt.original:
        yield _doubt(
            (*at, "principal"),
            Text(
                "剩余本金 {left} 比当初借的 {original} 还多。",
                left=Money(debt.principal),
                original=Money(debt.original),
            ),
            Text("剩余本金最多 {original}，不含利息和罚息，请核对。", original=Money(debt.original)),
        )
    if debt.overdue_amount is not None and debt.overdue_amount > debt.owed:
        yield _doubt(
            (*at, "overdue_amount"),
            Text(
                "逾期金额 {overdue} 比一共欠的 {owed} 还多。", overdue=Money(debt.overdue_amount), owed=Money(debt.owed)
            ),
            Text("逾期金额最多 {owed}；请核对，或补上欠的利息、罚息。", owed=Money(debt.owed)),
        )
    if debt.received is not None and debt.original is not None and debt.received > debt.original:
        yield _doubt(
            (*at, "received"),
            Text(
                "实际到手 {got} 比当初借的 {original} 还多。", got=Money(debt.received), original=Money(debt.original)
            ),
            Text("借款那天真正拿到的不会比借的多，请核对。"),
        )
    if debt.instalments and debt.instalments_left > debt.instalments:
        yield _doubt(
            (*at, "instalments_left"),
            Text("还剩 {left} 期，比一共的 {all} 期还多。", left=debt.instalments_left, all=debt.instalments),
            Text("最多还剩 {all} 期，请核对。", all=debt.instalments),
        )
    if debt.penalty and not debt.days_overdue:
        yield _doubt(
            (*at, "days_overdue"), Text("有罚息，但逾期天数是 0。"), Text("请填逾期天数；若已补上，把罚息改成 0。")
        )
    if debt.days_overdue and not debt.owed:
        yield _doubt(
            (*at, "principal"),
            Text("逾期 {days} 天，但没有填欠多少。", days=debt.days_overdue),
            Text("请填剩余本金和欠的利息。"),
        )


def _rate(debt: Debt, at: Path) -> Iterator[Problem]:
    if debt.rate is None:
        if debt.method != "flat_fee" and debt.principal:
            yield _doubt((*at, "rate"), Text("没有填利率，今后的利息按 0 算。"), Text("请照合同或 App 补上利率。"))
        return
    annual = debt.rate.annual
    if annual > _RARE_HIGH or 0 < annual < _RARE_LOW:
        yield _doubt(
            (*at, "rate"),
            Text("折成一年是 {rate}，很少见。", rate=Percent(annual)),
            Text("请核对是日利率、月利率还是年利率。"),
        )
    yield from _instalment(debt, at)


def _instalment(debt: Debt, at: Path) -> Iterator[Problem]:
    """Balance, rate, instalment and term that cannot all be true, with what each would have to be."""
    if debt.instalment is None:
        return
    found = fits.fitting(debt)
    if found is None or abs(debt.instalment - found.instalment) <= found.instalment * _TOLERANCE:
        return
    yield _doubt(
        (*at, "instalment"),
        Text("每期应还 {stated}，跟本金、利率、期数对不上。", stated=Money(debt.instalment)),
        found.said,
    )


def _time(debt: Debt, at: Path, as_of: date) -> Iterator[Problem]:
    if debt.contract_date is not None and debt.contract_date > as_of:
        yield _doubt(
            (*at, "contract_date"), Text("借款日期 {day} 在今天之后。", day=debt.contract_date), Text("请核对年份。")
        )
    elif debt.contract_date is not None and as_of - timedelta(days=debt.days_overdue) < debt.contract_date:
        yield _doubt(
            (*at, "days_overdue"),
            Text("逾期 {days} 天，比借款日期还早。", days=debt.days_overdue),
            Text("请核对借款日期和逾期天数。"),
        )
    if debt.instalments_left and debt.due_day is None:
        yield _doubt((*at, "due_day"), Text("没有填每月几号还。"), Text("补上之后，还款日期会更准。"))
    if (
        not debt.instalments_left
        and not debt.days_overdue
        and debt.principal
        and debt.method not in {"bullet", "revolving"}
    ):
        yield _doubt((*at, "instalments_left"), Text("没有逾期，剩余期数却是 0。"), Text("请填还剩几期。"))


def _of_assets(case: Case) -> Iterator[Problem]:
    for place, asset in enumerate(case.assets):
        if asset.loan > asset.value:
            yield _doubt(
                ("assets", place, "loan"),
                Text("“{name}”上的贷款比它的价值还高。", name=asset.name),
                Text("请核对；若确实如此，这项不能用来还债。"),
            )


def nothing_spent(case: Case) -> Problem | None:
    """The doubt about an income with no outgoings beside it, which makes every figure of what can be paid too high."""
    if case.expenses or not case.incomes:
        return None
    return _doubt(
        ("expenses",),
        Text("支出一项都还没填，现在只扣了最低生活费，能还的数偏高。"),
        Text("填好支出以前，先别照着它答应对方。"),
    )


def _of_expenses(case: Case) -> Iterator[Problem]:
    if (doubt := nothing_spent(case)) is not None:
        yield doubt
    for place, line in enumerate(case.expenses):
        if line.category != "mortgage" and any(word in line.name for word in _REPAYMENT_WORDS):
            yield _doubt(
                ("expenses", place, "name"),
                Text("支出里的“{name}”像是还债的钱。", name=line.name),
                Text("还债不算生活支出，请移到债务里。"),
            )
