"""A field that is left by clicking straight on a link keeps what was typed in it.

The browser then sends two requests, the field's and the page's, and the page's names no fields. Where the first has not
been taken up yet, Streamlit stops its run and forgets it, or folds it into the second and keeps only the buttons pressed.
Here its fields go on with the second.
"""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner_utils import script_requests

_Fold = Callable[[WidgetStates | None, WidgetStates | None], WidgetStates | None]
_theirs: _Fold = script_requests._coalesce_widget_states  # noqa: SLF001 - there is no public place to ask for it
_rerun = AppSession.request_rerun


def keep_fields() -> None:
    """From here on, in this process."""
    script_requests._coalesce_widget_states = folded  # type: ignore[assignment]  # noqa: SLF001
    AppSession.request_rerun = request_rerun  # type: ignore[assignment,method-assign]


def folded(waiting: WidgetStates | None, coming: WidgetStates | None) -> WidgetStates | None:
    """What two requests say together: of each field the newer word, and the older where the newer has none."""
    together = _theirs(waiting, coming)
    if waiting is None or together is None:
        return together
    named = {each.id for each in together.widgets}
    together.widgets.extend(each for each in waiting.widgets if each.id not in named)
    return together


def request_rerun(session: AppSession, client_state: ClientState | None) -> None:
    """Streamlit's own; a change of page that stops a run takes along the fields this run was asked for.

    Where the run has heard them already, they say nothing new.
    """
    if client_state is not None and not client_state.fragment_id:
        before = _LAST.get(session)
        _LAST[session] = kept = ClientState()
        kept.CopyFrom(client_state)
        under_way = session._scriptrunner is not None  # noqa: SLF001
        if before is not None and under_way and before.page_script_hash != client_state.page_script_hash:
            take_along(before.widget_states, client_state.widget_states)
    _rerun(session, client_state)


_LAST: WeakKeyDictionary[AppSession, ClientState] = WeakKeyDictionary()


def take_along(before: WidgetStates, coming: WidgetStates) -> None:
    """Adds the fields of the one to the other where it does not name them; buttons are never pressed twice."""
    named = {each.id for each in coming.widgets}
    coming.widgets.extend(
        each for each in before.widgets if each.id not in named and "trigger" not in str(each.WhichOneof("value"))
    )
