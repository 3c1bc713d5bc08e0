"""Sentences and values in Chinese, for the command line, for files, and for the screen's own language."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from assessment import money
from assessment.text import Money, Month, Percent, Text, Value


def chinese(text: Text) -> str:
    """The sentence in its source language."""
    return text.fill(str, shown)


def shown(value: Value) -> str:
    """One value as it is printed in Chinese."""
    match value:
        case Text():
            return chinese(value)
        case Money(yuan):
            return money.show(yuan)
        case Percent(fraction):
            return percent(fraction)
        case Month(day):
            return month(day)
        case date():
            return day_text(value)
    return str(value)


def percent(fraction: Decimal | float) -> str:
    """0.1825 as 18.25%; two decimals at most, half up."""
    value = (Decimal(str(fraction)) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{value.normalize():f}%"


def day_text(day: date) -> str:
    """2026年3月1日"""
    return f"{day.year}年{day.month}月{day.day}日"


def month(day: date) -> str:
    """2026年3月"""
    return f"{day.year}年{day.month}月"
