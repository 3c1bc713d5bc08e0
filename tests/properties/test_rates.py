"""What holds for every rate."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessment import rates
from assessment.dates import add_months
from tests.properties import oracle

quotes = st.builds(
    rates.QuotedRate,
    st.integers(1, 10**6).map(lambda millionths: Decimal(millionths).scaleb(-7)),
    st.sampled_from(["day", "month", "year"]),
    st.sampled_from([365, 360]),
)
payments = st.lists(st.integers(1, 10**7), min_size=1, max_size=60)


@given(quotes)
def test_what_is_printed_reads_back(rate):
    assert rates.parse(rates.text(rate)) == rate


@given(
    st.text(
        alphabet=st.sampled_from("0123456789.%‰‱日天月年息利率化万千百分之厘五六一二半每元期/（）() apr"), max_size=16
    )
)
def test_any_text_is_a_rate_or_refused(text):
    try:
        found = rates.parse(text)
    except ValueError:
        return
    assert found.annual >= 0
    assert "期" not in text


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text):
    try:
        rates.parse(text)
    except ValueError:
        return


@given(payments, st.integers(1, 10**7))
def test_payments_are_worth_nothing_at_their_rate(later, lent):
    flows = (-lent, *later)
    try:
        rate = rates.irr(flows)
    except rates.NoRate:
        pytest.fail("one change of sign always has a rate")
    assert rate > -1
    assume(rate > -0.5)
    assert abs(rates.present_value(flows, rate)) <= 1e-9 * sum(map(abs, flows))


@given(payments, st.integers(1, 10**7), st.sampled_from([10**-6, 10**-2, 10**4, 10**9]))
def test_the_currency_s_size_does_not_matter(later, lent, times):
    flows = (-lent, *later)
    assert rates.irr([flow * times for flow in flows]) == pytest.approx(rates.irr(flows), rel=1e-9, abs=1e-10)


@pytest.mark.parametrize("months", [12, 60, 360, 600])
@given(lent=st.integers(1, 10**10), share=st.floats(0.5, 3))
def test_however_long_and_large_a_loan_has_its_rate_to_ten_digits(months, lent, share):
    payment = int(lent * share / months) + 1
    rate = rates.irr((-lent, *[payment] * months))
    precise = oracle.level_rate(lent, payment, months, rate)
    assert abs(rate - precise) < 1e-10


@given(payments, st.integers(1, 10**7))
def test_the_rate_s_sign_says_whether_more_came_back(later, lent):
    rate, gain = rates.irr((-lent, *later)), sum(later) - lent
    assert (rate > 1e-12) - (rate < -1e-12) == (gain > 0) - (gain < 0)


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=8))
def test_a_rate_is_given_only_where_it_is_the_only_one(flows):
    try:
        rate = rates.irr(flows)
    except rates.NoRate:
        return
    steps = [-0.9 + step * 0.01 for step in range(1000)]
    worth = [rates.present_value(flows, step) for step in steps]
    crossings = sum(now * before < 0 for now, before in zip(worth[1:], worth, strict=False))
    assert crossings <= 1
    assert rates.present_value(flows, rate) == pytest.approx(0, abs=1e-6 * sum(map(abs, flows)))


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=20), st.integers(1, 10**6))
def test_dated_and_spaced_rates_agree_on_equal_spacing(later, lent):
    assume(0.3 < sum(later) / lent < 50)
    days = [date(2026, 1, 1) + timedelta(365 * year) for year in range(len(later) + 1)]
    flows = [float(flow) for flow in (-lent, *later)]
    assert rates.xirr(days, flows) == pytest.approx(rates.irr(flows), abs=1e-9)
    assert rates.dated_value(days, flows, rates.irr(flows)) == pytest.approx(0, abs=1e-6 * lent)


@given(st.floats(1e-6, 1), st.integers(2, 365))
def test_compounding_raises_every_rate(periodic, periods):
    assert rates.effective(periodic, periods) > periodic * periods
    assert rates.effective(0, periods) == 0


@given(st.integers(1, 28), st.lists(st.integers(1, 1000), min_size=1, max_size=36), st.integers(1, 5000))
def test_without_odd_days_the_actuarial_rate_is_twelve_times_the_monthly_one(day, later, lent):
    assume(lent < sum(later) < 20 * lent)
    start = date(2026, 3, day)
    dated = [(add_months(start, month), float(amount)) for month, amount in enumerate(later, start=1)]
    actuarial = rates.apr_actuarial([(start, float(lent))], dated, "month")
    assert actuarial == pytest.approx(12 * rates.irr((-lent, *later)), rel=1e-8, abs=1e-10)
