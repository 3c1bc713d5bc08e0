"""Bills of wallets and banks: what came in, what was lived on, what was repaid, and to whom."""

from assessment.bills.changes import Change, changes, taken
from assessment.bills.debts import HiddenDebt, Repaid, hidden, repaid
from assessment.bills.ledger import Bill, Entry, Kind
from assessment.bills.living import Living, living
from assessment.bills.merging import merged
from assessment.bills.reading import bill_in

__all__ = [
    "Bill",
    "Change",
    "Entry",
    "HiddenDebt",
    "Kind",
    "Living",
    "Repaid",
    "bill_in",
    "changes",
    "hidden",
    "living",
    "merged",
    "repaid",
    "taken",
]
