"""Pages are tested through app.py, as a person reaches them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

ROOT = Path(__file__).parent.parent.parent


class Pages:
    """The app with a session, one page at a time."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
        self.clean()

    def clean(self) -> None:
        """No fault on the page, once any file at hand is read to its end."""
        while "huandeqi" in self.app.session_state and self.session.reading is not None:
            self.app.run()
        assert not self.app.exception, [each.value for each in self.app.exception]

    def go(self, name: str) -> AppTest:
        self.app.switch_page(f"pages/{name}.py").run()
        self.clean()
        return self.app

    def press(self, key: str) -> AppTest:
        self.app.button(key=key).click().run()
        self.clean()
        return self.app

    def frame(self, key: str) -> AppTest:
        """A button that stands above every page, pressed on the first one."""
        if key not in {each.key for each in self.app.button}:
            self.app.switch_page("app.py").run()
            self.clean()
        return self.press(key)

    def sample(self, slug: str) -> AppTest:
        self.go("home")
        return self.press(f"sample.{slug}")

    def unfold(self) -> AppTest:
        """Everything that is made once it is opened, opened."""
        for each in self.app.expander:
            if each.proto.id:
                self.app.session_state[each.proto.id.split("-", 2)[2]] = True
        self.app.run()
        self.clean()
        return self.app

    @property
    def session(self):
        return self.app.session_state["huandeqi"]

    def type(self, *path: object, text: str) -> AppTest:
        self.app.text_input(key=self.session.key(*path)).set_value(text).run()
        self.clean()
        return self.app

    def upload(self, name: str, data: bytes) -> AppTest:
        """A file chosen, and read to its end."""
        self.go("home")
        self.app.file_uploader[0].upload(name, data, "application/octet-stream").run()
        self.clean()
        return self.app

    def everything(self) -> str:
        """Every word of the page: text, labels, helps, choices, tables, titles of what opens."""
        said = [self.words()]
        for element in self.app.main:
            for name in ("label", "help", "placeholder", "options"):
                told = getattr(element, name, None)
                said += told if isinstance(told, list) else [told or ""]
        for block in _blocks(self.app.main):
            said.append(getattr(block, "label", "") or "")
        said += [cell for table in self.app.table for cell in (*table.value.columns, *table.value.to_numpy().ravel())]
        return "\n".join(map(str, said))

    def words(self) -> str:
        """Everything said on the page, one piece a line."""
        kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning")
        said = [each.value for kind in kinds for each in getattr(self.app, kind)]
        said += [f"{each.label} {each.value}" for each in self.app.metric]
        return "\n".join(map(str, said))


def _blocks(block: Any) -> Iterator[Any]:
    for child in getattr(block, "children", {}).values():
        yield child
        yield from _blocks(child)


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def through_the_entry(monkeypatch):
    """Every run goes through app.py, as in a browser; left to itself, AppTest runs the page's file alone."""
    run = LocalScriptRunner.run

    def entered(self, *args, **kwargs):
        PagesManager.uses_pages_directory = False
        return run(self, *args, **kwargs)

    monkeypatch.setattr(LocalScriptRunner, "run", entered)
