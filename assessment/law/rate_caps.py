"""Above which rate a lender's claim may be cut.

The lender's class decides the line; the contract's day, the day of suit and the day interest accrues decide the number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from assessment.case import Debt
from assessment.rules import NotInForce, Rules
from assessment.text import Percent, Text, label

_DAY = timedelta(days=1)
_LICENSED = frozenset({"bank", "credit_card", "consumer_finance"})


@dataclass(frozen=True, slots=True)
class _Turns:
    """The days on which the rule for private lending changed, and on which the prime rate began."""

    new_rule: date
    revised: date
    prime_begins: date


def _turns(rules: Rules) -> _Turns:
    first, second = (ruling.since for ruling in rules.private_lending_cap.rulings[:2])
    return _Turns(first, second, rules.lpr_1y.rulings[0].since)


@dataclass(frozen=True, slots=True)
class Cap:
    """A yearly line as a range: where courts differ the two ends differ. Fractions.

    `natural`: the two ends are one rule and no dispute. What is unpaid is cut at the lower, what was paid of free will
    stands up to the higher (法释〔2015〕18号 第二十六、三十一条).
    """

    low: Decimal
    high: Decimal
    rules: tuple[str, ...]
    words: Text
    between: Text | None = None
    natural: bool = False

    def line(self, *, paid: bool) -> tuple[Decimal, Decimal]:
        """The two ends for what was paid, and for what is still asked."""
        if not self.natural:
            return self.low, self.high
        end = self.high if paid else self.low
        return end, end


@dataclass(frozen=True, slots=True)
class Segment:
    """The line for the interest of some days, both included."""

    since: date
    until: date
    cap: Cap


def cap(debt: Debt, rules: Rules) -> Cap | None:
    """The line for interest that accrues today, the suit filed on its day or, where there is none yet, today.

    None where the lender's class, or the day a private loan was made, is not known.
    """
    if debt.lender != "private" and debt.contract_date is None:
        return _institution(debt, debt.filed or rules.day, rules)
    found = segments(debt, debt.filed or rules.day, rules.day, rules)
    return found[-1].cap if found else None


def segments(debt: Debt, filed: date, until: date, rules: Rules) -> tuple[Segment, ...]:
    """The line from the contract's day to `until`, were the suit filed on `filed`; days without a known rule left out.

    Sources: 法释〔2015〕18号 第二十六条; 法释〔2020〕6号 第二十六条, 第三十二条; 法释〔2020〕17号 第二十五条, 第三十一条;
    法释〔2020〕27号; 法发〔2017〕22号.
    """
    signed = debt.contract_date
    if signed is None or signed > until:
        return ()
    if debt.lender == "private":
        return tuple(_private(signed, filed, until, rules))
    found = _institution(debt, filed, rules)
    return (Segment(signed, until, found),) if found else ()


def over(found: Cap, annual: Decimal) -> Text | None:
    """What to know where a yearly rate passes the line, or stands between its two ends; None below."""
    rate, low, high = Percent(annual), Percent(found.low), Percent(found.high)
    if annual > found.high:
        return Text("一年 {rate}，高于 {high}。{words}", rate=rate, high=high, words=found.words)
    if annual > found.low and found.between:
        return Text("一年 {rate}，在 {low} 和 {high} 之间。{words}", rate=rate, low=low, high=high, words=found.between)
    return None


def _private(signed: date, filed: date, until: date, rules: Rules) -> Iterator[Segment]:
    turns = _turns(rules)
    if filed < turns.new_rule:
        yield from _of_2015(signed, until, rules, Text("按 2015 年的规定，超过这个数的部分无效，已经付的可以要回。"))
    elif signed >= turns.new_rule or (signed >= turns.prime_begins and filed < turns.revised):
        yield from _at(
            signed,
            signed,
            until,
            rules,
            label("民间借贷超过合同成立时（{day}）一年期 LPR {prime} 的四倍，法院不支持。"),
        )
    elif filed < turns.revised:
        yield from _at(
            filed,
            signed,
            until,
            rules,
            label("2019 年 8 月 20 日以前的借款，当时可以参照起诉时（{day}）一年期 LPR {prime} 的四倍。"),
        )
    else:
        asked = Text(
            "2020 年 8 月 19 日以前的利息，要您请求，才按 2015 年的规定算：超过这个数的部分无效，已经付的可以要回。"
        )
        yield from _of_2015(signed, min(until, turns.new_rule - _DAY), rules, asked)
        words = label("2020 年 8 月 20 日以后的利息，按起诉时（{day}）一年期 LPR {prime} 的四倍算。")
        yield from _at(filed, max(signed, turns.new_rule), until, rules, words)


def _of_2015(signed: date, until: date, rules: Rules, words: Text) -> Iterator[Segment]:
    rule = rules.private_lending_2015.rulings[0]
    since = max(signed, rule.since)
    if since > until:
        return
    names = ("private_lending_2015", "private_lending_transition")
    yield Segment(since, until, Cap(rule.value["supported"], rule.value["void"], names, words, _NATURAL, natural=True))


_NATURAL = Text("按 2015 年的规定，这一段没付的法院不支持出借人要，自愿付了的也不退。")


def _at(day: date, since: date, until: date, rules: Rules, words: str) -> Iterator[Segment]:
    """The multiple of the prime rate of `day`, over the days from `since` to `until`."""
    line = _prime_times(day, rules)
    if line is None or since > until:
        return
    names = ("private_lending_cap", "private_overdue_total", "lpr_1y")
    said = Text(words, day=day, prime=Percent(rules.lpr_1y.on(day)))
    if rules.lpr_1y.ruling(day).confidence != "text":
        said = Text("{words}这个月的 LPR 没有查到，沿用上月，未核实。", words=said)
    yield Segment(since, until, Cap(line, line, names, said))


def _prime_times(day: date, rules: Rules) -> Decimal | None:
    """The statutory multiple of the prime rate of `day`; None where no prime rate was published yet."""
    try:
        return Decimal(rules.private_lending_cap.latest(day).value) * Decimal(rules.lpr_1y.on(day))
    except NotInForce:
        return None


def _institution(debt: Debt, filed: date, rules: Rules) -> Cap | None:
    """The line for a licensed lender; None before any was set, and where the class is not known."""
    try:
        line = Decimal(rules.financial_total_cost.on(filed))
    except NotInForce:
        return None
    if debt.lender in _LICENSED:
        return Cap(line, line, _licensed_rules(debt), _ASK)
    return _microloan(debt, filed, line, rules) if debt.lender == "microloan" else None


_ASK = Text(
    "利息、罚息和费用合计超过这个数、又明显高过对方实际损失的，打官司时可以请求法院减掉；这是法院的做法，要您自己提出来。"
)
_DISPUTED = Text(
    "小额贷款公司是持牌机构，超过四倍 LPR 的部分能不能减有争议，各地法院看法不一，不能当成一定支持；可以拿来谈。"
)


def _licensed_rules(debt: Debt) -> tuple[str, ...]:
    card = ("card_total",) if debt.lender == "credit_card" else ()
    assisted = ("assisted_total_cost",) if debt.via_platform else ()
    return ("financial_total_cost", *card, *assisted)


def _microloan(debt: Debt, filed: date, line: Decimal, rules: Rules) -> Cap:
    """Licensed since 2021; whether four times the prime rate applies as well is disputed for older contracts."""
    names: tuple[str, ...] = ("financial_total_cost", "seven_kinds")
    signed = debt.contract_date
    if signed is not None and signed >= rules.microloan_new_limit.rulings[0].since:
        return Cap(line, line, (*names, "microloan_new_limit", "microloan_target"), _ASK)
    if filed < _turns(rules).revised:
        return _microloan_before(signed, filed, line, rules)
    prime = None if signed is None else _prime_times(signed, rules)
    if prime is None:
        return Cap(line, line, names, _ASK)
    return Cap(min(prime, line), line, (*names, "private_lending_cap", "lpr_1y"), _ASK, _DISPUTED)


def _microloan_before(signed: date | None, filed: date, line: Decimal, rules: Rules) -> Cap:
    """Before the reply of 29 December 2020 courts differed on whether microlenders were private lenders."""
    turns = _turns(rules)
    words = Text("2021 年以前，小额贷款公司算不算民间借贷没有统一的规定，法院怎么判没有核实，两头都列出来。")
    if filed < turns.new_rule:
        old = rules.private_lending_2015.rulings[0].value
        return Cap(old["supported"], old["void"], ("private_lending_2015", "seven_kinds"), words, words)
    prime = _prime_times(signed if signed and signed >= turns.prime_begins else filed, rules) or line
    return Cap(min(prime, line), line, ("private_lending_cap", "lpr_1y", "seven_kinds"), words, words)


def through_time(debt: Debt, rules: Rules) -> tuple[tuple[date, Cap | None], ...]:
    """The line for the same debt, had it been signed and brought to court on each day the rules turned, and today."""
    turns = _turns(rules)
    days = (
        rules.private_lending_2015.rulings[0].since,
        turns.new_rule,
        turns.revised,
        rules.microloan_new_limit.rulings[0].since,
        rules.day,
    )
    return tuple((day, _as_of(debt, day, rules)) for day in sorted({day for day in days if day <= rules.day}))


def _as_of(debt: Debt, day: date, rules: Rules) -> Cap | None:
    found = segments(debt.model_copy(update={"contract_date": day}), day, day, rules)
    return found[-1].cap if found else None
