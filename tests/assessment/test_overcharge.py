"""Normal cost and cost with penalty are held to the line apart, in rates and in yuan."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from assessment import rules
from assessment.case import Debt, Rate
from assessment.law.overcharge import cap_test
from assessment.law.rate_caps import segments, through_time
from assessment.report.chinese import chinese

TODAY = date(2026, 11, 23)
LAW = rules.at(TODAY)
HALF_MORE = Decimal("1.5")


def debt(lender, signed, rate="0.24", **more):
    return Debt(
        **{
            "name": "x",
            "lender": lender,
            "contract_date": signed,
            "rate": Rate(value=Decimal(rate)),
            "principal": Decimal(10000),
        }
        | more
    )


def lines(lender, signed, filed, until=TODAY):
    found = segments(debt(lender, signed), filed, until, LAW)
    return [(each.since, each.until, each.cap.low, each.cap.high) for each in found]


def test_a_private_loan_of_2018_sued_on_in_2021_falls_into_two_segments():
    assert lines("private", date(2018, 3, 1), date(2021, 3, 1)) == [
        (date(2018, 3, 1), date(2020, 8, 19), Decimal("0.24"), Decimal("0.36")),
        (date(2020, 8, 20), TODAY, Decimal("0.154"), Decimal("0.154")),
    ]


def test_the_version_of_august_2020_takes_the_contracts_prime_rate():
    found = lines("private", date(2019, 9, 1), date(2020, 10, 1))
    assert [(low, high) for _since, _until, low, high in found] == [(Decimal("0.17"), Decimal("0.17"))]


@pytest.mark.parametrize(
    ("signed", "filed", "first"),
    [
        (date(2020, 8, 19), date(2020, 8, 19), "0.24"), (date(2020, 8, 20), date(2020, 8, 20), "0.154"),
        (date(2020, 8, 19), date(2021, 1, 1), "0.24"), (date(2020, 8, 19), date(2020, 12, 31), "0.154"),
    ],
)  # fmt: skip
def test_the_days_on_which_the_rule_turned(signed, filed, first):
    assert lines("private", signed, filed)[0][2] == Decimal(first)


def test_a_microlender_is_no_private_lender_since_new_years_day_2021():
    before = lines("microloan", date(2020, 6, 1), date(2020, 12, 31))[0]
    after = lines("microloan", date(2020, 6, 1), date(2021, 1, 1))[0]
    assert before[2:] == (Decimal("0.154"), Decimal("0.24"))
    assert after[2:] == (Decimal("0.154"), Decimal("0.24"))
    assert "seven_kinds" in segments(debt("microloan", date(2020, 6, 1)), date(2021, 1, 1), TODAY, LAW)[0].cap.rules


def test_a_microloan_of_2023_stands_at_its_normal_rate_and_falls_with_its_penalty():
    found = cap_test(debt("microloan", date(2023, 3, 1)), TODAY, HALF_MORE, LAW)
    assert found.normal == Decimal("0.24")
    assert "看法不一" in chinese(found.normal_over)
    assert found.with_penalty == Decimal("0.36")
    assert "高于" in chinese(found.penalty_over)


def test_a_bank_loan_at_sixteen_stands_even_with_its_penalty():
    found = cap_test(debt("bank", date(2023, 3, 1), "0.16"), TODAY, HALF_MORE, LAW)
    assert (found.normal_over, found.penalty_over) == (None, None)
    assert found.with_penalty == Decimal("0.24")


def test_a_new_microloan_at_twenty_three_is_allowed_and_above_the_target():
    found = cap_test(debt("microloan", date(2026, 2, 1), "0.23"), TODAY, HALF_MORE, LAW)
    assert found.normal_over is None
    assert any("2027" in chinese(note) and "12%" in chinese(note) for note in found.notes)


@pytest.mark.parametrize(("signed", "breach"), [(date(2020, 6, 1), True), (date(2021, 6, 1), False)])
def test_a_card_above_five_in_ten_thousand_breaks_a_rule_only_before_2021(signed, breach):
    card = debt("credit_card", signed).model_copy(update={"rate": Rate(value=Decimal("0.0006"), per="day")})
    found = cap_test(card, TODAY, HALF_MORE, LAW)
    assert any("日万分之五" in chinese(note) for note in found.notes) is breach
    assert (found.cap.low, found.cap.high) == (Decimal("0.24"), Decimal("0.24"))


def test_a_rounded_instalment_does_not_carry_a_rate_over_its_line():
    found = cap_test(debt("bank", date(2026, 1, 5), original=Decimal(12000), instalments=12), TODAY, HALF_MORE, LAW)
    assert found.normal == Decimal("0.24")
    assert found.normal_over is None


def test_a_fee_carries_a_loan_over_its_line_though_its_rate_does_not():
    charged = debt("bank", date(2026, 1, 5), "0.20", original=Decimal(12000), instalments=12, other_charges=Decimal(60))
    found = cap_test(charged, TODAY, HALF_MORE, LAW)
    assert found.normal > Decimal("0.28")
    assert found.normal_over is not None


def test_what_is_claimed_above_the_line_is_named_in_yuan():
    late = debt("bank", TODAY - timedelta(days=365), "0.24", penalty=Decimal(3600), days_overdue=365)
    found = cap_test(late, TODAY, HALF_MORE, LAW)
    assert [(piece.charged, piece.at_high, piece.least) for piece in found.pieces] == [(360_000, 240_000, 120_000)]
    assert "¥1,200.00" in chinese(found.asks[0])


def test_interest_of_both_segments_is_held_to_its_own_line():
    old = debt("private", date(2020, 8, 10), "0.30", penalty=Decimal(600), days_overdue=20, filed=date(2021, 3, 1))
    found = cap_test(old, date(2020, 8, 30), HALF_MORE, rules.at(date(2021, 3, 1)))
    claimed = found.pieces[-1]
    by_hand = Decimal(10000) * (Decimal("0.24") * 10 + Decimal("0.154") * 10) / 365
    assert claimed.at_low == int((by_hand * 100).to_integral_value("ROUND_HALF_UP"))
    assert claimed.at_high == claimed.at_low


def private_of_2018(rate, **more):
    return debt(
        "private", date(2018, 3, 1), rate, original=Decimal(10000), method="interest_only", instalments=12,
        filed=date(2020, 3, 1), **more,
    )  # fmt: skip


def test_between_24_and_36_what_was_paid_of_free_will_stays_paid():
    """法释〔2015〕18号 第三十一条: only what is above 36% can be claimed back."""
    asks = cap_test(private_of_2018("0.30"), date(2020, 3, 1), HALF_MORE, rules.at(date(2020, 3, 1))).asks
    assert asks == ()
    above = cap_test(private_of_2018("0.48"), date(2020, 3, 1), HALF_MORE, rules.at(date(2020, 3, 1)))
    assert "超过年利率 36%" in chinese(above.asks[0])
    paid = above.pieces[0]
    assert paid.least == paid.most == pytest.approx(10000 * 0.12 * 100, rel=0.01)


def test_between_24_and_36_what_is_still_asked_is_cut_at_24():
    """法释〔2015〕18号 第二十六条: what is unpaid above 24% is not supported, whatever the court."""
    unpaid = debt("private", date(2018, 3, 1), "0.30", interest=Decimal(3000), days_overdue=365, filed=date(2020, 3, 1))
    claimed = cap_test(unpaid, date(2020, 3, 1), HALF_MORE, rules.at(date(2020, 3, 1))).pieces[-1]
    assert claimed.at_low == claimed.at_high == pytest.approx(10000 * 0.24 * 100, rel=0.01)


def test_a_contract_under_two_lines_is_not_measured_whole_against_the_last():
    two = debt("private", date(2018, 3, 1), "0.24", original=Decimal(10000), instalments=12, filed=date(2021, 3, 1))
    found = cap_test(two, date(2021, 3, 1), HALF_MORE, rules.at(date(2021, 3, 1)))
    assert found.whole is None


@pytest.mark.parametrize(("rate", "words"), [("0.30", "不得再新放年化超过 24%"), ("0.23", "降到四倍 LPR")])
def test_a_new_microloan_above_the_hard_line_is_a_ground_for_complaint_and_below_it_only_for_talk(rate, words):
    loan = debt("microloan", date(2026, 2, 1), rate, original=Decimal(10000), instalments=12)
    said = "".join(map(chinese, cap_test(loan, TODAY, HALF_MORE, LAW).notes))
    assert words in said
    assert ("不违规" in said) is False


def test_nothing_is_said_where_the_lender_or_the_day_is_not_known():
    assert cap_test(debt("other", date(2023, 3, 1)), TODAY, HALF_MORE, LAW) is None
    assert cap_test(debt("private", None), TODAY, HALF_MORE, LAW) is None


def test_the_same_debt_through_the_years():
    found = {day: found and (found.low, found.high) for day, found in through_time(debt("private", TODAY), LAW)}
    assert found[date(2015, 9, 1)] == (Decimal("0.24"), Decimal("0.36"))
    assert found[date(2020, 8, 20)] == (Decimal("0.154"), Decimal("0.154"))
    assert found[TODAY] == (Decimal("0.12"), Decimal("0.12"))
    assert dict(through_time(debt("bank", TODAY), LAW))[date(2015, 9, 1)] is None


def test_a_loan_of_a_few_fen_is_repaid_early_and_still_measured_to_its_last_payment():
    """Three payments of a fen on two fen: one fen of interest in all."""
    few = debt(
        "bank",
        date(2025, 1, 1),
        original=Decimal("0.02"),
        instalments=3,
        instalment=Decimal("0.01"),
        principal=Decimal(0),
    )
    found = cap_test(few, TODAY, HALF_MORE, LAW)
    assert found is not None
    assert sum(piece.charged for piece in found.pieces) == 1
