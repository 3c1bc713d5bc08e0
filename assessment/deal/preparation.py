"""Before the call: what to know, where to stand, what to have at hand, and what to say, for one lender."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment import money, offers
from assessment._assess import DebtAssessment
from assessment.affordability import Affordability
from assessment.case import Case
from assessment.deal.answer import NO_BORROWING, TIME
from assessment.deal.counter import WRITTEN
from assessment.deal.flows import Flows, of_outcome
from assessment.deal.month import month_left
from assessment.law.rate_caps import cap, over
from assessment.negotiation import Deal, Room, together
from assessment.negotiation.pins import Name
from assessment.negotiation.words import terms
from assessment.offers import TITLE, Judged, Terms
from assessment.rules import Rules
from assessment.stages import Stage
from assessment.text import Percent, Text

_MONTHS_OF_PROOF = 6
_OFTEN_OFFERED = 12
_SILENT = frozenset({"barred", "nothing_owed"})


@dataclass(frozen=True, slots=True)
class Stand:
    """One place to stand in the talk, or several that are one: what to say, and the deal where it is a sum."""

    names: tuple[Name, ...]
    said: Text
    deal: Deal | None = None


@dataclass(frozen=True, slots=True)
class Objection:
    """What the other side is likely to say, and what can be answered from the person's own figures."""

    theirs: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the call, and what may be said in it."""

    title: Text
    said: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Preparation:
    """A call prepared from the room there is for the debt.

    `compared` is what the comparison of options recommends, `stop` what not to agree to on the phone. Where limitation
    may have run out, or nothing is owed, there is no call to prepare, and only the facts stand.
    """

    room: Room
    facts: tuple[Text, ...]
    stands: tuple[Stand, ...] = ()
    compared: Text | None = None
    stop: Text | None = None
    proofs: tuple[Text, ...] = ()
    objections: tuple[Objection, ...] = ()
    parts: tuple[Part, ...] = ()
    rules: tuple[str, ...] = ()


def prepare(case: Case, room: Room, means: Affordability, hardships: Sequence[str], law: Rules) -> Preparation:
    """The call about one debt, from the case, the debt's room, the household's month, hardships, and the day's law."""
    found = room.found
    facts = tuple(_facts(found, law))
    if room.verdict in _SILENT:
        rules = ("limitation_years", "limitation_waived") if room.verdict == "barred" else ()
        return Preparation(room, facts, rules=rules)
    return Preparation(
        room,
        facts,
        tuple(_stands(room)),
        _compared(found),
        _stop(found),
        tuple(dict.fromkeys(_proofs(case, hardships))),
        tuple(_objections(room, means, law)),
        tuple(_parts(found)),
        tuple(_rules(found)),
    )


# --- five facts ---


def _facts(found: DebtAssessment, law: Rules) -> Iterator[Text]:
    claim, share = found.position.claim, found.comparison.share
    yield Text(
        "今天一共欠 {total}：本金 {principal}，利息 {interest}，罚息 {penalty}，费用 {fees}。",
        total=money.told(claim.total), principal=money.told(claim.principal), interest=money.told(claim.interest),
        penalty=money.told(claim.penalty), fees=money.told(claim.fees),
    )  # fmt: skip
    yield _rate(found, law)
    yield _late(found)
    yield Text(
        "这笔债每月：保底 {floor}，建议 {suggested}，上限 {ceiling}。",
        floor=money.told(share.floor), suggested=money.told(share.suggested), ceiling=money.told(share.ceiling),
    )  # fmt: skip
    yield Text("这笔债今天能用的现钱：{cash}。", cash=money.told(found.cash))


def _rate(found: DebtAssessment, law: Rules) -> Text:
    if found.debt.rate is None:
        return Text("合同利率没有填。打电话时先问清年利率和罚息怎么算。")
    rate, line = found.position.annual_rate, cap(found.debt, law)
    above = None if line is None else over(line, rate)
    return above or Text("合同利率一年 {rate}，逾期的部分按罚息算会更高。", rate=Percent(rate))


def _late(found: DebtAssessment) -> Text:
    debt, position = found.debt, found.position
    if not debt.days_overdue:
        return Text("还没有逾期，下一期在 {day}。", day=position.first_due)
    if position.all_due:
        return Text("逾期 {days} 天，已经全部到期，不能再按月补。", days=debt.days_overdue)
    return Text(
        "逾期 {days} 天，补上 {arrears} 就不再逾期。", days=debt.days_overdue, arrears=money.told(position.arrears)
    )


# --- where to stand ---


def _stands(room: Room) -> Iterator[Stand]:
    """The three places of the deal map; where nothing is left each month, no sum at all."""
    if not room.found.comparison.share.suggested:
        yield Stand(("opening",), TIME)
        yield Stand(("walk_away",), Text("不答应任何具体数字；收入恢复以前，只谈暂缓。"))
    for same in together(room.pins):
        yield Stand(tuple(pin.name for pin in same), same[0].said, same[0].deal)


def _compared(found: DebtAssessment) -> Text | None:
    """The recommended option with its payments."""
    best = found.comparison.recommended
    if best is None:
        return None
    option = found.comparison.options[best]
    named = _named(option, of_outcome(option.outcome, found.position.as_of))
    return Text("“方案比较”建议的是{named}", named=named)


def _stop(found: DebtAssessment) -> Text | None:
    share = found.comparison.share
    if not share.suggested:
        return None
    return Text(
        "每月超过 {limit} 的，一次要付超过 {cash} 的，都先不答应，请对方发书面方案，挂了电话再想。",
        limit=money.told(share.suggested), cash=money.told(found.cash),
    )  # fmt: skip


def _named(option: Judged, flows: Flows) -> Text:
    title = Text(TITLE[option.outcome.terms.kind])
    if not flows.monthly:
        return Text("{title}：付 {first}。", title=title, first=money.told(flows.first))
    if flows.first:
        return Text(
            "{title}：先付 {first}，再分 {months} 期，每期最多 {payment}。",
            title=title, first=money.told(flows.first), months=flows.months, payment=money.told(flows.heaviest),
        )  # fmt: skip
    return Text(
        "{title}：{months} 期，每期最多 {payment}，一共 {total}。",
        title=title, months=flows.months, payment=money.told(flows.heaviest), total=money.told(flows.total),
    )  # fmt: skip


# --- proofs ---


_PROOF_OF: dict[str, Text] = {
    "job": Text("离职证明、停工通知、失业登记或领失业金的记录。"),
    "illness": Text("病历、诊断证明、看病的票据。"),
    "family_illness": Text("家人的病历、诊断证明、看病的票据。"),
    "business": Text("营业执照、停业或注销的材料、最近的流水。"),
    "family": Text("离婚证、判决书，或其他能说明变故的材料。"),
    "disaster": Text("受灾的照片，街道、村里或保险公司的证明。"),
}
"""What shows a hardship, by the hardship's key."""


def _proofs(case: Case, hardships: Sequence[str]) -> Iterator[Text]:
    yield from (_PROOF_OF[each] for each in hardships if each in _PROOF_OF)
    categories = {expense.category for expense in case.expenses if expense.amount}
    if case.incomes:
        yield Text("最近 {months} 个月的工资或收入流水。", months=_MONTHS_OF_PROOF)
    else:
        yield Text("没有收入的证明：离职证明、失业登记、领失业金的记录。")
    if any(income.kind == "irregular" for income in case.incomes):
        yield Text("接单、做零工平台的收入明细，收入下降的前后对比。")
    if "medical" in categories:
        yield Text("病历、诊断证明、看病的票据。")
    if case.household.children or case.household.elders or categories & {"support", "tuition", "childcare"}:
        yield Text("要养的老人、孩子：户口本、学费单、看护费的收据。")
    if categories & {"rent", "mortgage"}:
        yield Text("租房合同或房贷还款记录。")
    yield Text("家庭收支和债务表（首页可以存成表格），借款合同、还款记录、App 里的欠款截图。")
    yield Text("只给真实的材料。代办的“贫困证明”“病历”是假的，会惹上法律麻烦。")


# --- objections ---


def _objections(room: Room, means: Affordability, law: Rules) -> Iterator[Objection]:
    found = room.found
    claim = found.position.claim
    able = bool(found.comparison.share.suggested)
    opening = room.pins[0].deal.judged.outcome if able and room.pins else None
    yield Objection(
        Text("系统里没有方案，我没有权限。"),
        Text("请转给有权限的人，或者登记下来给我工单号。我等书面答复。"),
    )
    if able and found.cash < claim.total:
        yield Objection(
            Text("必须一次还清。"),
            Text("一共 {total}，我能动用的现钱只有 {cash}，一次还不清。按月还，我能一直还下去。",
                 total=money.told(claim.total), cash=money.told(found.cash)),
        )  # fmt: skip
        yield from _too_short(room)
    yield Objection(Text("您有收入，怎么会还不起？"), month_left(found, opening.monthly if opening else 0, means))
    yield Objection(
        Text("找亲戚朋友借，或者再贷一笔来还。"),
        NO_BORROWING,
    )
    yield Objection(
        Text("今天不还，明天就起诉、上门。"),
        Text("起诉是你们的权利，法院的文书我会认真对待。我愿意协商，请把方案书面发给我。"),
    )
    yield Objection(
        Text("先还一笔表示诚意。"),
        Text("付之前请书面写明：这笔钱先冲什么，付了以后给什么方案。没有约定的，先冲费用和利息，最后才冲本金。"),
    )
    yield _charges(found, law)


def _too_short(room: Room) -> Iterator[Objection]:
    """最多分 12 期: what that would be a month, and the opening that can be kept instead."""
    position, share = room.found.position, room.found.comparison.share
    twelve = offers.outcome(position, Terms("instalments", months=_OFTEN_OFFERED, annual_rate=position.annual_rate))
    if twelve.monthly <= share.suggested or not room.pins or room.pins[0].deal.spot.months <= _OFTEN_OFFERED:
        return
    yield Objection(
        Text("最多分 {months} 期。", months=_OFTEN_OFFERED),
        Text(
            "那样每期 {payment}，超过我每月能还的，签了也会断。{terms}，我做得到。",
            payment=money.told(twelve.monthly),
            terms=terms(room.pins[0].deal.judged.outcome),
        ),
    )  # fmt: skip


def _charges(found: DebtAssessment, law: Rules) -> Objection:
    claim, line = found.position.claim, cap(found.debt, law)
    theirs, then = Text("罚息、利息一分不能免。"), _ABLE if found.comparison.share.suggested else _NOT_NOW
    broken = found.position.annual_rate * found.position.penalty_multiple
    if line is not None and found.debt.rate is not None and broken > line.high:
        return Objection(
            theirs,
            Text(
                "逾期的这部分，利息加罚息折下来一年 {rate}，高过 {line}。打官司我会请法院把高出的减掉，请现在就减下来，{then}。",
                rate=Percent(broken), line=Percent(line.high), then=then,
            ),
        )  # fmt: skip
    charges = claim.total - claim.principal
    if not charges:
        return Objection(theirs, Text("那请先不要再加收，{then}。", then=then))
    return Objection(
        theirs,
        Text("利息、罚息和费用已经有 {charges}。请免掉一部分，{then}。", charges=money.told(charges), then=then),
    )


_ABLE, _NOT_NOW = Text("我按每月能还的数一直还"), Text("情况好转我会主动联系")
"""What is promised where something is left each month, and where nothing is."""


# --- the call, part by part ---

_OPENINGS: dict[Stage, Text] = {
    "current": Text("我是借款人本人。这一期可能还不上，我想在到期以前申请展期或重新分期。"),
    "early": Text("我是借款人本人。收入有变化，这期没能按时还。我愿意还，想谈一个还得起的办法。"),
    "middle": Text("我是借款人本人。现在一次还不清。我算过收支，想申请一个能一直还下去的方案。"),
    "late": Text("我是借款人本人。案子我会应对，同时愿意协商，请转能谈和解的人。"),
}


def _opens(found: DebtAssessment) -> Text:
    if found.stage in {"early", "middle"} and not found.comparison.share.suggested:
        return Text("我是借款人本人。扣除基本生活费后现在没有余钱，想申请先缓一缓。")
    return _OPENINGS[found.stage]


def _parts(found: DebtAssessment) -> Iterator[Part]:
    yield Part(
        Text("接通以后"),
        (
            Text("请问您是哪家机构、工号多少？这次通话我会录音。"),
            _opens(found),
            Text("请把本金、利息、罚息、费用分开告诉我，我记一下。"),
        ),
    )
    yield Part(
        Text("对方报数的时候"),
        (
            Text("我记下来核对一下：总额多少，分几期，每期多少，免哪几项，还计不计息？"),
            Text("我不当场答应，请把方案书面发给我，核对完再答复。"),
        ),
    )
    yield Part(
        Text("谈不拢的时候"),
        (
            Text("我每月能做到的就是这个数，多了签了也会断。请登记下来，给我工单号。")
            if found.comparison.share.suggested
            else Text("我现在没有余钱，答应任何数都会断。请登记下来，给我工单号。"),
            Text("请您用书面答复，能不能、为什么，我好再想办法。"),
        ),
    )
    yield Part(Text("谈成的时候"), (WRITTEN, _UNTIL_WRITTEN[found.stage == "current"]))


_UNTIL_WRITTEN = (
    Text("协议没有收到以前，我先不付款。请告诉我协议几天内发、从哪里发。"),
    Text("协议没有收到以前，我照原合同还。请告诉我协议几天内发、从哪里发。"),
)
"""What holds until there is an agreement: for a debt overdue, and for one that still is on time."""


def _rules(found: DebtAssessment) -> Iterator[str]:
    if found.stage == "current":
        yield "extension_request"
    if found.debt.lender == "credit_card":
        yield "personal_plan_months"
    if found.debt.lender in {"bank", "consumer_finance"}:
        yield "consumer_relief_2025"
    yield "allocation_order"
    yield "collect_ban_new_borrowing"
