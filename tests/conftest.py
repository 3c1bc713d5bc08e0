"""What every test may use.

The same examples are tried in every run, so that a commit passes or fails by itself; with HUANDEQI_EXPLORE set, new
ones are.
"""

from __future__ import annotations

import os
import tempfile
from datetime import date

os.environ["HUANDEQI_DATA"] = tempfile.mkdtemp(prefix="huandeqi-tests-")

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from assessment.case import Case
from tests.samples import CASES, STORY_DAY

settings.register_profile(
    "house",
    deadline=None,
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="HUANDEQI_EXPLORE" not in os.environ,
)
settings.load_profile("house")


class OneBrowser(LoadScopeScheduling):
    """One process has the browser, since two would only wait for each other; elsewhere a file stays together, so that
    what it sets up once is set up once."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneBrowser:
    return OneBrowser(config, log)


@pytest.fixture
def story_day() -> date:
    return STORY_DAY


@pytest.fixture(params=sorted(CASES))
def sample(request: pytest.FixtureRequest) -> Case:
    """Each sample household in turn."""
    return CASES[request.param]
