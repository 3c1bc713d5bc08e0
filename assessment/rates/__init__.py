"""Rates as quoted and as they really are."""

from assessment.rates.actuarial import apr_actuarial
from assessment.rates.quoted import FORMS, ON_360, Per, QuotedRate, Ratio, daily, monthly, parse, text, told
from assessment.rates.solved import NoRate, dated_value, effective, irr, present_value, xirr

__all__ = [
    "FORMS",
    "ON_360",
    "NoRate",
    "Per",
    "QuotedRate",
    "Ratio",
    "apr_actuarial",
    "daily",
    "dated_value",
    "effective",
    "irr",
    "monthly",
    "parse",
    "present_value",
    "text",
    "told",
    "xirr",
]
