"""What a collector did, line by line of the log, against the rules of that day: facts and articles, no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from typing import Literal

from assessment import dates
from assessment.case import Case, Event, EventKind, LenderClass
from assessment.case.typed_lines import typed
from assessment.law import spoken
from assessment.rules import NotInForce, Rules, Status
from assessment.text import Text, label

Force = Literal["law", "standard", "reminder"]
Standing = Literal["against", "may_be", "missing"]

_REACHES: frozenset[EventKind] = frozenset({"call", "dialled", "message", "visit"})
_THEIRS: frozenset[EventKind] = _REACHES | {"third_party", "letter", "refused", "other"}
_FORCE: dict[Status, Force] = {"practice": "standard", "habit": "standard", "inference": "reminder"}
_NATIONAL: frozenset[LenderClass] = frozenset({"bank", "consumer_finance", "microloan", "other"})
_ASSOCIATION: frozenset[LenderClass] = frozenset({"bank", "credit_card", "consumer_finance", "other"})
_ORDER: tuple[Standing, ...] = ("against", "may_be", "missing")

_CALLS = label("{day}接通的催收电话有 {count} 次，多于 {most} 次")
_DIALS = label("{day}没接通的催收电话有 {count} 次，多于 {most} 次")
_NAME_LENDER = Text(
    "还缺：是哪一笔债、出借方是哪一类机构。往来记录里“哪笔债”要和债务表的名字一样，债务表里选好出借方类型，再来看。"
)
_KEEP_TIMES = Text("留好：通话记录和短信的截图，能看到号码和时间。您同意过别的时间的，不算。")
_KEEP_CALLS = Text("留好：当天的通话记录截图。同一家委托的催收机构打的也算；您自己打过去的不算，您同意过的不算。")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing seen in the log: its lines by place, the rules it is held against, what would prove it."""

    events: tuple[int, ...]
    rules: tuple[str, ...]
    forces: tuple[Force, ...]
    standing: Standing
    what: Text
    evidence: Text


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the log with the lender behind it; `day` is today where none was written."""

    place: int
    event: Event
    lender: LenderClass
    day: date
    clock: time | None

    @property
    def known(self) -> bool:
        return self.lender != "other"


def judge(case: Case, law: Rules) -> tuple[Finding, ...]:
    """Every line of the log against the rules in force on its day.

    Hours and counts are facts, so they can stand against a rule; words only "may be", being one side's memory; a line
    without day or time is named as missing. Sources: GB/T 45251—2025 and the banking association's guideline of
    2026-01-30, neither of them law; 民法典 第一千零三十二、一千零三十三条; 个人信息保护法 第十条; 治安管理处罚法 第三十、
    四十七、五十、五十六、六十二条.
    """
    lines = tuple(_lines(case, law.day))
    found = (
        *_hours(lines, law),
        *_counts(lines, law),
        *_others(lines, law),
        *_words(lines, law),
        *_missing(lines, law),
    )
    return tuple(sorted(found, key=lambda each: _ORDER.index(each.standing)))


def channels(lender: LenderClass) -> tuple[str, ...]:
    """Whom to turn to after the lender itself, in order, for this class of lender; rule ids."""
    if lender in {"bank", "credit_card", "consumer_finance"}:
        return "channel_12378", "channel_12348", "channel_12321", "channel_110", "channel_12368"
    if lender == "microloan":
        return (
            "channel_12345", "channel_internet_finance", "channel_12348", "channel_12321", "channel_110", "channel_12368",
        )  # fmt: skip
    return "channel_12348", "channel_12321", "channel_110", "channel_12368"


def _lines(case: Case, today: date) -> Iterator[_Line]:
    lenders = {debt.name: debt.lender for debt in case.debts}
    for place, event in enumerate(case.events):
        if event.kind in _THEIRS and not typed(event):
            yield _Line(place, event, lenders.get(event.name, "other"), event.day or today, dates.clock(event.time))


def _hours(lines: Sequence[_Line], law: Rules) -> Iterator[Finding]:
    """Calls, messages and visits in the closed hours."""
    late = [(line, _closed(line, law)) for line in lines if line.event.kind in _REACHES and line.event.day]
    for held, names in _held(late):
        first, last = law.rule(names[0]).on(held[0].day)
        what = Text(
            "在晚上 {first}:00 到早上 {last}:00 之间联系了 {count} 次",
            first=int(first),
            last=int(last),
            count=len(held),
        )
        yield _finding(held, names, what, _KEEP_TIMES, law)


def _held(found: Iterable[tuple[_Line, tuple[str, ...]]]) -> Iterator[tuple[list[_Line], list[str]]]:
    """The lines some rule binds, with those rules; lines of known lenders first, the others apart."""
    bound = [(line, names) for line, names in found if names]
    for known in (True, False):
        same = [(line, names) for line, names in bound if line.known is known]
        if same:
            yield [line for line, _names in same], [name for _line, names in same for name in names]


def _closed(line: _Line, law: Rules) -> tuple[str, ...]:
    """The hour rules of its day that the line's time falls under; from the first hour on, up to the last."""
    if line.clock is None:
        return ()
    names = _applying(line, law, national="collect_hours_national", association="collect_hours_association")
    hours = ((name, law.rule(name).on(line.day)) for name in names)
    return tuple(name for name, (first, last) in hours if line.clock >= time(first) or line.clock < time(last))


def _counts(lines: Sequence[_Line], law: Rules) -> Iterator[Finding]:
    """Connected calls and unanswered dials a day, each counted a debt."""
    pressed: list[_Line] = []
    dated = sorted((line for line in lines if line.event.day), key=_day_and_debt)
    for (day, _name), group in groupby(dated, _day_and_debt):
        of_day = tuple(group)
        for kind, rule, said in (("call", "national", _CALLS), ("dialled", "association", _DIALS)):
            made = [line for line in of_day if line.event.kind == kind]
            most = _most(made, rule, law)
            if most is None or len(made) <= most[1]:
                continue
            pressed += made
            yield _finding(made, [most[0]], Text(said, day=day, count=len(made), most=most[1]), _KEEP_CALLS, law)
    if pressed:
        what = Text("一天里反复来电，可能侵扰了私人生活安宁")
        evidence = Text("通话记录之外，记下对生活、工作的影响。是否侵权由法院认定。")
        yield _finding(pressed, ["collect_peace"], what, evidence, law, "may_be")


def _most(made: Sequence[_Line], rule: str, law: Rules) -> tuple[str, int] | None:
    """The rule on how many a day, where one holds for this lender on this day."""
    if not made:
        return None
    names = (
        _applying(made[0], law, national="collect_calls_national")
        if rule == "national"
        else _applying(made[0], law, association="collect_dials_association")
    )
    return (names[0], int(law.rule(names[0]).on(made[0].day))) if names else None


def _day_and_debt(line: _Line) -> tuple[date, str]:
    return line.day, line.event.name


def _others(lines: Sequence[_Line], law: Rules) -> Iterator[Finding]:
    """Contact with people other than the debtor: with the debt told, and without."""
    met = [line for line in lines if line.event.kind == "third_party" and not spoken.LIABLE.search(line.event.who)]
    told = [line for line in met if spoken.discloses(line.event.words)]
    untold = [line for line in met if line not in told]
    for group, what, evidence in (
        (
            told,
            Text("向本人以外的人说了欠款的事"),
            Text("留好：对方收到的短信、通话录音，或请对方写下时间、号码和原话。担保人、共同借款人不在此列。"),
        ),
        (
            untold,
            Text("联系了本人以外的人"),
            Text(
                "还缺：有没有向对方说起欠款，当时能不能联系上您本人，对方是不是担保人、共同借款人或共同花了这笔钱的配偶。"
            ),
        ),
    ):
        standing: Standing = "against" if group is told else "may_be"
        bound = (
            (line, _applying(line, law, "collect_contacts_national", "collect_third_association")) for line in group
        )
        for held, names in _held(bound):
            yield _finding(held, names, what, evidence, law, standing)
    if told:
        what = Text("欠款是本人的私事和金融信息，说给别人可能侵害隐私和个人信息")
        evidence = Text("还缺：对方怎么知道您的联系人，您有没有同意过。是否违法由公安、法院认定。")
        yield _finding(told, ["collect_privacy", "collect_personal_data"], what, evidence, law, "may_be")


def _words(lines: Sequence[_Line], law: Rules) -> Iterator[Finding]:
    """What was said, kind by kind; always only "may be"."""
    for kind in spoken.KINDS:
        said = [
            line for line in lines if spoken.says(kind, line.event) and not (kind.licensed and line.lender == "private")
        ]
        held = [(line, names) for line in said if (names := _named(line, law, kind))]
        if len(held) >= kind.at_least and held:
            every = [name for _line, names in held for name in names]
            yield _finding([line for line, _names in held], every, kind.what, kind.evidence, law, "may_be")


def _named(line: _Line, law: Rules, kind: spoken.Kind) -> tuple[str, ...]:
    """The articles in force on the line's day, and the association's line where this lender is bound by it."""
    ours = tuple(name for name in kind.articles if _in_force(name, line.day, law))
    return ours + _applying(line, law, association=kind.association)


def _missing(lines: Sequence[_Line], law: Rules) -> Iterator[Finding]:
    """Lines whose hours and counts cannot be checked for want of a day or a time."""
    bare = [
        line for line in lines
        if line.event.kind in _REACHES
        and (line.event.day is None or line.clock is None)
        and _applying(line, law, "collect_hours_national", "collect_hours_association")
    ]  # fmt: skip
    if bare:
        names = [
            name
            for line in bare
            for name in _applying(line, law, "collect_hours_national", "collect_hours_association")
        ]
        what = Text("有 {count} 条没有日期或时间，催收的钟点核对不了", count=len(bare))
        evidence = Text("到通话记录、短信里找回日期和时间，写成 22:05 这样，补到往来记录里。")
        yield _finding(bare, names, what, evidence, law, "missing")


def _applying(line: _Line, law: Rules, national: str = "", association: str = "") -> tuple[str, ...]:
    """Of the national standard's rule and the association's, those that bind this lender on this day."""
    bound = ((national, _NATIONAL), (association, _ASSOCIATION))
    return tuple(name for name, lenders in bound if name and line.lender in lenders and _in_force(name, line.day, law))


def _in_force(name: str, day: date, law: Rules) -> bool:
    try:
        law.rule(name).ruling(day)
    except NotInForce:
        return False
    return True


def _finding(
    lines: Sequence[_Line], names: Iterable[str], what: Text, evidence: Text, law: Rules, standing: Standing = "against"
) -> Finding:
    """A finding on these lines; never "against" where it is not known whose debt it is."""
    if standing == "against" and not all(line.known for line in lines):
        standing, evidence = "may_be", _NAME_LENDER
    rules = tuple(dict.fromkeys(names))
    held = (law.rule(name).latest(lines[0].day) for name in rules)
    forces = tuple(dict.fromkeys(_FORCE.get(ruling.status, "law") for ruling in held))
    return Finding(tuple(line.place for line in lines), rules, forces, standing, what, evidence)
