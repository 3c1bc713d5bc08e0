"""A record of the options that were shown for one debt, drafted from the comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assessment import money
from assessment._assess import DebtAssessment
from assessment.counsel.models import Shown, Suitability
from assessment.offers import paid_today
from assessment.text import Text


def drafted(found: DebtAssessment, places: Sequence[int], say: Callable[[Text], str]) -> Suitability:
    """The options at `places` as they stand today; `reasons` begins with why the comparison advises what it advises.

    Nothing is chosen in a draft: an option is chosen by a person.
    """
    shown = tuple(_shown(found, place) for place in places)
    return Suitability(debt=found.debt.name, day=found.position.as_of, shown=shown, reasons=say(found.comparison.why))


def _shown(found: DebtAssessment, place: int) -> Shown:
    option = found.comparison.options[place]
    result = option.outcome
    return Shown(
        title=result.title,
        fit=option.fit,
        monthly=money.to_yuan(result.monthly),
        at_once=money.to_yuan(paid_today(found.position.as_of, result.path)),
        total=money.to_yuan(result.total),
        debt_free=result.debt_free,
        advised=place == found.comparison.recommended,
    )
