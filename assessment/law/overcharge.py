"""Whether a debt costs more than its line, normal cost and cost with penalty apart, and by how much in yuan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from assessment import dates, money
from assessment.case import Debt
from assessment.law.rate_caps import Cap, Segment, over, segments
from assessment.law.true_cost import ALIKE, TrueCost, missing, simple, true_cost
from assessment.rates import NoRate
from assessment.rules import Rules
from assessment.text import Percent, Text

_YEAR = 365


@dataclass(frozen=True, slots=True)
class Piece:
    """Some days of one segment: what was charged for them and what the line's two ends would let stand. Fen."""

    since: date
    until: date
    charged: int
    at_low: int
    at_high: int
    paid: bool
    cap: Cap

    @property
    def least(self) -> int:
        """What is above the line on any reading."""
        return max(0, self.charged - self.at_high)

    @property
    def most(self) -> int:
        """What is above it on the reading best for the borrower."""
        return max(0, self.charged - self.at_low)


@dataclass(frozen=True, slots=True)
class CapTest:
    """One debt against its line. Rates are fractions a year; None where they cannot be known."""

    cap: Cap
    segments: tuple[Segment, ...]
    normal: Decimal | None
    with_penalty: Decimal | None
    normal_over: Text | None
    penalty_over: Text | None
    pieces: tuple[Piece, ...]
    whole: Piece | None
    asks: tuple[Text, ...]
    notes: tuple[Text, ...]
    rules: tuple[str, ...]


def cap_test(debt: Debt, as_of: date, penalty_multiple: Decimal, rules: Rules) -> CapTest | None:
    """The debt's normal cost, and its cost once overdue, each against the line for its class and days.

    None where the class of the lender or the day of the contract is not known. Sources as in `rate_caps.segments`.
    """
    filed = debt.filed or as_of
    lines = segments(debt, filed, as_of, rules)
    if not lines:
        return None
    cost = _cost(debt, rules)
    normal, overdue = yearly(debt, penalty_multiple)
    line = lines[-1].cap
    pieces = tuple(_pieces(debt, cost, lines, as_of))
    whole = _whole(debt, cost, line) if len(lines) == 1 else None
    return CapTest(
        line, lines, normal, overdue,
        None if normal is None else over(line, normal), None if overdue is None else over(line, overdue),
        pieces, whole, (*_asks(debt, pieces), *_kept_to_the_end(whole)), tuple(_notes(debt, normal, rules)), line.rules,
    )  # fmt: skip


def yearly(debt: Debt, penalty_multiple: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """The simple yearly cost while paid on time, and once overdue; None where it cannot be known.

    The quoted rate stands where the two differ only by rounded instalments.
    """
    nominal, real = debt.rate.annual if debt.rate else None, simple(debt)
    normal = nominal if real is None or (nominal is not None and abs(real - nominal) <= ALIKE) else real
    if nominal is None:
        return normal, None
    return normal, nominal * penalty_multiple + max(Decimal(0), (normal or nominal) - nominal)


def _cost(debt: Debt, rules: Rules) -> TrueCost | None:
    try:
        return None if missing(debt) else true_cost(debt, rules)
    except NoRate:
        return None


def _pieces(debt: Debt, cost: TrueCost | None, lines: Sequence[Segment], as_of: date) -> Iterator[Piece]:
    """What was paid on the way, segment by segment, then what is claimed now."""
    missed_from = as_of - timedelta(days=debt.days_overdue)
    unpaid_since = missed_from if debt.days_overdue else as_of
    if cost and cost.days:
        paid = _paid_count(debt, cost, as_of)
        unpaid_since = min(cost.days[paid], as_of)
        for segment in lines:
            piece = _paid(debt, cost, segment, paid)
            if piece:
                yield piece
    elif debt.days_overdue and debt.instalments_left:
        unpaid_since = dates.add_months(missed_from, -1)
    claimed = _claimed(debt, lines, unpaid_since, as_of)
    if claimed:
        yield claimed


def _paid_count(debt: Debt, cost: TrueCost, as_of: date) -> int:
    """How many instalments have been paid: those no longer left, as far as they have fallen due."""
    due = sum(day <= as_of for day in cost.days[1:])
    return min(due, max(0, debt.instalments - debt.instalments_left))


def _paid(debt: Debt, cost: TrueCost, segment: Segment, count: int) -> Piece | None:
    """The instalments paid on time that fall into a segment, by the days of each month that do."""
    extra = money.to_fen(debt.other_charges)
    received, low, high, charged = cost.flows[0], Fraction(0), Fraction(0), Fraction(0)
    balances = (received, *cost.rows.balance)
    for place in range(count):
        start, end = cost.days[place], cost.days[place + 1]
        inside = _days_inside(segment, start, end)
        if not inside:
            continue
        whole = (end - start).days
        asked = cost.rows.interest[place] + cost.rows.fee[place] + extra + _withheld(cost, place, count)
        charged += Fraction(asked * inside, whole)
        weight = Fraction(min(balances[place], received) * inside, _YEAR)
        least, most = segment.cap.line(paid=True)
        low += weight * Fraction(least)
        high += weight * Fraction(most)
    if not charged:
        return None
    since, until = max(segment.since, cost.days[0]), min(segment.until, cost.days[count])
    return Piece(since, until, _half_up(charged), _half_up(low), _half_up(high), paid=True, cap=segment.cap)


def _withheld(cost: TrueCost, place: int, count: int) -> int:
    """What was held back at the start was paid with the principal of each instalment, in equal parts."""
    each, rest = divmod(cost.split.withheld, len(cost.rows.payment))
    return each + (rest if place == len(cost.rows.payment) - 1 else 0)


def _claimed(debt: Debt, lines: Sequence[Segment], since: date, as_of: date) -> Piece | None:
    """What is asked today above the principal, against the line over the days it is asked for."""
    charged = money.to_fen(debt.interest) + money.to_fen(debt.penalty) + money.to_fen(debt.fees)
    if not charged or since >= as_of:
        return None
    low = high = Fraction(0)
    for segment in lines:
        weight = Fraction(money.to_fen(debt.principal) * _days_inside(segment, since, as_of), _YEAR)
        least, most = segment.cap.line(paid=False)
        low += weight * Fraction(least)
        high += weight * Fraction(most)
    return Piece(since, as_of, charged, _half_up(low), _half_up(high), paid=False, cap=lines[-1].cap)


def _days_inside(segment: Segment, start: date, end: date) -> int:
    """Days of the segment among those from `start` to before `end`."""
    last = min(end, segment.until + timedelta(days=1))
    return max(0, (last - max(start, segment.since)).days)


def _half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def _whole(debt: Debt, cost: TrueCost | None, line: Cap) -> Piece | None:
    """The contract kept to its end, against the line; None where its days are not known."""
    if cost is None or not cost.days:
        return None
    count = len(cost.rows.payment)
    return _paid(debt, cost, Segment(cost.days[0], cost.days[-1], line), count)


def _kept_to_the_end(whole: Piece | None) -> Iterator[Text]:
    if whole is not None and whole.least:
        yield Text(
            "按合同一直还到底，利息和费用一共 {charged}，按这条线最多 {allowed}，多出 {least}。",
            charged=money.told(whole.charged),
            allowed=money.told(whole.at_high),
            least=money.told(whole.least),
        )


def _asks(debt: Debt, pieces: Sequence[Piece]) -> Iterator[Text]:
    for piece in pieces:
        if not piece.most:
            continue
        yield _claim_back(debt, piece) if piece.paid else _reduce(piece)


def _reduce(piece: Piece) -> Text:
    most = money.told(piece.most)
    if piece.least == piece.most:
        return Text("现在要的利息、罚息和费用里，大约有 {most} 超过这条线，可以写明理由请求减掉。", most=most)
    if not piece.least:
        return Text(
            "现在要的利息、罚息和费用里，按对您最有利的读法，最多有 {most} 超过这条线；别的法院可能一分不减。",
            most=most,
        )
    return Text(
        "现在要的利息、罚息和费用里，按不同法院的做法，大约有 {least} 到 {most} 超过这条线，可以写明理由请求减掉。",
        least=money.told(piece.least),
        most=most,
    )


def _claim_back(debt: Debt, piece: Piece) -> Text:
    least, most = money.told(piece.least), money.told(piece.most)
    if piece.cap.natural:
        return Text(
            "{since} 到 {until} 已经付的利息里，超过年利率 {void} 的部分大约有 {most}，可以请求返还；没超过的，自愿付了就不退。",
            since=piece.since,
            until=piece.until,
            void=Percent(piece.cap.high),
            most=most,
        )
    if debt.lender == "private":
        return Text(
            "{since} 到 {until} 已经付的利息里，超过这条线的大约有 {most}；能抵扣本金还是返还，由法院认定。",
            since=piece.since,
            until=piece.until,
            most=most,
        )
    return Text(
        "已经付的利息和费用里，超过这条线的大约有 {least} 到 {most}。可以主张，但各地法院结果不一，不要当成一定能拿回来。",
        least=least,
        most=most,
    )


def _notes(debt: Debt, normal: Decimal | None, rules: Rules) -> Iterator[Text]:
    """What else the lender's class and the contract's day bring with them."""
    signed = debt.contract_date
    if signed is None:
        return
    if debt.lender == "credit_card":
        yield from _card_note(debt, signed, rules)
    if debt.lender == "microloan" and signed >= rules.microloan_target.rulings[0].since and normal is not None:
        yield from _microloan_note(signed, normal, rules)
    if debt.via_platform and signed >= rules.assisted_total_cost.rulings[0].since:
        yield Text("这是平台撮合的银行贷款，担保费、增信费要和利息合在一起算；平台另外收您的钱，可以投诉。")


def _microloan_note(signed: date, normal: Decimal, rules: Rules) -> Iterator[Text]:
    """What a microlender may no longer lend at, and what its new loans must come down to."""
    newly, target = rules.microloan_new_limit.rulings[0], rules.microloan_target.rulings[0].value
    limit = Decimal(newly.value)
    line = Decimal(target["times"]) * Decimal(rules.lpr_1y.latest(signed).value)
    if normal > limit:
        yield Text(
            "小额贷款公司从 {since} 起不得再新放年化超过 {limit} 的贷款，这笔超过了，可以据此投诉；合同效力怎么认定还不清楚。",
            since=newly.since,
            limit=Percent(limit),
        )
    elif normal > line:
        yield Text(
            "监管要求小额贷款公司最迟到 {by}，每笔新放的贷款都降到四倍 LPR（按您签约时算，一年 {line}）以内。您这份合同不会因此自动改；它没有超过现在的 {limit} 线，谈利率时可以拿来说。",
            by=target["by"],
            line=Percent(line),
            limit=Percent(limit),
        )


def _card_note(debt: Debt, signed: date, rules: Rules) -> Iterator[Text]:
    band = next((each for each in rules.card_rate_band.rulings if each.since <= signed <= (each.until or signed)), None)
    held = band.value if band else None
    if isinstance(held, Decimal) and debt.rate is not None and debt.rate.annual > held * _YEAR:
        yield Text(
            "这张卡签约时，透支利率最高是日万分之五；2021 年起可以另行约定。先查有没有改过，没有改过的，可以请银行说明。"
        )
    yield Text("信用卡的违约金、年费、取现手续费不能再计利息；总额太高可以请法院酌情减少。")
