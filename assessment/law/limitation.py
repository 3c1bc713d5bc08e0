"""How long a claim can still be pressed in court: when the time began, what began it anew, when it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from assessment import dates
from assessment.case import IN_COURT, Debt, Event, EventKind
from assessment.rules import Rules
from assessment.text import Text

Verdict = Literal["not_started", "running", "uncertain", "may_have_passed", "unknown", "in_court", "judged"]

_DEMANDS: frozenset[EventKind] = frozenset({"message", "letter", "deduction"})
_UNSURE_DEMANDS: frozenset[EventKind] = frozenset({"call", "visit", "offered"})
_CONSENT: frozenset[EventKind] = frozenset({"payment", "asked", "agreement"})
_JUDGED: frozenset[str] = frozenset({"judgment", "enforcement"})
_SOON_MONTHS = 12 // 2
_COURT: frozenset[EventKind] = frozenset({"mediation", "payment_order", "sued", "judgment", "enforcement"})


@dataclass(frozen=True, slots=True)
class Restart:
    """An event that begins the time anew: its day and place in the log, why, and whether that needs proof."""

    day: date
    event: int
    why: Text
    sure: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Clock:
    """One debt's limitation. `start` and `expires` are None where they cannot be known."""

    start: date | None
    restarts: tuple[Restart, ...]
    expires: date | None
    verdict: Verdict
    words: Text
    advice: tuple[Text, ...]
    rules: tuple[str, ...]


def clock(debt: Debt, events: Sequence[Event], as_of: date, rules: Rules) -> Clock:
    """The limitation of one debt from its due days and the log.

    From the last instalment's due day (民法典 第一百八十九条), three years (第一百八十八条), begun anew by every demand,
    consent, court step or notice of assignment (第一百九十五条; 诉讼时效规定 第八、十一、十二、十四、十七条). What has run
    out is revived only by consent (第一百九十二条; 规定 第十九条). It is never more than a defence.
    """
    years = int(rules.value("limitation_years"))
    start = starts(debt, as_of)
    found = tuple(_restarts(debt, events, start, as_of, years))
    last = max([restart.day for restart in found], default=start)
    expires = None if last is None else dates.add_years(last, years)
    firm = max([restart.day for restart in found if restart.sure], default=start)
    verdict = _verdict(debt, events, (expires, firm and dates.add_years(firm, years)), start, as_of)
    names = (
        "limitation_years",
        "limitation_start",
        *dict.fromkeys(restart.rule for restart in found),
        "limitation_waived",
        "limitation_pleading",
    )
    return Clock(start, found, expires, verdict, _WORDS[verdict], tuple(_advice(debt, verdict, expires, as_of)), names)


def starts(debt: Debt, as_of: date) -> date | None:
    """The day from which the time runs: the last instalment's due day, or the first overdue day of a debt without any.

    None where the debt is not overdue and no term is known.
    """
    if not debt.days_overdue:
        return None
    missed_from = as_of - timedelta(days=debt.days_overdue)
    if debt.instalments_left <= 1:
        return missed_from
    due_day = debt.due_day or missed_from.day
    return dates.on_day(dates.add_months(missed_from.replace(day=1), debt.instalments_left - 1), due_day)


def _restarts(debt: Debt, events: Sequence[Event], start: date | None, as_of: date, years: int) -> Iterator[Restart]:
    """In order of time from the start on; once three years have passed in silence, only consent begins them anew."""
    if start is None:
        return
    last = start
    dated = [(event.day, place, event) for place, event in enumerate(events) if event.day and event.day <= as_of]
    for day, place, event in sorted(dated, key=lambda item: item[:2]):
        if day < start or (event.name and event.name != debt.name):
            continue
        effect = _effect(debt, event.kind)
        if effect is None:
            continue
        passed = dates.add_years(last, years) < day
        if passed and event.kind not in _CONSENT:
            continue
        why, sure, rule = _REVIVED if passed else effect
        yield Restart(day, place, why, sure, rule)
        last = day


_REVIVED = (Text("过了三年以后又还款、请求延期或答应还：时效抗辩多半没有了。"), True, "limitation_waived")


def _effect(debt: Debt, kind: EventKind) -> tuple[Text, bool, str] | None:
    if kind in _DEMANDS:
        rule = "limitation_card_demand" if debt.lender == "credit_card" else "limitation_demand"
        return Text("对方催收或扣款，时效重新起算。"), True, rule
    if kind in _UNSURE_DEMANDS:
        return Text("电话、上门也是催收；对方拿得出证据，时效就重新起算。"), False, "limitation_demand"
    if kind in _CONSENT:
        return Text("您还了钱、请求延期或答应还，时效重新起算。"), True, "limitation_consent"
    if kind in _COURT:
        return (
            Text("起诉、支付令、调解这类程序，时效中断，要到程序结束才重新算；这里先从那天算起。"),
            True,
            "limitation_court",
        )
    return (Text("收到债权转让通知，时效重新起算。"), True, "limitation_assignment") if kind == "assignment" else None


def _verdict(
    debt: Debt, events: Sequence[Event], ends: tuple[date | None, date | None], start: date | None, as_of: date
) -> Verdict:
    """`ends` with every restart, and with only those that need no proof."""
    expires, firmly = ends
    met = {event.kind for event in events if event.name in {"", debt.name}}
    if debt.court in _JUDGED or met & _JUDGED:
        return "judged"
    if debt.court in IN_COURT:
        return "in_court"
    if start is None:
        return "not_started" if not debt.days_overdue else "unknown"
    if start > as_of:
        return "not_started"
    if expires is not None and as_of > expires:
        return "may_have_passed"
    return "uncertain" if firmly is not None and as_of > firmly else "running"


_WORDS: dict[Verdict, Text] = {
    "not_started": Text("时效还没有开始走：分期的债从最后一期到期那天起算，没逾期的债更没有。"),
    "running": Text("按这里的记录，时效还没有过。每有一次催收、还款、承诺，都会从那天起重新算三年。"),
    "uncertain": Text("三年里只有电话、上门的记录；对方拿不出证据的话，时效可能已经过了。弄清之前先不答应还。"),
    "may_have_passed": Text(
        "按这里的记录，可能已经过了三年。但催收短信通常一直在发，多数债的时效中断过，是不是真的过了要逐件看。"
    ),
    "unknown": Text("还看不出时效从哪天起算，请补上还剩几期和每月几号还。"),
    "in_court": Text("已经进入法院程序，时效不再往前走。认为起诉时已经过了时效的，要在一审里自己提出来。"),
    "judged": Text("已经有判决或进入执行，诉讼时效不能再提了；对方申请执行的期间是两年，也会中断。"),
}


def _advice(debt: Debt, verdict: Verdict, expires: date | None, as_of: date) -> Iterator[Text]:
    if verdict in {"may_have_passed", "uncertain"}:
        yield Text("弄清之前，先不还一点、不签字、不说分期或延期，也不主动联系。")
        yield Text("找出最后一次还款、最后一次收到短信或信件的日子，补进“往来记录”，再打 12348 问。")
        yield Text("过了时效，债并没有消失：只是对方起诉时，您可以在一审提出抗辩；已经还的不能要回。")
    if verdict == "running" and expires is not None and as_of > dates.add_months(expires, -_SOON_MONTHS):
        yield Text("离记录上的届满日不到半年。先打 12348 问清楚，再决定怎么联系。")
    elif verdict == "running":
        yield Text("要谈就谈，不用为了“拖过时效”不联系：拖着期间罚息还在涨，对方也随时可以起诉。")
    if debt.accelerated and verdict in {"not_started", "running"}:
        yield Text("对方已经通知全部提前到期的，起算日可能早到那份通知写的日子；各地看法不一。")
