"""Formal amounts: the published examples, and every amount read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.report.capital import capital

# 中国人民银行《支付结算办法》附件一《正确填写票据和结算凭证的基本规定》第三条的例子；两种写法都可以的，取带“零”的一种。
PUBLISHED = {
    "1409.50": "人民币壹仟肆佰零玖元伍角",
    "6007.14": "人民币陆仟零柒元壹角肆分",
    "1680.32": "人民币壹仟陆佰捌拾元零叁角贰分",
    "107000.53": "人民币壹拾万柒仟元零伍角叁分",
    "16409.02": "人民币壹万陆仟肆佰零玖元零贰分",
    "325.04": "人民币叁佰贰拾伍元零肆分",
}
OURS = {
    "0": "人民币零元整", "0.05": "人民币伍分", "0.50": "人民币伍角", "10": "人民币壹拾元整", "100000": "人民币壹拾万元整", "20008": "人民币贰万零捌元整",
    "100000000": "人民币壹亿元整", "100000001": "人民币壹亿零壹元整", "10010000": "人民币壹仟零壹万元整", "1234567.89": "人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分",
}  # fmt: skip


@pytest.mark.parametrize(("yuan", "said"), [*PUBLISHED.items(), *OURS.items()])
def test_as_the_rules_for_bills_write_it(yuan, said):
    assert capital(Decimal(yuan)) == said


_VALUE = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
_PLACE = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(said):
    """An independent reader of formal amounts."""
    whole, _yuan, rest = said.removeprefix("人民币").removesuffix("整").rpartition("元")
    total = group = digit = 0
    for letter in whole:
        if letter in _VALUE:
            digit = _VALUE[letter]
        elif letter in _PLACE:
            group, digit = group + digit * _PLACE[letter], 0
        else:
            total, group, digit = total + (group + digit) * {"万": 10**4, "亿": 10**8}[letter], 0, 0
    fen = 100 * (total + group + digit)
    for letter, worth in (("角", 10), ("分", 1)):
        before = rest.find(letter)
        fen += worth * _VALUE[rest[before - 1]] if before > 0 else 0
    return fen


@given(st.integers(0, 10**13))
def test_every_amount_is_read_back(fen):
    assert read_back(capital(Decimal(fen) / 100)) == fen


@given(st.integers(0, 10**13))
def test_no_two_noughts_stand_together(fen):
    assert "零零" not in capital(Decimal(fen) / 100)


@pytest.mark.parametrize("yuan", ["-0.01", "100000000000000000"])
def test_what_cannot_be_written_is_refused(yuan):
    with pytest.raises(ValueError, match="formal"):
        capital(Decimal(yuan))
