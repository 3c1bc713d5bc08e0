"""One list of debts, written the way anybody might write it, is the same list."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.intake.apart import any_file
from assessment.intake.container import answered
from assessment.intake.household_workbook import interpreted

NAMES = st.text(alphabet="甲乙丙丁戊己庚辛壬癸", min_size=1, max_size=6)
DEBTS = st.lists(
    st.tuples(NAMES, st.integers(1, 50_000), st.integers(1, 3_600), st.integers(0, 900)), min_size=1, max_size=12, unique_by=lambda debt: debt[0]
)  # fmt: skip
"""Name, principal in hundreds of yuan, yearly rate in hundredths of a per cent, days overdue."""
WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")

AMOUNTS = (
    lambda yuan: f"{yuan}",
    lambda yuan: f"{yuan:,}",
    lambda yuan: f"￥{yuan:,}.00",
    lambda yuan: f"{yuan}元",
    lambda yuan: f"{Decimal(yuan) / 10_000}万",
    lambda yuan: f"{yuan}".translate(WIDE),
)
RATES = (
    lambda hundredths: f"{Decimal(hundredths) / 100}%",
    lambda hundredths: f"年化{Decimal(hundredths) / 100}%",
    lambda hundredths: f"{Decimal(hundredths) / 100}%".translate(WIDE),
)
DAYS = (lambda days: f"{days}", lambda days: f"{days}天", lambda days: f"{days}".translate(WIDE))
HEADERS = (
    ("平台", "债权人", "贷款机构", "欠谁的", "网贷名称", "lender"),
    ("剩余本金", "待还本金（元）", "贷款余额", "balance"),
    ("年利率", "年化利率", "年利率(%)"),
    ("逾期天数", "已逾期", "逾期多久"),
)
PREAMBLES = ([], [["我的债务"]], [["负债清单", "", ""], ["生成时间：2026-11-01"], []], [["=== 债务清单总表 ==="]])


@st.composite
def written(draw):
    """The debts, and a file that holds them."""
    debts = draw(DEBTS)
    header = [draw(st.sampled_from(words)) for words in HEADERS]
    writers = [draw(st.sampled_from(ways)) for ways in ((str,), AMOUNTS, RATES, DAYS)]
    rows = [
        [write(value) for write, value in zip(writers, (name, 100 * principal, rate, days), strict=True)]
        for name, principal, rate, days in debts
    ]
    order = draw(st.permutations(range(4)))
    table = [[row[at] for at in order] for row in [header, *rows]]
    left = [""] * draw(st.integers(0, 2))
    gaps = [[]] * draw(st.integers(0, 1))
    whole = [
        *draw(st.sampled_from(PREAMBLES)),
        *([*left, *row] for row in table[:1]),
        *gaps,
        *([*left, *row] for row in table[1:]),
    ]
    out = StringIO()
    csv.writer(
        out, delimiter=draw(st.sampled_from([",", "\t", ";"])), lineterminator=draw(st.sampled_from(["\n", "\r\n"]))
    ).writerows(whole)
    return debts, out.getvalue().encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030"])))


@given(written())
@settings(max_examples=120, deadline=None)
def test_a_list_of_debts_is_the_same_however_it_is_written(made):
    debts, data = made
    found = interpreted(answered(any_file.read(data)))
    read = [
        (debt.name, debt.principal, debt.rate.annual if debt.rate else None, debt.days_overdue)
        for debt in found.case.debts
    ]
    assert read == [(name, 100 * principal, Decimal(rate) / 10_000, days) for name, principal, rate, days in debts]
    assert not [problem for problem in found.problems if problem.standing == "refused"]
