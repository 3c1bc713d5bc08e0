"""Pages are tested through app.py, as a person reaches them."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parent.parent.parent


class Pages:
    """The app with a session, one page at a time."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
        self.clean()

    def clean(self) -> None:
        assert not self.app.exception, [each.value for each in self.app.exception]

    def go(self, name: str) -> AppTest:
        self.app.switch_page(f"pages/{name}.py").run()
        self.clean()
        return self.app

    def press(self, key: str) -> AppTest:
        self.app.button(key=key).click().run()
        self.clean()
        return self.app

    def sample(self, slug: str) -> AppTest:
        self.go("home")
        return self.press(f"sample.{slug}")

    @property
    def session(self):
        return self.app.session_state["huandeqi"]

    def type(self, *path: object, text: str) -> AppTest:
        self.app.text_input(key=self.session.key(*path)).set_value(text).run()
        self.clean()
        return self.app

    def words(self) -> str:
        """Everything said on the page, one piece a line."""
        kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning")
        said = [each.value for kind in kinds for each in getattr(self.app, kind)]
        said += [f"{each.label} {each.value}" for each in self.app.metric]
        return "\n".join(map(str, said))


@pytest.fixture
def pages() -> Pages:
    return Pages()
