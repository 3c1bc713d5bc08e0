"""10 000 loans of 60 months, ours beside five others; and the rate of 36 payments.

Each side works out interest and principal of every month; ours to the fen, the last month settling the rest.
Libraries that take one loan at a time run on the first loans only, scaled to all of them.
"""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from assessment import schedules
from assessment.rates import Ratio, many
from assessment.schedules import vector
from assessment.schedules.ends import ends
from benchmarks.measure import Row, ms, side_by_side, times

TITLE = "还款表和利率：一万笔 × 60 期"
LOANS, MONTHS, ROUNDS, FEW = 10_000, 60, 9, 60
RANDOM = np.random.default_rng(60)
PRINCIPAL = RANDOM.integers(1_000_00, 300_000_00, LOANS)
PPM = RANDOM.integers(30, 360, LOANS) * 1_000
YUAN = PRINCIPAL / 100
RATE = PPM / vector.MONTHLY_PPM
MONTH = np.arange(1, MONTHS + 1)
FLOWS = 36


def ours():
    return vector.equal_payment(vector.loans(PRINCIPAL, PPM, MONTHS))


def only_the_ends():
    loans = vector.loans(PRINCIPAL, PPM, MONTHS)
    return ends(loans, vector.level_payments(loans))


def memory_copy():
    """What merely writing the same two columns takes, each month from the one before."""
    columns = np.empty((2, MONTHS, LOANS), np.int64)
    columns[:, 0] = PRINCIPAL
    for month in range(1, MONTHS):
        np.add(columns[:, month - 1], 1, out=columns[:, month])
    return columns


def pyxirr_broadcast():
    import pyxirr

    month, rate, yuan = MONTH[:, None].astype(float), RATE[None, :], YUAN[None, :]
    return pyxirr.ipmt(rate, month, MONTHS, yuan), pyxirr.ppmt(rate, month, MONTHS, yuan)


def numpy_financial_broadcast():
    import numpy_financial

    month, rate, yuan = MONTH[:, None], RATE[None, :], YUAN[None, :]
    return numpy_financial.ipmt(rate, month, MONTHS, yuan), numpy_financial.ppmt(rate, month, MONTHS, yuan)


def mortgagemath_each():
    from mortgagemath import LoanParams, PaymentRounding, amortization_schedule

    return [
        amortization_schedule(LoanParams(
            principal=Decimal(fen).scaleb(-2), annual_rate=Decimal(ppm).scaleb(-4), term_months=MONTHS,
            payment_rounding=PaymentRounding.ROUND_HALF_UP,
        ))
        for fen, ppm in zip(PRINCIPAL[:FEW].tolist(), PPM[:FEW].tolist(), strict=True)
    ]  # fmt: skip


def amortization_each():
    from amortization.schedule import amortization_schedule

    for yuan, ppm in zip(YUAN[:FEW].tolist(), PPM[:FEW].tolist(), strict=True):
        list(amortization_schedule(yuan, ppm / 1_000_000, MONTHS))


def reference_each():
    for fen, ppm in zip(PRINCIPAL[:FEW].tolist(), PPM[:FEW].tolist(), strict=True):
        schedules.equal_payment(fen, Ratio(ppm, vector.MONTHLY_PPM), MONTHS)


SIDES = {
    "向量引擎（本软件）": (ours, LOANS),
    "只要总额和期数（本软件，批量用）": (only_the_ends, LOANS),
    "内存写同样两列（下限）": (memory_copy, LOANS),
    "可读引擎，逐笔（本软件，纯 Python）": (reference_each, FEW),
    "pyxirr ipmt + ppmt": (pyxirr_broadcast, LOANS),
    "numpy-financial ipmt + ppmt": (numpy_financial_broadcast, LOANS),
    "amortization，逐笔": (amortization_each, FEW),
    "mortgagemath，逐笔": (mortgagemath_each, FEW),
}


def agreeing() -> int:
    """Loans whose every cell is the same as mortgagemath's, which rounds each row in decimals."""
    tables = ours()
    columns = (tables.payment, tables.interest, tables.principal, tables.balance)
    same = 0
    for place, rows in enumerate(mortgagemath_each()):
        theirs = [(row.payment, row.interest, row.principal, row.balance) for row in rows if row.number]
        mine = [tuple(Decimal(int(column[month, place])).scaleb(-2) for column in columns) for month in range(MONTHS)]
        same += theirs == mine
    return same


def rows() -> list[Row]:
    found = side_by_side({name: work for name, (work, _) in SIDES.items()}, ROUNDS)
    whole = {name: seconds * LOANS / SIDES[name][1] for name, seconds in found.items()}
    base = whole["向量引擎（本软件）"]
    table = [Row(name, ms(seconds), times(seconds / base)) for name, seconds in whole.items()]
    table.append(Row("每一格都和 mortgagemath 相同的", f"{agreeing()} / {FEW} 笔", "", f"{FEW}", agreeing() == FEW))
    return [*table, *_rates()]


def _rates() -> list[Row]:
    import numpy_financial
    import pyxirr

    payments = np.repeat(RANDOM.integers(10_000, 90_000, LOANS)[None, :], FLOWS, axis=0)
    owed = (payments.sum(axis=0) * RANDOM.uniform(0.7, 0.95, LOANS)).astype(np.int64)
    flows = [(-int(owed[place]), *payments[:, place].tolist()) for place in range(FEW)]
    found = side_by_side(
        {
            "年化利率，36 期现金流，一万组（本软件）": lambda: many.of_months(owed, payments),
            "同上，pyxirr 逐组": lambda: [pyxirr.irr(each) for each in flows],
            "同上，numpy-financial 逐组": lambda: [numpy_financial.irr(each) for each in flows[:6]],
        },
        5,
    )
    counts = (LOANS, FEW, 6)
    each = {name: seconds / count for (name, seconds), count in zip(found.items(), counts, strict=True)}
    base = next(iter(each.values()))
    return [Row(name, f"每组 {ms(seconds)}", times(seconds / base)) for name, seconds in each.items()]
