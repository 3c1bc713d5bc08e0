"""The joint plan on whole households."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from icalendar import Calendar

from assessment import assess, offers, plan, rules
from assessment.case import Asset, Case, Debt, Expense, Income, Rate, Windfall
from assessment.plan import Asking, Hold, Purse
from assessment.plan.grid import GRIDS
from assessment.plan.score import payable, score
from assessment.plan.solver import solve
from assessment.report.calendar import calendar
from tests.samples import CASES, STORY_DAY
from ui.text import plain

LAW = rules.at(STORY_DAY)
SMALL = ("early_jintiao", "middle_three_debts", "late_sued", "gig_uneven_income", "rural_single_mother")


def laid(case, figure="suggested", asking=None, debts=None):
    found = assess(case, STORY_DAY)
    purse = plan.purse(case, found.affordability, STORY_DAY, figure)
    return plan.lay_out(found, LAW, purse, asking, debts)


def household(*debts, income=10_000, spent=4_000, cash=0, windfalls=()):
    return Case(
        incomes=(Income(name="工资", amount=Decimal(income)),),
        expenses=(Expense(name="房租", category="rent", amount=Decimal(spent)),),
        assets=(Asset(name="存款", kind="cash", value=Decimal(cash)),) if cash else (),
        debts=debts, windfalls=windfalls,
    )  # fmt: skip


def debt(name="某平台", principal=12_000, **more):
    known = {
        "lender": "consumer_finance", "rate": Rate(value=Decimal("0.0005"), per="day"), "instalments_left": 12,
        "due_day": 10, "contract_date": date(2026, 3, 10), "days_overdue": 40, "interest": Decimal(300), "penalty": Decimal(80),
    }  # fmt: skip
    return Debt(name=name, principal=Decimal(principal), **(known | more))


def best(board, aim="cost", **hold):
    found = plan.best(board, aim, Hold(**hold))
    assert found is not None
    return found


@pytest.mark.parametrize("slug", SMALL)
@pytest.mark.parametrize("aim", plan.AIMS)
def test_every_month_is_carried_and_every_fen_is_the_engines(slug, aim):
    board = laid(CASES[slug])
    found = best(board, aim)
    assert payable(board, found.picks)
    assert found.gap == 0
    assert found.score.cost == sum(each.outcome.total for each in found.choices)
    assert found.score.cost == sum(sum(month.paid) for month in found.months) == sum(due.fen for due in found.dues)
    assert found.all_clear == max(each.outcome.debt_free for each in found.choices)
    for place, month in enumerate(found.months):
        assert sum(month.paid) - month.cash <= board.purse.month(place)
        assert month.room >= 0
    spent = 0
    for place, month in enumerate(found.months):
        spent += month.cash
        assert spent <= board.purse.cash_by(place)


@pytest.mark.parametrize("slug", [*SMALL, "old_loans_and_calls", "just_missed_with_cash"])
def test_nothing_never_advised_above_its_line_or_growing_is_ever_on_the_board(slug):
    board = laid(CASES[slug])
    for each in board.candidates:
        assert each.terms.kind not in offers.NEVER_ADVISED
        found = board.debts[each.debt]
        kept_on = each.terms.kind == "cure_arrears" and found.stage == "current"
        assert kept_on or not board.limits[each.debt].forbid(each.terms, len(each.path.payment))
        assert each.path.balance[-1] == 0
        if found.stage in {"current", "early"}:
            assert each.terms.waiver == offers.Waiver()
        if found.debt.court != "none":
            assert each.start == 0
            assert each.terms.kind != "cure_arrears"
        if not found.debt.days_overdue:
            assert each.start == 0


@pytest.mark.parametrize("slug", SMALL)
def test_each_aim_is_best_at_its_own_measure(slug):
    board = laid(CASES[slug])
    found = {aim: best(board, aim).score for aim in plan.AIMS}
    for other in found.values():
        assert found["cost"].cost <= other.cost
        assert found["date"].ends <= other.ends
        assert found["record"].clean <= other.clean
        assert found["peak"].peak <= other.peak


def test_the_same_case_gives_the_same_plan():
    case = CASES["middle_three_debts"]
    assert best(laid(case)).picks == best(laid(case)).picks


def test_twelve_debts_are_planned_within_the_month():
    board = laid(CASES["twelve_debts"])
    found = best(board)
    assert len(found.choices) == 12
    assert payable(board, found.picks)
    kept = [each for each in found.choices if each.found.stage == "current" and each.found.debt.lender == "bank"]
    assert [each.outcome.terms.kind for each in kept] == ["cure_arrears"]


def test_waiting_costs_what_accrues_and_it_is_not_counted_on_to_be_waived():
    """A debt in the middle stage, whose penalty may be asked to be let off: only what is claimed today is."""
    board = laid(household(debt(days_overdue=100)))
    seen = 0
    for each in board.candidates:
        now = next(
            (other for other in board.candidates if other.terms.kind == each.terms.kind and other.start == 0 and len(other.path.payment) == len(each.path.payment)),
            None,
        )  # fmt: skip
        if each.start and now is not None and each.terms.kind in {"pay_in_full", "settlement", "instalments"}:
            grown = each.position.claim.total - board.debts[0].position.claim.total
            assert grown > 0
            assert sum(each.path.payment) == sum(now.path.payment) + grown
            seen += 1
    assert seen


def test_nobody_waits_into_the_months_in_which_a_suit_is_likely():
    for days, most in ((20, 5), (40, 4), (100, 2), (170, 0), (400, 0)):
        board = laid(household(debt(days_overdue=days)))
        assert max(each.start for each in board.candidates) == most


def test_a_debt_paid_on_time_is_kept_on_unless_it_is_put_up_for_talks():
    on_time = debt(days_overdue=0, interest=Decimal(0), penalty=Decimal(0))
    kept = laid(household(on_time, debt("另一家")))
    assert {each.terms.kind for each in kept.candidates if each.debt == 0} <= offers.SELF_HELP
    freed = laid(household(on_time, debt("另一家")), asking=Asking(paid_on_time=True))
    assert "longer_cycle" in {each.terms.kind for each in freed.candidates if each.debt == 0}


def test_a_contract_that_cannot_be_kept_on_may_be_talked_about():
    friend = debt("朋友", 30_000, lender="private", method="interest_only", rate=Rate(value=Decimal("0.06")), days_overdue=0,
                  interest=Decimal(0), penalty=Decimal(0), instalments_left=6)  # fmt: skip
    board = laid(household(friend))
    assert "longer_cycle" in {each.terms.kind for each in board.candidates}
    assert best(board).choices[0].outcome.terms.kind != "cure_arrears"
    rich = laid(household(friend, cash=60_000))
    assert {each.terms.kind for each in rich.candidates} <= offers.SELF_HELP


def test_a_principal_due_whole_at_the_end_is_paid_from_cash():
    friend = debt("朋友", 20_000, lender="private", method="interest_only", rate=Rate(value=Decimal("0.06")), days_overdue=0,
                  interest=Decimal(0), penalty=Decimal(0), instalments_left=6)  # fmt: skip
    board = laid(household(friend, cash=20_000))
    row = next(place for place, each in enumerate(board.candidates) if each.terms.kind == "cure_arrears")
    assert board.lump[row, 6] == 2_010_000
    assert board.regular[row].sum() == 5 * 10_000
    assert board.cost[row] == board.lump[row].sum() + board.regular[row].sum()


def test_what_is_paid_today_and_a_due_day_of_the_same_month_share_one_months_money():
    """Four days apart, one pay: arrears today and the next instalment may not each take a whole month's figure."""
    board = laid(household(debt(due_day=28, days_overdue=26)))
    row = next(place for place, each in enumerate(board.candidates) if each.terms.kind == "cure_arrears")
    first = board.debts[0].position
    assert board.lump[row, 0] == first.arrears
    assert board.regular[row, 0] == first.contract.payment[0]
    tight = replace(board, purse=Purse((first.arrears + first.contract.payment[0] - 1,), (0,)))
    assert not payable(tight, (row,))
    assert payable(replace(tight, purse=Purse(tight.purse.monthly, (1,))), (row,))


def test_a_windfall_is_used_from_the_month_after_it_comes():
    coming = Windfall(name="年终奖", day=date(2027, 1, 30), amount=Decimal(14_500))
    case = household(
        debt(due_day=10), income=7_000, spent=6_000, windfalls=(coming, Windfall(name="说不准", amount=Decimal(9_999)))
    )
    purse = plan.purse(case, assess(case, STORY_DAY).affordability, STORY_DAY, "suggested")
    assert purse.arrivals == (3,)
    assert purse.cash == (0, 0, 0, 1_450_000)
    board = laid(case)
    assert any(each.start == 3 and each.terms.kind == "pay_in_full" for each in board.candidates)
    once = best(board, "date", without=frozenset(p for p, each in enumerate(board.candidates) if not each.at_once))
    assert once.choices[0].day > coming.day
    assert once.choices[0].start == 3
    assert once.months[3].cash > 0


@pytest.mark.parametrize(
    ("day", "place"), [(STORY_DAY, 0), (date(2026, 11, 24), 1), (date(2026, 11, 30), 1), (date(2026, 12, 1), 2), (date(2020, 1, 1), 0)]
)  # fmt: skip
def test_a_windfall_is_never_used_before_it_is_there(day, place):
    case = household(debt(), windfalls=(Windfall(day=day, amount=Decimal(100)),))
    purse = plan.purse(case, assess(case, STORY_DAY).affordability, STORY_DAY, "suggested")
    assert len(purse.cash) - 1 == place


def test_a_budget_too_small_is_told_what_is_missing_and_the_missing_sum_does_it():
    board = laid(CASES["late_sued"], "floor")
    assert plan.best(board, "cost") is None
    found = plan.blocked(board)
    assert found.monthly > 0
    for more, does in ((found.monthly, True), (found.monthly - 1, False)):
        richer = replace(board, purse=Purse((board.purse.monthly[0] + more,), board.purse.cash))
        assert (solve(richer, {"cost": 1.0}) is not None) == does
    for more, does in ((found.cash, True), (found.cash - 1, False)):
        richer = replace(board, purse=Purse(board.purse.monthly, (more,)))
        assert (solve(richer, {"cost": 1.0}) is not None) == does
    said = plain(found.tight) + "".join(map(plain, found.ways(170_100)))
    assert "卡在" in said
    assert "不要为这个去借" in said
    assert plan.blocked(laid(CASES["late_sued"])) is None


def test_talking_about_debts_paid_on_time_is_named_where_it_would_help():
    on_time = debt("房东", 6_000, days_overdue=0, interest=Decimal(0), penalty=Decimal(0), instalments_left=6)
    case = household(on_time, debt("逾期的", 40_000, instalments_left=24), income=6_000, spent=4_000)
    found = plan.blocked(laid(case))
    assert found.paid_on_time
    assert any("还没逾期的账" in way.msgid for way in found.ways(10**9))
    assert plan.best(laid(case, asking=Asking(paid_on_time=True)), "cost") is not None


def test_a_longer_term_is_named_where_it_would_help_and_never_beyond_a_cards_own():
    mild = Rate(value=Decimal("0.06"))
    case = household(debt(principal=60_000, instalments_left=24, rate=mild), income=6_200, spent=4_000)
    board = laid(case, "floor")
    found = plan.blocked(board)
    assert found.longest in {72, 84, 96, 108, 120}
    card = household(
        debt(principal=60_000, instalments_left=24, rate=mild, lender="credit_card"), income=6_200, spent=4_000
    )
    assert plan.blocked(laid(card, "floor")).longest is None


def test_nothing_is_planned_unasked_for_a_debt_that_limitation_may_bar():
    case = CASES["old_loans_and_calls"]
    assert plan.barred(case, STORY_DAY, LAW) == {1}
    board = laid(case, debts=(0, 2))
    assert [each.index for each in board.debts] == [0, 2]
    assert [each.found.index for each in best(board).choices] == [0, 2]


def test_no_debts_is_an_empty_plan():
    board = laid(CASES["late_sued"], debts=())
    found = best(board)
    assert found.choices == ()
    assert found.dues == ()
    assert plan.blocked(board) is None


@pytest.mark.parametrize("slug", ["middle_three_debts", "gig_uneven_income"])
@pytest.mark.parametrize("aim", plan.AIMS)
def test_every_reason_is_true_of_the_plan(slug, aim):
    """Whatever is called cheaper is cheaper, and cannot be had without harm to the months or to the aim."""
    board = laid(CASES[slug])
    found = best(board, aim)
    measure = {"cost": "cost", "date": "ends", "record": "clean", "peak": "peak"}[aim]
    for place, picked in enumerate(found.picks):
        said = plain(plan.why(found, place, aim))
        cheaper = [int(other) for other in board.places(place) if board.cost[other] < board.cost[picked]]
        assert ("花得最少的一种" in said) == (not cheaper)
        assert "没有算到底" not in said
        for other in cheaper:
            changed = (*found.picks[:place], other, *found.picks[place + 1 :])
            assert not payable(board, changed) or getattr(score(board, changed), measure) > getattr(
                found.score, measure
            )


def test_the_runner_up_is_another_offer_and_costs_no_less():
    board = laid(CASES["middle_three_debts"])
    found = best(board)
    for place, mine in enumerate(found.choices):
        other = plan.runner_up(found, place, "cost")
        assert other.plan.score.cost >= found.score.cost
        theirs = other.plan.choices[place].outcome
        assert (theirs.terms.kind, len(theirs.path.payment)) != (
            mine.outcome.terms.kind,
            len(mine.outcome.path.payment),
        )
        assert "全部债" in plain(other.words)


def test_where_nothing_else_can_be_paid_the_runner_up_says_so():
    board = laid(CASES["late_sued"])
    found = best(board)
    other = plan.runner_up(found, 1, "cost")
    assert other.plan is None
    assert "没有一种安排" in plain(other.words)


def test_the_front_falls_from_the_cheapest_to_the_lightest():
    found = plan.front(laid(CASES["middle_three_debts"]))
    costs, peaks = [each.score.cost for each in found], [each.score.peak for each in found]
    assert len(found) > 3
    assert costs == sorted(costs)
    assert costs[0] == best(laid(CASES["middle_three_debts"])).score.cost
    assert min(peaks) == best(laid(CASES["middle_three_debts"]), "peak").score.peak
    shown = plan.told_apart(found * 2, found[2])
    assert len(shown) <= 9
    assert found[2] in shown


@pytest.mark.parametrize("slug", ["middle_three_debts", "twelve_debts"])
def test_the_front_ends_where_each_single_aim_ends(slug):
    """The lightest plan on the chart is the lightest there is, though what lies between is sought among fewer choices."""
    board = laid(CASES[slug])
    found = plan.front(board, 1)
    shown = plan.told_apart(found, found[0])
    for aim, measure in (("cost", "cost"), ("date", "ends"), ("peak", "peak")):
        least = getattr(plan.best(board, aim).score, measure)
        assert min(getattr(each.score, measure) for each in found) == least
        assert min(getattr(each.score, measure) for each in shown) == least


def test_what_is_best_at_one_measure_is_never_thinned_out():
    many = plan.front(laid(CASES["gig_uneven_income"], "ceiling"), 9)
    assert len(many) > 9
    shown = plan.told_apart(many, many[len(many) // 2])
    assert len(shown) == 9
    for measure in ("cost", "ends", "peak"):
        assert min(getattr(each.score, measure) for each in shown) == min(getattr(each.score, measure) for each in many)


def test_many_debts_are_tried_on_a_coarser_grid():
    many = household(*(debt(f"第 {place} 家", 3_000 + 500 * place) for place in range(8)), income=40_000)
    board = laid(many)
    assert len(board.candidates) <= 520
    assert len(plan.coarser(board).candidates) < len(board.candidates)
    assert {each.start for each in laid(household(debt(days_overdue=5))).candidates} <= set(GRIDS[0].starts)


def test_the_credit_calendar_of_a_choice_begins_to_be_right_on_the_day_it_begins():
    board = laid(household(debt(days_overdue=20), income=5_900, spent=4_000))
    late = [place for place, each in enumerate(board.candidates) if each.start == 0]
    found = best(board, without=frozenset(late)).choices[0]
    assert found.start > 0
    assert found.waited > 0
    before = [
        code
        for month, code in zip(found.calendar.re_aged.months, found.calendar.re_aged.codes, strict=True)
        if month < found.day.replace(day=1)
    ]
    assert before
    assert all(code.isdigit() for code in before)


def test_the_calendar_file_names_nobody_unless_asked_and_reminds_three_days_before():
    found = best(laid(CASES["middle_three_debts"]))
    names = [each.found.debt.name for each in found.choices]
    plainly, named = calendar(found, plain), calendar(found, plain, names)
    assert not any(name in plainly.decode() for name in names)
    book = Calendar.from_ical(named)
    events = [part for part in book.walk() if part.name == "VEVENT"]
    assert len(events) == len(found.dues)
    assert len({str(event["uid"]) for event in events}) == len(events)
    for event, due in zip(events, found.dues, strict=True):
        assert event.decoded("dtstart") == due.day
        assert type(event.decoded("dtstart")) is date
        assert names[due.place] in str(event["summary"])
        alarm = event.subcomponents[0]
        assert alarm.decoded("trigger") == timedelta(days=-3, hours=9)
        said = f"{event['summary']}{event['description']}"
        assert not any(word in said for word in ("债", "逾期", "欠", "催"))
    assert calendar(found, plain, names) == named


def test_a_name_cannot_break_out_of_the_calendar_file():
    case = household(debt("坏名字;\nEND:VEVENT,X"))
    found = best(laid(case))
    book = Calendar.from_ical(calendar(found, plain, [found.choices[0].found.debt.name]))
    events = [part for part in book.walk() if part.name == "VEVENT"]
    assert len(events) == len(found.dues)


def test_orders_without_a_deal_pay_what_is_on_time_first():
    case = CASES["late_sued"]
    found = assess(case, STORY_DAY)
    purse = plan.purse(case, found.affordability, STORY_DAY, "suggested")
    for order in ("highest_rate", "lowest_balance", "credit_first", "pro_rata"):
        paid = plan.by_order(found, (0, 1), purse, order)
        assert paid.paid[0][1] >= 67_300
        assert all(sum(month) <= purse.monthly[0] for month in paid.paid)
        assert paid.months is not None
