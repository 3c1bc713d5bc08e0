"""还得起: what a household can pay, and what it can ask of its lenders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assessment._assess import Assessment, DebtAssessment, assess, judged_anew
    from assessment.case import Case

__all__ = ["Assessment", "Case", "DebtAssessment", "assess", "judged_anew"]


def __getattr__(name: str) -> Any:
    """Names on first use, so that the reading process, which needs none of them, starts at once."""
    if name not in __all__:
        raise AttributeError(name)
    from assessment import _assess

    return getattr(_assess, name)
