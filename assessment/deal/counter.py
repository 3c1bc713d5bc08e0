"""A counter-offer: worked out, said as a phrase, and read back so that both are the same."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessment import money, offers
from assessment._assess import DebtAssessment
from assessment.deal.flows import Flows
from assessment.deal.hearing import PART_TITLE, PARTS, Part
from assessment.deal.reading import read
from assessment.offers import Components, Position, Terms
from assessment.text import Text

LONGEST_ASKED = offers.TERMS_OFFERED[-1]
_YUAN = 100
_SAID: dict[Part, str] = {"principal": "本金", "interest": "利息", "penalty": "罚息", "fees": "费用"}

WRITTEN = Text("请把总额、每期金额和日期、免掉的每一项都写进协议，签字或盖章后发给我，我收到、核对以后按协议付款。")


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter-offer: `phrase` is read back as `flows`, and `terms` say the same inside a sentence."""

    phrase: str
    flows: Flows
    terms: Text


@dataclass(frozen=True, slots=True)
class Base:
    """What a counter-offer starts from: the debt, what of it is left after a waiver, a first payment, a rate.

    No month may exceed `limit`. Fen.
    """

    found: DebtAssessment
    left: Components
    down: int
    rate: Decimal
    limit: int

    @property
    def net(self) -> Position:
        """The debt with the waiver granted and the first payment made."""
        rest, kept = self.down, {}
        for part in ("fees", "penalty", "interest", "principal"):
            owed = getattr(self.left, part)
            kept[part] = money.to_yuan(owed - min(rest, owed))
            rest -= min(rest, owed)
        position = self.found.position
        return Position(position.debt.model_copy(update=kept), position.assumptions, position.as_of)

    def over(self, months: int) -> Counter | None:
        """Equal instalments over so many months."""
        payment = offers.outcome(self.net, Terms("instalments", months=months, annual_rate=self.rate)).monthly
        return self.at(months, payment)

    def shortest(self) -> Counter | None:
        """The shortest term in which no month exceeds the limit; None where even the longest that is asked for does."""
        months = offers.shortest_term(self.net, Terms("instalments", annual_rate=self.rate), self.limit)
        return None if months is None or months > LONGEST_ASKED else self.over(months)

    def at(self, months: int, payment: int) -> Counter | None:
        """So many months at so much, in whole yuan where the limit allows it; None where it does not."""
        whole = -(-payment // _YUAN) * _YUAN
        each = whole if whole <= self.limit else payment
        claim = self.found.position.claim
        off = Components(*(getattr(claim, part) - getattr(self.left, part) for part in PARTS))
        phrase = _phrase(self.down, months, each, off, claim)
        flows = read(phrase, self.found.position).flows
        if flows is None or flows.heaviest > self.limit:
            return None
        return Counter(phrase, flows, _terms(self.down, months, each, off, claim))


def _terms(down: int, months: int, payment: int, off: Components, claim: Components) -> Text:
    """先付 500 元，剩下的分 24 期，每期 600 元，罚息全免."""
    terms = Text("分 {months} 期，每期 {payment}", months=months, payment=money.told(payment))
    if down:
        terms = Text("先付 {down}，剩下的{terms}", down=money.told(down), terms=terms)
    for part in PARTS:
        if getattr(off, part):
            waived = _one_waiver(part, getattr(off, part), getattr(claim, part))
            terms = Text("{first}，{second}", first=terms, second=waived)
    return terms


def _phrase(down: int, months: int, payment: int, off: Components, claim: Components) -> str:
    """首付2000元，分36期，每期612元，免罚息，利息减300元."""
    parts = [f"首付{_plain(down)}元"] if down else []
    parts.append(plain_phrase(months, payment))
    for part in PARTS:
        waived = getattr(off, part)
        if waived:
            whole = waived == getattr(claim, part)
            parts.append(f"免{_SAID[part]}" if whole else f"{_SAID[part]}减{_plain(waived)}元")
    return "，".join(parts)


def plain_phrase(months: int, payment: int) -> str:
    """分36期，每期612元."""
    return f"分{months}期，每期{_plain(payment)}元"


def _plain(fen: int) -> str:
    return f"{money.to_yuan(fen):f}".removesuffix(".00")


def _one_waiver(part: Part, waived: int, owed: int) -> Text:
    named = Text(PART_TITLE[part])
    if waived == owed:
        return Text("{part}全免", part=named)
    return Text("{part}减 {amount}", part=named, amount=money.told(waived))
