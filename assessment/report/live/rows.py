"""A schedule row by row, each row a formula over the row above and the terms, rounded to the fen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.offers import Path, Treatment
from assessment.report.live.page import Page, local, yuan
from assessment.text import Text

HEAD, OPENING, FIRST = 32, 33, 34
NUMBER, DAY = 1, 2
WIDTH = 7
_PAID, _PRINCIPAL, _INTEREST, _CHARGES, _BALANCE, _BEARING, _FLOW = range(WIDTH)
_HEADS = (
    Text("付款"),
    Text("本金"),
    Text("利息"),
    Text("旧欠息费"),
    Text("付后还欠"),
    Text("计息的本金"),
    Text("付款（没有记 0）"),
)
_HEADS_OF_CONTRACT = (*_HEADS[:_CHARGES], Text("每期手续费"), *_HEADS[_BALANCE:])


@dataclass(frozen=True)
class Run:
    """What a schedule's rows rest on, as addresses or numbers; `given` says what is paid in an instalment."""

    capital: str
    charges: str
    rate: str
    grace: str
    months: str
    given: Callable[[str], str]
    treatment: Treatment
    ran: str
    count: str


@dataclass(frozen=True)
class Block:
    """A schedule's place: its first column, and how many rows it may fill."""

    page: Page
    column: int
    rows: int

    def cell(self, row: int, place: int) -> str:
        """A cell of the same sheet."""
        return local(row, self.column + place)

    def down(self, place: int) -> str:
        """A column of the rows."""
        return f"{self.cell(FIRST, place)}:{self.cell(FIRST + self.rows - 1, place)}"

    @property
    def paid(self) -> str:
        return self.down(_PAID)

    @property
    def principal(self) -> str:
        return self.down(_PRINCIPAL)

    @property
    def flows(self) -> str:
        """What is paid, month by month, nought where nothing is."""
        return self.down(_FLOW)

    @property
    def with_opening(self) -> str:
        """The same with today before it."""
        return f"{self.cell(OPENING, _FLOW)}:{self.cell(FIRST + self.rows - 1, _FLOW)}"

    @property
    def open_rows(self) -> str:
        """How many rows leave something to pay."""
        return f'COUNTIF({self.down(_BEARING)},">0")'

    @property
    def left(self) -> str:
        """What the last row that fits still leaves: nought, or the schedule does not fit."""
        return self.cell(FIRST + self.rows - 1, _BEARING)


def spread(block: Block, run: Run, path: Path | None) -> None:
    """Instalments after a grace, with what is not capitalised carried beside."""
    _heads(block, _HEADS)
    for row in range(FIRST, FIRST + block.rows):
        _instalment(block, run, row, path)


def _heads(block: Block, heads: tuple[Text, ...]) -> None:
    block.page.head(HEAD, block.column, *heads)


def _instalment(block: Block, run: Run, row: int, path: Path | None) -> None:
    page, column, k = block.page, block.column, f"$A{row}"
    j = k if run.grace == "0" else f"({k}-{run.grace})"
    waits = "FALSE" if run.grace == "0" else f"{j}<1"
    over = f"{j}>{run.count}"
    before = run.capital if row == FIRST else block.cell(row - 1, _BEARING)
    now, due = block.cell(row, _BEARING), f"ROUND({before}*{run.rate}/12,2)"
    given = run.given(j)
    page.compute(
        row, column + _BEARING,
        f"IF({waits},{before},IF({before}=0,0,IF(OR({j}>={run.months},{given}>=ROUND({before}+{due},2)),0,ROUND({before}+{due}-{given},2))))", form="aside",
    )  # fmt: skip
    interest = f"{due}+{_part(run.ran, run.count, j)}" if run.grace != "0" else due
    cell = _Row(block, row, path)
    cell.put(_INTEREST, f'IF({over},"",IF({waits},0,ROUND({interest},2)))', path and path.interest)
    charges, open_charges = _charges(block, run, row, j)
    cell.put(_CHARGES, f'IF({over},"",IF({waits},0,{charges}))', path and path.charges)
    repaid = f"{before}-{now}" if run.treatment != "capitalise" else f"{before}-{now}-{block.cell(row, _CHARGES)}"
    cell.put(_PRINCIPAL, f'IF({over},"",ROUND({repaid},2))', path and path.principal)
    paid = "+".join(block.cell(row, place) for place in (_PRINCIPAL, _INTEREST, _CHARGES))
    cell.put(_PAID, f'IF({over},"",ROUND({paid},2))', path and path.payment)
    ran = "" if run.grace == "0" else f"+IF({waits},0,{_open(run.ran, run.count, j)})"
    cell.put(
        _BALANCE,
        f'IF({over},"",ROUND({now}+IF({waits},{_untouched(run)},{open_charges}){ran},2))',
        path and path.balance,
    )
    page.compute(row, column + _FLOW, f"N({block.cell(row, _PAID)})", form="aside")


def _untouched(run: Run) -> str:
    return "0" if run.treatment == "capitalise" else run.charges


def _charges(block: Block, run: Run, row: int, j: str) -> tuple[str, str]:
    """What of today's charges a row pays, and what is open after it."""
    if run.treatment == "carry":
        return _part(run.charges, run.count, j), _open(run.charges, run.count, j)
    if run.treatment == "first":
        return f"IF({j}=1,{run.charges},0)", "0"
    before = run.capital if row == FIRST else block.cell(row - 1, _BEARING)
    now = block.cell(row, _BEARING)
    paid = f"MIN({run.charges},MAX({run.capital}-{now},0))-MIN({run.charges},MAX({run.capital}-{before},0))"
    return f"ROUND({paid},2)", "0"


def _part(sum_: str, count: str, j: str) -> str:
    """An even part to the fen, the odd fen in the earliest rows."""
    fen = f"ROUND({sum_}*100,0)"
    return f"ROUND((INT({fen}/{count})+IF({j}<=MOD({fen},{count}),1,0))/100,2)"


def _open(sum_: str, count: str, j: str) -> str:
    fen = f"ROUND({sum_}*100,0)"
    return f"({fen}-INT({fen}/{count})*{j}-MIN({j},MOD({fen},{count})))/100"


@dataclass(frozen=True)
class _Row:
    """A row's cells with what the engine says of them."""

    block: Block
    row: int
    path: Path | None

    def put(self, place: int, formula: str, column: tuple[int, ...] | None) -> None:
        worked = None
        if column is not None and self.path is not None:
            at = self.row - FIRST
            worked = yuan(column[at]) if at < len(column) else ""
        self.block.page.compute(self.row, self.block.column + place, formula, worked)


@dataclass(frozen=True)
class Contract:
    """What a contract's rows rest on; `level` is its instalment without the fee."""

    method: str
    capital: str
    rate: str
    months: str
    level: str
    fee: str
    count: str


def contract(block: Block, asked: Contract, columns: tuple[tuple[int, ...], ...] | None) -> None:
    """The rows of a debt's own method. `columns` are the engine's: payment, principal, interest, fee, balance."""
    _heads(block, _HEADS_OF_CONTRACT)
    for row in range(FIRST, FIRST + block.rows):
        _of_contract(block, asked, row, columns)


def _of_contract(block: Block, asked: Contract, row: int, columns: tuple[tuple[int, ...], ...] | None) -> None:
    page, k = block.page, f"$A{row}"
    before = asked.capital if row == FIRST else block.cell(row - 1, _BEARING)
    now, over = block.cell(row, _BEARING), f"{k}>{asked.count}"
    page.compute(
        row,
        block.column + _BEARING,
        f"IF(OR({k}>={asked.months},{before}=0),0,{_left_after(asked, before)})",
        form="aside",
    )
    worked = [
        None if columns is None else (yuan(column[row - FIRST]) if row - FIRST < len(column) else "")
        for column in columns or ((),) * 5
    ]
    rate = "0" if asked.method == "flat_fee" else asked.rate
    interest = f"ROUND({before}*{rate}/12,2)"
    if asked.method == "bullet":
        interest = f"IF({k}={asked.months},ROUND({asked.capital}*{asked.months}*{rate}/12,2),0)"
    paid = "+".join(block.cell(row, place) for place in (_PRINCIPAL, _INTEREST, _CHARGES))
    for place, formula, each in (
        (_PRINCIPAL, f"ROUND({before}-{now},2)", worked[1]), (_INTEREST, interest, worked[2]), (_CHARGES, asked.fee, worked[3]),
        (_PAID, f"ROUND({paid},2)", worked[0]), (_BALANCE, now, worked[4]),
    ):  # fmt: skip
        page.compute(row, block.column + place, f'IF({over},"",{formula})', each)
    page.compute(row, block.column + _FLOW, f"N({block.cell(row, _PAID)})", form="aside")


def _left_after(asked: Contract, before: str) -> str:
    if asked.method in {"interest_only", "bullet"}:
        return before
    if asked.method in {"equal_principal", "flat_fee"}:
        part = f"ROUND({asked.capital}/{asked.months},2)"
        return f"IF({part}>={before},0,ROUND({before}-{part},2))"
    due = f"ROUND({before}*{asked.rate}/12,2)"
    return f"IF({asked.level}>=ROUND({before}+{due},2),0,ROUND({before}+{due}-{asked.level},2))"


def level(capital: str, rate: str, months: str) -> str:
    """The equal payment, rounded once."""
    return f"IF({months}<1,0,IF({rate}=0,ROUND({capital}/MAX({months},1),2),ROUND(PMT({rate}/12,MAX({months},1),-{capital}),2)))"


def days(page: Page, first: str, due_day: str, rows: int, known: tuple[int, ...]) -> None:
    """The months' numbers and due days, common to every schedule of a debt."""
    page.head(HEAD, NUMBER, Text("第几期"), Text("日期"))
    page.value(OPENING, NUMBER, 0, "whole")
    for row in range(FIRST, FIRST + rows):
        k = page.value(row, NUMBER, row - FIRST + 1, "whole").split("!")[1]
        later = f"MIN(DATE(YEAR({first}),MONTH({first})+{k}-1,{due_day}),EOMONTH({first},{k}-1))"
        worked = known[row - FIRST] if row - FIRST < len(known) else None
        page.compute(row, DAY, first if row == FIRST else later, worked, "date")
