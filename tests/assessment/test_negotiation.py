"""The room to negotiate: what is assumed moves it, what the law bounds bounds it, and nothing unaffordable is offered."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import numpy_financial
import pytest

from assessment import assess, money, rules
from assessment.case import Asset, Assumptions, Case, Debt, Expense, Income, Rate
from assessment.law import costs
from assessment.negotiation import Spot, a_day, deal, indifference, lump, room, runway, to_come, words
from tests.samples import CASES, STORY_DAY
from ui.text import plain

D = Decimal
LAW = rules.at(STORY_DAY)


def roomed(case, place=0, annual_rate=None):
    whole = assess(case, STORY_DAY)
    found = whole.debts[place]
    rate = next(iter(to_come(found, LAW).values())) if annual_rate is None else annual_rate
    return room(found, case, whole, rate, LAW)


def assuming(case, **changed):
    return case.model_copy(update={"assumptions": case.assumptions.model_copy(update=changed)})


def changed(case, place=0, **fields):
    debts = list(case.debts)
    debts[place] = debts[place].model_copy(update=fields)
    return case.model_copy(update={"debts": tuple(debts)})


MIDDLE = CASES["middle_three_debts"]
EVERY = [(slug, place) for slug in sorted(CASES) for place in range(len(CASES[slug].debts))]


# The lender's own way


def test_the_suit_is_worth_its_chance_of_what_it_recovers_less_what_it_costs():
    """Recomputed line by line from the assumptions' defaults, for a microloan with nothing above its line today."""
    found = roomed(MIDDLE).lawsuit.high
    assert found.months == 6 + 3 + 2
    debt = MIDDLE.debts[0]
    award = debt.owed + debt.principal * D("0.24") * 9 / 12
    assert found.award == money.to_fen(award)
    each = found.recovered / 24
    received = numpy_financial.npv(0.08 / 12, [0.0] * 12 + [each] * 24)
    fees = money.to_fen(costs.court_fee(debt.owed, simplified=True, law=LAW) + debt.owed * D("0.03"))
    spent = fees / (1 + 0.08 / 12) ** 6
    assert found.costs == fees
    assert found.value == pytest.approx(0.95 * received - spent, abs=1)


@pytest.mark.parametrize(("slug", "place"), EVERY)
def test_the_range_is_in_order_and_no_more_is_recovered_than_can_be_taken(slug, place):
    suit = roomed(CASES[slug], place).lawsuit
    low, high = suit.ends
    assert 0 <= low <= high
    for end in (suit.low, suit.high):
        assert end.recovered <= end.takeable
        assert end.recovered <= end.award * end.share
    assert suit.low.takeable <= suit.high.takeable


def test_living_costs_bound_what_enforcement_takes():
    suit = roomed(CASES["negative_budget"]).lawsuit
    assert suit.low.takeable == 0
    income, kept = 3300, 920 * 2
    assert suit.high.takeable == (income - kept) * 24 * 100


def test_what_is_needed_or_exempt_is_not_taken():
    car = Asset(name="车", kind="vehicle", value=D(38_000), needed=True)
    without = MIDDLE.model_copy(update={"assets": ()})
    assert (
        roomed(without).lawsuit.high.takeable
        == roomed(without.model_copy(update={"assets": (car,)})).lawsuit.high.takeable
    )


def test_a_guarantor_or_a_pledge_can_be_reached_beyond_the_household():
    secured = changed(CASES["negative_budget"], security="guarantee")
    suit = roomed(secured).lawsuit
    assert suit.high.takeable is None
    assert suit.high.recovered == suit.high.award
    assert any("担保" in plain(note) for note in suit.notes)


def test_the_court_grants_no_more_than_the_line():
    """A private loan at 36 %: four times the prime rate of its day, 12 %, on what is still to run."""
    signed = STORY_DAY - timedelta(days=400)
    private = Debt(
        name="个人", lender="private", contract_date=signed, original=D(20_000), principal=D(20_000), interest=D(9_000),
        rate=Rate(value=D("0.36")), method="bullet", instalments=6, days_overdue=200,
    )  # fmt: skip
    case = MIDDLE.model_copy(update={"debts": (private,)})
    suit = roomed(case).lawsuit
    assert suit.over > 0
    assert suit.high.award <= money.to_fen(D(20_000) + D(20_000) * D("0.12") * (D(400) / 365 + D(9) / 12)) + 100
    assert any("超过线" in plain(note) for note in suit.notes)


def test_what_is_spent_already_no_longer_counts():
    sued = changed(MIDDLE, court="sued")
    assert roomed(sued).lawsuit.high.costs == 0
    assert roomed(sued).lawsuit.high.months == 3 + 2
    judged = roomed(changed(MIDDLE, court="judgment")).lawsuit
    assert (judged.low.chance, judged.high.chance) == (1, 1)
    assert judged.high.months == 2
    assert judged.high.award == money.to_fen(MIDDLE.debts[0].owed)


def test_only_lenders_that_sell_their_bad_loans_are_said_to():
    card, microloan = roomed(MIDDLE, 2).lawsuit, roomed(MIDDLE, 0).lawsuit
    assert card.sale == money.to_fen(MIDDLE.debts[2].owed * D("0.041"))
    assert card.ends[0] == card.sale
    assert microloan.sale == 0
    assert "npl_price" not in microloan.rules


@pytest.mark.parametrize(
    ("name", "worse", "better"),
    [
        ("recovered_share_high", D("0.3"), D(1)), ("win_share_high", D("0.6"), D(1)), ("money_after_low", 12, 1),
        ("collect_months", 60, 6), ("lawyer_share_low", D("0.1"), D(0)), ("lender_discount", D("0.2"), D("0.02")),
    ],
)  # fmt: skip
def test_every_assumption_moves_the_lenders_side(name, worse, better):
    low = roomed(assuming(MIDDLE, **{name: worse})).ends[1]
    high = roomed(assuming(MIDDLE, **{name: better})).ends[1]
    assert low < high


# Three places


@pytest.mark.parametrize(("slug", "place"), EVERY)
def test_no_place_is_heavier_than_the_suggested_figure_and_they_stand_in_order(slug, place):
    found = roomed(CASES[slug], place)
    share = found.found.comparison.share
    outcomes = [pin.deal.judged.outcome for pin in found.pins]
    assert all(result.monthly <= share.suggested for result in outcomes)
    assert [result.waived.total for result in outcomes] == sorted(
        (result.waived.total for result in outcomes), reverse=True
    )
    assert [result.total for result in outcomes] == sorted(result.total for result in outcomes)
    if found.pins and found.pins[2].deal.worth >= found.ends[1]:
        assert found.pins[1].deal.worth >= found.ends[1]


@pytest.mark.parametrize(("slug", "place"), EVERY)
def test_the_worth_is_that_of_the_payments_at_the_lenders_rate_and_risk(slug, place):
    """Payments kept with the yearly chance that a deal holds, discounted at the lender's rate: by another library."""
    found = roomed(CASES[slug], place)
    for pin in found.pins:
        paid = pin.deal.judged.outcome.path.payment
        kept = [fen * 0.85 ** (month / 12) for month, fen in enumerate(paid, start=1)]
        assert pin.deal.worth == pytest.approx(numpy_financial.npv(0.08 / 12, [0.0, *kept]), abs=1)


def test_the_opening_asks_what_the_case_says_and_no_more():
    debt, found = MIDDLE.debts[0], roomed(MIDDLE)
    assert found.pins[0].deal.spot.waived == money.to_fen(debt.penalty + debt.interest / 2)
    bolder = roomed(assuming(MIDDLE, ask_principal=D("0.1")))
    assert bolder.pins[0].deal.spot.waived == money.to_fen(debt.penalty + debt.interest / 2 + debt.principal / 10)
    assert bolder.pins[0].deal.judged.outcome.waived.principal > 0


def test_nothing_is_asked_off_a_debt_that_is_hardly_late():
    found = roomed(CASES["twelve_debts"], 2)
    assert found.found.stage == "early"
    assert found.verdict == "terms_only"
    assert {pin.deal.spot.waived for pin in found.pins} == {0}
    assert "多半谈不成" in plain(words.stage_note(found.found, LAW))


def test_a_heavier_debt_needs_the_least_waiver_that_carries():
    heavy = changed(MIDDLE, principal=D(60_000), interest=D(4_000), penalty=D(3_000))
    found = roomed(heavy)
    stop = found.pins[2].deal
    assert stop.spot.waived > 0
    assert stop.judged.outcome.monthly <= found.found.comparison.share.suggested
    limit = found.found.comparison.share.suggested
    for months in range(1, 61):
        lighter = deal(found.found, Spot(months, stop.spot.waived - 50_00), found.annual_rate, LAW)
        assert lighter.judged.outcome.monthly > limit


def test_a_debt_too_heavy_for_the_map_is_said_to_be():
    found = roomed(changed(MIDDLE, principal=D(600_000)))
    assert found.pins == ()
    assert found.verdict == "short"
    assert "缓一缓" in plain(found.headline)


def test_a_lender_sure_of_its_suit_is_said_to_refuse_and_never_is_borrowing_the_way():
    sure = assuming(
        MIDDLE, win_share_low=D(1), win_share_high=D(1), recovered_share_low=D(1), recovered_share_high=D(1), deal_breaks=D("0.6"),
        suit_after_low=0, suit_after_high=0, judgment_after_low=0, judgment_after_high=0, money_after_low=0, money_after_high=0,
        lawyer_share_low=D(0), lawyer_share_high=D(0), collect_months=24,
    )  # fmt: skip
    found = roomed(sure)
    assert found.verdict == "short"
    assert found.gap == found.ends[0] - found.pins[2].deal.worth > 0
    assert "多半不会答应" in plain(found.headline)
    said = [plain(line) for line in found.helps]
    assert "不要为了补这个差去借钱。" in said
    assert not any("借" in line for line in said[:-1])


@pytest.mark.parametrize("place", [0, 1])
def test_with_nothing_left_no_deal_is_offered(place):
    found = roomed(CASES["negative_budget"], place)
    assert found.verdict == "nothing_left"
    assert found.pins == ()
    assert found.helps == ()
    assert "没有余钱" in plain(found.headline)


def test_a_debt_that_may_be_barred_is_given_nothing_to_say():
    found = roomed(CASES["old_loans_and_calls"], 1)
    assert found.verdict == "barred"
    assert found.pins == ()
    assert "不联系" in plain(found.headline)


def test_what_a_person_can_do_alone_comes_before_any_talk():
    found = roomed(CASES["just_missed_with_cash"])
    assert found.verdict == "alone"
    assert "一次还清" in plain(found.headline)


def test_a_debt_with_nothing_owed_is_asked_for_first():
    found = roomed(MIDDLE.model_copy(update={"debts": (Debt(name="新加的"),)}))
    assert found.verdict == "nothing_owed"
    assert found.pins == ()


def test_nobody_is_told_to_offer_a_rate_above_the_line():
    whole = assess(CASES["old_loans_and_calls"], STORY_DAY)
    rates = to_come(whole.debts[2], LAW)
    assert whole.debts[2].position.annual_rate == D("0.24")
    assert rates["line"] == max(rates.values()) == D("0.12")


@pytest.mark.parametrize(
    ("court", "opening", "note"),
    [("none", "我愿意还", None), ("sued", "我同意调解", "15 天"), ("payment_order", "我愿意还", "15 天"),
     ("judgment", "判决我收到了", "执行和解"), ("enforcement", "判决我收到了", "执行和解")],
)  # fmt: skip
def test_what_to_say_fits_the_stage_and_carries_the_deals_own_numbers(court, opening, note):
    found = roomed(changed(MIDDLE, court=court))
    pin = found.pins[0]
    sentence, result = plain(pin.said), pin.deal.judged.outcome
    assert sentence.startswith(opening)
    assert money.show(money.to_yuan(result.monthly)) in sentence
    assert f"{result.terms.months} 期" in sentence
    assert money.show(money.to_yuan(result.waived.total)) in sentence
    said = words.stage_note(found.found, LAW)
    assert (said is None) == (note is None)
    assert note is None or note in plain(said)


def test_the_same_case_gives_the_same_room():
    first, second = roomed(MIDDLE), roomed(MIDDLE)
    assert [pin.deal for pin in first.pins] == [pin.deal for pin in second.pins]
    assert first.ends == second.ends


# Paying at once


def test_at_the_shown_sum_paying_at_once_and_instalments_cost_the_same():
    """Own money today and family money at the end, by the case's rates, against the discounted instalments."""
    case = assuming(MIDDLE, family_cost=D("0.05"), own_discount=D("0.04"))
    found = assess(case, STORY_DAY).debts[0]
    line = indifference(found, D("0.03"))
    assert all(each.lump < line.owed for each in line.line)
    for each in line.line:
        level = -numpy_financial.pmt(0.03 / 12, each.months, float(found.position.claim.principal))
        paid = level + found.position.charges / each.months
        instalments = -numpy_financial.pv(0.04 / 12, each.months, paid)
        years = each.months / 12
        later = (each.lump - line.cash) * (1 + 0.05 * years) / (1 + 0.04 / 12) ** each.months
        assert line.cash + later == pytest.approx(instalments, abs=each.months)


def test_free_instalments_are_worth_a_small_discount_and_dear_ones_none():
    found = assess(MIDDLE, STORY_DAY).debts[0]
    free, dear = indifference(found, D(0)), indifference(found, found.position.annual_rate)
    assert all(dear.discount(each) == 0 for each in dear.line)
    case = assuming(MIDDLE, family_cost=D("0.03"))
    free = indifference(assess(case, STORY_DAY).debts[0], D(0))
    discounts = [free.discount(each) for each in free.line]
    assert discounts == sorted(discounts)
    assert 0 < discounts[0] < discounts[-1] < D("0.2")


@pytest.mark.parametrize(("slug", "place"), EVERY)
def test_nobody_is_told_of_a_lump_sum_above_what_is_owed(slug, place):
    found = assess(CASES[slug], STORY_DAY).debts[place]
    line = indifference(found, found.position.annual_rate)
    owed = money.show(money.to_yuan(line.owed))
    for each in line.line:
        assert each.lump <= line.owed
        if each.lump == line.owed:
            said = plain(lump.reading(line, each.months))
            assert owed in said
            assert "一次还清" in said


# Waiting


def test_a_day_costs_the_contracts_interest_with_its_penalty_and_less_under_the_line():
    """Five of six instalments of 2 500 are overdue at 0.05 % a day times 1.5; the line is 24 % a year on 15 000."""
    day = a_day(assess(MIDDLE, STORY_DAY).debts[0], LAW)
    assert day.contract == money.to_fen((D(12_500) * D("1.5") + D(2_500)) * D("0.0005"))
    assert day.low == day.high == round(15_000 * 0.24 / 365 * 100)


def test_a_disputed_line_is_a_range():
    day = a_day(assess(CASES["twelve_debts"], STORY_DAY).debts[7], LAW)
    assert day.low < day.high <= day.contract
    assert "各地不一" in plain(day.words)


def test_after_a_judgment_a_day_costs_the_doubled_interest():
    found = assess(changed(MIDDLE, court="judgment"), STORY_DAY).debts[0]
    assert a_day(found, LAW).contract == money.to_fen(costs.delay_interest(D(15_000), 1, LAW))


def test_without_a_lenders_class_there_is_no_line():
    day = a_day(assess(changed(MIDDLE, lender="other"), STORY_DAY).debts[0], LAW)
    assert (day.low, day.high) == (None, None)
    assert "还不知道" in plain(day.words)


# When borrowing runs out


def household(**assumed):
    """1 000 left a month, 3 000 in cash, a level debt of 2 000 a month for a year: short by 1 000."""
    return Case(
        assets=(Asset(name="存款", kind="cash", value=D(3_000)),),
        incomes=(Income(name="工资", amount=D(4_000)),),
        expenses=(Expense(name="房租", category="rent", amount=D(3_000) - D(763)),),
        debts=(Debt(name="某平台", principal=D(24_000), method="equal_principal", instalments_left=12, due_day=1),),
        assumptions=Assumptions(**assumed),
    )


def lived(case):
    whole = assess(case, STORY_DAY)
    return runway(case, whole.affordability, [each.position for each in whole.debts]), whole


def test_cash_goes_first_and_the_month_that_cannot_be_filled_is_named():
    found, whole = lived(household())
    left = whole.affordability.surplus_actual.yuan
    months = 0
    cash = D(3_000)
    while cash >= 0:
        months += 1
        cash += left - 2_000
    assert found.exhausted == months
    assert f"第 {months} 个月" in plain(found.words)


def test_credit_only_puts_it_off_and_leaves_more_debt():
    without, _whole = lived(household())
    with_credit, _whole = lived(household(credit_left=D(2_500)))
    assert with_credit.exhausted > without.exhausted
    assert "借不动" in plain(with_credit.words)
    assert with_credit.months[-1].borrowed > 2_500_00


def test_new_debt_bears_interest_that_falls_due_too():
    cheap, _whole = lived(household(credit_left=D(6_000), new_loan_rate=D(0)))
    dear, _whole = lived(household(credit_left=D(6_000), new_loan_rate=D("0.36")))
    assert dear.exhausted <= cheap.exhausted
    assert dear.months[dear.exhausted - 1].borrowed > cheap.months[dear.exhausted - 1].borrowed


def test_a_household_that_can_pay_is_not_frightened():
    found, _whole = lived(CASES["early_jintiao"])
    assert found.exhausted is None
    assert "不借钱也付得出" in plain(found.words)
