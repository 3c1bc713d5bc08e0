"""The five answers on the first page, for one debt and for many."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assessment import assess, money
from assessment.case import Case, Debt, Expense, Household, Income, Rate

D = Decimal


def owing(*debts, income=12_000):
    return Case(
        household=Household(minimum_per_head=D(0)),
        incomes=(Income(name="工资", amount=D(income)),),
        expenses=(Expense(name="房租", category="rent", amount=D(2_000)),),
        debts=debts,
    )


def debt(name, principal, **more):
    told = {"instalments_left": 12, "due_day": 8, "days_overdue": 30, "rate": Rate(value=D("0.18"))}
    return Debt(name=name, principal=D(principal), **(told | more))


def home(pages, case):
    pages.session.replace(case)
    pages.session.as_of = date(2026, 11, 23)
    pages.go("home")
    return pages.words().replace("\\", "")


def test_the_third_answer_speaks_for_all_debts_together(pages):
    case = owing(debt("甲", 9_000), debt("乙", 12_000), debt("丙", 6_000))
    said = home(pages, case)
    found = assess(case, date(2026, 11, 23)).debts
    advised = [each.comparison.options[each.comparison.recommended].outcome for each in found]
    total = money.show(money.to_yuan(sum(each.total for each in advised)))
    last = max(each.debt_free for each in advised)
    assert f"3 笔都照建议的方案：一共还 {total}，最晚 {last.year}年{last.month}月{last.day}日 还清。" in said


def test_what_has_no_offer_yet_is_counted_apart(pages):
    case = owing(
        debt("甲", 3_000), debt("乙", 3_000), debt("还不动的", 3_000_000, rate=Rate(value=D("0.36"))), income=2_500
    )
    assert "笔有撑得住的方案" in home(pages, case) or "还没有撑得住的方案" in pages.words()


def test_an_old_debt_is_neither_first_nor_counted(pages):
    said = home(pages, owing(debt("旧债", 50_000, days_overdue=2_500), debt("甲", 9_000), debt("乙", 12_000)))
    assert "旧债：" not in said
    assert "2 笔都照建议的方案" in said
    assert "另有 1 笔很久了，先弄清时效，没算进来。" in said
    assert "12月" in said.split("下一步做什么")[-1] or "11月" in said.split("下一步做什么")[-1]


def test_an_old_debt_alone_is_looked_at_before_any_offer(pages):
    said = home(pages, owing(debt("旧债", 50_000, days_overdue=2_500)))
    assert "旧债：很久没有动静，先弄清诉讼时效" in said
    assert "建议先谈" not in said


@pytest.mark.parametrize("days", [0, 30])
def test_with_one_debt_the_answer_keeps_its_reason(pages, days):
    said = home(pages, owing(debt("甲", 9_000, days_overdue=days)))
    assert "笔都照建议的方案" not in said
    assert "一共还 ¥" in said


def test_a_waiver_of_a_few_fen_is_no_waiver_and_no_longer_term(pages):
    """What is owed is twelve times what a month carries, and four fen."""
    month = assess(owing(debt("甲", 1)), date(2026, 11, 23)).affordability.suggested.yuan
    case = owing(debt("甲", month * 12 + D("0.04"), rate=Rate(value=D(0)), days_overdue=200))
    home(pages, case)
    pages.go("options")
    answers = next(table.value for table in pages.app.table if "问" in table.value.columns)
    told = dict(zip(answers["问"], answers["答"], strict=True))
    assert told["分 12 期，最少要减免多少"] == "不用减免"
    assert told["不减免，要分几期才撑得住"] == "12 期"
