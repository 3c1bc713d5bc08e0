"""Rates and fees that are said."""

from __future__ import annotations

from assessment.deal.hearing.match import HALF, Match, money_of, take
from assessment.deal.hearing.said import Said
from assessment.text import Percent, Text


def rate(said: Said, match: Match) -> bool:
    token, parts = match.first("q"), match.parts
    if token is None or (parts and parts != ("interest",)):
        return False
    said.rates.append(token.value.annual)
    meaning = Text("今后的利率一年 {rate}", rate=Percent(token.value.annual))
    if token.value.assumed:
        said.unclear.append(Text("“{words}”没说是按天、按月还是按年，先按习惯算。请问清。", words=match.words))
    take(said, match, meaning)
    return True


def bare_rate(said: Said, match: Match) -> bool:
    token, word = match.first("S"), match.first("r")
    if token is None or word is None or token.code != "S":
        return False
    yearly = token.value * _TIMES_A_YEAR.get(word.words[0], 1)
    said.rates.append(yearly)
    if word.words[0] not in _TIMES_A_YEAR:
        said.unclear.append(Text("“{words}”没说是按月还是按年，先按一年算。请问清。", words=match.words))
    take(said, match, Text("今后的利率一年 {rate}", rate=Percent(yearly)))
    return True


_TIMES_A_YEAR = {"年": 1, "月": 12, "日": 365}


def rate_cut(said: Said, match: Match) -> None:
    cut = match.first("Z")
    said.rate_times = cut.value if cut else HALF
    take(said, match, Text("今后的利率是合同的 {share}", share=Percent(said.rate_times)))


def contract_rate(said: Said, match: Match) -> None:
    said.contract_rate = True
    take(said, match, Text("今后的利率照合同"))


def fee_share(said: Said, match: Match) -> bool:
    token, month = match.first("S"), match.first("m")
    if token is None or match.parts != ("fees",) or (month and month.value != 1):
        return False
    said.fee_share += token.value
    take(said, match, Text("每期另加手续费，是分期金额的 {share}", share=Percent(token.value)))
    return True


def extra(said: Said, match: Match) -> bool:
    token = match.first("Y")
    if token is None or (match.parts and match.parts != ("fees",)):
        return False
    if match.first("E"):
        said.extra_each += token.value
        take(said, match, Text("每期另收 {amount}", amount=money_of(token.value)))
    else:
        said.extra += token.value
        take(said, match, Text("另收一笔 {amount}", amount=money_of(token.value)))
    said.warn(Text("对方提到另外收钱。先问清是谁收、依据合同哪一条、能不能不收；付给第三方的“服务费”不要付。"))
    return True
