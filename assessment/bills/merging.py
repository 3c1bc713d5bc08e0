"""Several exports as one ledger: the same payment counted once, moves between own accounts taken out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assessment.bills.coverage import Coverage, covered
from assessment.bills.creditors import BANKS, bank_in
from assessment.bills.kinds import WALLETS
from assessment.bills.ledger import Bill, Entry, Statement
from assessment.bills.moves import own_moves

_DAY = timedelta(days=1)
_BESIDE = (timedelta(0), -_DAY, _DAY)
_REFUND_DAYS = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every payment once, in order of time.

    `twice` counts lines that stood in two bills, `own` those that turned out to be moves between own accounts.
    """

    entries: tuple[Entry, ...]
    twice: int
    own: int
    coverage: Coverage
    statements: tuple[Statement, ...]

    @property
    def counted(self) -> Iterator[Entry]:
        """Entries that averages over months rest on."""
        aside = frozenset(self.coverage.thin + self.coverage.by_hand)
        return (entry for entry in self.entries if entry.book not in aside)


def ledger_of(bills: Sequence[Bill]) -> Ledger:
    """The ledger of all bills at hand.

    Two exports of one account may overlap: a line stands as often as in the one that has it most. A line in a bank's
    bill is a wallet's payment where the wallet paid the same amount with that bank's money on the day or the day beside
    it; likewise a wallet's line is a shop's. What leaves one account as another receives the same is a move.
    """
    once = _once([entry for same in _by_platform(bills) for entry in _of_platform(same)])
    settled, own = own_moves(once)
    lines = sum(len(bill.entries) for bill in bills)
    return Ledger(
        tuple(sorted(settled, key=lambda entry: entry.day)), lines - len(once), own, covered(bills),
        tuple(bill.statement for bill in bills if bill.statement),
    )  # fmt: skip


def _by_platform(bills: Sequence[Bill]) -> Iterable[list[Bill]]:
    found: dict[str, list[Bill]] = defaultdict(list)
    for bill in bills:
        found[bill.platform].append(bill)
    return found.values()


def _of_platform(bills: Sequence[Bill]) -> list[Entry]:
    return _refunds_beyond([entry for account in _accounts(bills) for entry in _union(account)])


def _accounts(bills: Sequence[Bill]) -> list[list[Bill]]:
    """Exports of one account together; two accounts with one bank tell different lines of the same days."""
    found: list[list[Bill]] = []
    for bill in bills:
        account = next((each for each in found if any(_agree(bill, other) for other in each)), None)
        if account is None:
            found.append([bill])
        else:
            account.append(bill)
    return found


def _agree(one: Bill, other: Bill) -> bool:
    """Whether two exports tell mostly the same of the days both hold."""
    since, until = max(one.since, other.since), min(one.until, other.until)
    mine, its = (Counter(_key(entry) for entry in bill.entries if since <= entry.day <= until) for bill in (one, other))
    fewer = min(mine.total(), its.total())
    return fewer > 0 and (mine & its).total() * 2 >= fewer


_Key = tuple[date, int, str, str, str, str, str]


def _key(entry: Entry) -> _Key:
    """What of an entry two exports tell alike: a refund may lie beyond the end of one of them."""
    return entry.day, entry.gross, entry.kind, entry.category, entry.source, entry.creditor, entry.payer


def _union(bills: Sequence[Bill]) -> list[Entry]:
    if len(bills) == 1:
        return list(bills[0].entries)
    most: dict[_Key, list[Entry]] = {}
    lost = [frozenset(entry for entry in bill.entries if entry.kind == "refunded") for bill in bills]
    for bill in bills:
        met: dict[_Key, list[Entry]] = defaultdict(list)
        for entry in bill.entries:
            if entry.kind != "refunded" or _unmatched_everywhere(entry, bills, lost):
                met[_key(entry)].append(entry)
        for key, entries in met.items():
            most[key] = _lowest(most.get(key, []), entries)
    return [entry for entries in most.values() for entry in entries]


def _lowest(some: Sequence[Entry], others: Sequence[Entry]) -> list[Entry]:
    """As many as the longer list holds, each at the lower of what the two tell."""
    longer, shorter = sorted((sorted(some, key=_fen), sorted(others, key=_fen)), key=len, reverse=True)
    return [*(min(pair, key=_fen) for pair in zip(longer, shorter, strict=False)), *longer[len(shorter) :]]


def _fen(entry: Entry) -> int:
    return entry.fen


def _unmatched_everywhere(refund: Entry, bills: Sequence[Bill], lost: Sequence[frozenset[Entry]]) -> bool:
    """Whether no export that holds the refund's day knows what it gave back."""
    held = zip(bills, lost, strict=True)
    return all(refund in unmatched for bill, unmatched in held if bill.since <= refund.day <= bill.until)


def _refunds_beyond(entries: Sequence[Entry]) -> list[Entry]:
    """Refunds set off against what an earlier export of the same account holds, where exactly that amount stands."""
    kept = [entry for entry in entries if entry.kind != "refunded"]
    refunds = [entry for entry in entries if entry.kind == "refunded"]
    if not refunds:
        return kept
    bought: dict[int, list[int]] = defaultdict(list)
    for place in sorted(range(len(kept)), key=lambda each: kept[each].day):
        if kept[place].kind == "spent":
            bought[kept[place].fen].append(place)
    left: list[Entry] = []
    for refund in sorted(refunds, key=lambda each: each.day):
        found = _bought_before(kept, bought[refund.gross], refund.day)
        if found is None:
            left.append(refund)
        else:
            kept[found] = kept[found]._replace(fen=0)
    return [*kept, *left]


def _bought_before(kept: Sequence[Entry], places: list[int], day: date) -> int | None:
    """The last place not after that day, taken out of `places`; none where it lies too long before."""
    at = bisect_right(places, day, key=lambda place: kept[place].day) - 1
    return places.pop(at) if at >= 0 and day - kept[places[at]].day <= _REFUND_DAYS else None


_Paid = tuple[str, str, bool, int, date]
"""Which wallet paid, with whose money, on a card or not, how much, when."""


def _once(entries: Sequence[Entry]) -> list[Entry]:
    """Without the lines of banks and wallets that answer to a payment told by a wallet or a shop."""
    paid: Counter[_Paid] = Counter(
        (entry.book, entry.payer, _on_card(entry), entry.gross, entry.day)
        for entry in entries
        if entry.payer and entry.kind in {"spent", "repaid", "moved"}
    )
    books = {entry.book for entry in entries}
    if len(books) == 1:
        return list(entries)
    doubled: set[int] = set()
    for named in (True, False):
        for place, entry in enumerate(entries):
            if place not in doubled and _answers(paid, entry, books, named=named):
                doubled.add(place)
    return [entry for place, entry in enumerate(entries) if place not in doubled]


def _on_card(entry: Entry) -> bool:
    return entry.kind != "repaid" and entry.creditor.endswith("信用卡")


def _answers(paid: Counter[_Paid], entry: Entry, books: set[str], *, named: bool) -> bool:
    """Whether a payment told elsewhere is this line; each such payment answers for one line."""
    if entry.kind == "refunded":
        return named and entry.book not in WALLETS and entry.through in books
    if entry.kind not in {"spent", "repaid", "moved"} or bool(entry.through) != named:
        return False
    if not named and entry.book in WALLETS:
        return False
    for key in _payments(entry, books):
        if paid[key] > 0:
            paid[key] -= 1
            return True
    return False


def _payments(entry: Entry, books: set[str]) -> Iterator[_Paid]:
    """The payments this line could be, the likeliest first."""
    wallets = (entry.through,) if entry.through else tuple(WALLETS & books)
    bank = bank_in(entry.book)
    money = (
        (entry.book,) if entry.book in WALLETS else (bank, "银行") if bank else ("银行", *(name for name, _ in BANKS))
    )
    card = entry.book.endswith("信用卡")
    for days in _BESIDE:
        for wallet in wallets:
            for payer in money:
                if entry.book in WALLETS:
                    yield from ((wallet, payer, on_card, entry.gross, entry.day + days) for on_card in (False, True))
                else:
                    yield wallet, payer, card, entry.gross, entry.day + days
