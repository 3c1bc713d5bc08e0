"""The figures of an agreement recomputed, and held against the offer made on the phone and the debt as it was entered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from assessment import dates, money
from assessment.deal.agreement.figures import Figures
from assessment.deal.flows import Flows
from assessment.deal.hearing.match import PART_TITLE
from assessment.deal.hearing.said import PARTS, Part
from assessment.offers import Components, Position
from assessment.text import Text, Value, label

WHOLE, TERMS, EACH, DOWN = label("一共还"), label("分几期"), label("每期（最多）"), label("先付")
ROUNDING = 100
_LONGEST_GAP = 45
_SHORTEST_GAP = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that was said one way and written another; `written` is None where the agreement does not give it.

    `against` is what it was said on: the phone, or the debt as it was entered.
    """

    what: str
    said: Value
    written: Value | None
    against: Literal["phone", "debt"] = "phone"


@dataclass(frozen=True, slots=True)
class Wrong:
    """Figures of the agreement that do not come out: `kind` says which, `text` tells it."""

    kind: Literal["clash", "day", "claimed", "paid", "left", "counted", "dated"]
    text: Text


def sums(found: Figures, as_of: date) -> tuple[Wrong, ...]:
    """What in the agreement's own figures does not add up."""
    return tuple(_sums(found, as_of))


def _sums(found: Figures, as_of: date) -> Iterator[Wrong]:
    yield from (Wrong("clash", text) for text in found.clashes)
    for day in found.unreal_days:
        yield Wrong("day", Text("{day} 这一天不存在。", day=day))
    yield from (Wrong("claimed", text) for text in _claimed(found))
    yield from (Wrong("paid", text) for text in _paid(found))
    yield from (Wrong("left", text) for text in left(found))
    yield from (Wrong("counted", text) for text in counted(found))
    yield from (Wrong("dated", text) for text in _dated(found, as_of))


def _claimed(found: Figures) -> Iterator[Text]:
    """The parts of what is owed against their sum."""
    if found.claimed is None or len(found.owed) < 2:
        return
    whole = sum(found.owed.values())
    if abs(whole - found.claimed) >= ROUNDING:
        yield Text(
            "各项加起来欠 {whole}，协议写的合计是 {told}。", whole=money.told(whole), told=money.told(found.claimed)
        )  # fmt: skip


def _paid(found: Figures) -> Iterator[Text]:
    """Instalments, and the first payment, against the total."""
    payments = found.payments
    if not payments or found.payable is None:
        return
    whole = sum(payments)
    loose = ROUNDING * len(payments) if found.last is None and not found.rows else ROUNDING
    near = min(abs(whole + (found.down or 0) - found.payable), abs(whole - found.payable))
    if near >= loose:
        yield Text(
            "{count} 期加起来是 {whole}，协议写的总额是 {told}，差 {gap}。",
            count=len(payments), whole=money.told(whole + (found.down or 0)), told=money.told(found.payable),
            gap=money.told(abs(whole + (found.down or 0) - found.payable)),
        )  # fmt: skip


def left(found: Figures) -> Iterator[Text]:
    """What is owed, less what is let off, against what is to be paid, where no interest is added."""
    owed = found.claimed if found.claimed is not None else sum(found.owed.values()) or None
    off = waived(found)
    unknown = any(each.fen is None and not set(each.parts) <= found.owed.keys() for each in found.waived)
    if owed is None or found.total is None or found.annual_rate or unknown:
        return
    due = owed - sum(off.values()) - (0 if off and found.waived_in_all == sum(off.values()) else _unnamed(found, off))
    if abs(due - found.total) >= ROUNDING * max(len(found.payments), 1):
        yield Text(
            "按协议写的欠款和减免，应还 {due}，协议写的总额是 {told}，差 {gap}。",
            due=money.told(due), told=money.told(found.total), gap=money.told(abs(due - found.total)),
        )  # fmt: skip


def _unnamed(found: Figures, off: dict[Part, int]) -> int:
    """What is let off in all beyond the parts that are named."""
    return max((found.waived_in_all or 0) - sum(off.values()), 0)


def waived(found: Figures) -> dict[Part, int]:
    """What is let off, part by part; what is let off whole is as much as the agreement claims. Fen."""
    off: dict[Part, int] = {}
    for each in found.waived:
        if each.fen is not None and each.parts:
            off[each.parts[0]] = off.get(each.parts[0], 0) + each.fen
        elif each.fen is None:
            for part in each.parts:
                off[part] = found.owed.get(part, 0)
    return off


def counted(found: Figures) -> Iterator[Text]:
    """How many instalments there are, told in two ways."""
    if found.rows and found.months and len(found.rows) != found.months:
        yield Text("还款表有 {rows} 行，协议写的是 {months} 期。", rows=len(found.rows), months=found.months)
    if found.steps and found.months and found.steps[-1][1] != found.months:
        yield Text("分段写到第 {last} 期，协议写的是 {months} 期。", last=found.steps[-1][1], months=found.months)
    count = found.instalments
    if found.first_day and found.last_day and count and not found.rows:
        months = dates.whole_months(found.first_day.replace(day=1), found.last_day.replace(day=1)) + 1
        if months != count:
            yield Text(
                "从 {first} 到 {last} 是 {months} 期，协议写的是 {count} 期。",
                first=found.first_day, last=found.last_day, months=months, count=count,
            )  # fmt: skip


def _dated(found: Figures, as_of: date) -> Iterator[Text]:
    for day in (found.by, found.first_day):
        if day and day < as_of:
            yield Text("第一笔要在 {day} 付，这一天已经过了，一签就算逾期。", day=day)
            break
    if found.first_day and found.due_day and found.instalments and found.first_day.day != found.due_day:
        usual = dates.on_day(found.first_day, found.due_day)
        if usual != found.first_day:
            yield Text("第一期写的是 {day}，又写每月 {due} 日，请问清。", day=found.first_day, due=found.due_day)
    for before, after in pairwise(found.rows):
        if not _SHORTEST_GAP <= (after.day - before.day).days <= _LONGEST_GAP:
            yield Text("第 {first} 期和第 {second} 期的日子不是隔一个月。", first=before.number, second=after.number)


def against_offer(found: Figures, offer: Flows, position: Position) -> tuple[Difference, ...]:
    """What the agreement says otherwise than the offer, or leaves out."""
    return tuple(_against_offer(found, offer, position))


def _against_offer(found: Figures, offer: Flows, position: Position) -> Iterator[Difference]:
    yield from _sum(WHOLE, offer.total, found.total, max(len(offer.monthly), 1))
    if offer.monthly:
        yield from _count(TERMS, offer.months, found.instalments)
        yield from _sum(EACH, offer.heaviest, max(found.payments, default=found.payment))
    if offer.first and offer.monthly:
        yield from _sum(DOWN, offer.first, found.down)
    elif found.down and not offer.first:
        yield Difference(DOWN, money.told(0), money.told(found.down))
    if not offer.monthly and offer.first_day != position.as_of:
        yield from _deadline(offer.first_day, found)
    yield from _parts(found, offer.waived)
    if found.fees:
        yield Difference(label("另外的费用"), money.told(0), money.told(found.fees))


def _sum(what: str, said: int, written: int | None, loose: int = 1) -> Iterator[Difference]:
    if written is None:
        yield Difference(what, money.told(said), None)
    elif abs(said - written) >= ROUNDING * loose:
        yield Difference(what, money.told(said), money.told(written))


def _count(what: str, said: int, written: int | None) -> Iterator[Difference]:
    if written != said:
        yield Difference(what, said, written)


def _deadline(said: date, found: Figures) -> Iterator[Difference]:
    if found.by != said:
        yield Difference(label("哪天前付"), said, found.by)


LET_OFF: dict[Part, str] = {
    "principal": label("本金免"), "interest": label("利息免"), "penalty": label("罚息、违约金免"), "fees": label("费用免"),
}  # fmt: skip


def _parts(found: Figures, off: Components) -> Iterator[Difference]:
    """Each part let off on the phone against the same part in the agreement."""
    written = waived(found)
    whole = {part for each in found.waived if each.fen is None for part in each.parts}
    for part in PARTS:
        said = getattr(off, part)
        if not said or part in whole:
            continue
        if part not in written:
            yield Difference(LET_OFF[part], money.told(said), None)
        elif written[part] + ROUNDING <= said:
            yield Difference(LET_OFF[part], money.told(said), money.told(written[part]))


def against_case(found: Figures, position: Position) -> tuple[Difference, ...]:
    """What the agreement claims above what was entered for this debt."""
    return tuple(
        Difference(PART_TITLE[part], money.told(getattr(position.claim, part)), money.told(told), "debt")
        for part, told in found.owed.items()
        if told - getattr(position.claim, part) >= ROUNDING
    )
