"""Whether there is anything to talk about, in one sentence, and what may close a gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from assessment import money
from assessment._assess import DebtAssessment
from assessment.case import Case
from assessment.negotiation.deals import LONGEST
from assessment.negotiation.lawsuit import Lawsuit
from assessment.negotiation.points import NO_ASKING, Pin
from assessment.offers import SELF_HELP
from assessment.rules import Rules
from assessment.stages import may_be_barred
from assessment.text import Text, label

Blocked = Literal["nothing_owed", "barred", "nothing_left"]
Verdict = Blocked | Literal["alone", "terms_only", "room", "perhaps", "short"]


def blocked(found: DebtAssessment, case: Case, law: Rules) -> Blocked | None:
    """Why nothing should be offered at all; None where there is no such reason."""
    if not found.position.claim.total:
        return "nothing_owed"
    if may_be_barred(found.debt, case.events, found.position.as_of, law):
        return "barred"
    return None if found.comparison.share.suggested else "nothing_left"


def verdict(found: DebtAssessment, pins: tuple[Pin, ...], ends: tuple[int, int]) -> Verdict:
    """What the most that can be carried is, beside what the lender may have without a deal."""
    best = found.comparison.recommended
    if best is not None and found.comparison.options[best].outcome.terms.kind in SELF_HELP:
        return "alone"
    if pins and found.stage in NO_ASKING:
        return "terms_only"
    if not pins or pins[-1].deal.worth < ends[0]:
        return "short"
    return "room" if pins[-1].deal.worth >= ends[1] else "perhaps"


def gap(pins: tuple[Pin, ...], ends: tuple[int, int]) -> int:
    """How far the stop falls short of the lender's best, or where that is out of reach too, of its worst. Fen."""
    if not pins:
        return 0
    worth, (low, high) = pins[-1].deal.worth, ends
    return max((low if worth < low else high) - worth, 0)


def headline(found: DebtAssessment, reached: Verdict, pins: tuple[Pin, ...], short: int, *, negative: bool) -> Text:
    """The verdict as a sentence with its numbers."""
    if reached in _BLOCKED:
        return _BLOCKED[reached if not (negative and reached == "nothing_left") else "negative"]
    if reached == "alone":
        best = found.comparison.options[found.comparison.recommended or 0]
        return Text("先不用谈减免：“{title}”您自己就做得到。", title=Text(best.outcome.title))
    if reached in _AT_THE_AIM:
        result = pins[1].deal.judged.outcome
        payment = money.told(result.monthly)
        return Text(_AT_THE_AIM[reached], months=result.terms.months, payment=payment)
    if pins:
        return Text(_WITH_A_GAP[reached], gap=money.told(short))
    if found.stage in NO_ASKING:
        return Text("改成等额分期，分 {months} 期每月也超过建议数。先谈缓一缓或展期。", months=LONGEST)
    return Text("要减掉六成以上，您每月才撑得住，对方多半不会答应。先请求缓一缓，等收入恢复再谈。")


_BLOCKED: dict[str, Text] = {
    "nothing_owed": Text("先填上这笔债欠多少，才看得出有没有得谈。"),
    "barred": Text("先弄清诉讼时效，再说谈不谈；弄清之前不联系、不还款、不答应。"),
    "negative": Text("现在没有余钱，谈成任何分期都会再断。先请求缓一缓，不要为了谈成答应做不到的数。"),
    "nothing_left": Text("每月的结余先要保住没逾期的债，分到这笔的是零，现在没有撑得住的分期可谈。"),
}
_AT_THE_AIM: dict[str, str] = {
    "terms_only": label("这个阶段先谈期数：分 {months} 期、每月最多 {payment}，您撑得住。"),
    "room": label("有得谈：分 {months} 期、每月最多 {payment}，您撑得住，按估计对方也比打官司划算。"),
}
_WITH_A_GAP: dict[str, str] = {
    "perhaps": label("有一点余地：您撑得住的数，比它官司不顺时能得的多，比官司顺利时还少 {gap}；答不答应看它怎么估。"),
    "short": label("只按您撑得住的数，对方多半不会答应：折成今天的钱还差 {gap}。"),
}


def helps(found: DebtAssessment, suit: Lawsuit) -> Iterator[Text]:
    """What may move the lender where the month alone does not; never new debt."""
    if found.cash:
        cash = money.told(found.cash)
        yield Text(
            "这笔债能用的现钱有 {cash}（已经留出一个月生活费），先付一笔，剩下的分期就短，对方多半更愿意谈，这是经验。",
            cash=cash,
        )
    yield Text("请求先少后多：头几个月少还，收入恢复后多还。")
    yield Text(
        "把收支表和困难证明给对方看：让它看到打官司也未必收得更多，它的估计可能会低一些。材料要真实，银行卡号、密码不用给。"
    )
    if suit.over:
        over = money.told(suit.over)
        yield Text("现在要的息费里，最多有 {over} 可能超过法院支持的线，指出来请对方先减掉。", over=over)
    yield Text("不要为了补这个差去借钱。")
