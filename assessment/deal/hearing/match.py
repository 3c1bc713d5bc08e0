"""Words that a rule has matched, and how what they say is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessment import money
from assessment.deal.hearing.said import PARTS, Asked, Part, Said, Taken
from assessment.deal.hearing.tokens import Token
from assessment.text import Money, Percent, Text, label

PART_TITLE: dict[Part, str] = {
    "principal": label("本金"), "interest": label("利息"), "penalty": label("罚息、违约金"), "fees": label("费用"),
}  # fmt: skip
HALF = Decimal("0.5")
WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces that a rule matched, and the words they stand in."""

    pieces: tuple[Token, ...]
    words: str

    def codes(self) -> str:
        return "".join(piece.code for piece in self.pieces)

    def first(self, codes: str) -> Token | None:
        return next((piece for piece in self.pieces if piece.code in codes), None)

    def of(self, codes: str) -> list[Token]:
        return [piece for piece in self.pieces if piece.code in codes]

    @property
    def parts(self) -> tuple[Part, ...]:
        named = {part for piece in self.of("C") for part in piece.value}
        return tuple(part for part in PARTS if part in named)


def money_of(fen: int) -> Money:
    return money.told(fen)


def take(said: Said, match: Match, meaning: Text) -> None:
    said.taken.append(Taken(match.words, meaning))


def value_of(value: Asked) -> Money | Percent:
    return Percent(value) if isinstance(value, Decimal) else money_of(value)


def told(token: Token) -> Text:
    """An amount in fen or a share, with how exactly it was said."""
    shown = Text("{amount}", amount=value_of(token.value))
    return Text(_LOOSELY[token.loose], amount=shown) if token.loose else shown


_LOOSELY = {"about": label("大约 {amount}"), "most": label("最多 {amount}"), "least": label("最少 {amount}")}


def loosely(said: Said, token: Token) -> None:
    if token.loose == "about":
        said.unclear.append(Text("“{words}”不是准数，先照这个数算。请对方说出准数。", words=token.words))


def named(parts: Sequence[Part]) -> Text:
    """Parts of a debt, named."""
    named = [Text(PART_TITLE[part]) for part in parts]
    whole = named[0]
    for each in named[1:]:
        whole = Text("{first}、{second}", first=whole, second=each)
    return whole


def still_paid(token: Token) -> Decimal:
    share: Decimal = HALF if token.code == "H" else token.value
    return share
