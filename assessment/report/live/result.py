"""What an option comes to against the contract and in today's money: rate, values, what is saved."""

from __future__ import annotations

from assessment.offers import paid_today
from assessment.report.live import option as facts_of
from assessment.report.live import rows
from assessment.report.live.debt import Facts
from assessment.report.live.inputs import Inputs
from assessment.report.live.option import EFFECTIVE, FREE, IRR, LENDER, MONTHLY, OWN, SAVED, TODAY, TOTAL, Option
from assessment.report.live.page import serial, yuan
from assessment.report.live.rows import Block
from assessment.text import Text


def write(option: Option, facts: Facts, inputs: Inputs) -> None:
    """The option's terms, rows and results."""
    kind = option.terms.kind
    if kind == "do_nothing":
        _unpaid(option, facts)
    elif kind == "cure_arrears":
        _cured(option, facts)
        _rates(option, facts, inputs, facts.contract)
    else:
        facts_of.terms(option)
        _rates(option, facts, inputs, option.block)


def _unpaid(option: Option, facts: Facts) -> None:
    """A guess with court costs in it, which no formula here follows: shown while what it rests on is as it was."""
    claim, owed, total = facts.claimed, option.result.owed, yuan(option.result.total)
    parts = zip((claim.principal, claim.interest, claim.penalty, claim.fees), owed, strict=True)
    same = [f"ABS({cell}-{yuan(fen)})<0.005" for cell, fen in parts]
    same.append(f"ABS({facts.rate}-{option.terms.annual_rate})<0.0000005")
    option.page.words(facts_of.TITLE_ROW, option.column, Text(option.result.title), bold=True)
    option.put(TOTAL, f"IF(AND({','.join(same)}),{total},NA())", total)
    option.page.note(TOTAL + 1, option.column, Text("估计数，含诉讼费用；改了欠款请重新上传。"))


def _cured(option: Option, facts: Facts) -> None:
    """The arrears today, then the contract."""
    result = option.result
    at_once = paid_today(option.day, result.path)
    option.page.words(facts_of.TITLE_ROW, option.column, Text(result.title), bold=True)
    option.put(TODAY, facts.arrears, yuan(at_once))
    option.put(facts_of.COUNT, facts.contract_count, len(result.path.dates) - bool(at_once))
    option.put(MONTHLY, f"MAX({facts.contract.flows})", yuan(result.monthly))
    option.put(TOTAL, facts.contract_total, yuan(result.total))
    days = option.page.range(rows.FIRST, rows.FIRST + facts.contract.rows - 1, rows.DAY)
    last = option.at(facts_of.COUNT)
    option.put(
        FREE,
        f"IF({last}=0,{option.as_of},INDEX({days},{last}))",
        None if result.debt_free is None else serial(result.debt_free),
    )


def _rates(option: Option, facts: Facts, inputs: Inputs, block: Block) -> None:
    """Saved against the contract, the yearly rate on what is owed today, and both sides' present values."""
    result, today = option.result, option.at(TODAY)
    option.put(SAVED, f"ROUND({facts.contract_total}-{option.at(TOTAL)},2)", yuan(result.saved))
    values = ((OWN, "own_discount", result.value_to_borrower), (LENDER, "lender_discount", result.value_to_lender))
    if not block.rows:
        for row, _field, worked in values:
            option.put(row, today, yuan(worked))
        return
    option.page.compute(rows.OPENING, block.column + rows.WIDTH - 1, f"{today}-{facts.claimed.total}")
    solved = f"IRR({block.with_opening},0.01)"
    option.put(IRR, f'IFERROR({solved}*12,"")', "" if result.irr_x12 is None else result.irr_x12)
    option.put(EFFECTIVE, f'IFERROR((1+{solved})^12-1,"")', "" if result.effective is None else result.effective)
    for row, field, worked in values:
        discount = inputs.one("assumptions", field)
        option.put(row, f"ROUND({today}+NPV({discount}/12,{block.flows}),2)", yuan(worked))
