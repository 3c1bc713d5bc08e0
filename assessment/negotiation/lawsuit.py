"""What the lender's own way through court may be worth to it: a range, every assumption the case's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from assessment import money, rates
from assessment._assess import Assessment, DebtAssessment
from assessment.case import IN_COURT, Assumptions, Case, Debt
from assessment.law import costs
from assessment.law.enforcement import retention
from assessment.law.overcharge import cap_test
from assessment.law.rate_caps import cap
from assessment.offers import yearly_costs
from assessment.rules import Rules
from assessment.text import Text

JUDGED = frozenset({"judgment", "enforcement"})
FORMULA = Text(
    "值多少 = 拿到判决的把握 × 能收回的钱，按月平均收到，折成今天的钱，再减去起诉要先花的钱。"
    "能收回的钱 = 法院可能支持的数 × 收回几成，但不会多过执行拿得到的。不顺时取慢的、把握小的、收回少的、花费多的，顺利时反过来；拖得久，能判的利息也多一些。"
)
ASSUMED = (
    "suit_after_low", "suit_after_high", "judgment_after_low", "judgment_after_high", "money_after_low",
    "money_after_high", "collect_months", "win_share_low", "win_share_high", "recovered_share_low",
    "recovered_share_high", "lawyer_share_low", "lawyer_share_high", "lender_discount", "deal_breaks",
    "ask_principal", "ask_interest", "ask_penalty", "ask_fees", "own_discount", "family_cost",
)  # fmt: skip
"""The assumptions of the case that the room rests on."""
_YEAR = 365


class Reach(NamedTuple):
    """What enforcement could take of a household for one debt: at once, and each month. Fen."""

    at_once: int
    monthly: int


class Award(NamedTuple):
    """What a court may grant: today's sum, and the yearly rate at which it grows on the principal. Fen, a fraction."""

    today: int
    principal: int
    yearly: Decimal

    def after(self, months: int) -> int:
        """What it has grown to, by simple interest."""
        return self.today + round(self.principal * self.yearly * months / 12)


class _Timing(NamedTuple):
    """Months from today: until suit, from suit to judgment, from judgment to the first money."""

    suit: int
    judgment: int
    money: int


class _End(NamedTuple):
    """One end of every assumption."""

    chance: Decimal
    recovered: Decimal
    award: Award
    reach: Reach | None
    """None where a guarantor, a co-borrower or a pledge can be reached as well."""
    costs: int


@dataclass(frozen=True, slots=True)
class Suit:
    """One way the lender's suit may go. Fen; `months` until its first money, `chance` and `share` are fractions.

    `takeable` is what enforcement can reach in the months it runs; None where it is not bounded by this household.
    `value` is below nought where the suit costs more than it brings.
    """

    months: int
    award: int
    share: Decimal
    takeable: int | None
    recovered: int
    chance: Decimal
    costs: int
    value: int


@dataclass(frozen=True, slots=True)
class Lawsuit:
    """The lender's alternative to a deal between its worst and its best; `notes` say what bounds it.

    `sale` is what the debt may fetch in a package of bad loans, where lenders of its kind sell them; `over` the most of
    today's claim that a court may cut. Fen.
    """

    low: Suit
    high: Suit
    sale: int
    over: int
    notes: tuple[Text, ...]
    rules: tuple[str, ...]

    @property
    def ends(self) -> tuple[int, int]:
        """What the lender may have without a deal: at worst the better of suit and sale, and at best. Fen."""
        least, most = sorted((self.low.value, self.high.value))
        least = max(least, self.sale, 0)
        return least, max(most, least)


def lawsuit(found: DebtAssessment, case: Case, whole: Assessment, law: Rules) -> Lawsuit:
    """The lender's suit, worth at least and at most. An estimate: nobody publishes what lenders recover.

    Sources for what is not assumed: 诉讼费用交纳办法 第十三至十六条; 查封扣押冻结规定 第三条; the lines of `law.rate_caps`.
    """
    assumed, debt = found.position.assumptions, found.debt
    awards, fees = _awards(found, law), _fees(found, law)
    reaches = _reaches(found, case, whole, law)
    chances = _sorted(assumed.win_share_low, assumed.win_share_high)
    if debt.court in JUDGED:
        chances = Decimal(1), Decimal(1)
    shares = _sorted(assumed.recovered_share_low, assumed.recovered_share_high)
    worst, best = (_End(*each) for each in zip(chances, shares, awards, reaches, fees, strict=True))
    quick, slow = _timings(debt, assumed)
    low, high = _suit(worst, slow, assumed), _suit(best, quick, assumed)
    sale = _sale(debt, law)
    over = found.position.claim.total - awards[0].today
    return Lawsuit(low, high, sale, over, tuple(_notes(found, awards, low, law)), _RULES if sale else _RULES[:-1])


_RULES = ("court_fee_brackets", "court_fee_halved", "protected_living", "npl_price")
_SELLERS = frozenset({"bank", "credit_card"})


def _sale(debt: Debt, law: Rules) -> int:
    if debt.lender not in _SELLERS or debt.court in IN_COURT:
        return 0
    return money.to_fen(debt.owed * Decimal(law.rule("npl_price").latest(law.day).value))


def _sorted(one: Decimal, other: Decimal) -> tuple[Decimal, Decimal]:
    return min(one, other), max(one, other)


def _timings(debt: Debt, assumed: Assumptions) -> tuple[_Timing, _Timing]:
    """The quick way and the slow way; steps already behind take no time."""
    pairs = (
        (assumed.suit_after_low, assumed.suit_after_high) if debt.court not in IN_COURT else (0, 0),
        (assumed.judgment_after_low, assumed.judgment_after_high) if debt.court not in JUDGED else (0, 0),
        (assumed.money_after_low, assumed.money_after_high),
    )
    return _Timing(*map(min, pairs)), _Timing(*map(max, pairs))


def _suit(end: _End, timing: _Timing, assumed: Assumptions) -> Suit:
    monthly, months = float(assumed.lender_discount) / 12, assumed.collect_months
    award = end.award.after(timing.suit + timing.judgment)
    takeable = None if end.reach is None else end.reach.at_once + end.reach.monthly * months
    hoped = int(award * end.recovered)
    recovered = hoped if takeable is None else min(hoped, takeable)
    waited = sum(timing)
    each = [0.0] * (waited + 1) + [recovered / months] * months
    spent = end.costs / (1 + monthly) ** timing.suit
    value = float(end.chance) * rates.present_value(each, monthly) - spent
    return Suit(
        waited, award, end.recovered, takeable, recovered, end.chance, end.costs, round(value)
    )  # fmt: skip


def _awards(found: DebtAssessment, law: Rules) -> tuple[Award, Award]:
    """What a court may grant on the reading best for the borrower, and on the other; a judgment is not read again."""
    position, claim = found.position, found.position.claim
    if found.debt.court in JUDGED:
        doubled = Decimal(law.value("delay_interest")) * _YEAR
        return Award(claim.total, claim.principal, Decimal(0)), Award(claim.total, claim.principal, doubled)
    kept, broken = yearly_costs(position)
    tested = cap_test(found.debt, position.as_of, position.penalty_multiple, law)
    if tested is None:
        return Award(claim.total, claim.principal, kept), Award(claim.total, claim.principal, max(kept, broken))
    low, high = tested.cap.line(paid=False)
    unpaid = next((piece for piece in tested.pieces if not piece.paid), None)
    least, most = (position.charges,) * 2 if unpaid is None else (unpaid.at_low, unpaid.at_high)
    return (
        Award(claim.principal + min(position.charges, least), claim.principal, min(kept, low)),
        Award(claim.principal + min(position.charges, most), claim.principal, min(max(kept, broken), high)),
    )


def _reaches(found: DebtAssessment, case: Case, whole: Assessment, law: Rules) -> tuple[Reach, Reach | None]:
    """Of the household's surplus and cash this debt's part; or all that the law lets be taken, by this lender alone."""
    least = Reach(found.cash, found.comparison.share.ceiling)
    if found.debt.security != "none" or found.debt.joint:
        return least, None
    income = whole.affordability.income.yuan
    withheld = money.to_fen(retention(case.household, income, law).most_withheld)
    cash = money.to_fen(whole.affordability.asset_capacity.yuan)
    return least, Reach(max(cash, least.at_once), max(withheld, least.monthly))


def _fees(found: DebtAssessment, law: Rules) -> tuple[int, int]:
    """What the lender must lay out first, at most and at least; what is spent already does not count. Fen."""
    if found.debt.court in IN_COURT:
        return 0, 0
    claim, assumed = found.debt.owed, found.position.assumptions
    cheap, dear = _sorted(assumed.lawyer_share_low, assumed.lawyer_share_high)
    most = costs.court_fee(claim, law=law) + costs.preservation_fee(claim, law) + claim * dear
    least = costs.court_fee(claim, simplified=True, law=law) + claim * cheap
    return money.to_fen(most), money.to_fen(least)


def _notes(found: DebtAssessment, awards: tuple[Award, Award], low: Suit, law: Rules) -> Iterator[Text]:
    owed = found.position.claim.total
    if low.value <= 0:
        yield Text(
            "官司不顺的话，花的比收回的还多，对方多半不起诉，继续催或者把债转让出去。这是估计，小额批量起诉的也有。"
        )
    if found.debt.court in JUDGED:
        yield Text("已经有判决，按判决的数算；起诉前后花掉的钱不再算。")
    elif cap(found.debt, law) is None:
        yield Text("出借人类型或借款日期没填，不知道法院支持到哪条线，息费按对方要的全算。")
    elif awards[1].today < owed:
        yield Text("现在要的息费里，超过线的部分按法院不支持算；打官司时要您自己提出来。")
    elif awards[0].today < owed:
        yield Text("息费能不能减有争议，低的一头按减了算，高的一头按不减算。")
    if found.debt.court in IN_COURT - JUDGED:
        yield Text("对方已经起诉，诉讼费、律师费算已经花掉的。")
    if found.debt.security != "none" or found.debt.joint:
        yield Text("这笔债有担保、抵押或共同借款人，对方还能找别人或抵押物，高的一头没有按您家的收入封顶。")
    else:
        yield Text(
            "执行拿得到的：低的一头是这笔债分到的结余和现钱；高的一头是法律允许扣的最多，并且只有这一家来扣。"
            "家里必需的生活费、必需的住房和用品不在里面。"
        )
