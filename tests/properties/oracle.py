"""A second, naive way to schedules, shares and rates, in fractions and 50-digit decimals. Slow and plain on purpose."""

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from math import floor

CONTEXT = Context(prec=60)


def half_up(exact):
    return floor(exact + Fraction(1, 2))


def level(principal, rate, months):
    """What each payment is worth today summed up, and the principal divided by that."""
    return half_up(Fraction(principal) / sum(1 / (1 + rate) ** month for month in range(1, months + 1)))


def month_interest(balance, rate):
    exact = CONTEXT.divide(CONTEXT.multiply(Decimal(balance), Decimal(rate.numerator)), Decimal(rate.denominator))
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP, CONTEXT))


def walked(principal, rate, months, planned):
    """(payment, interest, principal, balance) a month, where `planned(interest)` is the principal meant for the month."""
    rows, balance = [], principal
    for month in range(1, months + 1):
        interest = month_interest(balance, rate)
        part = balance if month == months or planned(interest) >= balance else planned(interest)
        balance -= part
        rows.append((interest + part, interest, part, balance))
        if balance == 0:
            break
    return rows


def equal_payment(principal, rate, months):
    payment = level(principal, rate, months)
    return walked(principal, rate, months, lambda interest: payment - interest)


def equal_principal(principal, rate, months):
    part = half_up(Fraction(principal, months))
    return walked(principal, rate, months, lambda _: part)


def interest_only(principal, rate, months):
    return walked(principal, rate, months, lambda _: 0)


def bullet(principal, rate, months):
    whole = half_up(principal * months * rate)
    waiting = [(0, 0, 0, principal)] * (months - 1)
    return [*waiting, (principal + whole, whole, principal, 0)]


METHODS = {
    "equal_payment": equal_payment,
    "equal_principal": equal_principal,
    "interest_only": interest_only,
    "bullet": bullet,
}


def level_rate(lent, payment, months, near):
    """The rate of equal payments to fifty digits, by Newton's steps from a rate nearby."""
    with localcontext(CONTEXT):
        today = 1 / (1 + Decimal(near))
        for _ in range(3):
            worth = sum(payment * today**month for month in range(1, months + 1)) - lent
            slope = sum(month * payment * today ** (month - 1) for month in range(1, months + 1))
            today -= worth / slope
        return float(1 / today - 1)


def shares(amount, balances):
    """Whole fen by quota, then one fen at a time to whoever is furthest behind, the earlier first."""
    total = sum(balances)
    if amount >= total:
        return list(balances)
    quotas = [Fraction(amount * balance, total) for balance in balances]
    parts = [floor(quota) for quota in quotas]
    while sum(parts) < amount:
        behind = max(range(len(parts)), key=lambda place: (quotas[place] - parts[place], -place))
        parts[behind] += 1
    return parts
