"""Published pro rata shares and payoff orders."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from assessment import money
from assessment.rates import monthly
from assessment.sharing import Owed, payoff, pro_rata

GOLDENS = tomllib.loads((Path(__file__).parent / "sharing.toml").read_text(encoding="utf-8"))["share"]


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden["name"])
def test_shares_are_the_published_ones_to_the_fen(golden):
    parts = pro_rata(Decimal(golden["amount"]), [Decimal(balance) for balance in golden["balances"]])
    assert parts == [Decimal(part) for part in golden["parts"]]
    assert sum(parts) == Decimal(golden["amount"])


PAYOFFS = tomllib.loads((Path(__file__).parent / "payoff.toml").read_text(encoding="utf-8"))["payoff"]


@pytest.mark.parametrize("golden", PAYOFFS, ids=lambda golden: golden["name"])
def test_debts_are_paid_off_in_the_published_months_at_the_published_cost(golden):
    debts = [
        Owed(money.to_fen(Decimal(balance)), monthly(Decimal(rate)), money.to_fen(Decimal(minimum)))
        for balance, rate, minimum in golden["debts"]
    ]
    found = payoff(debts, money.to_fen(Decimal(golden["budget"])), golden["order"])
    assert found.cleared == tuple(golden["cleared"])
    assert sum(found.interest) == money.to_fen(Decimal(golden["interest"]))
