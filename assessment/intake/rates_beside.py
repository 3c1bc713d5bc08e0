"""Cells of columns beside the contract's rate: fees each instalment, penalty rates, interest a day, interest owed."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from assessment.intake.amounts import read_money
from assessment.intake.container import Cell
from assessment.intake.quoted_cells import FlatFee, flat_fee
from assessment.intake.rate_cells import NUMBER, read_rate
from assessment.intake.reading import Heading, Reading, refusal
from assessment.intake.shares import read_number
from assessment.problems import NotUnderstood
from assessment.text import Text, label


def read_flat_rate(cell: Cell, heading: Heading) -> Reading:
    """A fee each instalment as a share of what was borrowed, or as yuan; never a rate of interest."""
    if cell.kind == "n":
        value = Decimal(cell.value)
        share = value if "%" in cell.format else value / (1_000 if heading.unit == "‰" else 100)
        return _flat(share, cell, heading)
    if cell.kind != "s":
        raise refusal(cell, heading, label("0.75%"))
    text = unicodedata.normalize("NFKC", cell.value).strip()
    if found := NUMBER.fullmatch(text):
        return _flat(Decimal(found[1]) / 100, cell, heading)
    try:
        fee = flat_fee(text)
    except ValueError:
        fee = None
    if fee is None:
        raise refusal(cell, heading, label("0.75%"))
    return Reading(fee)


def _flat(share: Decimal, cell: Cell, heading: Heading) -> Reading:
    if not 0 <= share < 1:
        raise refusal(cell, heading, label("0.75%"))
    return Reading(FlatFee(share, None) if share else None)


_TIMES = re.compile(r"倍|上浮|加收")


def read_penalty_rate(cell: Cell, heading: Heading) -> Reading:
    """A penalty rate, or how many times the contract's it is."""
    if cell.kind == "s" and _TIMES.search(cell.value):
        times = read_number(cell, heading)
        return Reading(None, times.meant, times.doubt, {"penalty_multiple": times.value})
    return read_rate(cell, heading)


def read_daily_interest(cell: Cell, heading: Heading) -> Reading:
    """Interest a day: yuan, or a rate where the cell is one."""
    if cell.kind == "n" and "%" not in cell.format:
        return read_money(cell, heading)
    try:
        return read_rate(cell, heading)
    except NotUnderstood:
        return read_money(cell, heading)


def _rate_instead(cell: Cell, heading: Heading) -> Reading | None:
    """The rate that stands in a column of interest owed; None where it holds none."""
    signed = cell.kind == "s" and _RATE_SIGNS.search(unicodedata.normalize("NFKC", cell.value))
    if not signed and heading.unit != "%" and "%" not in cell.format:
        return None
    try:
        read = read_rate(cell, heading)
    except NotUnderstood:
        return None
    what = Text("“{raw}”是利率，不是欠的利息，当作合同利率读。", raw=cell.shown[:60])
    return Reading(Decimal(0), read.meant, (what, Text("欠的利息另外填元。")), {"rate": read.value})


_RATE_SIGNS = re.compile(r"[%‰‱]|分之|[分厘]$|万[五5]")


def read_interest(cell: Cell, heading: Heading) -> Reading:
    """Interest owed; a rate that stands in its place is taken for what it is."""
    return _rate_instead(cell, heading) or read_money(cell, heading)
