"""Amounts in the characters that banks and contracts use, which cannot be altered with a stroke: 人民币壹佰元整."""

from __future__ import annotations

from decimal import Decimal

from assessment import money

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def capital(yuan: Decimal) -> str:
    """An amount of nought or more in formal characters, 人民币壹仟肆佰零玖元伍角.

    Yuan, to the fen. Raises ValueError below nought or from ten thousand million million yuan on.
    Source: 中国人民银行《支付结算办法》附件一《正确填写票据和结算凭证的基本规定》二、三、四.
    """
    fen = money.to_fen(yuan)
    if fen < 0 or fen >= 10**18:
        raise ValueError("no formal amount below nought or so large")
    whole, jiao, left = fen // 100, fen // 10 % 10, fen % 10
    said = f"{_whole(whole)}元" if whole else ""
    if not jiao and not left:
        return f"人民币{said or '零元'}整"
    between = "零" if whole and (not jiao or whole % 10 == 0) else ""
    tenths = f"{_DIGITS[jiao]}角" if jiao else ""
    return f"人民币{said}{between}{tenths}{f'{_DIGITS[left]}分' if left else ''}"


def _whole(number: int) -> str:
    """A whole number from one on, group by group of four places, one 零 for any run of noughts inside."""
    digits = str(number).zfill(-(-len(str(number)) // 4) * 4)
    groups = [digits[start : start + 4] for start in range(0, len(digits), 4)]
    said, gap = "", False
    for place, group in zip(range(len(groups) - 1, -1, -1), groups, strict=True):
        if not int(group):
            gap = bool(said)
            continue
        lead = "零" if said and (gap or group[0] == "0") else ""
        said += lead + _group(group.lstrip("0")) + _GROUPS[place]
        gap = False
    return said


def _group(digits: str) -> str:
    said, gap = "", False
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit == "0":
            gap = True
            continue
        said += ("零" if gap else "") + _DIGITS[int(digit)] + _PLACES[place]
        gap = False
    return said
