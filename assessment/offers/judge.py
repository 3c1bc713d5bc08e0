"""Offers for one debt judged against what can be carried and against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from assessment import money
from assessment.figures import Capacity
from assessment.offers.appraise import paid_today
from assessment.offers.comparison import Comparison, Fit, Judged, Room
from assessment.offers.menu import SELF_HELP
from assessment.offers.outcome import Outcome
from assessment.offers.terms import Kind
from assessment.text import Text

NEVER_ADVISED: frozenset[Kind] = frozenset({"do_nothing", "new_borrowing"})
Burden = tuple[int, int, int, int, int]
"""What an option asks: in all, a month, at once, until which day, and of the lender."""

_CARRIED: tuple[Fit, ...] = ("assets", "floor", "suggested")


def compare(
    outcomes: Sequence[Outcome], share: Capacity, cash: int, as_of: date, advisable: frozenset[Kind]
) -> Comparison:
    """The outcomes side by side.

    `share` is what a month can carry for this debt and `cash` what assets can pay at once, in fen;
    `advisable` are the kinds worth asking for at this stage. Nothing is recommended where nothing can be carried.
    """
    fits = [_fit(result, share, cash, as_of) for result in outcomes]
    burdens = [_burden(result, as_of) for result in outcomes]
    best = _recommended(outcomes, fits, advisable)
    judged = tuple(_judged(place, outcomes, burdens, fits[place], share, cash, as_of) for place in range(len(outcomes)))
    return Comparison(judged, share, best, _why(outcomes, fits, best, share))


def room(result: Outcome, share: Capacity, as_of: date) -> Room:
    """What each month leaves, or lacks, against the three figures; what is paid today comes from assets. Fen."""
    at_once = 1 if paid_today(as_of, result.path) else 0
    return Room(result.path.payment[at_once:], share)


def _fit(result: Outcome, share: Capacity, cash: int, as_of: date) -> Fit:
    if result.terms.kind in NEVER_ADVISED:
        return "none"
    return fit(paid_today(as_of, result.path), result.monthly, share, cash)


def fit(at_once: int, monthly: int, share: Capacity, cash: int) -> Fit:
    """What is due today comes from cash first, then from this month; every later month stands by itself. Fen."""
    beyond = max(at_once - cash, 0)
    if beyond > share.ceiling:
        return "short_assets"
    if not monthly and not beyond:
        return "assets"
    heaviest = max(monthly, beyond)
    if heaviest <= share.floor:
        return "floor"
    if heaviest <= share.suggested:
        return "suggested"
    return "ceiling" if heaviest <= share.ceiling else "over"


def _recommended(outcomes: Sequence[Outcome], fits: Sequence[Fit], advisable: frozenset[Kind]) -> int | None:
    """The cheapest of what the suggested figure or the assets carry, first of all what needs nobody's consent.

    Where neither carries any, the lightest that the ceiling carries.
    """
    asked = [place for place, result in enumerate(outcomes) if result.terms.kind in advisable]
    carried = [place for place in asked if fits[place] in _CARRIED]
    if carried:
        alone = [place for place in carried if outcomes[place].terms.kind in SELF_HELP]
        return min(
            alone or carried, key=lambda place: (outcomes[place].total, outcomes[place].debt_free or date.max, place)
        )
    tight = [place for place in asked if fits[place] == "ceiling"]
    return min(tight, key=lambda place: (outcomes[place].monthly, outcomes[place].total, place), default=None)


def _judged(
    place: int,
    outcomes: Sequence[Outcome],
    burdens: Sequence[Burden],
    fit: Fit,
    share: Capacity,
    cash: int,
    as_of: date,
) -> Judged:
    result = outcomes[place]
    left = room(result, share, as_of)
    better = _better(place, outcomes, burdens)
    reasons = tuple(_reasons(result, fit, left.months_short, share, cash, as_of))
    if better is not None:
        reasons += (Text("“{other}”花得不多、每月不重、也不更晚，比它更合算。", other=_title(outcomes[better])),)
    return Judged(result, left, fit, better, reasons)


def _better(place: int, outcomes: Sequence[Outcome], burdens: Sequence[Burden]) -> int | None:
    """The first option that costs no more, weighs no more, ends no later and asks the lender for no more."""
    cost, month, at_once, free, off = mine = burdens[place]
    for other, theirs in enumerate(burdens):
        total, monthly, today, until, asked = theirs
        beats = total <= cost and monthly <= month and today <= at_once and until <= free and asked <= off
        if beats and theirs != mine and outcomes[other].terms.kind not in NEVER_ADVISED:
            return other
    return None


def _burden(result: Outcome, as_of: date) -> Burden:
    free = (result.debt_free or date.max).toordinal()
    return result.total, result.monthly, paid_today(as_of, result.path), free, result.waived.total


def _reasons(result: Outcome, fit: Fit, short: int, share: Capacity, cash: int, as_of: date) -> Iterator[Text]:
    at_once = paid_today(as_of, result.path)
    if at_once and fit not in {"assets", "short_assets"}:
        yield Text(
            "今天先付 {payment}，这笔债能用的现钱是 {cash}，不够的从这个月结余里出。",
            payment=money.told(at_once),
            cash=money.told(cash),
        )
    payment = money.told(result.monthly or at_once)
    match fit:
        case "floor":
            yield Text(
                "每月 {payment}，在保底数 {figure} 以内，收入差一些也撑得住。",
                payment=payment,
                figure=money.told(share.floor),
            )
        case "suggested":
            yield Text("每月 {payment}，在建议数 {figure} 以内。", payment=payment, figure=money.told(share.suggested))
        case "ceiling":
            yield Text(
                "每月 {payment}，超过建议数 {figure}，没有余量。", payment=payment, figure=money.told(share.suggested)
            )
        case "over":
            gap = money.told(result.monthly - share.ceiling)
            yield Text(
                "每月 {payment}，比上限多 {gap}，有 {months} 个月还不上。", payment=payment, gap=gap, months=short
            )
        case "assets":
            yield Text(
                "今天付 {payment}，这笔债能用的现钱 {cash} 够付。", payment=money.told(at_once), cash=money.told(cash)
            )
        case "short_assets":
            gap = money.told(at_once - cash)
            yield Text(
                "今天要付 {payment}，比这笔债能用的现钱 {cash} 多 {gap}。",
                payment=money.told(at_once),
                cash=money.told(cash),
                gap=gap,
            )
        case "none":
            pass
    if result.spread:
        yield Text(
            "到被起诉、执行时，连同诉讼费用，欠款估计涨到 {low} 至 {high}。",
            low=money.told(result.spread.low),
            high=money.told(result.spread.high),
        )
    elif result.saved > 0:
        yield Text("比按原合同少花 {amount}。", amount=money.told(result.saved))
    elif result.saved < 0:
        yield Text("比按原合同多花 {amount}。", amount=money.told(-result.saved))
    if result.waived.total:
        yield Text("要请对方减免 {amount}。", amount=money.told(result.waived.total))


def _why(outcomes: Sequence[Outcome], fits: Sequence[Fit], best: int | None, share: Capacity) -> Text:
    if best is None and share.ceiling == 0:
        return Text("每月分不出余钱给这笔债，签任何分期都会断。先看“下一步”里的缓一缓和求助办法。")
    if best is None:
        return Text("列出的方案里，没有一个每月的还款在能承受的范围内。可以用反推看看还差多少。")
    title = _title(outcomes[best])
    if fits[best] == "ceiling":
        return Text("建议先谈“{title}”：其他方案每月更重；但它贴着上限，收入一少就会断。", title=title)
    if outcomes[best].terms.kind in SELF_HELP:
        return Text("建议“{title}”：您自己就能做到，不用对方同意，对信用的影响也最小。", title=title)
    return Text("建议先谈“{title}”：在撑得住的方案里，它总共花得最少。", title=title)


def _title(result: Outcome) -> Text:
    return Text(result.title)
