"""A small grammar: the pieces of a phrase taken for what they say, rule by rule, and nothing passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.deal.hearing import charging, framing, paying, waiving
from assessment.deal.hearing.match import Match
from assessment.deal.hearing.said import Said
from assessment.deal.hearing.tokens import Token, plain, tokens
from assessment.text import Text, label

_READ = "."


def listen(text: str, today: date) -> Said:
    """Everything a phrase says; what was not understood stands in `unread`."""
    said, spoken = Said(), plain(text)
    heard = _Heard(spoken, tokens(spoken, today), said)
    for trap in _TRAPS:
        heard.apply(trap)
    heard.cut_at_an_alternative()
    heard.pass_over_unsettled()
    for rule in _RULES:
        heard.apply(rule)
    heard.rest()
    _contradictions(said)
    return said


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern over the codes of the pieces, and what is then said; where `take` answers False nothing was read."""

    pattern: re.Pattern[str]
    take: Callable[[Said, Match], bool | None]


class _Heard:
    """The pieces of a phrase while they are read; a piece that was read is not read again."""

    def __init__(self, text: str, pieces: Sequence[Token], said: Said) -> None:
        self.text, self.pieces, self.said = text, tuple(pieces), said
        self.codes = "".join(piece.code for piece in pieces)

    def words(self, start: int, end: int) -> str:
        return self.text[self.pieces[start].start : self.pieces[end - 1].end].strip().replace(";", "，")

    def read(self, start: int, end: int) -> None:
        kept = "".join(code if code == ";" else _READ for code in self.codes[start:end])
        self.codes = self.codes[:start] + kept + self.codes[end:]

    def apply(self, rule: _Rule) -> None:
        at = 0
        while found := rule.pattern.search(self.codes, at):
            start, end = found.span()
            match = Match(self.pieces[start:end], self.words(start, end))
            if rule.take(self.said, match) is not False:
                self.read(start, end)
            at = end

    def cut_at_an_alternative(self) -> None:
        """Two offers in one breath are not mixed: only the first is read."""
        at = self.codes.find("/")
        if at < 0:
            return
        if _SAYS_TERMS.search(self.codes, 0, at) and _SAYS_TERMS.search(self.codes, at):
            self.said.conflicts.append(Text("这里像是两个方案，请一次写一个。"))
            self.pieces, self.codes = self.pieces[:at], self.codes[:at]
        else:
            self.read(at, at + 1)

    def pass_over_unsettled(self) -> None:
        """What is put as a question or under a condition: a waiver in it is not counted, and is asked about."""
        for found in list(_CLAUSE.finditer(self.codes)):
            start, end = found.span()
            clause = self.codes[start:end]
            if "?" not in clause and "!" not in clause:
                continue
            waives = re.search("[WHJ0Z]", clause) is not None
            asked = _UNSETTLED if "?" in clause else _CONDITION
            if waives or "?" in clause:
                self.said.unclear.append(Text(asked, words=self.words(start, end)))
            dropped = _DROPPED[asked] if waives else "?!"
            for place in range(start, end):
                if self.codes[place] in dropped:
                    self.read(place, place + 1)

    def rest(self) -> None:
        """What no rule has read."""
        for found in re.finditer(r"[^.;&]+", self.codes):
            self.said.unread.append(self.words(*found.span()))


_CLAUSE = re.compile("[^;]+")
_SAYS_TERMS = re.compile("[mYXSZ]")
_UNSETTLED = label("“{words}”是没有定下来的话，里面的减免没有算进去。请对方给准话。")
_CONDITION = label("“{words}”带着条件，里面的减免没有算进去。请问清条件是什么。")
_DROPPED = {_UNSETTLED: "?!WHJ0ZCKN", _CONDITION: "?!WHJ0ZCKNOX"}


_TRAPS = (_Rule(re.compile("bO?Y?"), framing.borrow), _Rule(re.compile("a+"), framing.private_account))
"""Warned of also where the rest is not understood."""
_PARTS_ = "C(?:&?C)*"
_RULES: tuple[_Rule, ...] = tuple(
    _Rule(re.compile(pattern), take)
    for pattern, take in (
        (rf"o?W+[HSY]?{_PARTS_};?(?:K|NW){_PARTS_}(?![CKW&])", waiving.waived_but_not),
        (rf"oW+[HSY]?{_PARTS_}(?![&CHJSZYKN])|(?<![KC&]){_PARTS_}oW+[HSZY]?(?![WCHSZY&])", waiving.waive),
        (rf"{_PARTS_}K|K{_PARTS_}|NW{_PARTS_}|{_PARTS_}NW|W{_PARTS_}N", waiving.kept),
        (r"NW", waiving.kept),
        (r"[^;]*N[^;]*", framing.refused),
        (r"I", framing.impossible),
        (r"V", framing.vague),
        (r"rK|rg|gr", charging.contract_rate),
        (r"K", waiving.kept),
        (r"[Cr]?q", charging.rate),
        (r"rS|Sr", charging.bare_rate),
        (r"r[HJZ]", charging.rate_cut),
        (r"rW+[HSZY]?", framing.vague),
        (r"ECS|CES|ESC|CSE(?!;?o?Y)|CSm|SmC", charging.fee_share),
        (r"F;?Yf(?!C?E?;?Y)", charging.extra),
        (r"E?f+C?E?YC?", charging.extra),
        (r"(?<![WC&oMH])CEY", framing.stated_part),
        (r"(?:F;?m|n)E?Y(?:;?(?:R;?m?|nB?)E?Y)+", paying.stepped),
        (r"v?m?w+v?m?", framing.cure),
        (r"vm", framing.arrears),
        (r"F;?m;?E?oC(?:;?nB?(?=;?E?Y))?", paying.interest_only),
        (r"(?:Gm|mG);?E?oC", paying.interest_only),
        (r"FmW(?![CHJSZY])", paying.grace_first),
        (r"Fm(?!E?Y)", paying.first_months_otherwise),
        (r"nE?Y", paying.first_instalment),
        (r"rt[SZ]", charging.bare_rate),
        (rf"{_PARTS_}[YS]?t[YSZH]", waiving.part_reduced),
        (r"E;?o?Y?tT?Y", paying.lowered),
        (r"tE;?Y", paying.payment),
        (r"E;?Y?tT?[SZH]|EY?W+[YSZH](?!C)|Eo?[ZHJ]|Eo?S(?!C)", paying.cut_of_each),
        (rf"EW+{_PARTS_}Y|(?<![C&W])W+EY", paying.cut_of_each),
        (r"(?<![C&W])(?:W+E[SZH]|JE(?!;?o?Y))", paying.cut_of_each),
        (r"T?tT?Y", paying.reduced),
        (r"T?t[SZH]", waiving.all_reduced),
        (r"T?QY(?!X)", framing.claimed),
        (r"FY;?(?:R;?m?;?)?EY", paying.first_of_all),
        (r"F;?[YSH](?!X)", paying.down),
        (r"RY(?=m)", paying.rest_amount),
        (r"G[mD]B?|mG|mR+B|mR*;?R*B", paying.grace),
        (r"DR*B", paying.start),
        (r"YE?xm|mxE?Y|YE?xY", paying.times),
        (r"uo?Y", paying.payment_on_a_day),
        (r"E;?o?Y", paying.payment),
        (r"[YS]F", paying.down),
        (r"mTY|mXY|mYX|YmX", paying.total),
        (r"TY", paying.total),
        (r"O?W+YX|O?XW+Y", paying.less_to_settle),
        (r"(?:O;?)?YX|OX?Y|XO?Y", paying.lump),
        (r"YE", paying.payment),
        (r"mo?Y|Ym", paying.payment),
        (rf"o{_PARTS_}[ZHS]?", waiving.only_part),
        (rf"{_PARTS_}o[HSZY]", waiving.only_some),
        (r"o[YSZ](?!C)", paying.lump),
        (r"(?<![W&oC])C(?=;?O?X)", waiving.settled_with),
        (r"X;?C(?![ZHJSYWoC&])", waiving.settled_with),
        (rf"M{_PARTS_}", waiving.waive),
        (r"[^;]*M[^;]*", framing.refused),
        (r"R;?W+(?![CHSYZ])", framing.rest_let_off),
        (r"W[HSY]C(?:&[HSY]C)+", waiving.waive_each),
        (r"oC", paying.only_interest),
        (rf"W[HSY]{_PARTS_}", waiving.waive),
        (rf"(?<![WC&]){_PARTS_}J|CJ", waiving.waive),
        (r"W+C(?:&?C(?![WJKoZ]))*[HSZY]?", waiving.waive),
        (rf"{_PARTS_}W+[HSZY]?|{_PARTS_}[HZ]W*", waiving.waive),
        (r"[QT][ZHJ]|[QT]W+[ZHSY]|W+Q?[HSY]|Q[ZS]X|J", waiving.waive_in_all),
        (r"O?[ZS];?X|O[ZS]", paying.lump),
        (r"Z", waiving.waive_in_all),
        (r"0", framing.interest_free),
        (r"h", framing.suspended),
        (rf"(?:{_PARTS_})?L", framing.capitalised),
        (r"C[Y]", charging.extra),
        (r"C[SY]", framing.stated_part),
        (r"R?;?g", framing.original),
        (r"mX", paying.ends),
        (r"OX|X|O", paying.at_once),
        (r"W+mC?", framing.vague),
        (r"m;?Y|Y;?m", paying.term_and_amount),
        (r"m", paying.months),
        (r"D", framing.day),
        (r"u", framing.due_day),
        (r"Y", framing.bare_amount),
        (r"[RTEBFQ]", framing.connecting),
    )
)  # fmt: skip


def _contradictions(said: Said) -> None:
    """What was said twice, differently."""
    for title, values in (
        (label("期数"), said.months),
        (label("每期金额"), said.payments),
        (label("总额"), said.totals),
    ):
        if len(set(values)) > 1:
            said.conflicts.append(Text("说了两个不一样的{title}，请问清是哪一个。", title=Text(title)))
    if said.kept & said.off.keys() or (said.kept and said.off_in_all):
        said.conflicts.append(Text("一处说免，一处说不免，请问清。"))
    if said.at_once and said.in_parts:
        if said.in_one:
            said.conflicts.append(Text("又说一次还清，又说分期，请问清是哪一种。"))
        said.at_once = False
