"""10 000 loans of 60 months, ours beside five others, in one run: python benchmarks/schedules.py.

Each side works out interest and principal of every month; ours to the fen, the last month settling the rest.
Libraries that take one loan at a time run on the first loans only, scaled to all of them.
"""

from __future__ import annotations

import statistics
import sys
import time
from decimal import Decimal
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from assessment import schedules
from assessment.rates import Ratio
from assessment.schedules import vector

LOANS, MONTHS, ROUNDS, FEW = 10_000, 60, 15, 100
RANDOM = np.random.default_rng(60)
PRINCIPAL = RANDOM.integers(1_000_00, 300_000_00, LOANS)
PPM = RANDOM.integers(30, 360, LOANS) * 1_000
YUAN = PRINCIPAL / 100
RATE = PPM / vector.MONTHLY_PPM
MONTH = np.arange(1, MONTHS + 1)


def ours():
    return vector.equal_payment(vector.loans(PRINCIPAL, PPM, MONTHS))


def memory_pass():
    """What merely writing the same two columns takes, each month from the one before."""
    columns = np.empty((2, MONTHS, LOANS), np.int64)
    columns[:, 0] = PRINCIPAL
    for month in range(1, MONTHS):
        np.add(columns[:, month - 1], 1, out=columns[:, month])
    return columns


def pyxirr_broadcast():
    import pyxirr

    month = MONTH[:, None].astype(float)
    return pyxirr.ipmt(RATE[None, :], month, MONTHS, YUAN[None, :]), pyxirr.ppmt(
        RATE[None, :], month, MONTHS, YUAN[None, :]
    )


def numpy_financial_broadcast():
    import numpy_financial

    month = MONTH[:, None]
    return (
        numpy_financial.ipmt(RATE[None, :], month, MONTHS, YUAN[None, :]),
        numpy_financial.ppmt(RATE[None, :], month, MONTHS, YUAN[None, :]),
    )


def numpy_financial_each():
    import numpy_financial

    for rate, yuan in zip(RATE[:FEW].tolist(), YUAN[:FEW].tolist(), strict=True):
        numpy_financial.ipmt(rate, MONTH, MONTHS, yuan)
        numpy_financial.ppmt(rate, MONTH, MONTHS, yuan)


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


SIDES = (
    ("ours, vector engine", ours, LOANS),
    ("memory pass, two columns", memory_pass, LOANS),
    ("pyxirr ipmt + ppmt, broadcast", pyxirr_broadcast, LOANS),
    ("numpy-financial ipmt + ppmt, broadcast", numpy_financial_broadcast, LOANS),
    ("ours, readable engine, a loan at a time", reference_each, FEW),
    ("amortization, a loan at a time", amortization_each, FEW),
    ("mortgagemath, a loan at a time", mortgagemath_each, FEW),
    ("numpy-financial, a loan at a time", numpy_financial_each, FEW),
)


def timed(side) -> float:
    start = time.perf_counter()
    side()
    return time.perf_counter() - start


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


def main() -> None:
    for _, side, _ in SIDES:
        side()
    rounds = [[timed(side) * LOANS / count for _, side, count in SIDES] for _ in range(ROUNDS)]
    medians = [statistics.median(column) * 1e3 for column in zip(*rounds, strict=True)]
    best = [min(column) * 1e3 for column in zip(*rounds, strict=True)]
    print(
        f"{LOANS:,} loans x {MONTHS} months, {ROUNDS} rounds in turn, Python {sys.version.split()[0]}, NumPy {np.__version__}"
    )
    print(f"{'':<42}{'median ms':>12}{'best ms':>12}{'x ours':>10}   measured on")
    for (name, _, count), middle, least in zip(SIDES, medians, best, strict=True):
        print(f"{name:<42}{middle:>12.2f}{least:>12.2f}{middle / medians[0]:>10.1f}   {count:,} loans")
    print(f"every cell as mortgagemath's: {agreeing()} of {FEW} loans")


if __name__ == "__main__":
    main()
