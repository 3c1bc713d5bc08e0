"""The samples hold together: files, stories, and balances recomputed by other code."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest

from assessment import assess
from assessment.contradictions import contradictions
from assessment.intake import read_workbook
from tests.samples import CASES, FOLDER, STORY_DAY

CENT = Decimal("0.01")


def cents(value):
    return value.quantize(CENT, ROUND_HALF_UP)


@pytest.mark.parametrize("slug", sorted(CASES))
def test_each_file_reads_back_as_its_case_without_a_problem(slug):
    found = read_workbook(FOLDER / f"{slug}.xlsx")
    assert found.case == CASES[slug]
    assert found.problems == ()


def test_the_index_lists_every_file_and_nothing_else():
    listed = [entry["slug"] for entry in tomllib.loads((FOLDER / "index.toml").read_text(encoding="utf-8"))["sample"]]
    assert sorted(listed) == sorted(CASES)
    assert sorted(path.stem for path in FOLDER.glob("*.xlsx")) == sorted(CASES)


def test_nothing_in_a_sample_contradicts_itself(sample):
    assert contradictions(sample, STORY_DAY) == ()


def jintiao(lent, months, first_due, paid, daily="0.0005"):
    """A daily-quoted loan repaid in equal parts of principal, by plain decimals: principal, interest, penalty owed."""
    part = cents(Decimal(lent) / months)
    monthly = Decimal(daily) * 365 / 12
    left, interest, penalty = Decimal(lent), Decimal(0), Decimal(0)
    for number in range(months):
        due = date(
            first_due.year + (first_due.month - 1 + number) // 12,
            (first_due.month - 1 + number) % 12 + 1,
            first_due.day,
        )
        principal = part if number < months - 1 else left
        month_interest = cents(left * monthly)
        if number >= paid and due <= STORY_DAY:
            interest += month_interest
            penalty += cents(principal * Decimal(daily) * Decimal("1.5") * (STORY_DAY - due).days)
        left -= principal
        if number == paid - 1:
            owed = left
    return owed, interest, penalty


@pytest.mark.parametrize(
    ("slug", "place", "story"),
    [
        ("early_jintiao", 0, ("18000", 12, date(2026, 6, 11), 5)),
        ("middle_three_debts", 0, ("30000", 12, date(2026, 1, 20), 6)),
        ("negative_budget", 0, ("15000", 12, date(2026, 2, 18), 5)),
        ("twelve_debts", 0, ("24000", 12, date(2026, 4, 12), 4)),
        ("gig_uneven_income", 0, ("12000", 12, date(2026, 5, 28), 5)),
        ("just_missed_with_cash", 0, ("16000", 12, date(2026, 7, 18), 4)),
        ("rural_single_mother", 0, ("10000", 12, date(2026, 3, 14), 4, "0.00055")),
    ],
)
def test_balances_follow_from_terms_and_payments(slug, place, story):
    debt = CASES[slug].debts[place]
    assert (debt.principal, debt.interest, debt.penalty) == jintiao(*story)
    first_missed = STORY_DAY - timedelta(days=debt.days_overdue)
    assert first_missed.day == debt.due_day


@pytest.mark.parametrize(
    ("slug", "stages"),
    [
        ("early_jintiao", ("early",)), ("middle_three_debts", ("middle",) * 3), ("late_sued", ("late", "current")),
        ("negative_budget", ("middle", "middle")), ("just_missed_with_cash", ("early",)),
    ],
)  # fmt: skip
def test_each_story_is_at_its_stage(slug, stages):
    assert tuple(debt.stage for debt in assess(CASES[slug], STORY_DAY).debts) == stages


def test_the_negative_household_is_offered_nothing_to_carry():
    found = assess(CASES["negative_budget"], STORY_DAY)
    assert found.affordability.negative
    for debt in found.debts:
        assert debt.comparison.recommended is None
        assert all(option.fit in {"over", "short_assets", "none"} for option in debt.comparison.options)


def test_whoever_has_the_cash_is_told_to_clear_it():
    found = assess(CASES["just_missed_with_cash"], STORY_DAY)
    best = found.debts[0].comparison
    assert best.options[best.recommended].outcome.terms.kind == "pay_in_full"


def test_shares_and_cash_are_not_counted_twice(sample):
    found = assess(sample, STORY_DAY)
    capacity = found.affordability.capacity
    for figure in ("floor", "suggested", "ceiling"):
        assert sum(getattr(debt.comparison.share, figure) for debt in found.debts) <= getattr(capacity, figure)
    assert sum(debt.cash for debt in found.debts) <= found.affordability.asset_capacity.yuan * 100


def test_the_same_case_and_day_give_the_same_assessment(sample):
    assert assess(sample, STORY_DAY) == assess(sample, STORY_DAY)
