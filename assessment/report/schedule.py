"""An offer's payments as a table: one by one for a lender, alike ones together for a plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from assessment import money
from assessment.offers import Outcome
from assessment.report.paper import Table
from assessment.text import Text, Value


def schedule(result: Outcome) -> Table:
    """Every payment with its day, and what is still owed after it."""
    path = result.path
    rows = tuple(
        (number, day, money.told(paid), money.told(balance))
        for number, (day, paid, balance) in enumerate(zip(path.dates, path.payment, path.balance, strict=True), start=1)
    )
    return Table((Text("期"), Text("日期"), Text("付款"), Text("付后还欠")), rows)


def alike(result: Outcome) -> Table:
    """The same payments, each run of equal ones in a line."""
    head = (Text("第几期"), Text("从"), Text("到"), Text("每期付"), Text("付后还欠"))
    return Table(head, tuple(_runs(result)), (2, 4, 4, 3, 4))


def _runs(result: Outcome) -> Iterator[tuple[Value, ...]]:
    path = result.path
    for paid, run in groupby(range(len(path.payment)), lambda place: path.payment[place]):
        places = list(run)
        first, last = places[0], places[-1]
        number = Text("{first}–{last}", first=first + 1, last=last + 1) if last > first else first + 1
        yield number, path.dates[first], path.dates[last], money.told(paid), money.told(path.balance[last])
