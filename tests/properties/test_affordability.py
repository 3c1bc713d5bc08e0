"""What must hold for every household."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from assessment import money, rules
from assessment.affordability import afford
from assessment.case import Asset, Case, Debt, Expense, Household, Income

LAW = rules.at(date(2026, 11, 23))
PERIODS = st.sampled_from(["day", "week", "half_month", "month", "quarter", "half_year", "year"])
AMOUNTS = st.integers(0, 3_000_000).map(money.to_yuan)
CATEGORIES = st.sampled_from(
    ["rent", "medical", "food", "clothing", "transport", "phone", "daily_goods", "leisure", "gifts", "festival"]
)


@st.composite
def households(draw):
    incomes = draw(
        st.lists(
            st.builds(
                Income,
                name=st.just("x"),
                kind=st.sampled_from(["steady", "irregular"]),
                amount=AMOUNTS,
                period=PERIODS,
                history=st.lists(AMOUNTS, max_size=12).map(tuple),
            ),
            max_size=4,
        )
    )
    expenses = draw(
        st.lists(
            st.builds(
                Expense,
                name=st.just("y"),
                category=CATEGORIES,
                amount=AMOUNTS,
                period=PERIODS,
                reason=st.sampled_from(["", "病"]),
            ),
            max_size=8,
        )
    )
    home = draw(
        st.builds(
            Household,
            region=st.sampled_from(["urban", "rural"]),
            adults=st.integers(1, 4),
            children=st.integers(0, 3),
            minimum_per_head=st.one_of(st.none(), AMOUNTS),
        )
    )
    return Case(household=home, incomes=tuple(incomes), expenses=tuple(expenses))


@given(households())
def test_floor_suggested_ceiling_are_in_order_and_never_negative(case):
    found = afford(case, LAW)
    capacity = found.capacity
    assert 0 <= capacity.floor <= capacity.suggested <= capacity.ceiling
    assert found.surplus_guided.yuan >= found.surplus_actual.yuan
    if found.surplus_guided.yuan <= 0:
        assert found.negative
        assert capacity.ceiling == 0


@given(households(), AMOUNTS)
def test_more_income_never_lowers_and_more_rent_never_raises(case, more):
    base = afford(case, LAW).capacity
    richer = afford(case.model_copy(update={"incomes": (*case.incomes, Income(name="z", amount=more))}), LAW).capacity
    dearer = afford(
        case.model_copy(update={"expenses": (*case.expenses, Expense(name="z", category="rent", amount=more))}), LAW
    ).capacity
    for low, middle, high in zip(
        (dearer.floor, dearer.suggested, dearer.ceiling),
        (base.floor, base.suggested, base.ceiling),
        (richer.floor, richer.suggested, richer.ceiling),
        strict=True,
    ):
        assert low <= middle <= high


@given(households(), AMOUNTS)
def test_assets_and_debts_change_nothing(case, value):
    other = case.model_copy(
        update={"assets": (Asset(name="a", value=value),), "debts": (Debt(name="d", principal=value),)}
    )
    assert afford(other, LAW).capacity == afford(case, LAW).capacity


@given(households())
def test_what_is_left_after_the_suggested_payment_covers_the_minimum(case):
    found = afford(case, LAW)
    per_head = case.household.minimum_per_head
    if per_head is None:
        return
    minimum = per_head * case.household.people
    if found.income.yuan >= minimum:
        assert found.income.yuan - found.suggested.yuan >= minimum


@given(households(), st.randoms())
def test_the_order_of_lines_changes_nothing_but_a_fen_a_line(case, random):
    lines = list(case.expenses)
    random.shuffle(lines)
    mixed = afford(case.model_copy(update={"expenses": tuple(lines)}), LAW)
    assert abs(mixed.surplus_guided.yuan - afford(case, LAW).surplus_guided.yuan) <= Decimal("0.01") * len(lines)
