"""One sum among several creditors: shared once, or month after month until all are paid."""

from assessment.sharing.orders import ORDERS, Order, Owed
from assessment.sharing.payoff import Payoff, payoff
from assessment.sharing.shares import pro_rata, pro_rata_fen

__all__ = ["ORDERS", "Order", "Owed", "Payoff", "payoff", "pro_rata", "pro_rata_fen"]
