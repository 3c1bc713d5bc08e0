"""Published schedules and payments, every published cell, by both engines."""

import csv
import tomllib
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pytest

from assessment import money, rates, schedules
from assessment.schedules import vector

HERE = Path(__file__).parent
TABLES = sorted(path.stem for path in (HERE / "schedules").iterdir() if path.suffix == ".toml")
PAYMENTS = tomllib.loads((HERE / "payments.toml").read_text(encoding="utf-8"))["loan"]
CELLS = ("number", "payment", "interest", "principal", "balance")
FINE = 10**8


def terms(golden):
    """Principal in fen and the rate a period; the engine calls the period a month."""
    as_monthly = Decimal(golden["annual_rate"]) * 12 / golden["periods_a_year"]
    return money.to_fen(Decimal(golden["principal"])), rates.monthly(as_monthly), golden["periods"]


def published(name):
    with (HERE / "schedules" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def cents_each_row(golden):
    """Interest is rounded each month, and the next month bears on what is then left."""
    fen, rate, periods = terms(golden)
    level = schedules.level_payment(fen, rate, periods, golden["payment_rounding"])
    return schedules.equal_payment(fen, rate, periods, level)


def cents_carried(golden):
    """Nothing is rounded before it is shown: the same engine on amounts a hundred million times finer.

    Principal is shown as what the payment shown leaves after the interest shown, as both sources do.
    """
    fen, rate, periods = terms(golden)
    chosen = golden.get("chosen_payment")
    given = money.to_fen(Decimal(chosen)) * FINE if chosen else None
    fine = schedules.equal_payment(fen * FINE, rate, periods, given)
    payment, interest, balance = (
        [half_up(cell) for cell in column] for column in (fine.payment, fine.interest, fine.balance)
    )
    principal = [paid - charged for paid, charged in zip(payment, interest, strict=True)]
    return schedules.Columns(tuple(payment), tuple(interest), tuple(principal), fine.fee, tuple(balance))


def half_up(fine):
    return int((Decimal(fine) / FINE).to_integral_value(ROUND_HALF_UP))


SCHEDULE = {"each row": cents_each_row, "carried": cents_carried}


def test_no_golden_is_half_there():
    names = sorted(path.name for path in (HERE / "schedules").iterdir())
    assert names == sorted(f"{name}.{kind}" for name in TABLES for kind in ("csv", "toml"))
    assert len(TABLES) >= 10
    assert len(PAYMENTS) >= 15


@pytest.mark.parametrize("name", TABLES)
def test_a_published_schedule_comes_out_cell_by_cell(name):
    golden = tomllib.loads((HERE / "schedules" / f"{name}.toml").read_text(encoding="utf-8"))
    rows = SCHEDULE[golden["cents"]](golden)
    found = published(name)
    assert golden["source"]["citation"]
    assert len(found) == golden["published_rows"] > 0
    assert len(rows.payment) == golden["periods"]
    assert money.to_yuan(rows.payment[0]) == Decimal(golden["payment"])
    for row in found:
        for cell in CELLS[1:]:
            if row[cell]:
                assert money.to_yuan(getattr(rows, cell)[int(row["number"]) - 1]) == Decimal(row[cell]), (
                    row["number"],
                    cell,
                )


@pytest.mark.parametrize("name", [name for name in TABLES if name not in {"goldstein_table_1", "home_loan_bank_1935"}])
def test_the_vector_engine_prints_the_same_published_schedule(name):
    golden = tomllib.loads((HERE / "schedules" / f"{name}.toml").read_text(encoding="utf-8"))
    fen, rate, periods = terms(golden)
    level = schedules.level_payment(fen, rate, periods, golden["payment_rounding"])
    ppm = Decimal(golden["annual_rate"]) * 12_000_000 / golden["periods_a_year"]
    assert ppm == int(ppm)
    tables = vector.equal_payment(vector.loans(fen, int(ppm), periods), level)
    one = {
        "payment": tables.payment,
        "interest": tables.interest,
        "principal": tables.principal,
        "balance": tables.balance,
    }
    for row in published(name):
        for cell in CELLS[1:]:
            if row[cell]:
                assert one[cell][int(row["number"]) - 1, 0] == money.to_fen(Decimal(row[cell])), (name, cell)


@pytest.mark.parametrize("golden", PAYMENTS, ids=lambda golden: golden["name"])
def test_a_published_payment_comes_out(golden):
    fen, rate, periods = terms(golden)
    level = schedules.level_payment(fen, rate, periods, golden["rounding"])
    assert money.to_yuan(level) == Decimal(golden["payment"])
    assert golden["source"]
    if "rows" in golden:
        first, last = golden["rows"]
        rows = schedules.equal_payment(fen, rate, periods, level)
        assert money.to_yuan(sum(rows.interest[first - 1 : last])) == Decimal(golden["interest"])
        assert money.to_yuan(sum(rows.principal[first - 1 : last])) == Decimal(golden["principal_repaid"])


def test_half_up_payments_agree_in_the_vector_engine():
    half_up = [golden for golden in PAYMENTS if golden["rounding"] == "ROUND_HALF_UP"]
    ppm = [int(Decimal(golden["annual_rate"]) * 12_000_000 / golden["periods_a_year"]) for golden in half_up]
    fen = [money.to_fen(Decimal(golden["principal"])) for golden in half_up]
    many = vector.loans(np.array(fen), np.array(ppm), np.array([golden["periods"] for golden in half_up]))
    assert vector.level_payments(many).tolist() == [money.to_fen(Decimal(golden["payment"])) for golden in half_up]


def test_ten_thousand_in_twelve_costs_one_fen_more_where_each_month_is_rounded():
    """10 000 at 1.5 % a month: 12 x 916.80 - 10 000 = 1 001.60 unrounded; lenders round each row, the last settles."""
    golden = {
        "principal": "10000",
        "annual_rate": "0.18",
        "periods_a_year": 12,
        "periods": 12,
        "payment_rounding": "ROUND_HALF_UP",
    }
    fen, rate, periods = terms(golden)
    assert half_up(sum(schedules.equal_payment(fen * FINE, rate, periods).interest)) == 100160
    rows = cents_each_row(golden)
    assert set(rows.payment[:-1]) == {91680}
    assert (rows.payment[-1], sum(rows.interest)) == (91681, 100161)
