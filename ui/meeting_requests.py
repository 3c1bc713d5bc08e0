"""A field that is left by clicking straight on a link keeps what was typed in it.

The browser then sends two requests, the field's and the page's, and the page's names no fields. Streamlit stops the run of
the first for the second, often before anything was heard of the field. Here the second takes the fields along.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.app_session import AppSession

_theirs = AppSession.request_rerun
_LAST: WeakKeyDictionary[AppSession, ClientState] = WeakKeyDictionary()


def keep_fields() -> None:
    """From here on, in this process."""
    AppSession.request_rerun = request_rerun  # type: ignore[assignment,method-assign]


def request_rerun(session: AppSession, client_state: ClientState | None) -> None:
    """Streamlit's own; where a run was heard out already, the fields it was asked for say nothing new."""
    if client_state is not None and not client_state.fragment_id:
        before = _LAST.get(session)
        _LAST[session] = said = ClientState()
        said.CopyFrom(client_state)
        under_way = session._scriptrunner is not None  # noqa: SLF001 - there is no public place to ask
        if before is not None and under_way and before.page_script_hash != client_state.page_script_hash:
            take_along(before.widget_states, client_state.widget_states)
    _theirs(session, client_state)


def take_along(before: WidgetStates, coming: WidgetStates) -> None:
    """Adds the fields of the one to the other where it does not name them; no button is pressed twice."""
    named = {each.id for each in coming.widgets}
    coming.widgets.extend(
        each for each in before.widgets if each.id not in named and "trigger" not in str(each.WhichOneof("value"))
    )
