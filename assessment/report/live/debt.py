"""What is so of a debt today, from its row in the input sheet: the claim, the rate, what is overdue, what its contract asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment import contract, rates
from assessment.case import Debt, words
from assessment.offers import Position
from assessment.report.live import rows
from assessment.report.live.inputs import Inputs
from assessment.report.live.page import Form, Page, Worked, number, quoted, serial, yuan
from assessment.report.live.rows import Block, Contract, level
from assessment.schedules import Columns
from assessment.text import Text

_NAME, _VALUE = 4, 5
_TOP = 4
_SPARE = 12
OPTIONS = _VALUE + 2
CONTRACT = 90
"""To the right of every option: what only the computing needs is not printed."""
WHOLE = CONTRACT + rows.WIDTH + 1
SIGNED = WHOLE + rows.WIDTH + 1
_TRUSTED = "0.01"


@dataclass(frozen=True)
class Claim:
    """Where the parts of what is claimed stand; `charges` are all but the principal. Yuan."""

    principal: str
    interest: str
    penalty: str
    fees: str
    total: str
    charges: str


@dataclass(frozen=True)
class Facts:
    """Where a debt's facts stand, from any sheet, in yuan; `filled` is how many rows its contract takes."""

    claimed: Claim
    rate: str
    left: str
    overdue: str
    arrears: str
    asked: str
    contract_total: str
    contract: Block
    contract_count: str
    first_due: str
    due_day: str
    filled: int


@dataclass
class _Facts:
    """Writes the facts one beneath the other."""

    page: Page
    row: int = _TOP - 1

    def put(self, name: Text, formula: str, worked: Worked | None = None, form: Form = "money") -> str:
        self.row += 1
        self.page.words(self.row, _NAME, name)
        return self.page.compute(self.row, _VALUE, formula, worked, form)


def write(page: Page, inputs: Inputs, position: Position, place: int, as_of: str) -> Facts:
    """The debt's facts and its contract's rows; the page's columns for months and days too."""
    debt = position.debt

    def entered(name: str) -> str:
        return inputs.cell("debts", name, place)

    put = _Facts(page).put
    usual = inputs.word(words.METHOD[debt.method])
    method = f'IF({entered("method")}="",{inputs.word(words.METHOD["equal_payment"])},{entered("method")})'
    principal = put(
        Text("剩余本金"), f"IF({method}={usual},ROUND({entered('principal')},2),NA())", float(debt.principal)
    )
    interest, penalty, fees = (
        put(name, f"ROUND({entered(field)},2)", float(getattr(debt, field)))
        for field, name in (
            ("interest", Text("欠的利息")),
            ("penalty", Text("欠的罚息、违约金")),
            ("fees", Text("欠的其他费用")),
        )
    )
    claim = put(Text("今天一共欠"), f"ROUND({principal}+{interest}+{penalty}+{fees},2)", yuan(position.claim.total))
    charges = f"ROUND({interest}+{penalty}+{fees},2)"
    quoted_rate = put(
        Text("合同利率，折成年"),
        _annual(entered("rate"), inputs),
        float(debt.rate.annual) if debt.rate else 0.0,
        "percent",
    )
    fee = put(Text("每期手续费"), f"ROUND({entered('fee_per_instalment')},2)", float(debt.fee_per_instalment))
    block = Block(page, SIGNED, _longest(debt.instalments, debt.instalments_left))
    rate = put(
        Text("含每期手续费的年利率"), _true_rate(quoted_rate, fee, block, debt), float(position.annual_rate), "percent"
    )
    due_day = put(
        Text("每月几号还"),
        f'IF({entered("due_day")}="",DAY({as_of}),{entered("due_day")})',
        debt.due_day or position.as_of.day,
        "whole",
    )
    overdue = put(Text("逾期天数"), number(entered("days_overdue")), debt.days_overdue, "whole")
    left = put(Text("还剩几期"), number(entered("instalments_left")), debt.instalments_left, "whole")
    missed = put(Text("到期没还的期数"), _missed(as_of, overdue), position.missed, "whole")
    yes, bullet = inputs.word(words.YES_NO[True]), "TRUE" if debt.method == "bullet" else "FALSE"
    all_due = put(
        Text("是否已全部到期"), f"IF(OR({entered('accelerated')}={yes},AND({bullet},{overdue}>0),AND({missed}>0,{missed}>={left})),1,0)",
        int(position.all_due), "whole",
    )  # fmt: skip
    first_due = put(
        Text("下一个还款日"),
        f"IF({_in_month(as_of, due_day, 0)}>{as_of},{_in_month(as_of, due_day, 0)},{_in_month(as_of, due_day, 1)})",
        serial(position.first_due), "date",
    )  # fmt: skip
    ways = _Ways(page, debt, quoted_rate, fee, entered("instalment"))
    whole = ways.of(WHOLE, principal, left, _rows_of(debt, position))[0]
    stated = entered("overdue_amount")
    part = f'SUMIF({page.range(rows.FIRST, rows.FIRST + whole.rows - 1, rows.NUMBER)},"<="&{missed},{whole.principal})'
    due = put(
        Text("已到期的本金"),
        f'IF({all_due}=1,{principal},IF({overdue}=0,0,IF({stated}<>"",MIN(MAX(ROUND({stated}-{charges},2),0),{principal}),ROUND({part},2))))',
        yuan(position.overdue_principal),
    )  # fmt: skip
    arrears = put(Text("补齐逾期要付"), f"ROUND({due}+{charges},2)", yuan(position.arrears))
    rest = put(
        Text("以后才到期的本金"),
        f"ROUND({principal}-{due},2)",
        yuan(position.claim.principal - position.overdue_principal),
    )
    ahead = put(Text("以后的期数"), f"IF(OR({all_due}=1,{rest}=0),0,MAX({left}-{missed},1))", _ahead(position), "whole")
    kept, count = ways.of(CONTRACT, rest, ahead, position.contract)
    flows = kept.flows
    first = kept.cell(rows.FIRST, rows.WIDTH - 1)
    asked = put(Text("按时还的话每月"), f"IF({overdue}>0,0,SUMPRODUCT(MAX(({flows}<=2*{first})*{flows})))")
    total = put(
        Text("按原合同还完一共"),
        f"IF({kept.left}>0.004,NA(),ROUND({arrears}+SUM({kept.paid}),2))",
        yuan(position.contract_total),
    )
    if debt.fee_per_instalment:
        _signed(ways, block, entered, position)
    filled = max(kept.rows, whole.rows, block.rows if debt.fee_per_instalment else 0)
    return Facts(
        Claim(principal, interest, penalty, fees, claim, charges),
        rate,
        left,
        overdue,
        arrears,
        asked,
        total,
        kept,
        count,
        first_due,
        due_day,
        filled,
    )


def _longest(*months: int) -> int:
    return max(months) + _SPARE


def _ahead(position: Position) -> int:
    rest = position.claim.principal - position.overdue_principal
    return 0 if position.all_due or rest == 0 else max(position.debt.instalments_left - position.missed, 1)


def _annual(cell: str, inputs: Inputs) -> str:
    """日0.05%, 月1.5%, 年18.25% as a year's fraction; a rate written in another way shows as an error."""
    on_360 = quoted(inputs.spoken(rates.ON_360).format(rate=""))
    bare = f'SUBSTITUTE({cell},{on_360},"")'
    days = f"IF({bare}={cell},365,360)"
    found = "NA()"
    in_a_year: tuple[tuple[rates.Per, str], ...] = (("year", "1"), ("month", "12"), ("day", days))
    for per, times in in_a_year:
        before, after = inputs.spoken(rates.FORMS[per]).split("{percent}")
        fits = f"AND(LEFT({bare},{len(before)})={quoted(before)},RIGHT({bare},{len(after)})={quoted(after)})"
        told = f"MID({bare},{len(before) + 1},LEN({bare})-{len(before) + len(after)})"
        found = f"IF({fits},VALUE({told})/100*{times},{found})"
    return f'IF({cell}="",0,ROUND({found},14))'


def _missed(as_of: str, overdue: str) -> str:
    since = f"({as_of}-{overdue})"
    months = f"((YEAR({as_of})-YEAR{since})*12+MONTH({as_of})-MONTH{since})"
    return f"IF({overdue}=0,0,MAX(1,IF(EDATE({since},{months})<={as_of},{months},{months}-1)+1))"


def _in_month(as_of: str, due_day: str, later: int) -> str:
    return f"MIN(DATE(YEAR({as_of}),MONTH({as_of})+{later},{due_day}),EOMONTH({as_of},{later}))"


def _rows_of(debt: Debt, position: Position) -> Columns | None:
    """The schedule of everything left, where the term is known."""
    if debt.instalments_left < 1:
        return None
    return contract.rows(debt, position.claim.principal, debt.instalments_left)


@dataclass(frozen=True)
class _Ways:
    """A debt's own method of repaying."""

    page: Page
    debt: Debt
    rate: str
    fee: str
    stated: str

    def of(self, column: int, capital: str, months: str, known: Columns | None) -> tuple[Block, str]:
        """Rows that repay a sum in so many months, and where their count stands."""
        block = Block(self.page, column, _longest(self.debt.instalments_left))
        usual = level(capital, self.rate, months)
        shown = f"ROUND({self.stated}-{self.fee},2)"
        asked = f'IF({self.stated}="",{usual},IF(ABS({shown}-{usual})<={usual}*{_TRUSTED},{shown},{usual}))'
        return self.rows(block, capital, months, asked, known)

    def rows(self, block: Block, capital: str, months: str, asked: str, known: Columns | None) -> tuple[Block, str]:
        title = {
            CONTRACT: Text("按合同，以后各期"),
            WHOLE: Text("按合同，没还的全部"),
            SIGNED: Text("借的时候的还款表"),
        }[block.column]
        self.page.words(_TOP - 1, block.column, title, bold=True)
        self.page.words(_TOP, block.column, Text("每期（不含手续费）"))
        each = self.page.compute(_TOP, block.column + 2, asked)
        self.page.words(_TOP + 1, block.column, Text("期数"))
        worked = len(known.payment) if known is not None else None
        count = self.page.compute(
            _TOP + 1, block.column + 2, f"IF({months}=0,0,MIN({months},1+{block.open_rows}))", worked, "whole"
        )
        columns = None if known is None else (known.payment, known.principal, known.interest, known.fee, known.balance)
        rows.contract(block, Contract(self.debt.method, capital, self.rate, months, each, self.fee, count), columns)
        return block, count


def _true_rate(quoted_rate: str, fee: str, block: Block, debt: Debt) -> str:
    """Twelve times the monthly IRR of the loan as signed, where each instalment has a fee."""
    if not debt.fee_per_instalment:
        return f"IF({fee}=0,{quoted_rate},NA())"
    solved = f"ROUND(12*IRR({block.with_opening},0.01),6)"
    return f"IF({fee}=0,{quoted_rate},IFERROR({solved},{quoted_rate}))"


def _signed(ways: _Ways, block: Block, entered: Callable[[str], str], position: Position) -> None:
    """The loan as signed: what was lent, or what is left where that is not known."""
    page = ways.page
    original = number(entered("original"))
    months_left, months_all = number(entered("instalments_left")), number(entered("instalments"))
    lent = page.compute(
        _TOP + 2, block.column + 2, f"IF({original}=0,ROUND({entered('principal')},2),ROUND({original},2))"
    )
    page.words(_TOP + 2, block.column, Text("借的本金"))
    term = page.compute(
        _TOP + 3, block.column + 2, f"IF(OR({original}=0,{months_all}=0),{months_left},{months_all})", form="whole"
    )
    page.words(_TOP + 3, block.column, Text("一共几期"))
    ways.rows(block, lent, term, level(lent, ways.rate, term), None)
    page.compute(rows.OPENING, block.column + rows.WIDTH - 1, f"-{lent}")
