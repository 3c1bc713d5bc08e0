"""The plans that are tried and the one that is looked at, worked out from the case and what was chosen on the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assessment import DebtAssessment, stress
from assessment.case import Futures
from assessment.stress import HELD, Menu, Payments, Trial, Verdict
from ui.text import _

if TYPE_CHECKING:
    from ui.session import Session


@dataclass(frozen=True, slots=True)
class Looked:
    """What the page looks at: one debt or all together, one of its options by place, and the fen saved on top."""

    debt: int | None = None
    option: int | None = None
    more: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Focus:
    """The plans on the page and the one that is looked at: its row in the verdict and its name.

    `debt` and `menu` stand where one debt's options are compared.
    """

    looked: Looked
    trial: Trial
    verdict: Verdict
    futures: Futures
    row: int
    title: str
    debt: DebtAssessment | None = None
    menu: Menu | None = None

    @property
    def payments(self) -> Payments:
        return self.verdict.payments[self.row : self.row + 1]

    @property
    def breaks(self) -> stress.Odds:
        return self.verdict.odds[self.row].other

    @property
    def last(self) -> int:
        """The month of the plan's last payment."""
        return int(stress.last_months(self.payments)[0])

    @property
    def given(self) -> tuple[object, ...]:
        """What the odds of this plan at any cushion rest on."""
        return self.trial.home, self.futures, self.payments.tobytes()

    @property
    def payable(self) -> tuple[int, ...]:
        """The rows that hold as long as nothing happens."""
        return tuple(row for row, month in enumerate(self.verdict.untroubled) if month == HELD)

    @property
    def rows_by_place(self) -> dict[int | None, int]:
        """Where each option of the debt stands in the verdict."""
        return {place: row for row, place in enumerate(self.menu.places)} if self.menu else {}

    @property
    def usual(self) -> int:
        """The row looked at until another is chosen: the recommended option, or the steadiest."""
        best = self.rows_by_place.get(self.debt.comparison.recommended) if self.debt else None
        if best in self.payable:
            return best
        return next(row for group in self.verdict.ranks for row in group if row in self.payable)

    def title_of(self, row: int) -> str:
        """The name of one of the plans."""
        if self.debt is None or self.menu is None:
            return self.title
        return _(self.debt.comparison.options[self.menu.places[row]].outcome.title)

    def at(self, row: int) -> Focus:
        """The same plans, another one looked at."""
        option = self.menu.places[row] if self.menu else None
        return replace(self, row=row, title=self.title_of(row), looked=replace(self.looked, option=option))


def tried(of: Session) -> Trial | None:
    """The household with its futures drawn; None where there is nothing to try."""
    found = of.assessment
    if not of.case.debts or not of.case.incomes or found.affordability.negative:
        return None
    home, futures = stress.home(of.case, found.affordability, of.as_of), of.case.futures
    runs = of.once(lambda: stress.run(home, futures), "runs", on=(home, futures))
    debts = tuple(of.debt(place) for place in range(len(found.debts)))
    return Trial(home, runs, debts, stress.usual(debts), home.cushion)


def focus(of: Session, looked: Looked) -> Focus | None:
    """What the page looks at, for the case as it stands; None where there is no plan to look at any more."""
    trial = tried(of)
    if trial is None or (looked.debt is not None and looked.debt >= len(trial.debts)):
        return None
    found = on(of, trial, looked)
    if found is None or found.debt is None:
        return found
    if not found.payable:
        return None
    row = found.rows_by_place.get(looked.option)
    return found.at(row if row in found.payable else found.usual)


def on(of: Session, trial: Trial, looked: Looked) -> Focus | None:
    """All debts together, or every option of one, none of them looked at yet; None where no debt has an option."""
    saved = replace(trial, cushion=trial.home.cushion + looked.more)
    if looked.debt is not None:
        debt, menu = saved.debts[looked.debt], stress.menus(saved.debts, saved.chosen)[looked.debt]
        return Focus(looked, saved, stress.judge(saved, menu.payments), of.case.futures, 0, "", debt, menu)
    if all(place is None for place in saved.chosen):
        return None
    return Focus(looked, saved, stress.judge(saved, saved.together), of.case.futures, 0, _("推荐的方案"))
