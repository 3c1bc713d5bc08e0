"""Light or dark, as the window is painted: charts are drawn anew once it changes.

Streamlit paints a page by its own style sheet, but tells the server of another mode only with the next run.
"""

from __future__ import annotations

from typing import Literal

import streamlit as st

Mode = Literal["light", "dark"]

_WATCH = """
export default function ({ data, setTriggerValue }) {
  const app = document.querySelector("[data-testid=stApp]");
  let asked = "";
  function look() {
    const painted = getComputedStyle(app).colorScheme;
    if (painted === data.drawn || painted === asked || !["light", "dark"].includes(painted)) return;
    asked = painted;
    setTimeout(() => setTriggerValue("changed", painted), 0);
  }
  const watch = new MutationObserver(look);
  watch.observe(app, { attributes: true, attributeFilter: ["class"] });
  look();
  return () => watch.disconnect();
}
"""


def painted() -> Mode:
    """The mode of the window."""
    return "dark" if st.context.theme.type == "dark" else "light"


def watch() -> None:
    """Has the page drawn anew once the window is painted in another mode."""
    _component()(key="mode", data={"drawn": painted()}, on_changed_change=_nothing)


def _nothing() -> None:
    """The rerun that follows does the rest."""


@st.cache_resource(show_spinner=False)
def _component():  # type: ignore[no-untyped-def]  # noqa: ANN202
    return st.components.v2.component("huandeqi_mode", js=_WATCH)
