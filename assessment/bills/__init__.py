"""Bills of wallets and banks: what came in, what was lived on, what was repaid, and to whom."""

from assessment.bills.changes import Change, changes, taken
from assessment.bills.debts import HiddenDebt, hidden
from assessment.bills.ledger import Bill, Entry, Kind
from assessment.bills.living import ByMonth, Living, living
from assessment.bills.merging import Ledger, ledger_of
from assessment.bills.reading import bill_in, printed_bill
from assessment.bills.remarks import remarks
from assessment.bills.repaid import Repaid, repaid

__all__ = [
    "Bill",
    "ByMonth",
    "Change",
    "Entry",
    "HiddenDebt",
    "Kind",
    "Ledger",
    "Living",
    "Repaid",
    "bill_in",
    "changes",
    "hidden",
    "ledger_of",
    "living",
    "printed_bill",
    "remarks",
    "repaid",
    "taken",
]
