"""Shares as people count them: so many of a hundred."""

from __future__ import annotations

from ui.text import _


def count(share: float) -> int:
    """How many of a hundred."""
    return int(share * 100 + 0.5)


def said(share: float) -> str:
    """约 31 个; what is neither nobody nor everybody is never rounded to that, and neither is ever certain."""
    if share == 0:
        return _("几乎没有人")
    if share == 1:
        return _("几乎都")
    if count(share) == 0:
        return _("不到 1 个")
    return _("99 个以上") if count(share) == 100 else _("约 {count} 个").format(count=count(share))


def error(share: float) -> str:
    """How far chance may have put a share off: ±1 个."""
    return _("±{count} 个").format(count=max(count(share), 1))


def short(share: float) -> str:
    """The same beside a line: 31, with <1 and >99 for what is neither nobody nor everybody."""
    if 0 < share < 1 and count(share) in {0, 100}:
        return ">99" if count(share) else "<1"
    return str(count(share))
