"""Refunds set off against what they give back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from assessment.bills.amounts import fen_of, refunded
from assessment.bills.kinds import IN, OUT, Book, Line, is_card_payment
from assessment.bills.ledger import Entry

_WORDS = ("退款", "退货", "冲正", "撤销", "退票", "return")
_MENTIONED = re.compile("|".join(_WORDS))
_SAYS_WHAT = re.compile(r"^[（(【\[]?(?:退款|退货|退票|冲正|撤销|消费)[)）】\]]?[-—\s]*")
_LATEST = timedelta(days=180)
_NAMED_BY = 6
_MOST_ALIKE = 64


@dataclass
class Netting:
    """Payments by their order, and by whom and what they were for; what was closed, or told its refund itself.

    Only what one of `refunds` could belong to is looked up by its order or name.
    """

    refunds: Sequence[Line]
    entries: list[Entry] = field(default_factory=list)
    by_order: dict[str, list[int]] = field(default_factory=dict)
    by_name: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    explained: Counter[tuple[str, int]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.by_order = {order: [] for line in self.refunds for order in _orders(line)}
        self.by_name = {(name, line.gross): [] for line in self.refunds for name in _names(line)}

    def pay(self, line: Line, entry: Entry) -> None:
        """One payment, with what it may be found by."""
        if self.refunds:
            self._register(line, entry)
        self.entries.append(entry)

    def _register(self, line: Line, entry: Entry) -> None:
        place = len(self.entries)
        names = [(name, entry.fen) for name in _names(line)]
        for places in (self.by_order.get(order) for order in _orders(line)):
            if places is not None and len(places) < _MOST_ALIKE:
                places.append(place)
        for places in map(self.by_name.get, names):
            if places is not None:
                places.append(place)
        back = line.gross - entry.fen
        if back and entry.kind != "moved":
            self.told.update(_orders(line))
            self.explained.update((name, back) for name, _fen in names)

    def close(self, line: Line) -> None:
        """An order that came to nothing: its refund gives back what was never counted."""
        self.closed.update(_orders(line))
        self.explained.update((name, line.gross) for name in _names(line))

    def set_off(self, line: Line) -> bool:
        """Whether the refund belongs to something this bill holds; a payment it belongs to is lowered by it."""
        orders = tuple(_orders(line))
        if any(order in self.closed or order in self.told for order in orders):
            return True
        places = [place for order in orders for place in self.by_order.get(order, ())]
        return self._lower(line, places) or self._explains(line) or self._repays(line)

    def _explains(self, line: Line) -> bool:
        for name in _names(line):
            if self.explained[name, line.gross] > 0:
                self.explained[name, line.gross] -= 1
                return True
        return False

    def _lower(self, line: Line, places: Sequence[int]) -> bool:
        """The latest payment of that order that is large enough."""
        for place in sorted(places, key=lambda each: self.entries[each].day, reverse=True):
            paid = self.entries[place]
            if paid.kind in {"spent", "repaid"} and paid.fen >= line.gross:
                self.entries[place] = paid._replace(fen=paid.fen - line.gross)
                return True
        return False

    def _repays(self, line: Line) -> bool:
        """A payment of just that amount by that name, not long before; each is given back once."""
        for name in _names(line):
            places = self.by_name.get((name, line.gross), [])
            for at in range(min(len(places), _MOST_ALIKE)):
                paid = self.entries[places[at]]
                before = timedelta(0) <= line.day - paid.day <= _LATEST
                if before and paid.kind in {"spent", "repaid"} and paid.fen == line.gross:
                    self.entries[places.pop(at)] = paid._replace(fen=0)
                    return True
        return False


def _orders(line: Line) -> Iterator[str]:
    """A refund's number is its payment's, with something behind a low line; a shop's number is the same on both."""
    for role in ("order", "shop_order"):
        number = line.words.get(role, "").strip()
        if len(number) > 1:
            yield f"{role}:{number.split('_')[0]}" if role == "order" else f"{role}:{number}"


def _names(line: Line) -> Iterator[str]:
    """Whom and what it was for, as far as a payment and its refund share the words."""
    for role in ("party", "goods"):
        word = _SAYS_WHAT.sub("", line.words.get(role, "")).strip()
        if len(word) > 1:
            yield f"{role}:{word[:_NAMED_BY]}"


def says_refund(book: Book, line: Line) -> bool:
    """Whether a line says that it gives back."""
    if line.way == OUT:
        return False
    words = line.words
    if not _MENTIONED.search(line.head) and "退款" not in words.get("status", ""):
        return False
    goods = words.get("goods", "").lstrip("（(【[").lower()
    return (
        words.get("status", "").startswith("退款成功")
        or words.get("category") == "退款"
        or any(word in words.get("kind", "") for word in _WORDS)
        or goods.startswith(_WORDS)
        or (not book.wallet and any(word in goods for word in _WORDS))
    )


def may_refund(book: Book, line: Line) -> bool:
    """Whether money came in on a card without repaying it: it then gives back something bought, if that is found."""
    return bool(book.card) and line.way == IN and not is_card_payment(line)


def told_back(line: Line) -> int:
    """What a payment's own line says was given back. Fen."""
    words = line.words
    own = fen_of(words["back"]) if "back" in words else None
    return min(line.gross, own or refunded(words.get("amount", ""), words.get("status", ""), line.gross))
