"""What is let off, and what is not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assessment.deal.hearing.match import HALF, WHOLE, Match, loosely, named, still_paid, take, told, value_of
from assessment.deal.hearing.said import PARTS, Asked, Said
from assessment.deal.hearing.tokens import Token
from assessment.text import Percent, Text


def part_named(said: Said, match: Match) -> None:
    """Only these parts are paid: the others are let off; a share after it is paid of what is named."""
    cut = match.first("ZHS")
    for part in PARTS:
        if part not in match.parts:
            said.off[part] = WHOLE
    if cut:
        paid = still_paid(cut)
        for part in match.parts:
            said.off[part] = WHOLE - paid
        take(said, match, Text("只还{parts}的 {share}，别的都免", parts=named(match.parts), share=Percent(paid)))
        return
    take(said, match, Text("只还{parts}，别的都免", parts=named(match.parts)))


def only_part(said: Said, match: Match) -> bool:
    if "principal" not in match.parts:
        return False
    part_named(said, match)
    return True


def settled_with(said: Said, match: Match) -> bool:
    """还本金结清: the principal settles everything."""
    if match.parts != ("principal",):
        return False
    part_named(said, match)
    said.at_once = True
    return True


def only_some(said: Said, match: Match) -> bool:
    """利息只收一半, 罚息只收 500."""
    token = match.first("HSZY")
    if token is None:
        return False
    for part in match.parts:
        if token.code == "Y":
            said.due[part] = token.value
        else:
            said.off[part] = WHOLE - still_paid(token)
    if token.code == "Y" and len(match.parts) > 1:
        said.due.clear()
        return False
    shown = told(token) if token.code != "H" else Text("{amount}", amount=Percent(HALF))
    take(said, match, Text("{parts}只收 {amount}", parts=named(match.parts), amount=shown))
    return True


def part_reduced(said: Said, match: Match) -> bool:
    """利息从1200降到600, 罚息减到三成: what of a part stays to be paid."""
    stays = match.of("YSZH")[-1]
    if len(match.parts) != 1:
        return False
    (part,) = match.parts
    if stays.code == "Y":
        said.due[part] = stays.value
    else:
        said.off[part] = WHOLE - still_paid(stays)
    shown = told(stays) if stays.code == "Y" else Text("{amount}", amount=value_of(still_paid(stays)))
    take(said, match, Text("{parts}只收 {amount}", parts=named(match.parts), amount=shown))
    return True


def all_reduced(said: Said, match: Match) -> None:
    """减到八折, 降到七成: a share of everything stays to be paid."""
    stays = match.first("SZH")
    if stays:
        said.off_in_all.append(WHOLE - still_paid(stays))
        take(said, match, Text("一共减 {amount}", amount=value_of(WHOLE - still_paid(stays))))


def kept(said: Said, match: Match) -> None:
    parts = match.parts or PARTS
    said.kept.update(parts)
    take(said, match, Text("{parts}不免", parts=named(parts)) if match.parts else Text("不减免"))


def waive(said: Said, match: Match) -> bool:
    """Parts let off whole, by half, by a share, by an amount."""
    token = match.first("HJSZY")
    parts = match.parts
    if token is not None and token.code == "Y" and len(parts) > 1:
        said.off_in_all.append(token.value)
        take(said, match, Text("从{parts}里减 {amount}", parts=named(parts), amount=told(token)))
        return True
    off = let_off(token)
    for part in parts:
        said.off[part] = off
    shown = Text("全部") if off == WHOLE else Text("{amount}", amount=value_of(off))
    if token is not None:
        loosely(said, token)
    take(said, match, Text("{parts}免 {amount}", parts=named(parts), amount=shown))
    return True


def waived_but_not(said: Said, match: Match) -> bool:
    """只免罚息不免利息: what stands before is let off, what stands after is not."""
    codes = match.codes()
    turn = max(codes.find("K"), codes.find("NW"))
    if codes[turn] == "K" and match.pieces[turn].words not in _NOT_WAIVED:
        return False
    waive(said, replace(match, pieces=match.pieces[:turn]))
    kept(said, replace(match, pieces=match.pieces[turn:]))
    return True


_NOT_WAIVED = frozenset({"不免", "不减"})
"""Unlike 照收, what these deny stands after them."""


def waive_each(said: Said, match: Match) -> None:
    """免1200利息和600罚息: each amount is of the part after it."""
    amounts, parts = match.of("HSY"), match.of("C")
    for amount, part in zip(amounts, parts, strict=True):
        off = let_off(amount)
        for each in part.value:
            said.off[each] = off
        take(said, match, Text("{parts}免 {amount}", parts=named(part.value), amount=value_of(off)))


def let_off(token: Token | None) -> Asked:
    """How much a waiver lets off: 免三成 lets off three tenths, 打八折 two tenths, 减半 half."""
    if token is None:
        return WHOLE
    if token.code in "HJ":
        return HALF
    if token.code == "Z":
        return WHOLE - Decimal(token.value)
    fen_or_share: Asked = token.value
    return fen_or_share


def waive_in_all(said: Said, match: Match) -> bool:
    token = match.first("HJSZY")
    if token is None:
        return False
    off = let_off(token)
    said.off_in_all.append(off)
    shown = Text("{amount}", amount=value_of(off))
    take(said, match, Text("一共减 {amount}", amount=shown))
    loosely(said, token)
    return True
