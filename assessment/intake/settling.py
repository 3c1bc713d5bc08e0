"""What a row's columns say together: a figure worked out from others, or two that do not fit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from assessment import rates, rules
from assessment.case import Rate
from assessment.intake.line import Line
from assessment.intake.quoted_cells import FlatFee, OnPrime
from assessment.intake.terms import BareTerm
from assessment.rules import NotInForce
from assessment.text import Money, Percent, Text

_CENT = Decimal("0.01")
_NONE = Decimal(0)
_CHECK = Text("请核对这几个数。")
_ALSO: tuple[str, ...] = (
    "instalments",
    "instalments_left",
    "days_overdue",
    "rate",
    "period",
    "penalty_multiple",
    "court",
)


def settled(line: Line) -> None:
    """Works the row out in place: values of side columns end in fields of the case, or in a sentence."""
    _told_besides(line)
    for settle in _STEPS:
        settle(line)
    line.sides.clear()


def _told_besides(line: Line) -> None:
    """What a cell told beside its own value, where no column of its own says it."""
    for name in _ALSO:
        if name in line.also and name not in line.values:
            line.values[name], told_by = line.also[name]
            line.cells.setdefault(name, line.cells[told_by])


def _has(line: Line, *names: str) -> bool:
    return all(name in line.values for name in names)


def _currency(line: Line) -> None:
    """Amounts of another currency are not added to yuan."""
    told = line.sides.pop("currency", None)
    if told is None or str(told).strip().lower() in _YUAN:
        return
    what = Text("这一行的币种是“{currency}”，金额没有读。", currency=str(told)[:20])
    line.refuse("currency", what, Text("请按今天的汇率折成人民币填。"))
    for name in [name for name, value in line.values.items() if isinstance(value, Decimal)]:
        del line.values[name]
    for name in [name for name, value in line.sides.items() if isinstance(value, Decimal)]:
        del line.sides[name]


_YUAN = frozenset({"", "人民币", "人民币元", "元", "cny", "rmb", "¥"})


def _withheld(line: Line) -> None:
    taken = line.sides.pop("withheld", None)
    original = line.values.get("original")
    if not taken or original is None or "received" in line.values:
        return
    line.values["received"] = max(_NONE, original - taken)
    line.meant("withheld", Text("实际到手 {received}", received=Money(line.values["received"])))


def _repaid(line: Line) -> None:
    """剩余 = 借款 − 已还."""
    repaid, original = line.sides.pop("repaid", None), line.values.get("original")
    if repaid is None or original is None:
        return
    left = original - repaid
    if "principal" not in line.values and "total_owed" not in line.sides and left >= 0:
        line.values["principal"] = left
        what = Text("没有写剩余本金，按借款 {original} 减去已还 {repaid}，读作 {left}。", original=Money(original), repaid=Money(repaid), left=Money(left))  # fmt: skip
        line.doubt("repaid", what, Text("已还的钱里若有利息，本金会比这个多，请照 App 核对。"))
    elif "principal" in line.values and line.values["principal"] != left:
        what = Text(
            "借款 {original} 减去已还 {repaid} 是 {left}，剩余本金写的是 {told}。",
            original=Money(original), repaid=Money(repaid), left=Money(left), told=Money(line.values["principal"]),
        )  # fmt: skip
        line.doubt("principal", what, Text("已还的钱里若有利息，就对得上；不然请核对。"))


_PARTS = ("interest", "penalty", "fees")


def _total_owed(line: Line) -> None:
    """All that is owed: principal where nothing else is told, else what is left of it without interest and penalty."""
    total = line.sides.pop("total_owed", None)
    if total is None:
        return
    parts = sum((line.values.get(name, _NONE) for name in _PARTS), _NONE)
    if "principal" not in line.values:
        _rest_is_principal(line, total, parts)
    elif (owed := line.values["principal"] + parts) != total:
        what = Text("写的一共欠 {total}，本金加利息、罚息、费用是 {owed}。", total=Money(total), owed=Money(owed))
        instead = Text("相差 {gap}；如果是没有列出的利息或罚息，请补上。", gap=Money(abs(total - owed)))
        line.doubt("total_owed", what, instead if total > owed else _CHECK)


def _rest_is_principal(line: Line, total: Decimal, parts: Decimal) -> None:
    if parts > total:
        what = Text("利息、罚息加起来 {parts}，比一共欠的 {total} 还多。", parts=Money(parts), total=Money(total))
        line.refuse("total_owed", what, _CHECK)
        return
    line.values["principal"] = total - parts
    if parts:
        what = Text("一共欠 {total}，减去利息、罚息、费用 {parts}，剩余本金读作 {left}。", total=Money(total), parts=Money(parts), left=Money(total - parts))  # fmt: skip
        line.doubt("total_owed", what, Text("如果写的总数不含这些，请把剩余本金改成 {total}。", total=Money(total)))


def _periods(line: Line) -> None:
    """Instalments in all, paid and left; and a term that may be years."""
    _term(line)
    paid = line.sides.pop("instalments_paid", None)
    if paid is None or "instalments" not in line.values:
        return
    left = line.values["instalments"] - paid
    if "instalments_left" not in line.values and left >= 0:
        line.values["instalments_left"] = left
        line.meant("instalments_paid", Text("还剩 {left} 期", left=left))
    elif line.values.get("instalments_left", left) != left:
        what = Text("一共 {all} 期，已还 {paid} 期，应剩 {left} 期，写的是 {told} 期。", all=line.values["instalments"], paid=paid, left=left, told=line.values["instalments_left"])  # fmt: skip
        line.doubt("instalments_left", what, Text("已经逾期的几期也算没还的，请核对。"))


def _term(line: Line) -> None:
    told = line.sides.pop("term", None)
    if told is None or "instalments" in line.values:
        return
    if not isinstance(told, BareTerm):
        line.values["instalments"] = told
        return
    months = _months(told.number, line.values.get("original"), line.values.get("instalment"))
    if months is None:
        what = Text("“{raw}”没有写是几年还是几个月。", raw=line.cells["term"].shown[:60])
        line.refuse("term", what, Text("请写成 {years}期 或 {months}期。", years=told.number * 12, months=told.number))
        return
    line.values["instalments"] = months
    if told.number > _LONGEST_YEARS:
        return
    what = Text("“{raw}”没有写是几年还是几个月，按每期应还推算，读作 {months} 期。", raw=line.cells["term"].shown[:60], months=months)  # fmt: skip
    line.doubt("term", what, Text("请核对。"))


_LONGEST_YEARS = 30
_LEAST_SHARE = Decimal("0.9")


def _months(number: int, original: Decimal | None, instalment: Decimal | None) -> int | None:
    """A bare term in months: what the instalments can repay decides; None where nothing does."""
    if number > _LONGEST_YEARS:
        return number
    if not original or not instalment:
        return None
    if number * instalment >= original * _LEAST_SHARE:
        return number
    return number * 12 if number * 12 * instalment >= original * _LEAST_SHARE else None


def _status(line: Line) -> None:
    """A status beside the days: it fills them where they are missing, and is held against them where not."""
    told = line.sides.pop("status", None)
    since = line.sides.pop("overdue_since", None)
    if "settled" in line.also and (line.values.get("principal") or line.values.get("days_overdue")):
        what = Text("写的是已结清，却还有欠款或逾期。")
        line.doubt(line.also["settled"][1], what, Text("如果已经结清，采用之后请删掉这一笔。"))
    if told is not None and "days_overdue" not in line.values:
        line.values["days_overdue"] = told
    elif told and not line.values["days_overdue"]:
        line.values["days_overdue"] = told
        line.problems = [each for each in line.problems if each.where.cell != line.cells["status"].address]
        what = Text("状态写的是逾期，逾期天数却是 0，先按 {days} 天读。", days=told)
        line.doubt("status", what, Text("请改成准确的天数，可以在 App 里查到。"))
    if since is not None and not line.values.get("days_overdue"):
        line.values["days_overdue"] = 1
        line.doubt(
            "overdue_since", Text("从 {day} 起逾期，先按 1 天读。", day=since), Text("请改成到今天一共逾期几天。")
        )


def _prime(line: Line) -> None:
    """A rate by the market rate of the day the money was lent."""
    told = line.values.get("rate")
    if not isinstance(told, OnPrime):
        return
    del line.values["rate"]
    day = line.values.get("contract_date")
    if day is None:
        what = Text("“{raw}”要知道借款日期才能算。", raw=line.cells["rate"].shown[:60])
        line.refuse("rate", what, Text("请补上借款日期，或直接写年利率。"))
        return
    try:
        prime = Decimal(rules.at(day).lpr_1y.on(day))
    except NotInForce:
        line.refuse("rate", Text("{day} 还没有一年期 LPR。", day=day), Text("请照合同写年利率。"))
        return
    annual = prime * told.times + told.more
    line.values["rate"] = Rate(value=max(_NONE, annual), per="year")
    what = Text("“{raw}”按 {day} 的一年期 LPR {prime} 算，读作一年 {annual}。", raw=line.cells["rate"].shown[:60], day=day, prime=Percent(prime), annual=Percent(annual))  # fmt: skip
    line.doubt("rate", what, Text("合同若约定随 LPR 调整，请照最近一次的执行利率改。"))


def _flat_fee(line: Line) -> None:
    """A flat fee each instalment: never a rate, so the method says so and the true yearly rate is said beside it."""
    name = "flat_rate" if "flat_rate" in line.sides else "rate"
    told = line.sides.pop("flat_rate", None) or (
        line.values["rate"] if isinstance(line.values.get("rate"), FlatFee) else None
    )
    if not isinstance(told, FlatFee):
        return
    if name == "rate":
        del line.values["rate"]
    base = line.values.get("original")
    if told.yuan is None and base is None:
        what = Text("“{raw}”是每期手续费，不是利率；要知道当初借了多少才能算。", raw=line.cells[name].shown[:60])
        line.refuse(name, what, Text("请补上当初借了多少，或直接填每期手续费是几元。"))
        return
    fee = told.yuan if told.yuan is not None else (base * told.share).quantize(_CENT, ROUND_HALF_UP)  # type: ignore[operator]
    line.values.setdefault("fee_per_instalment", fee)
    line.values.setdefault("method", "flat_fee")
    if told.count:
        line.values.setdefault("instalments", told.count)
    line.doubt(name, *_of_fee(line, name, fee, base))


def _of_fee(line: Line, name: str, fee: Decimal, base: Decimal | None) -> tuple[Text, Text]:
    instead = Text("请核对；合同里写的若是利率，请写成 年18% 这样。")
    raw, annual = line.cells[name].shown[:60], _true_rate(base, fee, line.values.get("instalments"))
    if annual is None:
        return Text("“{raw}”按每期手续费 {fee} 读。", raw=raw, fee=Money(fee)), instead
    return Text(
        "“{raw}”按每期手续费 {fee} 读，合一年约 {rate}。", raw=raw, fee=Money(fee), rate=Percent(annual)
    ), instead


def _true_rate(base: Decimal | None, fee: Decimal, count: int | None) -> Decimal | None:
    """Twelve times the monthly IRR of equal parts with a flat fee."""
    if not base or not count:
        return None
    each = float(base / count + fee)
    return Decimal(repr(round(12 * rates.irr((float(base), *(-each,) * count)), 4)))


def _penalty_rate(line: Line) -> None:
    """The penalty rate as so many times the contract's."""
    told = line.sides.pop("penalty_rate", None)
    rate = line.values.get("rate")
    if not isinstance(told, Rate) or "penalty_multiple" in line.values:
        return
    if not isinstance(rate, Rate) or not rate.annual:
        line.doubt("penalty_rate", Text("没有合同利率，罚息是它的几倍算不出，没有读。"), Text("请补上合同利率。"))
        return
    times = (told.annual / rate.annual).quantize(Decimal("0.0001")).normalize()
    if not 1 <= times <= 10:
        what = Text("罚息利率一年 {penalty}，合同利率一年 {rate}，不像是它的几倍。", penalty=Percent(told.annual), rate=Percent(rate.annual))  # fmt: skip
        line.refuse("penalty_rate", what, Text("请核对两个利率是按日、按月还是按年。"))
        return
    line.values["penalty_multiple"] = times
    line.meant("penalty_rate", Text("合同利率的 {times} 倍", times=f"{times:f}"))


def _daily_interest(line: Line) -> None:
    """So many yuan a day on the principal."""
    told = line.sides.pop("daily_interest", None)
    principal = line.values.get("principal")
    if told is None or "rate" in line.values:
        return
    if isinstance(told, Rate):
        line.values["rate"] = told
        return
    if not principal:
        line.refuse(
            "daily_interest", Text("没有剩余本金，每天的利息折不成利率。"), Text("请补上剩余本金，或照合同写日利率。")
        )
        return
    share = (told / principal).quantize(Decimal("0.000001"), ROUND_HALF_UP)
    line.values["rate"] = Rate(value=share, per="day")
    what = Text("每天利息 {yuan}，除以剩余本金 {principal}，读作日 {rate}，合一年 {annual}。", yuan=Money(told), principal=Money(principal), rate=Percent(share), annual=Percent(share * 365))  # fmt: skip
    line.doubt("daily_interest", what, Text("请照合同核对。"))


def _minimum(line: Line) -> None:
    """What keeps a card from being late is no instalment; the header's own sentence says so."""
    line.sides.pop("minimum", None)


_STEPS: tuple[Callable[[Line], Any], ...] = (
    _currency, _withheld, _repaid, _total_owed, _periods, _status, _prime, _flat_fee, _penalty_rate, _daily_interest, _minimum,
)  # fmt: skip
