"""Two requests of one tab that meet before the first is taken up, in Streamlit's own queue."""

from __future__ import annotations

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests

from ui import meeting_requests


def fields(**typed):
    return WidgetStates(widgets=[{"id": name, "string_value": words} for name, words in typed.items()])


def told(states):
    return {each.id: each.string_value for each in states.widgets}


@pytest.fixture
def queue():
    meeting_requests.keep_fields()
    return ScriptRequests()


def test_what_was_typed_survives_the_page_change_that_overtakes_it(queue):
    queue.request_rerun(RerunData(widget_states=fields(principal="5.5万")))
    queue.request_rerun(RerunData(widget_states=WidgetStates(), page_script_hash="assets"))
    taken = queue.on_scriptrunner_ready().rerun_data
    assert told(taken.widget_states) == {"principal": "5.5万"}
    assert taken.page_script_hash == "assets"


def test_the_newer_word_counts(queue):
    queue.request_rerun(RerunData(widget_states=fields(principal="1", name="甲")))
    queue.request_rerun(RerunData(widget_states=fields(principal="12")))
    assert told(queue.on_scriptrunner_ready().rerun_data.widget_states) == {"principal": "12", "name": "甲"}


def test_a_button_that_waits_is_still_pressed(queue):
    pressed = WidgetStates(widgets=[{"id": "add", "trigger_value": True}])
    queue.request_rerun(RerunData(widget_states=pressed))
    queue.request_rerun(RerunData(widget_states=fields(name="乙")))
    taken = queue.on_scriptrunner_ready().rerun_data.widget_states
    assert {each.id: each.trigger_value for each in taken.widgets}["add"]
    assert told(taken)["name"] == "乙"


def test_a_request_that_says_nothing_takes_nothing_away(queue):
    queue.request_rerun(RerunData(widget_states=None))
    queue.request_rerun(RerunData(widget_states=fields(name="丙")))
    queue.request_rerun(RerunData(widget_states=None))
    assert told(queue.on_scriptrunner_ready().rerun_data.widget_states) == {"name": "丙"}


def test_a_change_of_page_takes_fields_along_and_presses_nothing_twice():
    before = fields(principal="5.5万", name="甲")
    before.widgets.add(id="add", trigger_value=True)
    coming = fields(name="乙")
    meeting_requests.take_along(before, coming)
    assert told(coming) == {"principal": "5.5万", "name": "乙"}
