"""Which months the bills at hand hold from the first day to the last."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assessment import dates
from assessment.bills.kinds import OWN_BOOKS
from assessment.bills.ledger import Bill

_MOST_MONTHS = 12
_FEWEST_MONTHS = 3
_FEWEST_DAYS = 20


@dataclass(frozen=True, slots=True)
class Coverage:
    """The months that every bill holds, the last twelve at most; those held in part, or not by every bill; books with
    too few months; and books somebody kept by hand, left out where wallets or banks tell the same.

    `year` are the months the longest bill holds, for costs that come but once or twice in them.
    """

    months: tuple[date, ...]
    year: tuple[date, ...]
    partial: tuple[date, ...]
    thin: tuple[str, ...]
    by_hand: tuple[str, ...]


def covered(bills: Sequence[Bill]) -> Coverage:
    """The months all books hold.

    A month counts where an export says it holds all of it; where an export does not say what it holds, its first and
    last line must lie 20 days of the month apart. A book with so few months that it would leave fewer than three is
    left out.
    """
    by_book = _by_book(bills)
    by_hand = tuple(book for book in by_book if book in OWN_BOOKS) if by_book.keys() - OWN_BOOKS else ()
    held = {book: _months(same) for book, same in by_book.items() if book not in by_hand}
    best = max(map(len, held.values()), default=0)
    needed = max(1, min(_FEWEST_MONTHS, best))
    main = sorted((book for book, months in held.items() if len(months) >= needed), key=lambda book: -len(held[book]))
    while main and len(_common(held, main)) < needed:
        main.pop()
    months = tuple(sorted(_common(held, main)))[-_MOST_MONTHS:]
    year = tuple(month for month in sorted(held[main[0]]) if month <= months[-1])[-_MOST_MONTHS:] if months else ()
    touched = {month for bill in bills if bill.entries for month in _touched(bill)}
    partial = tuple(sorted(touched - set(months))) if len(months) < _MOST_MONTHS else ()
    return Coverage(months, year, partial, tuple(book for book in held if book not in main), by_hand)


def _by_book(bills: Iterable[Bill]) -> dict[str, list[Bill]]:
    found: dict[str, list[Bill]] = defaultdict(list)
    for bill in bills:
        if bill.entries:
            found[bill.platform].append(bill)
    return found


def _common(held: dict[str, set[date]], books: Sequence[str]) -> set[date]:
    return set.intersection(*(held[book] for book in books)) if books else set()


def _months(bills: Sequence[Bill]) -> set[date]:
    days: dict[date, set[date]] = defaultdict(set)
    for bill in bills:
        for month in _touched(bill):
            days[month].update(_days_in(bill, month))
    stated = all(bill.stated for bill in bills)
    return {month for month, met in days.items() if len(met) >= (_length(month) if stated else _FEWEST_DAYS)}


def _touched(bill: Bill) -> Iterable[date]:
    first = dates.month_start(bill.since)
    months = (bill.until.year - first.year) * 12 + bill.until.month - first.month
    return (dates.add_months(first, each) for each in range(months + 1))


def _days_in(bill: Bill, month: date) -> Iterable[date]:
    first, last = max(bill.since, month), min(bill.until, month.replace(day=_length(month)))
    return (first + timedelta(days=each) for each in range((last - first).days + 1))


def _length(month: date) -> int:
    return monthrange(month.year, month.month)[1]
