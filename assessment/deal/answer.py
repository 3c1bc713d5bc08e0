"""What to answer on the phone: accept in writing, ask, close the gap with a counter-offer, or ask for time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from assessment import money, offers
from assessment._assess import DebtAssessment
from assessment.deal.counter import LONGEST_ASKED, WRITTEN, Base, Counter
from assessment.deal.flows import Flows
from assessment.deal.hearing import PARTS
from assessment.deal.reading import Reading
from assessment.offers import Components, Fit, Terms, waiver_of
from assessment.offers.plan import waived
from assessment.text import Percent, Text, label

Move = Literal["accept", "ask", "counter", "time", "refuse"]

_CARRIED: frozenset[Fit] = frozenset({"floor", "suggested", "assets"})

TIME = Text(
    "我愿意还，但扣除基本生活费后现在没有余钱，答应任何月供都会再断。请暂缓，并停止计收罚息；情况好转我会主动联系。"
)

NO_BORROWING = Text("借新的还旧的，只会欠得更多，我不借。我按能还的数还。")
_COMPANY_ONLY = label("钱我只付到合同写明的公司账户，不转给个人。{then}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say; `counter` is the offer in it, where one is made."""

    move: Move
    said: Text
    counter: Counter | None = None

    @property
    def phrase(self) -> str:
        """The offer in it as words that are read back; nothing where none is made."""
        return self.counter.phrase if self.counter else ""

    @property
    def flows(self) -> Flows | None:
        return self.counter.flows if self.counter else None


def answers(reading: Reading, fit: Fit | None, found: DebtAssessment) -> tuple[Answer, ...]:
    """What to say to an offer, the best first; every counter-offer fits the suggested figure and the cash.

    To borrow is refused outright; where a private account was named, every answer begins by refusing that.
    """
    made = (Answer("refuse", NO_BORROWING),) if "borrow" in reading.traps else _to_the_offer(reading, fit, found)
    if "private_account" in reading.traps:
        return tuple(replace(each, said=Text(_COMPANY_ONLY, then=each.said)) for each in made)
    return made


def _to_the_offer(reading: Reading, fit: Fit | None, found: DebtAssessment) -> tuple[Answer, ...]:
    if not found.comparison.share.suggested and fit != "assets":
        return (Answer("time", TIME),)
    if reading.conflicts:
        return (Answer("ask", Text("请再说一遍，我记一下：总额多少，分几期，每期多少，免哪几项，哪天付。")),)
    if reading.flows is None or fit is None:
        return (Answer("ask", Text("请给一个具体方案：总额多少，分几期，每期多少，免哪几项，还计不计息。")),)
    if fit in _CARRIED:
        cheaper = _cheaper(reading, reading.flows, found)
        return (cheaper,) if cheaper else (_accept(reading),)
    made = tuple(_distinct(_counters(reading, reading.flows, found)))
    return made or (_too_much(found),)


def _accept(reading: Reading) -> Answer:
    if reading.unclear or reading.traps:
        return Answer("ask", Text("这个数我考虑。先请您说清，再发书面协议，我核对后答复。"))
    return Answer("accept", Text("这个数我还得起。{written}", written=WRITTEN))


def dear(reading: Reading, flows: Flows, found: DebtAssessment) -> bool:
    """Whether the instalments bear more than the contract's own rate, where that is known."""
    known = found.debt.rate is not None and bool(flows.monthly)
    return known and reading.annual_rate > found.position.annual_rate and flows.above_owed > 0


def _cheaper(reading: Reading, flows: Flows, found: DebtAssessment) -> Answer | None:
    """The same month for a shorter time, where the offer bears more than the contract's own rate."""
    contract = found.position.annual_rate
    if not dear(reading, flows, found):
        return None
    counter = replace(_base(reading, flows, found), limit=flows.heaviest).shortest()
    if counter is None or counter.flows.months >= flows.months:
        return None
    why = Text(
        "每月的数我还得起，但这样折下来一年 {rate}，比合同的 {contract} 还高。",
        rate=Percent(reading.annual_rate), contract=Percent(contract),
    )  # fmt: skip
    return _countered(counter, why)


def _too_much(found: DebtAssessment) -> Answer:
    limit = money.told(found.comparison.share.suggested)
    return Answer(
        "refuse",
        Text("我每月能稳定还的是 {limit}，这样五年也还不完。请你们出一个总额减下来的书面方案，我再答复。", limit=limit),
    )


def _distinct(made: Iterator[Answer]) -> Iterator[Answer]:
    seen: set[str] = set()
    for each in made:
        if each.phrase not in seen:
            seen.add(each.phrase)
            yield each


def _counters(reading: Reading, flows: Flows, found: DebtAssessment) -> Iterator[Answer]:
    """A longer term on their own terms; the same term with less to pay; last, only the principal."""
    base = _base(reading, flows, found)
    made = (
        (base.shortest(), _why(flows, found)),
        (_less(base, len(flows.monthly)), _SAME_TERM),
        (_principal_only(base), _PRINCIPAL),
    )
    for counter, why in made:
        if counter:
            yield _countered(counter, why)


def _why(flows: Flows, found: DebtAssessment) -> Text:
    """What of their offer is too much."""
    if not flows.monthly:
        return _NOT_AT_ONCE
    return _STEADY if flows.heaviest > found.comparison.share.suggested else _NOT_FIRST


_STEADY = Text("每月这么多我做不到，签了也会断。")
_NOT_FIRST = Text("先付这么多我拿不出。")
_NOT_AT_ONCE = Text("一次我拿不出这么多。")
_SAME_TERM = Text("期数照您说的，请把息费再减一些。")
_PRINCIPAL = Text("我愿意把本金还清，请免掉息费、不再计息。")


def _countered(counter: Counter, why: Text) -> Answer:
    said = Text("{why}我能做到的是：{terms}。{written}", why=why, terms=counter.terms, written=WRITTEN)
    return Answer("counter", said, counter)


def _base(reading: Reading, flows: Flows, found: DebtAssessment) -> Base:
    """Their waiver and first payment, as far as the cash goes; their rate, never above the contract's.

    Where they ask for less than is left, the rest is taken for let off too: nobody offers more than was asked.
    """
    left, rate = reading.left, min(reading.annual_rate, found.position.annual_rate)
    short = left.total - flows.total
    if short > 0 or not flows.monthly:
        off = waived(left, waiver_of(left, max(short, 0)))
        left, rate = Components(*(owed - less for owed, less in zip(left, off, strict=True))), Decimal(0)
    return Base(found, left, min(flows.first, found.cash, left.total), rate, found.comparison.share.suggested)


def _less(base: Base, months: int) -> Counter | None:
    """Their own term, with the least let off that makes a month fit; principal is not asked for."""
    if not 0 < months <= LONGEST_ASKED:
        return None
    terms = Terms("instalments", months=months, annual_rate=base.rate)
    off = offers.least_waiver(base.net, terms, base.limit)
    if off is None or off.principal:
        return None
    net = base.net.claim
    charges = (getattr(base.left, part) - int(getattr(net, part) * getattr(off, part)) for part in PARTS[1:])
    return replace(base, left=Components(base.left.principal, *charges)).over(months)


def _principal_only(base: Base) -> Counter | None:
    """Every charge let off and no more interest, over as long as it takes."""
    if not base.rate and base.left.total == base.left.principal:
        return None
    left = Components(base.left.principal)
    bare = replace(base, left=left, down=min(base.down, left.total), rate=Decimal(0))
    owed = bare.net.claim.total
    months = -(-owed // bare.limit) if owed else 0
    return bare.at(months, -(-owed // months)) if 0 < months <= LONGEST_ASKED else None
