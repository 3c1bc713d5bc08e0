"""Published figures recomputed on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessment import money, rates, schedules, sharing


@dataclass(frozen=True, slots=True)
class Check:
    """One published figure beside ours, as text."""

    name: str
    source: str
    published: str
    computed: str

    @property
    def agrees(self) -> bool:
        return self.published == self.computed


def checks() -> tuple[Check, ...]:
    """Every published figure, recomputed."""
    return tuple(Check(name, source, published, compute()) for name, source, published, compute in _published())


def _first_row(principal: str, rate: str, months: int, rounding: str = "ROUND_HALF_UP") -> Callable[[], str]:
    def compute() -> str:
        row = schedules.amortize(Decimal(principal), Decimal(rate), months, rounding=rounding).rows[0]
        return f"{row.payment} {row.interest} {row.principal}"

    return compute


def _published() -> Iterator[tuple[str, str, str, Callable[[], str]]]:
    yield "162 000, 3.875 %, 360", "CFPB H-25(B)", "761.78 523.13 238.65", _first_row("162000", "0.03875", 360)
    yield "100 000, 7 %, 360", "Mississippi State P3920", "665.30 583.33 81.97", _first_row("100000", "0.07", 360)
    yield "28 500, 3.99 %, 60", "OpenStax", "524.75 94.76 429.99", _first_row("28500", "0.0399", 60, "ROUND_UP")
    yield "200 000, 6.5 %, 360", "Wikipedia", "1264.14 1083.33 180.81", _first_row("200000", "0.065", 360)
    yield "XIRR", "spreadsheet documentation", "0.3733625", _xirr
    yield (
        "5 000, 24 × 230",
        "12 CFR 1026 Appendix J, J-1i",
        "9.69",
        lambda: f"{rates.irr((-5000, *(230,) * 24)) * 1200:.2f}",
    )
    yield "12 000, 12 × 1 060", "手续费 0.5 %/期", "10.8964", lambda: f"{rates.irr((-12000, *(1060,) * 12)) * 1200:.4f}"
    yield "10 000, 日 0.05 % × 1.5, 90 天", "罚息", "675.00", _penalty
    yield "160 / 4 550, 6 700, 1 200", "pro rata", "58.47 86.11 15.42", _shared


def _xirr() -> str:
    days = (date(2008, 1, 1), date(2008, 3, 1), date(2008, 10, 30), date(2009, 2, 15), date(2009, 4, 1))
    return f"{rates.xirr(days, (-10000, 2750, 4250, 3250, 2750)):.7f}"


def _penalty() -> str:
    penal = rates.daily(Decimal("0.1825") * Decimal("1.5"), 365)
    return str(money.to_yuan(schedules.accrue(1_000_000, penal, 90)))


def _shared() -> str:
    return " ".join(map(str, sharing.pro_rata(Decimal(160), [Decimal(4550), Decimal(6700), Decimal(1200)])))
