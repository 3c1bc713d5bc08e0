"""What a change of page takes along of the request it overtakes; the browser walks over the loss itself."""

from __future__ import annotations

from streamlit.proto.WidgetStates_pb2 import WidgetStates

from ui import meeting_requests


def fields(**typed):
    return WidgetStates(widgets=[{"id": name, "string_value": words} for name, words in typed.items()])


def told(states):
    return {each.id: each.string_value for each in states.widgets}


def test_a_change_of_page_takes_fields_along_and_presses_nothing_twice():
    before = fields(principal="5.5万", name="甲")
    before.widgets.add(id="add", trigger_value=True)
    before.widgets.add(id="pressed", string_trigger_value={"data": "x"})
    coming = fields(name="乙")
    meeting_requests.take_along(before, coming)
    assert told(coming) == {"principal": "5.5万", "name": "乙"}


def test_nothing_to_take_along_changes_nothing():
    coming = fields(name="乙")
    meeting_requests.take_along(WidgetStates(), coming)
    assert told(coming) == {"name": "乙"}
