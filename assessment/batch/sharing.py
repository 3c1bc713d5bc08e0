"""One household's sum among its debts, for many households, the same fen as `assess` shares it out."""

from __future__ import annotations

import numpy as np

from assessment.batch.entries import Fen, Flags, Lists

_FITS = 2.0**61


def month_shares(figure: Fen, asked: Fen, owed: Fen, of: Lists) -> Fen:
    """A month's figure for each debt: first what the contracts of those on time ask, the rest by what is owed.

    `asked` is nought for what is overdue. Where nothing is overdue everything is shared by what is owed.
    """
    late = np.where(asked > 0, 0, owed)
    none_late = (of.sums(late) == 0)[of.owner]
    asked, late = np.where(none_late, 0, asked), np.where(none_late, owed, late)
    first = _pro_rata(np.minimum(figure, of.sums(asked)), asked, of)
    return first + in_proportion(figure - of.sums(first), late, of)


def cash_shares(cash: Fen, owed: Fen, overdue: Flags, of: Lists) -> Fen:
    """Cash for each debt in proportion to what is overdue, or to what is owed where nothing is."""
    late = np.where(overdue, owed, 0)
    return in_proportion(cash, np.where((of.sums(late) > 0)[of.owner], late, owed), of)


def in_proportion(figure: Fen, owed: Fen, of: Lists) -> Fen:
    """Shares by what is owed; a sum that could repay everything is not held back to it."""
    whole = of.sums(owed)
    more = (figure > whole)[of.owner]
    beyond = figure[of.owner] * owed // np.maximum(whole, 1)[of.owner]
    return np.where(more, beyond, _pro_rata(figure, owed, of))


def fits(figure: Fen, owed: Fen, of: Lists) -> Flags:
    """Which households' products of a figure and a debt stay within 64 bits."""
    largest: Flags = figure.astype(np.float64) * of.sums(owed) < _FITS
    return largest


def _pro_rata(amount: Fen, balances: Fen, of: Lists) -> Fen:
    """Largest remainder to the fen, the earlier debt first where remainders are equal."""
    owed = of.sums(balances)
    whole, all_of_it = np.maximum(owed, 1)[of.owner], (amount >= owed)[of.owner]
    parts, remainders = np.divmod(amount[of.owner] * balances, whole)
    order = np.lexsort((-remainders, of.owner))
    odd = amount - of.sums(parts)
    parts[order] += of.rank < odd[of.owner]
    return np.where(all_of_it, balances, parts)
