"""Everything around the figures: days, the old contract, warnings, and what cannot be counted."""

from __future__ import annotations

from assessment.deal.hearing.match import Match, take, told
from assessment.deal.hearing.said import Said
from assessment.text import Text, label


def claimed(said: Said, match: Match) -> None:
    token = match.first("Y")
    said.claimed = token.value if token else None
    if token:
        take(said, match, Text("对方说一共欠 {amount}", amount=told(token)))


def interest_free(said: Said, match: Match) -> None:
    said.interest_free = True
    take(said, match, Text("今后不再计息"))


def suspended(said: Said, match: Match) -> None:
    said.unclear.append(Text("“挂账”是口头说法。请对方写明：今后计不计息、已欠的息费免多少、怎么上报征信。"))
    take(said, match, Text("先不催收，欠款挂着分期还"))


def capitalised(said: Said, match: Match) -> None:
    said.capitalised = True
    take(said, match, Text("没减免的息费并入本金，重新计息"))


def original(said: Said, match: Match) -> None:
    said.original = True
    take(said, match, Text("照原合同还"))


def cure(said: Said, match: Match) -> None:
    said.cure = True
    take(said, match, Text("补上逾期的部分，再照原合同还"))


def arrears(said: Said, match: Match) -> None:
    said.unclear.append(Text("“{words}”怎么处理没有说清，没有算进去。", words=match.words))


def day(said: Said, match: Match) -> bool:
    token = match.first("D")
    if token is None:
        return False
    if token.loose:
        vague(said, match)
        return True
    if said.by is not None and said.by != token.value:
        said.conflicts.append(Text("说了两个日子，请问清哪一天还哪一笔。"))
        return False
    said.by = token.value
    take(said, match, Text("在 {day} 以前", day=token.value))
    return True


def due_day(said: Said, match: Match) -> None:
    token = match.first("u")
    said.due_day = token.value if token else None
    take(said, match, Text("每月 {day} 日还", day=said.due_day or 0))


def borrow(said: Said, match: Match) -> None:
    said.traps.add("borrow")
    said.warn(Text("对方让您另借一笔来还。不要照做：借新还旧只是换了债主，还多一层利息。"))
    take(said, match, Text("要您另外借钱（不算进方案）"))


def private_account(said: Said, match: Match) -> None:
    said.traps.add("private_account")
    said.warn(Text("对方让您把钱转到个人账户。先不要转，按合同或官方 App 里的账户还。"))
    take(said, match, Text("要转到个人账户（不算进方案）"))


def refused(said: Said, match: Match) -> None:
    """A clause that denies something: nothing in it counts."""
    said.refused = True
    said.unclear.append(Text("“{words}”是不同意的话，里面的数没有算进去。", words=match.words))


def impossible(said: Said, match: Match) -> None:
    """A number that cannot be meant: nothing is worked out."""
    token = match.first("I")
    if token:
        said.impossible.append(Text(token.value, words=match.words))


def vague(said: Said, match: Match) -> None:
    """七八百, 3到6个月, 每周, 先息后本: nothing to work with."""
    token = match.first("V")
    said.impossible.append(Text(token.value or _NO_SHAPE if token else _NO_SHAPE, words=match.words))


_NO_SHAPE = label("“{words}”怎么算没有读懂，没有算。请问清每期各还多少，再写成“36期 每期820”这样。")


def stated_part(said: Said, match: Match) -> None:
    said.unclear.append(Text("“{words}”看不出是要收还是要免，没有算进去。", words=match.words))


def bare_amount(said: Said, match: Match) -> bool:
    """An amount with nothing beside it settles the debt where one payment was meant; else it is asked about."""
    token = match.first("Y")
    if token is None:
        return False
    if said.in_one and not said.lump and not said.in_parts and not said.off:
        said.lump.append(token.value)
        take(said, match, Text("一次还 {amount} 结清", amount=told(token)))
        return True
    if match.words in _COUNTING_WORDS:
        said.unread.append(match.words)
        return True
    if said.impossible:
        return True
    said.impossible.append(
        Text("“{words}”看不出是什么数，没有算。请写明，例如“每期820”“首付2000”“8000一次结清”。", words=match.words)
    )
    return True


_COUNTING_WORDS = frozenset("零一二两三四五六七八九十")
"""As in 一直, 两台, 十分: no amount of money."""


def rest_let_off(said: Said, match: Match) -> None:
    """其余减免: what was not named is let off."""
    said.rest_off = match.words


def connecting(said: Said, match: Match) -> None:
    """Words that only join others: the rest, in all, each."""
