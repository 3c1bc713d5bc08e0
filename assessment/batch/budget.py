"""The three figures of many households, the same fen as `affordability.afford`."""

from __future__ import annotations

from typing import NamedTuple, get_args

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from assessment import money
from assessment.affordability import ENOUGH_HISTORY, GROUP_OF, GROUPS, MONTHS_IN, QUICK_SHARE, afford, guideline
from assessment.batch.assumed import Assumed
from assessment.batch.entries import PARTS, Entries, Fen, Flags, Lists, Places, flags, half_up, places, whole
from assessment.case import AssetKind, Case, ExpenseCategory, Household, IncomeKind, Period, Region
from assessment.rules import Rules

LARGEST = 10**9
"""Ten million yuan: beyond it a case goes one by one, so that no product here leaves 64 bits."""

_PERIODS = get_args(Period)
_NUMERATOR = np.array([MONTHS_IN[period].numerator for period in _PERIODS])
_DENOMINATOR = np.array([MONTHS_IN[period].denominator for period in _PERIODS])
_KINDS = get_args(IncomeKind)
_CATEGORIES = get_args(ExpenseCategory)
_FIXED = -1
_GROUP = np.array([GROUPS.index(GROUP_OF[each]) if each in GROUP_OF else _FIXED for each in _CATEGORIES])
_ASSETS = get_args(AssetKind)
_REGIONS = get_args(Region)
_LONGEST_HISTORY = 12
_LONGEST_NAME = 60
_MOST_PEOPLE = 20


class Budgets(NamedTuple):
    """What a household's month carries, and what its assets could pay at once. Fen, one entry a household.

    `plain` is false where a field is out of range, unknown, or finer than whole parts per million.
    """

    floor: Fen
    suggested: Fen
    ceiling: Fen
    cash: Fen
    plain: Flags


class _Homes(NamedTuple):
    region: Places
    adults: Fen
    children: Fen
    elders: Fen
    people: Fen
    plain: Flags


def budgets(rows: pa.RecordBatch, held: Assumed, law: Rules) -> Budgets:
    """The figures of every household in rows of cases."""
    homes = _homes(rows)
    income, plain_income = _income(Entries(rows.column("incomes")), held)
    actual, guided, plain_spent = _outgoings(rows, homes, held, law)
    cash, plain_assets = _cash(Entries(rows.column("assets")), held, guided)
    left_actual, left_guided = np.maximum(income - actual, 0), np.maximum(income - guided, 0)
    return Budgets(
        left_actual * held.of("floor_share") // PARTS,
        left_guided * held.of("suggested_share") // PARTS,
        left_guided,
        cash,
        homes.plain & held.known & plain_income & plain_spent & plain_assets & (left_guided <= LARGEST),
    )


def _homes(rows: pa.RecordBatch) -> _Homes:
    region = places(rows.column("region"), _REGIONS, "urban")
    adults = whole(rows.column("adults"), 1)
    children, elders = whole(rows.column("children")), whole(rows.column("elders"))
    counted = [(low <= each) & (each <= _MOST_PEOPLE) for low, each in ((1, adults), (0, children), (0, elders))]
    plain = (region >= 0) & np.logical_and.reduce(counted)
    return _Homes(region, adults, children, elders, np.where(plain, adults + children + elders, 1), plain)


def _amounts(entries: Entries) -> tuple[Fen, Flags]:
    """What each entry comes to in a month, and whether its amount and period are plain."""
    amount, period = entries.whole("amount"), entries.word("period", _PERIODS, "month")
    plain = entries.filled & (period >= 0) & (amount >= 0) & (amount <= LARGEST)
    return half_up(np.where(plain, amount, 0) * _NUMERATOR[period], _DENOMINATOR[period]), plain


def _income(entries: Entries, held: Assumed) -> tuple[Fen, Flags]:
    month, plain = _amounts(entries)
    kind = entries.word("kind", _KINDS, "steady")
    typical = half_up(month * held.of("typical_share", entries.owner), PARTS)
    lower, long_enough, plain_history = _lower_halves(entries.field("history"))
    uneven = np.where(long_enough, lower, typical)
    counted = np.where(kind == _KINDS.index("irregular"), uneven, month)
    return entries.sums(counted), entries.none(~(plain & (kind >= 0) & plain_history))


def _lower_halves(column: pa.ListArray) -> tuple[Fen, Flags, Flags]:
    """The mean of the months at or below each history's median; which are long enough for it; which are plain."""
    months = Lists(column)
    given = column.flatten()
    values = whole(given)
    plain = months.none(~flags(given.is_valid()) | (values < 0) | (values > LARGEST)) & (
        months.count <= _LONGEST_HISTORY
    )
    mean = np.zeros(len(months.count), np.int64)
    long_enough = months.count >= ENOUGH_HISTORY
    for length in np.unique(months.count[long_enough & plain]):
        these = np.flatnonzero((months.count == length) & plain)
        ordered = np.sort(values[months.bounds[these][:, None] + np.arange(length)], axis=1)
        twice_median = ordered[:, (length - 1) // 2] + ordered[:, length // 2]
        low = 2 * ordered <= twice_median[:, None]
        mean[these] = half_up((ordered * low).sum(axis=1), low.sum(axis=1))
    return mean, long_enough, plain


def _outgoings(rows: pa.RecordBatch, homes: _Homes, held: Assumed, law: Rules) -> tuple[Fen, Fen, Flags]:
    """Outgoings as they are and as guided, neither living part below the protected minimum."""
    entries = Entries(rows.column("expenses"))
    month, plain = _amounts(entries)
    category = entries.word("category", _CATEGORIES, "other_fixed")
    group, reason = _GROUP[category], entries.flag("has_reason")
    minimum, plain_minimum = _minimum(rows, homes, law)
    fixed = entries.sums(month * (group == _FIXED))
    living, kept = np.zeros_like(fixed), np.zeros_like(fixed)
    allowed = _guidelines(homes, held, law)
    for place in range(len(GROUPS)):
        own = month * (group == place)
        all_of_it, excused = entries.sums(own), entries.sums(own * reason)
        living += all_of_it
        kept += excused + np.minimum(all_of_it - excused, np.maximum(allowed[:, place] - excused, 0))
    plain_entries = entries.none(~(plain & (category >= 0)))
    return fixed + np.maximum(living, minimum), fixed + np.maximum(kept, minimum), plain_entries & plain_minimum


def _guidelines(homes: _Homes, held: Assumed, law: Rules) -> Fen:
    """The guideline of every group of spending for each household."""
    alike = homes.people + 1_000 * homes.region + 10_000 * held.code
    _, first, which = np.unique(alike, return_index=True, return_inverse=True)
    cases = [Case(household=_household(homes, place), assumptions=held.sets[held.code[place]]) for place in first]
    allowed = [[money.to_fen(guideline(group, case, law)) for group in GROUPS] for case in cases]
    return np.array(allowed, np.int64).reshape(-1, len(GROUPS))[which]


def _minimum(rows: pa.RecordBatch, homes: _Homes, law: Rules) -> tuple[Fen, Flags]:
    """The protected minimum: the local figure where it is given, else what the rules say for the place."""
    stated = rows.column("minimum_per_head")
    per_head = whole(stated)
    where = rows.column("place").fill_null("").dictionary_encode()
    code = np.asarray(where.indices.to_numpy(zero_copy_only=False), np.intp)
    names = [name if len(name) <= _LONGEST_NAME else "" for name in where.dictionary.to_pylist()]
    named = flags(pc.less_equal(pc.utf8_length(rows.column("place").fill_null("")), _LONGEST_NAME))
    alike = homes.people + 1_000 * homes.region + 10_000 * code
    _, first, which = np.unique(alike, return_index=True, return_inverse=True)
    by_rule = [_protected(_household(homes, place, names[code[place]]), law) for place in first]
    found = np.where(flags(stated.is_valid()), per_head * homes.people, np.array(by_rule, np.int64)[which])
    return found, named & (per_head >= 0) & (per_head <= LARGEST)


def _protected(household: Household, law: Rules) -> int:
    """All that a household without any outgoings is left with."""
    return money.to_fen(afford(Case(household=household), law).actual.yuan)


def _household(homes: _Homes, place: int, name: str = "") -> Household:
    """A household of the same region and as many people."""
    people = int(homes.people[place])
    adults = min(people, _MOST_PEOPLE)
    children = min(people - adults, _MOST_PEOPLE)
    return Household(
        region=_REGIONS[homes.region[place]],
        place=name,
        adults=adults,
        children=children,
        elders=people - adults - children,
    )


def _cash(entries: Entries, held: Assumed, month: Fen) -> tuple[Fen, Flags]:
    """Cash above one month of living costs, and what the rest would bring quickly."""
    kind, value, loan = entries.word("kind", _ASSETS, "cash"), entries.whole("value"), entries.whole("loan")
    own_share, exact = entries.parts("quick_share")
    plain = entries.filled & (kind >= 0) & exact & (own_share >= 0) & (own_share <= PARTS)
    plain &= np.logical_and.reduce([(each >= 0) & (each <= LARGEST) for each in (value, loan)])
    usual = np.array(
        [held.of(QUICK_SHARE[each], entries.owner) if each in QUICK_SHARE else value * 0 for each in _ASSETS]
    )
    share = np.where(entries.given("quick_share"), own_share, usual[kind, np.arange(entries.size)])
    used = plain & ~entries.flag("needed")
    is_cash = kind == _ASSETS.index("cash")
    sold = np.maximum(half_up(np.where(plain, value, 0) * share, PARTS) - loan, 0)
    spare = np.maximum(entries.sums(value * (used & is_cash)) - month, 0)
    return spare + entries.sums(sold * (used & ~is_cash)), entries.none(~plain)
