"""What of a session is worth keeping: the case, what was typed and could not be taken, and the choices made about it."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from assessment.case import Case
from assessment.counsel import Counsel
from assessment.intake.guidance import Guidance
from assessment.offers import Terms
from assessment.problems import Path
from assessment.report.wishes import Wishes
from ui import case_paths
from ui.history import Standing
from ui.text import Language

MOST_SNAPSHOTS = 20


class Refused(BaseModel):
    """Something typed that could not be taken, and where it was typed."""

    model_config = ConfigDict(frozen=True)

    path: Path
    typed: str


class Changed(BaseModel):
    """An option's terms as they were changed on the screen."""

    model_config = ConfigDict(frozen=True)

    debt: int
    option: int
    terms: Terms


class Held(BaseModel):
    """All that was entered and chosen at one moment; unknown fields of another version are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    case: Case
    refused: tuple[Refused, ...] = ()
    changed: tuple[Changed, ...] = ()
    pinned: dict[int, tuple[int, ...]] = {}
    own_rules: str = ""
    wishes: dict[int, Wishes] = {}


class Snapshot(BaseModel):
    """How everything stood at a moment worth a name: the day, and the time of day as a clock shows it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    day: date
    time: str
    held: Held


class Content(Held):
    """A session as it lies in the database or in a case file."""

    language: Language = "zh"
    columns: dict[str, str] = {}
    snapshots: tuple[Snapshot, ...] = ()
    counsel: Counsel = Counsel()


def held(standing: Standing) -> Held:
    """What is worth keeping of how it stands."""
    return Held(
        case=standing.case,
        refused=tuple(Refused(path=path, typed=typed) for path, (typed, _told) in standing.refused.items()),
        changed=tuple(Changed(debt=debt, option=at, terms=terms) for (debt, at), terms in standing.edited.items()),
        pinned=dict(standing.pinned),
        own_rules=standing.own_rules,
        wishes=dict(standing.wishes),
    )


def as_kept(found: Content) -> Standing:
    """How it stood when it was kept."""
    return as_it_stood(found, found.snapshots, found.counsel, Guidance.recalled(found.columns))


def as_it_stood(found: Held, snapshots: tuple[Snapshot, ...], counsel: Counsel, guidance: Guidance) -> Standing:
    """How it stood at that moment, with what no moment holds."""
    case = found.case
    fields = (each for each in found.refused if case_paths.is_field(case, each.path))
    return Standing(
        case=case,
        refused={each.path: (each.typed, case_paths.not_understood(case, each.path, each.typed)) for each in fields},
        edited={(each.debt, each.option): each.terms for each in found.changed},
        pinned=found.pinned,
        wishes=found.wishes,
        own_rules=found.own_rules,
        snapshots=snapshots,
        counsel=counsel,
        guidance=guidance,
    )
