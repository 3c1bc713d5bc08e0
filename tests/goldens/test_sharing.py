"""Published pro rata shares."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from assessment.sharing import pro_rata

GOLDENS = tomllib.loads((Path(__file__).parent / "sharing.toml").read_text(encoding="utf-8"))["share"]


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden["name"])
def test_shares_are_the_published_ones_to_the_fen(golden):
    parts = pro_rata(Decimal(golden["amount"]), [Decimal(balance) for balance in golden["balances"]])
    assert parts == [Decimal(part) for part in golden["parts"]]
    assert sum(parts) == Decimal(golden["amount"])
