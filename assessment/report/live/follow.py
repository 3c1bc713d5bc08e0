"""How the terms we start from follow from what was entered: the menu of options, as formulas."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.offers import TERMS_OFFERED, WITHOUT_TERM, Kind
from assessment.report.live.debt import Facts
from assessment.report.live.inputs import Inputs
from assessment.report.live.rows import level
from assessment.report.live.shares import Share

_USUALLY_WAIVED: dict[Kind, tuple[str, ...]] = {
    "settlement": ("settle_principal", "settle_interest", "", ""),
    "partial_waiver": ("ask_principal", "ask_interest", "ask_penalty", "ask_fees"),
}
_PARTS = 4


@dataclass(frozen=True)
class Follow:
    """What the terms of a debt's options rest on."""

    inputs: Inputs
    facts: Facts
    share: Share

    def rate(self, kind: Kind) -> str:
        """The contract's true rate; a new loan's own, where that is higher."""
        return (
            f"MAX({self.facts.rate},{self._assumed('new_loan_rate')})" if kind == "new_borrowing" else self.facts.rate
        )

    def grace(self) -> str:
        return self._assumed("grace_months")

    def waived(self, kind: Kind) -> tuple[str, ...]:
        """The share let off of principal, interest, penalty and fees; empty where nothing is asked."""
        asked = _USUALLY_WAIVED.get(kind)
        return tuple(self._assumed(name) if name else "1" for name in asked) if asked else ()

    def months(self, kind: Kind, rate: str) -> str:
        """How many instalments: the contract's, twice as many, or the fewest offered that the month carries."""
        if kind == "new_borrowing":
            return str(WITHOUT_TERM)
        if kind == "longer_cycle":
            return f"MIN({self._left()}*2,{TERMS_OFFERED[-1]})"
        return self._shortest(rate) if kind == "instalments" else self._left()

    def payment(self, rate: str) -> str:
        """The suggested figure; where that never repays in five years, the least that does."""
        principal, longest = self.facts.claimed.principal, TERMS_OFFERED[-1]
        least = f"MAX({level(principal, rate, str(longest))},ROUND({principal}*{rate}/12,2)+0.01)"
        return f"ROUND(MAX({self.share.suggested}-{self._heaviest(longest)},{least}),2)"

    def light_months(self) -> str:
        return self._assumed("light_months")

    def light_payment(self) -> str:
        part = f"ROUND({self.share.suggested}*100,0)*{self._assumed('light_share')}"
        return f"INT(ROUND({part},6))/100"

    def all_months(self, light: str) -> str:
        """The light months and those after them."""
        return f"{light}+MAX({self._left()}-{light},{WITHOUT_TERM})"

    def _assumed(self, name: str) -> str:
        return self.inputs.one("assumptions", name)

    def _left(self) -> str:
        return f"IF({self.facts.left}=0,{WITHOUT_TERM},{self.facts.left})"

    def _shortest(self, rate: str) -> str:
        found = str(TERMS_OFFERED[-1])
        for months in reversed(TERMS_OFFERED):
            first = f"{level(self.facts.claimed.principal, rate, str(months))}+{self._heaviest(months)}"
            found = f"IF(ROUND({first}-{self.share.suggested},2)<=0,{months},{found})"
        return found

    def _heaviest(self, months: int) -> str:
        """The larger of the even parts of today's charges, up to the next fen."""
        return f"ROUNDUP(ROUND({self.facts.claimed.charges}*100,0)/{months},0)/100"
