"""An offer judged while the other side waits: does it fit, what does it cost, is it better than the last, what to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assessment import money, offers
from assessment._assess import DebtAssessment
from assessment.deal.answer import Answer, answers, dear
from assessment.deal.counter import LONGEST_ASKED
from assessment.deal.flows import Flows
from assessment.deal.reading import Reading, read
from assessment.law.rate_caps import cap, over
from assessment.offers import Fit
from assessment.rules import Rules
from assessment.text import Text

Course = Literal["better", "worse", "mixed", "same"]


@dataclass(frozen=True, slots=True)
class Change:
    """An offer against the one before it: which way it went, and each figure that moved."""

    course: Course
    parts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to know of an offer at once.

    `fit` is the tightest of the three figures that carries it, None where its payments are not known or are to be
    borrowed; `gap` is what
    the heaviest month, or the payment at once, lacks against the suggested figure and the cash. Fen.
    """

    reading: Reading
    fit: Fit | None
    gap: int
    sentence: Text
    warnings: tuple[Text, ...]
    change: Change | None
    answers: tuple[Answer, ...]

    @property
    def flows(self) -> Flows | None:
        return self.reading.flows


def judge(text: str, found: DebtAssessment, law: Rules, before: Flows | None = None) -> Verdict:
    """The verdict on an offer for one debt; `before` are the payments of the last offer from the same side."""
    reading = read(text, found.position)
    flows = None if reading.conflicts else reading.flows
    fit = None if flows is None or "borrow" in reading.traps else _fit(flows, found)
    return Verdict(
        reading,
        fit,
        0 if flows is None else gap(flows, found),
        _sentence(reading, flows, fit, found),
        tuple(_warnings(reading, flows, found, law)),
        None if flows is None or before is None else change(flows, before),
        answers(reading, fit, found),
    )


def _fit(flows: Flows, found: DebtAssessment) -> Fit:
    return offers.fit(flows.first, flows.heaviest, found.comparison.share, found.cash)


def gap(flows: Flows, found: DebtAssessment) -> int:
    """What an offer lacks to be carried well: cash at once, or room below the suggested figure in its heaviest month. Fen."""
    share = found.comparison.share
    beyond = max(flows.first - found.cash, 0)
    if beyond > share.ceiling:
        return beyond
    return max(flows.heaviest - share.suggested, beyond - share.suggested, 0)


def _sentence(reading: Reading, flows: Flows | None, fit: Fit | None, found: DebtAssessment) -> Text:
    if "borrow" in reading.traps:
        return Text("先不要答应：对方要您另借一笔来还，那样只会欠得更多。")
    if reading.impossible:
        return reading.impossible[0]
    if reading.conflicts:
        return Text("先问清再算：{what}", what=reading.conflicts[0])
    if flows is None or fit is None:
        return _no_figures(reading)
    share, month = found.comparison.share, money.told(flows.heaviest)
    if fit in {"floor", "suggested"} and dear(reading, flows, found):
        return Text(
            "月月还得起，但比合同还贵：每月 {month}，一共比今天欠的多 {above}。", month=month, above=money.told(flows.above_owed)
        )  # fmt: skip
    match fit:
        case "floor":
            return Text(
                "还得起：每月 {month}，在保底数 {figure} 以内，收入差一些也撑得住。", month=month, figure=money.told(share.floor)
            )  # fmt: skip
        case "suggested":
            return Text(
                "还得起：每月 {month}，在建议数 {figure} 以内。", month=month, figure=money.told(share.suggested)
            )
        case "ceiling":
            return _tight(flows, found)
        case "assets":
            return Text(
                "拿得出：要付 {first}，这笔债能用的现钱有 {cash}。",
                first=money.told(flows.first),
                cash=money.told(found.cash),
            )
        case "short_assets":
            lacking = money.told(flows.first - found.cash)
            return Text(
                "拿不出：要先付 {first}，这笔债能用的现钱是 {cash}，差 {lacking}。",
                first=money.told(flows.first), cash=money.told(found.cash), lacking=lacking,
            )  # fmt: skip
    return _over(flows, found)


def _tight(flows: Flows, found: DebtAssessment) -> Text:
    if flows.heaviest <= found.comparison.share.suggested:
        return Text(
            "很紧：先付的 {first} 超过这笔债能用的现钱 {cash}，不够的要从这个月结余里出。",
            first=money.told(flows.first), cash=money.told(found.cash),
        )  # fmt: skip
    return Text(
        "很紧：每月 {month}，超过建议数 {figure}，没有余量，一有意外就会断。",
        month=money.told(flows.heaviest), figure=money.told(found.comparison.share.suggested),
    )  # fmt: skip


def _over(flows: Flows, found: DebtAssessment) -> Text:
    share = found.comparison.share
    if not share.ceiling:
        return Text("还不起：现在每月没有余钱，每月 {month} 会动到基本生活费。", month=money.told(flows.heaviest))
    short = sum(paid > share.ceiling for paid in flows.monthly)
    return Text(
        "还不起：每月 {month}，比上限 {ceiling} 多 {gap}，有 {months} 个月还不上。",
        month=money.told(flows.heaviest), ceiling=money.told(share.ceiling), gap=money.told(flows.heaviest - share.ceiling), months=short,
    )  # fmt: skip


def _no_figures(reading: Reading) -> Text:
    if reading.refused:
        return Text("对方没有给出方案。")
    if reading.unclear:
        return Text("还算不了：{what}", what=reading.unclear[-1])
    return Text("没有读懂。请写成“36期 每期820 免罚息”或“8000一次结清”这样。")


def _warnings(reading: Reading, flows: Flows | None, found: DebtAssessment, law: Rules) -> Iterator[Text]:
    yield from reading.warnings
    if flows is None:
        return
    line = cap(found.debt, law)
    above = over(line, reading.annual_rate) if line is not None and flows.monthly else None
    if above:
        yield Text("按减免以后剩下的欠款算：{above}", above=above) if reading.left.total < flows.owed else above
    longest: int = law.value("personal_plan_months") if found.debt.lender == "credit_card" else LONGEST_ASKED
    if len(flows.monthly) > longest:
        yield Text("要还 {months} 个月。拖得越久越容易断，请先谈减免。", months=len(flows.monthly))
    if flows.above_owed > flows.owed // 2:
        yield Text(
            "一共要还 {total}，比今天欠的 {owed} 多出一半以上。",
            total=money.told(flows.total),
            owed=money.told(flows.owed),
        )


def change(now: Flows, before: Flows) -> Change:
    """What moved between two offers, from the payer's side."""
    sums = (
        (Text("每月"), now.heaviest - before.heaviest),
        (Text("一共"), now.total - before.total),
        (Text("先付"), now.first - before.first),
    )
    days = (now.ends - before.ends).days
    parts = [_moved(name, fen) for name, fen in sums if fen]
    if days > 0:
        parts.append(Text("还清的日子晚 {days} 天", days=days))
    elif days:
        parts.append(Text("还清的日子早 {days} 天", days=-days))
    return Change(_course([each for each in (*(fen for _name, fen in sums), days) if each]), tuple(parts))


def _moved(name: Text, fen: int) -> Text:
    if fen > 0:
        return Text("{what}多 {amount}", what=name, amount=money.told(fen))
    return Text("{what}少 {amount}", what=name, amount=money.told(-fen))


def _course(signs: list[int]) -> Course:
    if not signs:
        return "same"
    if all(sign < 0 for sign in signs):
        return "better"
    return "worse" if all(sign > 0 for sign in signs) else "mixed"
