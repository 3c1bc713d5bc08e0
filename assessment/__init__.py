"""还得起: what a household can pay, and what it can ask of its lenders."""

from assessment._assess import Assessment, DebtAssessment, assess, judged_anew
from assessment.case import Case

__all__ = ["Assessment", "Case", "DebtAssessment", "assess", "judged_anew"]
