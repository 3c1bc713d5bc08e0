"""What every test may use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, settings

from assessment.case import Case
from tests.samples import CASES, STORY_DAY

settings.register_profile("house", deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture
def story_day() -> date:
    return STORY_DAY


@pytest.fixture(params=sorted(CASES))
def sample(request: pytest.FixtureRequest) -> Case:
    """Each sample household in turn."""
    return CASES[request.param]
