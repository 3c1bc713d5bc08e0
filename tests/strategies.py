"""Whole cases, made up: every field over all it may hold, names and notes with whatever people and attackers type."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from assessment.case import (
    Agreement,
    Asset,
    Assumptions,
    Case,
    Debt,
    Due,
    Event,
    Expense,
    Futures,
    Household,
    Income,
    Proof,
    Rate,
    Windfall,
    models,
)
from assessment.figures import Grade

AWKWARD = (
    "", "=1+1", "=cmd|' /C calc'!A0", "+86", "-", "--", "@SUM(A1)", "'引号", '"双引号"', "无", "没有", "不详", "示例：京东金条", "合计", "总计：",
    "=== 债务 ===", "备注：", "_x000D_", "_x005F_", "_x0041_", "1.2万", "2026-03-01", "18.25%", "TRUE", "#REF!", "123", "1e5", "001", "😀借呗🏦",
    "e\u200d\u0301", "a\u202eb", "第一行\n第二行", "制表\t符", "<b>&amp;</b>", "]]>", "$x$", "花呗（分期）", "𠮷野家", "　全角空格　", "欠谁的", "序号",
)  # fmt: skip

letters = st.characters(exclude_categories=("Cs",))
names = st.sampled_from(AWKWARD) | st.text(letters, max_size=30)
notes = st.sampled_from(AWKWARD) | st.text(letters, max_size=120)
fen = st.integers(0, 10_000_000_000)
yuan = st.sampled_from((Decimal(0), Decimal("0.01"), Decimal(100_000_000))) | fen.map(
    lambda each: Decimal(each).scaleb(-2)
)
shares = st.sampled_from((Decimal(0), Decimal(1), Decimal("0.5"))) | st.decimals(0, 1, places=12)
multiples = st.decimals(1, 10, places=4)
days = st.dates(models.EARLIEST, models.LATEST) | st.dates(date(2015, 1, 1), date(2027, 12, 31))
counts = st.integers(0, 20)
grades = st.sampled_from(get_args(Grade))


def one_of(words):
    return st.sampled_from(get_args(words))


def maybe(strategy):
    return st.none() | strategy


rates = st.builds(
    Rate,
    value=st.decimals(0, 10, places=12) | st.decimals(0, 1, places=4),
    per=one_of(models.RatePeriod),
    basis=st.sampled_from((360, 365)),
)
households = st.builds(
    Household,
    region=one_of(models.Region),
    place=names,
    adults=st.integers(1, 20),
    children=counts,
    elders=counts,
    overdue_months=maybe(st.integers(0, 60)),
    over_ninety=st.booleans(),
    queries=maybe(st.integers(0, 200)),
    minimum_per_head=maybe(yuan),
)
assets = st.builds(
    Asset,
    name=names,
    kind=one_of(models.AssetKind),
    value=yuan,
    loan=yuan,
    quick_share=maybe(shares),
    needed=st.booleans(),
    grade=grades,
    proof=names,
    checked=maybe(days),
    note=notes,
)
incomes = st.builds(
    Income,
    name=names, kind=one_of(models.IncomeKind), amount=yuan, period=one_of(models.Period),
    history=st.lists(yuan, max_size=12).map(tuple), grade=grades, proof=names, checked=maybe(days), note=notes,
)  # fmt: skip
expenses = st.builds(
    Expense,
    name=names,
    category=one_of(models.ExpenseCategory),
    amount=yuan,
    period=one_of(models.Period),
    reason=notes,
    grade=grades,
    proof=names,
    checked=maybe(days),
    note=notes,
)
debts = st.builds(
    Debt,
    name=names, product=names, lender=one_of(models.LenderClass), contract_date=maybe(days), original=maybe(yuan), principal=yuan, interest=yuan,
    penalty=yuan, fees=yuan, rate=maybe(rates), penalty_multiple=maybe(multiples), method=one_of(models.Method), fee_per_instalment=yuan,
    instalments_left=st.integers(0, 600), instalment=maybe(yuan), due_day=maybe(st.integers(1, 31)), days_overdue=st.integers(0, 20_000),
    overdue_amount=maybe(yuan), accelerated=st.booleans(), security=one_of(models.Security), joint=st.booleans(),
    collection=one_of(models.CollectionStatus), court=one_of(models.CourtStatus), grade=grades, proof=names, checked=maybe(days), note=notes,
    received=maybe(yuan), instalments=st.integers(0, 600), other_charges=yuan, disclosed=maybe(shares), outside_charges=yuan,
    via_platform=st.booleans(), filed=maybe(days),
)  # fmt: skip
proofs = st.lists(
    st.builds(Proof, name=names, size=st.integers(0, 2**40), sha256=st.binary(min_size=32, max_size=32).map(bytes.hex)),
    max_size=3,
).map(tuple)
dues = st.lists(st.builds(Due, day=days, amount=yuan.filter(bool)), max_size=6).map(tuple)
events = st.builds(
    Event,
    name=names,
    day=maybe(days),
    time=names,
    kind=one_of(models.EventKind),
    amount=yuan,
    who=names,
    words=notes,
    note=notes,
    number=names,
    staff=names,
    promise=notes,
    proofs=proofs,
)
windfalls = st.builds(
    Windfall, name=names, day=maybe(days), amount=yuan, grade=grades, proof=names, checked=maybe(days), note=notes
)
agreements = st.builds(
    Agreement,
    name=names, day=maybe(days), dues=dues, grace_days=st.integers(0, 60), if_late=one_of(models.IfLate), reporting=one_of(models.Reporting),
    clause=notes, written=st.booleans(), receipt=maybe(days), checked=maybe(days), proofs=proofs, note=notes,
)  # fmt: skip
assumptions = st.just(Assumptions()) | st.builds(
    Assumptions,
    floor_share=shares, suggested_share=shares, typical_share=shares, guideline_share=st.decimals(0, 3, places=6), reserve_months=st.integers(0, 24),
    penalty_multiple=multiples, own_discount=shares, ask_penalty=shares, grace_months=st.integers(1, 24), wait_months=st.integers(1, 60),
)  # fmt: skip


futures = st.just(Futures()) | st.builds(
    Futures,
    job_loss=shares, job_search=st.integers(1, 36), benefit_share=shares, secure_income=yuan, pay_cut=shares, illness_cost=yuan, surprise=shares,
    block_months=st.integers(1, 12), thrift=shares, festival_month=st.integers(1, 12), money_step=shares,
)  # fmt: skip


def several(strategy, most=4):
    return st.lists(strategy, max_size=most).map(tuple)


cases = st.builds(
    Case,
    household=households, assets=several(assets), incomes=several(incomes), expenses=several(expenses), debts=several(debts), events=several(events), windfalls=several(windfalls), agreements=several(agreements), assumptions=assumptions, futures=futures,
)  # fmt: skip
