"""One option of a debt: its terms as cells that can be changed, its schedule, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessment.offers import Judged, Kind, Outcome, Terms, Waiver
from assessment.report.live import rows
from assessment.report.live.debt import Claim
from assessment.report.live.follow import Follow
from assessment.report.live.page import Form, Page, Worked, local, serial, yuan
from assessment.report.live.rows import Block, Run, level
from assessment.text import Text

TITLE_ROW = 3
(
    RATE, GRACE, MONTHS, GIVEN, LIGHT, LATER, OFF_PRINCIPAL, OFF_INTEREST, OFF_PENALTY, OFF_FEES, OFF, CAPITAL, CHARGES, RAN, COUNT,
    TODAY, MONTHLY, TOTAL, SAVED, IRR, EFFECTIVE, FREE, OWN, LENDER,
) = range(4, 28)  # fmt: skip
VALUE_AT = 3
_SPARE = 12
_LEAST_ROWS = 24
_LEAST_WHERE_THE_TERM_IS_FOUND = 62
"""Five years, and one month that settles."""
_TERM_IS_FOUND: frozenset[Kind] = frozenset({"instalments", "lower_payment", "longer_cycle"})
_LONGEST = 600
_LONGEST_LIGHT = 36
_WITHOUT_ROWS: frozenset[Kind] = frozenset({"cure_arrears", "pay_in_full", "settlement", "do_nothing"})
_NAMES: dict[int, tuple[Text, Form]] = {
    RATE: (Text("年利率"), "percent"), GRACE: (Text("先缓几个月"), "whole"), MONTHS: (Text("分几期"), "whole"), GIVEN: (Text("每期（不含旧欠）"), "money"),
    LIGHT: (Text("先少还几个月"), "whole"), LATER: (Text("之后每期"), "money"), OFF_PRINCIPAL: (Text("减免本金几成"), "percent"),
    OFF_INTEREST: (Text("减免利息几成"), "percent"), OFF_PENALTY: (Text("减免罚息、违约金几成"), "percent"), OFF_FEES: (Text("减免其他费用几成"), "percent"),
    OFF: (Text("一共减免"), "money"), CAPITAL: (Text("计息的本金"), "money"), CHARGES: (Text("旧欠息费"), "money"), RAN: (Text("缓的几个月里的利息"), "money"),
    COUNT: (Text("实际期数"), "whole"), TODAY: (Text("今天先付"), "money"), MONTHLY: (Text("每月最多"), "money"), TOTAL: (Text("一共还"), "money"),
    SAVED: (Text("比按原合同省"), "money"), IRR: (Text("月内部收益率×12"), "percent"), EFFECTIVE: (Text("实际年化"), "percent"),
    FREE: (Text("还清日期"), "date"), OWN: (Text("折成今天，对您值"), "money"), LENDER: (Text("折成今天，对出借方值"), "money"),
}  # fmt: skip
_WAIVED = (OFF_PRINCIPAL, OFF_INTEREST, OFF_PENALTY, OFF_FEES)


@dataclass(frozen=True)
class Option:
    """An option on its debt's page: its first column, and what its terms follow from.

    `follows` is None where a person set the terms: then they stand as they were set. `as_of` is the cell that holds
    the day of the assessment.
    """

    page: Page
    column: int
    judged: Judged
    claim: Claim
    as_of: str
    day: date
    follows: Follow | None

    @property
    def result(self) -> Outcome:
        return self.judged.outcome

    @property
    def terms(self) -> Terms:
        return self.result.terms

    @property
    def block(self) -> Block:
        """Its schedule's place."""
        return Block(self.page, self.column, height(self.result))

    def at(self, row: int) -> str:
        """One of its facts."""
        return self.page.at(row, self.column + VALUE_AT)

    def worked(self, row: int) -> Worked | None:
        """What that fact came to."""
        return self.page.worked.get(local(row, self.column + VALUE_AT).replace("$", ""))

    def put(self, row: int, formula: str, worked: Worked | None = None) -> str:
        """A fact that is computed."""
        name, form = _NAMES[row]
        self.page.words(row, self.column, name)
        return self.page.compute(row, self.column + VALUE_AT, formula, worked, form)

    def term(self, row: int, value: Decimal | int, usual: Callable[[Follow], str]) -> str:
        """A term: as it follows from what was entered, or as a number that was set."""
        if self.follows:
            return self.put(row, usual(self.follows), float(value))
        name, form = _NAMES[row]
        self.page.words(row, self.column, name)
        return self.page.value(row, self.column + VALUE_AT, value, form)


def width(kind: Kind) -> int:
    """How many columns an option takes, with the empty one after it."""
    return (VALUE_AT + 1 if kind in _WITHOUT_ROWS else rows.WIDTH) + (2 if kind == "stepped" else 1)


def height(result: Outcome) -> int:
    """How many rows its schedule may fill, with room for a longer one."""
    if result.terms.kind in _WITHOUT_ROWS:
        return 0
    least = _LEAST_WHERE_THE_TERM_IS_FOUND if result.terms.kind in _TERM_IS_FOUND else _LEAST_ROWS
    return min(max(len(result.path.dates) + _SPARE, least), _LONGEST)


def terms(option: Option) -> None:
    """Its terms, its rows, and what is paid today, a month and in all."""
    option.page.words(TITLE_ROW, option.column, Text(option.result.title), bold=True)
    if option.terms.kind in {"pay_in_full", "settlement"}:
        _at_once(option)
    else:
        _spread(option)


def _at_once(option: Option) -> None:
    """One payment today of what is not waived."""
    off, paid = _waived(option), yuan(option.result.total)
    today = option.put(TODAY, f"ROUND({option.claim.total}-{'-'.join(off)},2)", paid)
    option.put(MONTHLY, "0", 0.0)
    option.put(TOTAL, today, paid)
    option.put(FREE, option.as_of, serial(option.day))


def _spread(option: Option) -> None:
    """Instalments of what is not waived, by the option's terms."""
    asked, result, claim, block = option.terms, option.result, option.claim, option.block
    off = _waived(option)
    treatment = "capitalise" if asked.kind == "new_borrowing" else asked.treatment
    charges = f"({claim.interest}+{claim.penalty}+{claim.fees}-{'-'.join(off[1:])})"
    capital = f"{claim.principal}-{off[0]}" + (f"+{charges}" if treatment == "capitalise" else "")
    rate = option.term(RATE, asked.annual_rate, lambda follow: follow.rate(asked.kind))
    grace = option.term(GRACE, asked.grace, Follow.grace) if asked.grace else "0"
    held = option.put(CAPITAL, f"ROUND({capital},2)")
    aside = option.put(CHARGES, f"ROUND({charges},2)")
    months, given = _instalment(option, held, rate)
    ran = option.put(RAN, f"{grace}*ROUND({held}*{rate}/12,2)")
    count = option.put(COUNT, f"MAX(1,MIN({months},1+{block.open_rows}-{grace}))", len(result.path.dates) - asked.grace)
    rows.spread(block, Run(held, aside, rate, grace, months, given, treatment, ran, count), result.path)
    option.put(TODAY, "0", 0.0)
    option.put(MONTHLY, f"MAX({block.flows})", yuan(result.monthly))
    option.put(TOTAL, f"IF({block.left}>0.004,NA(),ROUND(SUM({block.paid}),2))", yuan(result.total))
    _free(option, block)


def _free(option: Option, block: Block) -> None:
    """The last due day that is paid."""
    result = option.result
    days = option.page.range(rows.FIRST, rows.FIRST + block.rows - 1, rows.DAY)
    last = option.at(COUNT) + (f"+{option.at(GRACE)}" if result.terms.grace else "")
    free = "" if result.debt_free is None else serial(result.debt_free)
    option.put(FREE, f"IF({last}=0,{option.as_of},INDEX({days},{last}))", free)


def _waived(option: Option) -> list[str]:
    """What is let off of principal, interest, penalty and fees, each rounded to the fen."""
    shares, claim, kind = option.terms.waiver, option.claim, option.terms.kind
    if shares == Waiver() and not (option.follows and option.follows.waived(kind)):
        return ["0"] * len(_WAIVED)
    named = (claim.principal, claim.interest, claim.penalty, claim.fees)
    values = (shares.principal, shares.interest, shares.penalty, shares.fees)
    parts = []
    for place, (row, part, share) in enumerate(zip(_WAIVED, named, values, strict=True)):
        off = option.term(row, share, lambda follow, at=place: follow.waived(kind)[at])  # type: ignore[misc]
        parts.append(f"ROUND({part}*{off},2)")
    option.put(OFF, "+".join(parts), yuan(option.result.waived.total))
    return parts


def _instalment(option: Option, held: str, rate: str) -> tuple[str, Callable[[str], str]]:
    """How many instalments at most, and what each is before the last settles."""
    asked = option.terms
    if asked.steps:
        return _steps(option, rate)
    if asked.payment is not None:
        payment = option.term(GIVEN, asked.payment, lambda follow: follow.payment(rate))
        return str(_LONGEST), lambda _j: payment
    months = option.term(MONTHS, asked.months, lambda follow: follow.months(asked.kind, rate))
    each = option.put(GIVEN, level(held, rate, months))
    return months, lambda _j: each


def _steps(option: Option, rate: str) -> tuple[str, Callable[[str], str]]:
    """Light months, then the payment that repays the rest; or steps as a person set them."""
    asked, follows = option.terms, option.follows
    if follows is None:
        return str(sum(count for count, _yuan in asked.steps)), _as_set(asked)
    (light_months, light_yuan), (later_months, later_yuan) = asked.steps
    light = option.put(LIGHT, follows.light_months(), light_months)
    least = option.put(GIVEN, follows.light_payment(), float(light_yuan))
    months = option.put(MONTHS, follows.all_months(light), light_months + later_months)
    owed = _after_light(option, rate, light, least)
    then = option.put(LATER, level(owed, rate, f"({months}-{light})"), float(later_yuan))
    return months, lambda j: f"IF({j}<={light},{least},{then})"


def _as_set(asked: Terms) -> Callable[[str], str]:
    def given(j: str) -> str:
        found, until = "0", sum(count for count, _yuan in asked.steps)
        for count, each in reversed(asked.steps):
            found = f"IF({j}<={until},{each},{found})"
            until -= count
        return found

    return given


def _after_light(option: Option, rate: str, light: str, least: str) -> str:
    """What is owed once the light months have passed, in a column of its own beside the rows."""
    page, column = option.page, option.column + rows.WIDTH
    page.head(rows.HEAD, column, Text("少还几个月后"))
    before = option.claim.principal
    for row in range(rows.FIRST, rows.FIRST + _LONGEST_LIGHT):
        owed = f"ROUND({before}+ROUND({before}*{rate}/12,2)-MIN({least},{before}),2)"
        before = page.compute(row, column, f"IF($A{row}>{light},{before},{owed})")
    return f"MAX({before},0)"
