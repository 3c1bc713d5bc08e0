"""Makes the sample workbooks: every balance follows from a loan's terms and what was paid on it.

Run from the project's folder: python sample_data/make.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from assessment import dates, money, schedules  # noqa: E402
from assessment.case import Asset, Case, Debt, Event, Expense, Household, Income, Rate, words  # noqa: E402
from assessment.rates import Ratio, daily, monthly  # noqa: E402
from assessment.report import workbook  # noqa: E402
from assessment.schedules import Columns  # noqa: E402

STORY_DAY = date(2026, 11, 23)
_PENALTY = Decimal("1.5")


@dataclass(frozen=True)
class Loan:
    """A loan as it was signed, and how many instalments were paid on time before the first was missed."""

    name: str
    lender: str
    lent: str
    rate: tuple[str, str]
    method: str
    months: int
    signed: date
    due_day: int
    paid: int
    fee: str = "0"
    more: tuple[tuple[str, Any], ...] = ()


def debt(loan: Loan) -> Debt:
    """The loan as it stands on the story's day: interest due and unpaid, penalty by the day on each missed part."""
    value, per = loan.rate
    rate = Rate(value=Decimal(value), per=per)
    rows = _rows(loan, monthly(rate.annual))
    due = dates.due_dates(
        dates.on_day(dates.add_months(loan.signed.replace(day=1), 1), loan.due_day), loan.due_day, loan.months
    )
    missed = [place for place in range(loan.paid, loan.months) if due[place] <= STORY_DAY]
    penal = _times(daily(rate.annual, 365), _PENALTY)
    interest = sum(rows.interest[place] for place in missed)
    penalty = sum(schedules.accrue(rows.principal[place], penal, (STORY_DAY - due[place]).days) for place in missed)
    fees = sum(rows.fee[place] for place in missed)
    overdue = sum(rows.principal[place] for place in missed) + interest + penalty + fees
    left = sum(rows.principal[loan.paid :])
    level = loan.method == "equal_payment"
    return Debt(
        name=loan.name, lender=loan.lender, contract_date=loan.signed, original=Decimal(loan.lent), principal=money.to_yuan(left),
        interest=money.to_yuan(interest), penalty=money.to_yuan(penalty), fees=money.to_yuan(fees),
        rate=None if loan.method == "flat_fee" else rate, penalty_multiple=_PENALTY, method=loan.method,
        fee_per_instalment=Decimal(loan.fee), instalments=loan.months, instalments_left=loan.months - loan.paid,
        instalment=money.to_yuan(rows.payment[loan.paid]) if level else None, due_day=loan.due_day,
        days_overdue=(STORY_DAY - due[loan.paid]).days if missed else 0, overdue_amount=money.to_yuan(overdue) if missed else None,
        grade="verified", **dict(loan.more),
    )  # fmt: skip


def _rows(loan: Loan, rate: Ratio) -> Columns:
    fen = money.to_fen(Decimal(loan.lent))
    if loan.method == "flat_fee":
        return schedules.with_fee(
            schedules.equal_principal(fen, Ratio(0, 1), loan.months), money.to_fen(Decimal(loan.fee))
        )
    make: dict[str, Callable[[int, Ratio, int], Columns]] = {
        "equal_payment": schedules.equal_payment, "equal_principal": schedules.equal_principal, "interest_only": schedules.interest_only,
    }  # fmt: skip
    return make[loan.method](fen, rate, loan.months)


def _times(rate: Ratio, multiple: Decimal) -> Ratio:
    top, bottom = multiple.as_integer_ratio()
    return Ratio(rate.num * top, rate.den * bottom)


def happened(name: str, *lines: tuple[str, str, str, str, str]) -> tuple[Event, ...]:
    """A log: day, time, kind, who, words."""
    return tuple(
        Event(name=name, day=date.fromisoformat(day), time=time, kind=kind, who=who, words=said)
        for day, time, kind, who, said in lines
    )


def wage(yuan: str, name: str = "工资") -> Income:
    return Income(name=name, kind="steady", amount=Decimal(yuan), period="month", grade="verified")


def spends(**lines: str) -> tuple[Expense, ...]:
    """Monthly lines by category."""
    return tuple(
        Expense(name=words.EXPENSE_CATEGORY[category], category=category, amount=Decimal(yuan))
        for category, yuan in lines.items()
    )


def cash(yuan: str) -> Asset:
    return Asset(name="银行存款", kind="cash", value=Decimal(yuan), grade="verified")


def jintiao(lent: str, months: int, signed: date, due_day: int, paid: int, rate: str = "0.0005") -> Loan:
    return Loan("京东金条", "microloan", lent, (rate, "day"), "equal_principal", months, signed, due_day, paid)


CASES: dict[str, Case] = {
    "early_jintiao": Case(
        household=Household(region="urban", adults=1),
        assets=(cash("3200"),),
        incomes=(wage("6800"),),
        expenses=spends(
            rent="1800",
            utilities="180",
            insurance="420",
            food="1100",
            transport="260",
            phone="59",
            daily_goods="120",
            leisure="150",
        ),
        debts=(debt(jintiao("18000", 12, date(2026, 5, 11), 11, 5)),),
    ),
    "middle_three_debts": Case(
        household=Household(region="urban", adults=2, children=1, minimum_per_head=Decimal(1010)),
        assets=(
            cash("4600"),
            Asset(name="家用轿车", kind="vehicle", value=Decimal(38000), needed=True, note="接送孩子和上班用"),
        ),
        incomes=(wage("7200", "丈夫工资"), wage("4300", "妻子工资")),
        expenses=(
            *spends(
                rent="2600",
                utilities="320",
                tuition="900",
                insurance="860",
                medical="200",
                support="600",
                food="2400",
                transport="520",
                phone="158",
                daily_goods="260",
                clothing="200",
                leisure="180",
            ),
            Expense(name="春节回家", category="festival", amount=Decimal(4800), period="year"),
        ),
        debts=(
            debt(jintiao("30000", 12, date(2025, 12, 20), 20, 6)),
            debt(
                Loan(
                    "花呗分期",
                    "consumer_finance",
                    "9600",
                    ("0.000408", "day"),
                    "equal_payment",
                    12,
                    date(2026, 2, 10),
                    10,
                    4,
                )
            ),
            debt(
                Loan(
                    "招商银行信用卡分期",
                    "credit_card",
                    "24000",
                    ("0", "year"),
                    "flat_fee",
                    24,
                    date(2025, 9, 8),
                    8,
                    9,
                    "156",
                )
            ),
        ),
    ),
    "late_sued": Case(
        household=Household(region="urban", adults=1, elders=1),
        assets=(cash("2500"),),
        incomes=(wage("5600"),),
        expenses=spends(
            rent="1300",
            utilities="210",
            insurance="430",
            medical="350",
            food="1250",
            transport="180",
            phone="49",
            daily_goods="130",
        ),
        debts=(
            debt(
                Loan(
                    "某消费金融公司",
                    "consumer_finance",
                    "42000",
                    ("0.18", "year"),
                    "equal_payment",
                    24,
                    date(2025, 1, 15),
                    15,
                    9,
                    more=(
                        ("court", "sued"),
                        ("collection", "lawyer_letter"),
                        ("accelerated", True),
                        ("note", "2026年11月18日签收传票"),
                    ),
                )
            ),
            debt(Loan("微粒贷", "bank", "12000", ("0.0004", "day"), "equal_principal", 20, date(2026, 1, 5), 5, 10)),
        ),
    ),
    "negative_budget": Case(
        household=Household(region="urban", adults=1, elders=1, minimum_per_head=Decimal(920)),
        assets=(cash("1800"),),
        incomes=(wage("3100", "超市工资"), Income(name="低额补贴", amount=Decimal(200), grade="verified")),
        expenses=(
            *spends(
                rent="900", utilities="190", insurance="380", food="1150", transport="90", phone="39", daily_goods="110"
            ),
            Expense(name="母亲透析和药费", category="medical", amount=Decimal(1650), reason="", grade="verified"),
        ),
        debts=(
            debt(jintiao("15000", 12, date(2026, 1, 18), 18, 5)),
            debt(
                Loan(
                    "借呗",
                    "consumer_finance",
                    "20000",
                    ("0.0004", "day"),
                    "equal_principal",
                    12,
                    date(2026, 2, 22),
                    22,
                    5,
                )
            ),
        ),
    ),
    "twelve_debts": Case(
        household=Household(region="urban", adults=2),
        assets=(
            cash("9000"),
            Asset(name="电脑和相机", kind="goods", value=Decimal(7000)),
            Asset(name="货币基金", kind="fund", value=Decimal(2600), grade="verified"),
        ),
        incomes=(wage("11500", "本人工资"), wage("6200", "伴侣工资")),
        expenses=(
            *spends(
                rent="3200",
                utilities="330",
                insurance="1250",
                food="2100",
                transport="620",
                phone="168",
                daily_goods="280",
                clothing="260",
                leisure="300",
                gifts="200",
            ),
            Expense(name="体检和看牙", category="medical", amount=Decimal(3600), period="year"),
        ),
        debts=tuple(
            debt(loan)
            for loan in (
                jintiao("24000", 12, date(2026, 3, 12), 12, 4),
                Loan(
                    "京东白条分期", "microloan", "8400", ("0", "year"), "flat_fee", 12, date(2026, 4, 6), 6, 4, "50.40"
                ),
                Loan(
                    "借呗",
                    "consumer_finance",
                    "30000",
                    ("0.00045", "day"),
                    "equal_principal",
                    12,
                    date(2026, 3, 25),
                    25,
                    5,
                ),
                Loan(
                    "花呗分期",
                    "consumer_finance",
                    "6000",
                    ("0.000418", "day"),
                    "equal_payment",
                    6,
                    date(2026, 7, 10),
                    10,
                    2,
                ),
                Loan("微粒贷", "bank", "20000", ("0.0004", "day"), "equal_principal", 20, date(2025, 12, 16), 16, 9),
                Loan(
                    "美团借钱", "microloan", "12000", ("0.0006", "day"), "equal_payment", 12, date(2026, 4, 20), 20, 5
                ),
                Loan(
                    "抖音放心借", "microloan", "10000", ("0.00062", "day"), "equal_payment", 12, date(2026, 5, 3), 3, 4
                ),
                Loan(
                    "度小满", "microloan", "15000", ("0.0005", "day"), "equal_payment", 24, date(2025, 10, 28), 28, 11
                ),
                Loan(
                    "建设银行信用卡分期",
                    "credit_card",
                    "18000",
                    ("0", "year"),
                    "flat_fee",
                    12,
                    date(2026, 2, 18),
                    18,
                    8,
                    "108",
                ),
                Loan(
                    "工商银行消费贷", "bank", "50000", ("0.042", "year"), "equal_payment", 36, date(2025, 6, 9), 9, 17
                ),
                Loan(
                    "招联金融",
                    "consumer_finance",
                    "16000",
                    ("0.18", "year"),
                    "equal_payment",
                    12,
                    date(2026, 1, 22),
                    22,
                    6,
                ),
                Loan(
                    "向朋友借款", "private", "20000", ("0.06", "year"), "interest_only", 24, date(2025, 8, 15), 15, 15
                ),
            )
        ),
    ),
    "gig_uneven_income": Case(
        household=Household(region="urban", adults=1),
        assets=(cash("2100"), Asset(name="电动车", kind="vehicle", value=Decimal(3200), needed=True)),
        incomes=(
            Income(
                name="外卖配送",
                kind="irregular",
                amount=Decimal(6800),
                period="month",
                grade="verified",
                history=tuple(
                    map(
                        Decimal,
                        (
                            "7420",
                            "8130",
                            "6650",
                            "5980",
                            "7210",
                            "4360",
                            "6890",
                            "7540",
                            "5120",
                            "6230",
                            "7980",
                            "5470",
                        ),
                    )
                ),
            ),
        ),
        expenses=spends(
            rent="1100",
            utilities="150",
            work="420",
            insurance="300",
            food="1300",
            transport="60",
            phone="89",
            daily_goods="90",
            leisure="100",
        ),
        debts=(
            debt(jintiao("12000", 12, date(2026, 4, 28), 28, 5)),
            debt(
                Loan("美团借钱", "microloan", "8000", ("0.0006", "day"), "equal_payment", 12, date(2026, 6, 15), 15, 3)
            ),
        ),
    ),
    "just_missed_with_cash": Case(
        household=Household(region="urban", adults=2),
        assets=(cash("26000"),),
        incomes=(wage("9200"),),
        expenses=spends(
            rent="2200",
            utilities="260",
            insurance="760",
            food="1700",
            transport="400",
            phone="118",
            daily_goods="200",
            leisure="240",
        ),
        debts=(debt(jintiao("16000", 12, date(2026, 6, 18), 18, 4)),),
    ),
    "rural_single_mother": Case(
        household=Household(region="rural", adults=1, children=2, minimum_per_head=Decimal(690)),
        assets=(cash("900"),),
        incomes=(
            wage("4200", "服装厂工资"),
            Income(
                name="前夫给的抚养费",
                kind="irregular",
                amount=Decimal(800),
                history=tuple(map(Decimal, ("800", "0", "800", "800", "0", "800"))),
                grade="verified",
            ),
        ),
        expenses=(
            *spends(
                utilities="130",
                insurance="120",
                food="1400",
                transport="150",
                phone="58",
                daily_goods="180",
                clothing="120",
            ),
            Expense(name="两个孩子的学费", category="tuition", amount=Decimal(2600), period="half_year"),
            Expense(name="冬天取暖", category="heating", amount=Decimal(1200), period="year"),
        ),
        debts=(
            debt(jintiao("10000", 12, date(2026, 2, 14), 14, 4, "0.00055")),
            debt(
                Loan("某小贷公司", "microloan", "6000", ("0.24", "year"), "equal_payment", 12, date(2026, 3, 8), 8, 4)
            ),
        ),
    ),
    "old_loans_and_calls": Case(
        household=Household(
            region="urban",
            adults=1,
            children=1,
            minimum_per_head=Decimal(980),
            overdue_months=14,
            over_ninety=True,
            queries=5,
        ),
        assets=(cash("3900"),),
        incomes=(wage("7400"),),
        expenses=spends(
            rent="1600",
            utilities="220",
            insurance="480",
            tuition="500",
            food="1500",
            transport="240",
            phone="68",
            daily_goods="150",
        ),
        debts=(
            debt(
                Loan(
                    "某平台新借款",
                    "microloan",
                    "12000",
                    ("0", "year"),
                    "flat_fee",
                    12,
                    date(2026, 8, 20),
                    20,
                    1,
                    "72",
                    more=(
                        ("received", Decimal(11400)),
                        ("other_charges", Decimal(39)),
                        ("disclosed", Decimal("0.072")),
                        ("outside_charges", Decimal(117)),
                        ("collection", "calls"),
                    ),
                )
            ),
            Debt(
                name="早年的信用卡",
                lender="credit_card",
                contract_date=date(2019, 5, 10),
                principal=Decimal(8200),
                interest=Decimal(5318),
                penalty=Decimal(410),
                rate=Rate(value=Decimal("0.0005"), per="day"),
                method="revolving",
                days_overdue=1297,
                due_day=6,
                note="2023 年 5 月以后没有还过，也没有再联系",
            ),
            Debt(
                name="向熟人借的钱",
                lender="private",
                contract_date=date(2019, 3, 1),
                original=Decimal(30000),
                principal=Decimal(30000),
                interest=Decimal(10200),
                rate=Rate(value=Decimal("0.24")),
                method="bullet",
                instalments=24,
                days_overdue=520,
                note="借条写两年还清，月息两分",
            ),
        ),
        events=(
            *happened(
                "某平台新借款",
                ("2026-10-23", "10:12", "call", "工号 2207", "提醒还款，态度正常"),
                ("2026-11-02", "19:40", "message", "官方短信", "请尽快还款"),
                ("2026-11-10", "09:05", "call", "工号 2207", "问什么时候能还"),
                ("2026-11-10", "11:30", "call", "工号 2207", "再次催问"),
                ("2026-11-10", "15:20", "call", "工号 3310", "要求当天还一期"),
                ("2026-11-10", "18:45", "call", "工号 3310", "说不还就告诉单位"),
                ("2026-11-14", "22:05", "call", "自称委外公司", "深夜来电"),
                ("2026-11-16", "", "third_party", "打给了同事", "同事说对方讲了我欠钱的事"),
                ("2026-11-19", "20:10", "call", "自称法务", "说我们是法院的，明天上门抓人"),
            ),
            Event(name="某平台新借款", day=date(2026, 9, 20), kind="payment", amount=Decimal(1111)),
            Event(name="向熟人借的钱", day=date(2020, 3, 1), kind="payment", amount=Decimal(7200)),
            Event(name="向熟人借的钱", day=date(2021, 2, 20), kind="payment", amount=Decimal(7200)),
            Event(name="向熟人借的钱", day=date(2025, 6, 15), kind="asked", words="说好年底前先还一部分"),
        ),
    ),
}


if __name__ == "__main__":
    for slug, case in CASES.items():
        (HERE / f"{slug}.xlsx").write_bytes(workbook.write(case))
        print(slug, len(case.debts), sum(each.owed for each in case.debts))
